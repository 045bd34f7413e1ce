import type { Checked, Issue, Text } from "@lungang/core";
import { checked, indexCounty } from "@lungang/core";
import type { PlanMove } from "@lungang/core/plan";
import { namesOf } from "@lungang/core/plan";
import type { DecidedCounty } from "@lungang/core/policy";
import { decideEligibility } from "@lungang/core/policy";
import type { RosterMove, TravelTable } from "@lungang/core/recount";
import { createTravel } from "@lungang/core/recount";
import type { Roster, RosterLine } from "@lungang/tabular";
import type { PlanningCase } from "../case/planning-case.ts";
import { PostFinder } from "./find-post.ts";
import { noPost, recomputedDistance, unclearPost } from "./roster-issues.ts";

/** Lines of a roster as verification takes them: what follows from others is left to it. */
export interface StatedRoster extends Omit<Roster, "moves"> {
  readonly moves: readonly RosterMove[];
}

/**
 * Returns what people have stated in a roster. What follows is recomputed and not taken from the cells: the distance
 * always, the post from school, subject and form, and form, term and relation where they still are as in the plan that
 * the roster was made from but another value follows now.
 *
 * @param before - moves of the plan that the roster was made from; none where it is not known
 */
export function completeRoster(
  { instance, policy, locks }: PlanningCase,
  roster: Roster,
  before: readonly PlanMove[] = [],
): Checked<StatedRoster> {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks);
  const completer = new Completer(eligibility, namesOf(instance, { policy }));
  const planned = new Map(before.map((move) => [move.person, move]));
  const moves = roster.moves.flatMap((line) => completer.complete(line, planned.get(line.person)) ?? []);
  return checked({ ...roster, moves }, completer.issues);
}

class Completer {
  readonly issues: Issue[] = [];
  readonly #eligibility: DecidedCounty;
  readonly #names: ReturnType<typeof namesOf>;
  readonly #posts: PostFinder;
  readonly #travel: TravelTable;

  constructor(eligibility: DecidedCounty, names: ReturnType<typeof namesOf>) {
    this.#eligibility = eligibility;
    this.#names = names;
    this.#posts = new PostFinder(eligibility, names);
    this.#travel = createTravel(eligibility.county);
  }

  complete(line: RosterLine, before: PlanMove | undefined): RosterMove | undefined {
    const { place: _place, subject: _subject, distanceMetres: _distance, ...stated } = line;
    const post = this.#postOf(line, before);
    if (post === undefined) return undefined;
    this.#compareDistance(line, before);
    const move = { ...stated, post };
    return before === undefined ? move : this.#withoutLeftovers(move, before);
  }

  /** A distance that nobody changed is left over from another school; one that was typed and is not so is told. */
  #compareDistance(line: RosterLine, before: PlanMove | undefined): void {
    const { person, to, distanceMetres: typed } = line;
    if (typed === undefined || typed === before?.distanceMetres) return;
    const { county } = this.#eligibility;
    const metres = this.#travel.metres(county.personIndex.get(person) ?? -1, county.schoolIndex.get(to) ?? -1);
    if (typed !== metres) this.issues.push(recomputedDistance(line, { person: this.#names.person(person), metres }));
  }

  #postOf(line: RosterLine, before: PlanMove | undefined): string | undefined {
    const isLeft = before !== undefined && line.post === before.post && this.#changesSubject(line);
    if (line.post !== undefined && !isLeft) return line.post;
    const found = this.#posts.find(line);
    if (found.length === 1) return found[0];
    const school = this.#names.school(line.to);
    const person = this.#names.person(line.person);
    this.issues.push(
      found.length === 0
        ? noPost(line, { person, school })
        : unclearPost(line, { person, school, posts: found.map((post) => this.#calledPost(post)) }),
    );
    return undefined;
  }

  #calledPost(post: string): Text {
    const { zh, en } = this.#names.post(post);
    return { zh: `${post}（${zh}）`, en: `${post} (${en})` };
  }

  /** Whether the subject is another one than the post of the line has; the main subject may stand in its place. */
  #changesSubject({ person, post, subject }: RosterLine): boolean {
    if (subject === undefined || post === undefined) return false;
    const { county } = this.#eligibility;
    const main = county.persons[county.personIndex.get(person) ?? -1]?.subjects.find((skill) => skill.main)?.subject;
    return subject !== main && !this.#posts.isOfSubject(post, subject);
  }

  /** Leaves out form, term and relation where nobody has changed them and others follow from what was changed. */
  #withoutLeftovers(move: RosterMove, before: PlanMove): RosterMove {
    const { form: _form, end, relationMoves, ...rest } = move;
    const now = this.#formOf(move, before);
    const sameForm = now === before.form;
    const keep = <T>(value: T | undefined, planned: T | null) => value !== undefined && (sameForm || value !== planned);
    return {
      ...rest,
      ...(now === undefined ? {} : { form: now }),
      ...(keep(end, before.end) ? { end: end as string } : {}),
      ...(keep(relationMoves, before.relationMoves) ? { relationMoves: relationMoves as boolean } : {}),
    };
  }

  /** The form as stated; where nobody changed it but the place and the place does not admit it, the first that it admits. */
  #formOf({ person, post, to, form }: RosterMove, before: PlanMove): PlanMove["form"] | undefined {
    const isChanged = to !== before.to || post !== before.post;
    if (form !== undefined && (form !== before.form || !isChanged)) return form;
    const { county, admission, policy } = this.#eligibility;
    const [who, cell] = [county.personIndex.get(person), this.#posts.cellOf(post)];
    const admitted = who === undefined || cell === undefined ? [] : admission.formsOf(who, cell);
    const codes = admitted.map((number) => policy.forms[number]?.code);
    return codes.length === 0 || codes.includes(form) ? form : codes[0];
  }
}
