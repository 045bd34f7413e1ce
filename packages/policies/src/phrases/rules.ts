import type { PolicyText } from "../document.ts";
import { param, text } from "../document.ts";
import { FROM_WEAK_OR_RURAL, all, is } from "./sets.ts";

/** An entry of a policy as it is written. */
export type Entry = Readonly<Record<string, unknown>>;

interface Aim {
  readonly rule: string;
  /** Where the policy itself is silent: the document that says it for everybody. */
  readonly source: string;
  readonly text: PolicyText;
  readonly rest?: Entry;
}

/** What an entry cites that no document demands. */
export const PROTECTION = "方案保护";

/** What almost every policy asks, in one wording; a policy that says it itself gives its own source. */
const AIMS = {
  mustMove: {
    rule: "mustMove",
    source: "YL-17",
    text: text("指定、已定去向和交流期满的人员必须落实去向", "Named and pinned people and ended exchanges are placed"),
  },
  // Who is away takes the post up again: others fill in for a while, nobody for good.
  keptPosts: {
    rule: "returnRoom",
    source: "GL-05",
    text: text(
      "为交流人员保留原岗位，期间由他人顶岗至其返回",
      "The post of who is away is kept; others fill in until the return",
    ),
  },
  // The authority has approved; headcount and posts may forbid it all the same, and then the plan says so.
  approvedStays: {
    rule: "approvedStays",
    source: "YL-17",
    text: text(
      "期满申请留任并经批准的，转入接收学校",
      "Who applied to stay at the host and was approved stays for good",
    ),
    rest: { strength: "soft", price: 40 },
  },
  // It gives where the quota leaves no other way, and then the two are named.
  couples: {
    rule: "linked",
    source: PROTECTION,
    text: text(
      "夫妻任教学校不因交流相距更远（原文未写）",
      "The two of a couple end no farther apart than they were (not in the source)",
    ),
    rest: { strength: "soft", price: 20 },
  },
  // Sending people down is undone where colleagues are sent up: only a subject that lacks people there may ask for them.
  notUpwards: {
    rule: "prerequisite",
    source: PROTECTION,
    text: text(
      "普通教师不从农村、薄弱学校调往城区学校，城区学科缺员的除外（原文未写）",
      "No ordinary teacher goes from a rural or weak school to an urban one, unless a subject is short there (not in the source)",
    ),
    rest: {
      strength: "soft",
      price: 40,
      params: {
        moves: all(is("person.personType", "teacher"), FROM_WEAK_OR_RURAL, is("to.area", "urban")),
        requires: is("post.vacant", true),
      },
    },
  },
  // Nobody is sent to a post that is filled unless something stronger leaves no other way: priced and reported.
  curriculum: {
    rule: "postBalance",
    source: "GP-04",
    text: text("缓解结构性缺员，不超岗安排", "Fewest subject gaps, no post overfilled"),
    rest: { strength: "soft", price: 50, params: { level: "shortfall", growth: "never" } },
  },
  establishment: {
    rule: "establishment",
    source: "XR-08",
    text: text("编制内用人，不新增超编", "No school rises above its establishment"),
    rest: { params: { working: "never", relation: "never", level: "establishment" } },
  },
  principalPosts: {
    rule: "leaderPosts",
    source: "YL-19",
    text: text("交流不使校长岗位空缺", "Exchange leaves no post of head empty"),
    rest: { params: { offices: ["principal"] } },
  },
  // No source demands it: a plan that leaves pupils without a teacher is one that nobody would sign.
  protection: {
    rule: "protection",
    source: PROTECTION,
    text: text(
      "方案保护（原文未写）：不使任何学校失去某学科最后一名能任教的教师、最后一名教师或整个领导班子",
      "Protection of the program (not in the source): no school loses its last teacher of a subject, its last teacher or all its leaders",
    ),
    rest: { strength: "override", price: 200 },
  },
  total: {
    rule: "total",
    source: "GP-03",
    text: text(
      "交流总数不超过指标、指定和已定人员所需的人数（自愿者和新教师另计）",
      "No more moves than quota, named and pinned people ask for, volunteers and recruits apart",
    ),
  },
  yearlyMoves: {
    rule: "total",
    source: "GP-03",
    text: text(
      "交流人数不超过本年度计划数（自愿者和新教师另计）",
      "No more moves than planned for the year, volunteers and recruits apart",
    ),
    rest: { params: { max: param("yearlyMoves") } },
  },
  // The number is the authority's own and stands in no source, posts are set by rule (XC-02, YY-02, YL-19): reached wherever
  // people and posts allow it, and no post is filled beyond its need for it; who is missing is told.
  plannedMoves: {
    rule: "total",
    source: "GP-03",
    text: text(
      "完成本年度计划交流人数（自愿者和新教师另计）",
      "The number planned for the year is reached, volunteers and recruits apart",
    ),
    rest: { strength: "soft", price: 30, params: { min: param("yearlyMoves") } },
  },
  // Posts without weekly periods are whole people: then it asks nothing.
  itinerant: {
    rule: "itinerant",
    source: "YL-30",
    text: text(
      "走教：按周课时安排，不另设岗位，使无人任教的课时最少",
      "Itinerant teaching by weekly periods, without a post of its own: few periods stay untaught",
    ),
    rest: {
      params: {
        form: "walk",
        maxPlaces: param("itinerantPlaces"),
        maxMetres: param("itinerantKm"),
        level: "untaught",
      },
    },
  },
  wishes: {
    rule: "wishes",
    source: "XR-09",
    text: text("尊重本人志愿", "Wishes of applicants"),
    rest: { params: { level: "wishes", missed: 10, volunteerStays: 5 } },
  },
  nearness: {
    rule: "nearness",
    source: "GP-02",
    text: text("照顾居家远近", "Near home"),
    rest: { params: { level: "nearness", gridMetres: 100 } },
  },
  longestFirst: {
    rule: "tenure",
    source: "BQ-03",
    text: text("任教时间长的优先交流", "Those longest at a school go first"),
    rest: { params: { level: "burden" } },
  },
  batches: {
    rule: "batches",
    source: "BQ-03",
    text: text("分批交流：临近年龄上限的先安排", "In batches: those whose age limit comes first go first"),
    rest: { params: { level: "burden", years: param("batchYears") } },
  },
  fairBurden: {
    rule: "fairBurden",
    source: "IP-01",
    text: text("各校派出人数大体均衡", "Schools send in proportion"),
    rest: { params: { level: "burden", weight: 5 } },
  },
  stability: {
    rule: "stability",
    source: "GP-03",
    text: text("少动为宜，毕业班主任尽量不动", "Few changes, none in a class cycle"),
    rest: { params: { level: "stability" } },
  },
} as const satisfies Readonly<Record<string, Aim>>;

