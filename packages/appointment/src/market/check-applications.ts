import type { Issue } from "@lungang/core";
import { decimalIssues } from "./check-people.ts";
import type { MarketDocument } from "./document.ts";
import type { RowIndex, WishRow } from "./index-of-rows.ts";
import { wishRow } from "./index-of-rows.ts";
import { errorIssue, repeatedIds, text, unknownId, warningIssue } from "./issues.ts";

type Application = MarketDocument["applications"][number];
type PersonRow = MarketDocument["people"][number];

/** An application with where it stands and whose it is. */
interface Filed {
  readonly application: Application;
  readonly index: number;
  readonly person: PersonRow | undefined;
}

/** Finds what is wrong with applications: who, what, and whether the points for it are there. */
export function checkApplications(document: MarketDocument, rows: RowIndex): readonly Issue[] {
  const { applications, people, placed } = document;
  const placedIds = new Set(placed.map((row) => row.person));
  const filed = applications.map((application, index): Filed => {
    const at = rows.people.get(application.person);
    return { application, index, person: at === undefined ? undefined : people[at] };
  });
  return [
    ...repeatedIds({
      ids: applications.map((application) => application.person),
      path: (index) => ["applications", index, "person"],
      code: "application-twice",
      noun: text("申请人", "application of"),
    }),
    ...filed.flatMap((entry) => unknownPerson(entry, placedIds)),
    ...filed.flatMap((entry) => wishIssues(entry, document, rows)),
    ...filed.flatMap((entry) => missingPoints(entry, document, rows)),
  ];
}

function unknownPerson({ application, index, person }: Filed, placed: ReadonlySet<string>): readonly Issue[] {
  if (person !== undefined) return [];
  const path = ["applications", index, "person"];
  if (!placed.has(application.person))
    return [unknownId({ id: application.person, noun: text("人员", "person"), path })];
  return [
    errorIssue({
      code: "person-in-two-lists",
      path,
      received: application.person,
      message: text(
        `“${application.person}”已直接安排，又提交了竞聘申请`,
        `"${application.person}" was placed beforehand and applies as well`,
      ),
      advice: text(
        "直接聘任与竞聘只能二选一（YY-09）",
        "Whoever is appointed directly does not compete (YY-09); keep one row",
      ),
    }),
  ];
}

function wishIssues(filed: Filed, document: MarketDocument, rows: RowIndex): readonly Issue[] {
  const { application, index } = filed;
  const wishes = application.wishes.map(wishRow);
  const classes = new Set(document.priorityClasses.map((row) => row.id));
  return [
    ...repeatedIds({
      ids: wishes.map((wish) => wish.post),
      path: (place) => ["applications", index, "wishes", place],
      code: "wish-twice",
      noun: text("志愿", "wish"),
    }),
    ...wishes.flatMap((wish, place) => {
      const path = ["applications", index, "wishes", place];
      return [
        ...decimalIssues(wish.points, path),
        ...(wish.priorityClass === undefined || classes.has(wish.priorityClass)
          ? []
          : [unknownId({ id: wish.priorityClass, noun: text("优先类别", "priority class"), path })]),
        ...wishedPost({ wish, filed, path }, document, rows),
      ];
    }),
    ...belowOwn(filed, wishes, document),
  ];
}

interface Wished {
  readonly wish: WishRow;
  readonly filed: Filed;
  readonly path: readonly (string | number)[];
}

function wishedPost({ wish, filed, path }: Wished, document: MarketDocument, rows: RowIndex): readonly Issue[] {
  const at = rows.posts.get(wish.post);
  if (at === undefined) return [unknownId({ id: wish.post, noun: text("岗位", "post"), path })];
  const { person } = filed;
  if (person?.ownPost === wish.post) return person.ownPostIs === "leaves" ? [ownPostLeft(wish.post, path)] : [];
  const post = document.posts[at];
  return post === undefined || post.offered ? [] : [notOffered({ ...post, path })];
}

function notOffered(post: {
  id: string;
  notOfferedBecause?: string | undefined;
  path: readonly (string | number)[];
}): Issue {
  const because = post.notOfferedBecause ?? "";
  return errorIssue({
    code: "wish-not-offered",
    path: post.path,
    received: post.id,
    message: text(
      `志愿岗位“${post.id}”不在公布的竞聘岗位之内${because === "" ? "" : `：${because}`}`,
      `The wished post "${post.id}" is not offered${because === "" ? "" : `: ${because}`}`,
    ),
    advice: text("请改填公布的岗位，或核对岗位公告", "Wish for a post that is offered, or check the list of posts"),
  });
}

function ownPostLeft(id: string, path: readonly (string | number)[]): Issue {
  return errorIssue({
    code: "wish-own-post-left",
    path,
    received: id,
    message: text(
      `志愿岗位“${id}”是本人须离开的原岗`,
      `The wished post "${id}" is the one that the person has to leave`,
    ),
    advice: text("请删去此志愿，或核对原岗处理方式", "Remove the wish, or check the right to the own post"),
  });
}

/** Wishes behind a post that one keeps can never come true; said, because somebody took the trouble to write them. */
function belowOwn({ index, person }: Filed, wishes: readonly WishRow[], document: MarketDocument): readonly Issue[] {
  if (person?.ownPost === undefined || (person.ownPostIs ?? document.ownPost) !== "keeps") return [];
  const own = wishes.findIndex((wish) => wish.post === person.ownPost);
  const useless = own < 0 ? 0 : wishes.length - own - 1;
  if (useless === 0) return [];
  return [
    warningIssue({
      code: "wish-behind-own-post",
      path: ["applications", index, "wishes", own + 1],
      message: text(
        `“${person.id}”排在原岗之后的 ${useless} 个志愿不会用到`,
        `"${person.id}" lists ${useless} wishes behind the own post, which is kept: they are never used`,
      ),
      advice: text("如愿调动，请把志愿排在原岗之前", "Put them before the own post if they are really wished"),
    }),
  ];
}

/** Points are needed where a post ranks by them: not at a post with a ranking of its own, nor at the post one keeps. */
function missingPoints({ application, person }: Filed, document: MarketDocument, rows: RowIndex): readonly Issue[] {
  if (person === undefined || document.rankedBy === "draw" || person.points !== undefined) return [];
  const needed = application.wishes
    .map(wishRow)
    .filter((wish) => wish.points === undefined && wish.post !== person.ownPost && !rows.rankedPosts.has(wish.post));
  if (needed.length === 0) return [];
  return [
    errorIssue({
      code: "points-missing",
      path: ["people", rows.people.get(person.id) as number, "points"],
      message: text(
        `“${person.id}”申请了按分排序的岗位（${needed.map((wish) => wish.post).join("、")}），却没有分值`,
        `"${person.id}" applies for posts that rank by points (${needed.map((wish) => wish.post).join(", ")}) and has none`,
      ),
      advice: text("请补填分值；没有得分请填 0", "Give the points; 0 where there are none"),
    }),
  ];
}
