import type { RuleDefinition } from "../definition.ts";
import { wishesCheck } from "./check.ts";
import { addWishesRows } from "./rows.ts";
import type { WishesParams } from "./schema.ts";
import { wishesMeaning } from "./schema.ts";
import { wishesText } from "./text.ts";
import { addWishesHorizon } from "./years.ts";

/** Everything about the rule `wishes`. */
export const wishesRule: RuleDefinition<WishesParams> = {
  meaning: wishesMeaning,
  text: wishesText,
  rows: addWishesRows,
  overYears: { rows: addWishesHorizon, followsMoves: () => true },
  check: wishesCheck,
  data: { read: ["persons.application.wishes"] },
};
