/* oxlint-disable max-lines -- the text that two policies share is one file of data */
import type { PolicyDocument, PolicyText } from "../document.ts";
import { param, text } from "../document.ts";
import type { Parameters } from "../phrases/parameters.ts";
import {
  ageParameters,
  batchParameter,
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  integer,
  list,
  masked,
  share,
  stagesParameter,
} from "../phrases/parameters.ts";
import { codes } from "@lungang/core";
import type { Entry } from "../phrases/rules.ts";
import { aim, aims, balanceOf, levels } from "../phrases/rules.ts";
import type { Condition } from "../phrases/sets.ts";
import {
  LEADERS,
  PUBLIC_SCHOOLS,
  RURAL,
  TEACHERS,
  TOWN,
  all,
  any,
  has,
  is,
  isIn,
  not,
  set,
  withinAge,
} from "../phrases/sets.ts";

/** What two texts of one family share: Hanling and the county version differ in a few rules only. */
export interface FamilyMember {
  readonly id: string;
  readonly name: PolicyText;
  readonly description: PolicyText;
  readonly parameters: Parameters;
  /** Schools with the duty to send supporters, by `from.` and by `school.` attributes. */
  readonly dutySchools: { readonly source: string; readonly of: (end: "from" | "to" | "school") => Condition };
  readonly due: readonly Entry[];
  readonly forms: readonly Entry[];
  readonly rules: readonly Entry[];
  readonly benefits: readonly Entry[];
  readonly reports: Entry;
}

/** Weak or remote rural schools, which the text supports. */
export function weakRural(end: "from" | "to"): Condition {
  return all(
    isIn(`${end}.area`, RURAL),
    any(is(`${end}.quality`, "weak", { ifMissing: false }), is(`${end}.area`, "remote")),
  );
}

const PARAMETERS: Parameters = {
  ...calendarParameters({ start: "HL-04" }),
  ...stagesParameter(["primary", "junior", "senior"], "HL-01"),
  ...ageParameters("HL-01", { male: 45, female: 40 }),
  schoolYears: masked("integer", "HL-01", {
    text: text("在一所学校任教“时间较长”指几年（原文未写）", "years at one school that count as long (not told)"),
    question: text("在同一学校任教满几年算“时间较长”？", "How many years at one school count as long?"),
    example: "6",
  }),
  ...batchParameter("HL-01"),
  termMonths: integer(36, "HL-04", text("异地交流期限（月，不少于三年）", "months of an exchange to another place")),
  extensionMonths: integer(
    12,
    "HL-05",
    text("目标未完成的，延长几个月（原文未写）", "months by which a missed goal extends (not in the source)"),
  ),
  supportAge: integer(
    45,
    "HL-14",
    text("轮岗支教年龄须低于（岁，不分男女）", "supporters are younger than this, men and women"),
  ),
  supportMonths: integer(12, "HL-15", text("轮岗支教最短期限（月）", "least months of support")),
  supportLongestMonths: integer(24, "HL-15", text("轮岗支教最长期限（月）", "most months of support")),
  expertShare: share(
    "50%",
    "HL-02",
    text("骨干、小学高级、中学一级和高级教师“为主”的比例", "share of backbone and titled teachers (mainly)"),
  ),
  expertHonours: list(
    ["backboneCity", "backboneCounty", "backboneProvince", "backboneNational"],
    { source: "HL-02", choices: codes.HONOURS },
    text("哪些称号计入", "honours that count"),
  ),
  expertTitles: list(
    ["primarySenior", "level1", "senior", "chiefSenior"],
    { source: "HL-02", choices: codes.TITLES },
    text("哪些职称计入", "titles that count"),
  ),
  primaryShare: share(
    "10%",
    "HL-03",
    text("小学异地交流的比例（约）", "share of primary teachers who exchange (about)"),
  ),
  reverseCap: integer(
    0,
    "HL-10",
    text("严格控制的逆向流动最多几人", "most people in the direction that is strictly controlled"),
  ),
  ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
  ...candidateParameters(),
};

/** Counted moves of the exchange to another place, whose numbers the text limits by stage. */
export const EXCHANGE = is("move.form", "rotation");

/** Rounded so, the whole numbers next to a share are both about it; as usual no number would be at least and at most it. */
const ABOUT = { atLeast: "down", atMost: "up" } as const;

/**
 * Returns the soft range of one stage as rules: at least and at most a share of its teachers, which is one share where the
 * text says "about".
 */
