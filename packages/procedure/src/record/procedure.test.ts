import { describe, expect, test } from "vitest";
import type { Plan, PlanMove } from "@lungang/core/plan";
import { assessmentsOf } from "./assessment.ts";
import { procedureStanding } from "./procedure-state.ts";
import type { ProcedureStep } from "./procedure-steps.ts";
import { addObjection, decideObjections, finalisePlan, publishPlan, withdrawPlan } from "./procedure-steps.ts";
import type { ProcedureRecord } from "./record.ts";
import { NO_PROCEDURE } from "./record.ts";

/** From the first publicity to the end: what each day and each decision allows. */

const line = { person: "a", from: "A", to: "B", post: "p", form: "rotation", start: "2024-09-01", end: "2027-08-31" };

function planWith(...moves: readonly object[]): Plan {
  return { moves: moves as PlanMove[], returns: [] } as unknown as Plan;
}

const FIRST = { plan: planWith(line, { ...line, person: "b" }), digest: "1" };
// Tuesday 20 August 2024: five working days run from Wednesday 21 to Tuesday 27.
const REQUEST = { decidedOn: "2024-08-20", workingDays: 5 };

type Answer = ReturnType<typeof withdrawPlan>;

function done(answer: Answer): ProcedureStep {
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.value;
}

const codes = (answer: Answer) => (answer.ok ? [] : answer.issues.map(({ code, path }) => [code, ...(path ?? [])]));

const published = (): ProcedureRecord => done(publishPlan(NO_PROCEDURE, FIRST, REQUEST)).record;
const objection = { kind: "objection", person: "a", on: "2024-08-22", reason: "r" } as const;
const decided = (decision: "upheld" | "dismissed") =>
  done(decideObjections(done(addObjection(published(), objection)).record, "a", { decision, decidedOn: "2024-08-23" }))
    .record;

describe("publicity", () => {
  test("runs for the working days after the decision, and ends with a final plan", () => {
    const { record, schedule } = done(publishPlan(NO_PROCEDURE, FIRST, REQUEST));
    expect([schedule?.start, schedule?.end]).toEqual(["2024-08-21", "2024-08-27"]);
    expect(procedureStanding(record).state).toBe("publicised");
    expect(codes(finalisePlan(record, FIRST, "2024-08-26"))).toEqual([["publicity-not-over"]]);
    const final = done(finalisePlan(record, FIRST, "2024-08-28")).record;
    expect(procedureStanding(final).state).toBe("final");
    expect(codes(publishPlan(final, FIRST, { ...REQUEST, decidedOn: "2024-09-02" }))).toEqual([["transition-refused"]]);
  });

  test("may end with a final plan on its last day at the earliest, and is told to run that day (tricky case 12)", () => {
    const early = finalisePlan(published(), FIRST, "2024-08-26");
    expect(early.ok || early.issues).toMatchObject([
      { expected: "2024-08-27", advice: { zh: expect.stringMatching(/2024年8月27日.*2024年8月28日/u) } },
    ]);
    const warned = (on: string) => {
      const answer = finalisePlan(published(), FIRST, on);
      return answer.ok ? answer.warnings.map(({ code, expected }) => [code, expected]) : answer.issues;
    };
    expect(warned("2024-08-27")).toEqual([["publicity-last-day", "2024-08-28"]]);
    expect(warned("2024-08-28")).toEqual([]);
  });

  test("a plan that was changed since is not made final, and the line is named", () => {
    const other = { plan: planWith(line, { ...line, person: "b", to: "C" }), digest: "2" };
    expect(codes(finalisePlan(published(), other, "2024-08-28"))).toEqual([["change-refused", "destination", "b"]]);
    expect(codes(finalisePlan(published(), { ...FIRST, digest: "2" }, "2024-08-28"))).toEqual([["other-plan"]]);
  });

  test("a withdrawn plan may change in everything, and not before it was published", () => {
    expect(codes(withdrawPlan(published(), "2024-08-19"))).toEqual([["procedure-date"]]);
    const record = done(withdrawPlan(published(), "2024-08-22")).record;
    expect(procedureStanding(record).state).toBe("draft");
    const other = { plan: planWith({ ...line, person: "c" }), digest: "2" };
    const again = done(publishPlan(record, other, { ...REQUEST, decidedOn: "2024-08-26" }));
    expect(again.schedule?.start).toBe("2024-08-27");
    expect(again.record.published.moves.map(({ person }) => person)).toEqual(["c"]);
  });
});

