import type { Workflow, WorkflowActor, WorkflowStep } from "./workflow.ts";

type More = Omit<WorkflowStep, "id" | "text" | "actor">;

function step(id: string, [actor, zh, en]: readonly [WorkflowActor, string, string], more: More = {}): WorkflowStep {
  return { id, actor, text: { zh, en }, ...more };
}

/** Selection of principals, exchange in a township, and the yearly rounds of the plans. */
const ROUNDS: readonly Workflow[] = [
  {
    id: "principalSelection",
    sources: ["XR-04", "XR-05", "XR-06"],
    title: { zh: "校长选聘", en: "Selection of principals" },
    steps: [
      step("publish", ["committee", "公布职位和条件", "Posts and conditions are published"]),
      step("volunteer", ["person", "个人自愿报名", "Volunteers apply"]),
      step("recommend", ["centerSchool", "组织推荐", "The organisation recommends"]),
      step("qualify", ["committee", "资格审查", "Qualifications are checked"], { gate: true }),
      step("appraise", ["congress", "民主测评", "Democratic appraisal"]),
      step("candidates", ["committee", "确定考察对象", "Candidates are fixed"]),
      step("inspect", ["discipline", "组织考察", "Inspection"]),
      step("approve", ["committee", "遴选委员会审定", "The committee approves"], { gate: true }),
    ],
  },
  {
    id: "townshipSupport",
    sources: ["XR-13"],
    title: { zh: "乡镇内支教", en: "Support teaching inside a township" },
    steps: [
      step("apply", ["person", "个人申请", "Application"]),
      step("score", ["homeSchool", "量化打分", "Quantified score"]),
      step("publish", ["homeSchool", "校内公示", "In-school publicity"], { publicity: true }),
      step("select", ["centerSchool", "择优选派", "The best are sent"]),
    ],
  },
  {
    id: "zoneExchange",
    sources: ["BQ-16", "BQ-17", "BQ-18"],
    title: { zh: "大学区交流", en: "Exchange in a big school district" },
    steps: [
      step("mobilise", ["zoneHead", "动员并公布指标", "Mobilisation; quotas are published"]),
      step("check", ["homeSchool", "学校审核报名人员", "The school checks applicants"]),
      step("register", ["zoneHead", "汇总名单和登记表", "List and registration forms"], { publicity: true }),
      step("handOver", ["homeSchool", "按规定日期交接", "Hand-over on the fixed day"]),
      step("complete", ["county", "开学前办完手续", "Formalities before term starts"], { gate: true }),
    ],
  },
  {
    id: "cityRound",
    sources: ["IP-06"],
    title: { zh: "年度交流组织程序", en: "Yearly round of the city" },
    steps: [
      step("plan", ["county", "制定长期规划和年度计划", "Long-range plan and year plan"]),
      step("publish", ["county", "公布计划", "Publicity of the plan"], { publicity: true }),
      step("nominate", ["person", "教师自荐", "Self-nomination"]),
      step("recommend", ["homeSchool", "学校推荐", "The school recommends"]),
      step("allocate", ["county", "审批并统筹安排", "Approval and allocation"], { gate: true }),
    ],
  },
  {
    id: "agreement",
    sources: ["HL-05", "GL-04", "CX-05"],
    title: { zh: "交流目标与期满考核", en: "Goal agreement and end assessment" },
    steps: [
      step("plan", [
        "county",
        "方案写明对象、范围、时间、任务和责任",
        "The plan states objects, scope, time, tasks, liability",
      ]),
      step("agree", ["hostSchool", "签订目标责任书", "Goal agreement before the exchange"], { gate: true }),
      step("assess", ["county", "期满考核；未达目标的延长", "End assessment; a missed goal extends"]),
    ],
  },
  {
    id: "seniorSchools",
    sources: ["HL-09", "HL-19"],
    title: { zh: "高中、完全中学交流", en: "Senior and complete schools" },
    steps: [
      step("file", ["homeSchool", "派出学校报计划", "The sender files its plan"]),
      step("list", ["county", "县教育局确定名单", "The county fixes the list"], { by: "07-31" }),
    ],
  },
];

