import type { Plan, PlanMove } from "../src/plan.ts";
import type { HandPlan } from "./hand-plan.ts";
import { eligibilityOf, standings } from "./small-county.ts";

/**
 * Ways to spoil any valid plan, wherever it comes from. Each returns the spoiled plan and the rule that has to notice,
 * or undefined where the plan offers nothing to spoil; figures stay as they were.
 */

/** Picks a number from 0 up to but not including a bound. */
export type Pick = (bound: number) => number;

interface Spoiled {
  readonly plan: Plan;
  readonly rule: string;
}

type Corruption = (hand: HandPlan, pick: Pick) => Spoiled | undefined;

function onMove(rule: string, change: (move: PlanMove, hand: HandPlan, pick: Pick) => Partial<PlanMove>): Corruption {
  return (hand, pick) => {
    const { plan } = hand;
    if (plan.moves.length === 0) return undefined;
    const at = pick(plan.moves.length);
    const moves = plan.moves.map((move, index) => (index === at ? { ...move, ...change(move, hand, pick) } : move));
    return { plan: { ...plan, moves }, rule };
  };
}

/** Changes one line about a light form. */
function onLight<K extends "participations" | "itineraries">(
  key: K,
  rule: string,
  change: (line: Plan[K][number]) => Partial<Plan[K][number]>,
): Corruption {
  return ({ plan }, pick) => {
    const lines: readonly Plan[K][number][] = plan[key];
    if (lines.length === 0) return undefined;
    const at = pick(lines.length);
    const spoiled = lines.map((line, index) => (index === at ? { ...line, ...change(line) } : line));
    return { plan: { ...plan, [key]: spoiled }, rule };
  };
}

/** Adds 1 to a number of one entry of a list. */
function onFigure<K extends "measures" | "shortfalls" | "schools" | "levels">(
  key: K,
  rule: string,
  change: (item: Plan[K][number]) => Plan[K][number],
): Corruption {
  return ({ plan }, pick) => {
    const items: readonly Plan[K][number][] = plan[key];
    const usable = items.flatMap((item, index) => ("name" in item && item.name === "lottery" ? [] : [index]));
    if (usable.length === 0) return undefined;
    const at = usable[pick(usable.length)];
    return { plan: { ...plan, [key]: items.map((item, index) => (index === at ? change(item) : item)) }, rule };
  };
}

/** Moves somebody whom the policy does not let go, in the place of somebody who goes. */
const moveBarred: Corruption = (hand, pick) => {
  const { plan, instance, policy, locks } = hand;
  const standing = standings(eligibilityOf(instance, policy, locks));
  const barred = instance.persons.filter(({ id }) => ["exempt", "notDue", "running"].includes(standing[id] ?? ""));
  const [first, ...rest] = plan.moves;
  const person = barred[pick(Math.max(1, barred.length))];
  if (first === undefined || person === undefined) return undefined;
  return { plan: { ...plan, moves: [{ ...first, person: person.id }, ...rest] }, rule: "plan:must-not-move" };
};

const repeatPerson: Corruption = ({ plan }, pick) => {
  const again = plan.moves[pick(Math.max(1, plan.moves.length))];
  return again === undefined
    ? undefined
    : { plan: { ...plan, moves: [...plan.moves, again] }, rule: "plan:repeated-person" };
};

/** Takes away somebody who has to go: the default entry of the rule is called as the rule. */
const forgetWhoMust: Corruption = (hand, pick) => {
  const { plan, instance, policy, locks } = hand;
  const standing = standings(eligibilityOf(instance, policy, locks));
  const must = [...plan.moves, ...plan.returns].filter(({ person }) =>
    ["forced", "pinned", "returning"].includes(standing[person] ?? ""),
  );
  const gone = must[pick(Math.max(1, must.length))];
  if (gone === undefined) return undefined;
  const others = <T extends { readonly person: string }>(lines: readonly T[]) =>
    lines.filter(({ person }) => person !== gone.person);
  const rule = policy.rules.find((entry) => entry.rule === "mustMove")?.id ?? "mustMove";
  return { plan: { ...plan, moves: others(plan.moves), returns: others(plan.returns) }, rule };
};

const otherSchool = ({ to }: PlanMove, { instance }: HandPlan, pick: Pick): string => {
  const others = instance.schools.filter(({ id }) => id !== to);
  return others[pick(others.length)]?.id ?? "?";
};

/** Every corruption by name. */
export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  moveBarred,
  repeatPerson,
  forgetWhoMust,
  unknownPerson: onMove("plan:unknown-person", () => ({ person: "no such person" })),
  unknownSchool: onMove("plan:unknown-school", () => ({ to: "no such school" })),
  unknownPost: onMove("plan:unknown-post", () => ({ post: "no such post" })),
  otherSchool: onMove("plan:post-elsewhere", (move, hand, pick) => ({ to: otherSchool(move, hand, pick) })),
  otherOrigin: onMove("plan:wrong-origin", (move) => ({ from: move.to })),
  laterStart: onMove("plan:wrong-start", () => ({ start: "2031-01-01" })),
  endlessTerm: onMove("plan:wrong-term", () => ({ end: "2099-12-31" })),
  otherRelation: onMove("plan:wrong-relation", ({ relationMoves }) => ({ relationMoves: !relationMoves })),
  otherDistance: onMove("plan:wrong-distance", ({ distanceMetres }) => ({ distanceMetres: (distanceMetres ?? 0) + 1 })),
  lightAtHome: onLight("participations", "plan:light-not-admitted", ({ from }) => ({ to: from })),
  lightWithoutForm: onLight("participations", "plan:unknown-form", () => ({ form: "transfer" })),
  itineraryTooLong: onLight("itineraries", "itinerant", ({ periods }) => ({ periods: periods + 12 })),
  itineraryWithoutEnd: onLight("itineraries", "plan:wrong-term", () => ({ end: "2099-12-31" })),
  measure: onFigure("measures", "plan:misreported-measure", (item) => ({ ...item, value: item.value + 1 })),
  shortfall: onFigure("shortfalls", "plan:misreported-shortfall", (item) => ({
    ...item,
    shortfall: item.shortfall + 1,
  })),
  balance: onFigure("schools", "plan:misreported-balance", (item) => ({ ...item, movesIn: item.movesIn + 1 })),
  level: onFigure("levels", "plan:misreported-level", (item) => ({ ...item, value: item.value + 1 })),
  stay: ({ plan }, pick) => {
    const at = pick(Math.max(1, plan.stays.length));
    return plan.stays.length === 0
      ? undefined
      : { plan: { ...plan, stays: plan.stays.filter((_stay, index) => index !== at) }, rule: "plan:misreported-stay" };
  },
};
