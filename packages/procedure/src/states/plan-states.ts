import type { Issue, Text } from "@lungang/core";
import { addDays } from "@lungang/core";
import { dateText } from "@lungang/core/plan";

/** States of a plan between the first computation and the last signature. */
export const PLAN_STATES = ["draft", "publicised", "objection", "final"] as const;

/**
 * Where a plan stands between draft and final decision.
 *
 * @public
 */
export type PlanState = (typeof PLAN_STATES)[number];

/** What can happen to a plan. */
export const PLAN_EVENTS = [
  "publish",
  "withdraw",
  "object",
  "dismiss",
  "uphold",
  "finalise",
  "appeal",
  "reopen",
] as const;

/**
 * What can happen to a plan between draft and final decision.
 *
 * @public
 */
export type PlanEvent = (typeof PLAN_EVENTS)[number];

/** What can change in a plan. */
export const PLAN_CHANGES = ["addMove", "removeMove", "destination", "term", "return", "figures"] as const;

/**
 * What can change in a plan after it was made.
 *
 * @public
 */
export type PlanChangeKind = (typeof PLAN_CHANGES)[number];

/**
 * One allowed step from state to state.
 *
 * @public
 */
export interface PlanTransition {
  readonly from: PlanState;
  readonly event: PlanEvent;
  readonly to: PlanState;
  readonly text: Text;
}

/**
 * Every allowed step; what is not listed is refused.
 *
 * @public
 */
export const PLAN_TRANSITIONS: readonly PlanTransition[] = [
  { from: "draft", event: "publish", to: "publicised", text: { zh: "开始公示", en: "is published" } },
  { from: "publicised", event: "withdraw", to: "draft", text: { zh: "撤回修改", en: "is withdrawn" } },
  { from: "publicised", event: "object", to: "objection", text: { zh: "收到异议", en: "meets an objection" } },
  { from: "objection", event: "object", to: "objection", text: { zh: "又收到异议", en: "meets a further objection" } },
  { from: "objection", event: "withdraw", to: "draft", text: { zh: "撤回修改", en: "is withdrawn" } },
  {
    from: "objection",
    event: "dismiss",
    to: "publicised",
    text: { zh: "异议不成立，继续公示", en: "stays public: the objection is dismissed" },
  },
  {
    from: "objection",
    event: "uphold",
    to: "draft",
    text: { zh: "异议成立，修改后重新公示", en: "goes back: the objection is upheld" },
  },
  { from: "publicised", event: "finalise", to: "final", text: { zh: "公示期满定稿", en: "becomes final" } },
  { from: "final", event: "appeal", to: "final", text: { zh: "收到申诉", en: "meets an appeal" } },
  {
    from: "final",
    event: "reopen",
    to: "draft",
    text: { zh: "申诉成立，修改后重新公示", en: "goes back: an appeal is upheld" },
  },
];

/**
 * Who may change in a state: everybody, the people with an objection, or nobody.
 *
 * @public
 */
export type ChangeReach = "anybody" | "objectors" | "nobody";

/**
 * What may still change in each state.
 *
 * @public
 */
export const ALLOWED_CHANGES: Readonly<Record<PlanState, Readonly<Record<PlanChangeKind, ChangeReach>>>> = {
  draft: {
    addMove: "anybody",
    removeMove: "anybody",
    destination: "anybody",
    term: "anybody",
    return: "anybody",
    figures: "anybody",
  },
  publicised: {
    addMove: "nobody",
    removeMove: "nobody",
    destination: "nobody",
    term: "nobody",
    return: "nobody",
    figures: "nobody",
  },
  objection: {
    addMove: "objectors",
    removeMove: "objectors",
    destination: "objectors",
    term: "objectors",
    return: "objectors",
    figures: "anybody",
  },
  final: {
    addMove: "nobody",
    removeMove: "nobody",
    destination: "nobody",
    term: "nobody",
    return: "nobody",
    figures: "nobody",
  },
};

