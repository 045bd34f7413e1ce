export type { Person } from "../../src/index.ts";

/** What a number is about, as documents write it. */
export interface RuleSubjectLike {
  readonly kind: string;
  readonly limit?: string | undefined;
}
