import { text } from "../document.ts";
import type { RuleWords } from "./parameter-words.ts";
import { BY, LEVEL, PRICED, ROUNDING } from "./parameter-words.ts";

/** Words of the rules that count aims and of light forms. */
export const AIM_WORDS: Readonly<Record<string, RuleWords>> = {
  balance: {
    title: text("校际均衡", "Even spread between schools"),
    does: text("某类人员在各校按学生数均衡", "People of a set are spread over schools in proportion to pupils"),
    params: {
      set: text("哪些人", "Who is spread"),
      ...PRICED,
      stages: text("哪些学段；不写为全部", "Which stages; without it all"),
      cvAtMost: text("各学段差异系数的参考值，只列出", "Coefficient of variation by stage, only told"),
    },
  },
  nearness: {
    title: text("就近", "Near home"),
    does: text("居住地到去往学校的距离之和", "Distance from home to the new school, summed"),
    params: {
      moves: text("计算哪些交流", "Which moves are counted"),
      ...PRICED,
      gridMetres: text("按多少米取整", "Grid in metres"),
    },
  },
  wishes: {
    title: text("志愿", "Wishes"),
    does: text("去往学校在本人志愿中的序号", "Rank of the new school among the wishes"),
    params: {
      level: LEVEL,
      missed: text("不在志愿中的代价", "Cost of a school outside the wishes"),
      volunteerStays: text("自愿者未能交流的代价", "Cost of a volunteer who stays"),
    },
  },
  evenShortfall: {
    title: text("缺员均衡", "Shortfalls shared out"),
    does: text(
      "先使缺员最多的岗位、学校或乡镇缺得最少，再使缺到这个数的最少，逐级向下，直到缺员总数；所用目标层级分为多级，不能再计入其他规则",
      "First the greatest shortfall of a place is as small as can be, then the fewest places have it, and so on down to the sum; the level is parted into steps and takes no other rule",
    ),
    params: {
      level: LEVEL,
      unit: text(
        "按什么比较：heads 缺员人数，share 缺员占需要数的比例",
        "Compared by missing heads, or by what is missing as a share of the need",
      ),
      by: text("在哪些单位之间均衡", "Places that are compared"),
      upTo: text(
        "按人数时，缺几人以内逐级区分；按比例时，需要几人以内的比例全部区分（至多12）",
        "By heads: shortfalls of up to so many are told apart; by share: every share of a need of up to so many heads is (at most 12)",
      ),
    },
  },
  pointsSum: {
    title: text("积分之和", "Sum of points"),
    does: text(
      "使交流人员或留任人员的积分之和最小",
      "The points of those who move, or of those who stay, are kept small",
    ),
    params: {
      points: text("points 中的计分办法", "Id of the points under points"),
      moves: text("计算哪些交流", "Which moves are counted"),
      of: text(
        "movers：积分低的先交流；stayers：积分高的先交流",
        "movers: those with the fewest move first; stayers: those with the most move first",
      ),
      ...PRICED,
    },
  },
  tenure: {
    title: text("任教年限长的优先", "Longest at a school first"),
    does: text("任教年限不足的人交流要计价", "A move costs the years that the person is short of"),
    params: { ...PRICED, fullYears: text("满多少年不计价", "Years from which a move costs nothing") },
  },
  fairBurden: {
    title: text("各校负担均衡", "Schools send in proportion"),
    does: text("一校派出超过其应占份额的人数", "Leavers of a school beyond its proportional share"),
    params: PRICED,
  },
  stability: {
    title: text("少动为宜", "Few changes"),
    does: text("每次交流计价，循环教学未满的更高", "A move costs, one that breaks a class cycle more"),
    params: {
      level: LEVEL,
      move: text("一次交流的代价", "Cost of a move"),
      classCycle: text("打断循环教学另加的代价", "Further cost of breaking a class cycle"),
    },
  },
  itinerant: {
    title: text("走教", "Itinerant teaching"),
    does: text(
      "有余课时的教师到他校授课，形式范围为本校的，在本校兼任其他岗位，新到校的教师也可兼任，能由一人兼任的岗位合并计算需要人数；可以走教的岗位，不足半个满工作量的零头不另设岗位",
      "People with periods to spare teach at other schools, or other posts of their own where the form stays there, as do those who come, and posts that one person may join need their heads together; where they may come, a rest of less than half a load is no post",
    ),
    params: {
      form: text("形式：walk 走教或 partTime 兼课", "Form: walk or partTime"),
      who: text("哪些人", "Who may"),
      maxPlaces: text("至多几所学校", "Most schools to teach at beside the own post"),
      maxMetres: text("至多多少米", "Longest way in metres"),
      fullLoad: text(
        "满工作量的周课时；不写的按本岗位的满工作量",
        "Periods a week of a whole post; without it the full load of the own post",
      ),
      ...PRICED,
      nearest: text("考虑最近的几处", "Places near each person that are looked at"),
    },
  },
  participation: {
    title: text("参与面", "Participation in any form"),
    does: text("以任何形式参加交流的人占的比例", "People who take part in any form, as a share"),
    params: {
      who: text("哪些人", "Whose participation"),
      forms: text("计入的不离岗形式", "Light forms that count"),
      share: text("参加的比例", "Least share who take part"),
      longShare: text("参加一年以上的比例", "Least share for a year or more"),
      rounding: ROUNDING,
      by: BY,
      excludeExempt: text("当年不纳入的人员是否移出基数", "Whether the exempt leave the base"),
      countRunning: text("正在交流的人员是否计入", "Whether running exchanges count"),
      bySchool: text("个别学校的人数，按学校编号", "Least numbers of single schools, by id"),
    },
  },
  batches: {
    title: text("分批交流", "In batches"),
    does: text("临近年龄上限的先安排", "Those whose age limit comes first go first"),
    params: { years: text("几年内全部交流", "Years within which all have moved"), ...PRICED },
  },
  changes: {
    title: text("少改原方案", "Few changes of an earlier plan"),
    does: text("去向与原方案不同的人数", "People whose move differs from an earlier plan"),
    params: {
      baseline: text("原方案的去向", "Where the earlier plan sends people"),
      "baseline.person": text("人员编号", "Id of the person"),
      "baseline.post": text("岗位编号", "Id of the post"),
      except: text("不计的人", "People who are not counted"),
      ...PRICED,
    },
  },
};
