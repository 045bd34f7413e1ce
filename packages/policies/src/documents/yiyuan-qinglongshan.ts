/* oxlint-disable max-lines -- one policy is one file of data */
import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  exemptionParameter,
  integer,
  masked,
  maskedTerm,
  stagesParameter,
  yearlyMovesParameter,
} from "../phrases/parameters.ts";
import { procedureStep, round } from "../phrases/rounds.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, TEACHERS, has, nearRetirement, set } from "../phrases/sets.ts";

/** Weights and points that the plan does not tell: by name, the item, its source, and an example. */
const ASKED: readonly (readonly [name: string, zh: string, en: string, source: string, example: string])[] = [
  ["performanceWeight", "近期工作表现的权重", "weight of recent performance", "YY-05", "60%"],
  ["appraisalWeight", "民主测评的权重", "weight of the democratic appraisal", "YY-07", "20%"],
  ["lessonPoints", "每周一课时的分值", "points for a weekly lesson", "YY-13", "1"],
  ["classTeacherPoints", "班主任的分值", "points of class teachers", "YY-13", "5"],
  ["backbonePoints", "骨干教师的分值", "points of backbone teachers", "YY-13", "3"],
  ["provincePoints", "省级材料每项的分值", "points for a provincial record", "SZ-01", "8"],
  ["prefecturePoints", "市级材料每项的分值", "points for a record of the prefecture", "SZ-01", "5"],
  ["countyPoints", "县级材料每项的分值", "points for a record of the county", "SZ-01", "3"],
  ["schoolPoints", "校级材料每项的分值", "points for a record of the school", "SZ-01", "1"],
];

const POINT_PARAMETERS = Object.fromEntries(
  ASKED.map(([name, zh, en, source, example]) => [
    name,
    masked(example.endsWith("%") ? "share" : "integer", source, {
      text: text(`${zh}（原文没有数字）`, `${en} (the source names no number)`),
      question: text(`${zh}是多少？`, `What is the ${en}?`),
      example,
    }),
  ]),
);

/** Levels of records, the highest first, with the parameter of their points. */
const LEVELS = [
  ["省级", "provincePoints"],
  ["市级", "prefecturePoints"],
  ["县级", "countyPoints"],
  ["校级", "schoolPoints"],
] as const;

/** Records of one type: so many points for each by its level. */
function records(type: string, asked = ""): readonly object[] {
  return LEVELS.map(([level, points]) => ({
    id: `${level}${type}`,
    source: "SZ-01",
    kind: "records",
    column: type,
    when: `级别=${level}${asked}`,
    points: param(points),
  }));
}

/**
 * What is weighed: recent performance, what the public says and never that alone, the front line; and achievements, of which
 * the plan names no kinds, by those that a competitor of Shengzhou brought.
 */
const ITEMS: readonly object[] = [
  {
    id: "近期工作表现",
    source: "YY-05",
    kind: "column",
    column: "工作表现",
    weight: param("performanceWeight"),
  },
  { id: "群众满意度", source: "YY-07", kind: "appraisal", column: "民主测评", weight: param("appraisalWeight") },
  { id: "周课时", source: "YY-13", kind: "per", column: "周课时", points: param("lessonPoints") },
  { id: "担任班主任", source: "YY-13", kind: "when", when: "担任班主任=是", points: param("classTeacherPoints") },
  { id: "骨干教师", source: "YY-13", kind: "when", when: "骨干教师=是", points: param("backbonePoints") },
  ...records("获奖"),
  ...records("课题", " 且 角色=主持"),
  ...records("论文"),
];

/** 沂源县青龙山小学县管校聘方案: what the plan of one school says about exchange and appointment. */
export const yiyuanQinglongshan: PolicyDocument = {
  format: "lungang-policy-1",
  id: "yiyuan-qinglongshan",
  version: "1",
  name: text("青龙山小学县管校聘方案", "County-management plan of Qinglongshan School"),
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
    ...POINT_PARAMETERS,
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
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
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
    // 现任课教师优先: who holds a post keeps it; where there are too many, points decide.
    ownPost: "keeps",
    // 同等条件下教学和班级管理突出者优先.
    ties: [{ column: "教学和班级管理", order: "desc" }],
    surplus: { order: "lowestPoints" },
    sources: { ownPost: "YY-08", ties: "YY-08", surplus: "YY-07" },
    items: ITEMS,
    steps: [
      procedureStep("congress", "YY-14", {
        text: text("教代会通过方案和办法", "The staff congress passes plan and methods"),
        by: text("教职工代表大会", "Staff congress"),
        gate: true,
      }),
      procedureStep("posts", "YY-03", {
        text: text("设岗并制定方案", "Posts and plan are set"),
        by: text("学校", "School"),
        due: "08-22",
      }),
      procedureStep("appointment", "YY-03", {
        text: text("校内竞聘", "Appointment in the school"),
        by: text("竞聘工作委员会", "Competition committee"),
        due: "08-24",
      }),
      procedureStep("list", "YY-03", {
        text: text("公布聘任名单", "The list is published"),
        by: text("学校", "School"),
        due: "08-25",
      }),
    ],
    appointers: [
      {
        id: "leaders",
        source: "YY-04",
        text: text("按干部管理权限聘任", "By the authority over cadres"),
        kinds: ["management"],
        offices: ["校长", "副校长", "书记", "副书记"],
      },
      { id: "midLevel", source: "YY-04", text: text("校长聘任", "The principal"), kinds: ["management"] },
      { id: "others", source: "YY-04", text: text("竞聘工作委员会聘任", "The competition committee") },
    ],
    unplaced: [
      {
        id: "shadow",
        source: "YY-12",
        text: text("校内跟岗学习，次年重新参加竞聘", "Learns at the own school and competes again next year"),
        who: "unplaced",
      },
      {
        id: "pay",
        source: "YY-12",
        text: text(
          "不享受业绩补贴，出勤和工作量补贴按考核发放",
          "No performance bonus; bonuses for attendance and workload by assessment",
        ),
        who: "unplaced",
      },
    ],
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
      {
        id: "classTeams",
        source: "YY-15",
        text: text("设立班级管理团队激励资金", "An incentive fund for the teams that lead classes"),
      },
    ],
  },
};
