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
  yearlyMovesParameter,
  publicityParameter,
} from "../phrases/parameters.ts";
import { procedureStep, round } from "../phrases/rounds.ts";
import { aim, aims, levels } from "../phrases/rules.ts";
import { PUBLIC_SCHOOLS, RURAL, TEACHERS, TOWN, all, any, has, is, isIn, set } from "../phrases/sets.ts";

const MIDDLE = ["junior", "senior"];

const FREE = { attr: "person.statuses", op: "has" };

/** Kinds of posts beside management and teaching. */
const SUPPORT = ["support", "logistics", "dormitory"];

/** XX县2021年义务教育县管校聘方案: exchange, and the rounds of appointment and placement. */
export const xxCounty2021: PolicyDocument = {
  format: "lungang-policy-1",
  id: "xx-county-2021",
  version: "1",
  name: text("XX县2021年义务教育县管校聘方案", "County-management plan of XX County, 2021"),
  description: text(
    "逐步消化超编、引导向农村和紧缺学段流动：初中富余人员就近到本乡镇小学，坝区初中富余人员可到山区初中；县属学校逢进必考；六类人员不列为落聘。",
    "Over-establishment is cut, flow guided to rural schools and stages in shortage: surplus of middle schools goes to primary schools of the township, of plain middle schools to mountain ones; county schools admit by examination only; six kinds of people cannot be unplaced.",
  ),
  parameters: {
    ...calendarParameters({ cutoff: "XC-14" }),
    ...stagesParameter(["primary", "junior", "senior"], "XC-13"),
    bornBeforeMale: {
      type: "date",
      default: "1963-07-31",
      source: "XC-14",
      text: text("此日前出生的男教职工不列为落聘", "men born before this day cannot be unplaced"),
    },
    bornBeforeFemale: {
      type: "date",
      default: "1968-07-31",
      source: "XC-14",
      text: text("此日前出生的女教师不列为落聘", "women teachers born before this day cannot be unplaced"),
    },
    occupying: list(
      ["maternityLeave", "returnee"],
      { source: "XC-14", choices: codes.STATUS_CODES },
      text("不列为落聘且占用聘任名额的情形", "cases that cannot be unplaced and use headcount"),
    ),
    notOccupying: list(
      ["longSickLeave", "disabilityCertified", "seconded"],
      { source: "XC-15", choices: codes.STATUS_CODES },
      text("不列为落聘且不占用聘任名额的情形", "cases that cannot be unplaced and use no headcount"),
    ),
    namedSchool: masked("text", "XC-10", {
      text: text("面向全县选聘薄弱学科教师的学校（原文为XX中学）", "school that chooses teachers county-wide (masked)"),
      question: text(
        "哪所中学面向全县选聘教师？请给出学校名称或编号，没有则写“无”。",
        "Which school chooses county-wide? Give its id, or “none”.",
      ),
      example: "M1",
    }),
    namedCount: integer(10, "XC-10", text("该校面向全县选聘人数上限", "most teachers that the school chooses")),
    termMonths: maskedTerm("XC-12"),
    ...yearlyMovesParameter("XC-01"),
    ...publicityParameter("XC-25"),
    ...candidateParameters(),
  },
  calendar: { source: "XC-16", cutoff: param("cutoff"), start: param("start"), publicityDays: param("publicityDays") },
  sets: {
    teachers: TEACHERS,
    toCounty: is("to.countyAffiliated", true),
    fromMiddle: has("from.stages", MIDDLE),
    toMiddle: has("to.stages", MIDDLE),
    toPrimary: has("to.stages", "primary"),
    toMountain: is("to.terrain", "mountain", { ifMissing: false }),
    fromPlain: is("from.terrain", "plain", { ifMissing: false }),
    named: is("to.id", param("namedSchool")),
    toRural: isIn("to.area", RURAL),
  },
  scope: {
    source: "XC-13",
    schools: PUBLIC_SCHOOLS,
    text: text(
      "义务教育学校在编在岗人员，非义务教育学校参照",
      "Established staff of compulsory schools; others by analogy",
    ),
  },
  eligibility: {
    due: [
      {
        id: "staff",
        source: "XC-01",
        who: set("teachers"),
        text: text("在编在岗教师，超编或学科富余时可交流", "Established teachers may move where there are too many"),
      },
    ],
    exemptions: [
      {
        id: "born",
        source: "XC-14",
        when: any(
          all(is("person.sex", "male"), { attr: "person.birthDate", op: "lt", value: param("bornBeforeMale") }),
          all(is("person.sex", "female"), is("person.personType", "teacher"), {
            attr: "person.birthDate",
            op: "lt",
            value: param("bornBeforeFemale"),
          }),
        ),
        text: text("出生日期在规定日期之前，不列为落聘", "Born before the day set: cannot be unplaced"),
      },
      {
        id: "occupying",
        source: "XC-14",
        when: { ...FREE, value: param("occupying") },
        text: text("产假、轮岗期满返城，不列为落聘", "Maternity leave or back from rotation: cannot be unplaced"),
        sensitive: true,
      },
      {
        id: "notOccupying",
        source: "XC-15",
        when: { ...FREE, value: param("notOccupying") },
        text: text(
          "长病假、丧失劳动能力、借调，不列为落聘、不占名额",
          "Long illness, disability, secondment: kept, without headcount",
        ),
        occupiesHeadcount: false,
        sensitive: true,
      },
    ],
    volunteers: { source: "XC-11", who: set("teachers") },
    returns: { source: "XC-14" },
  },
  forms: [
    {
      code: "competition",
      source: "XC-10",
      text: text("指定中学面向全县选聘薄弱学科教师", "The named school chooses teachers of weak subjects county-wide"),
      who: set("teachers"),
      where: all(set("named"), is("post.vacant", true)),
      scope: "county",
      relationMoves: true,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "postFill",
      source: "XC-09",
      text: text(
        "坝区初中富余教师到坝区空岗或山区初中",
        "Surplus of plain middle schools to vacancies of plain or mountain ones",
      ),
      who: set("teachers"),
      where: all(set("fromMiddle"), set("toMiddle"), set("fromPlain"), is("post.vacant", true)),
      scope: "county",
      relationMoves: true,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "transfer",
      source: "XC-08",
      text: text("中学富余人员就近到本乡镇小学", "Surplus of middle schools to primary schools of the township"),
      who: set("teachers"),
      where: all(set("fromMiddle"), set("toPrimary"), is("post.vacant", true)),
      scope: "township",
      relationMoves: true,
      crossStage: true,
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "rotation",
      source: "XC-05",
      text: text("小学之间按轮岗方案交流（中心校一级）", "Exchange between primary schools by the rotation plan"),
      who: set("teachers"),
      where: all(set("toPrimary"), has("from.stages", "primary")),
      scope: "county",
      relationMoves: true,
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    ...aims("mustMove", "protection"),
    // 按学科聘任: posts are set by subject inside the establishment.
    aim("curriculum", "XC-02", { strength: "hard" }),
    aim("establishment", "XC-01"),
    {
      id: "countySchools",
      rule: "prerequisite",
      source: "XC-06",
      text: text("县属学校逢进必考：不经选聘不得调入", "County schools admit by examination only"),
      params: { moves: set("toCounty"), requires: is("move.form", "competition") },
    },
    {
      id: "namedSchool",
      rule: "perSchool",
      source: "XC-10",
      text: text("指定中学选聘人数不超过规定", "The named school chooses no more than set"),
      params: { schools: is("school.id", param("namedSchool")), maxIn: param("namedCount"), useSchoolQuota: false },
    },
    aim("yearlyMoves", "XC-01"),
    aim("plannedMoves", "XC-01"),
    {
      id: "rural",
      rule: "direction",
      source: "XC-03",
      text: text("引导向农村学校流动", "Flow is guided to rural schools"),
      params: { moves: set("toRural"), level: "direction" },
    },
    {
      id: "shortStages",
      rule: "direction",
      source: "XC-03",
      text: text("引导向紧缺学段流动", "Flow is guided to stages in shortage"),
      params: { moves: is("post.stageShort", true), level: "direction" },
    },
    aim("wishes", "XC-12"),
    aim("nearness", "XC-08"),
    ...aims("longestFirst", "stability"),
  ],
  levels: levels("shortfall", "establishment", "direction", "wishes", "nearness", "burden", "stability"),
  benefits: [
    {
      id: "rotationTreatment",
      kind: "preference",
      source: "XC-11",
      text: text(
        "竞聘开始前申请到山区小学的，享受轮岗政策",
        "Applied for a mountain primary school in time: treated as rotation",
      ),
      // 城区初中教师申请到山区小学.
      who: all(
        isIn("from.area", TOWN),
        set("fromMiddle"),
        set("toPrimary"),
        set("toMountain"),
        is("person.volunteer", true),
      ),
    },
    {
      id: "continued",
      kind: "preference",
      source: "XC-24",
      text: text(
        "轮岗支教人员分到小学的，身份待遇延续、年限累计",
        "Rotation and its years continue at the primary school",
      ),
      // 在山区中学的轮岗、支教教师.
      who: all(set("toMiddle"), set("toMountain")),
      served: true,
      forms: ["rotation", "support"],
    },
    {
      id: "fullPay",
      kind: "pay",
      source: "XC-23",
      text: text("服从安置的按岗位类别享受全额待遇", "Who obeys the placement has the full pay of the post"),
      payRule: "post",
    },
    {
      id: "refusesAndTrains",
      kind: "penalty",
      source: "XC-21",
      text: text(
        "不服从安置但参加培训：工资随转，停发三项补贴",
        "Refuses and trains: wage moves, three allowances are lost",
      ),
      on: ["refusedTrains"],
      flags: ["wageMoves", "losesTownshipAllowance", "losesRuralSubsidy", "losesRewardPay", "monthlyTest"],
    },
    {
      id: "refusesBoth",
      kind: "penalty",
      source: "XC-22",
      text: text("既不服从安置又不培训：按考勤规定处理", "Refuses both: attendance rules apply"),
      on: ["refusedBoth"],
      flags: ["attendanceRules"],
    },
  ],
  appointment: {
    source: "XC-17",
    text: text(
      "先领导班子，再学科教师，再教辅后勤；落聘人员先转岗，再按意向、本乡镇就近、全县缺编小学分步安置。班主任为兼任，不另占岗位",
      "Leaders, subject teachers, support; the unplaced convert, then go by wish, near in the township, then to primary schools of the county. A class teacher has that role beside a post",
    ),
    rule: "acceptance",
    ownPost: "contested",
    steps: [
      procedureStep("mobilise", "XC-16", { text: text("宣传动员", "Mobilisation"), by: text("县教育局", "County") }),
      procedureStep("fix", "XC-16", {
        text: text("核定编制和岗位", "Establishment and posts are fixed"),
        by: text("县教育局", "County"),
        gate: true,
      }),
      procedureStep("appoint", "XC-16", { text: text("组织聘任", "Appointment"), by: text("学校", "Schools") }),
      procedureStep("place", "XC-16", {
        text: text("安置落聘人员", "The unplaced are placed"),
        by: text("县教育局、中心校", "County and centre schools"),
      }),
      procedureStep("train", "XC-16", {
        text: text("组织落聘人员培训", "The unplaced are trained"),
        by: text("县教师培训机构", "Training school of the county"),
      }),
    ],
    appointers: [
      {
        id: "villageHeads",
        source: "XC-04",
        text: text("中心校聘任", "The centre school"),
        kinds: ["management"],
        offices: ["校长", "负责人"],
        schoolTypes: ["村小", "教学点"],
      },
      {
        id: "heads",
        source: "XC-04",
        text: text("县教育局聘任", "The county"),
        kinds: ["management"],
        offices: ["校长"],
      },
      {
        id: "midLevel",
        source: "XC-04",
        text: text(
          "校长提名，联系领导审核，学校聘任",
          "The principal proposes, the linked official reviews, the school appoints",
        ),
        kinds: ["management"],
      },
      { id: "school", source: "XC-02", text: text("学校聘任", "The school") },
    ],
    unplaced: [
      {
        id: "training",
        source: "XC-20",
        text: text("落聘人员培训合格", "Training of the unplaced is passed"),
        who: "placed",
        gate: true,
      },
      {
        id: "fullPay",
        source: "XC-23",
        text: text("服从安置的，按岗位类别享受全额待遇", "Who obeys the placement has the full pay of the post"),
        who: "placed",
      },
    ],
    rounds: [
      round("leaders", "XC-17", {
        text: text("领导班子聘任", "Leaders"),
        reach: "ownSchool",
        kinds: ["management"],
      }),
      round("teachers", "XC-17", {
        text: text("学科教师聘任", "Subject teachers"),
        reach: "ownSchool",
        kinds: ["teaching"],
      }),
      round("support", "XC-17", {
        text: text("教辅后勤及其他岗位聘任", "Support and other posts"),
        reach: "ownSchool",
        kinds: SUPPORT,
      }),
      round("conversion", "XC-07", {
        text: text("落聘人员校内转岗", "The unplaced convert within the school"),
        reach: "ownSchool",
        kinds: SUPPORT,
        who: "unplaced",
      }),
      round("named", "XC-10", {
        text: text("指定中学面向全县选聘", "The named school chooses county-wide"),
        reach: "county",
        kinds: ["teaching"],
        stages: ["初中"],
        schoolTypes: ["面向全县选聘"],
        offered: { most: param("namedCount") },
      }),
      round("plain", "XC-09", {
        text: text("坝区初中落聘人员到坝区初中空岗", "The unplaced of plain middle schools to vacancies of others"),
        reach: "county",
        kinds: ["teaching"],
        stages: ["初中"],
        schoolTypes: ["坝区中学"],
        who: "unplaced",
      }),
      round("mountain", "XC-10", {
        text: text(
          "坝区和指定中学落聘人员到山区初中",
          "The unplaced of plain and named schools to mountain middle schools",
        ),
        reach: "county",
        kinds: ["teaching"],
        stages: ["初中"],
        schoolTypes: ["山区中学"],
        who: "unplaced",
      }),
      round("wish", "XC-18", {
        text: text("落聘人员按意向安置", "The unplaced by their wish"),
        reach: "ownTownship",
        kinds: ["teaching"],
        stages: ["小学"],
        who: "unplaced",
      }),
      round("township", "XC-19", {
        text: text("落聘人员本乡镇就近安置", "The unplaced near in the township"),
        reach: "ownTownship",
        kinds: ["teaching"],
        stages: ["小学"],
        who: "unplaced",
        wishes: "nearest",
      }),
      round("county", "XC-19", {
        text: text("落聘人员全县安置", "The unplaced in the county"),
        reach: "county",
        kinds: ["teaching"],
        stages: ["小学"],
        who: "unplaced",
        wishes: "nearest",
      }),
    ],
  },
  reports: {
    due: [
      {
        id: "lists",
        source: "XC-25",
        text: text("事前公布岗位数和方案，事后公布结果", "Posts and plan before, results after"),
      },
      {
        id: "order",
        source: "XC-26",
        text: text(
          "领导、工作、督查三个小组分工负责；缠访闹访、扰乱秩序的依规处理",
          "Three groups have their duties; persistent petitioning and disorder are dealt with by the rules",
        ),
      },
    ],
  },
};
