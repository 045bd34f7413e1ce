/* oxlint-disable max-lines -- one policy is one file of data */
import { codes } from "@lungang/core";
import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  integer,
  list,
  masked,
  maskedTerm,
  stagesParameter,
} from "../phrases/parameters.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import type { Parameters } from "../phrases/parameters.ts";
import type { Condition } from "../phrases/sets.ts";
import {
  PUBLIC_SCHOOLS,
  TEACHERS,
  all,
  any,
  has,
  is,
  nearRetirement,
  not,
  set,
  whenSwitched,
} from "../phrases/sets.ts";

const AT_CENTRE = is("from.level", "townshipCenter", { ifMissing: false });

/** The text leaves open which of its three clauses are for the centre school alone (GX-10): the authority says it. */
function centreSwitch(clause: string, zh: string, en: string): Parameters {
  return {
    [`${clause}AtCentreOnly`]: masked("boolean", "GX-10", {
      text: text(`“${zh}”是否只限中心校教师（原文两可）`, `whether "${en}" is for the centre school alone (unclear)`),
      question: text(
        `“${zh}”必须流动，是否只限中心校教师？（是：只限中心校；否：各校点都算）`,
        `Is "${en}" for teachers of the centre school alone?`,
      ),
      example: "true",
    }),
  };
}

function coveredBy(clause: string, condition: Condition): Condition {
  return all(any(AT_CENTRE, not(whenSwitched(`${clause}AtCentreOnly`))), condition);
}

