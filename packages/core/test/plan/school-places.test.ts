import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { PersonInput, SchoolInput } from "../../src/index.ts";
import { planCounty } from "../../src/planner/plan-county.ts";
import { verifyPlan, verifyRoster } from "../../src/planner/verify-plan.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Rooms and posts of titles: nobody comes for whom a school has no place. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const HERE = { latitude: 34, longitude: 109 };
const TEACHERS = ["x", "y", "z"];

/** Three of A are due; N is near and F far, with as many vacancies as asked for. */
function ground(schools: Readonly<Record<string, Partial<SchoolInput>>>, more: Partial<PersonInput> = {}) {
  return countyOf({
    schools: ["A", "N", "F"].map((id, k) =>
      school({ id, coordinates: { ...HERE, latitude: 34 + k / 10 }, ...schools[id] }),
    ),
    posts: [post("A", 3), post("N", 4), post("F", 4)],
    persons: [
      ...TEACHERS.map((id) => teacher({ id, homeSchool: "A", residence: HERE, ...more })),
      teacher({ id: "old", homeSchool: "N", residence: HERE, tenureStart: "2023-09-01", professionalTitle: "senior" }),
    ],
  });
}

const ROOMS = { places: "roomsAvailable", moves: { attr: "person.housingNeed", op: "eq", value: true } };
const SENIOR = { attr: "person.title", op: "eq", value: "senior" };
const TITLES = {
  places: "seniorPosts",
  moves: { all: [SENIOR, { attr: "move.relationMoves", op: "eq", value: true }] },
};

const policyWith = (params: object, { relationMoves = false } = {}) =>
  policyOf({
    forms: [form("rotation", { relationMoves })],
    rules: [rule("quota", { share: "100%" }), rule("nearness", { level: "near" }), rule("schoolPlaces", params)],
    levels: ["compliance", "near"],
  });

async function goals(instance: ReturnType<typeof ground>, policy: ReturnType<typeof policyWith>) {
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") return outcome.status;
  expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  return outcome.plan.moves
    .map(({ to }) => to)
    .sort()
    .join("");
}

describe("rooms", () => {
  const need = { housingNeed: true };

  test("no more people who need one than there are, and the others go where they are near", async () => {
    expect(await goals(ground({ N: { roomsAvailable: 2 } }, need), policyWith(ROOMS))).toBe("FNN");
    expect(await goals(ground({ N: { roomsAvailable: 0 } }, need), policyWith(ROOMS))).toBe("FFF");
    expect(await goals(ground({ N: { roomsAvailable: 0 } }), policyWith(ROOMS))).toBe("NNN");
  });

  test("where nobody has a room the plan says so", async () => {
    const none = { N: { roomsAvailable: 1 }, F: { roomsAvailable: 1 } };
    expect(await goals(ground(none, need), policyWith(ROOMS))).toBe("infeasible");
  });

  test("a school that states no number sets no limit, and is named", async () => {
    const instance = ground({ F: { roomsAvailable: 0 }, A: { roomsAvailable: 0 } }, need);
    const outcome = await planCounty({ instance, policy: policyWith(ROOMS), solver });
    expect(outcome.status).toBe("planned");
    const missing = outcome.warnings.filter(({ code }) => code === "missing-value");
    expect(missing.map(({ path }) => path)).toEqual([["schools", "N", "roomsAvailable"]]);
  });

  test("where nobody needs a room no number is missed", async () => {
    const { warnings } = await planCounty({ instance: ground({}), policy: policyWith(ROOMS), solver });
    expect(warnings.filter(({ code }) => code === "missing-value")).toEqual([]);
  });
});

describe("posts of titles", () => {
  const senior = { professionalTitle: "senior" as const };
  const params = { ...TITLES, holders: SENIOR };

  test("who comes with the relation takes one, beside those who are there", async () => {
    const moved = policyWith(params, { relationMoves: true });
    expect(await goals(ground({ N: { seniorPosts: 2 } }, senior), moved)).toBe("FFN");
    expect(await goals(ground({ N: { seniorPosts: 1 } }, senior), moved)).toBe("FFF");
    expect(await goals(ground({ N: { seniorPosts: 0 } }, senior), moved)).toBe("FFF");
  });

  test("who keeps the relation at home takes none", async () => {
    expect(await goals(ground({ N: { seniorPosts: 1 } }, senior), policyWith(params))).toBe("NNN");
  });
});

test("written by hand: one too many is refused with the school", () => {
  const instance = ground({ N: { roomsAvailable: 1 } }, { housingNeed: true });
  const found = verifyRoster({
    instance,
    policy: policyWith(ROOMS),
    moves: TEACHERS.map((person) => ({ person, to: "N", post: "N-语文" })),
  }).violations.filter(({ rule: id }) => id === "schoolPlaces");
  expect(found).toMatchObject([{ about: { kind: "school", school: "N" }, amount: 2 }]);
});
