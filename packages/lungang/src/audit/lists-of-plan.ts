import { NONE } from "@lungang/core";
import { mayMove } from "@lungang/core/policy";
import type { PlanEnds } from "../case/plan-ends.ts";

/**
 * Returns the posts that everybody who may move wishes: those at the wished schools that the policy admits, school by
 * school. Of a school at which somebody ends only that post counts, since the wish was for the school.
 *
 * Shapes: one entry a person.
 */
export function listsOfPlan({ eligibility, endOf, posts }: PlanEnds): readonly (readonly number[])[] {
  const { county, decisions, admission } = eligibility;
  const cellsOf = county.schools.map((): number[] => []);
  for (const cell of posts) cellsOf[county.cells[cell]?.school ?? NONE]?.push(cell);
  return county.persons.map(({ application }, person) => {
    const standing = decisions[person]?.standing;
    if (application === undefined || standing === undefined || !mayMove(standing)) return [];
    const end = endOf[person] as number;
    const endSchool = county.cells[end]?.school ?? NONE;
    const cells = application.wishes.flatMap((wish): readonly number[] => {
      const school = county.schoolIndex.get(wish) ?? NONE;
      if (school === endSchool && school !== NONE) return [end];
      return (cellsOf[school] ?? []).filter((cell) => admission.formsOf(person, cell).length > 0);
    });
    return [...new Set(cells)].filter((cell) => cell !== county.cellOf[person]);
  });
}
