import type { Text } from "../instance/issue.ts";

const t = (zh: string, en: string): Text => ({ zh, en });

/** What the attributes of a person are called. */
const PERSON: Readonly<Record<string, Text>> = {
  id: t("编号", "id"),
  sex: t("性别", "sex"),
  age: t("周岁年龄", "completed years of age at the cut-off"),
  birthDate: t("出生日期", "day of birth"),
  establishment: t("编制", "establishment"),
  inPost: t("在岗", "in post"),
  personType: t("人员类别", "kind of staff"),
  leadershipTeam: t("领导班子成员", "member of the leadership team"),
  stageCertified: t("教师资格学段", "stages of the teaching certificate"),
  subjects: t("任教学科", "subjects taught"),
  multiSubject: t("能教多个学科", "able to teach several subjects"),
  title: t("职称", "professional title"),
  postGrade: t("岗位等级", "grade of the post"),
  honours: t("荣誉称号", "honours"),
  education: t("学历达标", "education against the standard"),
  recruitYear: t("招聘年份", "year of recruitment"),
  yearsSinceRecruited: t("招聘后年数", "years since recruitment"),
  yearsInService: t("工龄", "full years in service"),
  newRecruit: t("当年新招聘", "recruited this year"),
  inProbation: t("试用期内", "on probation at the cut-off"),
  yearsAtSchool: t("在本校连续任教年限", "full years at the home school"),
  monthsAtSchool: t("在本校连续任教月数", "full months at the home school"),
  yearsAsLeader: t("在本校连续任校级领导年限", "full years as a leader at the home school without a break"),
  yearsAsPrincipal: t("在本校任校长年限", "full years as principal at the home school"),
  yearsAsVicePrincipal: t("在本校任副校长年限", "full years as vice principal at the home school"),
  yearsAsMidLevel: t("在本校任中层年限", "full years as middle leader at the home school"),
  yearsToRetirement: t("距退休年限", "full years to retirement"),
  yearsToEarliestRetirement: t("距可能的最早退休年限", "full years to the earliest retirement that the sex allows"),
  statuses: t("特殊情形", "circumstances that hold and are approved"),
  featuredCourseLead: t("特色课程负责人", "lead of a featured course"),
  leadDeferralYearsUsed: t("已因特色课程缓交流年数", "years deferred as lead of a featured course"),
  inSurplusPost: t("所在岗位超员", "post filled by more people than it needs"),
  inClassCycle: t("循环教学未满", "head teacher within a class cycle"),
  schoolsWorked: t("任职学校数", "schools worked at"),
  ruralYears: t("农村学校任教年限", "years at rural schools"),
  weakYears: t("薄弱学校任教年限", "years at weak schools"),
  remoteYears: t("边远学校任教年限", "years at remote schools"),
  exchangesServed: t("已完成的交流次数", "exchanges served"),
  exchangeMonths: t("已完成的交流月数", "full months of exchanges served"),
  townshipsServed: t("任教过的乡镇", "townships of schools served"),
  spouseSchool: t("配偶任教学校", "school of the spouse"),
  lastGrade: t("最近一次年度考核等次", "grade of the latest assessment"),
  lastGradeExcellent: t("最近一次年度考核优秀", "latest assessment excellent"),
  pointsBelowMean: t("成绩低于全区平均分", "points below the mean of the district"),
  lastSurveysInARow: t("质量监测连续末位次数", "surveys in a row ranked last"),
  lastExamsInARow: t("统考连续末位次数", "exams in a row ranked last"),
  lastRanksInARow: t("连续末位次数", "surveys or exams in a row ranked last"),
  illnessCertificateGrade: t("疾病证明医院等级", "grade of the hospital that certified a serious illness"),
  inFirstYearAsMidLevel: t("中层任职首年", "first year as middle leader"),
  volunteer: t("本人申请交流", "applied to move"),
  homeConsent: t("所在学校同意交流", "home school consents"),
  named: t("被指定交流", "named by the authority to move"),
  childrenSchooling: t("子女入学需求", "children need a school"),
  housingNeed: t("住房需求", "needs housing"),
};

/** What the attributes of a school are called. */
const SCHOOL: Readonly<Record<string, Text>> = {
  id: t("编号", "id"),
  type: t("学校类型", "type"),
  stages: t("学段", "stages"),
  ownership: t("办学性质", "ownership"),
  level: t("学校层级", "level"),
  area: t("区域类型", "area"),
  terrain: t("地形", "terrain"),
  quality: t("办学质量", "quality"),
  countyAffiliated: t("县直属", "affiliated to the county"),
  county: t("县（区）", "county"),
  township: t("乡镇", "township"),
  zones: t("片区", "zones"),
  alliances: t("办学联合体", "alliances"),
  schoolGroups: t("教育集团", "school groups"),
  pairs: t("结对", "pairs"),
  students: t("学生数", "pupils"),
  classes: t("班级数", "classes"),
  establishment: t("编制数", "establishment"),
  headcount: t("在岗人数", "people at work on plan start"),
  overEstablishment: t("超编", "more people than establishment"),
  underEstablishment: t("缺编", "fewer people than establishment"),
};

const OTHER: Readonly<Record<string, Text>> = {
  "post.kind": t("岗位类别", "kind of post"),
  "post.stage": t("岗位学段", "stage of the post"),
  "post.subject": t("岗位学科", "subject of the post"),
  "post.office": t("岗位职务", "office of the post"),
  "post.vacant": t("岗位缺员", "post short of people"),
  "post.stageShort": t("岗位所在学段全县缺员", "stage of the post short over all schools"),
  "move.form": t("交流形式", "form of the move"),
  "move.relationMoves": t("人事关系随转", "relation moves too"),
  "move.sameTownship": t("在同一乡镇内", "inside one township"),
  "move.homeTownship": t("去往学校在居住地乡镇", "school entered in the township of the residence"),
  "move.wishRank": t("去往学校的志愿序号", "rank of the school entered among the wishes"),
  "move.metres": t("居住地到去往学校的距离", "distance from the residence to the school entered"),
};

const ROLES: Readonly<Record<string, Text>> = {
  from: t("现任教学校", "school worked at"),
  to: t("去往学校", "school entered"),
  school: t("学校", "school"),
};

/**
 * Returns what an attribute of conditions is called, for readers; its path where there is none.
 *
 * @param attributes - of the policy, whose own attributes have names of their own
 * @public
 */
export function attributeText(attr: string, attributes?: ReadonlyMap<string, { readonly text?: Text }>): Text {
  const [root = "", name = ""] = attr.split(".");
  const declared = attributes?.get(attr)?.text;
  const own = declared ?? (root === "person" ? PERSON[name] : OTHER[attr]);
  if (own !== undefined) return own;
  const role = ROLES[root];
  const school = SCHOOL[name];
  return role === undefined || school === undefined ? { zh: attr, en: attr } : ofSchool(root, school);
}

/** Returns what an attribute of a school is called that is asked for as that of the school left, entered, or on its own. */
export function ofSchool(root: string, { zh, en }: Text): Text {
  const role = ROLES[root] ?? { zh: root, en: root };
  return { zh: `${role.zh}的${zh}`, en: `${en} of the ${role.en}` };
}
