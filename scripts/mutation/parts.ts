import { execFileSync } from "node:child_process";

/** A part of the code whose tests are put to the proof, and the tests that are asked. */
export interface MutationPart {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
  /** Tests that take longer: they are asked of what the others have missed. */
  readonly slowTests?: readonly string[];
}

/** Tests of checks that plan nothing. */
const OF_CHECKS = [
  "packages/core/src/{policy,recount,rules,verify}/**/*.test.ts",
  "packages/core/test/verify-{breaks,corruptions,figures,lines,manifest,rules,tricky-cases}.test.ts",
  "packages/core/test/oracle/figures.test.ts",
];

/** Tests that plan small counties, and check what is planned and what a hand broke. */
const OF_PLANS = [
  "packages/core/test/plan/{avoidance,couples,even-shortfall,flow-rules,form-choice,form-rules,leader-rules}.test.ts",
  "packages/core/test/plan/{light-rules,own-attributes,part-loads,people-in-conditions,points-and-staff}.test.ts",
  "packages/core/test/plan/{protection,quota-base,return-rules,rules-bind,school-places,swap-partners}.test.ts",
  "packages/core/test/plan/{tricky-plans,wish-vectors}.test.ts",
  "packages/core/test/oracle/{by-hand,found}.test.ts",
];

/** What plans, dates and points are checked by. */
export const PARTS: Readonly<Record<string, MutationPart>> = {
  verify: {
    mutate: ["packages/core/src/verify/**/*.ts", "packages/core/src/recount/**/*.ts"],
    tests: OF_CHECKS,
    slowTests: OF_PLANS,
  },
  checks: { mutate: ["packages/core/src/rules/*/check.ts"], tests: OF_CHECKS, slowTests: OF_PLANS },
  points: {
    mutate: ["packages/program/src/solver/{point,bounds,numbers,ranges}.ts"],
    tests: ["packages/program/src/solver/*.test.ts", "packages/program/test/**/*.test.ts"],
  },
  dates: {
    mutate: ["packages/core/src/instance/{calendar,retirement}.ts"],
    tests: ["packages/core/src/instance/{calendar,retirement,cross-check,plausible}.test.ts"],
  },
  facts: {
    mutate: ["packages/core/src/policy/facts.ts"],
    tests: ["packages/core/src/eligibility/{decide,standing-reasons}.test.ts", ...OF_CHECKS],
    slowTests: OF_PLANS,
  },
  eligibility: {
    mutate: ["packages/core/src/eligibility/**/*.ts"],
    tests: ["packages/core/src/eligibility/**/*.test.ts", ...OF_CHECKS],
    slowTests: OF_PLANS,
  },
};

/** Returns the files of the repository that match globs, in order. */
export function filesOf(globs: readonly string[]): readonly string[] {
  const patterns = globs.flatMap(alternatives).map((glob) => `:(glob)${glob}`);
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns]);
  return [...new Set(listed.toString().split("\n"))].filter((file) => file !== "").sort();
}

/** Git knows no braces. */
function alternatives(glob: string): readonly string[] {
  const [, before, inner, after] = /^([^{]*)\{([^}]*)\}(.*)$/u.exec(glob) ?? [];
  if (before === undefined || inner === undefined || after === undefined) return [glob];
  return inner.split(",").flatMap((each) => alternatives(`${before}${each}${after}`));
}
