import { compareIds } from "@lungang/core/plan";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { Applications } from "./open-applications.ts";

type Line = DecidedAppointment["lines"][number];

/**
 * Returns the place of a post in documents: schools in the order in which the workbook lists them, and of one school its posts
 * as listed. The decision itself knows nothing of it. A post that is not listed comes last.
 */
export function postPlaces({ procedure }: Pick<Applications, "procedure">): (post: string | null) => number {
  const { posts } = procedure.rows;
  const schools = new Map<string, number>();
  for (const { school = "" } of posts) if (!schools.has(school)) schools.set(school, schools.size);
  const listed = posts.toSorted((a, b) => (schools.get(a.school ?? "") ?? 0) - (schools.get(b.school ?? "") ?? 0));
  const places = new Map(listed.map(({ id }, place) => [id, place]));
  return (post) => places.get(post ?? "") ?? places.size;
}

/** Returns lines by the places of their posts, who has none by the own post, and of one post by the id of the person. */
export function listedLines(applications: Pick<Applications, "procedure">, lines: readonly Line[]): readonly Line[] {
  const placeOf = postPlaces(applications);
  const place = ({ post, from }: Line) => placeOf(post ?? from);
  return lines.toSorted((a, b) => place(a) - place(b) || compareIds(a.person, b.person));
}