describe("several steps of one day", () => {
  test("a plan is withdrawn on the day on which it was decided to publish it, and published again", () => {
    const record = done(withdrawPlan(published(), REQUEST.decidedOn)).record;
    expect(procedureStanding(record).state).toBe("draft");
    const again = done(publishPlan(record, { ...FIRST, digest: "2" }, REQUEST));
    expect(procedureStanding(again.record)).toMatchObject({ state: "publicised", publicity: { plan: "2" } });
    expect(codes(withdrawPlan(again.record, REQUEST.decidedOn))).toEqual([]);
  });

  test("on the first day of publicity it is objected to, decided, and withdrawn", () => {
    const on = "2024-08-21";
    const open = done(addObjection(published(), { ...objection, on })).record;
    const upheld = done(decideObjections(open, "a", { decision: "upheld", decidedOn: on })).record;
    const back = done(withdrawPlan(upheld, on)).record;
    expect(codes(publishPlan(back, FIRST, { ...REQUEST, decidedOn: on }))).toEqual([]);
    expect(codes(withdrawPlan(open, on))).toEqual([]);
    // Before that day nobody has seen it.
    expect(codes(addObjection(published(), { ...objection, on: "2024-08-20" }))).toEqual([["procedure-date"]]);
  });

  test("a final plan is appealed against, reopened and published again", () => {
    const on = "2024-08-28";
    const final = done(finalisePlan(published(), FIRST, on)).record;
    const appealed = done(addObjection(final, { ...objection, kind: "appeal", on })).record;
    const upheld = done(decideObjections(appealed, "a", { decision: "upheld", decidedOn: on })).record;
    expect(codes(publishPlan(upheld, FIRST, { ...REQUEST, decidedOn: on }))).toEqual([]);
    expect(codes(publishPlan(upheld, FIRST, { ...REQUEST, decidedOn: "2024-08-27" }))).toEqual([["procedure-date"]]);
  });
});

test("a publicity after exchanges begin, or a year before them, is told as a slip in the year", () => {
  const warned = (decidedOn: string) => {
    const answer = publishPlan(NO_PROCEDURE, FIRST, { workingDays: 5, decidedOn });
    return answer.ok ? answer.warnings.map(({ code }) => code) : [];
  };
  expect(warned("2024-08-20")).toEqual([]);
  expect(warned("2024-08-27")).toEqual(["publicity-far-from-start"]);
  expect(warned("2025-08-20")).toEqual(["publicity-far-from-start"]);
  expect(warned("2023-08-28")).toEqual(["publicity-far-from-start"]);
});

