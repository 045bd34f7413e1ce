import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Instance } from "@lungang/core";
import { writeCounty } from "@lungang/tabular";
import { describe, expect, test } from "vitest";
import { openTerminal, smallCounty } from "./terminal.ts";

/** What the reports of a plan say, counted once more in another language by a script that shares no code with them. */

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const SCRIPT = `${ROOT}scripts/count/count_reports.py`;
const REPORTS = "R1,R2,R3,R4,R5,R6,R7,R10,R11,R17,R18,R20,R21";
const TABLES = 19;
const PLANNED = ["document74Exemptions=pregnancy,lactation,seriousIllness,longSickLeave", "quotaShare=10%"];
const MASKED = ["targetYear=2027", "titleRuralYears=3", "remoteYearsLevel2=10", "remoteYearsLevel1=15"];

const python = spawnSync("python3", ["--version"]).status === 0;
// oxlint-disable-next-line no-console -- how much was left out has to be seen
if (!python) console.log("3 counts are skipped: python3 is not there");

const terminal = openTerminal();
const { call, path } = terminal;
const settings = (values: readonly string[]) => values.flatMap((value) => ["--set", value]);

/** What a policy has to be given for a plan and for its reports. */
const GIVEN = {
  "yulin-notice": { planned: PLANNED, masked: MASKED },
  "detailed-measures": { planned: [], masked: [] },
} as const;

/** Plans a county, makes its reports, and has them counted. */
async function counted(county: string, name: string, policy: keyof typeof GIVEN = "yulin-notice") {
  const { planned: asked, masked } = GIVEN[policy];
  const planned = await call("plan", county, "--policy", policy, ...settings(asked), "--gap", "0.2", "--out", name);
  if (planned.code !== 0) throw new Error(planned.err);
  const plan = `${name}/plan.json`;
  const { out } = await call("report", plan, "--only", REPORTS, ...settings(masked), "--json");
  await writeFile(path(`${name}.json`), out);
  const ran = spawnSync("python3", [SCRIPT, county, path(plan), path(`${name}.json`), policy], { encoding: "utf8" });
  return { lines: ran.stdout.trim().split("\n"), status: ran.status, err: ran.stderr };
}

/** The made-up county with a complete school, supporters from outside and a trainee: what two of the reports list. */
function withOutsiders(): Instance {
  const { schools, persons, ...county } = smallCounty(8, 150);
  const middle = schools.find(({ type }) => type === "junior");
  const [home, host] = schools.filter(({ type }) => type === "primary");
  const away = persons.findIndex(({ homeSchool, personType }) => homeSchool === home?.id && personType === "teacher");
  return {
    ...county,
    schools: schools.map((school) =>
      school !== middle
        ? school
        : { ...school, type: "completeMiddle", studentsByStage: { junior: school.students ?? 0, senior: 0 } },
    ),
    persons: persons.map((person, at) => {
      if (at % 40 === 7) return { ...person, establishment: "external" };
      if (at !== away) return person;
      const { start, end } = { start: `${county.planYear}-03-01`, end: `${county.planYear + 1}-01-31` };
      const training = { from: home?.id ?? "", to: host?.id ?? "", form: "replacement" as const, start, end };
      return { ...person, currentSchool: training.to, exchanges: [training] };
    }),
  };
}

describe.runIf(python)("an independent count", () => {
  test("finds the same in the county of the examples", async () => {
    const { lines, status, err } = await counted(`${ROOT}examples/county/county.xlsx`, "example");
    expect(lines.filter((line) => !line.endsWith(", equal"))).toEqual([]);
    expect([lines.length, status, err]).toEqual([TABLES, 0, ""]);
  });

  test("finds the same in a made-up county, and names what was told otherwise", async () => {
    await writeFile(path("other.xlsx"), await writeCounty(smallCounty(8, 150)));
    const { lines, status } = await counted(path("other.xlsx"), "other");
    expect(lines.filter((line) => !line.endsWith(", equal"))).toEqual([]);
    expect([lines.length, status]).toEqual([TABLES, 0]);
    const told = JSON.parse(await readFile(path("other.json"), "utf8")) as {
      reports: { id: string; tables: { rows: unknown[][] }[] }[];
    };
    const row = told.reports.find(({ id }) => id === "R1")?.tables[0]?.rows[0] ?? [];
    row[2] = 1000;
    await writeFile(path("told.json"), JSON.stringify(told));
    const files = [path("other.xlsx"), path("other/plan.json"), path("told.json")];
    const wrong = spawnSync("python3", [SCRIPT, ...files], { encoding: "utf8" });
    expect([wrong.status, wrong.stdout.split("\n")[0]]).toEqual([
      1,
      expect.stringMatching(/^R1 arrangement: .* 1 differ$/u),
    ]);
  });

  test("finds the same under another policy, with rows of every report", async () => {
    await writeFile(path("outsiders.xlsx"), await writeCounty(withOutsiders()));
    const { lines, status, err } = await counted(path("outsiders.xlsx"), "outsiders", "detailed-measures");
    expect(lines.filter((line) => !line.endsWith(", equal"))).toEqual([]);
    expect([lines.length, status, err]).toEqual([TABLES, 0, ""]);
    const rows = new Map(lines.map((line) => [line.split(":")[0], Number(/: (\d+) rows/u.exec(line)?.[1])]));
    for (const table of ["R7 external", "R20 list", "R20 senders"]) expect(rows.get(table)).toBeGreaterThan(0);
  });
});
