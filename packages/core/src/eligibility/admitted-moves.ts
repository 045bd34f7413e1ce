import type { Person } from "../instance/person.ts";
import type { Decision } from "./decision.ts";
import type { DecidedCounty } from "./eligibility.ts";
import type { PostClass } from "./post-classes.ts";

/**
 * Returns how many moves the policy admits, whatever the limits on candidates: person, post and form.
 *
 * Colleagues of one school who may fill the same posts under the same forms are counted once: the answer is the same for
 * all of them, unless it depends on the person.
 *
 * @public
 */
export function countAdmittedMoves(eligibility: DecidedCounty): number {
  const { county, admission, decisions, locks } = eligibility;
  const { list, of } = admission.postClasses;
  const locked = new Set(locks.map(({ person }) => person));
  const known = new Map<readonly number[], Map<string, number>>();
  const countOf = (person: number, postClass: number) =>
    (list[postClass] as PostClass).cells.reduce((count, cell) => count + admission.formsOf(person, cell).length, 0);
  let total = 0;
  for (const [person, { standing }] of decisions.entries()) {
    const isOwn = locked.has((county.persons[person] as Person).id) || isPersonal(standing);
    for (const postClass of admission.postClassesFor(person)) {
      const forms = admission.formsFor(person, postClass);
      if (isOwn || admission.dependsOnPerson(forms)) {
        total += countOf(person, postClass);
        continue;
      }
      // Who fills such a post cannot move to it; colleagues who do not, may.
      const key = `${county.works[person]}/${postClass}/${of[county.cellOf[person] as number] === postClass}`;
      const counts = known.get(forms) ?? new Map<string, number>();
      known.set(forms, counts);
      const count = counts.get(key) ?? countOf(person, postClass);
      counts.set(key, count);
      total += count;
    }
  }
  return total;
}

/** Where volunteers may go depends on what they wish and agree to. */
function isPersonal(standing: Decision["standing"]): boolean {
  return standing === "volunteer";
}
