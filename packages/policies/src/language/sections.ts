import type { PolicyText } from "../document.ts";
import { text } from "../document.ts";

/** What each section of a policy is for. */
export const SECTIONS: Readonly<Record<string, PolicyText>> = {
  format: text("格式，固定为 lungang-policy-1", "Format, always lungang-policy-1"),
  extends: text(
    "沿用的内置政策；下面写的条目替换或补充其中同编号的条目，remove: true 删去一条",
    "Policy that is taken over; entries below go over those of the same id, remove: true takes one away",
  ),
  id: text("政策编号，英文字母、数字和连字符", "Id of the policy"),
  version: text("版本，加引号", "Version, in quotes"),
  name: text("政策名称", "Name of the policy"),
  description: text("一句话说明", "What it regulates, in a sentence"),
  parameters: text(
    "参数：主管部门可以改动的数值和选择，其他地方用 {$param: 名称} 引用；没有 default 的须用 --set 给出",
    "Parameters: values that the authority may change, named elsewhere as {$param: name}; without default they have to be given",
  ),
  calendar: text(
    "日期：年龄与年限的计算截止日、交流开始日、公示天数",
    "Days: on which ages and years are measured, on which exchanges start, length of publicity",
  ),
  attributes: text(
    "自设属性：数据中政策另需的列（type），或由其他属性计数（count）、求和（sum）而得；条件中写作 person.x.编号、school.x.编号、from.x.编号、to.x.编号",
    "Own attributes: further columns of the data (type), or what is counted (count) or summed (sum) from other attributes; conditions ask for person.x.ID, school.x.ID, from.x.ID and to.x.ID",
  ),
  points: text(
    "计分：逐项计算每人的分数，条件中写作 person.points.编号；去往岗位另有加分的写作 move.points.编号",
    "Points: counted item by item; conditions ask for person.points.ID, or move.points.ID where items count at some posts only",
  ),
  sets: text("集合：起了名字的条件，其他条件用 {set: 名称} 引用", "Sets: conditions with a name, used as {set: name}"),
  scope: text("适用范围：哪些学校", "Scope: which schools take part"),
  eligibility: text(
    "对象：谁应交流（due）、谁不纳入（exemptions）、谁必须交流（forced）、自愿者（volunteers）、期满返回（returns）",
    "People: who is due, exempt and forced, volunteers, and who comes back",
  ),
  forms: text(
    "形式：谁以什么形式去哪里、多久、人事关系是否随转；同一去向有几种形式可用的，由程序选择，没有差别时用写在前面的",
    "Forms: who goes where in which form, for how long, and whether the relation moves; where several admit a move the program chooses, and takes the one written first where nothing tells them apart",
  ),
  candidates: text("为每人考虑多少个去向", "How many posts are considered for each person"),
  rules: text(
    "规则：每条写明编号、规则名、出处、原文、刚性（hard 必须、override 一般、soft 鼓励）和参数",
    "Rules: id, name of the rule, source, words, strength (hard, override, soft) and parameters",
  ),
  levels: text(
    "目标的先后：先满足前面的，再在其中比后面的",
    "Levels: aims in order; each decides among what those before leave",
  ),
  publication: text(
    "公示：姓名是否全名公布，异议向谁、怎样提出；没有写的隐去姓名",
    "Publication: whether names stand in full, to whom and how people object; without it names are masked",
  ),
  appointment: text(
    "岗位聘任（县管校聘）：聘任规则、原岗位、同分比较、空岗公布、超岗分流和轮次，供 lungang appoint --policy 使用；没有写的由报名工作簿填写",
    "Appointment to posts, for lungang appoint --policy: rule, own posts, ties, posts offered, surplus and rounds; the workbook of applications says what is left out",
  ),
  benefits: text("待遇与后果，只供报表使用", "Benefits and penalties, read by reports alone"),
  reports: text("报表需要的内容，只供报表使用", "What reports need, read by reports alone"),
};