/** Appointment at schools and what follows for people without a post. */
const APPOINTMENT: readonly Workflow[] = [
  {
    id: "schoolAppointment",
    sources: ["YY-03", "YY-04", "YY-05", "YY-06", "YY-11", "YY-14"],
    title: { zh: "校内竞聘", en: "Appointment inside a school" },
    steps: [
      step("congress", ["congress", "方案和办法经教代会通过", "Staff congress passes plan and methods"], {
        gate: true,
      }),
      step("posts", ["homeSchool", "设岗并制定方案", "Posts and plan are set"], { by: "08-22" }),
      step("midLevel", ["principal", "聘任中层", "Mid-level posts"]),
      step("teaching", ["committee", "竞聘教学岗位", "Teaching posts"]),
      step("support", ["committee", "竞聘教辅后勤岗位", "Support and logistics posts"], { by: "08-24" }),
      step("publish", ["homeSchool", "公示聘任、考核和交流名单", "Lists are published"], {
        by: "08-25",
        publicity: true,
      }),
    ],
  },
  {
    id: "directAppointment",
    sources: ["YY-09"],
    title: { zh: "直接聘任", en: "Direct appointment" },
    steps: [
      step("apply", ["person", "本人提出", "The person asks"]),
      step("congress", ["congress", "教代会通过", "Staff congress approves"], { gate: true }),
      step("publish", ["homeSchool", "公示", "Publicity"], { publicity: true }),
    ],
  },
  {
    id: "countyAppointment",
    sources: ["XC-16", "XC-17", "XC-25"],
    title: { zh: "全县聘任", en: "Appointment in the whole county" },
    steps: [
      step("mobilise", ["county", "宣传动员", "Mobilisation"]),
      step("fix", ["county", "核定编制和岗位", "Establishment and posts are fixed"]),
      step("leadership", ["county", "聘任领导班子", "Leadership"]),
      step("postSetting", ["homeSchool", "设置岗位并公布方案", "Posts and plan are published"]),
      step("headTeachers", ["principal", "聘任班主任", "Head teachers"]),
      step("subjects", ["principal", "聘任科任教师", "Subject teachers"]),
      step("others", ["principal", "聘任教辅及其他", "Support and others"], { publicity: true }),
      step("place", ["county", "安置落聘人员", "People without a post are placed"]),
      step("train", ["training", "落聘人员培训", "They are trained"]),
    ],
  },
  {
    id: "unplaced",
    sources: ["XC-18", "XC-19", "XC-20", "XC-08", "XC-09"],
    title: { zh: "落聘分流", en: "Placement of people without a post" },
    steps: [
      step("declare", ["person", "填报本乡镇小学分流意向", "Wish among primaries of the own township"]),
      step("wish", ["centerSchool", "按意向安置", "The wish is granted where the subject has room"]),
      step("township", ["centerSchool", "本乡镇就近安置", "Near school of the township"]),
      step("county", ["county", "全县缺编小学安置", "Under-established primary of the county"]),
      step("train", ["training", "培训合格后上岗", "Training is passed before work"], { gate: true }),
    ],
  },
  {
    id: "unplacedAtSchool",
    sources: ["YY-12"],
    title: { zh: "落聘校内跟岗", en: "Learning at the own school" },
    steps: [
      step("shadow", ["homeSchool", "校内跟岗学习", "Shadow learning at the own school"]),
      step("assess", ["homeSchool", "按考核发放待遇", "Pay by assessment, without performance bonus"]),
      step("again", ["person", "次年再次竞聘", "Competes again next year"]),
    ],
  },
];

/** What follows an exchange: assessment, files and return. */
const AFTERWARDS: readonly Workflow[] = [
  {
    id: "return",
    sources: ["YL-17"],
    title: { zh: "期满返回或留任", en: "Return or stay" },
    steps: [
      step("apply", ["person", "本人申请留任（可选）", "Asks to stay (optional)"]),
      step("host", ["hostSchool", "接收学校有空编并同意", "The host has room and agrees"]),
      step("approve", ["county", "审批；未批准的返回原校", "Approval; without it the person returns"], { gate: true }),
    ],
  },
  {
    id: "hostLedAssessment",
    sources: ["HL-23", "SC-08", "BN-15"],
    title: { zh: "接收学校为主的考核", en: "Assessment led by the host" },
    steps: [
      step("summary", ["person", "年度总结", "Yearly summary"]),
      step("review", ["hostSchool", "接收学校评议", "The host reviews"]),
      step("send", ["hostSchool", "送派出学校和县教育局", "Sent to the sender and the county"]),
      step("file", ["county", "存入个人档案", "Into the personal file"]),
    ],
  },
  {
    id: "zoneAssessment",
    sources: ["BQ-13", "BQ-14", "BQ-15"],
    title: { zh: "大学区考核", en: "Assessment in a big school district" },
    steps: [
      step("record", ["hostSchool", "接收学校记录并提出等次", "The host records and proposes a grade"]),
      step("sign", ["zoneHead", "学区长签署", "The zone head signs"]),
      step("audit", ["county", "教育局审核", "The bureau audits"]),
      step("file", ["county", "存入业务档案", "Into the business file"]),
    ],
  },
  {
    id: "reportBack",
    sources: ["ZW-06"],
    title: { zh: "结对交流汇报", en: "Report after a paired exchange" },
    steps: [step("report", ["person", "向原校作详细汇报", "Detailed report to the home school"])],
  },
  {
    id: "cityReport",
    sources: ["YL-10", "YL-20"],
    title: { zh: "向市级报送", en: "Report to the city" },
    steps: [
      step("assess", ["county", "逐人考核入档", "Everybody is assessed and filed"]),
      step("send", ["county", "报送安排表和人员表", "Arrangement and personnel tables are sent"], { by: "09-30" }),
      step("inspect", ["city", "市级督查", "City inspection"]),
    ],
  },
];

/**
 * Every workflow of the source documents as data.
 *
 * @public
 */
export const WORKFLOWS: readonly Workflow[] = [...ROUNDS, ...APPOINTMENT, ...AFTERWARDS];

/**
 * Who appoints whom (XC-04, YY-04, HL-06, HL-08).
 *
 * @public
 */
export const APPOINTING: readonly { readonly source: string; readonly who: string; readonly by: WorkflowActor }[] = [
  { source: "XC-04", who: "centerSchoolHead", by: "county" },
  { source: "XC-04", who: "middleSchoolHead", by: "county" },
  { source: "XC-04", who: "villageSchoolHead", by: "centerSchool" },
  { source: "XC-04", who: "midLevel", by: "homeSchool" },
  { source: "YY-04", who: "leader", by: "county" },
  { source: "YY-04", who: "midLevel", by: "principal" },
  { source: "YY-04", who: "others", by: "committee" },
  { source: "HL-06", who: "moveInTownship", by: "centerSchool" },
  { source: "HL-08", who: "moveAcrossTownships", by: "county" },
];