export function stageRange(stage: string, [least, most]: readonly [string, string], source: string): readonly Entry[] {
  const who = all(set("teachers"), has("from.stages", stage));
  const words: Record<string, readonly [string, string]> = {
    primary: ["小学", "primary"],
    junior: ["初中", "junior"],
    senior: ["高中", "senior"],
  };
  const [zh, en] = words[stage] as readonly [string, string];
  const entry = (bound: keyof typeof ABOUT, name: string, sentence: PolicyText): Entry => ({
    id: `${stage}-${bound === "atLeast" ? "least" : "most"}`,
    rule: "quota",
    strength: "soft",
    price: 5,
    source,
    text: sentence,
    params: {
      share: param(name),
      ...(least === most ? { rounding: ABOUT[bound] } : {}),
      who,
      moves: EXCHANGE,
      base: "all",
      bound,
    },
  });
  return [
    entry("atLeast", least, text(`${zh}每年交流大体不低于规定比例`, `At least the share of ${en} teachers exchanges`)),
    entry("atMost", most, text(`${zh}每年交流大体不高于规定比例`, `At most the share of ${en} teachers exchanges`)),
  ];
}

function setsOf(member: FamilyMember): Entry {
  const duty = member.dutySchools.of("from");
  return {
    teachers: TEACHERS,
    leaders: LEADERS,
    experts: any(has("person.honours", param("expertHonours")), isIn("person.title", param("expertTitles"))),
    longServing: all(withinAge({ male: "ageMale", female: "ageFemale", inclusive: "ageInclusive" }), {
      attr: "person.yearsAtSchool",
      op: "ge",
      value: param("schoolYears"),
    }),
    supporters: { attr: "person.age", op: "lt", value: param("supportAge") },
    duty,
    toDuty: member.dutySchools.of("to"),
    weakRural: weakRural("to"),
    wanted: any(
      all(is("from.overEstablishment", true), is("to.underEstablishment", true)),
      is("to.quality", "weak", { ifMissing: false }),
      all(isIn("from.area", TOWN), isIn("to.area", RURAL)),
    ),
    reverse: all(
      is("move.form", "rotation"),
      any(
        all(isIn("from.area", RURAL), isIn("to.area", TOWN)),
        is("to.quality", "good", { ifMissing: false }),
        is("to.overEstablishment", true),
      ),
    ),
  };
}

function dueOf(member: FamilyMember): readonly Entry[] {
  return [
    {
      id: "exchange",
      source: "HL-01",
      who: set("teachers"),
      age: { male: param("ageMale"), female: param("ageFemale"), inclusive: param("ageInclusive") },
      years: { measure: "school", min: param("schoolYears") },
      text: text(
        "在一校任教时间较长，分批异地交流",
        "Long at one school and within the age limit: exchange in batches",
      ),
    },
    {
      id: "support",
      source: member.dutySchools.source,
      who: all(set("teachers"), set("duty"), set("supporters")),
      text: text("承担支教任务学校的教师，可选派轮岗支教", "Of a school with the duty to send supporters: may be sent"),
    },
    {
      id: "surplus",
      source: "HL-07",
      who: all(set("teachers"), is("from.overEstablishment", true), is("person.inSurplusPost", true)),
      text: text(
        "超编学校岗位富余的教师，经竞聘分流到本乡镇缺编、薄弱学校",
        "Surplus of a school over its establishment: shed by competition inside the township",
      ),
    },
    {
      id: "leaders",
      source: "HL-12",
      who: set("leaders"),
      text: text("校长、副校长可上挂、下派", "Heads and vice heads may be attached or sent down"),
    },
    ...member.due,
  ];
}

function eligibilityOf(member: FamilyMember): Entry {
  return {
    due: dueOf(member),
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: has("person.statuses", param("exemptions")),
        text: text("孕期、哺乳期、患病等（原文未写，采用通行规定）", "Pregnancy, lactation, illness (common)"),
        sensitive: true,
      },
    ],
    returns: { source: "HL-05", extendIfGoalMissed: true, extensionMonths: param("extensionMonths") },
    backbone: "experts",
  };
}

