import type { Plan, PlanMove } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import { expect, test } from "vitest";
import { policyDocument } from "../../policies/src/index.ts";
import { buildReports } from "../src/index.ts";
import { instance, plan, policy } from "./county.ts";

/** What single reports count, told from what stands beside it. */

const moveOf = (person: string): PlanMove => plan.moves.find((move) => move.person === person) as PlanMove;

/** The rows of a table of one report, where some moves are others. */
function rowsOf(
  id: string,
  table: string,
  { moves = [], by = policy }: { readonly moves?: readonly PlanMove[]; readonly by?: Policy } = {},
) {
  const changed: Plan = {
    ...plan,
    moves: [...plan.moves.filter(({ person }) => !moves.some((one) => one.person === person)), ...moves],
  };
  const [report] = buildReports({ instance, policy: by, plan: changed, audience: "internal", reports: [id] });
  return report?.tables.find((one) => one.id === table)?.rows.map((row) => [...row]);
}

test("R6: who is sent to support is told from rotation, last places and heads", () => {
  const last = moveOf("b2");
  const counts = (form: PlanMove["form"], change: Partial<PlanMove> = {}) =>
    rowsOf("R6", "years", { moves: [{ ...last, form, ...change }] })
      ?.at(-1)
      ?.slice(1);
  // Townships with support, with last places; sent, two ways, adjusted.
  expect(counts("lastPlace")).toEqual([0, 1, 0, 1, 1]);
  expect(counts("support")).toEqual([1, 0, 1, 1, 0]);
  expect(counts("rotation")).toEqual([0, 0, 0, 1, 0]);
  // To another post of the own school.
  expect(counts("internal", { to: last.from as string })).toEqual([0, 1, 0, 0, 1]);
  const head = { ...last, person: "p2", form: "support" as const };
  expect(rowsOf("R6", "years", { moves: [{ ...last, form: "rotation" }, head] })?.at(-1)?.[3]).toBe(0);
});

test("R5 counts schools that the policy is not for", () => {
  const primary = rowsOf("R5", "schools")?.[0];
  expect(primary?.at(-1)).toBe(instance.schools.filter(({ type }) => type === "primary").length);
});

test("R18 says of every sender whether those sent up make good what goes (HL-19)", () => {
  const [form] = policy.forms;
  const by = { ...policy, forms: [...policy.forms, { ...form, code: "up" }] } as Policy;
  const away = { ...moveOf("a1"), form: "support" as const };
  const up = { ...moveOf("b1"), form: "up" as const };
  expect(rowsOf("R18", "backfill", { moves: [away, up] })).toBeUndefined();
  const sent = (moves: readonly PlanMove[]) => rowsOf("R18", "backfill", { moves, by })?.map((row) => row.slice(1, 3));
  expect(sent([away])).toEqual([[1, 0]]);
  expect(sent([away, up])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

test("R2 takes the rate of what the policy takes it of: teachers of a stage, and moves of the form", () => {
  const resolved = resolvePolicy(policyDocument("hanling-town"), { settings: { schoolYears: 6 }, withReports: true });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const moves = plan.moves.map((move) => ({ ...move, form: "support" as const }));
  const all = rowsOf("R2", "groups", { by: resolved.value, moves });
  const rotating = rowsOf("R2", "groups", {
    by: resolved.value,
    moves: moves.map((move, k) => (k === 0 ? { ...move, form: "rotation" as const } : move)),
  });
  const [base, exchanged, rate] = [4, 5, 6];
  const due = rowsOf("R2", "groups");
  // Of all teachers and not of those who are due; supporters are no exchange to another place.
  expect(Number(all?.[0]?.[base])).toBeGreaterThan(Number(due?.[0]?.[base]));
  expect(all?.[0]?.[exchanged]).toBe(0);
  expect(rotating?.[0]?.[exchanged]).toBe(1);
  expect(rotating?.[0]?.[rate]).toBe(1 / Number(rotating?.[0]?.[base]));
});

test("R2 says of a range without a whole number which one is nearest, and not that it was missed", () => {
  const resolved = resolvePolicy(policyDocument("hanling-town"), { settings: { schoolYears: 6 }, withReports: true });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const base = { eligible: 10, exempt: 0, withoutPost: 0, counted: 10 };
  const common = { source: "HL-03", about: { kind: "county" }, unit: "people", value: 0 } as const;
  const measures: Plan["measures"] = [
    { ...common, rule: "junior-least", sense: "atLeast", target: 1, met: false, base: { ...base, share: "2%" } },
    { ...common, rule: "junior-most", sense: "atMost", target: 0, met: true, base: { ...base, share: "5%" } },
  ];
  const request = { instance, policy: resolved.value, plan: { ...plan, measures }, audience: "public" } as const;
  const [report] = buildReports({ ...request, reports: ["R2"] });
  const table = report?.tables.find(({ id }) => id === "measures");
  const at = table?.columns.findIndex(({ key }) => key === "met") ?? -1;
  expect(table?.rows.map((row) => row[at])).toEqual([
    {
      zh: "基数 10 人，按人数无法取得 2%—5% 内的整数，最接近为 0 人",
      en: "no whole number of 10 people lies within 2% to 5%; the nearest is 0",
    },
    { zh: "是", en: "yes" },
  ]);
});

test("R10 tells who has no school yet, and counts them at none", () => {
  const without = { ...plan, moves: plan.moves.filter(({ person }) => person !== "new") };
  const [report] = buildReports({ instance, policy, plan: without, audience: "internal", reports: ["R10"] });
  const [schools, assignment, changes] = report?.tables ?? [];
  expect(schools?.rows.map(([school]) => school)).not.toContain("");
  expect(assignment?.rows.find((row) => row[1] === "new")?.[5]).toEqual({ zh: "尚未安排学校", en: "no school yet" });
  expect(changes?.rows.map((row) => row[1])).not.toContain("new");
  expect(schools?.notes?.[0]?.zh).toBe("尚未安排学校的有1人，不在各校人数内");
});
