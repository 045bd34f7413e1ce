import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Issue, PlanningCase } from "../src/index.ts";
import { checkCase, hasError } from "../src/index.ts";
import { openCase, openCounty, openSession } from "../src/node.ts";

/** Files in which users of other programs failed, and a county as an officer fills it in: each with what is right. */

const CASES = join(process.env["LUNGANG_DATA"] ?? "", "../cases");
const areThere = process.env["LUNGANG_DATA"] !== undefined && existsSync(join(CASES, "files"));

const SETTINGS = {
  document74Exemptions: "pregnancy,lactation,seriousIllness,longSickLeave",
  quotaShare: "20%",
  exchangeScope: "county",
};

const session = openSession();
afterAll(() => session.close());

const opened = (county: string, locks?: string, policy = "yulin-notice") =>
  openCase({
    county: join(CASES, county),
    policy: policy.includes(".") ? join(CASES, policy) : policy,
    settings: SETTINGS,
    ...(locks === undefined ? {} : { locks: join(CASES, locks) }),
  });

/** Codes of what is said, each once, errors with `!`. */
/** Codes of what is said of data and decisions; what has no effect in so small a county is said of the policy. */
function codes(issues: readonly Issue[]): readonly string[] {
  const said = issues.filter(({ code }) => code !== "without-effect");
  return [...new Set(said.map(({ code, severity }) => `${severity === "error" ? "!" : ""}${code}`))].sort();
}

async function planned(planningCase: PlanningCase): Promise<readonly string[]> {
  const outcome = await session.plan(planningCase);
  if (outcome.status === "planned") return outcome.plan.moves.map(({ person }) => person);
  return outcome.status === "invalid" ? codes(outcome.issues) : [outcome.status];
}

/** Who moves in the county that all files vary. */
const MOVERS = ["T01", "T06", "T19"];

const AWAY = ["away-by-record"];

