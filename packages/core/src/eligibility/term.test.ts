import { describe, expect, test } from "vitest";
import {
  EXEMPTIONS,
  countyOf,
  eligibilityOf,
  form,
  leader,
  policyOf,
  post,
  school,
  teacher,
} from "../../test/small-county.ts";
import type { PersonInput } from "../instance/person.ts";
import type { SchoolInput } from "../instance/school.ts";
import { termIssues } from "../planner/term-issues.ts";
import type { Standing } from "./decision.ts";
import { quotaBase } from "./eligibility.ts";
import type { Lock } from "./locks.ts";
import { standingReasons } from "./standing-reasons.ts";

/** Terms of exchanges that took the relation along, on 2024-09-01, by tables worked out by hand (decision 0020). */

const words = { zh: "指定", en: "named" };
const FORCED = [
  {
    id: "last",
    source: "GX-07",
    when: { attr: "person.lastRanksInARow", op: "ge", value: 1 },
    text: { zh: "末位", en: "last" },
  },
  {
    id: "named",
    source: "BQ-18",
    when: { attr: "person.named", op: "eq", value: true },
    text: words,
    sensitive: false,
    withinTerm: true,
  },
];
const POLICY = policyOf({
  forms: [form("rotation", { source: "DM-02", relationMoves: true })],
  eligibility: { forced: FORCED, exemptions: EXEMPTIONS, volunteers: { source: "DM-08" } },
});

const RECORD = { from: "B", to: "A", form: "rotation" as const, start: "2022-09-01", end: "2025-08-31" };
const IN_TERM = { exchanges: [RECORD] };
const LAST = { examRanks: [{ survey: "1", rank: 9, of: 9 }] };
const APPLIED = { application: { volunteer: true, homeConsent: true } };

type Given = Partial<PersonInput> & { readonly at?: Partial<SchoolInput> };

function decided({ at, ...given }: Given, locks: readonly Lock[] = []) {
  const person = teacher({ id: "p", homeSchool: "A", ...given });
  const schools = [school({ id: "A", ...at }), school({ id: "B" })];
  return eligibilityOf(countyOf({ schools, posts: [post("A", 9), post("B", 9)], persons: [person] }), POLICY, locks);
}

const record = (given: object) => ({ exchanges: [{ ...RECORD, ...given }] });

const ROWS: readonly (readonly [string, Given, Standing])[] = [
  ["within the term", IN_TERM, "inTerm"],
  ["who works at the home school by the list", { ...IN_TERM, currentSchool: "A" }, "inTerm"],
  ["whose term ends on the day of the start", record({ end: "2024-09-01" }), "inTerm"],
  ["whose term has ended the day before", record({ end: "2024-08-31" }), "due"],
  ["of two terms the later one holds", { exchanges: [RECORD, { ...RECORD, end: "2023-08-31" }] }, "inTerm"],
  ["whose record leads elsewhere", record({ from: "A", to: "B", end: "2024-08-31" }), "due"],
  ["who came as a recruit", record({ form: "recruit" }), "due"],
  ["who has settled at the host", record({ form: "settle" }), "due"],
  ["who came back", record({ form: "return" }), "due"],
  ["who taught here beside another post", record({ form: "partTime" }), "due"],
  ["who was transferred for a term", record({ form: "transfer" }), "inTerm"],
  ["whose school has closed", { ...IN_TERM, at: { status: "closed" } }, "due"],
  ["who applies", { ...IN_TERM, ...APPLIED }, "inTerm"],
  ["whom a rule of what was before forces", { ...IN_TERM, ...LAST }, "inTerm"],
  ["whom the authority names this year", { ...IN_TERM, named: true }, "forced"],
  ["who is ill", { ...IN_TERM, statuses: [{ code: "longSickLeave" }] }, "exempt"],
  ["who is away from there as a guest", { ...guest(), exchanges: [RECORD, ...guest().exchanges] }, "running"],
];

function guest() {
  const away = { from: "A", to: "B", form: "support" as const, start: "2023-09-01", end: "2025-08-31" };
  return { currentSchool: "B", exchanges: [away] };
}

describe("a running term at a school to which the relation moved", () => {
  test.each(ROWS)("somebody %s", (_what, given, standing) => {
    expect(decided(given).decisions[0]?.standing).toBe(standing);
  });

  test.each<[string, Lock, Standing]>([
    ["a school", { person: "p", school: "B", reason: "r" }, "pinned"],
    ["a post", { person: "p", post: "B-语文", reason: "r" }, "pinned"],
    ["staying", { person: "p", stay: true, reason: "r" }, "held"],
    ["a school that is out", { person: "p", forbid: "B", reason: "r" }, "inTerm"],
  ])("a decision with a reason about %s", (_what, lock, standing) => {
    const { decisions, issues } = decided(IN_TERM, [lock]);
    expect([decisions[0]?.standing, issues]).toEqual([standing, []]);
  });

  test("whoever is in term is in no base, whatever moves the person", () => {
    const base = (given: Given, locks: readonly Lock[] = []) => [
      ...quotaBase(decided(given, locks), { excludeExempt: false, excludeWithoutPost: false }),
    ];
    expect(base({})).toEqual([1]);
    expect([base(IN_TERM), base({ ...IN_TERM, named: true })]).toEqual([[0], [0]]);
    expect(base(IN_TERM, [{ person: "p", school: "B", reason: "r" }])).toEqual([0]);
    expect(base({ ...IN_TERM, statuses: [{ code: "longSickLeave" }] })).toEqual([0]);
  });

  test("a head, too", () => {
    const head = leader({ id: "p", homeSchool: "A", personType: "principal", ...IN_TERM });
    expect(decided(head).decisions[0]?.standing).toBe("inTerm");
  });

  test("people are told the term and its dates, who applied also that they have to wait", () => {
    const told = standingReasons(decided({ ...IN_TERM, ...APPLIED }))(0);
    expect(told.map(({ text, source }) => `${text.zh}（${source}）`)).toEqual([
      "期限未满，期内不再安排：交流期限为2022年9月至2025年8月（DM-02）",
      "本人申请交流，期限届满后方可安排（）",
    ]);
    expect(told[0]?.text.en).toBe("In term: nothing is arranged within it: the term is 2022-09-01 to 2025-08-31");
  });

  test("who would be forced and stays, and who is forced within the term, are told, discipline is not", () => {
    const issues = (given: Given) => termIssues(decided(given)).map(({ code, message }) => `${code} ${message.zh}`);
    expect(issues({ ...IN_TERM, ...LAST })).toEqual([
      "forced-in-term 人员“p”交流期限为2022年9月至2025年8月，又属于必须交流的情形，期内不再安排，本年度不列入交流",
    ]);
    expect(issues({ ...IN_TERM, named: true })).toEqual([
      "forced-out-of-term 人员“p”交流期限为2022年9月至2025年8月，又属于“指定”，按政策在期内调整",
    ]);
    expect([issues(IN_TERM), issues({ ...LAST }), issues({ ...IN_TERM, ...LAST, at: { status: "closed" } })]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
