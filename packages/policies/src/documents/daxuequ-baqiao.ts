/* oxlint-disable max-lines -- one policy is one file of data */
import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  ageParameters,
  batchParameter,
  calendarParameters,
  candidateParameters,
  choice,
  exemptionParameter,
  integer,
  itinerantParameters,
  masked,
  publicityParameter,
  share,
  stagesParameter,
  tenureParameter,
} from "../phrases/parameters.ts";
import { aim, aims, levels, partTimeTeaching } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, all, any, has, is, isIn, set, sharedStage, whenSwitched } from "../phrases/sets.ts";

/** Forms without headcount, those for a school year first (BQ-05). */
const LIGHT_FORMS = ["partTime", "collaborate", "shadow", "teamResearch", "masterLead", "network"];

const YEAR = { min: param("termMonths"), max: 12 };

/** 灞桥大学区教师交流方案: exchange inside a big school district, the relation unmoved. */
export const daxuequBaqiao: PolicyDocument = {
  format: "lungang-policy-1",
  id: "daxuequ-baqiao",
  version: "1",
  name: text("灞桥大学区教师交流方案", "Exchange of teachers in the big school districts of Baqiao"),
  description: text(
    "大学区内交流，人事关系不动：男50岁、女45岁以下且同校满六年的教师分批交流；全年参加各种形式交流的不少于专任教师的60%，一学年以上的不少于6%。",
    "Inside a big school district, the relation unmoved: teachers up to 50 (men) and 45 (women) with six years at one school in batches; 60% of full-time teachers take part in some form, 6% for a school year.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["primary", "junior"], "BQ-01"),
    ...ageParameters("BQ-03", { male: 50, female: 45 }),
    schoolYears: integer(
      6,
      "BQ-03",
      text("在同一学校满几年应交流", "full years at one school after which people are due"),
    ),
    ...tenureParameter("BQ-03"),
    ...batchParameter("BQ-03"),
    ...exemptionParameter("BQ-02", [
      "pregnancy",
      "maternityLeave",
      "lactation",
      "punishment",
      "seriousIllness",
      "longSickLeave",
      "otherApproved",
    ]),
    termMonths: integer(
      12,
      "BQ-05",
      text("帮扶支援等形式的期限（月，一学年）", "months of the main forms (a school year)"),
    ),
    longShare: share(
      "6%",
      "BQ-06b",
      text("一次交流一学年以上的人数占专任教师的最低比例", "least share of full-time teachers away for a school year"),
    ),
    anyShare: share(
      "60%",
      "BQ-06a",
      text(
        "全年参加任何形式交流的人数占专任教师的最低比例",
        "least share of full-time teachers who take part in any form",
      ),
    ),
    runningCounts: choice(
      true,
      "BQ-06a",
      text("正在交流期内的人员计入本年参加人数", "people on a running exchange count as taking part this year"),
    ),
    quotaBy: {
      type: "text",
      default: "zone",
      choices: ["zone", "school"],
      source: "BQ-06b",
      text: text("比例按大学区还是按学校计算（原文两可）", "whether shares hold for the district or each school"),
    },
    supportStaff: choice(
      false,
      "BQ-08",
      text("教辅人员是否参加有计划的交流", "whether teaching-support staff exchange as well"),
    ),
    deductShare: masked("share", "BQ-11", {
      text: text("未完成任务扣发基础性绩效的比例（原文隐去）", "part of basic performance pay deducted (masked)"),
      question: text(
        "未完成交流任务的，基础性绩效工资按什么比例扣发？",
        "Which part of basic performance pay is deducted?",
      ),
      example: "10%",
    }),
    postMonths: masked("integer", "BQ-10", {
      text: text("岗位聘任所需交流月数（原文隐去）", "months of exchange for a professional post (masked)"),
      question: text(
        "竞聘五、六、八、九级岗位需要交流多少个月？",
        "How many months of exchange do posts 5, 6, 8, 9 need?",
      ),
      example: "12",
    }),
    ...itinerantParameters("BQ-04"),
    ...publicityParameter("BQ-16"),
    ...candidateParameters(),
  },
  calendar: { source: "BQ-16", cutoff: param("cutoff"), start: param("start"), publicityDays: param("publicityDays") },
  sets: {
    teachers: isIn("person.personType", ["teacher", "reserveCadre"]),
    cadres: isIn("person.personType", ["vicePrincipal", "midLevel"]),
    support: is("person.personType", "support"),
  },
  scope: {
    source: "BQ-01",
    schools: PUBLIC_SCHOOLS,
    text: text("大学区各学校在编在岗教师", "Established teachers of the schools of the big districts"),
  },
  eligibility: {
    exchangeBreaksTenure: param("exchangeBreaksTenure"),
    due: [
      {
        id: "teachers",
        source: "BQ-03",
        who: any(set("teachers"), set("cadres"), all(set("support"), whenSwitched("supportStaff"))),
        age: { male: param("ageMale"), female: param("ageFemale"), inclusive: param("ageInclusive") },
        years: { measure: "school", min: param("schoolYears") },
        text: text("年龄在规定以下且同校满规定年限，应分批交流", "Within the age limit and with the full years: due"),
      },
    ],
    exemptions: [
      {
        id: "cases",
        source: "BQ-02",
        when: has("person.statuses", param("exemptions")),
        text: text(
          "孕期哺乳期、受处分期间、重病或其他原因，原则上不参加交流（本人申请的除外）",
          "Pregnancy and lactation, punishment, illness, other reasons: not exchanged in principle, unless they apply",
        ),
        inPrinciple: true,
        sensitive: true,
      },
    ],
    forced: [
      {
        id: "named",
        source: "BQ-18",
        when: is("person.named", true),
        text: text("学区长联席会议确定的人员必须交流", "Named by the joint meeting of the district heads: must go"),
        // Decided this year about this person.
        withinTerm: true,
        sensitive: false,
      },
    ],
    volunteers: { source: "BQ-16", who: set("teachers") },
    returns: { source: "BQ-05" },
  },
  forms: [
    {
      code: "attach",
      source: "BQ-07",
      text: text(
        "副校长、中层干部任职交流或挂职锻炼",
        "Vice heads and mid-level cadres: post exchange or attached training",
      ),
      who: set("cadres"),
      where: sharedStage(["primary", "junior"]),
      scope: "zone",
      kinds: ["management"],
      relationMoves: false,
      termMonths: YEAR,
    },
    {
      code: "support",
      source: "BQ-04",
      text: text("帮扶支援：到大学区内其他学校任教一学年", "Support: a school year at another school of the district"),
      who: any(set("teachers"), is("person.personType", "midLevel")),
      scope: "zone",
      relationMoves: false,
      termMonths: YEAR,
    },
    {
      code: "flexible",
      source: "BQ-08",
      text: text("教辅人员有计划交流", "Planned exchange of teaching-support staff"),
      who: all(set("support"), whenSwitched("supportStaff")),
      scope: "zone",
      kinds: ["support"],
      relationMoves: false,
      termMonths: YEAR,
    },
    ...LIGHT_FORMS.map((base) => ({ base, source: "BQ-04", scope: "zone" })),
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("mustMove", "BQ-18"),
    aim("protection"),
    ...aims("curriculum", "establishment", "principalPosts"),
    partTimeTeaching("BQ-04"),
    {
      id: "longExchange",
      rule: "participation",
      source: "BQ-06b",
      text: text(
        "一次交流一学年以上的不低于专任教师的规定比例，各种形式和正在交流的都计入",
        "The share of full-time teachers takes part for a school year, in any form or on a running exchange",
      ),
      params: {
        longShare: param("longShare"),
        who: any(set("teachers"), set("cadres")),
        forms: LIGHT_FORMS,
        by: param("quotaBy"),
        countRunning: param("runningCounts"),
      },
    },
    // The text names no number for those who are due: as many posts change as the share asks for, where they can.
    {
      id: "inBatches",
      rule: "quota",
      source: "BQ-03",
      strength: "soft",
      price: 1,
      text: text(
        "到年限的教师分批到其他学校任教（每年人数原文未写，参照一学年以上的比例）",
        "Who is due changes school in batches (no number in the source: the share of a school year is taken)",
      ),
      params: {
        share: param("longShare"),
        who: any(set("teachers"), set("cadres")),
        base: "all",
        bound: "atLeast",
        by: param("quotaBy"),
        excludeExempt: false,
      },
    },
    {
      id: "anyForm",
      rule: "participation",
      source: "BQ-06a",
      text: text(
        "参加各种形式交流的不低于专任教师的规定比例（一人只计一次）",
        "The share of full-time teachers takes part in some form, each counted once",
      ),
      params: {
        share: param("anyShare"),
        who: any(set("teachers"), set("cadres")),
        forms: LIGHT_FORMS,
        by: param("quotaBy"),
        countRunning: param("runningCounts"),
      },
    },
    aim("total", "BQ-06b"),
    {
      id: "schoolQuota",
      rule: "perSchool",
      source: "BQ-17",
      text: text("完成大学区公布的各校交流指标", "Each school meets the quota that the district published"),
      params: { useSchoolQuota: true },
    },
    ...aims("wishes", "nearness"),
    aim("longestFirst", "BQ-03"),
    aim("batches", "BQ-03"),
    ...aims("fairBurden", "stability"),
  ],
  levels: levels("shortfall", "untaught", "establishment", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "experts",
      kind: "condition",
      source: "BQ-09",
      text: text("评选特级教师、教学能手、骨干等须有累计交流经历", "Honours need a semester of exchange in all"),
      exchangeMonths: 5,
    },
    {
      id: "professionalPosts",
      kind: "condition",
      source: "BQ-10",
      text: text(
        "竞聘五、六、八、九级岗位须在上一聘期内有交流经历",
        "Posts 5, 6, 8, 9 need an exchange in the last period",
      ),
      postGrades: [5, 6, 8, 9],
      withinYears: 3,
      exchangeMonths: param("postMonths"),
    },
    {
      id: "tasks",
      kind: "penalty",
      source: "BQ-11",
      text: text(
        "未完成任务扣发绩效；考核不合格的次年绩效封顶",
        "Tasks not done: deduction; failed: next year's pay is capped",
      ),
      on: ["tasksNotDone", "assessmentFailed"],
      deductShare: param("deductShare"),
      capShare: "50%",
    },
    {
      id: "refusal",
      kind: "penalty",
      source: "BQ-12",
      text: text(
        "确定后拒不交流：三年内不评职称、不评优、不晋级",
        "Refusal: no title, award or salary step for three years",
      ),
      on: ["refused"],
      flags: ["noTitle", "noAwards", "assessmentFailed", "noSalaryStep"],
      years: 3,
    },
    {
      id: "excellent",
      kind: "preference",
      source: "BQ-19",
      text: text("考核优秀者在评优、职称、提拔中优先", "Excellent assessment: preferred in awards, titles, promotion"),
      who: is("person.lastGrade", "excellent", { ifMissing: false }),
      served: true,
    },
  ],
  reports: {
    lead: "home",
    due: [
      {
        id: "steps",
        source: "BQ-16",
        text: text(
          "动员并公布指标，学校审核报名人员，汇总名单和登记表，按规定日期交接",
          "Mobilise and publish quotas, check applicants, file list and forms, hand over on the fixed day",
        ),
      },
      {
        id: "management",
        source: "BQ-13",
        text: text("双重管理，派出学校为主", "Dual management, the home school leads"),
      },
      {
        id: "chain",
        source: "BQ-14",
        text: text(
          "接收学校记录并提等次，学区长签字，教育局审核归档",
          "Host proposes, district head signs, bureau files",
        ),
      },
      {
        id: "assessment",
        source: "BQ-15",
        text: text(
          "考核师德、教学、出勤，由领导、学生、同行、家长评价",
          "Assessment by leaders, pupils, peers, parents",
        ),
      },
    ],
  },
};
