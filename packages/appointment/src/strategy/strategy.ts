import type { Market } from "../market/market.ts";
import type { Rule, RuleName } from "../market/rule.ts";
import { CYCLES, EXAMINATION, FLOORS, POST_PROPOSING, SWAPS, TITLES } from "./counterexamples.ts";
import type { StrategyStatement } from "./statement.ts";

const ACCEPTANCE: StrategyStatement = {
  isSafe: true,
  text: {
    zh: "如实填报是安全的：无论别人怎样填，任何人改填都得不到更好的岗位；志愿个数不受限制时成立",
    en: "Honest answers are safe: whatever others write, nobody gets a better post by another list; true while lists may be as long as one likes",
  },
  reference: "Dubins and Freedman 1981; Roth 1982; for own posts that come first, Hatfield and Milgrom 2005",
};

const STATEMENTS: Readonly<Record<Exclude<RuleName, "twoSided">, StrategyStatement>> = {
  acceptance: ACCEPTANCE,
  trading: {
    isSafe: true,
    text: {
      zh: "如实填报是安全的：次序不随志愿改变，任何人改填都得不到更好的岗位；志愿个数不受限制时成立",
      en: "Honest answers are safe: the order does not depend on what anybody wishes, and no other list gets a better post; true while lists may be as long as one likes",
    },
    reference: "Roth 1982; Abdulkadiroğlu and Sönmez 1999 and 2003; Pápai 2000",
  },
  floors: {
    isSafe: false,
    text: {
      zh: "如实填报不安全：准予调出的人数随调入的人而变，不填愿去顶替的岗位，可能使竞争者走不了而自己得利",
      en: "Honest answers are not safe: how many may go depends on who comes; by not offering to come one can keep a rival where he is",
    },
    counterexample: FLOORS,
  },
  examination: {
    isSafe: false,
    text: {
      zh: "如实填报不安全：一人只能报一岗，末位不录，避开热门岗位、选择人少的岗位可能更有利",
      en: "Honest answers are not safe: with one post each and the last never taken it can pay to avoid a wanted post",
    },
    counterexample: EXAMINATION,
  },
  cycles: {
    isSafe: false,
    text: {
      zh: "如实填报不安全：互换人数有上限，少填志愿可能避开较差的互换而得到较好的互换",
      en: "Honest answers are not safe: with circles of limited length a shorter list can avoid a worse circle and get a better one",
    },
    counterexample: CYCLES,
  },
  swaps: {
    isSafe: false,
    text: {
      zh: "只能指名一人，如实指名最想对调的人不安全：对方若指名他人则一无所得，指名愿意者更有利",
      en: "With one name each it is not safe to name the one wished most: if he names another one nothing comes of it, and somebody willing would have been better",
    },
    counterexample: SWAPS,
  },
};

/** Returns whether it is safe to answer honestly under a rule in a market, whose posts of titles make every rule unsafe. */
export function strategyUnder(market: Market, rule: Rule): StrategyStatement {
  return market.titleLimits.length === 0 || !strategyOf(rule).isSafe ? strategyOf(rule) : WITHIN_TITLES;
}

const WITHIN_TITLES: StrategyStatement = {
  isSafe: false,
  text: {
    zh: "如实填报不安全：一校的职称岗位由各岗位共用，不填外校志愿者不腾出职称岗位，可能挡住与其争岗的外来人员",
    en: "Honest answers are not safe: the posts of a title are shared by all posts of a school, and who names none elsewhere keeps his own and with it a rival out",
  },
  counterexample: TITLES,
};

/** Returns whether it is safe to answer honestly under a rule, with the theorem or a market that shows the contrary. */
export function strategyOf(rule: Rule): StrategyStatement {
  if (rule.name !== "twoSided") return STATEMENTS[rule.name];
  return rule.proposer === "person" ? PERSON_PROPOSING : POSTS_ASK;
}

const PERSON_PROPOSING: StrategyStatement = {
  isSafe: true,
  text: {
    zh: "人员如实填报是安全的；学校另报次序可能得利，学校的排序应在看到志愿之前提交",
    en: "Honest answers are safe for people; posts can gain by ranking otherwise, so rankings should be in before wishes are seen",
  },
  reference: "Dubins and Freedman 1981; Roth 1982 and 1985",
};

const POSTS_ASK: StrategyStatement = {
  isSafe: false,
  text: {
    zh: "人员如实填报不安全：由学校发出邀请时，只填最想去的岗位可能得到更好的结果",
    en: "Honest answers are not safe for people: where posts ask, it can pay to name the best wishes only",
  },
  reference: "Roth 1982",
  counterexample: POST_PROPOSING,
};

/** Returns what holds for who is surplus: one question, and saying yes never lowers the chance to leave. */
export function strategyOfSurplus(): StrategyStatement {
  return {
    isSafe: true,
    text: {
      zh: "如实表明是否自愿分流是安全的：愿走者表明自愿只会增加分流的可能，不愿走者不表明即可",
      en: "It is safe to say honestly whether one volunteers: yes never lowers the chance to leave, no never raises it",
    },
    reference: "Who volunteers comes before everybody who does not, and the two orders do not depend on the answers",
  };
}
