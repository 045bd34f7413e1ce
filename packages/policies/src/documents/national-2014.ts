import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  backboneParameter,
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  masked,
  maskedTerm,
  scopeParameter,
  share,
  stagesParameter,
  tenureParameter,
} from "../phrases/parameters.ts";
import { aim, aims, balanceOf, levels } from "../phrases/rules.ts";
import {
  BACKBONE,
  LEADERS,
  PUBLIC_SCHOOLS,
  TEACHERS,
  TOWN,
  WEAK_OR_RURAL,
  any,
  has,
  is,
  isIn,
  set,
  sharedStage,
} from "../phrases/sets.ts";

/** 教师〔2014〕4号: the national opinion; counties put their own years into it. */
export const national2014: PolicyDocument = {
  format: "lungang-policy-1",
  id: "national-2014",
  version: "1",
  name: text("推进县域内校长教师交流轮岗的意见（教师〔2014〕4号）", "National opinion of 2014 on exchange in counties"),
  description: text(
    "县域内义务教育学校：校长同校满两届原则上应交流；教师年限由各地规定；城镇、优质学校每学年交流不低于符合条件人数的10%，其中骨干教师不低于20%。",
    "Schools of compulsory education in a county: heads after two terms at one school, teachers after the years that the county sets; at least 10% of the eligible a year, at least 20% of them backbone teachers.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["primary", "junior"], "NC-01"),
    ...scopeParameter("county", "NC-01"),
    ...tenureParameter("NC-02"),
    schoolYears: masked("integer", "NC-02", {
      text: text("教师在同一学校满几年应交流（由各地规定）", "full years at one school (set by each county)"),
      question: text(
        "本地规定教师在同一学校任教满几年应当交流？",
        "After how many years at one school are teachers due?",
      ),
      example: "6",
    }),
    leaderYears: masked("integer", "NC-01", {
      text: text("校长连续两届合计年数（每届年数由各地规定）", "years of two terms of office (set by each county)"),
      question: text("本地校长连续任满两届一共是多少年？", "How many years are two terms of office here?"),
      example: "8",
    }),
    termMonths: maskedTerm("NC-02"),
    quotaShare: share(
      "10%",
      "NC-03",
      text(
        "城镇学校、优质学校交流人数占其符合条件人数的最低比例",
        "least share of the eligible of town and quality schools who exchange",
      ),
    ),
    backboneShare: share(
      "20%",
      "NC-04",
      text("骨干教师占交流总数的最低比例", "least share of backbone teachers among those exchanged"),
    ),
    ...backboneParameter("NC-04"),
    ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
    ...candidateParameters(),
  },
  calendar: { source: "NC-02", cutoff: param("cutoff"), start: param("start") },
  sets: {
    backbone: BACKBONE,
    teachers: TEACHERS,
    leaders: LEADERS,
    weakOrRural: WEAK_OR_RURAL,
    // Silence on quality means that nobody has named the school as good; silence on the area is an issue.
    townOrQuality: any(isIn("from.area", TOWN), is("from.quality", "good", { ifMissing: false })),
  },
  scope: {
    source: "NC-01",
    schools: PUBLIC_SCHOOLS,
    text: text("县域内公办义务教育学校在编在岗人员", "Established staff of the county's public compulsory schools"),
  },
  eligibility: {
    exchangeBreaksTenure: param("exchangeBreaksTenure"),
    due: [
      {
        id: "teachers",
        source: "NC-02",
        who: set("teachers"),
        years: { measure: "school", min: param("schoolYears") },
        text: text("教师在同一学校满当地规定年限", "Teacher with the years that the county sets: due"),
      },
      {
        id: "leaders",
        source: "NC-01",
        who: set("leaders"),
        years: { measure: "leadership", min: param("leaderYears") },
        text: text("校长、副校长在同一学校连任满两届", "Head or vice head after two terms at one school: due"),
      },
    ],
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: has("person.statuses", param("exemptions")),
        text: text(
          "孕期、哺乳期、患病等当年不交流（意见未写，采用通行规定）",
          "Pregnancy, lactation, illness (common)",
        ),
        sensitive: true,
      },
    ],
    volunteers: { source: "DM-08", who: set("teachers") },
    returns: { source: "YL-17", stayAllowed: true },
    backbone: "backbone",
  },
  forms: [
    {
      code: "leaderRotation",
      source: "NC-01",
      text: text("校长、副校长交流", "Exchange of heads and vice heads"),
      who: set("leaders"),
      where: sharedStage(["primary", "junior"]),
      scope: param("exchangeScope"),
      kinds: ["management"],
      relationMoves: true,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "rotation",
      source: "NC-03",
      text: text("教师交流轮岗", "Rotation of teachers"),
      who: set("teachers"),
      scope: param("exchangeScope"),
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "approvedStays", "protection", "curriculum", "establishment", "principalPosts"),
    {
      id: "quota",
      rule: "quota",
      source: "NC-03",
      text: text(
        "城镇学校、优质学校每学年教师交流的比例不低于其符合条件人数的规定比例",
        "Of town and quality schools at least the share of their eligible moves each school year",
      ),
      params: {
        share: param("quotaShare"),
        who: set("townOrQuality"),
        base: "eligible",
        bound: "atLeast",
        by: "county",
      },
    },
    aim("total", "NC-03"),
    {
      id: "backbone",
      rule: "share",
      source: "NC-04",
      text: text("骨干教师不低于交流总数的规定比例", "Backbone teachers reach their share of the exchange"),
      params: { share: param("backboneShare"), set: set("backbone"), bound: "atLeast" },
    },
    {
      id: "backboneDirection",
      rule: "direction",
      source: "YL-12",
      text: text(
        "骨干教师以薄弱、农村学校为主（意见未写，采用通行目标）",
        "Backbone teachers mainly to weak or rural schools (a common aim)",
      ),
      params: { of: set("backbone"), moves: set("weakOrRural"), level: "direction" },
    },
    balanceOf("backbone", "NC-04", text("骨干教师", "backbone teachers")),
    ...aims("notUpwards", "wishes", "nearness", "longestFirst", "fairBurden", "stability"),
  ],
  levels: levels("shortfall", "establishment", "direction", "balance", "wishes", "nearness", "burden", "stability"),
  reports: {
    due: [
      {
        id: "regular",
        source: "NC-05",
        text: text("三至五年实现交流轮岗常态化", "Exchange becomes regular within three to five years"),
      },
    ],
  },
};
