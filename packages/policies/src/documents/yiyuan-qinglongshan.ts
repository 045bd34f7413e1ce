import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  integer,
  maskedTerm,
  stagesParameter,
  yearlyMovesParameter,
} from "../phrases/parameters.ts";
import { round } from "../phrases/rounds.ts";
import { aim, aims, later, levels } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, TEACHERS, has, nearRetirement, set } from "../phrases/sets.ts";

/** 沂源县青龙山小学县管校聘方案: what the plan of one school says about exchange; competition is not in it. */
export const yiyuanQinglongshan: PolicyDocument = {
  format: "lungang-policy-1",
  id: "yiyuan-qinglongshan",
  version: "1",
  name: text("青龙山小学县管校聘方案（交流部分）", "County-management plan of Qinglongshan School (the exchange part)"),
  description: text(
    "按满工作量设岗、开齐开足课程，与交流轮岗一并安排；距退休不足五年、孕产期、重病等直接聘任，不参加竞聘；名单公示不少于五个工作日。",
    "Posts for a full workload and the full curriculum, set together with rotation; within five years of retirement, pregnancy, illness are appointed directly; lists are public for five working days.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["primary"], "YY-01"),
    directYears: integer(
      5,
      "YY-09",
      text("距法定退休不足几年直接聘任", "years before retirement that mean direct appointment"),
    ),
    ...exemptionParameter("YY-09", ["pregnancy", "maternityLeave", "seriousIllness", "longSickLeave"]),
    publicityDays: integer(5, "YY-11", text("公示工作日天数", "working days of publicity")),
    termMonths: maskedTerm("YY-02"),
    ...yearlyMovesParameter("YY-02"),
    ...candidateParameters(),
  },
  calendar: {
    source: "YY-03",
    cutoff: param("cutoff"),
    start: param("start"),
    publicityDays: param("publicityDays"),
  },
  sets: { teachers: TEACHERS },
  scope: {
    source: "YY-01",
    schools: PUBLIC_SCHOOLS,
    text: text("学校全体在编在岗教职工", "All established staff in post"),
  },
  eligibility: {
    due: [
      {
        id: "staff",
        source: "YY-01",
        who: set("teachers"),
        text: text(
          "在岗教职工，岗位有余缺时可交流",
          "Staff in post may be exchanged where posts and people do not match",
        ),
      },
    ],
    exemptions: [
      {
        id: "nearRetirement",
        source: "YY-09",
        when: nearRetirement("directYears"),
        text: text("距法定退休不足规定年限，直接聘任", "Within the years of retirement: appointed directly"),
      },
      {
        id: "direct",
        source: "YY-09",
        when: has("person.statuses", param("exemptions")),
        text: text("孕期、产假、重病等，直接聘任", "Pregnancy, maternity leave, illness: appointed directly"),
        sensitive: true,
      },
    ],
    volunteers: { source: "YY-05", who: set("teachers") },
    returns: { source: "YL-17" },
  },
  forms: [
    {
      code: "recruit",
      source: "YY-10",
      text: text("当年新教师按招聘公告定岗", "Recruits of the year take the post of the recruitment notice"),
      scope: "county",
      relationMoves: true,
      countsInQuota: false,
      termMonths: { min: 12, max: 120 },
    },
    {
      code: "rotation",
      source: "YY-02",
      text: text("与设岗一并安排的交流轮岗", "Rotation arranged together with the posts"),
      who: set("teachers"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusMetres") },
  rules: [
    ...aims("mustMove", "protection"),
    // 按满工作量设岗: nobody is appointed beyond the posts that are set.
    aim("curriculum", "YY-02", { strength: "hard" }),
    ...aims("establishment"),
    {
      id: "newRecruits",
      rule: "newRecruits",
      source: "YY-10",
      text: text("新教师均须定岗", "Every recruit gets a post"),
    },
    aim("yearlyMoves", "YY-02"),
    aim("plannedMoves", "YY-02"),
    aim("wishes", "YY-05"),
    ...aims("nearness", "longestFirst", "fairBurden", "stability"),
  ],
  levels: levels("shortfall", "establishment", "wishes", "nearness", "burden", "stability"),
  appointment: {
    source: "YY-06",
    text: text(
      "校内竞聘按中层、教学、教辅后勤的次序进行；现任课教师优先，超岗时以业绩积分低者先分流",
      "Competition within the school: mid-level, teaching, support; the present teacher first, the lowest points leave an overfull post",
    ),
    rule: "acceptance",
    // 现任课教师优先 (YY-08): who holds a post keeps it; where there are too many, points decide (YY-07).
    ownPost: "keeps",
    surplus: { order: "lowestPoints" },
    rounds: [
      round("midLevel", "YY-06", {
        text: text("中层管理岗位竞聘", "Mid-level posts"),
        reach: "ownSchool",
        kinds: ["management"],
      }),
      round("teaching", "YY-06", {
        text: text("教学岗位竞聘", "Teaching posts"),
        reach: "ownSchool",
        kinds: ["teaching"],
      }),
      round("support", "YY-06", {
        text: text("教辅后勤岗位竞聘", "Support and logistics posts"),
        reach: "ownSchool",
        kinds: ["support", "logistics", "dormitory"],
      }),
    ],
  },
  reports: {
    due: [
      {
        id: "lists",
        source: "YY-11",
        text: text("聘任、考核、交流名单公示不少于五个工作日", "Lists are public for at least five working days"),
      },
    ],
    later: later(
      ["YY-03", "校内聘任日程", "Dates of the appointment in the school: later work"],
      ["YY-04", "聘任权限", "Who appoints whom: later work"],
      ["YY-07", "以业绩为主的评分", "Scores by performance: later work"],
      ["YY-12", "落聘人员跟岗学习", "Unplaced people: later work"],
      ["YY-13", "考核向一线倾斜", "Assessment favours the front line: later work"],
      ["YY-14", "教代会通过", "The staff congress passes the plan: later work"],
    ),
  },
};
