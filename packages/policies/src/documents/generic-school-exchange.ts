import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import { calendarParameters, candidateParameters, maskedTerm, share, stagesParameter } from "../phrases/parameters.ts";
import { aims, levels } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, TEACHERS, set } from "../phrases/sets.ts";

/** 学校交流教师工作制度: professional exchange of volunteers; it changes no posts and no quota. */
export const genericSchoolExchange: PolicyDocument = {
  format: "lungang-policy-1",
  id: "generic-school-exchange",
  version: "1",
  name: text("学校交流教师工作制度", "Regulation on professional exchange of teachers"),
  description: text(
    "校内、校际、区域和全国的业务交流：评价态度、过程和效果，用于职称、晋升和评优；不涉及编制和指标。",
    "Professional exchange inside, between and beyond schools: attitude, process and effect are assessed for titles, promotion and awards; no staffing and no quota.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["kindergarten", "primary", "junior", "senior"], "SE-01"),
    termMonths: maskedTerm("SE-01"),
    lightShare: share(
      "10%",
      "FL-03",
      text(
        "参加跨学科教研、网络交流的教师比例（原文只写“鼓励”，未写比例）",
        "share of teachers in cross-subject research and on-line exchange (the text encourages without a number)",
      ),
    ),
    ...candidateParameters(),
  },
  calendar: { source: "SE-01", cutoff: param("cutoff"), start: param("start") },
  sets: { teachers: TEACHERS },
  scope: {
    source: "SE-01",
    schools: PUBLIC_SCHOOLS,
    text: text("学校在编在岗教师", "Established teachers of the schools"),
  },
  eligibility: {
    due: [],
    volunteers: { source: "SE-01", who: set("teachers"), needsHomeConsent: true, needsVacancy: true },
    returns: { source: "SE-01" },
  },
  forms: [
    {
      code: "collaborate",
      source: "SE-01",
      text: text("校际业务交流，原岗位不变", "Professional exchange between schools; the post stays"),
      who: set("teachers"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 36 },
    },
    { base: "teamResearch", source: "SE-01" },
    { base: "network", source: "FL-03" },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "protection", "curriculum", "establishment"),
    {
      id: "lightForms",
      rule: "participation",
      source: "FL-03",
      strength: "soft",
      price: 1,
      text: text(
        "鼓励跨学科合作、相互观摩和网络交流",
        "Cooperation across subjects, mutual observation and on-line exchange are encouraged",
      ),
      params: { share: param("lightShare"), who: set("teachers"), forms: ["network", "teamResearch"] },
    },
    ...aims("total", "wishes", "nearness", "stability"),
  ],
  levels: levels("wishes", "shortfall", "establishment", "nearness", "stability"),
  benefits: [
    {
      id: "evaluation",
      kind: "preference",
      source: "SE-01",
      text: text("评价结果用于职称、晋升、评优，经费和时间有保障", "Results count for titles, promotion and awards"),
    },
  ],
  reports: {
    due: [
      {
        id: "assessment",
        source: "SE-01",
        text: text("评价交流态度、过程和效果", "Assessment of attitude, process and effect"),
      },
      {
        id: "routines",
        source: "FL-02",
        text: text(
          "例行活动列入日程：师生谈话每学期每人至少一次，教学随笔每学期四篇，集体教研每周一次，工作例会按周、月、季安排",
          "Routines of the calendar: a talk with every pupil and four essays a term, group research every week, meetings by week, month and quarter",
        ),
      },
      {
        id: "needs",
        source: "NE-01",
        text: text(
          "跟踪规模、激励、住房、子女入学和成效评价",
          "Track scale, incentives, housing, children's schooling, effect",
        ),
      },
    ],
  },
};
