import { conformanceTests } from "@lungang/solver-testkit";
import { describe, expect, test } from "vitest";
import { createExecSolver, findProgram } from "./node.ts";
import { isCampaign } from "../../../scripts/campaign-size.ts";

/** Counted, so that no case is lost without being seen. */
const CASES = 82;

/** Python takes a third of a second to start: outside campaigns it runs what is about single programs. */
const KINDS = [
  { name: "cbc", programs: 2, only: /^/u, cases: CASES },
  { name: "glpsol", programs: 2, only: /^/u, cases: CASES },
  { name: "lp_solve", programs: 2, only: /^/u, cases: CASES },
  {
    name: "highs-native",
    programs: 1,
    ...(isCampaign ? { only: /^/u, cases: CASES } : { only: /^answer: a/u, cases: 7 }),
  },
];

describe.each(KINDS)("conformance of $name", ({ name, programs, only, cases }) => {
  const found = findProgram(name);
  const chosen =
    found === undefined
      ? []
      : conformanceTests(() => createExecSolver(found), { programs: isCampaign ? 30 : programs }).filter((one) =>
          only.test(one.name),
        );

  for (const { name: title, run } of chosen) {
    test(`case ${title}`, async () => {
      await expect(run()).resolves.toBeUndefined();
    });
  }

  test.runIf(found !== undefined)(`runs ${cases} cases`, () => {
    expect(chosen.length).toBe(cases);
  });

  test.runIf(found === undefined)(`skips ${cases} cases because ${name} is not installed`, () => {
    expect(chosen).toEqual([]);
  });
});
