import { foldName } from "./fold-name.ts";
import type { Text } from "./issue.ts";
import type { Words } from "./vocabulary.ts";
import { words } from "./vocabulary.ts";

/**
 * Name of an enumeration of words.
 *
 * @public
 */
export type WordKind = keyof Words;

type Aliases = { readonly [K in WordKind]?: Partial<Record<keyof Words[K], readonly string[]>> };

const GROUP_KIND = {
  township: ["乡", "镇", "街道"],
  zone: ["学区", "大学区"],
  alliance: ["联合体", "共同体", "联盟"],
  schoolGroup: ["集团", "教育集团"],
  pair: ["结对学校", "结对帮扶"],
} as const;

/** Further words in use for codes, besides those of the vocabulary and the codes themselves. */
const ALIASES: Aliases = {
  sex: { male: ["男性", "m", "man"], female: ["女性", "f", "woman"] },
  establishment: {
    established: [
      "编内",
      "编制内",
      "全额",
      "全额拨款",
      "财政全额拨款",
      "全额事业",
      "全额事业编制",
      "差额拨款",
      "公办编制",
      "公办",
      "在编在岗",
      "事业编",
      "事业编制",
      "正式",
      "公办在编",
    ],
    temporary: ["编外", "代课", "聘用", "合同制", "临时聘用", "临聘教师", "劳务派遣"],
    external: ["外来", "实习", "支教", "实习支教", "外来支教实习"],
  },
  personType: {
    teacher: ["教师", "专任", "普通教师"],
    support: ["教辅"],
    logistics: ["后勤", "工勤", "后勤人员"],
    midLevel: [
      "中层",
      "主任",
      "副主任",
      "教导主任",
      "政教主任",
      "总务主任",
      "教务主任",
      "办公室主任",
      "中层正职",
      "中层副职",
    ],
    vicePrincipal: ["副职", "校级副职", "副园长"],
    principal: ["正职", "校级正职", "园长"],
    reserveCadre: ["后备"],
  },
  retireCategory: {
    male60: ["男", "男60", "男60岁", "60"],
    femaleCadre55: ["女55", "女55岁", "55", "女专业技术人员"],
    female50: ["女50", "女50岁", "50"],
  },
  stage: {
    kindergarten: ["学前", "幼儿"],
    junior: ["初级中学", "junior"],
    senior: ["普通高中", "senior"],
    vocational: ["职高", "中等职业", "职业高中", "职教"],
    special: ["特殊教育", "special"],
  },
  schoolType: {
    kindergarten: ["幼儿园学校"],
    primary: ["小学学校", "primary"],
    junior: ["初级中学", "初中学校", "junior"],
    nineYear: ["九年一贯制", "九年制学校", "九年一贯", "nine-year"],
    senior: ["高级中学", "普通高中", "senior"],
    completeMiddle: ["完中", "完全中学校"],
    vocational: ["中职", "职业高中", "职高", "职业学校", "中等职业学校", "vocational"],
    special: ["特教", "特殊教育学校", "special"],
  },
  schoolLevel: {
    countyTown: ["县城", "城区学校", "县直"],
    townshipCenter: ["中心校", "中心小学", "中心学校"],
    townshipMiddle: ["乡镇初中"],
    completePrimary: ["完小", "村完小"],
    zone: ["片区校"],
    village: ["村校", "村小学"],
    teachingPoint: ["教学点学校", "小规模学校"],
    demonstration: ["示范校", "示范"],
  },
  area: {
    urban: ["城市", "县城", "城镇"],
    town: ["乡镇", "镇", "集镇"],
    rural: ["农村", "村"],
    remote: ["边远", "偏远", "边远地区", "偏远艰苦", "艰苦边远地区"],
  },
  terrain: { plain: ["平原", "平坝", "坝"], mountain: ["山", "高寒山区", "山地"] },
  quality: {
    good: ["优质", "强校", "优"],
    ordinary: ["一般", "普通", "普通学校"],
    weak: ["薄弱", "弱校", "相对薄弱", "较差", "差"],
  },
  ownership: { public: ["公立", "公"], private: ["私立", "民", "民营"] },
  title: {
    none: ["无", "未评", "未定级", "未评职称", "未定职级"],
    assistant: ["员"],
    level3: ["三级", "中小学三级", "中小学三级教师", "小教二级", "小学二级", "小学二级教师", "小二"],
    level2: [
      "二级",
      "中小学二级",
      "中小学二级教师",
      "中教二级",
      "中学二级",
      "中学二级教师",
      "中二",
      "小教一级",
      "小学一级",
      "小学一级教师",
      "小一",
      "中教三级",
    ],
    level1: ["一级", "中级", "中小学一级", "中小学一级教师", "中教一级", "中学一级", "中学一级教师", "中一"],
    primarySenior: ["小学高级", "小高", "小教高级"],
    senior: ["高级", "副高", "中小学高级", "中小学高级教师", "中教高级", "中学高级", "中学高级教师", "中高", "副高级"],
    chiefSenior: ["正高级", "正高", "中小学正高级", "中小学正高级教师", "特高"],
  },
  honour: {
    specialGrade: ["特级"],
    teachingExpert: ["能手", "省级教学能手", "市级教学能手", "县级教学能手", "区级教学能手"],
    subjectLeader: ["带头人", "学科名师", "省级学科带头人", "市级学科带头人", "县级学科带头人", "区级学科带头人"],
    famousTeacher: ["教学名师"],
    backboneNational: ["国家骨干", "国家级骨干"],
    backboneProvince: ["省骨干", "省级骨干", "省骨干教师"],
    backboneCity: ["市骨干", "市级骨干", "市骨干教师", "州级骨干教师", "地级骨干"],
    backboneCounty: ["县骨干", "县级骨干", "县骨干教师", "区级骨干教师", "区级骨干", "骨干教师", "骨干"],
    model: ["模范", "劳模", "劳动模范"],
    excellent: ["优秀教育工作者", "先进教师"],
  },
  education: {
    below: ["不达标", "未合格", "学历未达标"],
    standard: ["合格", "学历达标"],
    aboveStandard: ["高于达标", "高学历", "高于规定"],
  },
  grade: { excellent: ["优", "优秀等次"], qualified: ["称职", "合格等次"], basic: ["基本称职"], failed: ["不称职"] },
  postKind: {
    teaching: ["教学", "专任教师", "教师", "专业技术岗位", "专技"],
    management: ["管理", "领导", "干部"],
    support: ["教辅"],
    logistics: ["工勤", "后勤", "工勤技能岗位"],
    dormitory: ["宿管", "宿舍管理", "生活老师"],
  },
  office: {
    principal: ["正职", "园长"],
    vicePrincipal: ["副职", "副园长"],
    midLevel: ["中层", "主任", "副主任", "教导主任"],
  },
  appointer: {
    county: ["县教体局", "教育局", "县", "县教育体育局"],
    center: ["中心学校"],
    committee: ["委员会", "竞聘委员会"],
  },
  groupKind: GROUP_KIND,
  scope: {
    ...GROUP_KIND,
    school: ["本校", "校内", "学校内部"],
    county: ["县域", "县域内", "全县范围", "县内", "全区", "全市"],
  },
  status: {
    pregnancy: ["怀孕", "孕", "孕期女教师"],
    maternityLeave: ["休产假"],
    lactation: ["哺乳"],
    seriousIllness: ["重病", "大病", "重大疾病治疗"],
    longSickLeave: ["长病假", "病假", "长期病休"],
    disabilityCertified: ["残疾", "残疾证", "持残疾证"],
    punishment: ["处分", "受处分", "处分期内"],
    seconded: ["借出", "抽调", "借调外单位"],
    nearRetirement: ["近退休", "即将退休"],
    servicePeriod: ["服务期", "特岗服务期"],
    newRecruitThisYear: ["新招聘", "当年新聘", "新教师"],
    firstYearMidLevel: ["中层首年", "新任中层"],
    featuredLead: ["特色课程", "特色课程带头人"],
    returnee: ["期满返回", "交流返回"],
    otherApproved: ["其他", "其它", "其他情形"],
  },
  form: {
    support: ["支援"],
    postFill: ["顶岗交流", "顶岗支教"],
    groupInternal: ["集团内交流", "集团化办学交流"],
    zoneRotation: ["学区轮岗", "大学区交流", "片区交流"],
    alliance: ["办学联合体交流"],
    shadow: ["跟岗", "影子培训", "跟岗培训"],
    counterpart: ["对口支援"],
    competition: ["竞聘"],
    rotation: ["轮岗", "轮岗交流", "定期交流", "交流轮岗"],
    leaderRotation: ["校长交流", "校级干部轮岗", "校长教师轮岗"],
    transfer: ["调入", "调出", "人事调动"],
    flexible: ["柔性"],
    return: ["返回"],
    settle: ["留任"],
    internal: ["校内调岗"],
    recruit: ["新招聘分配", "新教师"],
  },
};

