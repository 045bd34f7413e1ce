import type { DecidedCounty } from "@lungang/core/policy";
import { canonicalInstance } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { Person } from "@lungang/core";
import { indexCounty } from "@lungang/core";
import type { Plan, PlanMove } from "@lungang/core/plan";
import { planDates } from "@lungang/core/policy";
import type { Policy } from "@lungang/core/policy";
import { expectedReturns } from "@lungang/core/recount";
import { advancePerson } from "./advance-person.ts";
import type { GainedPost } from "./appointed.ts";
import type { YearTurn } from "./arriving.ts";

/**
 * What the next year brings beside the plan.
 *
 * @public
 */
export interface AdvanceOptions {
  /**
   * Months by which an exchange whose goal was missed runs on, where the policy extends.
   *
   * @defaultValue those of the policy
   */
  readonly extensionMonths?: number;
  /** Recruits of the next year, as `loadInstance` gives them. */
  readonly recruits?: readonly Person[];
  /**
   * Who was given which post by a competition after the plan, by its id or the key of its cell. @defaultValue nobody
   */
  readonly appointed?: readonly Pick<PlanMove, "person" | "post">[];
}

/** Returns the plan of a year in which nobody starts anything: those whose exchange has ended come home. */
export function stillPlan(eligibility: DecidedCounty): Pick<Plan, "moves" | "returns"> {
  return { moves: [], returns: [...expectedReturns(eligibility)] };
}

/**
 * Returns the instance one year later, when its plan has been carried out.
 *
 * Exchanges become running ones, ended ones are closed or settled, moves with the relation change the home school and
 * start the years anew, missed goals extend, statuses and posts end by date, people past retirement leave. Nothing is
 * guessed: who will be ill or whose goal will be missed is data of that year.
 *
 * Guarantees: the inputs are not changed; the result is in canonical order.
 *
 * @throws {RangeError} if somebody is appointed to a post that the county does not have
 * @public
 */
export function advanceInstance(
  instance: Instance,
  plan: Pick<Plan, "moves" | "returns">,
  { policy, extensionMonths, recruits, appointed = [] }: { readonly policy: Policy } & AdvanceOptions,
): Instance {
  const next = planDates(instance.planYear + 1, policy.calendar);
  const rule = policy.eligibility.returns;
  const turn: YearTurn = {
    start: planDates(instance.planYear, policy.calendar).start,
    nextStart: next.start,
    nextCutoff: next.cutoff,
    extensionMonths: rule?.extendIfGoalMissed === true ? (extensionMonths ?? rule.extensionMonths) : 0,
    posts: new Map(instance.posts.map((post) => [post.id, post])),
    schools: new Map(instance.schools.map((school) => [school.id, school])),
  };
  const moves = new Map(plan.moves.map((move) => [move.person, move]));
  const returns = new Map(plan.returns.map((back) => [back.person, back]));
  const gained = gainedPosts(instance, appointed);
  const persons = instance.persons.map((person) => {
    const { id } = person;
    return advancePerson(person, { move: moves.get(id), back: returns.get(id), gained: gained.get(id) }, turn);
  });
  const later = { ...instance, planYear: instance.planYear + 1, persons: [...persons, ...(recruits ?? [])] };
  return canonicalInstance(atTheirPosts(later, [...plan.moves, ...plan.returns, ...appointed]));
}

/** Returns the posts that people gained, by person. */
function gainedPosts(
  instance: Instance,
  appointed: NonNullable<AdvanceOptions["appointed"]>,
): ReadonlyMap<string, GainedPost> {
  if (appointed.length === 0) return new Map();
  const { cells, schools } = indexCounty(instance).county;
  const cellOf = new Map(cells.flatMap((cell) => [cell.key, ...cell.posts].map((id) => [id, cell])));
  return new Map(
    appointed.map(({ person, post }): [string, GainedPost] => {
      const cell = cellOf.get(post);
      const school = cell === undefined ? undefined : schools[cell.school]?.id;
      if (cell === undefined || school === undefined)
        throw new RangeError(`Cannot appoint "${person}": the county has no post "${post}"`);
      return [person, { cell, post, school }];
    }),
  );
}

/** Calls posts by their keys that no list names, where school and main subject would say another post or none. */
function atTheirPosts(instance: Instance, lines: readonly Pick<PlanMove, "person" | "post">[]): Instance {
  const { county } = indexCounty(instance);
  const postOf = new Map(lines.map(({ person, post }) => [person, post]));
  const persons = instance.persons.map((person, index) => {
    const post = postOf.get(person.id);
    const cell = county.cells[county.cellOf[index] as number];
    const isThere = post === undefined || post === cell?.key || cell?.posts.includes(post) === true;
    return isThere ? person : { ...person, currentPost: post };
  });
  return { ...instance, persons };
}
