import type { InstanceInput, Policy, RuleEntry } from "@lungang/core";
import { loadInstance } from "@lungang/core";
import { Draws } from "@lungang/solver-testkit";
import { formSchema } from "../../src/policy/policy.ts";
import { oneOf, someOf } from "./draw.ts";
import type { RandomCase } from "./random-county.ts";
import { randomCase } from "./random-county.ts";

/** Random counties of two stages under random policies to which one or two rules about spread and flow were added. */

type Maker = (draws: Draws, level: () => string) => object;

const text = (words: string) => ({ zh: words, en: words });

const BACKBONE = { set: "backbone" };
const EVERYTHING = { all: [] };
const URBAN = { attr: "school.area", op: "eq", value: "urban" };
const TO_URBAN = { attr: "to.area", op: "eq", value: "urban" };
const SHARES = ["10%", "1/3", "1/2", "60%"];
const TEACHERS = { attr: "person.personType", op: "eq", value: "teacher" };

/** Makers of parameters by rule. */
export const NEWER: Readonly<Record<string, Maker>> = {
  balance: (draws, level) => ({
    set: oneOf(draws, [BACKBONE, EVERYTHING, TEACHERS]),
    level: level(),
    weight: draws.integer(1, 2),
    ...(draws.chance(0.3) ? { stages: someOf(draws, ["primary", "junior"], 0.5).concat("primary").slice(0, 1) } : {}),
  }),
  netInflow: (draws) => ({
    ...(draws.chance(0.5)
      ? { schools: oneOf(draws, [URBAN, { attr: "school.quality", op: "eq", value: "good" }]) }
      : {}),
    by: oneOf(draws, ["school", "school", "township", "zone", "alliance", "area", "together"]),
    onlyOverEstablished: draws.chance(0.2),
    ...(draws.chance(0.25) ? { moves: oneOf(draws, [BACKBONE, TEACHERS]) } : {}),
    ...(draws.chance(0.7) ? { max: draws.integer(-1, 1) } : {}),
    ...(draws.chance(0.5) ? { maxLoss: oneOf(draws, [0, 1, "surplus"]) } : {}),
    need: oneOf(draws, ["establishment", "posts"]),
  }),
  pairBalance: (draws) => ({
    forms: ["rotation", "mutual"],
    between: oneOf(draws, ["pairs", "zones", "alliances", "schoolGroups"]),
    bySubject: draws.chance(0.4),
    ...(draws.chance(0.2) ? { count: draws.integer(0, 1) } : {}),
  }),
  perSchool: (draws) => ({
    bySchool: { S0: { maxOut: draws.integer(0, 2) }, S1: { minIn: draws.integer(0, 1), maxIn: 2 } },
    ...(draws.chance(0.5) ? { maxOut: 1 } : {}),
  }),
  participation: (draws) => ({
    forms: oneOf(draws, [["shadow"], ["shadow", "network"], ["network"]]),
    ...(draws.chance(0.3) ? { who: oneOf(draws, [TEACHERS, BACKBONE]) } : {}),
    ...(draws.chance(0.8) ? { share: oneOf(draws, SHARES) } : {}),
    ...(draws.chance(0.5) ? { longShare: oneOf(draws, SHARES.slice(0, 3)) } : {}),
    by: oneOf(draws, ["county", "county", "school", "zone", "township"]),
    excludeExempt: draws.chance(0.5),
    countRunning: draws.chance(0.6),
    ...(draws.chance(0.3) ? { bySchool: { S1: draws.integer(0, 3) } } : {}),
  }),
  prerequisite: (draws) => ({
    moves: oneOf(draws, [TO_URBAN, EVERYTHING, { attr: "post.office", op: "eq", value: "principal" }]),
    requires: oneOf(draws, [BACKBONE, TEACHERS, { attr: "move.relationMoves", op: "eq", value: true }]),
  }),
  share: (draws) => ({
    set: { attr: "move.relationMoves", op: "eq", value: true },
    share: oneOf(draws, SHARES),
    bound: "atMost",
  }),
  directionMatrix: (draws) => ({
    classes: [
      { name: "urban", schools: URBAN },
      { name: "rest", schools: oneOf(draws, [EVERYTHING, { attr: "school.area", op: "eq", value: "rural" }]) },
    ],
    ...(draws.chance(0.25) ? { of: oneOf(draws, [BACKBONE, TEACHERS]) } : {}),
    cells: Array.from({ length: draws.integer(1, 2) }, () => ({
      from: oneOf(draws, ["urban", "rest", "*"]),
      to: oneOf(draws, ["urban", "rest", "*"]),
      ...(draws.chance(0.2) ? { min: draws.integer(0, 2) } : {}),
      ...(draws.chance(0.3) ? { max: draws.integer(0, 2) } : {}),
      ...(draws.chance(0.3) ? { minShare: oneOf(draws, SHARES) } : {}),
      ...(draws.chance(0.3) ? { maxShare: oneOf(draws, SHARES) } : {}),
      ...(draws.chance(0.3) ? { maxOfReverse: oneOf(draws, SHARES) } : {}),
    })),
  }),
};

/** Gives schools a second stage, and some people and posts to it. */
function withStages(draws: Draws, document: InstanceInput): InstanceInput {
  const nine = new Set(document.schools.filter(() => draws.chance(0.6)).map(({ id }) => id));
  return {
    ...document,
    schools: document.schools.map((entry) =>
      nine.has(entry.id)
        ? {
            ...entry,
            type: "nineYear" as const,
            studentsByStage: { primary: draws.integer(0, 6) * 40, junior: draws.integer(0, 4) * 30 },
          }
        : entry,
    ),
    posts: document.posts.map((entry) =>
      nine.has(entry.school) && entry.kind !== "management" && draws.chance(0.4)
        ? { ...entry, stage: "junior" as const }
        : entry,
    ),
    persons: document.persons.map((person) =>
      nine.has(person.currentSchool ?? person.homeSchool ?? "") &&
      nine.has(person.homeSchool ?? "") &&
      draws.chance(0.4)
        ? { ...person, stageCertified: ["junior" as const] }
        : person,
    ),
  };
}

/** Returns the case of a seed with one or two of some rules added. */
export function newerCase(seed: number, names: readonly string[]): RandomCase {
  const draws = new Draws(seed + 5_000_000);
  const given = randomCase(seed);
  const document = draws.chance(0.5) ? withStages(draws, given.document) : given.document;
  const loaded = loadInstance(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 1));
  const level = () => oneOf(draws, given.policy.levels).name;
  const added = Array.from({ length: draws.integer(1, 2) }, (_, k): RuleEntry => {
    const rule = oneOf(draws, names);
    const soft = draws.chance(0.3);
    return {
      id: `newer-${k}`,
      rule,
      source: "test",
      text: text(rule),
      strength: soft ? "soft" : "hard",
      price: draws.integer(1, 3),
      params: NEWER[rule]?.(draws, level) as Record<string, unknown>,
    };
  });
  const light = ["shadow", "network"].map((base) =>
    formSchema.parse({ base, scope: oneOf(draws, ["county", "zone"]) }),
  );
  const forms =
    names.includes("participation") || draws.chance(0.3) ? [...light, ...given.policy.forms] : given.policy.forms;
  if (draws.chance(0.2)) for (const form of forms) form.promotes = true;
  const policy: Policy = { ...given.policy, forms, rules: [...given.policy.rules, ...added] };
  return { ...given, document, instance: loaded.value, policy };
}