function readingsOf(kind: WordKind): ReadonlyMap<string, string> {
  const aliases: Partial<Record<string, readonly string[]>> = ALIASES[kind] ?? {};
  const entries = Object.entries(words[kind]).flatMap(([code, text]) =>
    [code, text.zh, text.en, ...(aliases[code] ?? [])].map((word): [string, string] => [foldName(word), code]),
  );
  return new Map(entries.reverse());
}

const READINGS = new Map<WordKind, ReadonlyMap<string, string>>();

/**
 * Returns the code of a Chinese or English word of an enumeration, of a synonym in use or of the code itself.
 *
 * @returns the code; undefined if the word is not known
 * @public
 */
export function codeOf(kind: WordKind, word: string): string | undefined {
  const known = READINGS.get(kind) ?? readingsOf(kind);
  READINGS.set(kind, known);
  // Words picked from a list need no folding, and most are.
  return known.get(word) ?? known.get(foldName(word));
}

/**
 * Returns every word that is read as a code of an enumeration: codes, words in both languages and synonyms in use.
 *
 * @public
 */
export function readWords(kind: WordKind): readonly string[] {
  const aliases: Partial<Record<string, readonly string[]>> = ALIASES[kind] ?? {};
  const all = Object.entries(words[kind]).flatMap(([code, text]) => [code, text.zh, text.en, ...(aliases[code] ?? [])]);
  return [...new Set(all)];
}

/**
 * Returns the word of a code; Chinese unless another language is asked for.
 *
 * @public
 */
export function wordOf(kind: WordKind, code: string, language: "zh" | "en" = "zh"): string {
  const table: Readonly<Record<string, Text>> = words[kind];
  return table[code]?.[language] ?? code;
}

/**
 * Returns the Chinese words of an enumeration in the order of its codes.
 *
 * @public
 */
export function wordsOf(kind: WordKind, language: keyof Text = "zh"): readonly string[] {
  return Object.values(words[kind]).map((text) => text[language]);
}
