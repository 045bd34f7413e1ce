import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
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
if (!python) console.log("2 counts are skipped: python3 is not there");

const terminal = openTerminal();
const { call, path } = terminal;
const settings = (values: readonly string[]) => values.flatMap((value) => ["--set", value]);

/** Plans a county, makes its reports, and has them counted. */
async function counted(county: string, name: string) {
  const planned = await call(
    "plan",
    county,
    "--policy",
    "yulin-notice",
    ...settings(PLANNED),
    "--gap",
    "0.2",
    "--out",
    name,
  );
  if (planned.code !== 0) throw new Error(planned.err);
  const plan = `${name}/plan.json`;
  const { out } = await call("report", plan, "--only", REPORTS, ...settings(MASKED), "--json");
  await writeFile(path(`${name}.json`), out);
  const ran = spawnSync("python3", [SCRIPT, county, path(plan), path(`${name}.json`)], { encoding: "utf8" });
  return { lines: ran.stdout.trim().split("\n"), status: ran.status, err: ran.stderr };
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
});
