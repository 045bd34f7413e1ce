import type { PolicyText } from "../document.ts";
import { text } from "../document.ts";
import { ID, SOURCE, TEXT } from "./common-words.ts";

/** What the keys of the section of appointment mean, by their path without positions. */
export const APPOINTMENT_WORDS: Readonly<Record<string, PolicyText>> = {
  "appointment.source": SOURCE,
  "appointment.text": TEXT,
  "appointment.rule": text(
    "聘任规则：acceptance 延迟接受、trading 首位交易循环、twoSidedPeople 双向选择（教师先选）、twoSidedPosts 双向选择（学校先选）、floors 保证最低在岗、examination 单岗位考试、cycles 限定人数的互换、swaps 指名对调",
    "Rule: acceptance, trading, twoSidedPeople, twoSidedPosts, floors, examination, cycles or swaps",
  ),
  "appointment.ownPost": text("原岗位：keeps 可保留，contested 参加竞聘", "Own post: kept, or defended by rank"),
  "appointment.rankedBy": text("排序依据：points 积分，draw 抽签", "What ranks people: points, or the draw"),
  "appointment.ties": text("同分时依次比较的列", "Columns that decide between equal points, in order"),
  "appointment.ties.column": text("报名工作簿“人员”表的列名", "Column of the people of the workbook"),
  "appointment.ties.order": text(
    "desc 大者、晚者在前，asc 小者、早者在前",
    "desc: the larger or later first; asc: the smaller",
  ),
  "appointment.offered": text("空岗公布", "Which empty posts are offered"),
  "appointment.offered.share": text("公布比例", "Share that is offered"),
  "appointment.offered.round": text("取整：up 向上，down 向下", "Rounding: up or down"),
  "appointment.offered.by": text("按学校、乡镇或全县计算", "Counted by school, by township or together"),
  "appointment.offered.holdBack": text("县级预留比例", "Share that the county holds back"),
  "appointment.offered.schoolDecidesUpTo": text(
    "空岗不超过此数的学校自定公布数",
    "Schools with no more empty posts decide themselves",
  ),
  "appointment.surplus": text("超岗分流", "Who leaves a post that too many people hold"),
  "appointment.surplus.order": text("lowestPoints 积分低者先，highestPoints 积分高者先", "Who leaves first"),
  "appointment.surplus.volunteers": text("自愿者多于须分流人数时谁先走", "Who of too many volunteers leaves first"),
  "appointment.circles": text("限定人数的互换（cycles）", "Circles, for the rule cycles"),
  "appointment.circles.longest": text("互换最多人数", "Most people in a circle"),
  "appointment.circles.chains": text("最后一人可进入空岗", "Whether a chain may end at an empty post"),
  "appointment.rounds": text(
    "轮次，依次进行，前一轮定岗后再进行下一轮",
    "Rounds in their order, each fixed before the next",
  ),
  "appointment.rounds.id": ID,
  "appointment.rounds.source": SOURCE,
  "appointment.rounds.text": text("轮次名称，名单中如此显示", "Name of the round, as lists show it"),
  "appointment.rounds.reach": text(
    "岗位范围（从原岗位看）：ownPost 原岗位、ownSchool 本校、ownTownship 本乡镇、betweenTownships 跨乡镇、county 全县",
    "Posts it reaches from the post held: own post, school or township, between townships, county",
  ),
  "appointment.rounds.stages": text(
    "只限这些学段（写报名工作簿中的名称）；就近安排时可到这些学段",
    "Only posts of these stages, as the workbook names them; the nearest post is looked for there",
  ),
  "appointment.rounds.kinds": text("只限这些岗位类别", "Only posts of these kinds"),
  "appointment.rounds.subjects": text(
    "只限这些学科（写报名工作簿中的名称）",
    "Only posts of these subjects, as the workbook names them",
  ),
  "appointment.rounds.who": text(
    "参加人员：everybody 全部、unplaced 未聘人员、holders 在岗人员；先前已定岗者均不参加",
    "Who takes part: everybody, people without a post, or holders; never who was placed before",
  ),
  "appointment.rounds.classes": text(
    "只限报名工作簿中这些优先类别的人",
    "Only people of these priority classes of the workbook",
  ),
  "appointment.rounds.wishes": text(
    "filed 按报名志愿，nearest 就近安排（由近到远）",
    "filed: the wishes of the application; nearest: the nearest post first",
  ),
  "appointment.rounds.fixes": text(
    "movers 取得新岗者定岗，everybody 有岗位者均定岗",
    "movers: who got another post is out; everybody: whoever has a post is out",
  ),
  "appointment.rounds.rule": text("本轮的聘任规则，不写为上面的规则", "Rule of the round; the one above by default"),
  "appointment.rounds.offered": text("本轮拿出的空岗", "Share of the free places that the round offers"),
  "appointment.rounds.offered.share": text("比例", "Share"),
  "appointment.rounds.offered.round": text("取整：up 向上，down 向下", "Rounding: up or down"),
};
