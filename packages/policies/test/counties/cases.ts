import { COUNTRYSIDE } from "./countryside.ts";
import { NOTICES } from "./notices.ts";
import { REGULATIONS } from "./regulations.ts";
import type { SmallCase } from "./small.ts";

/** One small county for every policy that ships. */
export const CASES: readonly SmallCase[] = [...NOTICES, ...COUNTRYSIDE, ...REGULATIONS];
