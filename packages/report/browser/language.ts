import type { Text } from "@lungang/core";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

export type Language = keyof Text;

/** How texts are said, and what is shown differently on paper. */
export interface Saying {
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly printing: boolean;
}

export const SayingContext = createContext<Saying>({ language: "zh", say: ({ zh }) => zh, printing: false });

export function useSay(): Saying["say"] {
  return useContext(SayingContext).say;
}
