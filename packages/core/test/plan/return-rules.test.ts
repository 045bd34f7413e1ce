import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import type { Lock, PersonInput, PostInput, SchoolInput } from "../../src/index.ts";
import { indexCounty, planCounty, verifyPlan, verifyRoster } from "../../src/index.ts";
import { namesOf, violationText } from "../../src/plan.ts";
import { decideEligibility } from "../../src/policy.ts";
import { countyOf, form, policyOf, post, rule, school, teacher } from "../small-county.ts";

/** Who stays for good when an exchange ends, whose post is kept, and what is left behind for the day of the return. */

const solver = createHighsSolver();
afterAll(() => solver.close());

const at = (latitude: number) => ({ latitude, longitude: 109 });
/** Recruits are for school A. */
const TO_A = { attr: "to.id", op: "eq", value: "A" };

const settled = { tenureStart: "2023-09-01" };
const RECRUIT = { recruitYear: 2024, tenureStart: "2024-09-01" };

interface Ground {
  readonly schools?: Readonly<Record<string, Partial<SchoolInput>>>;
  readonly posts: readonly PostInput[];
  readonly persons: readonly PersonInput[];
  readonly rules?: readonly object[];
  readonly forms?: readonly object[];
  readonly locks?: readonly Lock[];
  readonly allowed?: boolean;
}

function basisOf({ schools = {}, posts, persons, rules = [], forms = [], locks = [], allowed = true }: Ground) {
  const instance = countyOf({
    schools: ["A", "B", "C"].map((id, k) => school({ id, coordinates: at(34 + k / 10), ...schools[id] })),
    posts,
    persons: persons.map((person) => ({ residence: at(34), ...person })),
  });
  const policy = policyOf({
    forms: [form("rotation"), form("recruit", { relationMoves: true, countsInQuota: false, where: TO_A }), ...forms],
    rules: [rule("mustMove"), ...rules],
    eligibility: { returns: { source: "YL-17", stayAllowed: allowed } },
  });
  return { instance, policy, locks };
}

async function outcomeOf(ground: Ground) {
  const basis = basisOf(ground);
  const outcome = await planCounty({ ...basis, solver, limits: { relativeGap: 0 } });
  const report = outcome.status === "planned" ? verifyPlan({ ...basis, plan: outcome.plan }) : undefined;
  expect(report?.violations.filter(({ strength }) => strength === "hard") ?? []).toEqual([]);
  return outcome;
}

/** Who goes where and who settles, or why there is no plan, and what the plan says of the rules about coming back. */
async function told(ground: Ground) {
  const outcome = await outcomeOf(ground);
  const errors = outcome.status === "invalid" ? outcome.issues.filter(({ severity }) => severity === "error") : [];
  if (outcome.status === "invalid") return { lines: errors.map(({ code }) => code), said: [], warned: [] };
  if (outcome.status !== "planned") return { lines: [outcome.status], said: [], warned: [] };
  const { plan, warnings } = outcome;
  const { instance, policy } = basisOf(ground);
  const names = namesOf(instance, { policy });
  return {
    lines: [
      ...plan.moves.map(({ person, post: to }) => `${person}>${to}`),
      ...plan.returns.map(({ person, to, settles }) => `${person} ${settles ? "stays at" : "back to"} ${to}`),
    ],
    said: plan.violations.map((violation) => violationText(violation, names).zh),
    warned: warnings.filter(({ code }) => code === "overflow-at-return").map(({ message }) => message.zh),
  };
}

const guest = (stay: object | undefined, given: Partial<PersonInput> = {}) =>
  teacher({
    id: "guest",
    homeSchool: "A",
    currentSchool: "B",
    exchanges: [
      { from: "A", to: "B", form: "rotation", start: "2021-09-01", end: "2024-08-31", ...(stay && { stay }) },
    ] as PersonInput["exchanges"],
    ...given,
  });
const approved = guest({ applied: true, approved: true });
const stays = rule("approvedStays", {}, { strength: "soft", price: 40 });
const roomy = [post("A", 2), post("B", 2)];

