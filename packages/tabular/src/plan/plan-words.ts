import type { Measure, Plan, PlanStay, Swap } from "@lungang/core/plan";
import type { Text } from "@lungang/core";

type StayReason = PlanStay["reason"];

/** Why somebody stays. */
export const STAY_WORDS: Readonly<Record<StayReason, Text>> = {
  exempt: { zh: "按规定不纳入", en: "exempt by the rules" },
  locked: { zh: "指定留任", en: "held by decision" },
  running: { zh: "正在交流期内", en: "on an exchange" },
  inTerm: { zh: "交流期限未满", en: "the term has not ended" },
  notDue: { zh: "不符合交流条件", en: "not due" },
  noPost: { zh: "没有合适岗位", en: "no fitting post" },
  notChosen: { zh: "符合条件，本年度未安排", en: "may go, and is not placed this year" },
};

/** How a value compares with its target. */
export const SENSE_WORDS: Readonly<Record<Measure["sense"], Text>> = {
  atLeast: { zh: "不低于", en: "at least" },
  atMost: { zh: "不高于", en: "at most" },
  equal: { zh: "等于", en: "equal to" },
};

type Termination = Plan["termination"];

/** Why the computation ended. */
export const REASON_WORDS: Readonly<Record<Termination["reason"], Text>> = {
  optimal: { zh: "已证明为最好结果", en: "proven optimal" },
  feasible: { zh: "符合规定，尚未证明为最好结果", en: "feasible, not proven optimal" },
};

/** What ended a computation early. */
export const LIMIT_WORDS: Readonly<Record<NonNullable<Termination["limit"]>, Text>> = {
  time: { zh: "达到时间上限", en: "time limit" },
  node: { zh: "达到节点上限", en: "node limit" },
  iteration: { zh: "达到迭代上限", en: "iteration limit" },
  objective: { zh: "达到目标值", en: "objective limit" },
  interrupted: { zh: "被中断", en: "interrupted" },
  other: { zh: "其他限制", en: "another limit" },
};

export const STRENGTH_WORDS: Readonly<Record<"hard" | "override" | "soft", Text>> = {
  hard: { zh: "必须满足", en: "must hold" },
  override: { zh: "经批准可突破", en: "may be set aside" },
  soft: { zh: "尽量满足", en: "wanted" },
};

/** What kinds of swaps are called; a pair is a cycle of two. */
export const SWAP_WORDS: Readonly<Record<Swap["kind"] | "pair", Text>> = {
  pair: { zh: "两人对调", en: "pair" },
  cycle: { zh: "多人轮换", en: "rotation" },
  chain: { zh: "依次接替", en: "chain" },
};
