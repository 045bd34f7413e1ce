import type { Person } from "@lungang/core";
import { NONE } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { DecidedCounty, Policy, Refusals } from "@lungang/core/policy";
import { NO_FORM, mayMove, pointSheetsOf, pointsFirstMeaning, refusalsOf, rulesOf } from "@lungang/core/policy";
import { limitsOfEveryMove } from "@lungang/core/recount";
import { z } from "zod";
import type { Heads } from "./heads.ts";
import { headsSchema } from "./heads.ts";
import type { Placement } from "./placements.ts";

const count = z.int().min(0);

/** Shape of what stands between a person and a school wished for that the plan does not give, without solving again. */
export const wishFactsSchema = z.strictObject({
  school: z.string(),
  /** Place among the wishes, from 1. */
  rank: z.int().min(1),
  /** What refuses every post of the school to the person, whoever fills them; absent where some post admits the person. */
  refusal: z
    .strictObject({
      reason: z.string(),
      form: z.string().exactOptional(),
      /** What the form asks of where it leads, where that is the reason. */
      asks: z.strictObject({ zh: z.string(), en: z.string() }).exactOptional(),
      /** Within what the form stays, where the school lies outside. */
      scope: z.string().exactOptional(),
      /** What the data have the person teach, where the posts ask for something else. */
      subjects: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
  /** Posts that the policy would let the person fill, with how many enter them under the plan. */
  posts: z.array(
    headsSchema.extend({
      entered: count,
      /** Of those who enter, who comes before the person by an order of points that the policy asks for. */
      ahead: count,
    }),
  ),
  /**
   * Limits of the policy that the plan reaches: on who enters the school, in a subject of the posts or in all, and where the person
   * stays on who leaves the present one (`leaving`). With all others held one more breaks them.
   */
  full: z.array(
    z.strictObject({
      rule: z.string(),
      value: z.number(),
      target: z.number(),
      unit: z.string(),
      leaving: z.literal(true).exactOptional(),
    }),
  ),
});

/** What stands between a person and a school wished for; see {@link wishFactsSchema}. */
export type WishFacts = z.infer<typeof wishFactsSchema>;

interface Given {
  readonly plan: Plan;
  readonly policy: Pick<Policy, "rules">;
  readonly eligibility: DecidedCounty;
  readonly headsOf: (cell: number) => Heads | null;
  /** Cell of a post by its id. */
  readonly cells: ReadonlyMap<string, number>;
}

/** Who wished, and where the plan leaves them. */
interface Wisher {
  readonly person: number;
  readonly placement: Placement;
}

/**
 * Returns a reader of what stands between people who may move and the schools that they wished for: all of them where the plan
 * gives none, those before the one that it gives.
 */
export function wishReader(given: Given): (wisher: Wisher) => readonly WishFacts[] {
  const { eligibility } = given;
  const { county, decisions } = eligibility;
  const cellsAt = new Map<number, number[]>();
  for (const [cell, { school }] of county.cells.entries()) cellsAt.set(school, [...(cellsAt.get(school) ?? []), cell]);
  const postsOf = postReader(given);
  return ({ person, placement }) => {
    const wishes = county.persons[person]?.application?.wishes ?? [];
    const { standing = "outOfScope" } = decisions[person] ?? {};
    if (wishes.length === 0 || !mayMove(standing)) return [];
    const got = "stays" in placement ? -1 : wishes.indexOf(placement.to);
    const leaving = leftAt(given, { person, placement });
    return wishes.slice(0, got < 0 ? wishes.length : got).map((school, at): WishFacts => {
      const index = county.schoolIndex.get(school) ?? NONE;
      const found = admittedAt(eligibility, { person, school: index, cells: cellsAt.get(index) ?? [] });
      return {
        school,
        rank: at + 1,
        ...("refusal" in found
          ? { refusal: found.refusal, posts: [], full: [] }
          : { posts: postsOf(person, found.cells), full: [...leaving, ...fullAt(given, school, found.cells)] }),
      };
    });
  };
}

/** Limits on who enters the school that admit no more. */
function fullAt(given: Given, school: string, open: readonly number[]): WishFacts["full"] {
  const subjects = new Set(open.map((cell) => given.eligibility.county.cells[cell]?.subject));
  return reachedAt(given, { school, limit: "maxIn", subjects });
}

/** Limits on who leaves the school of somebody who stays that admit no more: those that count every move, and may not give. */
function leftAt(given: Given, { person, placement }: Wisher): WishFacts["full"] {
  const { works, schools, cells, cellOf } = given.eligibility.county;
  const school = schools[works[person] as number]?.id;
  if (school === undefined || !("stays" in placement)) return [];
  const subjects = new Set([cells[cellOf[person] as number]?.subject]);
  const counting = limitsOfEveryMove(given.policy.rules);
  const reached = reachedAt(given, { school, limit: "maxOut", subjects });
  return reached.flatMap((each) => (counting.has(each.rule) ? [{ ...each, leaving: true }] : []));
}

/** Limits of a school in all and in some subjects that the plan reaches. */
function reachedAt(
  { plan: { measures } }: Given,
  at: {
    readonly school: string;
    readonly limit: "maxIn" | "maxOut";
    readonly subjects: ReadonlySet<string | undefined>;
  },
): WishFacts["full"] {
  return measures.flatMap(({ rule, about, value, target, unit }) => {
    if (about.kind !== "school" || about.school !== at.school || about.limit !== at.limit || value < target) return [];
    return about.subject === undefined || at.subjects.has(about.subject) ? [{ rule, value, target, unit }] : [];
  });
}

type Refusal = NonNullable<WishFacts["refusal"]>;

interface Asked {
  readonly person: number;
  readonly school: number;
  readonly cells: readonly number[];
}

/** Returns the posts of a school that the policy lets a person fill once somebody is missing there, or why there is none. */
function admittedAt(
  eligibility: DecidedCounty,
  asked: Asked,
): { readonly cells: readonly number[] } | { readonly refusal: Refusal } {
  const { admission, county } = eligibility;
  const { person, school, cells } = asked;
  if (county.works[person] === school) return { refusal: { reason: "ownSchool" } };
  const open = cells.filter((cell) => admission.formOf(person, cell) !== NO_FORM);
  if (open.length > 0) return { cells: open };
  const refusals = cells.map((cell) => ({ cell, ...refusalsOf(eligibility, person, cell) }));
  const taken = refusals.filter(
    ({ person: own, forms }) => forms.length === 0 && own.every((reason) => reason === "noVacancy"),
  );
  if (taken.length > 0) return { cells: taken.map(({ cell }) => cell) };
  return { refusal: nearestRefusal(eligibility, asked, refusals) };
}

/** How near a post is to admitting somebody: the later, the nearer; what holds for the whole school tells more than any. */
const FORM_ORDER = ["kind", "who", "notQualified", "outOfReach", "where"] as const;
const SCHOOL_ORDER = ["schoolOutOfScope", "schoolClosed", "noConsent", "locked"] as const;

/** Of all reasons for which posts of a school refuse a person the one that is nearest to admitting. */
function nearestRefusal({ county, policy }: DecidedCounty, { person }: Asked, refusals: readonly Refusals[]): Refusal {
  const whole = SCHOOL_ORDER.find(
    (reason) => refusals.length > 0 && refusals.every(({ person: own }) => own.includes(reason)),
  );
  if (whole !== undefined) return { reason: whole };
  const forms = refusals.flatMap((each) => each.forms);
  const [nearest] = forms.toSorted((a, b) => FORM_ORDER.indexOf(b.reason) - FORM_ORDER.indexOf(a.reason));
  return nearest === undefined ? { reason: "noPost" } : formRefusal(nearest, policy.forms, county.persons[person]);
}

/** What a form lacks, with what it is told with: what it asks, how far it reaches, or what the person teaches. */
function formRefusal(
  { reason, form, asks }: Refusals["forms"][number],
  forms: DecidedCounty["policy"]["forms"],
  person: Person | undefined,
): Refusal {
  const scope = reason === "outOfReach" ? forms.find(({ code }) => code === form)?.scope : undefined;
  const subjects = reason === "notQualified" ? (person?.subjects ?? []).map(({ subject }) => subject) : [];
  return {
    reason,
    form,
    ...(asks === undefined ? {} : { asks }),
    ...(scope === undefined ? {} : { scope }),
    ...(subjects.length === 0 ? {} : { subjects }),
  };
}

/** Reads posts with those who enter them, and counts who comes before somebody by points. */
function postReader({ plan, policy, eligibility, headsOf, cells }: Given) {
  const entering = new Map<number, string[]>();
  for (const { person, post } of [...plan.moves, ...plan.returns]) {
    const cell = cells.get(post) ?? NONE;
    entering.set(cell, [...(entering.get(cell) ?? []), person]);
  }
  const scales = new Set(rulesOf(policy.rules, pointsFirstMeaning).map(({ params }) => params.points));
  const sheetsOf = pointSheetsOf(eligibility);
  const { personIndex } = eligibility.county;
  const totalsAt = (person: number, cell: number) =>
    sheetsOf(person, [cell])
      .filter(({ scale }) => scales.has(scale))
      .map(({ sheet }) => sheet.atPosts[0]?.total ?? sheet.total);
  const isAhead = (one: readonly number[], other: readonly number[]) =>
    one.length > 0 && one.every((total, at) => total > (other[at] ?? 0));
  return (person: number, open: readonly number[]): WishFacts["posts"] =>
    open.flatMap((cell) => {
      const found = headsOf(cell);
      const others = entering.get(cell) ?? [];
      if (found === null) return [];
      const own = scales.size === 0 || others.length === 0 ? [] : totalsAt(person, cell);
      const before =
        own.length === 0 ? [] : others.filter((id) => isAhead(totalsAt(personIndex.get(id) ?? NONE, cell), own));
      return [{ ...found, entered: others.length, ahead: before.length }];
    });
}
