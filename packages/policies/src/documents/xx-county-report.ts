/* oxlint-disable max-lines -- one policy is one file of data */
import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import {
  calendarParameters,
  candidateParameters,
  itinerantParameters,
  masked,
  maskedTerm,
  publicityParameter,
  stagesParameter,
} from "../phrases/parameters.ts";
import { procedureStep, round } from "../phrases/rounds.ts";
import { aim, aims, levels, partTimeTeaching } from "../phrases/rules.ts";
import {
  DOWNWARDS,
  LEADERS,
  PUBLIC_SCHOOLS,
  TEACHERS,
  any,
  all,
  has,
  is,
  not,
  set,
  sharedStage,
} from "../phrases/sets.ts";

/** The four criteria; the report does not tell their weights. */
const CRITERIA = [
  ["developmentWeight", "发展能力", "ability to develop"],
  ["problemsWeight", "解决问题能力", "ability to solve problems"],
  ["implementationWeight", "落实水平", "level of implementation"],
  ["resultsWeight", "实际成效", "practical results"],
] as const;

const CRITERIA_PARAMETERS = Object.fromEntries(
  CRITERIA.map(([name, zh, en]) => [
    name,
    masked("share", "XR-05", {
      text: text(`校长选聘中${zh}的权重（原文没有数字）`, `weight of the ${en} (the source names no number)`),
      question: text(`校长选聘中${zh}占多少？四项合计 100%。`, `What is the weight of the ${en}? The four make 100%.`),
      example: "25%",
    }),
  ]),
);

const COMMITTEE = text("遴选委员会", "Selection committee");

/** The eight steps of a selection, each passed before the next. */
const STEPS: readonly object[] = [
  procedureStep("publish", "XR-04", {
    text: text("公布职位和条件", "Posts and conditions are published"),
    by: COMMITTEE,
    recorded: "once",
  }),
  procedureStep("volunteer", "XR-04", {
    text: text("自愿报名", "Volunteers apply"),
    by: text("本人", "The person"),
    recorded: "byApplication",
  }),
  procedureStep("recommend", "XR-04", {
    text: text("组织推荐", "The organisation recommends"),
    by: text("所在学校、中心校", "School and centre school"),
  }),
  procedureStep("qualify", "XR-04", { text: text("资格审查", "Qualifications are checked"), by: COMMITTEE }),
  procedureStep("appraise", "XR-04", {
    text: text("民主测评", "Democratic appraisal"),
    by: text("学校教职工", "Staff of the school"),
  }),
  procedureStep("candidates", "XR-04", { text: text("确定考察对象", "Candidates are fixed"), by: COMMITTEE }),
  procedureStep("inspect", "XR-04", {
    text: text("组织考察", "Inspection"),
    by: text("组织、纪检监察部门", "Organisation and discipline body"),
  }),
  procedureStep("approve", "XR-04", { text: text("遴选委员会审定", "The committee approves"), by: COMMITTEE }),
];

