import type {
  APPOINTERS,
  AREAS,
  EDUCATIONS,
  ESTABLISHMENTS,
  FORMS,
  GRADES,
  GROUP_KINDS,
  HONOURS,
  OFFICES,
  OWNERSHIPS,
  PERSON_TYPES,
  POST_KINDS,
  QUALITIES,
  RANKING_KINDS,
  RETIRE_CATEGORIES,
  SCHOOL_LEVELS,
  SCHOOL_STATUSES,
  SCHOOL_TYPES,
  SCOPES,
  SEXES,
  STAGES,
  STATUS_CODES,
  TERRAINS,
  TITLES,
} from "./codes.ts";
import type { Text } from "./issue.ts";

/**
 * One text for every code of an enumeration.
 *
 * @public
 */
export type WordsOf<Codes extends readonly string[]> = Readonly<Record<Codes[number], Text>>;

/**
 * Words of every enumeration of `codes.ts`.
 *
 * @public
 */
export interface Words {
  readonly sex: WordsOf<typeof SEXES>;
  readonly establishment: WordsOf<typeof ESTABLISHMENTS>;
  readonly personType: WordsOf<typeof PERSON_TYPES>;
  readonly retireCategory: WordsOf<typeof RETIRE_CATEGORIES>;
  readonly stage: WordsOf<typeof STAGES>;
  readonly schoolType: WordsOf<typeof SCHOOL_TYPES>;
  readonly schoolLevel: WordsOf<typeof SCHOOL_LEVELS>;
  readonly schoolStatus: WordsOf<typeof SCHOOL_STATUSES>;
  readonly area: WordsOf<typeof AREAS>;
  readonly terrain: WordsOf<typeof TERRAINS>;
  readonly quality: WordsOf<typeof QUALITIES>;
  readonly ownership: WordsOf<typeof OWNERSHIPS>;
  readonly title: WordsOf<typeof TITLES>;
  readonly honour: WordsOf<typeof HONOURS>;
  readonly education: WordsOf<typeof EDUCATIONS>;
  readonly grade: WordsOf<typeof GRADES>;
  readonly rankingKind: WordsOf<typeof RANKING_KINDS>;
  readonly postKind: WordsOf<typeof POST_KINDS>;
  readonly office: WordsOf<typeof OFFICES>;
  readonly appointer: WordsOf<typeof APPOINTERS>;
  readonly groupKind: WordsOf<typeof GROUP_KINDS>;
  readonly scope: WordsOf<typeof SCOPES>;
  readonly status: WordsOf<typeof STATUS_CODES>;
  readonly form: WordsOf<typeof FORMS>;
}

const groupKind: WordsOf<typeof GROUP_KINDS> = {
  township: { zh: "乡镇", en: "township" },
  zone: { zh: "片区", en: "zone" },
  alliance: { zh: "办学联合体", en: "alliance" },
  schoolGroup: { zh: "教育集团", en: "school group" },
  pair: { zh: "结对", en: "pair" },
};

/**
 * The words that readers see and write in place of codes; within one enumeration each word occurs once.
 *
 * @public
 */
