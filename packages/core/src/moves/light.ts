import { qualifies } from "../eligibility/qualifies.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { Cell } from "../instance/cells.ts";
import type { FormCode } from "../instance/codes.ts";
import { NONE } from "../instance/county.ts";
import type { TravelTable } from "../instance/travel.ts";
import { schoolMetres } from "../instance/travel.ts";
import { isFullTime } from "../policy/forms.ts";
import type { Form } from "../policy/policy.ts";

/** A way for one person to take part in a light form: the form, by number, and the school that takes the person in. */
export interface LightCandidate {
  readonly person: number;
  readonly form: number;
  readonly to: number;
}

/**
 * Returns for every person the nearest school of the first light form that admits the person, for each kind of form:
 * forms of one kind count alike in every rule, so one of them is enough.
 *
 * @param kindOf - names how a form counts; undefined where no rule counts it
 */
export function lightCandidates(
  eligibility: DecidedCounty,
  travel: TravelTable,
  kindOf: (form: Form, code: FormCode) => string | undefined,
): readonly LightCandidate[] {
  const { county, policy, admission, inScope } = eligibility;
  const light = policy.forms.flatMap((form, number) => {
    const kind = isFullTime(form) ? undefined : kindOf(form, form.code);
    return kind === undefined ? [] : [{ kind, number }];
  });
  if (light.length === 0) return [];
  const schools = county.schools.flatMap((_school, index) => (inScope[index] === 1 ? [index] : []));
  return county.persons.flatMap((_person, person): LightCandidate[] => {
    if (county.works[person] === NONE) return [];
    const near = nearestFirst(schools, (school) => travel.metres(person, school));
    const found = new Map<string, LightCandidate>();
    for (const { kind, number } of light) {
      if (found.has(kind)) continue;
      const to = near.find((school) => admission.admitsLight(number, person, school));
      if (to !== undefined) found.set(kind, { person, form: number, to });
    }
    return [...found.values()];
  });
}

/** Unknown distances come last; equal ones stay in the order of schools. */
function nearestFirst(schools: readonly number[], metres: (school: number) => number): readonly number[] {
  const distance = new Map(schools.map((school) => [school, metres(school)]));
  const rank = (school: number) => {
    const found = distance.get(school) as number;
    return found < 0 ? Infinity : found;
  };
  return [...schools].sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
}

/** A way for one person to teach periods of one post at another school. */
export interface ItineraryCandidate {
  readonly person: number;
  readonly form: number;
  readonly cell: number;
}

/** What itinerant teaching asks of people and ways. */
export interface ItineraryLimits {
  readonly form: FormCode;
  /** Longest way by road from the school worked at, in metres. */
  readonly maxMetres: number;
  /** Places a person that are kept, nearest first. */
  readonly places: number;
  /** Whether a person has periods to spare and is wanted. */
  readonly accepts: (person: number) => boolean;
}

/**
 * Returns the posts with periods that people can teach beside their own, by person and then by cell: at other schools, and
 * at the own one in a form that stays there. The own post is none of them: its head teaches a full load there as it is.
 */
export function itineraryCandidates(
  eligibility: DecidedCounty,
  limits: ItineraryLimits,
): readonly ItineraryCandidate[] {
  const { county, policy, admission, inScope } = eligibility;
  const forms = policy.forms.flatMap((form, number) =>
    form.code === limits.form && !isFullTime(form) ? [{ form, number }] : [],
  );
  const cells = county.cells.flatMap((cell, index) => {
    const periods = cell.kind === "teaching" ? cell.periods : undefined;
    return inScope[cell.school] === 1 && (periods?.needed ?? 0) > 0 ? [index] : [];
  });
  return county.persons.flatMap((_person, person): ItineraryCandidate[] => {
    const from = county.works[person] as number;
    if (from === NONE || !limits.accepts(person)) return [];
    const found = cells.flatMap((index) => {
      if (index === county.cellOf[person]) return [];
      const cell = county.cells[index] as Cell;
      const metres = schoolMetres(county, from, cell.school);
      if (limits.maxMetres < Infinity && (metres < 0 || metres > limits.maxMetres)) return [];
      const admits = forms.find(
        ({ form, number }) =>
          qualifies(county, person, { cell, form }) && admission.admitsLight(number, person, cell.school),
      );
      return admits === undefined ? [] : [{ person, form: admits.number, cell: index, school: cell.school, metres }];
    });
    const near = [...found].sort((a, b) => a.metres - b.metres || a.cell - b.cell).map(({ school }) => school);
    const kept = new Set([...new Set(near)].slice(0, limits.places));
    return found.filter(({ school }) => kept.has(school)).map(({ form, cell }) => ({ person, form, cell }));
  });
}
