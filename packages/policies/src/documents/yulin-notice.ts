/* oxlint-disable max-lines -- one policy is one file of data */
import { codes } from "@lungang/core";
import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import { backboneParameter, itinerantParameters } from "../phrases/parameters.ts";
import { roomsFor } from "../phrases/rooms.ts";
import { aim, balanceOf } from "../phrases/rules.ts";
import { RURAL, isIn } from "../phrases/sets.ts";

const TEACHERS = ["teacher", "midLevel", "reserveCadre"];
const LEADERS = ["principal", "vicePrincipal"];

/** A school that states no county is of this one. */
const SAME_COUNTY = { attr: "to.county", op: "eq", of: "from.county", ifMissing: true };

/** 榆林市关于推进义务教育学校校长教师交流轮岗工作的通知: one year of exchange inside one county. */
export const yulinNotice: PolicyDocument = {
  format: "lungang-policy-1",
  id: "yulin-notice",
  version: "1",
  name: text("榆林市义务教育校长教师交流轮岗通知", "Yulin notice on the exchange of heads and teachers"),
  description: text(
    "县域内公办义务教育学校：教师满六年、校长副校长满八年应交流；交流人数不低于符合条件人数的8%，其中骨干教师不低于30%；教师保留人事关系，校长关系随迁。",
    "Public schools of compulsory education of one county: teachers after six years, heads and vice heads after eight; at least 8% of the eligible, at least 30% of them backbone teachers; teachers keep their relation, that of heads moves.",
  ),
  parameters: {
    cutoff: {
      type: "monthDay",
      default: "08-31",
      source: "DM-03",
      text: text("年龄与年限的计算截止日（本通知未写，取通行的8月31日）", "day on which ages and years are measured"),
    },
    start: {
      type: "monthDay",
      default: "09-01",
      source: "YL-04",
      text: text("交流开始日（新学年开学）", "first day of the exchange (start of the school year)"),
    },
    exchangeScope: {
      type: "text",
      default: "alliance",
      choices: ["alliance", "zone", "township", "county"],
      source: "YL-14a",
      text: text("教师交流的范围：办学联合体、片区、乡镇或全县", "within which group of schools teachers exchange"),
    },
    teacherAgeMale: {
      type: "integer",
      default: 50,
      source: "YL-02",
      text: text("男教师年龄上限（周岁）", "age limit of male teachers in completed years"),
    },
    teacherAgeFemale: {
      type: "integer",
      default: 45,
      source: "YL-02",
      text: text("女教师年龄上限（周岁）", "age limit of female teachers in completed years"),
    },
    leaderAgeMale: {
      type: "integer",
      default: 55,
      source: "YL-03",
      text: text("男校长、副校长年龄上限（周岁）", "age limit of male heads and vice heads"),
    },
    leaderAgeFemale: {
      type: "integer",
      default: 50,
      source: "YL-03",
      text: text("女校长、副校长年龄上限（周岁）", "age limit of female heads and vice heads"),
    },
    ageInclusive: {
      type: "boolean",
      default: true,
      source: "YL-02",
      text: text("“周岁以下”是否含本数（民法典第1259条：含）", "whether the age limit itself is included"),
    },
    teacherYears: {
      type: "integer",
      default: 6,
      source: "YL-02",
      text: text("教师在同一学校连续任教满几年应交流", "full years at one school after which teachers are due"),
    },
    leaderYears: {
      type: "integer",
      default: 8,
      source: "YL-03",
      text: text("校长、副校长在同一学校连续任职满几年应交流", "full years in office after which leaders are due"),
    },
    exchangeBreaksTenure: {
      type: "boolean",
      default: true,
      source: "YL-02",
      text: text(
        "外出交流期满返回后，连续任教年限是否重新计算",
        "whether years count anew after an exchange that ended",
      ),
    },
    teacherTermMonths: {
      type: "integer",
      default: 36,
      source: "YL-04",
      text: text("教师交流期限（月，不少于三学年）", "length of a teacher's exchange in months"),
    },
    leaderTermMonths: {
      type: "integer",
      default: 48,
      source: "YL-05",
      text: text("校长轮岗期限（月，至少一届）", "length of a leader's rotation in months (one term of office)"),
    },
    quotaShare: {
      type: "share",
      default: "8%",
      source: "YL-06",
      text: text(
        "交流人数占符合交流条件人数的最低比例（本年度）",
        "least share of the eligible who exchange this year",
      ),
    },
    backboneShare: {
      type: "share",
      default: "30%",
      source: "YL-07",
      text: text("骨干教师占交流总数的最低比例", "least share of backbone teachers among those exchanged"),
    },
    ...backboneParameter("YL-07"),
    headDirectionShare: {
      type: "share",
      default: "50%",
      source: "YL-32",
      text: text(
        "优秀校长交流到薄弱、农村学校“为主”的比例（原文未写）",
        "share of excellent heads who go to weak or rural schools (mainly; no number in the source)",
      ),
    },
    backboneDirectionShare: {
      type: "share",
      default: "50%",
      source: "YL-12",
      text: text(
        "骨干教师中流向薄弱或农村学校的比例（“为主”）",
        "share of backbone moves that go to weak or rural schools",
      ),
    },
    deferralYears: {
      type: "integer",
      default: 3,
      source: "YL-08",
      text: text("特色课程领衔教师最多延缓几年", "most years of deferral of the lead of a featured course"),
    },
    document74Exemptions: {
      type: "list",
      choices: [...codes.STATUS_CODES],
      source: "YL-09",
      text: text("榆政教发74号文件规定的其他不宜交流情形", "other cases in which document 74 exempts from exchange"),
      question: text(
        "本县执行的74号文件把哪些情形列为不宜交流？请写出各种情形，用逗号分隔；没有则留空。",
        "Which cases does document 74 exempt in this county? Give status codes separated by commas; leave empty for none.",
      ),
      example: "pregnancy,lactation,seriousIllness,longSickLeave",
    },
    recruitsElsewhere: {
      type: "boolean",
      default: true,
      source: "YL-26",
      text: text(
        "农村、薄弱学校没有合适空岗时，新教师可否安排到其他学校的空岗",
        "whether recruits may fill vacancies elsewhere when no weak or rural school has one",
      ),
    },
    ...itinerantParameters("YL-14d"),
    candidateLimit: {
      type: "integer",
      default: 10,
      source: "YL-11",
      text: text("每人最多考虑多少个最近的岗位", "nearest posts considered for each person"),
    },
    radiusKm: {
      type: "distance",
      default: 100,
      source: "YL-11",
      text: text("普通教师的就近半径（公里）", "radius of nearby exchange in kilometres"),
    },
    targetShare: {
      type: "share",
      default: "10%",
      source: "YL-06",
      text: text("最终应达到的交流比例", "share of the eligible that has to be reached in the end"),
    },
    targetYear: {
      type: "integer",
      source: "YL-06",
      text: text("最终交流比例的达标年份（原文隐去）", "year by which the final share is due (masked in the source)"),
      question: text("交流比例10%应在哪一年达到？", "By which year is the share of 10% due?"),
      example: "2027",
    },
    titleRuralYears: {
      type: "integer",
      source: "YL-23",
      text: text("晋升职称所需的连续农村任教年数（原文隐去）", "continuous rural years for the next title (masked)"),
      question: text("晋升职称需要连续在农村任教几年？", "How many continuous rural years does the next title need?"),
      example: "3",
    },
    remoteYearsLevel2: {
      type: "integer",
      source: "YL-25",
      text: text("二级教师提前聘任所需的边远任教年数（原文隐去）", "remote years of a level-2 teacher (masked)"),
      question: text(
        "二级教师提前聘任需在边远地区累计任教几年？",
        "How many remote years does a level-2 teacher need?",
      ),
      example: "10",
    },
    remoteYearsLevel1: {
      type: "integer",
      source: "YL-25",
      text: text("一级教师提前聘任所需的边远任教年数（原文隐去）", "remote years of a level-1 teacher (masked)"),
      question: text(
        "一级教师提前聘任需在边远地区累计任教几年？",
        "How many remote years does a level-1 teacher need?",
      ),
      example: "15",
    },
  },
  calendar: { source: "YL-04", cutoff: param("cutoff"), start: param("start") },
  sets: {
    backbone: { attr: "person.honours", op: "has", value: param("backboneHonours") },
    teachers: { attr: "person.personType", op: "in", value: TEACHERS },
    leaders: { attr: "person.personType", op: "in", value: LEADERS },
    // Silence on quality means that the county has not named the school as weak; silence on the area is an issue.
    weakOrRural: {
      any: [
        { attr: "to.quality", op: "eq", value: "weak", ifMissing: false },
        { attr: "to.area", op: "in", value: ["rural", "remote"] },
      ],
    },
    fromVillageSchool: { attr: "from.level", op: "in", value: ["village", "teachingPoint"], ifMissing: false },
    compulsoryPost: { attr: "post.stage", op: "in", value: ["primary", "junior", "none"] },
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
      any: ["primary", "junior"].map((stage) => ({
        all: [
          { attr: "from.stages", op: "has", value: stage },
          { attr: "to.stages", op: "has", value: stage },
        ],
      })),
    },
    mayBecomePrincipal: {
      any: [
        { attr: "person.schoolsWorked", op: "ge", value: 2, ifMissing: false },
        { attr: "person.ruralYears", op: "ge", value: 6, ifMissing: false },
        { attr: "person.weakYears", op: "ge", value: 6, ifMissing: false },
      ],
    },
  },
  scope: {
    source: "YL-01",
    schools: {
      all: [
        { attr: "school.ownership", op: "eq", value: "public" },
        { attr: "school.stages", op: "has", value: ["primary", "junior"] },
      ],
    },
    text: text(
      "仅限本县公办义务教育学校的在编在岗人员（属地管理）",
      "Established staff in post at public schools of compulsory education of the county only",
    ),
  },
  eligibility: {
    exchangeBreaksTenure: param("exchangeBreaksTenure"),
    due: [
      {
        id: "teachers",
        source: "YL-02",
        who: { set: "teachers" },
        age: { male: param("teacherAgeMale"), female: param("teacherAgeFemale"), inclusive: param("ageInclusive") },
        years: { measure: "school", min: param("teacherYears") },
        text: text("教师在同一学校连续任教满规定年限，应当交流", "Teacher with the full years at one school: due"),
      },
      {
        id: "leaders",
        source: "YL-03",
        who: { all: [{ set: "leaders" }, { not: { set: "fromVillageSchool" } }] },
        age: { male: param("leaderAgeMale"), female: param("leaderAgeFemale"), inclusive: param("ageInclusive") },
        years: { measure: "leadership", min: param("leaderYears") },
        text: text(
          "校长、副校长在同一学校连续任职满规定年限，应当轮岗（村小除外）",
          "Head or vice head with the full years in office at one school: due (not at village schools)",
        ),
      },
    ],
    exemptions: [
      {
        id: "featuredLead",
        source: "YL-08",
        when: {
          all: [
            { attr: "person.statuses", op: "has", value: "featuredLead" },
            { attr: "person.leadDeferralYearsUsed", op: "lt", value: param("deferralYears") },
          ],
        },
        text: text(
          "特色课程领衔教师，经县教育局批准延缓交流",
          "Lead of a featured course, deferred with approval of the county",
        ),
      },
      {
        id: "document74",
        source: "YL-09",
        when: { attr: "person.statuses", op: "has", value: param("document74Exemptions") },
        text: text("属74号文件规定的不宜交流情形", "Case in which document 74 exempts from exchange"),
        sensitive: true,
      },
    ],
    volunteers: { source: "YL-31", who: { set: "teachers" }, needsHomeConsent: true, needsVacancy: true },
    returns: { source: "YL-17", stayAllowed: true },
    backbone: "backbone",
  },
  forms: [
    {
      code: "recruit",
      source: "YL-26",
      text: text("新招聘教师首次安排学校", "First school of a recruit"),
      where: { all: [{ set: "compulsoryPost" }, { set: "forRecruits" }] },
      scope: "county",
      relationMoves: true,
      termMonths: { min: param("teacherTermMonths"), max: 120 },
      countsInQuota: false,
    },
    {
      code: "leaderRotation",
      source: "YL-15",
      text: text("校长、副校长轮岗，人事关系转入新单位", "Rotation of heads and vice heads with their relation"),
      who: { all: [{ set: "leaders" }, { not: { set: "fromVillageSchool" } }] },
      where: { all: [{ set: "sharedStage" }, { set: "compulsoryPost" }] },
      scope: "county",
      kinds: ["management"],
      relationMoves: true,
      termMonths: { min: param("leaderTermMonths"), max: 120 },
    },
    {
      // 新任校长: after the own office, so that who can go on in it does.
      code: "leaderRotation",
      source: "YL-21",
      text: text(
        "副校长轮岗任校长，人事关系转入新单位",
        "A vice head becomes head of another school, with the relation",
      ),
      who: {
        all: [{ attr: "person.personType", op: "eq", value: "vicePrincipal" }, { not: { set: "fromVillageSchool" } }],
      },
      where: { all: [{ set: "sharedStage" }, { set: "compulsoryPost" }, { set: "mayBecomePrincipal" }] },
      scope: "county",
      kinds: ["management"],
      relationMoves: true,
      promotes: true,
      termMonths: { min: param("leaderTermMonths"), max: 120 },
    },
    {
      code: "leaderRotation",
      source: "YL-13",
      text: text("副校长轮岗也可任教学岗位", "Vice heads may rotate as teachers"),
      who: {
        all: [{ attr: "person.personType", op: "eq", value: "vicePrincipal" }, { not: { set: "fromVillageSchool" } }],
      },
      where: { all: [{ set: "sharedStage" }, { set: "compulsoryPost" }] },
      scope: "county",
      kinds: ["teaching"],
      relationMoves: true,
      termMonths: { min: param("leaderTermMonths"), max: 120 },
    },
    {
      code: "alliance",
      source: "YL-16",
      text: text(
        "办学联合体内交流，保留人事关系和专业技术岗位",
        "Exchange inside the alliance; relation and professional post stay at home",
      ),
      who: { set: "teachers" },
      // YL-01: schools of one county, also where an alliance crosses its border.
      where: { all: [{ set: "compulsoryPost" }, SAME_COUNTY] },
      scope: param("exchangeScope"),
      relationMoves: false,
      termMonths: { min: param("teacherTermMonths"), max: 120 },
    },
    {
      code: "counterpart",
      source: "YL-14c",
      text: text("结对学校之间对口帮扶，保留人事关系", "Counterpart aid between paired schools; the relation stays"),
      who: { set: "teachers" },
      where: { set: "compulsoryPost" },
      scope: "pair",
      relationMoves: false,
      termMonths: { min: param("teacherTermMonths"), max: 120 },
    },
    {
      base: "walk",
      source: "YL-14d",
      text: text(
        "走教：乡镇中心校教师到村小、教学点，学科带头人、名师、特级教师到农村、薄弱学校",
        "Itinerant teaching: of township centres at village schools and points, of subject leaders, famous and special-grade teachers at rural and weak schools",
      ),
      who: { set: "teachers" },
      where: {
        any: [
          {
            all: [
              { attr: "from.level", op: "eq", value: "townshipCenter", ifMissing: false },
              { attr: "to.level", op: "in", value: ["village", "teachingPoint"], ifMissing: false },
              { attr: "move.sameTownship", op: "eq", value: true, ifMissing: false },
            ],
          },
          {
            all: [
              { attr: "person.honours", op: "has", value: ["subjectLeader", "famousTeacher", "specialGrade"] },
              { set: "weakOrRural" },
              SAME_COUNTY,
            ],
          },
        ],
      },
      scope: "county",
    },
  ],
  candidates: { limit: param("candidateLimit"), radiusMetres: param("radiusKm") },
  rules: [
    aim("mustMove", "YL-17"),
    aim("approvedStays", "YL-17"),
    aim("keptPosts", "YL-16", {
      text: text(
        "教师交流保留原专业技术岗位，期间由他人顶岗至其返回",
        "Teachers keep the professional post at home; others fill in until they are back",
      ),
    }),
    aim("protection"),
    aim("curriculum", "YL-30", {
      text: text(
        "开齐开足国家课程：学科缺员最少，不超岗安排",
        "Full curriculum: fewest subject gaps, no post overfilled",
      ),
    }),
    aim("itinerant", "YL-14d"),
    aim("establishment", "YL-18", {
      text: text(
        "不新增超编，超编学校向缺编学校调剂（人事关系与在岗两本账）",
        "No school rises above its establishment; people go from schools over it to schools under it",
      ),
    }),
    aim("principalPosts", "YL-19", { text: text("轮岗不使校长岗位空缺", "Rotation leaves no post of head empty") }),
    {
      // 首先: an order and not a wall; elsewhere only where no such post is left, and by name.
      id: "newRecruits",
      rule: "newRecruits",
      strength: "soft",
      price: 30,
      source: "YL-26",
      text: text("新招聘教师首先安排到农村或薄弱学校", "Recruits start at rural or weak schools"),
      params: { schools: { set: "weakOrRural" } },
    },
    {
      id: "quota",
      rule: "quota",
      source: "YL-06",
      text: text("交流人数不低于符合条件人数的规定比例", "Exchanged persons reach the share of the eligible"),
      params: { share: param("quotaShare"), base: "eligible", bound: "atLeast", by: "county" },
    },
    aim("total", "YL-06", {
      text: text(
        "交流总数不超过指标、指定和已定人员所需的人数（自愿者另计）",
        "No more moves than quota, named and pinned people ask for, volunteers apart",
      ),
    }),
    {
      id: "backbone",
      rule: "share",
      source: "YL-07",
      text: text("骨干教师不低于交流总数的规定比例", "Backbone teachers reach their share of the exchange"),
      params: { share: param("backboneShare"), set: { set: "backbone" }, bound: "atLeast" },
    },
    {
      // The text says 为主 (mainly) and names no number: a target that is priced and reported, not a wall.
      id: "backboneDirection",
      rule: "direction",
      source: "YL-12",
      strength: "soft",
      price: 10,
      text: text("骨干教师交流以薄弱、农村学校为主", "Backbone teachers go mainly to weak or rural schools"),
      params: {
        of: { set: "backbone" },
        moves: { set: "weakOrRural" },
        minShare: param("backboneDirectionShare"),
        level: "direction",
      },
    },
    {
      // Who is excellent the notice does not say: the last assessment tells.
      id: "excellentHeads",
      rule: "direction",
      source: "YL-32",
      strength: "soft",
      price: 10,
      text: text(
        "优秀校长交流以薄弱、农村学校为主（何为优秀原文未写，以最近一次考核优秀为准）",
        "Excellent heads go mainly to weak or rural schools (who is excellent is not in the source: by the last assessment)",
      ),
      params: {
        of: {
          all: [{ set: "leaders" }, { attr: "person.lastGrade", op: "eq", value: "excellent", ifMissing: false }],
        },
        moves: { set: "weakOrRural" },
        minShare: param("headDirectionShare"),
        level: "direction",
      },
    },
    // 优先 in the text is the order of who gets a room, told in R19; the number of rooms bounds who comes.
    roomsFor(
      isIn("to.area", RURAL),
      "YL-28",
      text(
        "到农村学校的人员需要周转房的，尽量不超过学校可用的周转房数",
        "As far as can be, no more people who need a room come to a rural school than it has free",
      ),
    ),
    balanceOf("backbone", "YL-12", text("骨干教师", "backbone teachers")),
    aim("notUpwards"),
    {
      id: "nearness",
      rule: "nearness",
      source: "YL-11",
      text: text("普通教师就近交流（按居住地计算）", "Ordinary teachers exchange near their homes"),
      params: {
        moves: { all: [{ set: "teachers" }, { not: { set: "backbone" } }] },
        level: "nearness",
        gridMetres: 100,
      },
    },
    aim("wishes", "XR-09", {
      text: text("尊重本人志愿（通知未写，采用通行目标）", "Wishes of applicants (not in the notice; a common aim)"),
    }),
    aim("longestFirst", "YL-02"),
    aim("fairBurden", "IP-01", {
      text: text("各校派出人数大体均衡（通知未写，采用通行目标）", "Schools send in proportion (a common aim)"),
    }),
    aim("stability", "GP-03", {
      text: text("少动为宜，毕业班主任尽量不动（采用通行目标）", "Few changes, none in a class cycle (a common aim)"),
    }),
  ],
  levels: [
    {
      name: "compliance",
      unit: "points",
      text: text("“原则上”类规定未完全落实的程度", "compliance: gaps of priced rules"),
    },
    { name: "shortfall", unit: "heads", text: text("学科缺员", "subject shortfall") },
    { name: "untaught", unit: "periods", text: text("无人任教的周课时", "weekly periods that nobody teaches") },
    { name: "establishment", unit: "heads", text: text("编制余缺", "heads over and under establishment") },
    {
      name: "direction",
      unit: "moves",
      text: text("骨干、优秀校长未流向薄弱、农村学校", "backbone and excellent heads who go elsewhere"),
    },
    { name: "wishes", unit: "points", text: text("志愿未满足", "wishes missed") },
    { name: "nearness", unit: "metres", text: text("普通教师到校距离", "distance of ordinary teachers") },
    // The notice gives no order. Nearness is of ordinary teachers and balance of backbone teachers, so that the two seldom
    // compete; wishes, on which it is silent, stand before both: docs/measurements/rules.md has what that costs.
    { name: "balance", unit: "deviations", text: text("校际差距", "gaps between schools") },
    { name: "burden", unit: "points", text: text("各校负担不均", "uneven burden of schools") },
    { name: "stability", unit: "points", text: text("不利于稳定的变动", "changes against stability") },
    { name: "lottery", unit: "ranks", text: text("条件相同者公开抽签", "seeded lottery among equals") },
  ],
  benefits: [
    {
      id: "newPrincipal",
      source: "YL-21",
      text: text(
        "新任校长须在两所以上学校任职，或在农村、薄弱学校任教六年以上",
        "A new head has worked at two schools or six years at rural or weak ones",
      ),
      schools: 2,
      ruralOrWeakYears: 6,
    },
    {
      id: "honours",
      source: "YL-22",
      text: text("县级以上表彰对象须有同样经历", "Honours of the county or higher need the same"),
      schools: 2,
      ruralOrWeakYears: 6,
    },
    {
      id: "nextTitle",
      source: "YL-23",
      text: text("晋升职称须有交流经历或连续农村任教年数", "The next title needs an exchange or rural years"),
      exchanges: 1,
      ruralYears: param("titleRuralYears"),
    },
    {
      id: "higherPost",
      source: "YL-24",
      text: text("城镇教师到农村交流，专业技术岗位可高聘一级", "Urban to rural: post one grade higher"),
      grades: 1,
    },
    {
      id: "earlyPost",
      source: "YL-25",
      text: text("边远艰苦地区累计任教达到年数可提前聘任", "Remote areas: early appointment after the years"),
      level2Years: param("remoteYearsLevel2"),
      level1Years: param("remoteYearsLevel1"),
    },
    {
      id: "allowance",
      source: "YL-27",
      text: text("农村骨干教师津贴不低于城镇的两倍", "Rural backbone allowance at least twice the urban"),
      factor: 2,
      backbone: true,
      movers: false,
      who: { attr: "to.area", op: "in", value: ["rural", "remote"] },
    },
    {
      id: "housing",
      source: "YL-28",
      text: text(
        "周转房优先保障到农村交流的教师，其次长期在农村任教的教师",
        "Turnover housing first for those exchanged to rural schools, then for long-serving rural teachers",
      ),
    },
    {
      id: "preference",
      source: "YL-31",
      text: text("积极参加交流者在评优晋级中优先", "Active exchangers are preferred in awards and promotion"),
    },
  ],
  appointment: {
    source: "YL-14b",
    text: text(
      "岗位竞聘：面向全县公布空岗，符合条件者竞聘，择优聘用",
      "Competition: vacancies are published county-wide, who is qualified competes, the best are taken",
    ),
    rule: "acceptance",
    ownPost: "keeps",
    rankedBy: "points",
  },
  reports: {
    due: [
      {
        id: "cityReport",
        source: "YL-10",
        text: text("每年9月底前向市教育局报送安排和人员表", "Arrangement and personnel tables to the city"),
        by: "09-30",
      },
      {
        id: "assessment",
        source: "YL-20",
        text: text("逐年考核并入档，市级督查", "Yearly assessment of each exchanged person, into the file"),
      },
      {
        id: "breakdown",
        source: "YL-29",
        text: text("方案细化到每所学校、每名教师", "Plan broken down to every school and teacher"),
      },
      {
        id: "performancePay",
        source: "YL-33",
        text: text(
          "绩效工资向农村义务教育学校倾斜（比例原文隐去）",
          "Performance pay tilts to rural schools of compulsory education (the share is masked)",
        ),
      },
      {
        id: "scope",
        source: "YL-34",
        text: text(
          "交流范围逐步扩大（乡镇之间、学校之间）：交流范围可以逐年设定",
          "The scope widens step by step, between towns and schools: it can be set year by year",
        ),
      },
      {
        id: "platform",
        source: "YL-35",
        text: text(
          "依托现有教师管理服务机构或平台，方案细化到每所学校、每名教师",
          "A management body or platform serves the rotation; the plan goes down to every school and teacher",
        ),
      },
      {
        id: "target",
        source: "YL-06",
        text: text("最终比例与达标年份", "Final share and the year by which it is due"),
        share: param("targetShare"),
        year: param("targetYear"),
      },
    ],
    later: [
      {
        source: "YL-14b",
        text: text("岗位竞聘：尚未纳入规划", "Competition for posts: later work, not planned here"),
      },
    ],
  },
};
