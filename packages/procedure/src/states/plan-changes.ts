import type { Issue, Text } from "@lungang/core";
import type { Plan, PlanMove, PlanReturn } from "@lungang/core/plan";
import type { PlanChangeKind, PlanState } from "./plan-states.ts";
import { ALLOWED_CHANGES, PLAN_STATE_WORDS } from "./plan-states.ts";

/**
 * One difference between two versions of a plan.
 *
 * @public
 */
export interface PlanChange {
  readonly kind: PlanChangeKind;
  /** Absent where figures alone differ. */
  readonly person?: string;
}

/** Returns what readers call a person. */
export type NameOf = (person: string) => string;

/** Where nobody knows names. */
export const byId: NameOf = (person) => person;

/** Whose lines may change, and what readers call people. */
export interface ChangesOf {
  /** People with an open objection, and those whose lines have to change with theirs. @defaultValue nobody */
  readonly objectors?: ReadonlySet<string>;
  /** @defaultValue the id */
  readonly nameOf?: NameOf;
}

interface Lines {
  readonly moves: readonly PlanMove[];
  readonly returns: readonly PlanReturn[];
}

/**
 * Returns what changed from one version of a plan to the next, by person.
 *
 * @public
 */
export function planChanges(before: Plan, after: Plan): readonly PlanChange[] {
  const lines = lineChanges(before, after);
  const same = JSON.stringify(figuresOf(before)) === JSON.stringify(figuresOf(after));
  return same ? lines : [...lines, { kind: "figures" }];
}

/**
 * Returns what changed between the lines of two versions of a plan, by person; figures are not compared.
 *
 * @public
 */
export function lineChanges(before: Lines, after: Lines): readonly PlanChange[] {
  return [...moveChanges(before, after), ...returnChanges(before, after)];
}

function figuresOf({ measures, violations, shortfalls, schools, stays, levels, indicators }: Plan) {
  return { measures, violations, shortfalls, schools, stays, levels, indicators };
}

function moveChanges(before: Lines, after: Lines): readonly PlanChange[] {
  const old = new Map(before.moves.map((move) => [move.person, move]));
  const fresh = new Map(after.moves.map((move) => [move.person, move]));
  const people = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return people.flatMap((person) => changeOfMove(person, old.get(person), fresh.get(person)));
}

function changeOfMove(person: string, a: PlanMove | undefined, b: PlanMove | undefined): readonly PlanChange[] {
  if (a === undefined) return [{ kind: "addMove", person }];
  if (b === undefined) return [{ kind: "removeMove", person }];
  const place = (move: PlanMove) => [move.from, move.to, move.post].join("\n");
  const term = (move: PlanMove) => [move.form, move.start, move.end, move.relationMoves].join("\n");
  return [
    ...(place(a) === place(b) ? [] : [{ kind: "destination" as const, person }]),
    ...(term(a) === term(b) ? [] : [{ kind: "term" as const, person }]),
  ];
}

function returnChanges(before: Lines, after: Lines): readonly PlanChange[] {
  const key = (entry: PlanReturn) => JSON.stringify(entry);
  const old = new Map(before.returns.map((entry) => [entry.person, key(entry)]));
  const fresh = new Map(after.returns.map((entry) => [entry.person, key(entry)]));
  const people = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return people
    .filter((person) => old.get(person) !== fresh.get(person))
    .map((person) => ({ kind: "return" as const, person }));
}

/**
 * Returns a refusal for every change that the state of a plan does not allow; none where all of them may be made.
 *
 * @public
 */
export function refusedChanges(
  state: PlanState,
  changes: readonly PlanChange[],
  { objectors = new Set(), nameOf = byId }: ChangesOf = {},
): readonly Issue[] {
  return changes
    .filter(({ kind, person }) => {
      const reach = ALLOWED_CHANGES[state][kind];
      if (reach === "anybody") return false;
      return reach === "nobody" || person === undefined || !objectors.has(person);
    })
    .map((change) => refusal(state, change, nameOf));
}

/** What changed, as people call it. */
const CHANGE_WORDS: Readonly<Record<PlanChangeKind, Text>> = {
  addMove: { zh: "新增的交流", en: "new move" },
  removeMove: { zh: "取消的交流", en: "move that was taken out" },
  destination: { zh: "交流去向", en: "destination" },
  term: { zh: "交流形式或期限", en: "form or term" },
  return: { zh: "期满安排", en: "end of an exchange" },
  figures: { zh: "汇总数字", en: "figures" },
};

function refusal(state: PlanState, { kind, person }: PlanChange, nameOf: NameOf): Issue {
  const word = PLAN_STATE_WORDS[state];
  const name = person === undefined ? "" : nameOf(person);
  const who = person === undefined ? { zh: "", en: "" } : { zh: `人员“${name}”的`, en: ` of "${name}"` };
  return {
    code: "change-refused",
    severity: "error",
    path: person === undefined ? [kind] : [kind, person],
    message: {
      zh: `方案处于“${word.zh}”，${who.zh}${CHANGE_WORDS[kind].zh}不能再改`,
      en: `The ${CHANGE_WORDS[kind].en}${who.en} cannot change: the plan is ${word.en}`,
    },
    advice:
      state === "publicised"
        ? { zh: "请先撤回，或登记异议", en: "Withdraw the plan first, or record an objection" }
        : state === "objection"
          ? {
              zh: "只能改异议所涉人员；须改动其他人员的，请先撤回（--withdraw），再重新公示",
              en: "Only lines of people with an objection may change; to change others, withdraw (--withdraw) first",
            }
          : { zh: "请另行编制方案", en: "Make a new plan" },
  };
}