describe("an approved stay", () => {
  test("is chosen, with the relation", async () => {
    expect(await told({ posts: roomy, persons: [approved], rules: [stays] })).toMatchObject({
      lines: ["guest stays at B"],
      said: [],
    });
  });

  test.each([
    ["not approved", guest({ applied: true, approved: false }), true],
    ["not applied for", guest({ applied: false, approved: true }), true],
    ["without a record of it", guest(undefined), true],
    ["not allowed by the policy", approved, false],
  ])("is none where it is %s", async (_what, person, allowed) => {
    const { lines, said } = await told({ posts: roomy, persons: [person], rules: [stays], allowed });
    expect([lines, said]).toEqual([["guest back to A"], []]);
  });

  test("is refused for want of headcount, and of one more head it is not", async () => {
    const colleague = teacher({ id: "b1", homeSchool: "B", ...settled });
    const ground = (establishment: number): Ground => ({
      schools: { B: { establishment } },
      posts: roomy,
      persons: [approved, colleague],
      rules: [stays, rule("establishment")],
    });
    expect(await told(ground(1))).toMatchObject({
      lines: ["guest back to A"],
      said: ["人员“guest”已批准留任B，因该校编制1人、调配后已有1人，未予安排，返回原学校"],
    });
    expect(await told(ground(2))).toMatchObject({ lines: ["guest stays at B"], said: [] });
  });

  test("is refused where the post is full", async () => {
    const colleague = teacher({ id: "b1", homeSchool: "B", ...settled });
    const ground = (capacity: number): Ground => ({
      posts: [post("A", 2), post("B", capacity)],
      persons: [approved, colleague],
      rules: [stays, rule("postBalance")],
    });
    expect((await told(ground(1))).said).toEqual([
      "人员“guest”已批准留任B，因该岗位需1人、调配后已有1人，未予安排，返回原学校",
    ]);
    expect((await told(ground(2))).said).toEqual([]);
  });

  test.each([
    ["postBalance", {}, {}],
    ["establishment", { relation: "free" }, { schools: { B: { establishment: 1 } } }],
  ])(
    "that a lock asks for is a head too many as %s counts it, where there is no room",
    async (name, params, ground) => {
      const full: Ground = {
        posts: [post("A", 2), post("B", name === "postBalance" ? 1 : 3)],
        persons: [approved, teacher({ id: "b1", homeSchool: "B", ...settled })],
        locks: [{ person: "guest", stay: true, reason: "r" }],
        ...ground,
      };
      expect(await told({ ...full, rules: [rule(name, params)] })).toMatchObject({ lines: ["infeasible"] });
      const soft = await outcomeOf({ ...full, rules: [rule(name, params, { strength: "soft", price: 7 })] });
      expect(soft).toMatchObject({ status: "planned", plan: { levels: [{ name: "compliance", value: 7 }, {}] } });
    },
  );

  const lock = (rest: object) => [{ person: "guest", reason: "r", ...rest }] as unknown as readonly Lock[];

  test.each([
    ["stays", { stay: true }, ["guest stays at B"]],
    ["is sent to the host", { school: "B" }, ["guest stays at B"]],
    ["is sent to the post held there", { post: "B-语文" }, ["guest stays at B"]],
    ["is kept from home", { forbid: "A" }, ["guest stays at B"]],
    ["is sent home", { school: "A" }, ["guest back to A"]],
    ["is kept from the host", { forbid: "B" }, ["guest back to A"]],
    ["is sent elsewhere", { school: "C" }, ["pinned-cannot-move"]],
  ])("is what a lock says: %s", async (_what, given, lines) => {
    // No rule speaks for the stay.
    expect((await told({ posts: roomy, persons: [approved], locks: lock(given) })).lines).toEqual(lines);
  });

  test("without approval a lock cannot hold anybody at the host", async () => {
    const person = guest({ applied: true, approved: false });
    const { lines } = await told({ posts: roomy, persons: [person], locks: lock({ stay: true }) });
    expect(lines).toEqual(["held-cannot-stay"]);
  });

  test("a roster against the lock is refused, and one that is silent follows it", () => {
    const basis = basisOf({ posts: roomy, persons: [approved], locks: lock({ stay: true }) });
    const back = { person: "guest", from: "B", to: "A", post: "A-语文", settles: false };
    const refused = verifyRoster({ ...basis, moves: [], returns: [back] });
    expect(refused.violations.map(({ finding }) => finding.code)).toEqual(["plan.lock-broken"]);
    expect(verifyRoster({ ...basis, moves: [] }).violations).toEqual([]);
  });
});

const away = (end: string, given: Partial<PersonInput> = {}) =>
  teacher({
    id: "away",
    homeSchool: "A",
    currentSchool: "C",
    exchanges: [{ from: "A", to: "C", form: "rotation", start: "2022-09-01", end }],
    ...given,
  });
const recruit = teacher({ id: "new", ...RECRUIT });
const kept = [post("A", 1), post("C", 1)];
const place = rule("newRecruits", {}, { strength: "soft", price: 10 });