/**
 * Words of the states for readers.
 *
 * @public
 */
export const PLAN_STATE_WORDS: Readonly<Record<PlanState, Text>> = {
  draft: { zh: "草案", en: "draft" },
  publicised: { zh: "公示中", en: "publicised" },
  objection: { zh: "异议处理中", en: "under objection" },
  final: { zh: "定稿", en: "final" },
};

/**
 * What a step from state to state depends on.
 *
 * @public
 */
export interface TransitionFacts {
  /** Today, and the last day of publicity; needed to finalise. */
  readonly today?: string;
  readonly publicityEnd?: string;
}

/**
 * A state, or why the plan does not get there.
 *
 * @public
 */
export type StateAnswer =
  { readonly ok: true; readonly state: PlanState } | { readonly ok: false; readonly issue: Issue };

/**
 * Returns the state after an event, or a refusal that says what is possible instead.
 *
 * @public
 */
export function nextPlanState(state: PlanState, event: PlanEvent, facts: TransitionFacts = {}): StateAnswer {
  const found = PLAN_TRANSITIONS.find((entry) => entry.from === state && entry.event === event);
  if (found === undefined) return { ok: false, issue: refusedEvent(state, event) };
  if (event !== "finalise") return { ok: true, state: found.to };
  const { today, publicityEnd } = facts;
  if (today !== undefined && publicityEnd !== undefined && today >= publicityEnd) return { ok: true, state: found.to };
  return { ok: false, issue: publicityRuns(publicityEnd) };
}

/** What people ask for, as they call it. */
const EVENT_WORDS: Readonly<Record<PlanEvent, Text>> = {
  publish: { zh: "公示", en: "publish" },
  withdraw: { zh: "撤回", en: "withdraw" },
  object: { zh: "登记异议", en: "record an objection to" },
  dismiss: { zh: "驳回异议", en: "dismiss an objection to" },
  uphold: { zh: "采纳异议", en: "uphold an objection to" },
  finalise: { zh: "定稿", en: "finalise" },
  appeal: { zh: "登记申诉", en: "record an appeal against" },
  reopen: { zh: "采纳申诉", en: "reopen" },
};

function refusedEvent(state: PlanState, event: PlanEvent): Issue {
  const open = PLAN_TRANSITIONS.filter((entry) => entry.from === state);
  const word = PLAN_STATE_WORDS[state];
  return {
    code: "transition-refused",
    severity: "error",
    message: {
      zh: `方案处于“${word.zh}”，不能${EVENT_WORDS[event].zh}`,
      en: `Cannot ${EVENT_WORDS[event].en} a plan that is ${word.en}`,
    },
    advice:
      open.length === 0
        ? { zh: "定稿后的变动应另行编制方案", en: "What changes after the end needs a new plan" }
        : {
            zh: `可以：${open.map((entry) => EVENT_WORDS[entry.event].zh).join("、")}`,
            en: `Possible: ${open.map((entry) => entry.event).join(", ")}`,
          },
  };
}

function publicityRuns(end: string | undefined): Issue {
  return {
    code: "publicity-not-over",
    severity: "error",
    ...(end === undefined ? {} : { expected: end }),
    message:
      end === undefined
        ? { zh: "没有给出公示截止日，不能定稿", en: "Cannot finalise: the last day of publicity is not given" }
        : { zh: `公示期到${dateText(end).zh}才满，不能定稿`, en: `Cannot finalise: publicity runs until ${end}` },
    advice:
      end === undefined
        ? { zh: "请先公示，或补填公示截止日", en: "Publish first, or fill in the last day of publicity" }
        : {
            zh: `最早可在${dateText(end).zh}公示结束时定稿；稳妥的是自${dateText(addDays(end, 1)).zh}起`,
            en: `The first day is ${end}, once that day of publicity is over; from ${addDays(end, 1)} on nothing can come in between`,
          },
  };
}
