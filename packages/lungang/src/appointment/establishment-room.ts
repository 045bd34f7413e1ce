import { NONE, postName } from "@lungang/core";
import { usesHeadcount } from "@lungang/core/recount";
import type { AppointmentRows } from "@lungang/tabular";
import type { PlanEnds } from "../case/plan-ends.ts";

type PostRow = AppointmentRows["posts"][number];

/**
 * Blocks empty heads for which a school has no establishment left after a rotation plan (XC-02): it may have as many as the
 * establishment on either ledger, and no more than now where it has more already. The post with most empty heads gives first,
 * equal ones in the order of their ids.
 *
 * @param rows - posts with what is taken of them, and people and placed people after the plan
 */
export function withinEstablishment(
  rows: Pick<AppointmentRows, "posts" | "people" | "placed">,
  ends: PlanEnds,
): readonly PostRow[] {
  const { county } = ends.eligibility;
  const room = roomOf(ends);
  const schools = new Map(county.cells.map((cell) => [postName(cell), cell.school]));
  const free = new Map(freeHeads(rows));
  const cut = new Map<string, number>();
  for (const [school, ids] of postsBySchool(rows.posts, schools)) {
    let excess = ids.reduce((sum, id) => sum + (free.get(id) ?? 0), 0) - (room[school] as number);
    for (; excess > 0; excess--) {
      const id = ids.reduce((most, each) => ((free.get(each) ?? 0) > (free.get(most) ?? 0) ? each : most));
      free.set(id, (free.get(id) ?? 0) - 1);
      cut.set(id, (cut.get(id) ?? 0) + 1);
    }
  }
  return rows.posts.map((post) => {
    const heads = cut.get(post.id) ?? 0;
    if (heads === 0) return post;
    const because = [post.blockedBecause, BEYOND].filter((text) => text !== undefined).join("；");
    return { ...post, blocked: (post.blocked ?? 0) + heads, blockedBecause: because };
  });
}

function postsBySchool(
  posts: readonly PostRow[],
  schools: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  const ids = posts.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  for (const id of ids) {
    const school = schools.get(id);
    if (school === undefined) continue;
    const known = found.get(school);
    if (known === undefined) found.set(school, [id]);
    else known.push(id);
  }
  return found;
}

const BEYOND = "学校编制已满";

/** Heads that every school may still take on both ledgers. Shapes: one entry a school; Infinity where none is authorised. */
function roomOf(ends: PlanEnds): readonly number[] {
  const { eligibility, endOf, relationOf } = ends;
  const { county } = eligibility;
  const [working, relation] = [new Int32Array(county.schools.length), new Int32Array(county.schools.length)];
  county.persons.forEach(({ establishment }, at) => {
    if (!usesHeadcount(eligibility, at)) return;
    const end = county.cells[endOf[at] as number]?.school ?? (county.works[at] as number);
    if (end !== NONE) working[end] = (working[end] as number) + 1;
    const kept = relationOf[at] as number;
    if (establishment === "established" && kept !== NONE) relation[kept] = (relation[kept] as number) + 1;
  });
  return county.schools.map(({ establishment }, at) =>
    establishment === undefined
      ? Infinity
      : Math.max(0, establishment - Math.max(working[at] as number, relation[at] as number)),
  );
}

function freeHeads({
  posts,
  people,
  placed,
}: Pick<AppointmentRows, "posts" | "people" | "placed">): readonly (readonly [string, number])[] {
  const there = new Map<string, number>();
  const add = (post: string) => void there.set(post, (there.get(post) ?? 0) + 1);
  for (const { ownPost, ownPostIs } of people) if (ownPost !== undefined && ownPostIs !== "leaves") add(ownPost);
  for (const { post, occupies } of placed) if (occupies !== false) add(post);
  return posts.map(({ id, capacity = 0, reserved = 0, blocked = 0 }) => [
    id,
    Math.max(0, capacity - (there.get(id) ?? 0) - reserved - blocked),
  ]);
}
