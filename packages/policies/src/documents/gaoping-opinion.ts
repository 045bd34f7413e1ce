import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  backboneParameter,
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  maskedTerm,
  stagesParameter,
  yearlyMovesParameter,
} from "../phrases/parameters.ts";
import { aim, aims, balanceOf, levels } from "../phrases/rules.ts";
import { BACKBONE, PUBLIC_SCHOOLS, TEACHERS, WEAK_OR_RURAL, all, has, is, set } from "../phrases/sets.ts";

/** 高平六中学习体会: the exchange part of the Gaoping opinion, which names four categories and no numbers. */
export const gaopingOpinion: PolicyDocument = {
  format: "lungang-policy-1",
  id: "gaoping-opinion",
  version: "1",
  name: text("高平县管校聘与交流轮岗意见（交流部分）", "Gaoping opinion on county management (the exchange part)"),
  description: text(
    "骨干交流、自愿交流、市场交流、对口交流四类；照顾居家远近，留者安心、走者愉快，解决结构性短缺。",
    "Four categories: backbone, voluntary, by open vacancy, counterpart; near home, stayers calm and movers content, structural shortage solved.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["primary", "junior", "senior"], "GP-01"),
    ...backboneParameter("GP-01"),
    termMonths: maskedTerm("GP-01"),
    ...yearlyMovesParameter("GP-01"),
    ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
    ...candidateParameters(),
  },
  calendar: { source: "GP-01", cutoff: param("cutoff"), start: param("start") },
  sets: {
    backbone: BACKBONE,
    teachers: TEACHERS,
    weakOrRural: WEAK_OR_RURAL,
    willing: is("person.volunteer", true),
  },
  scope: {
    source: "GP-01",
    schools: PUBLIC_SCHOOLS,
    text: text("县管校聘范围内学校的在编在岗教师", "Established teachers of the schools under county management"),
  },
  eligibility: {
    due: [
      {
        id: "backbone",
        source: "GP-01",
        who: all(set("teachers"), set("backbone")),
        text: text("骨干交流：骨干教师可选派", "Backbone exchange: backbone teachers may be sent"),
      },
      {
        id: "counterpart",
        source: "GP-01",
        who: set("teachers"),
        text: text("对口交流：结对学校教师可选派", "Counterpart exchange: teachers of paired schools may be sent"),
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
    volunteers: { source: "GP-01", who: set("teachers") },
    returns: { source: "GP-01" },
    backbone: "backbone",
  },
  forms: [
    {
      code: "counterpart",
      source: "GP-01",
      text: text("对口交流：结对学校之间", "Counterpart exchange between paired schools"),
      who: set("teachers"),
      scope: "pair",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "competition",
      source: "GP-01",
      text: text(
        "自愿交流、市场交流：申请人到公开的空岗",
        "Voluntary and market exchange: applicants take open vacancies",
      ),
      who: all(set("teachers"), set("willing")),
      where: is("post.vacant", true),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "rotation",
      source: "GP-01",
      text: text("骨干交流：骨干教师到薄弱、农村学校", "Backbone exchange to weak or rural schools"),
      who: all(set("teachers"), set("backbone")),
      where: set("weakOrRural"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "protection"),
    aim("curriculum", "GP-04"),
    ...aims("establishment"),
    aim("yearlyMoves", "GP-01"),
    aim("plannedMoves", "GP-01"),
    balanceOf("backbone", "GP-04", text("骨干教师", "backbone teachers")),
    aim("wishes", "GP-03"),
    aim("nearness", "GP-02"),
    ...aims("longestFirst", "fairBurden"),
    aim("stability", "GP-03"),
  ],
  levels: levels("shortfall", "establishment", "balance", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "preference",
      kind: "preference",
      source: "GP-05",
      text: text(
        "评优、职称、后备干部、特级教师和骨干评选优先",
        "Preferred in awards, titles, reserve cadres and honours",
      ),
    },
  ],
  appointment: {
    source: "GP-06",
    text: text(
      "教职工有择岗权，学校有用人自主权：双方互选",
      "Staff choose posts and schools choose people: each side ranks the other",
    ),
    rule: "twoSidedPeople",
  },
  reports: {
    due: [
      {
        id: "heard",
        source: "GP-08",
        text: text("编制方案前听取教师和学生意见", "Teachers and pupils are heard before the plan"),
      },
      {
        id: "city",
        source: "GP-07",
        text: text(
          "在市域内交流：方案按一份数据编制，各县学校列入同一份数据且不填所属县的，在全市范围内安排",
          "Exchange inside the city: a plan is made of one set of data; schools of all counties in it, without their county, exchange in the whole city",
        ),
      },
    ],
  },
};
