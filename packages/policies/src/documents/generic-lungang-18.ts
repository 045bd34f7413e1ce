import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  choice,
  exemptionParameter,
  maskedTerm,
  scopeParameter,
  stagesParameter,
  yearlyMovesParameter,
  itinerantParameters,
} from "../phrases/parameters.ts";
import { aim, aims, levels, partTimeTeaching } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, TEACHERS, has, set } from "../phrases/sets.ts";

/** 教师轮岗交流工作制度（十八条）: across schools, stages, subjects; the post at home is kept. */
export const genericLungang18: PolicyDocument = {
  format: "lungang-policy-1",
  id: "generic-lungang-18",
  version: "1",
  name: text("教师轮岗交流工作制度（十八条）", "Regulation on rotation of teachers (eighteen articles)"),
  description: text(
    "义务教育学校在编在岗教师，可跨校、跨学段、跨学科、跨城乡和区域，全职、兼职或柔性交流，原岗位保留。",
    "Established teachers of compulsory schools, across schools, stages, subjects, town and country; full-time, part-time or flexible; the post at home is kept.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["primary", "junior"], "GL-01"),
    ...scopeParameter("county", "GL-02"),
    crossStage: choice(
      true,
      "GL-02",
      text("持有相应教师资格的可否跨学段交流", "whether people certified for it may change the stage"),
    ),
    termMonths: maskedTerm("GL-04"),
    ...yearlyMovesParameter("GL-04"),
    ...exemptionParameter("DM-09", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
    ...itinerantParameters("GL-03"),
    ...candidateParameters(),
  },
  calendar: { source: "GL-04", cutoff: param("cutoff"), start: param("start") },
  sets: { teachers: TEACHERS },
  scope: {
    source: "GL-01",
    schools: PUBLIC_SCHOOLS,
    text: text("义务教育学校在编在岗教师", "Established teachers in post at compulsory schools"),
  },
  eligibility: {
    due: [
      {
        id: "teachers",
        source: "GL-01",
        who: set("teachers"),
        text: text("在编在岗教师均可参加", "Every established teacher may take part"),
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
    returns: { source: "GL-05" },
  },
  forms: [
    {
      code: "rotation",
      source: "GL-03",
      text: text(
        "全职交流，可跨学段、跨学科，原岗位保留",
        "Full-time exchange, also to another stage or subject; the post is kept",
      ),
      who: set("teachers"),
      scope: param("exchangeScope"),
      relationMoves: false,
      crossStage: param("crossStage"),
      termMonths: { min: param("termMonths"), max: 120 },
    },
    { base: "partTime", source: "GL-03" },
    { base: "flexible", source: "GL-03" },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("mustMove", "GL-05"),
    aim("keptPosts", "GL-05"),
    aim("protection"),
    ...aims("curriculum", "establishment"),
    partTimeTeaching("GL-03"),
    aim("yearlyMoves", "GL-04"),
    aim("plannedMoves", "GL-04"),
    ...aims("wishes", "nearness", "longestFirst", "fairBurden", "stability"),
  ],
  levels: levels("shortfall", "untaught", "establishment", "wishes", "nearness", "burden", "stability"),
  reports: {
    due: [
      {
        id: "plan",
        source: "GL-04",
        text: text("方案写明对象、范围、时间和任务", "The plan states objects, scope, time, tasks"),
      },
      {
        id: "support",
        source: "GL-07",
        text: text(
          "激励、经费、政策支持和培训指导，分阶段、分步骤实施",
          "Rewards, funds, policy support, training and guidance, in phases",
        ),
      },
      { id: "attendance", source: "GL-06", text: text("考勤，科学公正考核", "Attendance; fair assessment") },
    ],
  },
};
