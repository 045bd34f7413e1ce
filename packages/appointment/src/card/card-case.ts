import type { Text } from "@lungang/core";

/** One case behind a number. */
export interface CardCase {
  /** Ids of the people concerned, who is wronged first. */
  readonly people: readonly string[];
  /** Ids of the posts concerned. */
  readonly posts: readonly string[];
  /** School concerned, where it is about none of its posts. */
  readonly school?: string;
  readonly text: Text;
}