function formsOf(member: FamilyMember): readonly Entry[] {
  return [
    {
      // Inside the township only: across townships the county decides (HL-08), and no number limits what is shed.
      code: "transfer",
      source: "HL-07",
      text: text(
        "超编学校向本乡镇缺编、薄弱学校分流",
        "Schools over their establishment shed to short ones of the township",
      ),
      who: all(set("teachers"), is("person.inSurplusPost", true)),
      where: all(is("from.overEstablishment", true), is("to.underEstablishment", true), is("post.vacant", true)),
      scope: "township",
      relationMoves: true,
      countsInQuota: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "support",
      source: "HL-17",
      text: text("轮岗支教：到相对薄弱的农村学校顶岗", "Support: a full post at a weak rural school"),
      who: all(set("teachers"), set("duty"), set("supporters")),
      where: set("weakRural"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("supportMonths"), max: param("supportLongestMonths") },
    },
    ...member.forms,
    {
      code: "rotation",
      source: "HL-01",
      text: text("异地交流", "Exchange to another place"),
      who: all(set("teachers"), set("longServing")),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ];
}

function rulesOf(member: FamilyMember): readonly Entry[] {
  return [
    aim("mustMove", "HL-05"),
    aim("protection"),
    ...aims("curriculum"),
    aim("establishment", "HL-07"),
    ...aims("principalPosts"),
    ...stageRange("primary", ["primaryShare", "primaryShare"], "HL-03"),
    {
      id: "experts",
      rule: "share",
      source: "HL-02",
      strength: "soft",
      price: 5,
      text: text(
        "异地交流以骨干、小学高级、中学一级和高级教师为主",
        "The exchange is mainly of backbone and titled teachers",
      ),
      params: { share: param("expertShare"), set: set("experts"), of: EXCHANGE, bound: "atLeast" },
    },
    {
      id: "wantedDirections",
      rule: "direction",
      source: "HL-10",
      text: text(
        "鼓励超编到缺编、优质到薄弱、城镇到农村",
        "Encouraged: over to under, quality to weak, town to country",
      ),
      params: { of: EXCHANGE, moves: set("wanted"), level: "direction" },
    },
    {
      id: "reverse",
      rule: "direction",
      source: "HL-10",
      text: text(
        "严格控制流向城镇、优质学校和超编学校",
        "Flow to town, quality and over-established schools is controlled",
      ),
      params: { of: EXCHANGE, moves: set("reverse"), max: param("reverseCap") },
    },
    ...member.rules,
    balanceOf("experts", "HL-10", text("骨干和中级、高级职称教师", "backbone and titled teachers")),
    ...aims("wishes", "nearness"),
    aim("longestFirst", "HL-01"),
    aim("batches", "HL-01"),
    ...aims("fairBurden", "stability"),
  ];
}

/** Returns the policy of one member of the family. */
export function familyPolicy(member: FamilyMember): PolicyDocument {
  return {
    format: "lungang-policy-1",
    id: member.id,
    version: "1",
    name: member.name,
    description: member.description,
    parameters: { ...PARAMETERS, ...member.parameters },
    calendar: { source: "HL-04", cutoff: param("cutoff"), start: param("start") },
    sets: setsOf(member),
    eligibility: eligibilityOf(member),
    forms: formsOf(member),
    scope: {
      source: "HL-01",
      schools: PUBLIC_SCHOOLS,
      text: text("教育部门所属各级学校在编在岗人员", "Established staff of the schools of the education department"),
    },
    candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
    rules: rulesOf(member),
    levels: levels("shortfall", "establishment", "direction", "balance", "wishes", "nearness", "burden", "stability"),
    benefits: member.benefits,
    reports: member.reports,
  };
}

/** Counted moves of supporters, whose numbers the text limits by school. */
export const SUPPORT = is("move.form", "support");

/** Leaders between town and country. */
export const leaderForms: readonly Entry[] = [
  {
    code: "leaderRotation",
    source: "HL-20",
    text: text("城镇校长到农村任职", "Heads of town schools take office in the country"),
    who: set("leaders"),
    where: all(isIn("from.area", TOWN), isIn("to.area", RURAL)),
    scope: "county",
    kinds: ["management"],
    relationMoves: false,
    termMonths: { min: 6, max: 12 },
  },
  {
    code: "attach",
    source: "HL-20",
    text: text("农村校长到城镇学校挂职", "Heads of rural schools are attached to town schools"),
    who: set("leaders"),
    where: all(isIn("from.area", RURAL), isIn("to.area", TOWN)),
    scope: "county",
    kinds: ["management"],
    relationMoves: false,
    termMonths: { min: 6, max: 12 },
  },
];

/** Weak and remote schools send excellent teachers up. */
export const upForm: Entry = {
  code: "up",
  source: "HL-18",
  text: text(
    "上挂：薄弱、边远学校选派优秀教师到承担任务的学校",
    "Up: weak and remote schools send excellent teachers to duty schools",
  ),
  who: all(set("teachers"), set("supporters"), is("person.lastGrade", "excellent", { ifMissing: false })),
  where: all(weakRural("from"), not(isIn("to.area", ["remote"])), set("toDuty")),
  scope: "county",
  relationMoves: false,
  termMonths: { min: param("supportMonths"), max: param("supportLongestMonths") },
};
