import type { PolicyDocument } from "../document.ts";
import { param, text } from "../document.ts";
import { integer, share } from "../phrases/parameters.ts";
import { roomsFor } from "../phrases/rooms.ts";
import { all, any, has, is, isIn, set } from "../phrases/sets.ts";
import { SUPPORT, familyPolicy, leaderForms, stageRange, upForm, weakRural } from "./hanling-family.ts";

const UP = is("move.form", "up");

/** 韩陵镇中小学教师交流制度: exchange to another place, support teaching, and weak schools that send teachers up. */
export const hanlingTown: PolicyDocument = familyPolicy({
  id: "hanling-town",
  name: text("韩陵镇中小学教师交流制度", "Exchange of teachers in Hanling Town"),
  description: text(
    "异地交流男45岁、女40岁以下，小学约10%、初中和高中2%至5%，不少于三年；轮岗支教45岁以下，一至二年，中学每校2至4人、小学1至3人；薄弱学校可上挂1至2人。",
    "Exchange up to 45 (men) and 40 (women), about 10% of primary and 2 to 5% of junior and senior teachers, three years; support under 45, one to two years, 2 to 4 of a middle and 1 to 3 of a primary school; weak schools may send up 1 to 2.",
  ),
  parameters: {
    juniorLeast: share("2%", "HL-03", text("初中异地交流的最低比例", "least share of junior teachers who exchange")),
    juniorMost: share("5%", "HL-03", text("初中异地交流的最高比例", "most of junior teachers who exchange")),
    seniorLeast: share("2%", "HL-03", text("高中异地交流的最低比例", "least share of senior teachers who exchange")),
    seniorMost: share("5%", "HL-03", text("高中异地交流的最高比例", "most of senior teachers who exchange")),
    middleLeast: integer(2, "HL-16", text("每所中学每年支教最少人数", "least supporters of a middle school")),
    middleMost: integer(4, "HL-16", text("每所中学每年支教最多人数", "most supporters of a middle school")),
    centerLeast: integer(1, "HL-16", text("每所小学每年支教最少人数", "least supporters of a primary school")),
    centerMost: integer(3, "HL-16", text("每所小学每年支教最多人数", "most supporters of a primary school")),
    upMost: integer(
      2,
      "HL-18",
      text("每所薄弱、边远学校每年上挂最多人数", "most teachers that a weak school sends up"),
    ),
  },
  dutySchools: {
    source: "HL-13",
    of: (end) =>
      any(
        is(`${end}.level`, "townshipCenter", { ifMissing: false }),
        all(is(`${end}.type`, "completeMiddle"), isIn(`${end}.area`, ["town", "rural"])),
      ),
  },
  due: [
    {
      id: "up",
      source: "HL-18",
      who: all(
        set("teachers"),
        set("supporters"),
        weakRural("from"),
        is("person.lastGrade", "excellent", { ifMissing: false }),
      ),
      text: text("薄弱、边远学校的优秀教师，可上挂", "Excellent teacher of a weak or remote school: may be sent up"),
    },
  ],
  forms: [...leaderForms, upForm],
  rules: [
    ...stageRange("junior", ["juniorLeast", "juniorMost"], "HL-03"),
    ...stageRange("senior", ["seniorLeast", "seniorMost"], "HL-03"),
    {
      // The ranges of the stages and the limits of each school bound the moves: no number of the county does.
      id: "total",
      rule: "total",
      source: "HL-03",
      text: text("总数由各学段比例和各校人数决定", "Ranges of the stages and limits of the schools decide the total"),
      params: { max: 1_000_000 },
    },
    roomsFor(
      is("move.form", "support"),
      "HL-21",
      text(
        "支教教师的住宿由受援学校解决：需要周转房的尽量不超过该校可用的周转房数",
        "The host houses supporters: as far as can be, no more who need a room come to a school than it has free",
      ),
    ),
    {
      id: "overTownships",
      rule: "netInflow",
      source: "HL-10",
      text: text("超编乡镇不再净流入", "No net inflow into townships over their establishment"),
      params: { by: "township", onlyOverEstablished: true, max: 0 },
    },
    {
      id: "middleSupporters",
      rule: "perSchool",
      source: "HL-16",
      text: text("中学每校每年支教人数", "Supporters of each middle school"),
      params: {
        schools: all(is("school.type", "completeMiddle"), isIn("school.area", ["town", "rural"])),
        moves: SUPPORT,
        minOut: param("middleLeast"),
        maxOut: param("middleMost"),
        useSchoolQuota: false,
      },
    },
    {
      id: "centerSupporters",
      rule: "perSchool",
      source: "HL-16",
      text: text("中心小学每校每年支教人数", "Supporters of each primary centre school"),
      params: {
        schools: all(is("school.level", "townshipCenter", { ifMissing: false }), has("school.stages", "primary")),
        moves: SUPPORT,
        minOut: param("centerLeast"),
        maxOut: param("centerMost"),
        useSchoolQuota: false,
      },
    },
    {
      id: "sentUp",
      rule: "perSchool",
      source: "HL-18",
      text: text("薄弱、边远学校每年上挂人数", "Teachers that a weak or remote school sends up"),
      params: { moves: UP, maxOut: param("upMost"), useSchoolQuota: false },
    },
    {
      id: "backfill",
      rule: "netInflow",
      source: "HL-19",
      text: text("派出后缺编的，由薄弱学校上挂教师顶岗", "What a sender lacks, teachers sent up fill"),
      params: {
        schools: any(
          is("school.level", "townshipCenter", { ifMissing: false }),
          all(is("school.type", "completeMiddle"), isIn("school.area", ["town", "rural"])),
        ),
        moves: any(SUPPORT, UP),
        maxLoss: "surplus",
        need: "posts",
      },
    },
  ],
  benefits: [
    {
      id: "equal",
      kind: "pay",
      source: "HL-21",
      text: text("支教教师行政和工资关系不变，待遇相同", "Supporters keep their relation and wage, treated equally"),
      payRule: "home",
    },
    {
      id: "honours",
      kind: "condition",
      source: "HL-22",
      text: text(
        "评特级、骨干和县级以上表彰，农村任教一年以上为依据之一",
        "Honours: a year of rural teaching is one basis",
      ),
      ruralYears: 1,
      preferred: true,
    },
    {
      id: "outstanding",
      kind: "preference",
      source: "HL-25",
      text: text(
        "成绩突出的支教教师在评优、晋级和任用中优先",
        "Outstanding supporters come first in honours, grades and posts",
      ),
      who: is("person.lastGrade", "excellent", { ifMissing: false }),
      served: true,
      forms: ["support"],
    },
    {
      id: "nextTitle",
      kind: "condition",
      source: "HL-22",
      text: text("城镇教师晋级须在任现职期间有农村任教经历", "Town teachers: rural service in the present title term"),
      who: isIn("from.area", ["urban", "town"]),
      ruralYears: 1,
      inTitleTerm: true,
    },
  ],
  reports: {
    lead: "host",
    deliverables: [
      {
        id: "summary",
        source: "HL-23",
        text: text("每年总结，接收学校评议，报派出学校和县存档", "Yearly summary, reviewed by the host, into the file"),
        per: "year",
        count: 1,
      },
    ],
    due: [
      { id: "goal", source: "HL-05", text: text("签订目标责任书，期满考核", "Goal agreement and end assessment") },
      {
        id: "inTownship",
        source: "HL-06",
        text: text("乡镇内由中心校决定，报县备案", "In a township the centre school decides"),
      },
      { id: "crossTownship", source: "HL-08", text: text("跨乡镇由县统筹", "Across townships the county decides") },
      {
        id: "seniorSchools",
        source: "HL-09",
        text: text("高中、完全中学名单七月底前上报", "List of the senior schools by the end of July"),
        by: "07-31",
      },
      {
        id: "inTerm",
        source: "HL-11",
        text: text(
          "本科以上学历、优秀和骨干教师交流期内严格控制外流",
          "Graduates, excellent and backbone teachers in term do not leave the county",
        ),
      },
      { id: "inspection", source: "HL-24", text: text("县定期督查", "The county inspects periodically") },
    ],
  },
});
