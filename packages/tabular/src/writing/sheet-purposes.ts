import type { Text } from "@lungang/core";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What the sheets of documents are for, by their Chinese names, as a table of contents says it. */
const PURPOSES: Readonly<Record<string, Text & { readonly name: string }>> = {
  // Plans of a year.
  交流轮岗人员名册: {
    name: "Roster",
    ...text("谁交流到哪所学校、什么岗位、多长时间", "who goes where, to what post, for how long"),
  },
  期满返回和留任: {
    name: "Ended exchanges",
    ...text("交流期满返回或经批准留任的人员", "who comes back or stays for good"),
  },
  走教和跨校兼课: { name: "Itinerant teaching", ...text("谁到哪所学校走教、每周几节", "who teaches where by periods") },
  兼职和柔性交流: {
    name: "Light forms",
    ...text("人事关系和岗位不变的兼职和短期交流", "who takes part elsewhere and keeps the post"),
  },
  互换和轮换: { name: "Swaps", ...text("谁与谁对调、谁的岗位由谁接任", "who changes places with whom") },
  指标完成情况: {
    name: "Measures",
    ...text("各项规定的要求、结果和是否达到", "what each rule asks for and what is reached"),
  },
  学校前后对比: { name: "Schools", ...text("各校调配前后的编制、人数和缺员", "heads of each school before and after") },
  未交流人员及原因: {
    name: "People who stay",
    ...text("本年度不交流的人员，逐人说明原因和依据", "who stays, and why"),
  },
  岗位缺员: { name: "Shortfalls", ...text("调配后仍缺员的岗位", "posts that still lack people") },
  未落实的规定: {
    name: "Rules not met",
    ...text("未完全落实的规定及所在学校、人员", "rules not fully kept, and where"),
  },
  编制目标及完成情况: {
    name: "Aims",
    ...text("各项目标按先后的结果和理论最好值", "the aims in order, what is reached and could be"),
  },
  编制说明: {
    name: "About",
    ...text("依据、数据、异议的提出方式和校验码", "grounds, data, how to object, check codes"),
  },
  // Appointments.
  聘任名单: { name: "Appointments", ...text("聘任到何校、何岗位；原岗位和结果", "who is appointed to which post") },
  未聘人员: { name: "Without a post", ...text("没有岗位的人员和原因", "who has no post, and why") },
  各轮变动: { name: "Rounds", ...text("每一轮改变了谁的岗位", "what each round changed") },
  程序: { name: "Procedure", ...text("政策规定的各个步骤和登记的日期", "the steps of the policy and their days") },
  选聘过程: {
    name: "Selection",
    ...text("逐人的考核分数、资格和在哪一步停止", "points of candidates and where they stopped"),
  },
  轮次结果: { name: "Rounds in figures", ...text("各轮参加、取得岗位和落聘的人数", "people of each round in figures") },
  空岗及原因: {
    name: "Vacancies",
    ...text("各校空岗、是否公布，未公布的原因", "empty posts, and why some were not offered"),
  },
  规则比较: { name: "Rules compared", ...text("同样的志愿按各种聘任规则的结果", "the same wishes under each rule") },
  学校台账: { name: "Ledgers", ...text("各校编制、人事关系和在岗人数", "establishment and heads of each school") },
  职称岗位: { name: "Posts of titles", ...text("各校高级、中级岗位的占用", "senior and middle posts of each school") },
  编制核定: { name: "Establishment", ...text("按学生数和班数核定的编制", "establishment by pupils and classes") },
  撤回后变动: {
    name: "After withdrawals",
    ...text("有人撤回后重新聘任，谁的岗位因此改变", "whose post changes after a withdrawal"),
  },
  最少变动: { name: "Fewest changes", ...text("变动人数最少的另一种名单", "the list with the fewest changes") },
  最少变动之越过: {
    name: "Passed over by it",
    ...text("按最少变动，谁被排在后面的人越过", "whom that list passes over"),
  },
  超岗分流: { name: "Surplus", ...text("岗位超员时分流的人员和原因", "who leaves an overfull post") },
  被越过人员: { name: "Passed over", ...text("岗位由排在后面的人取得的人员", "who is passed over for whom") },
  未满足及原因: {
    name: "Remaining pairs",
    ...text("双方都更愿意而规定不许的人员与岗位", "pairs that a rule keeps apart"),
  },
  积分明细: { name: "Points", ...text("每人积分的各项得分和依据", "points of everybody, item by item") },
  复核: { name: "Checks", ...text("所用规则的各项保证是否成立", "whether the promises of the rule hold") },
  // Plans over years.
  逐年汇总: { name: "Each year", ...text("各年交流、返回、缺员的人数", "each year in figures") },
  人员逐年安排: { name: "Who goes when", ...text("谁在哪一年交流到哪所学校", "who goes when and where") },
  各校逐年人数: {
    name: "Heads of schools",
    ...text("各校逐年的人事关系和在岗人数", "heads of each school, year by year"),
  },
  未解决事项: {
    name: "What is open",
    ...text("规划期内没有解决的缺员和应交流人员", "what stays open after the years"),
  },
  未完全落实的规定: {
    name: "Rules not fully kept",
    ...text("各年未完全落实的规定", "rules not fully kept in each year"),
  },
  // Where there is no plan.
  结论: { name: "Conclusion", ...text("为什么没有方案，哪些规定不能同时满足", "why there is no plan") },
  可行的放宽办法: {
    name: "What would help",
    ...text("只放宽一条规定时至少要放宽多少", "how far one rule has to give"),
  },
  最高可达: {
    name: "The most that can be reached",
    ...text("其余规定不变，各项比例最高能到多少", "how far each share can be raised"),
  },
  合计最小差额: {
    name: "Least violation in all",
    ...text("全部规定合计至少差多少、差在哪里", "how much has to give in all, and where"),
  },
  所用政策和取值: { name: "Policy and values", ...text("本说明依据的政策和参数", "the policy and its values") },
};

const BY_NAME: ReadonlyMap<string, Text> = new Map(
  Object.entries(PURPOSES).flatMap(([zh, { name, ...purpose }]) => [
    [zh, purpose],
    [name, purpose],
  ]),
);

/** Returns what a sheet of a document is for; undefined for one that says so itself or nowhere. */
export function purposeOf(name: string): Text | undefined {
  return BY_NAME.get(name);
}
