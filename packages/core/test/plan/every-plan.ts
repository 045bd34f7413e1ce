import type { DecidedCounty } from "../../src/eligibility/eligibility.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { decideEligibility } from "../../src/eligibility/eligibility.ts";
import { indexCounty } from "../../src/instance/county.ts";
import { mayMove } from "../../src/eligibility/decision.ts";
import { addDays, addMonths } from "../../src/instance/calendar.ts";
import { postName } from "../../src/instance/cells.ts";
import { createTravel } from "../../src/instance/travel.ts";
import { currentExchange } from "../../src/policy/facts.ts";
import type { PlanFacts } from "../../src/recount/facts.ts";
import { checkOf, checkRule } from "../../src/planner/rule-checks.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { countHeads } from "../../src/verify/heads.ts";
import { planLevelValue } from "../../src/verify/figures.ts";
import { recountPlan } from "../../src/verify/recount.ts";
import type { Lines } from "./every-light.ts";
import { besideMove, lightOf, roundsOf } from "./every-light.ts";
import type { RandomCase } from "./random-county.ts";

/**
 * The best plan by trying every one: each person stays or makes one admitted move, whatever the program says.
 *
 * Nothing here knows of columns and rows: admission says what may be, the recount and the checks of the rules what it is
 * worth.
 */

type Choice = Pick<PlanFacts, "moves" | "returns" | "participations" | "itineraries">;

/** What trying everything finds. */
export type Best =
  | { readonly status: "tooMany" }
  | { readonly status: "infeasible"; readonly leastViolation: number }
  | { readonly status: "planned"; readonly values: readonly number[]; readonly lines: Choice };

/** Names of the levels in the order of the chain, without the lottery. */
export function levelNames({ policy }: Pick<RandomCase, "policy">, rules: readonly PolicyRule[]): readonly string[] {
  const named = policy.levels.map(({ name }) => name).filter((name) => name !== "lottery");
  const gives = rules.some(({ strength, override }) => strength === "soft" || override !== undefined);
  return gives && !named.includes("compliance") ? ["compliance", ...named] : named;
}

/** Which plans are tried, and by which rules. */
interface Tried {
  /** @defaultValue every plan */
  readonly admits?: (lines: Choice) => boolean;
  /** Entries of the policy that are not looked at. @defaultValue none */
  readonly without?: ReadonlySet<string>;
  /** Violations that are not looked at. @defaultValue none */
  readonly ignores?: (violation: Plan["violations"][number]) => boolean;
  /** The most that levels may be. @defaultValue no bounds */
  readonly atMost?: ReadonlyMap<string, number>;
  /** What is least, one number after the other. @defaultValue the levels of the policy */
  readonly values?: (facts: PlanFacts) => readonly number[];
}