/** What is said when a county is opened and checked; who moves is asked where that is what went wrong elsewhere. */
const COUNTIES: readonly (readonly [string, readonly string[], (readonly string[])?])[] = [
  ["00-base/csv", [], MOVERS],
  ["01-phonetic-guides/county.xlsx", [], MOVERS],
  ["01-phonetic-guides/county-inline.xlsx", [], MOVERS],
  ["04-dates-43-seconds-early/county-1600.xlsx", ["time-next-day"], MOVERS],
  ["04-dates-43-seconds-early/county-235917.xlsx", ["time-next-day"], MOVERS],
  ["04-dates-43-seconds-early/county-right.xlsx", [], MOVERS],
  ["06-csv-2018.1/county.xlsx", ["!ambiguous-date"]],
  ["06-csv-2018.1/csv", ["!ambiguous-date"]],
  ["07-header-wrapped/county.xlsx", [], MOVERS],
  ["07-header-wrapped/county-honour.xlsx", []],
  ["07-header-wrapped/county-optional.xlsx", []],
  ["09-roster-hr-columns/two-degrees.xlsx", ["column-left-out"], MOVERS],
  ["09-roster-hr-columns/乡村任教年数.xlsx", ["fraction-dropped", "number-as-text", "unit-dropped"]],
  ["09-roster-hr-columns/任教学校数.xlsx", ["unit-dropped"]],
  ["09-roster-hr-columns/周课时.xlsx", ["fraction-dropped", "number-as-text", "unit-dropped"]],
  ["09-roster-hr-columns/在岗.xlsx", []],
  ["09-roster-hr-columns/学历.xlsx", ["column-left-out"]],
  ["09-roster-hr-columns/学历（全日制）.xlsx", ["column-left-out"]],
  ["09-roster-hr-columns/学段.xlsx", ["column-left-out"]],
  ["09-roster-hr-columns/岗位等级.xlsx", []],
  ["09-roster-hr-columns/政治面貌.xlsx", ["unknown-columns"]],
  ["09-roster-hr-columns/教师资格.xlsx", ["column-left-out"]],
  ["09-roster-hr-columns/民族.xlsx", ["unknown-columns"]],
  ["09-roster-hr-columns/状态.xlsx", [], MOVERS],
  ["09-roster-hr-columns/班子成员.xlsx", []],
  ["09-roster-hr-columns/编制.xlsx", []],
  ["09-roster-hr-columns/身份.xlsx", ["column-left-out"]],
  ["09-roster-hr-columns/身份证号.xlsx", ["id-number-hidden"]],
  ["09-roster-hr-columns/配偶.xlsx", []],
  ["09-roster-hr-columns/骨干教师.xlsx", ["column-left-out"]],
  ["12-two-subjects-no-main/csv", ["main-subject-inferred", "subject-not-asked"], MOVERS],
  ["12-two-subjects-no-main/csv-one-school", [], MOVERS],
  ["12-two-subjects-no-main/csv-space", [], MOVERS],
  ["12-two-subjects-no-main/csv-stage-in-name", [], MOVERS],
  ["13-csv-optional-file-misnamed/csv", ["!copy-not-read"]],
  ["13-csv-optional-file-misnamed/county.xlsx", ["!copy-not-read"]],
  ["13-csv-optional-file-misnamed/csv-right", AWAY],
  ["14-same-id-card-twice/csv", ["!id-number-twice", "same-person-twice"]],
  ["15-implausible-dates/hired-before-birth", ["!dates-out-of-order"]],
  ["15-implausible-dates/hired-future", ["!implausible-date", "dates-out-of-order"]],
  ["15-implausible-dates/service-until-1905.xlsx", ["!dates-out-of-order", "time-dropped"]],
  ["15-implausible-dates/service-until-right.xlsx", []],
  ["15-implausible-dates/status-from-after-to", ["!dates-out-of-order", "implausible-date"]],
  ["15-implausible-dates/status-to-0202", ["!dates-out-of-order"]],
  ["15-implausible-dates/status-to-2042", ["implausible-date"]],
  ["15-implausible-dates/tenure-2452.xlsx", ["!implausible-date"]],
  ["15-implausible-dates/tenure-before-hired", ["dates-out-of-order"]],
  ["15-implausible-dates/tenure-child", ["dates-out-of-order", "implausible-date"]],
  ["15-implausible-dates/tenure-future", ["!implausible-date"]],
  ["15-implausible-dates/tenure-year-0202", ["!dates-out-of-order", "dates-out-of-order"]],
  ["16-all-coordinates-swapped-west/homes-swapped", ["!coordinates-swapped"]],
  ["16-all-coordinates-swapped-west/swapped", ["!coordinates-swapped"]],
  ["16-all-coordinates-swapped-west/swapped-gcj", ["!coordinates-swapped"]],
  ["16-all-coordinates-swapped-west/right", []],
  ["18-distance-table-in-km/long-km", []],
  ["18-distance-table-in-km/wide-km", ["!roads-in-kilometres"]],
  ["18-distance-table-in-km/wide-m", [], MOVERS],
  ["26-running-exchange-without-current-school/csv", AWAY],
  ["26-running-exchange-without-current-school/csv-ended", ["exchange-long-ended"]],
  ["26-running-exchange-without-current-school/csv-no-record", ["away-without-record"]],
  ["26-running-exchange-without-current-school/csv-other-host", ["!exchange-elsewhere"]],
  ["26-running-exchange-without-current-school/csv-outside-county", ["away-outside-county", "outside-reference"]],
  ["26-running-exchange-without-current-school/csv-outside-current", ["away-outside-county", "outside-reference"]],
  ["26-running-exchange-without-current-school/csv-overlap", ["!exchanges-overlap"]],
  ["26-running-exchange-without-current-school/csv-right", []],
  ["26-running-exchange-without-current-school/csv-starts-this-year", AWAY],
  ["29-two-header-rows/county.xlsx", [], MOVERS],
  ["33-group-names-spelled-apart/digit", ["group-of-one"]],
  ["33-group-names-spelled-apart/fullwidth-paren", ["group-of-one"]],
  ["33-group-names-spelled-apart/right", []],
  ["33-group-names-spelled-apart/space", []],
  ["36-json-in-gbk/utf8.json", []],
  ["36-json-in-gbk/gbk.json", []],
];

const LOCKED = "files/22-everybody-pinned";

/** What comes of decisions: codes of what is said of them, and who moves; `infeasible` where they leave no plan. */
const DECISIONS: readonly (readonly [string, readonly string[], (readonly string[] | undefined)?, string?])[] = [
  ["all-stay", ["quota-out-of-reach"], ["infeasible"]],
  ["bom", [], MOVERS],
  ["gbk", [], MOVERS],
  ["utf16", [], MOVERS],
  ["post-ok", [], MOVERS],
  ["person-by-name", [], MOVERS],
  ["school-by-name", [], MOVERS],
  ["not-due-sent", [], ["T01", "T04", "T06"]],
  ["stay-twice", ["lock-twice"]],
  ["twice-same", ["lock-twice"]],
  ["five-to-one-post", [], ["infeasible"]],
  ["ten-to-one-school", [], ["infeasible"]],
  ["one-to-own-school", [], ["infeasible"]],
  ["stay-and-go", ["!locks-contradict"]],
  ["stay-then-go", ["!locks-contradict"]],
  ["go-and-forbid", ["!locks-contradict"]],
  ["go-then-post", ["!locks-contradict"]],
  ["post-then-stay", ["!locks-contradict"]],
  ["two-schools", ["!locks-contradict"]],
  ["one-to-empty-post", ["!unknown-reference"]],
  ["one-to-unknown-post", ["!unknown-reference"]],
  ["one-to-unqualified-post", ["!unknown-reference"]],
  ["object", ["!invalid-lock"]],
  ["empty-file", ["!invalid-syntax"]],
  ["chinese-punctuation", ["!invalid-syntax"]],
  ["trailing-comma", ["!invalid-syntax"]],
  ["pregnant-sent", ["!pinned-exempt"], undefined, "csv-pregnant"],
  ["running-sent", ["!pinned-cannot-move", "away-by-record"], undefined, "csv-running"],
];

