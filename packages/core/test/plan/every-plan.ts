import { fullLoadOf, itinerantMeaning } from "../../src/rules/itinerant/schema.ts";
import { participationMeaning } from "../../src/rules/participation/schema.ts";
import type { DecidedCounty } from "../../src/eligibility/eligibility.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { decideEligibility } from "../../src/eligibility/eligibility.ts";
import { indexCounty } from "../../src/instance/county.ts";
import { mayMove } from "../../src/eligibility/decision.ts";
import { addDays, addMonths } from "../../src/instance/calendar.ts";
import type { Cell } from "../../src/instance/cells.ts";
import { postName } from "../../src/instance/cells.ts";
import { createTravel } from "../../src/instance/travel.ts";
import { currentExchange } from "../../src/policy/facts.ts";
import type { PlanFacts } from "../../src/recount/facts.ts";
import { checkOf, checkRule } from "../../src/planner/rule-checks.ts";
import { rulesOf } from "../../src/policy/policy-rule.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { usesHeadcount } from "../../src/recount/tally.ts";
import { countHeads } from "../../src/verify/heads.ts";
import { planLevelValue } from "../../src/verify/figures.ts";
import { recountPlan } from "../../src/verify/recount.ts";
import type { RandomCase } from "./random-county.ts";

/**
 * The best plan by trying every one: each person stays or makes one admitted move, whatever the program says.
 *
 * Nothing here knows of columns and rows: admission says what may be, the recount and the checks of the rules what it is
 * worth.
 */

type Lines = Pick<Plan, "moves" | "returns"> & Partial<Pick<Plan, "participations" | "itineraries">>;
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

/** One way to take part in each light form that a rule counts: where does not matter to any rule. */
function lightOf(eligibility: DecidedCounty, rules: readonly PolicyRule[], person: number): Lines[] {
  const { county, policy, admission, context } = eligibility;
  const byPeriods = rulesOf(rules, itinerantMeaning).map(({ params }) => params.form);
  const counted = rulesOf(rules, participationMeaning)
    .flatMap(({ params }) => params.forms)
    .filter((code) => !byPeriods.includes(code));
  return policy.forms.flatMap((form, number): Lines[] => {
    if (!counted.includes(form.code)) return [];
    const to = county.schools.find((_school, index) => admission.admitsLight(number, person, index));
    if (to === undefined) return [];
    const line = {
      person: county.persons[person]?.id ?? "",
      form: form.code,
      from: county.schools[county.works[person] ?? -1]?.id ?? "",
      to: to.id,
      start: context.start,
      end: addDays(addMonths(context.start, form.termMonths.min), -1),
    };
    return [{ moves: [], returns: [], participations: [line] }];
  });
}

/** Every way to spread the spare periods of a person over posts elsewhere, as far as the rule of the form allows. */
function roundsOf(eligibility: DecidedCounty, rules: readonly PolicyRule[], person: number): Lines[] {
  const { county } = eligibility;
  const { weeklyLoad } = county.persons[person] ?? {};
  if (weeklyLoad === undefined || (county.works[person] ?? -1) < 0) return [];
  return rulesOf(rules, itinerantMeaning).flatMap((rule): Lines[] => {
    const posts = county.cells.flatMap((cell) => {
      const needed = cell.kind === "teaching" ? (cell.periods?.needed ?? 0) : 0;
      return needed > 0 ? [{ cell, needed }] : [];
    });
    const line = ({ cell }: (typeof posts)[number], periods: number) =>
      itineraryLine(eligibility, { person, cell, form: rule.params.form, periods });
    const open = posts.filter(
      (post) => recountPlan({ eligibility, rules, checkOf }, planOf([line(post, 1)])).violations.length === 0,
    );
    return spreads(
      open.map(({ needed }) => needed),
      Math.max(0, (fullLoadOf(rule.params, county, person) ?? 0) - weeklyLoad),
    ).flatMap((periods) => {
      const lines = planOf(open.flatMap((post, k) => ((periods[k] ?? 0) > 0 ? [line(post, periods[k] ?? 0)] : [])));
      const { facts } = recountPlan({ eligibility, rules, checkOf }, lines);
      return lines.itineraries.length > 0 && checkRule(rule, facts).violations.length === 0 ? [lines] : [];
    });
  });
}

/** Every way to teach other posts of the school entered beside a move, as far as the rule of the form allows. */
function besideMove(
  eligibility: DecidedCounty,
  rules: readonly PolicyRule[],
  { person, lines }: { readonly person: number; readonly lines: Lines },
): Lines[] {
  const { county } = eligibility;
  const [move] = lines.moves;
  if (move === undefined || !usesHeadcount(eligibility, person)) return [];
  return rulesOf(rules, itinerantMeaning).flatMap((rule): Lines[] => {
    const { form, fullLoad = 99 } = rule.params;
    const line = (cell: Cell, periods: number) => ({
      ...itineraryLine(eligibility, { person, cell, form, periods }),
      from: move.to,
    });
    const open = county.cells.filter((cell) => {
      if (cell.kind !== "teaching" || (cell.periods?.needed ?? 0) === 0) return false;
      const one = { ...lines, itineraries: [line(cell, 1)] };
      return recountPlan({ eligibility, rules, checkOf }, one).violations.length === 0;
    });
    const most = open.map(({ periods }) => periods?.needed ?? 0);
    return spreads(most, fullLoad).flatMap((shares) => {
      const itineraries = open.flatMap((cell, k) => ((shares[k] ?? 0) > 0 ? [line(cell, shares[k] ?? 0)] : []));
      const { facts } = recountPlan({ eligibility, rules, checkOf }, { ...lines, itineraries });
      return itineraries.length > 0 && checkRule(rule, facts).violations.length === 0
        ? [{ ...lines, itineraries }]
        : [];
    });
  });
}

const planOf = (itineraries: Plan["itineraries"]) => ({ moves: [], returns: [], itineraries });

function itineraryLine(
  { county, policy, context }: DecidedCounty,
  given: { readonly person: number; readonly cell: Cell; readonly form: string; readonly periods: number },
): Plan["itineraries"][number] {
  const { person, cell, form: code, periods } = given;
  const form = policy.forms.find((entry) => entry.code === code);
  return {
    person: county.persons[person]?.id ?? "",
    form: code as Plan["itineraries"][number]["form"],
    from: county.schools[county.works[person] ?? -1]?.id ?? "",
    to: county.schools[cell.school]?.id ?? "",
    post: postName(cell),
    periods,
    start: context.start,
    end: addDays(addMonths(context.start, form?.termMonths.min ?? 1), -1),
  };
}

/** Every way to give each place from 0 to its most, together no more than there is. */
function spreads(most: readonly number[], room: number): readonly (readonly number[])[] {
  const [first, ...others] = most;
  if (first === undefined) return [[]];
  return Array.from({ length: Math.min(first, room) + 1 }, (_, k) => k).flatMap((k) =>
    spreads(others, room - k).map((rest) => [k, ...rest]),
  );
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
