import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  integer,
  scopeParameter,
  stagesParameter,
  publicityParameter,
} from "../phrases/parameters.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, TEACHERS, has, set } from "../phrases/sets.ts";

/** 2024年中小学教师轮岗交流实施方案: wishes of teachers meet the needs of schools, senior high included. */
export const implementation2024: PolicyDocument = {
  format: "lungang-policy-1",
  id: "implementation-2024",
  version: "1",
  name: text("2024年中小学教师轮岗交流实施方案", "Implementation plan of 2024 for schools of a city"),
  description: text(
    "全市中小学（含高中）教师人人有机会：个人意愿与学校需要相结合，跨校跨区交流，周期二至三年。",
    "Every teacher of the city's schools, senior high included, has a chance: wishes meet needs, across schools and regions, for two to three years.",
  ),
  parameters: {
    ...calendarParameters({ start: "IP-03" }),
    ...stagesParameter(["primary", "junior", "senior"], "IP-01"),
    ...scopeParameter("county", "IP-02"),
    termMonths: integer(24, "IP-03", text("交流周期下限（月）", "least months of an exchange")),
    longestMonths: integer(36, "IP-03", text("交流周期上限（月）", "most months of an exchange")),
    ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
    ...publicityParameter("IP-06"),
    ...candidateParameters(),
  },
  calendar: { source: "IP-03", cutoff: param("cutoff"), start: param("start"), publicityDays: param("publicityDays") },
  sets: { teachers: TEACHERS },
  scope: {
    source: "IP-01",
    schools: PUBLIC_SCHOOLS,
    text: text("全市小学、初中、高中在编在岗教师", "Established teachers of primary, junior and senior schools"),
  },
  eligibility: {
    due: [],
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: has("person.statuses", param("exemptions")),
        text: text("孕期、哺乳期、患病等（原文未写，采用通行规定）", "Pregnancy, lactation, illness (common)"),
        sensitive: true,
      },
    ],
    // The school recommends, and only posts that are needed are filled (IP-02, IP-06).
    volunteers: { source: "IP-02", who: set("teachers"), needsHomeConsent: true, needsVacancy: true },
    returns: { source: "IP-03" },
  },
  forms: [
    {
      code: "rotation",
      source: "IP-02",
      text: text("跨校、跨区域轮岗交流", "Rotation across schools and regions"),
      who: set("teachers"),
      scope: param("exchangeScope"),
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: param("longestMonths") },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "protection"),
    aim("curriculum", "IP-02"),
    ...aims("establishment", "total"),
    aim("wishes", "IP-04"),
    // 人人有机会 is said of who may apply, which the scope says: only volunteers move, and no school bears a part of a number.
    ...aims("nearness", "longestFirst", "stability"),
  ],
  // A wish counts more than how many gaps close: nobody moves against it.
  levels: levels("wishes", "shortfall", "establishment", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "preference",
      kind: "preference",
      source: "IP-05",
      text: text("荣誉、经费，职称晋升优先", "Honours, money, preference in titles and promotion"),
    },
  ],
  reports: {
    due: [
      {
        id: "workflow",
        source: "IP-06",
        text: text("规划、公布、自荐、推荐、审批分配", "Plan, publicity, self-nomination, recommendation, allocation"),
      },
    ],
  },
};
