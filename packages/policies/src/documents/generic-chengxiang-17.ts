import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  choice,
  exemptionParameter,
  masked,
  maskedTerm,
  share,
  stagesParameter,
} from "../phrases/parameters.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import {
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
  whenSwitched,
} from "../phrases/sets.ts";

/** 城乡教师交流工作制度（十七条）: a share of town teachers goes to the country, by wish. */
export const genericChengxiang17: PolicyDocument = {
  format: "lungang-policy-1",
  id: "generic-chengxiang-17",
  version: "1",
  name: text("城乡教师交流工作制度（十七条）", "Regulation on exchange between town and country (seventeen articles)"),
  description: text(
    "全市中小学、幼儿园：每年一定比例的城镇教师到农村，农村教师按需进城；尊重本人意愿，待遇随接收地。",
    "Schools and kindergartens of a city: each year a share of town teachers goes to the country and rural teachers come as needed; wishes are respected, pay follows the host area.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["kindergarten", "primary", "junior", "senior"], "CX-01"),
    upShare: share(
      "100%",
      "CX-02",
      text("农村进城人数不超过城镇下乡人数的比例", "people who come to town, at most, for those who go to the country"),
    ),
    quotaShare: masked("share", "CX-02", {
      text: text(
        "每年到农村的城镇教师比例（原文隐去）",
        "share of town teachers who go to the country each year (masked)",
      ),
      question: text(
        "每年多大比例的城镇教师到农村交流？",
        "Which share of town teachers goes to the country each year?",
      ),
      example: "5%",
    }),
    consentRequired: choice(
      true,
      "CX-04",
      text("是否只安排本人申请的教师（尊重意愿）", "whether only those go who applied (wishes are respected)"),
    ),
    termMonths: maskedTerm("CX-05"),
    ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
    ...candidateParameters(),
  },
  calendar: { source: "CX-05", cutoff: param("cutoff"), start: param("start") },
  sets: {
    teachers: TEACHERS,
    willing: any(is("person.volunteer", true), not(whenSwitched("consentRequired"))),
    fromTown: isIn("from.area", TOWN),
    downwards: all(isIn("from.area", TOWN), isIn("to.area", RURAL)),
    upwards: all(isIn("from.area", RURAL), isIn("to.area", TOWN)),
  },
  scope: {
    source: "CX-01",
    schools: PUBLIC_SCHOOLS,
    text: text("全市中小学、幼儿园在编在岗教师", "Established teachers of schools and kindergartens"),
  },
  eligibility: {
    due: [
      {
        id: "teachers",
        source: "CX-01",
        who: all(set("teachers"), set("fromTown"), set("willing")),
        text: text("在编在岗且愿意交流的城镇教师", "Established town teachers who are willing"),
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
    volunteers: { source: "CX-02", who: all(set("teachers"), not(set("fromTown"))), needsHomeConsent: false },
    returns: { source: "CX-05" },
  },
  forms: [
    {
      code: "down",
      source: "CX-02",
      text: text("城镇教师到农村交流", "Town teachers go to the country"),
      who: set("teachers"),
      where: set("downwards"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "up",
      source: "CX-02",
      text: text("农村教师按需进城交流", "Rural teachers come to town where they are needed"),
      who: set("teachers"),
      where: all(set("upwards"), is("post.vacant", true)),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "protection", "curriculum", "establishment"),
    {
      id: "townShare",
      rule: "quota",
      source: "CX-02",
      text: text("每年到农村的城镇教师不低于规定比例", "The share of town teachers goes to the country"),
      params: { share: param("quotaShare"), who: all(set("teachers"), set("fromTown")), base: "all", bound: "atLeast" },
    },
    {
      id: "asNeeded",
      rule: "directionMatrix",
      source: "CX-02",
      strength: "soft",
      price: 5,
      text: text("城镇到农村为主，农村进城按需", "Mainly to the country; to town as needed"),
      params: {
        classes: [
          { name: "town", text: text("城镇", "town"), schools: isIn("school.area", TOWN) },
          { name: "country", text: text("农村", "country"), schools: isIn("school.area", RURAL) },
        ],
        cells: [{ from: "country", to: "town", maxOfReverse: param("upShare") }],
      },
    },
    aim("total", "CX-02"),
    aim("wishes", "CX-04"),
    ...aims("nearness", "longestFirst", "fairBurden", "stability"),
  ],
  levels: levels("shortfall", "establishment", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "payOfHost",
      kind: "pay",
      source: "CX-03",
      text: text("待遇随接收地：下乡享受农村待遇，进城享受城镇待遇", "Pay follows the host area"),
      payRule: "host",
    },
    {
      id: "preference",
      kind: "preference",
      source: "CX-03",
      text: text("职称、晋升优先", "Preferred in titles and promotion"),
    },
  ],
  reports: {
    due: [
      {
        id: "plan",
        source: "CX-05",
        text: text("方案写明对象、时间和内容，督查追责", "The plan states objects, time, content; liability"),
      },
      {
        id: "shared",
        source: "CX-06",
        text: text(
          "城乡资源共享，农村教师纳入城市教师培训体系，给予奖励",
          "Shared resources, rural teachers in the training system of the city, rewards",
        ),
      },
    ],
  },
};
