import type { Text } from "@lungang/core";

/** Returns a text in two languages. */
export function text(zh: string, en: string): Text {
  return { zh, en };
}
