import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import { candidateParameters, integer, masked, stagesParameter } from "../phrases/parameters.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import { DOWNWARDS, PUBLIC_SCHOOLS, TEACHERS, UPWARDS, set } from "../phrases/sets.ts";

/** 中卫二中结对交流: a town school and its rural partner swap equally many teachers for a year. */
export const zhongweiPairing: PolicyDocument = {
  format: "lungang-policy-1",
  id: "zhongwei-pairing",
  version: "1",
  name: text("中卫二中城乡结对交流", "Paired exchange of Zhongwei No. 2 School"),
  description: text(
    "城乡学校托管联动：结对的两校对等互派五名教师，为期一年，农村教师进城学习、城镇教师下乡任教。",
    "Linked town and rural schools send each other five teachers for a year: rural teachers come to learn, town teachers go to teach.",
  ),
  parameters: {
    ...stagesParameter(["primary", "junior", "senior"], "ZW-01"),
    start: masked("monthDay", "ZW-03", {
      text: text("交流开始日（通知在元月，可在学年中间开始）", "first day (the notice came in January, mid-year)"),
      question: text("对等互派从哪一天开始？", "On which day does the exchange start?"),
      example: "02-20",
    }),
    pairCount: integer(5, "ZW-02", text("每对学校各派几人", "persons that each school of a pair sends")),
    termMonths: integer(12, "ZW-03", text("交流期限（月）", "length in months")),
    youngAge: masked("integer", "ZW-04", {
      text: text("青年教师的年龄界限（原文隐去）", "age up to which teachers count as young (masked)"),
      question: text("多少岁以下算有发展潜力的青年教师？", "Up to which age does a teacher count as young?"),
      example: "35",
    }),
    titlePoints: masked("integer", "ZW-07", {
      text: text("城镇教师下乡任教的职评加分（原文隐去）", "title points for teaching in the country (masked)"),
      question: text("城镇教师下乡任教一年，职评加几分？", "How many title points does a year in the country give?"),
      example: "2",
    }),
    ...candidateParameters(),
  },
  calendar: { source: "ZW-03", cutoff: param("start"), start: param("start") },
  sets: {
    teachers: TEACHERS,
    upwards: UPWARDS,
    downwards: DOWNWARDS,
    young: { attr: "person.age", op: "le", value: param("youngAge") },
  },
  scope: {
    source: "ZW-01",
    schools: PUBLIC_SCHOOLS,
    text: text("结对学校的在编在岗教师", "Established teachers of the paired schools"),
  },
  eligibility: {
    due: [
      {
        id: "teachers",
        source: "ZW-02",
        who: set("teachers"),
        text: text("结对学校的教师可以被选派", "Teachers of paired schools may be chosen"),
      },
    ],
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: {
          attr: "person.statuses",
          op: "has",
          value: ["pregnancy", "maternityLeave", "lactation", "seriousIllness"],
        },
        text: text("孕期、哺乳期、患病等（原文未写，采用通行规定）", "Pregnancy, lactation, illness (common)"),
        sensitive: true,
      },
    ],
    returns: { source: "ZW-06" },
  },
  forms: [
    {
      code: "shadow",
      source: "ZW-05",
      text: text("农村教师到城镇结对学校跟岗学习", "Rural teachers learn at the paired town school"),
      who: set("teachers"),
      where: set("upwards"),
      scope: "pair",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 12 },
      equalSwap: true,
    },
    {
      code: "support",
      source: "ZW-05",
      text: text("城镇教师到农村结对学校任教", "Town teachers teach at the paired rural school"),
      who: set("teachers"),
      where: set("downwards"),
      scope: "pair",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 12 },
      equalSwap: true,
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("mustMove"),
    aim("protection"),
    ...aims("curriculum", "establishment"),
    {
      id: "equalSwap",
      rule: "pairBalance",
      source: "ZW-02",
      text: text(
        "对等互派：两校派出人数相等，为规定人数",
        "Equal mutual dispatch: both schools send the number agreed",
      ),
      params: { forms: ["shadow", "support"], count: param("pairCount") },
    },
    {
      // The number of each pair is fixed above, and there is no other form: nothing else has to bound the total.
      id: "total",
      rule: "total",
      source: "ZW-02",
      text: text("交流总数由各对学校的人数决定", "The numbers of the pairs decide the total"),
      params: { max: 1_000_000 },
    },
    {
      id: "young",
      rule: "direction",
      source: "ZW-04",
      text: text("薄弱一方选派有发展潜力的青年教师", "The weaker side sends young teachers with potential"),
      params: { of: set("upwards"), moves: set("young"), level: "direction" },
    },
    ...aims("wishes", "nearness", "longestFirst", "stability"),
  ],
  levels: levels("shortfall", "establishment", "direction", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "titlePoints",
      kind: "preference",
      source: "ZW-07",
      text: text("下乡任教职评加分；进城学习没有加分（原文指出的不足）", "Title points for going to the country only"),
      who: set("downwards"),
      points: param("titlePoints"),
    },
  ],
  reports: {
    deliverables: [
      {
        id: "report",
        source: "ZW-06",
        text: text("期满向派出学校作详细汇报", "Detailed report to the home school after the year"),
        per: "exchange",
        count: 1,
      },
    ],
    due: [
      {
        id: "results",
        source: "ZW-08",
        text: text("既考核过程也考核成效，并跟踪生活和工作困难", "Assess results as well; follow up difficulties"),
      },
    ],
  },
};
