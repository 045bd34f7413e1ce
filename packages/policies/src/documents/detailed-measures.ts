/* oxlint-disable max-lines -- one policy is one file of data */
import { codes } from "@lungang/core";
import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import { aim, levels } from "../phrases/rules.ts";

const TEACHERS = ["teacher", "midLevel", "reserveCadre"];
const LEADERS = ["principal", "vicePrincipal"];

/** 教师交流轮岗调配管理实施办法（详细版）: one county with its public kindergartens. */
export const detailedMeasures: PolicyDocument = {
  format: "lungang-policy-1",
  id: "detailed-measures",
  version: "1",
  name: text("教师交流轮岗调配管理实施办法", "Measures for the exchange and allocation of teachers"),
  description: text(
    "全县中小学和公办幼儿园：截至8月31日男50岁、女45岁以下且同校满六年的专任教师应交流，一般不少于10%；名师、高级、一级教师不低于30%；领导班子每次交流一般不超过30%。",
    "Schools and public kindergartens of the county: full-time teachers up to 50 (men) and 45 (women) with six years at one school on 31 August; generally at least 10%; famous, senior and level-1 teachers at least 30%; generally at most 30% of a leadership team at a time.",
  ),
  parameters: {
    cutoff: {
      type: "monthDay",
      default: "08-31",
      source: "DM-03",
      text: text("年龄与年限的计算截止日", "day on which ages and years are measured"),
    },
    start: {
      type: "monthDay",
      default: "09-01",
      source: "DM-02",
      text: text("交流开始日（新学年开学）", "first day of the exchange (start of the school year)"),
    },
    stages: {
      type: "list",
      default: ["kindergarten", "primary", "junior", "senior"],
      choices: ["kindergarten", "primary", "junior", "senior", "vocational", "special"],
      source: "DM-01",
      text: text("纳入交流的学段", "stages whose schools take part"),
    },
    exchangeScope: {
      type: "text",
      default: "county",
      choices: ["county", "alliance", "zone", "township"],
      source: "DM-10",
      text: text("交流范围", "within which group of schools people exchange"),
    },
    ageMale: {
      type: "integer",
      default: 50,
      source: "DM-03",
      text: text("男性年龄上限（周岁）", "age limit of men in completed years"),
    },
    ageFemale: {
      type: "integer",
      default: 45,
      source: "DM-03",
      text: text("女性年龄上限（周岁）", "age limit of women in completed years"),
    },
    ageInclusive: {
      type: "boolean",
      default: true,
      source: "DM-03",
      text: text("“以下”是否含本数（民法典第1259条：含）", "whether the age limit itself is included"),
    },
    schoolYears: {
      type: "integer",
      default: 6,
      source: "DM-03",
      text: text("在同一学校连续任教满几年应交流", "full years at one school after which people are due"),
    },
    exchangeBreaksTenure: {
      type: "boolean",
      default: true,
      source: "DM-03",
      text: text(
        "外出交流期满返回后，连续任教年限是否重新计算",
        "whether years count anew after an exchange that ended",
      ),
    },
    termMonths: {
      type: "integer",
      default: 24,
      source: "DM-02",
      text: text("每次交流期限（月，不少于两年）", "length of an exchange in months"),
    },
    recruitTermMonths: {
      type: "integer",
      default: 24,
      source: "DM-07",
      text: text("新招聘教师在农村、薄弱学校任教期限（月）", "months that recruits teach at rural or weak schools"),
    },
    recruitsInQuota: {
      type: "boolean",
      default: true,
      source: "DM-07",
      text: text(
        "新招聘教师是否计入交流人数（原文：纳入交流计划）",
        "whether recruits count in the number exchanged (the text puts them into the exchange plan)",
      ),
    },
    relationMoves: {
      type: "boolean",
      default: false,
      source: "DM-10",
      text: text("人事关系是否随交流转移（原文未写）", "whether the relation moves (the source is silent)"),
    },
    quotaShare: {
      type: "share",
      default: "10%",
      source: "DM-04",
      text: text("交流人数占符合条件人数的最低比例", "least share of the eligible who exchange"),
    },
    baseExcludesExempt: {
      type: "boolean",
      default: true,
      source: "DM-09",
      text: text("当年免交流人员不计入基数", "people exempt this year are not in the base of the share"),
    },
    volunteersCount: {
      type: "boolean",
      default: true,
      source: "DM-08",
      text: text("自愿交流人员计入完成数", "volunteers count towards the share"),
    },
    expertShare: {
      type: "share",
      default: "30%",
      source: "DM-05",
      text: text("名师、高级、一级教师占交流总数的最低比例", "least share of famous, senior and level-1 teachers"),
    },
    expertHonours: {
      type: "list",
      default: ["specialGrade", "teachingExpert", "subjectLeader", "famousTeacher"],
      choices: [...codes.HONOURS],
      source: "DM-05",
      text: text(
        "哪些称号算名师（原文有“等”字，可增补）",
        "honours that count as famous (the list in the text is open)",
      ),
    },
    expertTitles: {
      type: "list",
      default: ["level1", "primarySenior", "senior", "chiefSenior"],
      choices: [...codes.TITLES],
      source: "DM-05",
      text: text(
        "哪些职称计入（高级、一级；小学高级相当于一级）",
        "titles that count (senior, level 1 and its old name)",
      ),
    },
    teamShare: {
      type: "share",
      default: "30%",
      source: "DM-06",
      text: text("学校领导班子每次交流的最高比例", "most of a leadership team who leave at a time"),
    },
    teamAtLeastOne: {
      type: "boolean",
      default: false,
      source: "DM-06",
      text: text("班子人数太少时，是否仍允许交流一人", "whether one may leave a team that is too small for the share"),
    },
    exemptions: {
      type: "list",
      default: ["pregnancy", "maternityLeave", "lactation", "seriousIllness", "longSickLeave", "otherApproved"],
      choices: [...codes.STATUS_CODES],
      source: "DM-09",
      text: text("当年可不参加交流的情形（须县教育局批准）", "cases exempt in that year, approved by the county"),
    },
    recruitsElsewhere: {
      type: "boolean",
      default: true,
      source: "DM-07",
      text: text(
        "农村、薄弱学校没有合适空岗时，新教师可否安排到其他学校的空岗",
        "whether recruits may fill vacancies elsewhere when no weak or rural school has one",
      ),
    },
    candidateLimit: {
      type: "integer",
      default: 10,
      source: "GP-02",
      text: text("每人最多考虑多少个最近的岗位", "nearest posts considered for each person"),
    },
    radiusKm: {
      type: "distance",
      default: 100,
      source: "GP-02",
      text: text("考虑岗位的半径（公里）", "radius in which posts are considered, in kilometres"),
    },
  },
  calendar: { source: "DM-03", cutoff: param("cutoff"), start: param("start") },
  sets: {
    teachers: { attr: "person.personType", op: "in", value: TEACHERS },
    leaders: { attr: "person.personType", op: "in", value: LEADERS },
    experts: {
      any: [
        { attr: "person.honours", op: "has", value: param("expertHonours") },
        { attr: "person.title", op: "in", value: param("expertTitles") },
      ],
    },
    weakOrRural: {
      any: [
        { attr: "to.quality", op: "eq", value: "weak", ifMissing: false },
        { attr: "to.area", op: "in", value: ["rural", "remote"] },
      ],
    },
    // A recruit matches himself, so that the parameter alone decides about vacancies elsewhere.
    forRecruits: {
      any: [
        { set: "weakOrRural" },
        {
          all: [
            { attr: "post.vacant", op: "eq", value: true },
            { attr: "person.newRecruit", op: "eq", value: param("recruitsElsewhere") },
          ],
        },
      ],
    },
    sharedStage: {
      any: ["kindergarten", "primary", "junior", "senior"].map((stage) => ({
        all: [
          { attr: "from.stages", op: "has", value: stage },
          { attr: "to.stages", op: "has", value: stage },
        ],
      })),
    },
  },
  scope: {
    source: "DM-01",
    schools: {
      all: [
        { attr: "school.ownership", op: "eq", value: "public" },
        { attr: "school.stages", op: "has", value: param("stages") },
      ],
    },
    text: text("全县中小学、公办幼儿园的在编在岗人员", "Established staff in post at schools and public kindergartens"),
  },
  eligibility: {
    exchangeBreaksTenure: param("exchangeBreaksTenure"),
    due: [
      {
        id: "teachers",
        source: "DM-03",
        who: { any: [{ set: "teachers" }, { set: "leaders" }] },
        age: { male: param("ageMale"), female: param("ageFemale"), inclusive: param("ageInclusive") },
        years: { measure: "school", min: param("schoolYears") },
        text: text(
          "专任教师（含班子成员）年龄在规定以下且同校满规定年限，应当交流",
          "Full-time teacher or leader within the age limit and with the full years at one school: due",
        ),
      },
    ],
    exemptions: [
      {
        id: "thatYear",
        source: "DM-09",
        when: { attr: "person.statuses", op: "has", value: param("exemptions") },
        text: text("孕期、哺乳期、患病等，经批准当年不参加交流", "Pregnancy, lactation, illness: exempt that year"),
        sensitive: true,
      },
    ],
    volunteers: { source: "DM-08", who: { set: "teachers" }, needsHomeConsent: true, needsVacancy: true },
    returns: { source: "DM-02" },
    backbone: "experts",
  },
  forms: [
    {
      code: "recruit",
      source: "DM-07",
      text: text("新招聘教师先到农村或薄弱学校，纳入交流计划", "Recruits start at rural or weak schools; they count"),
      where: { set: "forRecruits" },
      scope: "county",
      relationMoves: true,
      termMonths: { min: param("recruitTermMonths"), max: 120 },
      countsInQuota: param("recruitsInQuota"),
    },
    {
      code: "leaderRotation",
      source: "DM-06",
      text: text("学校班子成员交流", "Exchange of members of the leadership team"),
      who: { set: "leaders" },
      where: { set: "sharedStage" },
      scope: param("exchangeScope"),
      kinds: ["management"],
      relationMoves: param("relationMoves"),
      termMonths: { min: param("termMonths"), max: 120 },
    },
    {
      code: "rotation",
      source: "DM-02",
      text: text("教师定期交流轮岗", "Rotation of teachers"),
      who: { set: "teachers" },
      scope: param("exchangeScope"),
      relationMoves: param("relationMoves"),
      termMonths: { min: param("termMonths"), max: 120 },
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("protection"),
    aim("mustMove", "DM-10", {
      text: text(
        "组织选派、已定去向和交流期满的人员必须落实去向",
        "Dispatched and pinned people and ended exchanges are placed",
      ),
    }),
    aim("curriculum", "GP-04", {
      text: text("缓解结构性缺员（办法未写，采用通行目标）", "Fewest subject gaps (a common aim)"),
    }),
    aim("establishment", "XR-08", {
      text: text("编制内用人，不新增超编（办法未写，采用通行规定）", "No school rises above its establishment"),
    }),
    aim("principalPosts", "DM-06"),
    aim("couples"),
    aim("notUpwards"),
    {
      // 首先: an order and not a wall; elsewhere only where no such post is left, and by name.
      id: "newRecruits",
      rule: "newRecruits",
      strength: "soft",
      price: 30,
      source: "DM-07",
      text: text("新招聘教师先到农村或薄弱学校任教", "Recruits start at rural or weak schools"),
      params: { schools: { set: "weakOrRural" } },
    },
    {
      id: "quota",
      rule: "quota",
      source: "DM-04",
      strength: "override",
      price: 10,
      text: text("每年交流人数一般不低于符合条件人数的规定比例", "Generally at least the share of the eligible"),
      params: {
        share: param("quotaShare"),
        base: "eligible",
        bound: "atLeast",
        by: "county",
        excludeExempt: param("baseExcludesExempt"),
        volunteersInNumerator: param("volunteersCount"),
      },
    },
    aim("total", "DM-04"),
    {
      id: "experts",
      rule: "share",
      source: "DM-05",
      text: text(
        "名师、高级、一级教师不低于交流总数的规定比例",
        "Famous, senior and level-1 teachers reach their share",
      ),
      params: { share: param("expertShare"), set: { set: "experts" }, bound: "atLeast" },
    },
    {
      id: "leadershipTeam",
      rule: "teamCap",
      source: "DM-06",
      strength: "override",
      price: 10,
      text: text("领导班子成员每次交流一般不超过规定比例", "Generally at most the share of a leadership team leaves"),
      params: { share: param("teamShare"), atLeastOne: param("teamAtLeastOne") },
    },
    aim("wishes", "DM-10", {
      text: text("自愿与组织选派相结合，尊重本人志愿", "Voluntary and organised: wishes of applicants"),
    }),
    aim("nearness", "GP-02", { text: text("照顾居家远近（办法未写，采用通行目标）", "Near home (a common aim)") }),
    aim("longestFirst", "DM-03"),
    aim("fairBurden", "IP-01", {
      text: text("各校派出人数大体均衡（采用通行目标）", "Schools send in proportion (a common aim)"),
    }),
    aim("stability", "GP-03", {
      text: text("少动为宜，毕业班主任尽量不动（采用通行目标）", "Few changes, none in a class cycle (a common aim)"),
    }),
  ],
  levels: levels("shortfall", "establishment", "wishes", "nearness", "burden", "stability"),
  appointment: {
    source: "DM-10",
    text: text(
      "局管校用、自主选人：教师自愿报名，学校对报名者排序，双方互选",
      "The bureau manages, schools use and choose: teachers apply of their own will, schools rank who applies",
    ),
    rule: "twoSidedPeople",
  },
  reports: {
    due: [
      {
        id: "principles",
        source: "DM-10",
        text: text(
          "局管校用、自主选人；自愿与组织选派相结合",
          "The bureau manages, the school uses and chooses its people",
        ),
      },
      {
        id: "exemptThisYear",
        source: "DM-09",
        text: text(
          "当年未参加交流人员名单及批准文件（内部）",
          "People exempt this year with their approvals (internal)",
        ),
      },
    ],
  },
};
