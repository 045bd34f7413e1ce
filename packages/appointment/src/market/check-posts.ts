import type { Issue } from "@lungang/core";
import type { MarketDocument } from "./document.ts";
import type { RowIndex } from "./index-of-rows.ts";
import { errorIssue, repeatedIds, text, unknownId, warningIssue } from "./issues.ts";

const POST = text("岗位", "post");

/** Finds what is wrong with posts, placed people and floors. */
export function checkPosts(document: MarketDocument, rows: RowIndex): readonly Issue[] {
  return [
    ...repeatedIds({
      ids: document.posts.map((post) => post.id),
      path: (index) => ["posts", index, "id"],
      code: "post-twice",
      noun: POST,
    }),
    ...missingCapacities(document),
    ...checkPlaced(document, rows),
    ...checkFloors(document, rows),
    ...overfull(document),
  ];
}

function missingCapacities({ posts }: MarketDocument): readonly Issue[] {
  return posts.flatMap((post, index) =>
    post.capacity === undefined
      ? [
          errorIssue({
            code: "capacity-missing",
            path: ["posts", index, "capacity"],
            expected: text("不小于 0 的整数", "a whole number of at least 0"),
            message: text(`岗位“${post.id}”没有填岗位数`, `The post "${post.id}" has no number of heads`),
            advice: text("请填写岗位数；不设岗请填 0", "Give the number of heads; 0 where there is no post"),
          }),
        ]
      : [],
  );
}

function checkPlaced({ placed, people }: MarketDocument, rows: RowIndex): readonly Issue[] {
  const unknown = placed.flatMap((row, index) =>
    rows.posts.has(row.post) ? [] : [unknownId({ id: row.post, noun: POST, path: ["placed", index, "post"] })],
  );
  const twice = repeatedIds({
    ids: placed.map((row) => row.person),
    path: (index) => ["placed", index, "person"],
    code: "placed-twice",
    noun: text("已安排人员", "placed person"),
  });
  const both = placed.flatMap((row, index) => {
    const other = rows.people.get(row.person);
    return other === undefined ? [] : [inTwoLists({ id: people[other]?.id ?? row.person, index, other })];
  });
  return [...unknown, ...twice, ...both];
}

function inTwoLists({ id, index, other }: { id: string; index: number; other: number }): Issue {
  return errorIssue({
    code: "person-in-two-lists",
    path: ["placed", index, "person"],
    received: id,
    message: text(
      `“${id}”既在直接安排名单中，又在参加竞聘名单中（people.${other}）`,
      `"${id}" is in the list of those placed beforehand and competes as well (people.${other})`,
    ),
    advice: text(
      "直接聘任与竞聘只能二选一（YY-09）",
      "Whoever is appointed directly does not compete (YY-09); keep one row",
    ),
  });
}

function checkFloors({ floors }: MarketDocument, rows: RowIndex): readonly Issue[] {
  const holder = new Map<string, string>();
  const found = floors.flatMap((floor, index) =>
    floor.posts.flatMap((post, place) => {
      const path = ["floors", index, "posts", place];
      if (!rows.posts.has(post)) return [unknownId({ id: post, noun: POST, path })];
      const other = holder.get(post);
      holder.set(post, floor.id);
      return other === undefined ? [] : [inTwoFloors({ post, floors: [other, floor.id], path })];
    }),
  );
  const twice = repeatedIds({
    ids: floors.map((floor) => floor.id),
    path: (index) => ["floors", index, "id"],
    code: "floor-twice",
    noun: text("最低在岗要求", "floor"),
  });
  return [...twice, ...found];
}

function inTwoFloors(found: { post: string; floors: readonly string[]; path: readonly (string | number)[] }): Issue {
  const { post, floors, path } = found;
  return errorIssue({
    code: "post-in-two-floors",
    path,
    received: post,
    message: text(
      `岗位“${post}”属于两项最低在岗要求：${floors.join("、")}`,
      `The post "${post}" belongs to two floors: ${floors.join(", ")}`,
    ),
    advice: text("每个岗位只归一项最低在岗要求", "Let every post belong to one floor"),
  });
}

/** Counts who is in the posts against the heads: more placed people than heads cannot be, more holders are surplus. */
function overfull(document: MarketDocument): readonly Issue[] {
  const placed = countBy(document.placed.filter((row) => row.occupies).map((row) => row.post));
  const holders = countBy(
    document.people.flatMap((person) =>
      person.ownPost !== undefined && (person.ownPostIs ?? document.ownPost) === "keeps" ? [person.ownPost] : [],
    ),
  );
  return document.posts.flatMap((post, index) => {
    if (post.capacity === undefined) return [];
    const fixed = placed.get(post.id) ?? 0;
    const kept = holders.get(post.id) ?? 0;
    const found = { name: namedPost(post), index, heads: post.capacity, people: fixed };
    if (fixed > post.capacity) return [overPlaced(found)];
    return fixed + kept > post.capacity ? [overHeld({ ...found, people: fixed + kept })] : [];
  });
}

/** What a post is called in a sentence: school and work before the id, which stands alone where nothing more is known. */
function namedPost({ id, school, stage, subject, office }: MarketDocument["posts"][number]) {
  const known = [school, stage, subject ?? office].filter((part) => part !== undefined && part !== "").join("");
  // The key of a cell that no post was listed for is nobody's id, and words that stand for one say the same twice.
  const isWords = id.replaceAll(" ", "") === known;
  if (known !== "" && (isWords || id.includes("/"))) return text(known, known);
  return known === "" ? text(id, id) : text(`${known}（${id}）`, `${known} (${id})`);
}

interface Overfull {
  readonly name: Issue["message"];
  readonly index: number;
  readonly heads: number;
  readonly people: number;
}

function overPlaced({ name, index, heads, people }: Overfull): Issue {
  return errorIssue({
    code: "placed-beyond-capacity",
    path: ["posts", index, "capacity"],
    received: String(heads),
    expected: { zh: `不少于 ${people}`, en: `at least ${people}` },
    message: text(
      `岗位“${name.zh}”只有 ${heads} 个，却已直接安排 ${people} 人`,
      `The post "${name.en}" has ${heads} heads and ${people} people were placed there beforehand`,
    ),
    advice: text("请核对岗位数或直接安排名单", "Check the heads of the post or the list of those placed"),
  });
}

function overHeld({ name, index, heads, people }: Overfull): Issue {
  return warningIssue({
    code: "post-overfull",
    path: ["posts", index, "capacity"],
    received: String(heads),
    expected: { zh: `不少于 ${people}`, en: `at least ${people}` },
    message: text(
      `岗位“${name.zh}”有 ${heads} 个，现有 ${people} 人且均可留任；超出期间只出不进，互换时一进一出`,
      `The post "${name.en}" has ${heads} heads, ${people} people hold it and may keep it; while that is so nobody new comes, and by trade one for one only`,
    ),
    advice: text("如需分流，请先确定超编人员", "Decide first who is surplus if somebody has to go"),
  });
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