/** XX县校长教师交流轮岗工作情况报告: consent, in-township support, last-place rotation. */
export const xxCountyReport: PolicyDocument = {
  format: "lungang-policy-1",
  id: "xx-county-report",
  version: "1",
  name: text("XX县校长教师交流轮岗工作", "Exchange of heads and teachers in XX County"),
  description: text(
    "平等自愿、协商一致；县内以城乡交流为主，乡镇内以山区坝区交流为主；教学质量多次末位的调岗；编制内从紧用人。",
    "By consent; in the county mainly between town and country, in townships between mountain and plain; last place several times over means another post; within the establishment.",
  ),
  parameters: {
    ...calendarParameters(),
    ...stagesParameter(["primary", "junior", "senior", "special", "vocational", "kindergarten"], "XR-02"),
    termMonths: maskedTerm("XR-11"),
    leaderTermMonths: {
      type: "integer",
      default: 36,
      source: "XR-06",
      text: text("校长聘约期限（月）", "months of a head's contract"),
    },
    lastPlaceTimes: masked("integer", "XR-14", {
      text: text("教学质量连续末位几次须调岗（原文隐去）", "times in a row at the last place (masked)"),
      question: text("教学质量连续几次末位的教师须调岗？", "After how many last places in a row is a teacher rotated?"),
      example: "2",
    }),
    ...CRITERIA_PARAMETERS,
    ...itinerantParameters("XR-10"),
    ...publicityParameter("XR-13"),
    ...candidateParameters(),
  },
  calendar: { source: "XR-07", cutoff: param("cutoff"), start: param("start"), publicityDays: param("publicityDays") },
  sets: {
    teachers: TEACHERS,
    leaders: LEADERS,
    downwards: DOWNWARDS,
    townCountry: any(
      DOWNWARDS,
      all(any(is("from.area", "rural"), is("from.area", "remote")), any(is("to.area", "urban"), is("to.area", "town"))),
    ),
    mountainPlain: any(
      all(is("from.terrain", "mountain", { ifMissing: false }), is("to.terrain", "plain", { ifMissing: false })),
      all(is("from.terrain", "plain", { ifMissing: false }), is("to.terrain", "mountain", { ifMissing: false })),
    ),
  },
  scope: {
    source: "XR-02",
    schools: PUBLIC_SCHOOLS,
    text: text("全县公办学校在编在岗人员", "Established staff of the public schools of the county"),
  },
  eligibility: {
    due: [],
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: has("person.statuses", ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave"]),
        text: text("孕期、哺乳期、患病等（原文未写，采用通行规定）", "Pregnancy, lactation, illness (common)"),
        sensitive: true,
      },
    ],
    forced: [
      {
        id: "lastPlace",
        source: "XR-14",
        when: { attr: "person.lastRanksInARow", op: "ge", value: param("lastPlaceTimes") },
        text: text("教学质量多次末位，调整到更适合的岗位", "Last in teaching quality several times over: another post"),
      },
    ],
    volunteers: {
      source: "XR-09",
      who: any(set("teachers"), set("leaders")),
      needsHomeConsent: true,
      needsVacancy: true,
    },
    returns: { source: "XR-11" },
  },
  forms: [
    {
      code: "leaderRotation",
      source: "XR-07",
      text: text("校长、副校长交流", "Exchange of heads and vice heads"),
      who: set("leaders"),
      where: sharedStage(["primary", "junior", "senior"]),
      scope: "county",
      kinds: ["management"],
      relationMoves: true,
      termMonths: { min: param("leaderTermMonths"), max: 120 },
    },
    {
      code: "lastPlace",
      source: "XR-14",
      text: text("末位调岗：调到更适合的岗位", "Last-place rotation to a more suitable post"),
      who: { attr: "person.lastRanksInARow", op: "ge", value: param("lastPlaceTimes") },
      scope: "township",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "internal",
      source: "XR-14",
      text: text("末位调岗：在本校调整岗位", "Last-place rotation to another post of the school"),
      who: { attr: "person.lastRanksInARow", op: "ge", value: param("lastPlaceTimes") },
      scope: "school",
      relationMoves: false,
      countsInQuota: false,
      keepsHomePost: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "support",
      source: "XR-13",
      text: text("乡镇内支教帮教：到山区、薄弱学校", "Support inside the township, to mountain and weak schools"),
      who: set("teachers"),
      where: any(
        is("to.terrain", "mountain", { ifMissing: false }),
        is("to.quality", "weak", { ifMissing: false }),
        not(is("from.terrain", "plain", { ifMissing: false })),
      ),
      scope: "township",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "postFill",
      source: "XR-10",
      text: text("城乡顶岗置换", "Post exchange between town and country"),
      who: set("teachers"),
      where: set("townCountry"),
      scope: "county",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "up",
      source: "XR-18",
      text: text(
        "薄弱学校教师到本乡镇较好学校跟岗学习",
        "Teachers of weak schools learn at better ones of the township",
      ),
      who: set("teachers"),
      where: all(is("from.quality", "weak", { ifMissing: false }), is("to.quality", "good", { ifMissing: false })),
      scope: "township",
      relationMoves: false,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      base: "partTime",
      source: "XR-10",
      text: text("兼职教学", "Part-time teaching at another school"),
      who: set("teachers"),
      scope: "county",
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("mustMove", "XR-14"),
    aim("protection"),
    ...aims("curriculum"),
    partTimeTeaching("XR-10"),
    aim("establishment", "XR-08"),
    ...aims("principalPosts"),
    aim("total", "XR-09"),
    {
      id: "mainDirections",
      rule: "direction",
      source: "XR-01",
      text: text("县级以城乡、乡镇以山区坝区交流为主", "Mainly town and country, or mountain and plain in townships"),
      params: { moves: any(set("townCountry"), set("mountainPlain")), level: "direction" },
    },
    {
      id: "learners",
      rule: "direction",
      source: "XR-18",
      text: text(
        "乡镇内双向流动：薄弱学校教师以到较好学校学习为主",
        "Two ways in a township: teachers of weak schools go mainly to better ones, to learn",
      ),
      params: {
        of: all(
          set("teachers"),
          is("from.quality", "weak", { ifMissing: false }),
          is("move.sameTownship", true, { ifMissing: false }),
        ),
        moves: is("to.quality", "good", { ifMissing: false }),
        level: "direction",
        // Beside the main directions, so that the way up weighs more than one that they want.
        weight: 2,
      },
    },
    aim("wishes", "XR-09"),
    ...aims("nearness", "longestFirst", "stability"),
  ],
  levels: levels("shortfall", "untaught", "establishment", "wishes", "direction", "nearness", "burden", "stability"),
  appointment: {
    source: "XR-17",
    text: text(
      "公布岗位，按得分择优：先校长选聘，再教师竞聘",
      "Posts are published and the best by score taken: principals first, then teachers",
    ),
    rule: "acceptance",
    ownPost: "keeps",
    rankedBy: "points",
    selection: {
      source: "XR-04",
      text: text("校长由遴选委员会选聘，逐步通过后择优", "Principals are selected by a committee, step by step"),
      kinds: ["management"],
      supervisedBy: text("纪检监察部门", "The discipline body"),
      steps: STEPS,
      criteria: CRITERIA.map(([name, zh, en]) => ({
        id: zh,
        source: "XR-05",
        text: text(zh, en),
        column: zh,
        weight: param(name),
      })),
    },
    contracts: [{ id: "principals", source: "XR-06", kinds: ["management"], months: param("leaderTermMonths") }],
    rounds: [
      round("principals", "XR-04", {
        text: text("校长选聘", "Principals"),
        reach: "county",
        kinds: ["management"],
      }),
      round("teachers", "XR-17", {
        text: text("教师竞聘", "Teachers"),
        reach: "county",
        kinds: ["teaching"],
      }),
    ],
  },
  reports: {
    due: [
      { id: "schools", source: "XR-02", text: text("各类学校数量", "Schools by type and area") },
      { id: "staff", source: "XR-03", text: text("教职工与骨干数量", "Staff and backbone teachers") },
      {
        id: "principals",
        source: "XR-07",
        text: text("校长按方向和职务的交流数", "Exchanges of heads by direction and rank"),
      },
      { id: "teachers", source: "XR-12", text: text("教师按方向的交流数", "Exchanges of teachers by direction") },
      {
        id: "townships",
        source: "XR-15",
        text: text("乡镇支教与末位调岗数", "Townships with support and last-place rotation"),
      },
      {
        id: "external",
        source: "XR-16",
        text: text("国培置换、接纳支教、对口帮扶人数", "Trainees replaced, supporters received"),
      },
    ],
  },
};
