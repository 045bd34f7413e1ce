import { fullLoadOf, itinerantMeaning } from "../../src/rules/itinerant/schema.ts";
import { participationMeaning } from "../../src/rules/participation/schema.ts";
import type { DecidedCounty } from "../../src/eligibility/eligibility.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { addDays, addMonths } from "../../src/instance/calendar.ts";
import type { Cell } from "../../src/instance/cells.ts";
import { postName } from "../../src/instance/cells.ts";
import { checkOf, checkRule } from "../../src/planner/rule-checks.ts";
import { rulesOf } from "../../src/policy/policy-rule.ts";
import type { PolicyRule } from "../../src/policy/policy-rule.ts";
import { usesHeadcount } from "../../src/recount/tally.ts";
import { recountPlan } from "../../src/verify/recount.ts";

/** What one person may do in forms that fill no post: alone, or beside a move. */

/** Lines of one person in a plan. */
export type Lines = Pick<Plan, "moves" | "returns"> & Partial<Pick<Plan, "participations" | "itineraries">>;

/** One way to take part in each light form that a rule counts: where does not matter to any rule. */
export function lightOf(eligibility: DecidedCounty, rules: readonly PolicyRule[], person: number): Lines[] {
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
export function roundsOf(eligibility: DecidedCounty, rules: readonly PolicyRule[], person: number): Lines[] {
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
export function besideMove(
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
