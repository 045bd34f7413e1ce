import { checkCounty, indexCounty } from "@lungang/core";
import { decideEligibility } from "@lungang/core/policy";
import type { Settings, Standing } from "@lungang/core/policy";
import { expect } from "vitest";
import type { KnownCase } from "./run.ts";
import { whoMoves } from "./run.ts";
import { MASKED } from "../masked-values.ts";

/**
 * Counties that an earlier program got wrong, with the value that the text asks for.
 *
 * A row without `open` holds. One with `open` says why it does not hold yet, and fails on the day it does: then the word
 * is taken out.
 */
export interface Row {
  readonly file: string;
  readonly policy: string;
  readonly settings?: Settings;
  /** What the text asks for. */
  readonly right: string;
  readonly open?: string;
  readonly ask: (known: KnownCase) => unknown;
}

const D = { document74Exemptions: "pregnancy" };
const B0 = { backboneShare: "0%" };
const Q0 = { quotaShare: "0%" };

const standings = ({ instance, policy }: KnownCase): Readonly<Record<string, Standing>> => {
  const { county, decisions } = decideEligibility(indexCounty(instance).county, policy);
  return Object.fromEntries(county.persons.map(({ id }, at) => [id, decisions[at]?.standing as Standing]));
};

/** What the quota asks for before the solve, and whether it names who cannot move. */
const asks = ({ instance, policy }: KnownCase, target: number, isOutOfReach: boolean) => {
  const { quotas, issues } = checkCounty(instance, policy);
  expect(quotas).toMatchObject([{ base: 100, target }]);
  const said = issues.find(({ code }) => code === "quota-out-of-reach")?.message.zh ?? "";
  expect(/没有可去岗位的：.+/u.test(said)).toBe(isOutOfReach);
};

const quotaOf = async (known: KnownCase, rule = "quota") =>
  (await known.plan()).measures.find((measure) => measure.rule === rule);

/** A plan that verification passes, or what stands in the way of one. */
const isAnswered = async (known: KnownCase) => {
  const outcome = await known.outcome();
  expect(outcome.status === "infeasible" ? outcome.leastViolations : [await known.plan()]).not.toEqual([]);
};

/** A planned number is reached (20 people, 4 asked). */
const reaches = (policy: string, settings: Settings = {}): Row => ({
  file: "rules/yearlymoves.json",
  policy,
  settings: { yearlyMoves: 4, ...settings },
  right: "4 move",
  ask: async (known) => expect((await known.plan()).moves).toHaveLength(4),
});

