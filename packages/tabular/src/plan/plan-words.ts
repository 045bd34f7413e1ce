import type { Measure, Plan, PlanStay } from "@lungang/core";

type StayReason = PlanStay["reason"];

/** Why somebody stays. */
export const STAY_WORDS: Readonly<Record<StayReason, string>> = {
  exempt: "按规定不纳入",
  locked: "指定留任",
  running: "正在交流期内",
  notDue: "未达到交流年限",
  noPost: "没有合适岗位",
  notChosen: "本年度未安排",
};

/** How a value compares with its target. */
export const SENSE_WORDS: Readonly<Record<Measure["sense"], string>> = {
  atLeast: "不低于",
  atMost: "不高于",
  equal: "等于",
};

type Termination = Plan["termination"];

/** Why the computation ended. */
export const REASON_WORDS: Readonly<Record<Termination["reason"], string>> = {
  optimal: "已证明最优",
  feasible: "可行，未证明最优",
};

/** What ended a computation early. */
export const LIMIT_WORDS: Readonly<Record<NonNullable<Termination["limit"]>, string>> = {
  time: "达到时间上限",
  node: "达到节点上限",
  iteration: "达到迭代上限",
  objective: "达到目标值",
  interrupted: "被中断",
  other: "其他限制",
};

export const STRENGTH_WORDS = { hard: "必须满足", override: "经批准可突破", soft: "尽量满足" } as const;
