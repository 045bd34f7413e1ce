import { describe, expect, it } from "vitest";
import type { Plan } from "@lungang/core/plan";
import { planChanges, refusedChanges } from "./plan-changes.ts";
import { PLAN_EVENTS, PLAN_STATES, nextPlanState } from "./plan-states.ts";

describe("nextPlanState()", () => {
  it("goes from draft over publicity to final", () => {
    expect(nextPlanState("draft", "publish")).toEqual({ ok: true, state: "publicised" });
    const facts = { today: "2017-08-31", publicityEnd: "2017-08-31" };
    expect(nextPlanState("publicised", "finalise", facts)).toEqual({ ok: true, state: "final" });
  });

  it("does not finalise before publicity is over, or without its last day", () => {
    const early = nextPlanState("publicised", "finalise", { today: "2017-08-30", publicityEnd: "2017-08-31" });
    expect(early).toMatchObject({ ok: false, issue: { code: "publicity-not-over", expected: "2017-08-31" } });
    expect(nextPlanState("publicised", "finalise")).toMatchObject({ ok: false });
  });

  it("allows these steps and no others", () => {
    const facts = { today: "2024-09-01", publicityEnd: "2024-08-30" };
    const allowed = PLAN_STATES.flatMap((state) =>
      PLAN_EVENTS.flatMap((event) => {
        const answer = nextPlanState(state, event, facts);
        return answer.ok ? [`${state} ${event} ${answer.state}`] : [];
      }),
    );
    expect(allowed).toEqual([
      "draft publish publicised",
      "publicised withdraw draft",
      "publicised object objection",
      "publicised finalise final",
      "objection withdraw draft",
      "objection object objection",
      "objection dismiss publicised",
      "objection uphold draft",
      "final appeal final",
      "final reopen draft",
    ]);
  });

  it("says what is possible instead", () => {
    expect(nextPlanState("objection", "finalise")).toMatchObject({
      issue: {
        code: "transition-refused",
        advice: { zh: "可以：登记异议、撤回、驳回异议、采纳异议", en: "Possible: object, withdraw, dismiss, uphold" },
      },
    });
  });
});

const line = { person: "a", from: "A", to: "B", post: "p", form: "rotation", start: "2024-09-01", end: "2027-08-31" };

function planWith(moves: readonly object[], measures: readonly object[] = []): Plan {
  return { moves, returns: [], measures } as unknown as Plan;
}

describe("planChanges() and refusedChanges()", () => {
  const before = planWith([line, { ...line, person: "b" }]);
  const after = planWith([
    { ...line, to: "C" },
    { ...line, person: "b", end: "2026-08-31" },
    { ...line, person: "c" },
  ]);
  const changes = planChanges(before, after);

  it("names who changes and how", () => {
    expect(changes).toEqual([
      { kind: "destination", person: "a" },
      { kind: "term", person: "b" },
      { kind: "addMove", person: "c" },
    ]);
    expect(planChanges(before, before)).toEqual([]);
    expect(planChanges(before, planWith(before.moves, [{ value: 1 }]))).toEqual([{ kind: "figures" }]);
  });

  it("lets everything change in a draft and nothing once it is public or final", () => {
    expect(refusedChanges("draft", changes)).toEqual([]);
    for (const state of ["publicised", "final"] as const)
      expect(refusedChanges(state, changes, { objectors: new Set(["a", "b", "c"]) })).toHaveLength(3);
  });

  it("lets only the lines of people with an objection change while it is open", () => {
    const refused = refusedChanges("objection", changes, { objectors: new Set(["a"]) });
    expect(refused).toMatchObject([
      { code: "change-refused", path: ["term", "b"] },
      { code: "change-refused", path: ["addMove", "c"] },
    ]);
  });
});
