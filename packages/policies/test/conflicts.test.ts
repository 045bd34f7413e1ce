import { WEEKENDS_ONLY, indexCounty, lastOfWorkingDays } from "@lungang/core";
import { decideEligibility } from "@lungang/core/policy";
import type { Instance } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Settings } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { policyDocument } from "../src/index.ts";
import type { Changes } from "./counties/small.ts";
import { smallCounty } from "./counties/small.ts";
import { planned, policyOf } from "./sentences.ts";
import { MASKED } from "./masked-values.ts";

/**
 * Where the source documents contradict each other (docs/cases.md): the same county under two texts, or
 * under one text with one parameter changed, and the right answer of each.
 */

const highs = createHighsSolver();
afterAll(() => highs.close());

/** One text with its settings. */
type Side = readonly [policy: string, settings: Settings];

type Answer = (side: Side, county: Instance) => unknown;

/** One contradiction: what it is about, the county, what is asked, both texts, both answers. */
interface Conflict {
  readonly topic: string;
  readonly county: Changes;
  readonly ask: Answer;
  readonly sides: readonly [Side, Side];
  readonly answers: readonly [unknown, unknown];
}

/** The standing of some people. */
const standing =
  (...people: readonly string[]): Answer =>
  ([policy, settings], instance) => {
    const { county, decisions } = decideEligibility(indexCounty(instance).county, policyOf(policy, settings));
    return people.map((id) => decisions[county.personIndex.get(id) ?? -1]?.standing).join(" ");
  };

/** Something of the plan. */
const ofPlan =
  (read: (plan: Plan) => unknown): Answer =>
  async ([policy, settings], instance) =>
    read((await planned(instance, policyOf(policy, settings), highs)).plan);

const moves = ofPlan((plan) => plan.moves.length);
const measure = (name: string) =>
  ofPlan((plan) =>
    plan.measures
      .filter(({ rule }) => rule === name)
      .map(({ target }) => target)
      .join(" "),
  );

/** Something that the text itself says to reports. */
const said =
  (read: (document: Record<string, unknown>) => unknown): Answer =>
  ([policy]) =>
    read(policyDocument(policy) as unknown as Record<string, unknown>);

const DM = (settings: Settings = {}): Side => ["detailed-measures", settings];
const YL = (settings: Settings = {}): Side => [
  "yulin-notice",
  { document74Exemptions: "pregnancy", exchangeScope: "county", ...settings },
];
const BQ = (settings: Settings = {}): Side => ["daxuequ-baqiao", { anyShare: "1%", ...settings }];
const BN = (settings: Settings = {}): Side => [
  "banan-chongqing",
  { yearlyMoves: 9, postFillMost: 0, supportMost: 0, ...settings },
];
const HL = (settings: Settings = {}): Side => ["hanling-town", { schoolYears: 6, centerLeast: 0, ...settings }];
const XC = (settings: Settings = {}): Side => [
  "xx-county-2021",
  { namedSchool: "none", yearlyMoves: 3, termMonths: 36, ...settings },
];
const CX = (settings: Settings = {}): Side => [
  "generic-chengxiang-17",
  { quotaShare: "10%", termMonths: 24, ...settings },
];
const GL = (settings: Settings = {}): Side => ["generic-lungang-18", { yearlyMoves: 3, termMonths: 24, ...settings }];
const YY = (settings: Settings = {}): Side => ["yiyuan-qinglongshan", { yearlyMoves: 1, termMonths: 12, ...settings }];
const GX = (settings: Settings = {}): Side => ["gaoxin-flow", { ...MASKED["gaoxin-flow"], ...settings }];

const head = (start: string, before?: string) => ({
  personType: "principal" as const,
  offices: [
    ...(before === undefined ? [] : [{ office: "vicePrincipal" as const, start: before, end: start }]),
    { office: "principal" as const, start },
  ],
});
const vice = {
  personType: "vicePrincipal" as const,
  offices: [{ office: "vicePrincipal" as const, start: "2012-09-01" }],
};
const recent = { tenureStart: "2021-09-01" };
const backbone = { honours: ["backboneCounty" as const] };
const excellent = { evaluations: [{ year: 2024, grade: "excellent" as const }] };
const away = (end: string) => ({ from: "A", to: "C", form: "rotation" as const, start: "2021-09-01", end });
const lead = { statuses: [{ code: "featuredLead" as const }], leadDeferralYearsUsed: 2 };

