import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  ageParameters,
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  integer,
  stagesParameter,
  yearlyMovesParameter,
} from "../phrases/parameters.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, all, has, is, isIn, not, set, withinAge } from "../phrases/sets.ts";

const VILLAGE = ["village", "teachingPoint"];

/** 石场乡校（园）长教师交流管理制度: from the centre of a township to its village schools. */
export const shichangTownship: PolicyDocument = {
  format: "lungang-policy-1",
  id: "shichang-township",
  version: "1",
  name: text("石场乡校（园）长教师交流管理制度", "Exchange of heads and teachers in Shichang Township"),
  description: text(
    "片区级以上学校的教师、中层干部，男55岁、女50岁以下，每次到村校任教一至三年；试用期新教师只到缺编学校。",
    "Teachers and mid-level cadres of zone schools and above, up to 55 (men) and 50 (women), teach one to three years at village schools; recruits on probation go to schools under their establishment only.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["kindergarten", "primary", "junior"], "SC-09"),
    ...ageParameters("SC-01", { male: 55, female: 50 }),
    termMonths: integer(12, "SC-02", text("每次交流最短期限（月）", "least months of an exchange")),
    longestMonths: integer(36, "SC-02", text("每次交流最长期限（月）", "most months of an exchange")),
    ...yearlyMovesParameter("SC-01"),
    ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
    ...candidateParameters(),
  },
  calendar: { source: "SC-02", cutoff: param("cutoff"), start: param("start") },
  sets: {
    exchangers: isIn("person.personType", ["teacher", "midLevel"]),
    toVillage: isIn("to.level", VILLAGE, { ifMissing: false }),
    withinAge: withinAge({ male: "ageMale", female: "ageFemale", inclusive: "ageInclusive" }),
  },
  scope: {
    source: "SC-09",
    schools: PUBLIC_SCHOOLS,
    text: text("全乡中小学、幼儿园在编在岗人员", "Established staff of the township's schools and kindergartens"),
  },
  eligibility: {
    due: [
      {
        id: "upperSchools",
        source: "SC-01",
        who: all(set("exchangers"), not(isIn("from.level", VILLAGE, { ifMissing: false }))),
        age: { male: param("ageMale"), female: param("ageFemale"), inclusive: param("ageInclusive") },
        text: text(
          "片区级以上学校教师、中层干部，应到村校交流",
          "Of a zone school or above and within the age limit: due",
        ),
      },
    ],
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: has("person.statuses", param("exemptions")),
        text: text("孕期、哺乳期、患病等（原文未写，采用通行规定）", "Pregnancy, lactation, illness (common)"),
        sensitive: true,
      },
    ],
    returns: { source: "SC-02" },
  },
  forms: [
    {
      code: "recruit",
      source: "SC-03",
      text: text("试用期新教师到缺编学校", "Recruits on probation at schools under their establishment"),
      where: is("to.underEstablishment", true),
      scope: "county",
      relationMoves: true,
      termMonths: { min: param("termMonths"), max: 120 },
      countsInQuota: false,
    },
    {
      code: "down",
      source: "SC-01",
      text: text("到村校交流任教", "Exchange to a village school"),
      who: set("exchangers"),
      where: set("toVillage"),
      scope: "township",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: param("longestMonths") },
      // Primary teachers of a village school teach several subjects (SC-04).
      crossSubject: true,
    },
    {
      base: "partTime",
      source: "SC-04",
      text: text(
        "本校兼课：小学教师一专多能，课时不满的兼任本校其他学科",
        "Several subjects at the own school: primary teachers below a full load teach other posts there",
      ),
      who: all(set("exchangers"), has("from.stages", ["primary"])),
      scope: "school",
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "protection"),
    aim("curriculum", "SC-04"),
    aim("itinerant", "SC-04", {
      text: text(
        "满工作量、一专多能：课时不满的教师兼任本校其他学科，使无人任教的课时最少",
        "Full workload, several subjects: who is below a full load teaches other posts of the school, so that few periods stay untaught",
      ),
      params: { form: "partTime", maxPlaces: 1, level: "untaught" },
    }),
    // The text is silent on the establishment and asks for the exchange: all who are due should go (均应).
    aim("establishment", undefined, { strength: "soft", price: 30 }),
    {
      id: "newRecruits",
      rule: "newRecruits",
      source: "SC-03",
      text: text(
        "试用期新教师只能在缺编学校任教",
        "Recruits on probation work at schools under their establishment only",
      ),
      params: { schools: is("to.underEstablishment", true) },
    },
    {
      id: "onProbation",
      rule: "prerequisite",
      source: "SC-03",
      text: text("试用期教师只到缺编学校", "People on probation go to schools under their establishment only"),
      params: { moves: is("person.inProbation", true), requires: is("to.underEstablishment", true) },
    },
    aim("yearlyMoves", "SC-01"),
    // 均应: the exchange itself is what the text demands, so that it outranks posts and establishment.
    aim("plannedMoves", "SC-01", { price: 100 }),
    ...aims("wishes", "nearness", "longestFirst", "fairBurden", "stability"),
  ],
  levels: levels("shortfall", "untaught", "establishment", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "title",
      kind: "condition",
      source: "SC-07",
      text: text("乡中学、中心完小教师申报中级以上职称须支教一年", "Middle title and above: a year of support"),
      who: isIn("from.level", ["townshipMiddle", "townshipCenter"], { ifMissing: false }),
      titles: ["level1", "senior"],
      exchangeMonths: 12,
    },
    {
      id: "titlePreference",
      kind: "condition",
      source: "SC-07",
      text: text("片区学校教师支教者优先", "At zone schools support is a preference only"),
      who: is("from.level", "zone", { ifMissing: false }),
      titles: ["level1", "senior"],
      exchangeMonths: 12,
      preferred: true,
    },
    {
      id: "refusal",
      kind: "penalty",
      source: "SC-08",
      text: text("拒不交流的，年度考核不合格", "Refusal: the yearly assessment is failed"),
      on: ["refused"],
      flags: ["assessmentFailed"],
      years: 1,
    },
    {
      id: "void",
      kind: "penalty",
      source: "SC-08",
      text: text("考核不合格的，交流无效", "A failed assessment makes the exchange void"),
      on: ["assessmentFailed"],
      flags: ["exchangeVoid"],
    },
  ],
  reports: {
    lead: "host",
    deliverables: [
      {
        id: "openLesson",
        source: "SC-05",
        text: text("每年至少一次乡级公开课", "An open lesson of the township each year"),
        per: "year",
        count: 1,
      },
      { id: "journal", source: "SC-05", text: text("每年订阅一种刊物", "A journal each year"), per: "year", count: 1 },
      {
        id: "published",
        source: "SC-05",
        text: text("每年发表一篇论文", "A published paper each year"),
        per: "year",
        count: 1,
      },
      {
        id: "paper",
        source: "SC-05",
        text: text("每学期一篇论文", "A paper each semester"),
        per: "semester",
        count: 1,
      },
    ],
    due: [
      {
        id: "scores",
        source: "SC-06",
        text: text("主科成绩不低于同类学校平均", "Main-subject scores at least the mean of schools of the tier"),
      },
    ],
  },
};
