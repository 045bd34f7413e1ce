import { expect, test } from "vitest";
import type { DryYear } from "./dry-year-text.ts";
import { dryYearText } from "./dry-year-text.ts";

/** Why a year has no plan after others, as it is read. */

const ROWS: readonly (readonly [Partial<DryYear>, string, string])[] = [
  [{ before: 0, possibleUnmoved: undefined }, "2026 年：没有方案。", "2026: no plan."],
  [
    {},
    "2026 年：没有方案。2024—2025年不安排交流的，2026年有方案：所需的人员或岗位已在2024—2025年用完。可减少2024—2025年的交流人数、降低2026年的比例（逐年取值用 --yearly），或改用各年统筹的整体求解（--method program），或放宽2026年的规定。2024—2025年已有方案：只编制2024—2025年的，年数改为 2（--years 2）。",
    "2026: no plan. If nobody moved in 2024 to 2025 there would be one: the people or posts that it needs are used up by then. What helps: fewer moves in 2024 to 2025, a lower quota in 2026 (--yearly gives values by year), one program for all years (--method program), or rules of 2026 that give. 2024 to 2025 have plans: for them alone plan 2 (--years 2).",
  ],
  [
    { before: 1, byProgram: true },
    "2026 年：没有方案。2025年不安排交流的，2026年有方案：所需的人员或岗位已在2025年用完。可减少2025年的交流人数、降低2026年的比例（逐年取值用 --yearly），或放宽2026年的规定。2025年已有方案：只编制2025年的，年数改为 1（--years 1）。",
    "2026: no plan. If nobody moved in 2025 there would be one: the people or posts that it needs are used up by then. What helps: fewer moves in 2025, a lower quota in 2026 (--yearly gives values by year), or rules of 2026 that give. 2025 has a plan: for it alone plan 1 (--years 1).",
  ],
  [
    { possibleUnmoved: false },
    "2026 年：没有方案。即使2024—2025年不安排任何交流，2026年也没有方案：与前面的安排多少无关，须放宽2026年的规定，或补充2026年可交流的人员和岗位。2024—2025年已有方案：只编制2024—2025年的，年数改为 2（--years 2）。",
    "2026: no plan. It would have none if nobody moved in 2024 to 2025 either: rules of 2026 have to give, or it needs more people and posts. 2024 to 2025 have plans: for them alone plan 2 (--years 2).",
  ],
  [
    { possibleUnmoved: undefined },
    "2026 年：没有方案。2024—2025年已有方案：只编制2024—2025年的，年数改为 2（--years 2）。",
    "2026: no plan. 2024 to 2025 have plans: for them alone plan 2 (--years 2).",
  ],
  [{ possibleUnmoved: undefined, afterFixed: true }, "2026 年：没有方案。", "2026: no plan."],
];

test.each(ROWS)("%j", (given, zh, en) => {
  const dry = { year: 2026, before: 2, afterFixed: false, possibleUnmoved: true, byProgram: false };
  expect(dryYearText({ ...dry, ...given })).toEqual({ zh, en });
});