const CONFLICTS: readonly Conflict[] = [
  {
    topic: "age of teachers: 50 of the measures, 45 of Hanling",
    county: { people: { a1: { birthDate: "1976-05-05" } } },
    ask: standing("a1"),
    sides: [DM(), DM({ ageMale: 45 })],
    answers: ["due", "notDue"],
  },
  {
    topic: "以下 with and without the limit itself",
    county: { people: { a1: { birthDate: "1973-09-01" } } },
    ask: standing("a1"),
    sides: [DM(), DM({ ageInclusive: false })],
    answers: ["due", "notDue"],
  },
  {
    topic: "age of leaders: 55 of Yulin, none of Banan",
    county: { people: { ap: { ...head("2010-09-01"), birthDate: "1966-05-05" } } },
    ask: standing("ap"),
    sides: [YL(), BN()],
    answers: ["notDue", "due"],
  },
  {
    topic: "cut-off: 31 August and 31 July",
    county: { people: { a1: { birthDate: "1973-08-15" } } },
    ask: standing("a1"),
    sides: [DM(), DM({ cutoff: "07-31" })],
    answers: ["notDue", "due"],
  },
  {
    topic: "years at one school: 6 of the measures, 5 of Gaoxin",
    county: { people: { a1: { tenureStart: "2019-09-01" } } },
    ask: standing("a1"),
    sides: [DM(), GX()],
    answers: ["notDue", "due"],
  },
  {
    topic: "years as a leader at the school (Yulin) or in the one office (Banan)",
    county: { people: { ap: head("2020-09-01", "2012-09-01") } },
    ask: standing("ap"),
    sides: [YL(), BN()],
    answers: ["due", "notDue"],
  },
  {
    topic: "term: two years of the measures, three of Yulin",
    county: {},
    ask: ofPlan((plan) => plan.moves[0]?.end),
    sides: [DM({ expertShare: "0%" }), DM({ expertShare: "0%", termMonths: 36 })],
    answers: ["2026-08-31", "2027-08-31"],
  },
  {
    topic: "quota: a low share this year and a higher one in the end",
    county: { people: { a1: recent, a2: recent, b1: { ...backbone }, b2: backbone } },
    ask: measure("quota"),
    sides: [YL({ quotaShare: "5%" }), YL({ quotaShare: "10%" })],
    answers: ["1", "2"],
  },
  {
    topic: "base of the quota: the eligible (measures) or all full-time teachers (Baqiao)",
    county: {
      schools: { D: { zones: ["Z1"] } },
      people: Object.fromEntries(
        ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1", "c2", "d1"].map((id) => [id, recent]),
      ),
    },
    ask: moves,
    sides: [DM({ expertShare: "0%" }), BQ({ longShare: "10%" })],
    answers: [1, 2],
  },
  {
    topic: "base of the share: the whole district or each school",
    county: { schools: { D: { zones: ["Z1"] } } },
    ask: moves,
    sides: [BQ(), BQ({ quotaBy: "school" })],
    answers: [2, 4],
  },
  {
    topic: "special share: 30% of Yulin, 20% of the national opinion",
    county: { people: { a1: backbone, a4: backbone, b1: backbone } },
    ask: measure("backbone"),
    sides: [YL({ quotaShare: "20%" }), YL({ quotaShare: "20%", backboneShare: "20%" })],
    answers: ["2", "1"],
  },
  {
    topic: "cap on a leadership team: strictly 30%, or one of a small team all the same",
    county: {
      schools: { A: { posts: { vicePrincipal: 0 } }, C: { establishment: 9, posts: { vicePrincipal: 3 } } },
      people: { av: vice, aw: vice, ax: vice },
    },
    ask: ofPlan((plan) => plan.moves.filter(({ post }) => post === "C-vicePrincipal").length),
    sides: [DM({ expertShare: "0%" }), DM({ expertShare: "0%", teamAtLeastOne: true })],
    answers: [0, 1],
  },
  {
    topic: "the relation stays (Baqiao) or moves (XX County, 2021)",
    county: {},
    ask: ofPlan((plan) => plan.schools.find(({ school }) => school === "A")?.relationAfter),
    sides: [DM({ expertShare: "0%" }), DM({ expertShare: "0%", relationMoves: true })],
    answers: [9, 8],
  },
  {
    topic: "a deferral of at most three years, or of one",
    county: { people: { a1: lead } },
    ask: standing("a1"),
    sides: [YL(), YL({ deferralYears: 1 })],
    answers: ["exempt", "due"],
  },
  {
    topic: "under punishment: exempt in Baqiao, due under the measures",
    county: { people: { a1: { statuses: [{ code: "punishment" }] } } },
    ask: standing("a1"),
    sides: [BQ(), DM()],
    answers: ["exempt", "due"],
  },
  {
    topic: "the seconded use no headcount (XX County), or use it",
    county: { people: { c1: { statuses: [{ code: "seconded" }] } } },
    ask: ofPlan((plan) => plan.schools.find(({ school }) => school === "C")?.workingBefore),
    sides: [XC(), XC({ notOccupying: "longSickLeave,disabilityCertified" })],
    answers: [3, 4],
  },
  {
    topic: "a missed goal extends the exchange (Hanling), or it ends (Yulin)",
    county: {
      people: {
        c1: {
          homeSchool: "A",
          currentSchool: "C",
          exchanges: [{ from: "A", to: "C", form: "rotation", start: "2021-09-01", end: "2024-08-31", goalMet: false }],
        },
      },
    },
    ask: standing("c1"),
    sides: [HL(), YL()],
    answers: ["running", "returning"],
  },
  {
    topic: "near retirement: 5 years of Qinglongshan, more elsewhere",
    county: { people: { a1: { birthDate: "1970-08-15" } } },
    ask: standing("a1"),
    sides: [YY(), YY({ directYears: 9 })],
    answers: ["due", "exempt"],
  },
  {
    topic: "direction: only downwards (Shichang), or any (eighteen articles)",
    county: {
      schools: {
        A: { establishment: 12, posts: { 语文: 7, 数学: 3, 音乐: 1 } },
        C: { posts: { 语文: 1, 数学: 2 } },
      },
      people: { c1: { livesAt: 0 } },
    },
    ask: ofPlan((plan) => plan.moves.filter(({ from, to }) => from === "C" && to === "A").length > 0),
    sides: [
      ["shichang-township", { yearlyMoves: 3 }],
      ["generic-lungang-18", { yearlyMoves: 3, termMonths: 24 }],
    ],
    answers: [false, true],
  },
  {
    topic: "cap on the reverse direction: none allowed, or one",
    county: {
      schools: {
        A: { quality: "ordinary", establishment: 12, posts: { 语文: 7, 数学: 3, 音乐: 1 } },
        C: { posts: { 语文: 1, 数学: 2 } },
      },
      people: Object.fromEntries(["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3"].map((id) => [id, recent])),
    },
    ask: ofPlan((plan) => plan.moves.filter(({ to }) => to === "A").length),
    sides: [HL(), HL({ reverseCap: 1 })],
    answers: [0, 1],
  },
  {
    topic: "voluntary (regulation of seventeen articles) or sent",
    county: {},
    ask: standing("a1"),
    sides: [CX(), CX({ consentRequired: false })],
    answers: ["notDue", "due"],
  },
  {
    topic: "by consent (XX County) or due and sent (Baqiao)",
    county: {},
    ask: standing("a1"),
    sides: [["xx-county-report", { termMonths: 24, lastPlaceTimes: 2 }], BQ()],
    answers: ["notDue", "due"],
  },
  {
    topic: "scope: kindergartens take part (measures), or not (Yulin)",
    county: { schools: { K: { km: 1, type: "kindergarten", area: "urban" } }, people: { k1: {} } },
    ask: standing("k1"),
    sides: [DM(), YL()],
    answers: ["due", "outOfScope"],
  },
  {
    topic: "across stages: allowed, or not",
    county: {
      schools: { J: { km: 5, type: "junior", area: "town", establishment: 2, posts: { 语文: 2 } } },
      people: { a5: { stageCertified: ["primary", "junior"] } },
    },
    ask: ofPlan((plan) => plan.moves.filter(({ to }) => to === "J").length),
    sides: [GL(), GL({ crossStage: false })],
    answers: [1, 0],
  },
  {
    topic: "term of a head: three years (XX County), four (Yulin)",
    county: {
      schools: {
        A: { posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        C: { posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
      },
      people: { ap: head("2012-09-01"), cp: { ...head("2012-09-01"), ...excellent } },
    },
    ask: ofPlan((plan) => plan.moves.find(({ person }) => person === "ap")?.end),
    sides: [BN(), BN({ leaderTermMonths: 48 })],
    answers: ["2027-08-31", "2028-08-31"],
  },
  {
    topic: "persons of each school: one to three supporters of a centre school (Hanling), or none asked for",
    county: { schools: { B: { posts: { 语文: 2, 数学: 2 } } } },
    ask: ofPlan((plan) => plan.moves.filter(({ from, form }) => from === "B" && form === "support").length),
    sides: [HL({ centerLeast: 1, centerMost: 1 }), HL({ centerMost: 0 })],
    answers: [1, 0],
  },
  {
    topic: "participants of a year: who is away counts, or new starts only",
    county: {
      schools: { D: { zones: ["Z1"] } },
      people: { c1: { homeSchool: "A", currentSchool: "C", exchanges: [away("2025-08-31")] } },
    },
    ask: ofPlan((plan) => plan.participations.length),
    sides: [BQ({ anyShare: "20%" }), BQ({ anyShare: "20%", runningCounts: false })],
    answers: [1, 2],
  },
  {
    topic: "the exempt of the year leave the base, or stay in it",
    county: {
      people: {
        ...Object.fromEntries(["a2", "a3", "a4", "a5", "a6", "a7", "a8", "b1", "b2"].map((id) => [id, recent])),
        a1: { statuses: [{ code: "longSickLeave" }] },
      },
    },
    ask: measure("quota"),
    sides: [DM({ expertShare: "0%" }), DM({ expertShare: "0%", baseExcludesExempt: false })],
    answers: ["1", "2"],
  },
  {
    topic: "volunteers count towards the share, or come on top",
    county: { people: { b1: { ...recent, application: { volunteer: true, homeConsent: true, wishes: ["D"] } } } },
    ask: moves,
    sides: [DM({ expertShare: "0%" }), DM({ expertShare: "0%", volunteersCount: false })],
    answers: [2, 3],
  },
  {
    topic: "at the end of the term: may stay for good (Yulin), or goes back (measures)",
    county: {
      people: {
        c1: {
          homeSchool: "A",
          currentSchool: "C",
          exchanges: [{ ...away("2024-08-31"), stay: { applied: true, approved: true } }],
        },
      },
    },
    ask: ofPlan((plan) => plan.returns.map(({ settles }) => settles).join(" ")),
    sides: [YL({ backboneShare: "0%" }), DM({ expertShare: "0%" })],
    answers: ["true", "false"],
  },
  {
    topic: "scope: senior schools too (implementation plan), or compulsory ones alone (Yulin)",
    county: {
      schools: { S: { km: 3, type: "senior", area: "urban", posts: { 语文: 1 } } },
      people: { s1: { stageCertified: ["senior"], application: { volunteer: true, homeConsent: true } } },
    },
    ask: standing("s1"),
    sides: [["implementation-2024", {}], YL()],
    answers: ["volunteer", "outOfScope"],
  },
  {
    topic: "reach: inside one zone (as Baqiao), or the whole county",
    county: { schools: { C: { posts: { 语文: 2, 数学: 2 } } } },
    ask: ofPlan((plan) => plan.moves.filter(({ to }) => to === "D").length),
    sides: [DM({ expertShare: "0%", exchangeScope: "zone" }), DM({ expertShare: "0%" })],
    answers: [0, 1],
  },
  {
    topic: "reach: the paired school alone (Zhongwei), or any",
    county: { schools: { B: { establishment: 7, posts: { 语文: 4, 数学: 2 } } } },
    ask: ofPlan((plan) => plan.moves.every(({ from, to }) => ["A C", "C A", "B D", "D B"].includes(`${from} ${to}`))),
    sides: [
      ["zhongwei-pairing", { start: "09-01", youngAge: 35, pairCount: 1 }],
      ["generic-lungang-18", { yearlyMoves: 3, termMonths: 24, crossStage: false }],
    ],
    answers: [true, false],
  },
  {
    topic: "has to go and is exempt: the exemption is stronger, where the text has it",
    county: {
      people: {
        b1: {
          sex: "female",
          statuses: [{ code: "lactation" }],
          examRanks: [
            { survey: "2023", rank: 30, of: 30 },
            { survey: "2024", rank: 31, of: 31 },
          ],
        },
      },
    },
    ask: standing("b1"),
    sides: [GX(), GX({ exemptions: "seriousIllness" })],
    answers: ["exempt", "forced"],
  },
  {
    topic: "zone rotation: complementary by subject, or equal (Banan)",
    county: { schools: { B: { posts: { 语文: 2, 数学: 2 } } } },
    ask: ofPlan((plan) =>
      plan.moves
        .filter(({ form }) => form === "zoneRotation")
        .map(({ from, to }) => `${from}>${to}`)
        .join(" "),
    ),
    sides: [BN({ yearlyMoves: 1 }), BN({ yearlyMoves: 2, zoneEqual: true })],
    // Equal: two moves are planned, and one each way is what two schools can do.
    answers: ["B>C", "A>B B>A"],
  },
  {
    topic: "publicity: five working days, or three",
    county: {},
    // Appointed on Thursday 24 August 2017: the first day of publicity is the Friday (tricky case 12).
    ask: ([policy, settings]) =>
      lastOfWorkingDays("2017-08-25", policyOf(policy, settings).calendar.publicityDays ?? 0, WEEKENDS_ONLY),
    sides: [YY(), YY({ publicityDays: 3 })],
    answers: ["2017-08-31", "2017-08-29"],
  },
  {
    topic: "who leads the management: the home school (Baqiao), the host (Banan)",
    county: {},
    ask: said(({ reports }) => (reports as { lead?: string }).lead),
    sides: [BQ(), BN()],
    answers: ["home", "host"],
  },
  {
    topic: "pay of the host area (seventeen articles), or of the home school (Hanling)",
    county: {},
    ask: said(
      ({ benefits }) => (benefits as { payRule?: string }[]).find(({ payRule }) => payRule !== undefined)?.payRule,
    ),
    sides: [CX(), HL()],
    answers: ["host", "home"],
  },
  {
    topic: "exchange asked for a title: a semester (Baqiao), a year (Gaoxin)",
    county: {},
    ask: said(
      ({ benefits }) =>
        (benefits as { exchangeMonths?: unknown }[]).find(({ exchangeMonths }) => typeof exchangeMonths === "number")
          ?.exchangeMonths,
    ),
    sides: [BQ(), GX()],
    answers: [5, 12],
  },
];

/** Lines of docs/cases.md, "Where source documents contradict each other", and how the topics begin that show each. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  "teacher age": ["age of teachers", "以下 with"],
  "leader age": ["age of leaders"],
  "cut-off": ["cut-off"],
  "years at school": ["years at one school", "years as a leader"],
  term: ["term: two", "term of a head"],
  "quota base": [
    "quota: a low",
    "base of the quota",
    "base of the share",
    "persons of each school",
    "participants of a year",
    "the exempt of the year",
    "volunteers count",
  ],
  "special share": ["special share"],
  "leadership cap": ["cap on a leadership team"],
  relation: ["the relation stays", "zone rotation"],
  management: ["who leads"],
  "exemption validity": ["a deferral", "under punishment"],
  "exempt occupying headcount": ["the seconded"],
  return: ["a missed goal", "at the end of the term"],
  pay: ["pay of the host"],
  "near retirement": ["near retirement"],
  direction: ["direction: only", "cap on the reverse"],
  "voluntary or forced": ["voluntary", "by consent", "has to go and is exempt"],
  publicity: ["publicity"],
  "title conditions": ["exchange asked for"],
  scope: ["scope: kindergartens", "scope: senior", "reach: inside", "reach: the paired"],
  "cross-stage": ["across stages"],
};

/** Lines that belong to appointment and placement, which are later work. */
const LATER = ["unplaced", "competition order"];

describe("one county, two texts", () => {
  test.each(CONFLICTS)("$topic", async ({ county, ask, sides, answers }) => {
    const instance = smallCounty(county);
    expect([await ask(sides[0], instance), await ask(sides[1], instance)]).toEqual(answers);
    expect(answers[0]).not.toEqual(answers[1]);
  });

  test("every line of the section is shown, and every topic belongs to one", () => {
    const beginnings = Object.values(LINES).flat();
    const shown = (start: string) => CONFLICTS.filter(({ topic }) => topic.startsWith(start)).length;
    expect(beginnings.map((start) => [start, shown(start)])).toEqual(beginnings.map((start) => [start, 1]));
    expect(CONFLICTS).toHaveLength(beginnings.length);
    expect([...Object.keys(LINES), ...LATER]).toHaveLength(23);
  });
});
