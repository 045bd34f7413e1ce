import { postName } from "@lungang/core";
import { usesHeadcount } from "@lungang/core/recount";
import type { AppointmentRows } from "@lungang/tabular";
import type { PlanEnds } from "../case/plan-ends.ts";
import type { TitleHolder } from "./titles-of.ts";

/**
 * Returns who holds title posts after a rotation plan and does not compete: a title post goes with the relation, wherever the
 * person works.
 *
 * @param rows - who competes and who is placed by hand, whose titles stand in their own rows
 */
export function titleHolders(
  { people, placed, posts }: Pick<AppointmentRows, "people" | "placed" | "posts">,
  { eligibility, relationOf }: PlanEnds,
): readonly TitleHolder[] {
  const { county } = eligibility;
  const named = new Set([...people.map(({ id }) => id), ...placed.map(({ person }) => person)]);
  const names = schoolNamesOf(posts, county.cells);
  return county.persons.flatMap(({ id, professionalTitle, establishment }, at) => {
    const school = names.get(relationOf[at] as number);
    const isHolder = establishment === "established" && usesHeadcount(eligibility, at);
    return school === undefined || named.has(id) || !isHolder ? [] : [{ school, title: professionalTitle }];
  });
}

/** Names that the posts give schools, by position of the school in the county. */
export function schoolNamesOf(
  posts: readonly { readonly id: string; readonly school: string }[],
  cells: readonly Parameters<typeof postName>[0][] & readonly { readonly school: number }[],
): ReadonlyMap<number, string> {
  const names = new Map(posts.map(({ id, school }) => [id, school]));
  return new Map(
    cells.flatMap((cell) => {
      const name = names.get(postName(cell));
      return name === undefined ? [] : [[cell.school, name] as const];
    }),
  );
}
