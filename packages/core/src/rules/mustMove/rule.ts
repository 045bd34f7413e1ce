import type { RuleDefinition } from "../definition.ts";
import { mustMoveCheck } from "./check.ts";
import { addMustMoveRows } from "./rows.ts";
import type { MustMoveParams } from "./schema.ts";
import { mustMoveMeaning } from "./schema.ts";
import { mustMoveFindings, mustMoveText } from "./text.ts";
import { addMustMoveHorizon } from "./years.ts";

/** Everything about the rule `mustMove`. */
export const mustMoveRule: RuleDefinition<MustMoveParams> = {
  meaning: mustMoveMeaning,
  text: mustMoveText,
  findings: mustMoveFindings,
  rows: addMustMoveRows,
  overYears: { rows: addMustMoveHorizon, followsMoves: () => true },
  check: mustMoveCheck,
};
