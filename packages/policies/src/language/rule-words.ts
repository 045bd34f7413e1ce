import { AIM_WORDS } from "./aim-words.ts";
import { BOUND_WORDS } from "./bound-words.ts";
import { PEOPLE_WORDS } from "./people-words.ts";
import type { RuleWords } from "./parameter-words.ts";

/** Words of every rule. */
export const RULE_WORDS: Readonly<Record<string, RuleWords>> = { ...BOUND_WORDS, ...PEOPLE_WORDS, ...AIM_WORDS };
