import { expect, test } from "vitest";
import { cases } from "../../../../scripts/campaign-size.ts";
import { compareHands } from "./disagreements.ts";
import { readableCase } from "./readable-case.ts";

/** `verifyPlan` against the second reading on rosters that nobody planned: every line of them was put there by a hand. */

const HANDS = 12;
const FIRST = 7001;
/** No number bounds the total there, and a school sends more than its part of the base. */
const WITHOUT_BOUND = 7031;
const SEEDS = [...Array.from({ length: cases(24) }, (_, at) => FIRST + at), WITHOUT_BOUND];

const tally = { rosters: 0, clean: 0 };

test.each(SEEDS)("on rosters by hand of county %i", async (seed) => {
  const found = await compareHands(readableCase(seed), HANDS);
  tally.rosters += found?.rosters ?? 0;
  tally.clean += found?.clean ?? 0;
  expect(found?.disagreements ?? []).toEqual([]);
});

test("half of the rosters are right in themselves, so that rules and levels were compared", () => {
  expect(tally.clean / tally.rosters).toBeGreaterThan(0.5);
});