describe("objections", () => {
  test("are raised within publicity, and hold the plan up until they are decided", () => {
    for (const on of ["2024-08-20", "2024-08-28"])
      expect(codes(addObjection(published(), { ...objection, on }))).toEqual([["procedure-date"]]);
    expect(codes(addObjection(NO_PROCEDURE, objection))).toEqual([["transition-refused"]]);
    const open = done(addObjection(published(), objection)).record;
    expect(procedureStanding(open)).toMatchObject({ state: "objection", open: [objection] });
    expect(codes(finalisePlan(open, FIRST, "2024-08-28"))).toEqual([["transition-refused"]]);
    expect(procedureStanding(done(addObjection(open, { ...objection, person: "b" })).record).open).toHaveLength(2);
  });

  test("that are open are named with their days where they hold a plan up, and how to decide them", () => {
    const nameOf = (person: string) => ({ a: "张三", b: "李四" })[person] ?? person;
    const first = done(addObjection(published(), objection)).record;
    const open = done(addObjection(first, { ...objection, person: "b", on: "2024-08-23" })).record;
    // Who is decided already holds nothing up.
    const one = done(decideObjections(open, "b", { decision: "dismissed", decidedOn: "2024-08-26" })).record;
    const said = (record: ProcedureRecord) => {
      const answer = finalisePlan(record, { ...FIRST, nameOf }, "2024-08-28");
      return answer.ok ? [] : answer.issues;
    };
    expect(said(open)).toMatchObject([
      {
        message: {
          zh: "尚有 2 件异议没有复核，不能定稿，涉及：“张三”（2024年8月22日提出）、“李四”（2024年8月23日提出）",
          en: 'Cannot finalise: 2 objections are not decided, about "张三" (of 2024-08-22), "李四" (of 2024-08-23)',
        },
        advice: { zh: expect.stringContaining("--decide"), en: expect.stringContaining("--decide") },
      },
    ]);
    expect(said(one)).toMatchObject([
      { message: { zh: expect.stringMatching(/^尚有 1 件/u), en: expect.stringContaining("1 objection is not") } },
    ]);
    expect(said(one)[0]?.message.zh).not.toContain("李四");
  });

  test("that are dismissed let the plan become final", () => {
    expect(procedureStanding(decided("dismissed")).state).toBe("publicised");
    expect(codes(finalisePlan(decided("dismissed"), FIRST, "2024-08-27"))).toEqual([]);
  });

  test("that are upheld let only the lines of these people change", () => {
    const record = decided("upheld");
    expect(procedureStanding(record)).toMatchObject({ state: "draft", upheld: ["a"] });
    const later = { ...REQUEST, decidedOn: "2024-08-26" };
    const moved = { ...line, person: "b", to: "C" };
    expect(codes(publishPlan(record, { plan: planWith(line, moved), digest: "2" }, later))).toEqual([
      ["change-refused", "destination", "b"],
    ]);
    const right = { plan: planWith({ ...line, to: "C" }, { ...line, person: "b" }), digest: "2" };
    // On the day of the decision at the earliest.
    const early = { ...later, decidedOn: "2024-08-22" };
    expect(codes(publishPlan(record, right, early))).toEqual([["procedure-date"]]);
    const again = done(publishPlan(record, right, later)).record;
    // The objections before the second publicity have had their effect.
    expect(procedureStanding(again)).toMatchObject({ state: "publicised", upheld: [] });
  });

  test("that are upheld and change nothing are told", () => {
    const same = publishPlan(decided("upheld"), FIRST, { ...REQUEST, decidedOn: "2024-08-23" });
    expect(same.ok && same.warnings.map(({ code }) => code)).toEqual(["upheld-without-change"]);
    const right = { plan: planWith({ ...line, to: "C" }, { ...line, person: "b" }), digest: "2" };
    const changed = publishPlan(decided("upheld"), right, { ...REQUEST, decidedOn: "2024-08-23" });
    expect(changed.ok && changed.warnings).toEqual([]);
  });

  test("that are upheld do not shut a plan in that has to change others, too: it can be withdrawn", () => {
    const record = done(withdrawPlan(decided("upheld"), "2024-08-26")).record;
    const other = { plan: planWith({ ...line, person: "c" }), digest: "2" };
    expect(codes(publishPlan(record, other, { ...REQUEST, decidedOn: "2024-08-26" }))).toEqual([]);
    expect(codes(withdrawPlan(NO_PROCEDURE, "2024-08-26"))).toEqual([["transition-refused"]]);
  });

  test("are recorded once each, and asked for their reason", () => {
    const { reason: _, ...silent } = objection;
    const first = addObjection(published(), silent);
    expect(first.ok && first.warnings.map(({ code }) => code)).toEqual(["objection-without-reason"]);
    const { record } = done(first);
    expect(codes(addObjection(record, silent))).toEqual([["objection-recorded-twice"]]);
    expect(codes(addObjection(record, { ...silent, by: "c" }))).toEqual([]);
    expect(codes(addObjection(record, objection))).toEqual([]);
  });

  test("speak of people by their names where somebody knows them", () => {
    const nameOf = (person: string) => `name of ${person}`;
    const said = (answer: Answer) => (answer.ok ? [] : answer.issues.map(({ message }) => message.en));
    const others = { plan: planWith(line, { ...line, person: "b", to: "C" }), digest: "2", nameOf };
    const later = { ...REQUEST, decidedOn: "2024-08-26" };
    const outcome = { decision: "upheld", decidedOn: "2024-08-23" } as const;
    for (const answer of [
      publishPlan(decided("upheld"), others, later),
      finalisePlan(published(), others, "2024-08-28"),
      decideObjections(published(), "b", { ...outcome, nameOf }),
    ])
      expect(said(answer)).toEqual([expect.stringContaining('"name of b"')]);
  });

  test("are decided by person and not before they were raised", () => {
    const open = done(addObjection(published(), objection)).record;
    const outcome = { decision: "upheld", decidedOn: "2024-08-23" } as const;
    expect(codes(decideObjections(open, "b", outcome))).toEqual([["no-open-objection"]]);
    expect(codes(decideObjections(open, "a", { ...outcome, decidedOn: "2024-08-21" }))).toEqual([["procedure-date"]]);
  });

  test("after the end are appeals, and reopen the plan where they are upheld", () => {
    const final = done(finalisePlan(published(), FIRST, "2024-08-27")).record;
    expect(codes(addObjection(final, { ...objection, on: "2024-08-28" }))).toEqual([["transition-refused"]]);
    const appeal = { ...objection, kind: "appeal", on: "2024-08-28" } as const;
    expect(codes(addObjection(published(), appeal))).toEqual([["transition-refused"]]);
    expect(codes(addObjection(final, { ...appeal, on: "2024-08-26" }))).toEqual([["procedure-date"]]);
    const open = done(addObjection(final, appeal)).record;
    expect(procedureStanding(open)).toMatchObject({ state: "final", open: [appeal] });
    const upheld = done(decideObjections(open, "a", { decision: "upheld", decidedOn: "2024-08-30" })).record;
    expect(procedureStanding(upheld).state).toBe("draft");
    const dismissed = done(decideObjections(open, "a", { decision: "dismissed", decidedOn: "2024-08-30" })).record;
    expect(procedureStanding(dismissed).state).toBe("final");
  });
});

test("an assessment is complete when four assessors gave points for ethics, teaching and attendance", () => {
  const points = { ethics: 90, teaching: 80, attendance: 100 };
  const all = (["leaders", "students", "peers", "parents"] as const).map((assessor) => ({
    person: "a",
    assessor,
    ...points,
  }));
  const some = [
    { person: "b", assessor: "leaders", ...points } as const,
    { person: "b", assessor: "peers", ethics: 81 } as const,
  ];
  expect(assessmentsOf([...all, ...some], ["a", "b", "c"])).toEqual([
    { person: "a", means: points, overall: 90, missing: [] },
    { person: "b", means: { ...points, ethics: 85.5 }, overall: 88.5, missing: ["students", "peers", "parents"] },
    { person: "c", means: {}, missing: ["leaders", "students", "peers", "parents"] },
  ]);
});
