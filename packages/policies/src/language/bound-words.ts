import { text } from "../document.ts";
import type { RuleWords } from "./parameter-words.ts";
import { BY, PRICED, ROUNDING, SHARE } from "./parameter-words.ts";

/** Words of the rules that bound who goes where. */
export const BOUND_WORDS: Readonly<Record<string, RuleWords>> = {
  approvedStays: {
    title: text("经批准留任", "Approved stays"),
    does: text(
      "申请留在接收学校并经批准的人员留任，除非岗位或编制不允许",
      "Who applied to stay at the host and was approved does, unless posts or headcount forbid it",
    ),
    params: {},
  },
  returnRoom: {
    title: text("为返回人员留岗", "Places for those who come back"),
    does: text("交流期满人员返回后，岗位不超员", "No post gets more people than it needs once people are back"),
    params: {
      posts: text("岗位", "Posts"),
      schools: text("学校编制", "The establishment of schools"),
      when: text("inTheEnd 全部返回后；always 每次返回时", "inTheEnd: when all are back; always: on every return"),
    },
  },
  mustMove: {
    title: text("必须交流", "People who must move do"),
    does: text("指定、已定去向、期满的人员都有去向", "Forced and pinned people and ended exchanges all get a place"),
    params: {},
  },
  postBalance: {
    title: text("岗位余缺", "Posts and people"),
    does: text("各岗位缺员计价，不因交流超员", "Heads that posts lack are priced, and no post is overfilled by moves"),
    params: {
      ...PRICED,
      growth: text(
        "never 不得超过需求或现有人数；free 只计数",
        "never: not beyond what is needed or there; free: only counted",
      ),
    },
  },
  establishment: {
    title: text("编制", "Establishment"),
    does: text("各校人数不因交流超编（在岗和关系两本账）", "No school rises above its establishment, on both ledgers"),
    params: {
      working: text("在岗人数：never 不得超过；free 不限", "People at work: never above, or free"),
      relation: text("人事关系人数：never 不得超过；free 不限", "Relations held: never above, or free"),
      level: text("计超编、缺编人数的目标层级；不写不计", "Level that counts heads over and under; none: not counted"),
      overWeight: text("超编一人的权重", "Weight of a head over"),
      underWeight: text("缺编一人的权重", "Weight of a head under"),
    },
  },
  leaderPosts: {
    title: text("校级岗位不空缺", "Leaders' posts stay filled"),
    does: text("交流不使这些职务出现空缺", "Moves leave no post of these offices empty"),
    params: { offices: text("职务", "Offices") },
  },
  protection: {
    title: text("方案保护", "No school is emptied"),
    does: text(
      "不使学校失去某学科最后一名能任教的教师、最后一名教师或整个领导班子",
      "No school loses its last teacher of a subject, its last teacher or all its leaders",
    ),
    params: {
      subjects: text("保护各学科", "Keeps every subject"),
      teachers: text("保护最后一名教师", "Keeps the last teacher"),
      leaders: text("保护领导班子", "Keeps the leaders"),
    },
  },
  newRecruits: {
    title: text("新教师分配", "First schools of recruits"),
    does: text("当年新招聘的教师都分到符合条件的学校", "Every recruit of the year gets a first school, one of these"),
    params: { schools: text("哪些学校（to.）", "Which schools (to.)") },
  },
  prerequisite: {
    title: text("前提条件", "Prerequisite"),
    does: text("这样交流的人必须满足条件", "Whoever moves like this has to meet a condition"),
    params: { moves: text("怎样的交流", "Which moves"), requires: text("必须满足的条件", "What they need") },
  },
  quota: {
    title: text("交流指标", "Quota"),
    does: text("交流人数占基数的比例，至少或至多", "People who move as a share of a base, at least or at most"),
    params: {
      share: SHARE,
      rounding: ROUNDING,
      who: text("计算哪些人（基数和交流人数）", "Who is counted, in the base and among those who move"),
      moves: text("计算哪些交流", "Which moves are counted"),
      base: text(
        "eligible 应交流人员；all 适用范围内全部人员",
        "eligible: people who are due; all: everybody in scope",
      ),
      bound: text("atLeast 不低于；atMost 不超过", "atLeast or atMost"),
      by: BY,
      excludeExempt: text("当年不纳入的人员是否移出基数", "Whether the exempt of the year leave the base"),
      excludeWithoutPost: text("没有可去岗位的人员是否移出基数", "Whether people without any post leave the base"),
      volunteersInNumerator: text("自愿者是否计入交流人数", "Whether volunteers count as moving"),
    },
  },
  total: {
    title: text("交流总数", "Total of moves"),
    does: text("交流总数的上下限，自愿者和新教师另计", "Bounds of all moves, volunteers and recruits apart"),
    params: {
      min: text("至少多少人", "Least number"),
      max: text(
        "至多多少人；不写为指标等所需的人数，只写 min 的不设上限",
        "Most; without it what quotas and obligations ask for, or nothing where min is written",
      ),
      quotas: text("几项指标相加（sum）或取最大（largest）", "Several quotas are added up, or the largest is taken"),
    },
  },
  share: {
    title: text("占交流人数的比例", "Share of the moves"),
    does: text("在交流中，某类人或去向占的比例", "Of the moves, those of a kind are at least or at most a share"),
    params: {
      share: SHARE,
      set: text("哪一类交流", "Which moves are of the kind"),
      of: text("占哪些交流的比例", "Of which moves it is a share"),
      bound: text("atLeast 不低于；atMost 不超过", "atLeast or atMost"),
      rounding: ROUNDING,
    },
  },
  teamCap: {
    title: text("班子成员同时交流的上限", "Leaders who leave at a time"),
    does: text("一所学校领导班子同时交流的人不超过比例", "At most a share of the leadership team of a school leaves"),
    params: {
      share: SHARE,
      rounding: ROUNDING,
      atLeastOne: text("班子很小时仍可走一人", "A small team may let one go all the same"),
    },
  },
  perSchool: {
    title: text("每校人数", "Moves of each school"),
    does: text("每所学校派出、接收人数的上下限", "Least and most moves out of and into each school"),
    params: {
      schools: text("哪些学校（school.）", "Which schools (school.)"),
      moves: text("计算哪些交流", "Which moves are counted"),
      minOut: text("至少派出", "Least leavers"),
      maxOut: text("至多派出", "Most leavers"),
      minIn: text("至少接收", "Least arrivals"),
      maxIn: text("至多接收", "Most arrivals"),
      maxOutShare: text(
        "至多派出占在岗人数的比例，未另写取整的向下取整，至少可走一人",
        "Most leavers as a share of the staff, rounded down where nothing else is said; one may always go",
      ),
      maxOutRounding: text(
        "比例折算人数的取整：up 进一、down 舍去、halfUp 四舍五入、halfDown 五舍六入",
        "How the share becomes a number: up, down, or to the nearer with a half up or down",
      ),
      bySchool: text("个别学校的人数，按学校编号", "Numbers of single schools, by id"),
      bySubject: text(
        "人数分学科计算：派出按原岗位，接收按新岗位；此时不读学校自定名额",
        "The limits hold for every subject of a school, by the post left and entered; numbers of schools are not read then",
      ),
      "bySchool.minOut": text("至少派出", "Least leavers"),
      "bySchool.maxOut": text("至多派出", "Most leavers"),
      "bySchool.minIn": text("至少接收", "Least arrivals"),
      "bySchool.maxIn": text("至多接收", "Most arrivals"),
      useSchoolQuota: text("学校表中写了人数的按学校表", "Numbers written at the school win"),
    },
  },
  direction: {
    title: text("流向", "Direction"),
    does: text("某类去向的比例、上限，或计入目标", "A direction of moves: least share, most, or counted in a level"),
    params: {
      of: text("在哪些交流中", "Of which moves"),
      moves: text("想要的去向", "The wanted ones"),
      minShare: text("想要的去向至少占多少", "Least share of the wanted ones"),
      rounding: ROUNDING,
      max: text("至多多少人（受控的方向）", "Most of them, for a direction that is controlled"),
      bySubject: text(
        "比例和人数分学科计算，按接收岗位的学科",
        "Share and number hold for every subject, by the post entered",
      ),
      ...PRICED,
    },
  },
  staffShare: {
    title: text("在岗人员比例", "Share of staff"),
    does: text(
      "各校在岗人员中指定人员的比例：达到的保持，未达到的不再降低",
      "Share of the named people among the staff of every school: kept where it is met, never made worse where it is not",
    ),
    params: {
      share: text("比例", "Share"),
      set: text("指定人员", "The named people"),
      of: text("在哪些人员中计算", "Among whom"),
      schools: text("哪些学校（school.）", "Which schools (school.)"),
      rounding: ROUNDING,
      ...PRICED,
    },
  },
  pointsFirst: {
    title: text("积分优先", "Points first"),
    does: text(
      "同一岗位有多人志愿时积分高者优先：积分低的不得越过志愿该岗位而未去成的积分高者",
      "Where several wish for a post those with more points come first: nobody with fewer passes over somebody who wished for it and got nothing as good",
    ),
    params: {
      points: text("points 中的计分办法", "Id of the points under points"),
      who: text("在哪些人之间比较", "Among whom"),
    },
  },
  netInflow: {
    title: text("净流入", "Net inflow"),
    does: text("学校或一组学校的净增、净减", "Arrivals less leavers of schools or groups of schools"),
    params: {
      schools: text("哪些学校（school.）", "Which schools (school.)"),
      by: BY,
      onlyOverEstablished: text("只限超编的", "Only those over their establishment"),
      moves: text("计算哪些交流", "Which moves are counted"),
      max: text("净增至多；0 为不得净增", "Largest net inflow; 0: never positive"),
      maxLoss: text("净减至多：人数，或 surplus（富余人数）", "Largest net outflow: a number, or surplus"),
      need: text("需求按编制（establishment）或岗位（posts）", "What a group needs: establishment or posts"),
    },
  },
  directionMatrix: {
    title: text("流向矩阵", "Direction matrix"),
    does: text("几类学校之间的人数和比例", "Numbers and shares of moves between classes of schools"),
    params: {
      classes: text("学校分类：名称和条件，先符合者为准", "Classes of schools; the first that fits counts"),
      of: text("计算哪些交流", "Which moves are counted"),
      cells: text("从哪类到哪类的人数和比例，* 为任一类", "From which class to which, with limits; * is any"),
      "classes.name": text("类名", "Name of the class"),
      "classes.text": text("文字中怎样称呼", "How sentences call it"),
      "classes.schools": text("哪些学校（school.）", "Which schools (school.)"),
      "cells.from": text("从哪类", "From which class"),
      "cells.to": text("到哪类", "To which class"),
      "cells.min": text("至少多少人", "Least"),
      "cells.max": text("至多多少人", "Most"),
      "cells.minShare": text("至少占全部的比例", "Least share of all"),
      "cells.maxShare": text("至多占全部的比例", "Largest share of all"),
      "cells.maxOfReverse": text("至多为反方向人数的几成", "Largest share of the moves the other way round"),
      "cells.rounding": ROUNDING,
    },
  },
  pairBalance: {
    title: text("对等互派", "Equal mutual dispatch"),
    does: text("结对等学校之间互派人数相等", "Schools of a pair send each other equally many"),
    params: {
      forms: text("哪些形式", "Which forms"),
      between: text("哪些学校之间", "Between which schools"),
      bySubject: text("按学科对等", "Equal by subject"),
      count: text("每方人数；不写则相等即可", "Persons each way; without it any equal number"),
    },
  },
};
