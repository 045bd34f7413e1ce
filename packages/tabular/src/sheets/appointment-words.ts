import { choice } from "../values/choice.ts";

/** Rules by which a workbook can ask for its posts to be given out; how each is called elsewhere stands in its note. */
export const ruleChoice = choice({
  acceptance: ["延迟接受", "acceptance", "保护高分者", "积分优先", "deferred acceptance"],
  trading: ["首位交易循环", "trading", "岗位互换", "top trading cycles"],
  twoSidedPeople: ["双向选择（教师先选）", "two-sided, people propose", "双向选择"],
  twoSidedPosts: ["双向选择（学校先选）", "two-sided, posts propose"],
  floors: ["保证最低在岗的延迟接受", "floors", "保证最低在岗"],
  examination: ["单岗位考试", "examination", "笔试选调"],
  cycles: ["限定人数的互换", "cycles", "多人互换"],
  swaps: ["指名对调", "swaps", "两人对调", "对调"],
});

export const ownPostChoice = choice({
  keeps: ["可保留", "keeps", "保留", "可留任", "留任"],
  contested: ["参加竞聘", "contested", "重新竞聘", "竞聘"],
});

export const ownRightChoice = choice({
  keeps: ["可保留", "keeps", "保留", "可留任", "留任"],
  contested: ["参加竞聘", "contested", "重新竞聘", "竞聘"],
  leaves: ["须离开", "leaves", "离开", "分流", "转岗"],
});

export const contractEndChoice = choice({
  renew: ["续聘", "renew", "连任", "留任"],
  move: ["交流", "move", "轮岗", "离任"],
});

export const stepResultChoice = choice({
  passed: ["通过", "passed", "合格", "完成", "同意", "已办"],
  failed: ["未通过", "failed", "不合格", "不通过", "不同意"],
});

export const rankedByChoice = choice({
  points: ["积分", "points", "按积分", "分数"],
  draw: ["抽签", "draw", "全部抽签"],
});

export const roundChoice = choice({ up: ["向上取整", "up", "进一"], down: ["向下取整", "down", "舍去"] });

export const offerByChoice = choice({
  school: ["学校", "school", "按学校"],
  township: ["乡镇", "township", "按乡镇"],
  together: ["全县", "together", "全县统筹"],
});

/** Levels of professional titles as the structure ratio names them. */
export const titleLevelChoice = choice({
  chief: ["正高级", "chief", "正高"],
  deputy: ["副高级", "deputy", "副高"],
  senior: ["高级", "senior", "高级岗位"],
  middle: ["中级", "middle", "中级岗位"],
  junior: ["初级", "junior", "初级岗位"],
});

export const smallSchoolChoice = choice({
  mean: ["生师比与班师比取平均", "mean", "取平均"],
  larger: ["生师比与班师比取大者", "larger", "取大者"],
});

export const surplusChoice = choice({
  lowestPoints: ["积分低者先分流", "lowest points first", "积分最低者", "低分先走"],
  highestPoints: ["积分高者先分流", "highest points first", "积分最高者"],
});

export const placedChoice = choice({
  direct: ["直接聘任", "direct", "直聘"],
  returning: ["交流期满返回", "returning", "期满返回", "返回"],
  recruit: ["新招聘", "recruit", "新聘", "当年新聘"],
  leader: ["校级领导", "leader", "班子成员"],
  earlierRound: ["上一轮已聘", "earlier round", "前轮已聘"],
  other: ["其他", "other", "其它"],
});

export const itemKindChoice = choice({
  per: ["按数量计分", "per", "按数量", "按年计分"],
  when: ["符合条件计分", "when", "符合条件", "加减分"],
  set: ["符合条件直接定分", "set", "直接定分"],
  column: ["成绩按权重", "column", "成绩"],
  appraisal: ["民主测评按权重", "appraisal", "民主测评"],
  records: ["材料按档计分", "records", "材料", "业绩材料"],
  atPost: ["只在某些岗位计分", "atPost", "岗位加分"],
});

export const coupleChoice = choice({
  bothOrNone: ["同进同退", "both or none", "同调"],
  notApart: ["不分开", "not apart", "就近"],
});

export const nearChoice = choice({ school: ["同校", "school"], township: ["同乡镇", "township", "同镇"] });

export const reachChoice = choice({
  ownPost: ["原岗位", "own post", "本岗位"],
  ownSchool: ["本校", "own school", "校内"],
  ownTownship: ["本乡镇", "own township", "乡镇内", "镇内"],
  betweenTownships: ["跨乡镇", "between townships", "镇际"],
  county: ["全县", "county", "县域", "县内"],
});

export const takersChoice = choice({
  everybody: ["全部", "everybody", "所有人员"],
  unplaced: ["未聘人员", "without a post", "落聘人员"],
  holders: ["在岗人员", "with a post", "有岗人员"],
});

export const wishesChoice = choice({
  filed: ["按报名志愿", "wishes filed", "报名志愿"],
  nearest: ["就近安排", "nearest first", "就近"],
});

export const fixesChoice = choice({
  movers: ["取得新岗者定岗", "who got another post", "新聘者定岗"],
  everybody: ["有岗位者均定岗", "everybody with a post", "均定岗"],
});