export const words: Words = {
  sex: { male: { zh: "男", en: "male" }, female: { zh: "女", en: "female" } },
  establishment: {
    established: { zh: "在编", en: "established" },
    temporary: { zh: "临聘", en: "temporary" },
    external: { zh: "外来支教", en: "external" },
  },
  personType: {
    teacher: { zh: "专任教师", en: "teacher" },
    support: { zh: "教辅人员", en: "support staff" },
    logistics: { zh: "工勤人员", en: "logistics staff" },
    midLevel: { zh: "中层干部", en: "middle leader" },
    vicePrincipal: { zh: "副校长", en: "vice principal" },
    principal: { zh: "校长", en: "principal" },
    reserveCadre: { zh: "后备干部", en: "reserve cadre" },
  },
  retireCategory: {
    male60: { zh: "男职工", en: "men, 60" },
    femaleCadre55: { zh: "女干部", en: "women cadres, 55" },
    female50: { zh: "女工人", en: "other women, 50" },
  },
  stage: {
    kindergarten: { zh: "幼儿园", en: "kindergarten" },
    primary: { zh: "小学", en: "primary" },
    junior: { zh: "初中", en: "junior secondary" },
    senior: { zh: "高中", en: "senior secondary" },
    vocational: { zh: "中职", en: "vocational" },
    special: { zh: "特教", en: "special education" },
  },
  schoolType: {
    kindergarten: { zh: "幼儿园", en: "kindergarten" },
    primary: { zh: "小学", en: "primary school" },
    junior: { zh: "初中", en: "junior secondary school" },
    nineYear: { zh: "九年一贯制学校", en: "nine-year school" },
    senior: { zh: "高中", en: "senior secondary school" },
    completeMiddle: { zh: "完全中学", en: "complete secondary school" },
    vocational: { zh: "中职学校", en: "vocational school" },
    special: { zh: "特教学校", en: "special school" },
  },
  schoolStatus: { open: { zh: "在办", en: "open" }, closed: { zh: "已撤并", en: "closed" } },
  schoolLevel: {
    countyTown: { zh: "县城学校", en: "county town school" },
    townshipCenter: { zh: "乡镇中心校", en: "township center school" },
    townshipMiddle: { zh: "乡镇中学", en: "township secondary school" },
    completePrimary: { zh: "完全小学", en: "complete primary school" },
    zone: { zh: "片区学校", en: "zone school" },
    village: { zh: "村小", en: "village school" },
    teachingPoint: { zh: "教学点", en: "teaching point" },
    demonstration: { zh: "示范学校", en: "demonstration school" },
  },
  area: {
    urban: { zh: "城区", en: "urban" },
    town: { zh: "镇区", en: "town" },
    rural: { zh: "乡村", en: "rural" },
    remote: { zh: "边远艰苦地区", en: "remote" },
  },
  terrain: { plain: { zh: "坝区", en: "plain" }, mountain: { zh: "山区", en: "mountain" } },
  quality: {
    good: { zh: "优质学校", en: "good" },
    ordinary: { zh: "一般学校", en: "ordinary" },
    weak: { zh: "薄弱学校", en: "weak" },
  },
  ownership: { public: { zh: "公办", en: "public" }, private: { zh: "民办", en: "private" } },
  title: {
    none: { zh: "无职称", en: "none" },
    assistant: { zh: "员级", en: "assistant" },
    level3: { zh: "三级教师", en: "level 3" },
    level2: { zh: "二级教师", en: "level 2" },
    level1: { zh: "一级教师", en: "level 1" },
    primarySenior: { zh: "小学高级教师", en: "senior of primary schools" },
    senior: { zh: "高级教师", en: "senior" },
    chiefSenior: { zh: "正高级教师", en: "chief senior" },
  },
  honour: {
    specialGrade: { zh: "特级教师", en: "special-grade teacher" },
    teachingExpert: { zh: "教学能手", en: "teaching expert" },
    subjectLeader: { zh: "学科带头人", en: "subject leader" },
    famousTeacher: { zh: "名师", en: "famous teacher" },
    backboneNational: { zh: "国家级骨干教师", en: "national backbone teacher" },
    backboneProvince: { zh: "省级骨干教师", en: "provincial backbone teacher" },
    backboneCity: { zh: "市级骨干教师", en: "city backbone teacher" },
    backboneCounty: { zh: "县级骨干教师", en: "county backbone teacher" },
    model: { zh: "模范教师", en: "model teacher" },
    excellent: { zh: "优秀教师", en: "excellent teacher" },
  },
  education: {
    below: { zh: "未达标", en: "below standard" },
    standard: { zh: "达标", en: "standard" },
    aboveStandard: { zh: "高于标准", en: "above standard" },
  },
  rankingKind: { survey: { zh: "质量监测", en: "survey" }, exam: { zh: "统考", en: "exam" } },
  grade: {
    excellent: { zh: "优秀", en: "excellent" },
    qualified: { zh: "合格", en: "qualified" },
    basic: { zh: "基本合格", en: "basically qualified" },
    failed: { zh: "不合格", en: "failed" },
  },
  postKind: {
    teaching: { zh: "教学岗位", en: "teaching" },
    management: { zh: "管理岗位", en: "management" },
    support: { zh: "教辅岗位", en: "support" },
    logistics: { zh: "工勤岗位", en: "logistics" },
    dormitory: { zh: "宿舍管理岗位", en: "dormitory" },
  },
  office: {
    principal: { zh: "校长", en: "principal" },
    vicePrincipal: { zh: "副校长", en: "vice principal" },
    midLevel: { zh: "中层干部", en: "middle leader" },
  },
  appointer: {
    county: { zh: "县教育局", en: "county" },
    center: { zh: "中心校", en: "center school" },
    principal: { zh: "校长", en: "principal" },
    committee: { zh: "聘任委员会", en: "committee" },
  },
  groupKind,
  scope: { school: { zh: "学校", en: "school" }, county: { zh: "全县", en: "county" }, ...groupKind },
  status: {
    pregnancy: { zh: "孕期", en: "pregnancy" },
    maternityLeave: { zh: "产假", en: "maternity leave" },
    lactation: { zh: "哺乳期", en: "lactation" },
    seriousIllness: { zh: "重大疾病", en: "serious illness" },
    longSickLeave: { zh: "长期病假", en: "long sick leave" },
    disabilityCertified: { zh: "持证残疾", en: "certified disability" },
    punishment: { zh: "处分期", en: "punishment" },
    seconded: { zh: "借调", en: "seconded" },
    nearRetirement: { zh: "临近退休", en: "near retirement" },
    servicePeriod: { zh: "服务期内", en: "service period" },
    newRecruitThisYear: { zh: "当年新招聘", en: "recruited this year" },
    firstYearMidLevel: { zh: "中层任职首年", en: "first year as middle leader" },
    featuredLead: { zh: "特色课程负责人", en: "lead of a featured course" },
    returnee: { zh: "交流期满返回", en: "returned from exchange" },
    otherApproved: { zh: "其他经批准情形", en: "other, approved" },
  },
  form: {
    support: { zh: "支教", en: "support teaching" },
    mutual: { zh: "互派", en: "mutual exchange" },
    postFill: { zh: "顶岗", en: "post filling" },
    groupInternal: { zh: "集团内部交流", en: "exchange within a group" },
    zoneRotation: { zh: "片区轮岗", en: "zone rotation" },
    alliance: { zh: "联合体交流", en: "exchange within an alliance" },
    walk: { zh: "走教", en: "itinerant teaching" },
    partTime: { zh: "跨校兼课", en: "part time at another school" },
    shadow: { zh: "跟岗学习", en: "shadowing" },
    attach: { zh: "挂职", en: "attachment" },
    up: { zh: "上挂", en: "attachment upwards" },
    down: { zh: "下派", en: "sent down" },
    counterpart: { zh: "对口帮扶", en: "counterpart aid" },
    competition: { zh: "岗位竞聘", en: "competition" },
    lastPlace: { zh: "末位调岗", en: "last-place reassignment" },
    replacement: { zh: "国培置换", en: "replacement during training" },
    collaborate: { zh: "协作共享", en: "collaboration" },
    teamResearch: { zh: "团队教研", en: "team research" },
    masterLead: { zh: "名师引领", en: "lead by master teachers" },
    network: { zh: "网络共通", en: "network teaching" },
    transfer: { zh: "调动", en: "transfer" },
    flexible: { zh: "柔性交流", en: "flexible exchange" },
    rotation: { zh: "定期轮岗", en: "rotation" },
    leaderRotation: { zh: "校长轮岗", en: "rotation of leaders" },
    recruit: { zh: "新教师分配", en: "placement of a recruit" },
    return: { zh: "期满返回", en: "return" },
    settle: { zh: "期满留任", en: "settlement" },
    internal: { zh: "校内调整", en: "change within the school" },
  },
};
