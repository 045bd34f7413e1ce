import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Solver } from "@lungang/program";
import type { Instance } from "../../src/index.ts";
import { loadInstance, planCounty, verifyPlan } from "../../src/index.ts";
import { resolvePolicy } from "../../src/policy.ts";
import { DATA, dataText } from "../acceptance/data-files.ts";

const text = (words: string) => ({ zh: words, en: words });

/** Volunteers only, wherever there is room; what they wish decides, and where asked they go nowhere else. */
function policyOf(volunteers: object, { shortfallFirst = false, rules = [] as readonly object[] } = {}) {
  const resolved = resolvePolicy({
    format: "lungang-policy-1",
    id: "volunteers",
    version: "1",
    name: text("volunteers"),
    calendar: { source: "s", cutoff: "08-31", start: "09-01" },
    scope: { source: "s", schools: { attr: "school.ownership", op: "eq", value: "public" }, text: text("public") },
    eligibility: {
      due: [],
      volunteers: { source: "s", needsHomeConsent: false, needsVacancy: false, ...volunteers },
    },
    forms: [{ base: "transfer" }],
    rules: [
      {
        id: "posts",
        rule: "postBalance",
        source: "s",
        text: text("posts"),
        params: { growth: "never", ...(shortfallFirst ? { level: "shortfall" } : {}) },
      },
      {
        id: "wishes",
        rule: "wishes",
        source: "s",
        text: text("wishes"),
        params: { level: "wishes", missed: 50, volunteerStays: 20 },
      },
      ...rules,
    ],
    levels: ["compliance", ...(shortfallFirst ? ["shortfall"] : []), "wishes", "lottery"].map((name) => ({
      name,
      unit: "points",
      text: text(name),
    })),
  });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

describe.skipIf(DATA === undefined)("vectors of wishes", () => {
  let solver: Solver;
  beforeAll(() => void (solver = createHighsSolver()));
  afterAll(() => solver.close?.());

  const instanceOf = (name: string): Instance => {
    const loaded = loadInstance(JSON.parse(dataText(`mechanisms/${name}.json`)));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    return loaded.value;
  };

  async function movesOf(instance: Instance, policy: ReturnType<typeof policyOf>, seed: string) {
    const outcome = await planCounty({ instance, policy, solver, seed });
    if (outcome.status !== "planned") throw new Error(outcome.status);
    expect(verifyPlan({ instance, policy, locks: [], plan: outcome.plan })).toMatchObject({ ok: true });
    return outcome.plan.moves.map(({ person, to }) => `${person}>${to}`);
  }

  test("V4: a wish beyond the nearest ten is a candidate", async () => {
    for (const seed of ["1", "2", "3"]) {
      const moves = await movesOf(instanceOf("v4-wish-beyond-ten"), policyOf({}), seed);
      expect(moves.slice(0, 3)).toEqual(["N1>B01", "N2>B01", "N3>B01"]);
      expect(moves.slice(3)).toEqual([expect.stringMatching(/^T[123]>F$/u)]);
    }
  });

  test("V9: who asks for a full school stays where the policy takes volunteers only as wished", async () => {
    const instance = instanceOf("v9-only-where-wished");
    const before = { shortfallFirst: true };
    for (const seed of ["1", "2", "3"]) {
      expect(await movesOf(instance, policyOf({ onlyWishes: true }, before), seed)).toEqual([]);
      expect(await movesOf(instance, policyOf({}, before), seed)).toEqual(["V>B"]);
    }
  });

  test("V6: neither of a couple goes where both cannot be near, and both do where they can", async () => {
    const couples = {
      id: "couples",
      rule: "linked",
      source: "s",
      text: text("couples"),
      params: { withinMetres: 20_000 },
    };
    const given = instanceOf("v6-couple");
    const open = {
      ...given,
      posts: given.posts.map((post) => (post.id === "PC数学" ? { ...post, capacity: 1 } : post)),
    };
    for (const seed of ["1", "2", "3"]) {
      expect(await movesOf(given, policyOf({}), seed)).toEqual(["M>D", "W>B"]);
      expect(await movesOf(given, policyOf({}, { rules: [couples] }), seed)).toEqual([]);
      expect(await movesOf(open, policyOf({}, { rules: [couples] }), seed)).toEqual(["M>C", "W>B"]);
    }
  });
});