/** Tries every plan of a case with at most `most` plans. */
export function bestOfEveryPlan(
  given: Pick<RandomCase, "instance" | "policy" | "locks">,
  most: number,
  tried: Tried = {},
): Best {
  const { admits, without, ignores, atMost } = tried;
  const { rules } = given.policy;
  const eligibility = decideEligibility(indexCounty(given.instance).county, given.policy, given.locks);
  const options = optionsOf(eligibility, rules);
  const count = options.reduce((product, list) => product * list.length, 1);
  if (count > most) return { status: "tooMany" };
  const names = levelNames(given, rules);
  let best: { values: readonly number[]; lines: Choice } | undefined;
  let leastViolation = Infinity;
  for (const lines of combinations(options)) {
    if (admits?.(lines) === false) continue;
    const facts = {
      eligibility,
      rules,
      checkOf,
      ...lines,
      ...countHeads(eligibility, lines.moves, lines.returns),
    };
    const looked = rules.filter(({ id }) => without?.has(id) !== true);
    const all = looked.flatMap((rule) => checkRule(rule, facts).violations);
    const violations = all.filter((violation) => ignores?.(violation) !== true);
    const broken = violations.filter(({ strength }) => strength === "hard");
    const amount = broken.reduce((sum, violation) => sum + violation.amount, 0);
    leastViolation = Math.min(leastViolation, amount);
    if (amount > 0) continue;
    const levels = names.map((name) => planLevelValue(name, facts, violations));
    if (names.some((name, at) => (levels[at] as number) > (atMost?.get(name) ?? Infinity))) continue;
    const values = tried.values?.(facts) ?? levels;
    if (best === undefined || isLess(values, best.values)) best = { values, lines };
  }
  return best === undefined ? { status: "infeasible", leastViolation } : { status: "planned", ...best };
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

/** What each person may do, staying first. */
function optionsOf(eligibility: DecidedCounty, rules: readonly PolicyRule[]): Choice[][] {
  const stay: Choice = { moves: [], returns: [], participations: [], itineraries: [] };
  return eligibility.decisions.flatMap(({ standing }, person): Choice[][] => {
    const full = standing === "returning" ? waysBack(eligibility, person) : movesOf(eligibility, person);
    const beside = full.flatMap((lines) => besideMove(eligibility, rules, { person, lines }));
    const rounds = roundsOf(eligibility, rules, person);
    const ways = [...full, ...beside, ...lightOf(eligibility, rules, person), ...rounds];
    if (ways.length === 0) return [];
    return [
      [
        stay,
        ...ways.map((lines): Choice => {
          const { facts, violations } = recountPlan({ eligibility, rules, checkOf }, lines);
          if (violations.length > 0) throw new Error(`an admitted move is wrong: ${JSON.stringify(violations)}`);
          return facts;
        }),
      ],
    ];
  });
}

function movesOf({ county, decisions, admission, policy, context }: DecidedCounty, person: number): Lines[] {
  const { standing } = decisions[person] ?? {};
  if (standing === undefined || !mayMove(standing)) return [];
  const travel = createTravel(county);
  const ways = county.cells.flatMap((cell, index) =>
    admission.formsOf(person, index).map((number) => ({ cell, form: policy.forms[number] })),
  );
  return ways.flatMap(({ cell, form }): Lines[] => {
    if (form === undefined) throw new Error("an unknown form");
    const metres = travel.metres(person, cell.school);
    const end = form.code === "recruit" ? null : addDays(addMonths(context.start, form.termMonths.min), -1);
    const move = {
      person: county.persons[person]?.id ?? "",
      from: county.schools[county.works[person] ?? -1]?.id ?? null,
      to: county.schools[cell.school]?.id ?? "",
      post: postName(cell),
      form: form.code,
      start: context.start,
      end,
      relationMoves: form.relationMoves,
      distanceMetres: metres < 0 ? null : metres,
    };
    return [{ moves: [move], returns: [] }];
  });
}

function waysBack({ county, policy, locks }: DecidedCounty, index: number): Lines[] {
  const person = county.persons[index];
  const home = county.cells[county.reservedCellOf[index] ?? -1];
  const host = county.cells[county.cellOf[index] ?? -1];
  if (person === undefined) return [];
  const line = (cell: typeof home, settles: boolean): Lines[] => {
    if (cell === undefined) return [];
    const to = county.schools[cell.school]?.id ?? "";
    const isKept = locks.every((lock) => {
      if (lock.person !== person.id) return true;
      if ("stay" in lock) return settles;
      if ("forbid" in lock) return lock.forbid !== to;
      return "school" in lock ? lock.school === to : [cell.key, ...cell.posts].includes(lock.post);
    });
    if (!isKept) return [];
    return [
      {
        moves: [],
        returns: [{ person: person.id, from: person.currentSchool ?? "", to, post: postName(cell), settles }],
      },
    ];
  };
  const stay = currentExchange(person)?.stay;
  const maySettle = policy.eligibility.returns?.stayAllowed === true && stay?.applied === true && stay.approved;
  return [...line(home, false), ...(maySettle ? line(host, true) : [])];
}

/** Every choice of one option for each person. */
function* combinations(options: readonly (readonly Choice[])[]): Generator<Choice> {
  const picks = options.map(() => 0);
  for (;;) {
    const chosen = options.map((list, k) => list[picks[k] ?? 0]);
    yield {
      moves: chosen.flatMap((choice) => choice?.moves ?? []),
      returns: chosen.flatMap((choice) => choice?.returns ?? []),
      participations: chosen.flatMap((choice) => choice?.participations ?? []),
      itineraries: chosen.flatMap((choice) => choice?.itineraries ?? []),
    };
    let at = 0;
    while (at < options.length && (picks[at] ?? 0) + 1 === options[at]?.length) picks[at++] = 0;
    if (at === options.length) return;
    picks[at] = (picks[at] ?? 0) + 1;
  }
}