export type AimName = keyof typeof AIMS;

const SILENT: PolicyText = text("（原文未写，采用通行目标）", " (not in the source: a common aim)");

/** Returns the rule entry of a common aim; without a source of its own the entry says that the text is silent. */
export function aim(name: AimName, source?: string, changes: Entry = {}): Entry {
  const { rule, source: common, text: words, rest = {} }: Aim = AIMS[name];
  const spoken =
    source === undefined && common !== PROTECTION ? text(words.zh + SILENT.zh, words.en + SILENT.en) : words;
  return { id: name, rule, source: source ?? common, text: spoken, ...rest, ...changes };
}

/**
 * Returns the rule entry of balanced provision: people of a set spread over schools with the pupils. The limits are those
 * that 教督〔2017〕6号 sets for every indicator of a stage: told, not enforced.
 */
export function balanceOf(people: string, source: string, { zh, en }: PolicyText): Entry {
  return {
    id: "balance",
    rule: "balance",
    source,
    text: text(
      `均衡配置：${zh}在各校之间与学生数相称（差异系数上限小学0.50、初中0.45，据教督〔2017〕6号）`,
      `Balanced provision: ${en} spread over the schools with the pupils (coefficient of variation at most 0.50 in primary, 0.45 in junior schools)`,
    ),
    params: {
      set: { set: people },
      stages: ["primary", "junior"],
      level: "balance",
      cvAtMost: { primary: 0.5, junior: 0.45 },
    },
  };
}

/** Returns the rule entry of teaching at several schools, which a text calls part-time (跨校兼课、兼职教学). */
export function partTimeTeaching(source: string): Entry {
  const { params } = AIMS.itinerant.rest;
  return aim("itinerant", source, {
    text: text(
      "跨校兼课：按周课时安排，不另设岗位，使无人任教的课时最少",
      "Part-time teaching at other schools by weekly periods, without a post of its own: few periods stay untaught",
    ),
    params: { ...params, form: "partTime" },
  });
}

/** Returns the rule entries of several aims on which the policy itself is silent. */
export function aims(...names: readonly AimName[]): readonly Entry[] {
  return names.map((name) => aim(name));
}

const LEVELS = {
  compliance: ["points", "“原则上”类规定未完全落实的程度", "compliance: gaps of priced rules"],
  shortfall: ["heads", "学科缺员", "subject shortfall"],
  untaught: ["periods", "无人任教的周课时", "weekly periods that nobody teaches"],
  establishment: ["heads", "编制余缺", "heads over and under establishment"],
  direction: ["moves", "流向不合要求的人次", "moves in another direction than wanted"],
  balance: ["deviations", "校际差距", "gaps between schools"],
  wishes: ["points", "志愿未满足", "wishes missed"],
  nearness: ["metres", "到校距离", "distance from home"],
  burden: ["points", "各校负担不均", "uneven burden of schools"],
  stability: ["points", "不利于稳定的变动", "changes against stability"],
  lottery: ["ranks", "条件相同者公开抽签", "seeded lottery among equals"],
} as const;

export type LevelName = keyof typeof LEVELS;

/** Returns the chain of levels: compliance first, the lottery last, those between in the order given. */
export function levels(...names: readonly LevelName[]): readonly Entry[] {
  return (["compliance", ...names, "lottery"] as const).map((name) => {
    const [unit, zh, en] = LEVELS[name];
    return { name, unit, text: text(zh, en) };
  });
}