/** 小学教师流动制度（高新区）: one centre school with its points and one remote school. */
export const gaoxinFlow: PolicyDocument = {
  format: "lungang-policy-1",
  id: "gaoxin-flow",
  version: "1",
  name: text("高新区小学教师流动制度", "Flow of primary teachers in the Gaoxin district"),
  description: text(
    "中心校与各校点每年按比例流动，同校满五年的教师参加；临退休、孕期哺乳期、重病、服务期内和首年中层干部免流动；质量监测连续两次末位的中心校教师必须流动。",
    "The centre school and its points exchange a share each year, teachers after five years; near retirement, pregnancy and lactation, illness, service period and first-year cadres stay; last twice running at the centre school has to go.",
  ),
  parameters: {
    ...calendarParameters({ start: "GX-01" }),
    ...stagesParameter(["primary"], "GX-01"),
    schoolYears: integer(5, "GX-03", text("在一所学校满几年参加流动", "full years at one school")),
    quotaShare: masked("share", "GX-01", {
      text: text("各校点每年流动比例（原文隐去）", "share of each school that flows every year (masked)"),
      question: text(
        "每所学校今年流动的教师占多大比例？",
        "Which share of the teachers of each school flows this year?",
      ),
      example: "10%",
    }),
    nearRetirementYears: masked("integer", "GX-02", {
      text: text("距退休不足几年免流动（原文隐去）", "years before retirement that exempt (masked)"),
      question: text("距法定退休不足几年的教师不参加流动？", "Within how many years of retirement do teachers stay?"),
      example: "5",
    }),
    exemptions: list(
      ["pregnancy", "maternityLeave", "lactation", "servicePeriod"],
      { source: "GX-02", choices: codes.STATUS_CODES },
      text(
        "当年免流动的情形（重病和首年中层另有条件）",
        "cases that exempt this year (illness and the first year as cadre have conditions of their own)",
      ),
    ),
    certificateGrade: integer(
      3,
      "GX-02",
      text("重病须几级以上医院证明", "grade of the hospital that has to certify an illness"),
    ),
    ...centreSwitch("survey", "教学质量监测连续末位", "last in the survey"),
    ...centreSwitch("exam", "统考连续末位", "last in the exam"),
    ...centreSwitch("points", "低于全区平均分差", "points below the mean"),
    lastTimes: integer(
      2,
      "GX-07",
      text("质量监测或统考连续末位几次必须流动", "last places in a row that force a flow"),
    ),
    pointsBelow: masked("integer", "GX-07", {
      text: text(
        "低于全区平均分多少分必须流动（原文隐去）",
        "points below the mean of the district that force a flow (masked)",
      ),
      question: text(
        "教学成绩低于全区平均分多少分的教师必须流动？",
        "How many points below the mean force a teacher to go?",
      ),
      example: "10",
    }),
    remoteYears: masked("integer", "GX-05", {
      text: text("周圩小学任教几年可优先（原文隐去）", "years at the remote school that give preference (masked)"),
      question: text("在周圩小学任教几年可优先评骨干？", "How many years at the remote school give preference?"),
      example: "2",
    }),
    termMonths: maskedTerm("GX-01"),
    ...candidateParameters(),
  },
  calendar: { source: "GX-01", cutoff: param("cutoff"), start: param("start") },
  sets: {
    teachers: TEACHERS,
    lastInSurvey: coveredBy("survey", { attr: "person.lastSurveysInARow", op: "ge", value: param("lastTimes") }),
    lastInExam: coveredBy("exam", { attr: "person.lastExamsInARow", op: "ge", value: param("lastTimes") }),
    farBelowMean: coveredBy("points", {
      attr: "person.pointsBelowMean",
      op: "ge",
      value: param("pointsBelow"),
      ifMissing: false,
    }),
    toRemote: any(is("to.area", "remote"), is("to.level", "teachingPoint", { ifMissing: false })),
  },
  scope: {
    source: "GX-01",
    schools: PUBLIC_SCHOOLS,
    text: text("中心校和各校点的在编在岗教师", "Established teachers of the centre school and its points"),
  },
  eligibility: {
    due: [
      {
        id: "years",
        source: "GX-03",
        who: set("teachers"),
        years: { measure: "school", min: param("schoolYears") },
        text: text("在一所学校满规定年限", "Full years at one school: due"),
      },
    ],
    exemptions: [
      {
        id: "nearRetirement",
        source: "GX-02",
        when: nearRetirement("nearRetirementYears"),
        text: text("临近退休", "Near retirement"),
      },
      {
        id: "thatYear",
        source: "GX-02",
        when: has("person.statuses", param("exemptions")),
        text: text("孕期哺乳期、服务期内", "Pregnancy and lactation, service period"),
        sensitive: true,
      },
      {
        id: "illness",
        source: "GX-02",
        when: { attr: "person.illnessCertificateGrade", op: "ge", value: param("certificateGrade"), ifMissing: false },
        text: text("患重病治疗期间，有规定等级医院证明", "Illness certified by a hospital of the grade asked"),
        sensitive: true,
      },
      {
        id: "firstYear",
        source: "GX-02",
        when: all(is("person.inFirstYearAsMidLevel", true), AT_CENTRE),
        text: text("中心校新任中层干部首年", "First year as a cadre of the centre school"),
      },
    ],
    forced: [
      {
        id: "lastInSurvey",
        source: "GX-07",
        when: set("lastInSurvey"),
        text: text(
          "教学质量监测连续末位，必须流动",
          "Last in the survey of the district several times running: has to go",
        ),
      },
      {
        id: "lastInExam",
        source: "GX-07",
        when: set("lastInExam"),
        text: text("全区统考连续末位，必须流动", "Last in the exam of the district several times running: has to go"),
      },
      {
        id: "farBelowMean",
        source: "GX-07",
        when: set("farBelowMean"),
        text: text(
          "成绩低于全区平均达规定分差，必须流动",
          "Below the mean of the district by the points set: has to go",
        ),
      },
      {
        id: "conduct",
        source: "GX-08",
        when: is("person.named", true),
        text: text("敬业精神差、不服从安排，必须流动", "Poor dedication or disobedience: has to go"),
        // Found of this person this year.
        withinTerm: true,
      },
    ],
    returns: { source: "GX-01" },
  },
  forms: [
    {
      code: "lastPlace",
      source: "GX-07",
      text: text("因质量或表现必须流动", "Has to flow for results or conduct"),
      who: any(set("lastInSurvey"), set("lastInExam"), set("farBelowMean"), is("person.named", true)),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "rotation",
      source: "GX-01",
      text: text("中心校与校点之间流动", "Flow between the centre school and its points"),
      who: set("teachers"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("mustMove", "GX-07"),
    aim("protection"),
    ...aims("curriculum", "establishment"),
    {
      id: "schoolShare",
      rule: "quota",
      source: "GX-01",
      text: text("每校每年流动不低于规定比例", "Each school exchanges the share of its teachers"),
      params: { share: param("quotaShare"), base: "all", who: set("teachers"), bound: "atLeast", by: "school" },
    },
    aim("total", "GX-01"),
    {
      id: "toRemote",
      rule: "direction",
      source: "GX-09",
      text: text("鼓励向边远的周圩小学流动", "Flow to the remote school is encouraged"),
      params: { moves: set("toRemote"), level: "direction" },
    },
    ...aims("wishes", "nearness"),
    aim("longestFirst", "GX-03"),
    ...aims("stability"),
  ],
  levels: levels("shortfall", "establishment", "direction", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "backbone",
      kind: "condition",
      source: "GX-05",
      text: text(
        "评骨干和市级表彰，周圩小学任教者优先",
        "Backbone and city awards: years at the remote school are preferred",
      ),
      remoteYears: param("remoteYears"),
      preferred: true,
    },
    {
      id: "titles",
      kind: "condition",
      source: "GX-06",
      text: text("评中、高级职称须有一年交流任教经历", "Middle and senior titles need a year of exchange"),
      titles: ["level1", "senior"],
      exchangeMonths: 12,
    },
  ],
  reports: {
    due: [{ id: "capable", source: "GX-04", text: text("敬业、健康、能胜任", "Devoted, healthy and capable") }],
  },
};
