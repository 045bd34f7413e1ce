import { afterAll, describe, expect, it } from "vitest";
import { findPolicy, openYearsCase, readYears, yearsFiles, yearsOutcomeSchema } from "../src/index.ts";
import type { YearsCase, YearsOutcome, YearsProgress } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { IMPOSSIBLE, smallCounty } from "./county.ts";

/** Planning over years gives plain data in each of its endings, and plans that are read and planned again. */

const session = openSession();
afterAll(() => session.close());

const county = smallCounty(4, 60);
const SHARES = [{ quotaShare: "10%" }, { quotaShare: "20%" }];

async function yearsCase(settings: Readonly<Record<string, string>> = {}): Promise<YearsCase> {
  const policy = { name: "detailed-measures" };
  // Four schools have hardly anybody whom they can spare: what protects them is set aside.
  const overrides = { protection: "a county made up for tests" };
  const request = { county: { instance: county }, policy, years: 2, yearly: SHARES, settings, overrides };
  const opened = await openYearsCase(request);
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  return opened.value;
}

function expectStatus<S extends YearsOutcome["status"]>(outcome: YearsOutcome, status: S) {
  const back: unknown = JSON.parse(JSON.stringify(outcome));
  expect(back).toStrictEqual(outcome);
  const read = yearsOutcomeSchema.parse(back);
  expect(read.status).toBe(status);
  return read as Extract<YearsOutcome, { status: S }>;
}

describe("planned years", () => {
  it("carry the settings of each year, say what the program leaves out first, and are planned again", async () => {
    const heard: YearsProgress[] = [];
    const asked = await yearsCase();
    const first = expectStatus(await session.planYears(asked, { onProgress: (now) => heard.push(now) }), "planned");
    expect(first.plans.map(({ basis }) => basis.settings)).toEqual(SHARES);
    const program = heard.findIndex(({ phase }) => phase === "program");
    expect(program).toBeLessThan(heard.findIndex(({ phase }) => phase === "level"));
    expect(heard[program]?.leftOut).toEqual(first.program?.leftOut);

    const files = await yearsFiles(asked, first.plans, { language: "zh" });
    expect(files.map(({ name }) => name)).toContain(`${county.planYear + 1}/plan.json`);
    const document = files.find(({ name }) => name === "years.json")?.content;
    const read = readYears({ text: String(document), file: "years.json" });
    if (!read.ok) throw new Error("years.json");
    expect(read.value).toEqual(first.plans);

    const leaver = read.value[1]?.moves.find(({ from }) => from !== null)?.person ?? "";
    const earlier = { plans: read.value, fixed: 1, withdrawn: [leaver] };
    const again = expectStatus(await session.planYears(asked, { earlier }), "planned");
    expect(again.plans[0]).toEqual(first.plans[0]);
    expect(again.plans[1]?.moves.map(({ person }) => person)).not.toContain(leaver);
    expect(again.changes?.proven).toBe(true);

    const wrong = { plans: read.value, fixed: 2, withdrawn: ["nobody"] };
    const refused = expectStatus(await session.planYears(asked, { earlier: wrong }), "invalid");
    expect(refused.issues.map(({ code }) => code)).toEqual(["unknown-person", "no-year-left"]);
    const foreign = await session.planYears(asked, {
      earlier: { plans: [...read.value].reverse() },
    });
    expect(expectStatus(foreign, "invalid").issues).toMatchObject([{ code: "foreign-plan" }]);
  });
});

describe("years without a plan", () => {
  it("are infeasible in a year and say what would have to give", async () => {
    const outcome = expectStatus(await session.planYears(await yearsCase(IMPOSSIBLE)), "infeasible");
    expect(outcome.year).toBe(county.planYear);
    expect(outcome.leastViolations.map(({ source }) => source)).toContain("DM-05");
  });

  it("are stopped by a limit", async () => {
    const outcome = await session.planYears(await yearsCase(), { method: "rolling", limits: { timeSeconds: 1e-6 } });
    expect(expectStatus(outcome, "stopped").termination.limit).toBe("time");
  });

  it("are no case with a wrong number of years or a policy that is none", async () => {
    const none = findPolicy({ name: "nothing" });
    expect(none).toMatchObject({ ok: false, issues: [{ code: "unknown-policy" }] });
    const opened = await openYearsCase({
      county: { instance: county },
      policy: { name: "detailed-measures" },
      years: 7,
    });
    expect(opened).toMatchObject({ ok: false, issues: [{ code: "invalid-years" }] });
  });
});