export const ROWS: readonly Row[] = [
  {
    file: "rules/yl06-base-detailed-measures.json",
    policy: "detailed-measures",
    right: "base 100, required 10",
    ask: (known) => asks(known, 10, false),
  },
  {
    file: "rules/yl06-base-yulin-notice.json",
    policy: "yulin-notice",
    settings: D,
    right: "base 100, required 8; fewer can move: said with the names",
    ask: (known) => asks(known, 8, true),
  },
  {
    file: "rules/nc03.json",
    policy: "national-2014",
    settings: { schoolYears: 6, leaderYears: 8, termMonths: 36 },
    right: "the share counts people of town and quality schools only",
    ask: async (known) => {
      const area = new Map(known.instance.schools.map(({ id, area, quality }) => [id, `${area}/${quality}`]));
      const { moves } = await known.plan();
      const town = moves.filter(({ from }) => /^(urban|town)|good/u.test(area.get(from ?? "") ?? ""));
      const base = known.instance.persons.filter(({ homeSchool }) =>
        /^(urban|town)|good/u.test(area.get(homeSchool ?? "") ?? ""),
      );
      expect(town.length).toBeGreaterThanOrEqual(Math.ceil(base.length / 10));
    },
  },
  {
    file: "rules/lone.json",
    policy: "yulin-notice",
    settings: D,
    right: "the only teacher stays; by hand: refused",
    ask: async (known) => {
      const outcome = await known.outcome();
      if (outcome.status === "planned") expect(whoMoves(outcome.plan)).not.toContain("lone>C");
      expect(known.roster("lone>C-p-语文").violations.map(({ rule }) => rule)).toContain("protection");
    },
  },
  {
    file: "rules/yl30.json",
    policy: "yulin-notice",
    settings: { ...D, exchangeScope: "county" },
    right: "a roster that leaves music without anybody is refused",
    ask: (known) => expect(known.roster("mus>B-p-语文").violations.map(({ rule }) => rule)).toContain("protection"),
  },
  {
    file: "rules/hl-form.json",
    policy: "hanling-town",
    settings: { schoolYears: 6 },
    right: "3 rotate, the rest support; a hand-written rotation is admitted in its form, and so is support",
    ask: async (known) => {
      const { moves } = await known.plan();
      const rotating = moves.filter(({ form }) => form === "rotation");
      expect(rotating).toHaveLength(3);
      expect(new Set(moves.map(({ form }) => form))).toEqual(new Set(["rotation", "support"]));
      const [move] = rotating;
      for (const form of ["rotation", "support", "up"] as const) {
        const { violations } = known.roster(`${move?.person ?? ""}>${move?.post ?? ""}/${form}`);
        expect([form, violations.some(({ rule }) => rule === "plan:wrong-form")]).toEqual([form, form === "up"]);
      }
    },
  },
  reaches("gaoping-opinion", { termMonths: 36 }),
  reaches("generic-lungang-18", { termMonths: 36 }),
  {
    ...reaches("county-jiaoliu", { schoolYears: 6 }),
    right: "nobody can: both schools are full and the way to town is closed; the four who are missing are told",
    ask: async (known) => {
      const { moves, violations } = await known.plan();
      expect(moves).toEqual([]);
      expect(violations.find(({ rule }) => rule === "plannedMoves")).toMatchObject({ amount: 4 });
    },
  },
  reaches("banan-chongqing", { postFillMost: 53, supportMost: 59 }),
  reaches("yiyuan-qinglongshan", { termMonths: 36 }),
  reaches("xx-county-2021", { namedSchool: "XX", termMonths: 36 }),
  {
    file: "rules/sc01.json",
    policy: "shichang-township",
    settings: { yearlyMoves: 3 },
    right: "3 of the 12 due move",
    ask: async (known) => expect((await known.plan()).moves).toHaveLength(3),
  },
  {
    file: "rules/yl17-approved.json",
    policy: "yulin-notice",
    settings: { ...D, ...B0, ...Q0 },
    right: "stays for good with the relation",
    ask: async (known) => expect((await known.plan()).returns).toMatchObject([{ person: "stayOK", settles: true }]),
  },
  {
    file: "rules/gl05.json",
    policy: "yulin-notice",
    settings: { ...D, ...B0, ...Q0 },
    right: "the recruit does not get the post that is kept",
    ask: async (known) => expect(whoMoves(await known.plan())).not.toContain("new>R"),
  },
  {
    file: "rules/case08.json",
    policy: "detailed-measures",
    settings: { termMonths: 36 },
    right: "the three who come back to H in 2027 find room there, or the overflow is told",
    ask: async (known) => {
      const { moves, schools } = await known.plan();
      const { warnings } = await known.outcome();
      const back = moves.filter(({ to, end }) => to === "H" && (end ?? "9999") < "2027-09-01").length;
      const heads = (schools.find(({ school }) => school === "H")?.workingAfter ?? 0) + 3 - back;
      const told = warnings.filter(({ code, path }) => code === "overflow-at-return" && path?.[1] === "H");
      expect(told.length).toBe(heads > 30 ? 1 : 0);
    },
  },
  {
    file: "rules/bn08.json",
    policy: "banan-chongqing",
    settings: { yearlyMoves: 20, postFillMost: 53, supportMost: 59 },
    right: "all who have not served yet, 镇区 too, once their exemption ends",
    ask: (known) => {
      const forced = Object.entries(standings(known)).flatMap(([id, standing]) => (standing === "forced" ? [id] : []));
      expect(forced.sort()).toEqual(["rec2020", "rec2021", "rec2021preg2023", "rec2022", "town2022"]);
    },
  },
  {
    file: "rules/bq06b.json",
    policy: "daxuequ-baqiao",
    right: "year-long light forms are enough for the 6 %",
    ask: async (known) => expect(await quotaOf(known, "longExchange")).toMatchObject({ met: true }),
  },
  {
    file: "rules/xc03.json",
    policy: "xx-county-2021",
    settings: { namedSchool: "XX", termMonths: 36, yearlyMoves: 1 },
    right: "the rural vacancy",
    ask: async (known) => {
      expect((await known.plan()).moves.map(({ to }) => to)).toEqual(["RuralJ"]);
    },
  },
  {
    file: "rules/gx.json",
    policy: "gaoxin-flow",
    settings: MASKED["gaoxin-flow"] ?? {},
    right: "surveys and exams apart; the grade of the hospital; retirement asked for",
    ask: (known) => {
      const found = standings(known);
      expect(found).toMatchObject({ ill3: "exempt", two: "forced", gapCenter: "forced" });
      expect(found["ill1"]).not.toBe("exempt");
      expect(found["illnone"]).not.toBe("exempt");
      expect(found["mixed"]).not.toBe("forced");
      expect(found["mid1"]).toBe("exempt");
      expect(found["mid1Point"]).not.toBe("exempt");
      const { issues } = decideEligibility(indexCounty(known.instance).county, known.policy);
      expect(issues.map(({ path }) => path?.join("/"))).toContain("persons/f55/retireCategory");
    },
  },
  {
    file: "rules/xr16.json",
    policy: "xx-county-report",
    settings: { termMonths: 24, lastPlaceTimes: 2 },
    right: "the two external supporters fill two posts: one more is missing, not three",
    ask: async (known) => {
      const { schools } = await known.plan();
      expect(schools.find(({ school }) => school === "R")?.workingBefore).toBe(3);
    },
  },
  {
    file: "rules/case14.json",
    policy: "yulin-notice",
    settings: { ...D, exchangeScope: "county" },
    right: "the gap between schools does not grow without a word",
    ask: async (known) => {
      const { warnings } = await known.outcome();
      expect(warnings.map(({ code }) => code)).toContain("wider-gap");
    },
  },
  {
    file: "rules/yl03.json",
    policy: "yulin-notice",
    settings: { ...D, ...B0, exchangeScope: "county" },
    right: "office records are asked for",
    ask: async (known) => {
      const outcome = await known.outcome();
      const issues = outcome.status === "invalid" ? outcome.issues : outcome.warnings;
      expect(issues.map(({ path }) => path?.join("/"))).toContain("persons/p/offices");
    },
  },
  {
    file: "rules/case15.json",
    policy: "yiyuan-qinglongshan",
    settings: { termMonths: 36, yearlyMoves: 20 },
    right: "the category of retirement is asked for",
    ask: (known) => {
      const { issues } = decideEligibility(indexCounty(known.instance).county, known.policy);
      expect(issues.map(({ path }) => path?.join("/"))).toContain("persons/fUnknown/retireCategory");
    },
  },
  {
    file: "rules/yl21.json",
    policy: "yulin-notice",
    settings: { ...D, ...B0, quotaShare: "100%" },
    right: "a vice head can be promoted",
    ask: (known) => {
      const { county, admission } = decideEligibility(indexCounty(known.instance).county, known.policy);
      const cell = county.cells.findIndex(({ posts }) => posts.includes("B-principal"));
      expect(admission.formOf(county.personIndex.get("vp") ?? -1, cell)).toBeGreaterThanOrEqual(0);
    },
  },
  {
    file: "rules/hl07.json",
    policy: "hanling-town",
    settings: { schoolYears: 6 },
    right: "the surplus of three flows next door",
    ask: async (known) => {
      const { schools } = await known.plan();
      const heads = Object.fromEntries(schools.map(({ school, workingAfter }) => [school, workingAfter]));
      expect(heads).toEqual({ F: 1, N: 8, O: 6 });
    },
  },
  {
    file: "rules/periods.json",
    policy: "detailed-measures",
    settings: { quotaShare: "50%", expertShare: "0%" },
    right: "who is sent for three periods a week is told by post",
    ask: async (known) => {
      const { moves } = await known.plan();
      const { warnings } = await known.outcome();
      const told = warnings.filter(({ code }) => code === "part-load-post").map(({ path }) => path?.[1]);
      expect(told).toEqual(moves.map(({ post }) => post));
      expect(told).toHaveLength(1);
    },
  },
  {
    file: "rules/periods.json",
    policy: "detailed-measures",
    settings: { quotaShare: "50%", expertShare: "0%" },
    right: "three periods a week are left open, or taught beside another post",
    open: "heads are rounded up where the policy knows no itinerant teaching",
    ask: async (known) => expect((await known.plan()).moves).toEqual([]),
  },
  {
    file: "rules/periods.json",
    policy: "yulin-notice",
    settings: { ...D, ...B0, ...Q0 },
    right: "who has eight periods to spare teaches three at each point, and no post is short",
    ask: async (known) => {
      const plan = await known.plan();
      expect(plan.moves).toEqual([]);
      expect(plan.shortfalls).toEqual([]);
      expect(Object.fromEntries(plan.itineraries.map(({ post, periods }) => [post, periods]))).toEqual({
        "V1-m": 3,
        "V2-m": 3,
      });
      expect(plan.measures.find(({ rule }) => rule === "itinerant")).toMatchObject({ source: "YL-14d", value: 0 });
    },
  },
  {
    file: "rules/periods.json",
    policy: "yulin-notice",
    settings: { ...D, ...B0, ...Q0, itinerantPlaces: 1 },
    right: "each of the two goes to one point",
    ask: async (known) => {
      const { itineraries } = await known.plan();
      expect(new Set(itineraries.map(({ person }) => person))).toEqual(new Set(["m1", "m2"]));
    },
  },
  {
    file: "rules/periods.json",
    policy: "xx-county-report",
    settings: { termMonths: 24, lastPlaceTimes: 2 },
    right: "part-time teaching takes the periods of both points",
    ask: async (known) => {
      const { itineraries, shortfalls } = await known.plan();
      expect(shortfalls).toEqual([]);
      expect(itineraries.reduce((sum, { periods }) => sum + periods, 0)).toBe(6);
    },
  },
  {
    file: "rules/case10c.json",
    policy: "detailed-measures",
    settings: { expertShare: "0%" },
    right: "the one whom the quota asks for goes, and the two are named; nobody else is sent apart",
    ask: async (known) => {
      const { moves, violations } = await known.plan();
      expect(moves).toHaveLength(1);
      expect(violations.filter(({ rule }) => rule === "couples")).toMatchObject([{ amount: 1 }]);
    },
  },
  {
    file: "rules/case10c.json",
    policy: "detailed-measures",
    settings: { expertShare: "0%", quotaShare: "0%" },
    right: "a couple is not sent apart for two vacancies",
    ask: async (known) => expect((await known.plan()).moves).toEqual([]),
  },
  ...(["dm07", "case11", "case05", "case06", "case07", "zw"] as const).map((name): Row => ({
    file: `rules/${name}.json`,
    policy:
      { zw: "zhongwei-pairing", case06: "zhongwei-pairing", case05: "xx-county-2021" }[name as string] ??
      "detailed-measures",
    settings: {
      ...(name === "zw" || name === "case06" ? { start: "02-20", youngAge: 35 } : {}),
      ...(name === "case05" ? { namedSchool: "XX", termMonths: 36, yearlyMoves: 20 } : {}),
    },
    right: "planned and verified, or infeasible with its reason",
    ask: isAnswered,
  })),
  {
    file: "attack/case8.json",
    policy: "detailed-measures",
    right: "no school ends above its establishment, guests who leave counted",
    ask: async (known) => {
      const outcome = await known.outcome();
      const schools = outcome.status === "planned" ? outcome.plan.schools : [];
      for (const { establishment, workingAfter, workingBefore } of schools)
        expect(workingAfter).toBeLessThanOrEqual(Math.max(establishment ?? Infinity, workingBefore));
    },
  },
  {
    file: "attack/no-feasible-post.json",
    policy: "detailed-measures",
    right: "16 due ask for 2",
    ask: async (known) => expect(await quotaOf(known)).toMatchObject({ base: { counted: 16 }, target: 2 }),
  },
  {
    file: "attack/oracle-3013.instance.json",
    policy: "attack/oracle-3013.policy.json",
    right: "the recruit goes the near way",
    ask: async (known) => {
      const { moves } = await known.plan();
      expect(moves.map(({ distanceMetres }) => distanceMetres)).toEqual([expect.any(Number)]);
      expect(moves[0]?.distanceMetres).toBeLessThan(16_000);
    },
  },
  {
    file: "attack/oracle-47.instance.json",
    policy: "attack/oracle-47.policy.json",
    right: "at most a share of nobody is nobody",
    ask: async (known) => {
      const { measures } = await known.plan();
      for (const { rule, base, value, target } of measures)
        if (known.policy.rules.find(({ id }) => id === rule)?.rule === "quota" && base?.counted === 0)
          expect([value, target]).toEqual([0, 0]);
    },
  },
];
