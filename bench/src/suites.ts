import type { Group } from "./groups.ts";

const SEEDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const GAP = 1e-4;

const base = { scenario: "county-wide", repeat: 1, relativeGap: GAP, timeSeconds: 60 } as const;

/**
 * The measurement that closes a piece of work, about 45 minutes on two idle cores. Eight seeds, but for what takes a minute a
 * run of one level, for the largest county and for six years. On the chain peers have 60 s, ten to twenty times ours.
 */
const CLOSING: readonly Group[] = [
  {
    ...base,
    title: "one level, 8 seeds",
    kind: "single",
    sizes: [200],
    seeds: SEEDS,
    solvers: ["network", "cbc", "highs-native", "glpsol", "highs"],
  },
  {
    ...base,
    title: "one level, 8 seeds",
    kind: "single",
    sizes: [400],
    seeds: SEEDS,
    solvers: ["network", "cbc", "highs-native"],
  },
  {
    ...base,
    title: "one level, the slower ones, 2 seeds",
    kind: "single",
    sizes: [400],
    seeds: SEEDS.slice(0, 2),
    solvers: ["network", "glpsol", "highs"],
  },
  {
    ...base,
    title: "one level again, where another county was solved before, 8 seeds",
    kind: "single",
    sizes: [200, 400],
    seeds: SEEDS,
    solvers: ["network"],
    warmUp: 1,
  },
  {
    ...base,
    title: "one level again, where four other counties were solved before, 8 seeds",
    kind: "single",
    sizes: [200],
    seeds: SEEDS,
    solvers: ["network"],
    warmUp: 4,
  },
  {
    ...base,
    title: "all levels, 8 seeds",
    kind: "plan",
    sizes: [200],
    seeds: SEEDS,
    solvers: ["network", "highs-native", "highs"],
  },
  {
    ...base,
    title: "all levels, 8 seeds",
    kind: "plan",
    sizes: [400],
    seeds: SEEDS,
    solvers: ["network", "highs-native"],
  },
  {
    ...base,
    title: "all levels, those that do not finish, 1 seed",
    kind: "plan",
    sizes: [200],
    seeds: SEEDS.slice(0, 1),
    solvers: ["network", "cbc", "glpsol"],
  },
  {
    ...base,
    title: "growth, all levels",
    kind: "plan",
    sizes: [20, 60, 100],
    seeds: SEEDS.slice(0, 3),
    solvers: ["network"],
  },
  {
    ...base,
    title: "growth, one level",
    kind: "single",
    sizes: [20, 60, 100],
    seeds: SEEDS.slice(0, 3),
    solvers: ["network"],
  },
  {
    ...base,
    title: "what if, 8 seeds",
    kind: "whatIf",
    sizes: [200],
    seeds: SEEDS,
    solvers: ["network"],
    timeSeconds: 300,
  },
  {
    ...base,
    title: "questions about a plan, 2 seeds",
    kind: "questions",
    sizes: [200],
    seeds: SEEDS.slice(0, 2),
    solvers: ["network"],
    timeSeconds: 300,
  },
  {
    ...base,
    title: "from workbook to reports",
    kind: "files",
    sizes: [200],
    seeds: SEEDS.slice(0, 3),
    solvers: ["network"],
    timeSeconds: 300,
  },
  {
    ...base,
    title: "six years, 1 seed",
    kind: "years",
    sizes: [60],
    seeds: SEEDS.slice(0, 1),
    solvers: ["highs"],
    relativeGap: 1e-3,
    timeSeconds: 280,
  },
  {
    ...base,
    title: "the largest county, one level",
    kind: "single",
    sizes: [1200],
    seeds: SEEDS.slice(0, 1),
    solvers: ["network", "highs-native"],
    relativeGap: 1e-3,
    timeSeconds: 120,
  },
  {
    ...base,
    title: "the largest county, all levels",
    kind: "plan",
    sizes: [1200],
    seeds: SEEDS.slice(0, 1),
    solvers: ["network"],
    relativeGap: 1e-3,
    timeSeconds: 480,
  },
];

/** Where the solvers in JavaScript stop finishing within a minute. */
const JAVASCRIPT: readonly Group[] = [
  {
    ...base,
    title: "solvers in JavaScript, one level, up to where they stop",
    kind: "single",
    sizes: [5, 10, 15, 20, 30, 40, 60, 100],
    seeds: SEEDS.slice(0, 2),
    solvers: ["network", "javascript-lp-solver", "yalps", "glpk.js"],
    untilUnfinished: true,
  },
];

/** Every peer once on small counties. */
const PEERS: readonly Group[] = [
  {
    ...base,
    title: "every peer, one level",
    kind: "single",
    sizes: [60, 200],
    seeds: SEEDS.slice(0, 3),
    solvers: ["network", "highs", "highs-native", "cbc", "glpsol", "glpk.js", "lp_solve"],
    untilUnfinished: true,
  },
];

/** Measurements with a name; the one called `closing` has all that a release needs. */
export const SUITES: Readonly<Record<string, readonly Group[]>> = {
  closing: CLOSING,
  javascript: JAVASCRIPT,
  peers: PEERS,
};

/** Returns a suite by name. @throws {RangeError} if there is none */
export function suiteOf(name: string): readonly Group[] {
  const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
  if (suite !== undefined) return suite;
  throw new RangeError(`Cannot find suite "${name}": there are ${Object.keys(SUITES).join(", ")}`);
}