describe("a post that is kept", () => {
  const room = rule("returnRoom");

  test("is given to nobody for good, and without the rule the overflow is told", async () => {
    const ground = { posts: kept, persons: [away("2026-08-31"), recruit] };
    expect((await told({ ...ground, rules: [place, room] })).lines).toEqual([]);
    const free = await told({ ...ground, rules: [place] });
    expect(free.lines).toEqual(["new>A-语文"]);
    expect(free.warned).toEqual(["A·小学语文岗位：2026年9月1日交流人员返回后有2人，需要1人"]);
  });

  test("leaves the other heads of the post open", async () => {
    const ground = { posts: [post("A", 2), post("C", 1)], persons: [away("2026-08-31"), recruit] };
    expect(await told({ ...ground, rules: [place, room] })).toMatchObject({ lines: ["new>A-语文"], warned: [] });
  });

  const fills = teacher({ id: "b1", homeSchool: "B" });
  const go = rule("quota", { share: "100%" });
  const filled = { posts: [post("A", 1), post("B", 1), post("C", 1)], persons: [away("2025-08-31"), fills] };

  test("may be filled for a while, and the plan says by how many", async () => {
    const outcome = await outcomeOf({ ...filled, rules: [go, room, rule("postBalance")] });
    const { plan } = outcome as Extract<typeof outcome, { status: "planned" }>;
    expect(plan.moves.map(({ person, to, end }) => [person, to, end])).toEqual([["b1", "A", "2025-08-31"]]);
    expect(plan.measures.filter(({ rule: entry }) => entry === "returnRoom")).toMatchObject([
      { about: { kind: "post", post: "A-语文" }, value: 1, target: 1, met: true },
    ]);
  });

  test("is free on the day of the return where the policy asks for that", async () => {
    const always = rule("returnRoom", { when: "always" });
    const { status } = await outcomeOf({ ...filled, rules: [go, always, rule("postBalance")] });
    expect(status).toBe("planned");
    // A day earlier than who fills in: two are there from the last day of August on.
    const earlier = { ...filled, persons: [away("2025-08-30"), fills], rules: [go, rule("postBalance")] };
    expect((await told(earlier)).warned).toEqual(["A·小学语文岗位：2025年8月31日交流人员返回后有2人，需要1人"]);
    expect((await told({ ...earlier, rules: [...earlier.rules, always] })).lines).toEqual(["infeasible"]);
  });

  test("is not kept by a form that gives it up", async () => {
    const given = [form("support", { keepsHomePost: false, scope: "pair" })];
    const person = away("2026-08-31", {
      exchanges: [{ from: "A", to: "C", form: "support", start: "2022-09-01", end: "2026-08-31" }],
    });
    const ground = { posts: kept, persons: [person, recruit], forms: given, rules: [place, room] };
    expect((await told(ground)).lines).toEqual(["new>A-语文"]);
  });

  test("verification refuses a roster that gives it away", () => {
    const { instance, policy } = basisOf({ posts: kept, persons: [away("2026-08-31"), recruit], rules: [room] });
    const { violations } = verifyRoster({ instance, policy, moves: [{ person: "new", to: "A", post: "A-语文" }] });
    expect(violations.map((found) => violationText(found, namesOf(instance, { policy })).zh)).toEqual([
      "A·小学语文岗位至多1人，交流人员全部返回后将有2人",
    ]);
  });
});

describe("a school that people come back to", () => {
  const full = { schools: { A: { establishment: 1 } }, posts: [post("A", 2), post("C", 1)] };

  test("is over its establishment on a day that is told, or that the policy forbids", async () => {
    const persons = [away("2026-08-31"), recruit];
    const free = await told({ ...full, persons, rules: [place] });
    expect(free.lines).toEqual(["new>A-语文"]);
    expect(free.warned).toEqual(["A：2026年9月1日交流人员返回后在岗2人，超过编制1人"]);
    const forbid = rule("returnRoom", { posts: false, schools: true, when: "always" });
    expect((await told({ ...full, persons, rules: [place, forbid] })).lines).toEqual([]);
  });

  test("is not warned of where nothing that the plan starts lasts until then", async () => {
    const guests = [away("2026-08-31"), teacher({ id: "b1", homeSchool: "B" })];
    const go = rule("quota", { share: "100%" });
    const { lines, warned } = await told({
      ...full,
      posts: [...full.posts, post("B", 1)],
      persons: guests,
      rules: [go],
    });
    expect([lines.length, warned]).toEqual([1, []]);
  });
});

describe("a missed goal", () => {
  const extending = (extensionMonths = 12) => ({
    source: "HL-05",
    stayAllowed: false,
    extendIfGoalMissed: true,
    extensionMonths,
  });
  const missed = (end: string) =>
    away(end, { exchanges: [{ from: "A", to: "C", form: "rotation", start: "2020-09-01", end, goalMet: false }] });

  test.each([
    ["2024-08-31", undefined, "running"],
    ["2023-09-01", undefined, "running"],
    ["2023-08-31", undefined, "returning"],
    ["2024-02-29", 6, "returning"],
    ["2024-03-01", 6, "running"],
    ["2022-08-31", 24, "returning"],
    ["2022-08-31", 25, "running"],
  ])("of an exchange until %s extends by %s months: %s", (end, months, standing) => {
    const { instance, policy } = basisOf({ posts: kept, persons: [missed(end)] });
    const longer = {
      ...policy,
      eligibility: { ...policy.eligibility, returns: extending(months) },
    };
    const { decisions } = decideEligibility(indexCounty(instance).county, longer);
    expect(decisions[0]?.standing).toBe(standing);
  });
});