describe.skipIf(!areThere)("files of the field", () => {
  it.each(COUNTIES.map(([county, expected, movers]) => ({ county, expected, movers })))("$county", async (given) => {
    const { county, expected, movers } = given;
    const read = await opened(`files/${county}`);
    const issues = read.ok ? checkCase(read.value).issues.concat(read.warnings) : read.issues;
    expect(codes(issues)).toEqual([...expected].sort());
    const moved = read.ok && movers !== undefined ? await planned(read.value) : movers;
    expect(moved).toEqual(movers);
  });

  const decisions = DECISIONS.map(([locks, expected, movers, county = "csv"]) => ({ locks, expected, movers, county }));
  it.each(decisions)("decisions $locks", async ({ locks, expected, movers, county }) => {
    const read = await opened(`${LOCKED}/${county}`, `${LOCKED}/${locks}.json`);
    const issues = read.ok ? checkCase(read.value).issues.concat(read.warnings) : read.issues;
    expect(codes(issues)).toEqual([...expected].sort());
    // Whatever is wrong with a decision says in which file and line.
    const unplaced = issues.filter(({ path, place }) => path?.[0] === "locks" && place?.line === undefined);
    expect(unplaced).toEqual([]);
    expect(issues.filter(({ message }) => /[a-z]{4,}/u.test(message.zh))).toEqual([]);
    const moved = read.ok && movers !== undefined ? await planned(read.value) : movers;
    expect(moved).toEqual(movers);
  });

  it.each(["policy-utf8", "policy-utf-8-sig", "policy-utf-16", "policy-gb18030"])("a policy %s", async (policy) => {
    const read = await opened("files/00-base/csv", undefined, `files/36-json-in-gbk/${policy}.json`);
    expect(read.ok && hasError(read.warnings)).toBe(false);
    expect(read.ok).toBe(true);
  });

  it.each([
    ["a capacity that is a telephone number", "attack/capacity-phone-number.json", ["!implausible-number"]],
    ["a protection that ends before it begins", "attack/status-from-after-to.json", ["!dates-out-of-order"]],
    ["text as Windows of China saves it", "attack/gbk.json", []],
  ])("%s", async (_what, county, expected) => {
    const read = await openCase({ county: join(CASES, county), policy: "detailed-measures" });
    const errors = codes(read.ok ? [] : read.issues).filter((code) => code.startsWith("!"));
    expect(errors).toEqual(expected);
    expect(read.ok ? [] : read.issues.filter(({ place }) => place?.line === undefined)).toEqual([]);
  });

  it("the same county in two encodings", async () => {
    const [one, other] = await Promise.all(
      ["gbk", "utf8"].map((name) => openCounty(join(CASES, `attack/${name}.json`))),
    );
    expect(one).toEqual(other);
  });

  it("weights that would drown all others", async () => {
    const read = await openCase({
      county: join(CASES, "files/00-base/csv"),
      policy: join(CASES, "attack/policy-weight-1e8.json"),
      settings: SETTINGS,
    });
    expect(read.ok).toBe(false);
    const told = read.ok ? [] : read.issues.filter(({ severity }) => severity === "error");
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ place }) => place?.line === undefined)).toEqual([]);
  });

  it("the county of an officer: how many are due, and what a share of them is", async () => {
    const settings = { ...SETTINGS, quotaShare: "8%" };
    const read = await openCase({ county: join(CASES, "officer/清水县.xlsx"), policy: "yulin-notice", settings });
    if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 3)));
    const check = checkCase(read.value);
    const due = check.standings.find(({ standing }) => standing === "due")?.count;
    expect([due, check.quotas.some(({ target }) => target === 6)]).toEqual([70, true]);
  });
});
