import type { Issue } from "@lungang/core";
import { parsePoints } from "@lungang/core/policy";
import type { MarketDocument } from "./document.ts";
import type { RowIndex } from "./index-of-rows.ts";
import { wishRow } from "./index-of-rows.ts";
import type { Path } from "./issues.ts";
import { errorIssue, repeatedIds, text, unknownId } from "./issues.ts";

/** Finds what is wrong with the rows of people. */
export function checkPeople(document: MarketDocument, rows: RowIndex): readonly Issue[] {
  const { people } = document;
  return [
    ...repeatedIds({
      ids: people.map((person) => person.id),
      path: (index) => ["people", index, "id"],
      code: "person-twice",
      noun: text("人员", "person"),
    }),
    ...people.flatMap((person, index) => [
      ...ownPostIssues(person, index, rows),
      ...decimalIssues(person.points, ["people", index, "points"]),
      ...person.ties.flatMap((value, place) => decimalIssues(value, ["people", index, "ties", place])),
    ]),
    ...undefended(document, rows),
    ...classIssues(document),
    ...uneven(people),
  ];
}

/** Finds a value that is no exact decimal; nothing where the cell is empty. */
export function decimalIssues(value: string | number | undefined, path: Path): readonly Issue[] {
  if (value === undefined || parsePoints(value) !== undefined) return [];
  return [
    errorIssue({
      code: "points-not-decimal",
      path,
      received: String(value),
      expected: text("最多四位小数的数，如 87.5", "a number with at most four decimals, such as 87.5"),
      message: text(`“${value}”不是可用的分值`, `"${value}" cannot be read as points`),
      advice: text(
        "请填写最多四位小数的数字，例如 87.5",
        "Write a number with at most four decimals, for example 87.5",
      ),
    }),
  ];
}

function ownPostIssues(person: MarketDocument["people"][number], index: number, rows: RowIndex): readonly Issue[] {
  if (person.ownPost !== undefined && !rows.posts.has(person.ownPost)) {
    return [unknownId({ id: person.ownPost, noun: text("岗位", "post"), path: ["people", index, "ownPost"] })];
  }
  if (person.ownPost !== undefined || person.ownPostIs === undefined) return [];
  return [
    errorIssue({
      code: "own-post-missing",
      path: ["people", index, "ownPost"],
      message: text(
        `“${person.id}”填写了原岗处理方式，却没有原岗`,
        `"${person.id}" has a right to an own post, and no own post is named`,
      ),
      advice: text("请填写原岗，或删去处理方式", "Name the own post, or leave the right empty"),
    }),
  ];
}

/** Who defends the own post by points needs points, whether he applies for anything or not. */
function undefended({ people, ownPost, rankedBy, applications }: MarketDocument, rows: RowIndex): readonly Issue[] {
  if (rankedBy === "draw") return [];
  const applied = new Map(applications.map(({ person, wishes }) => [person, wishes.map(wishRow)]));
  return people.flatMap((person, index) => {
    const own = person.ownPost;
    const isContested = (person.ownPostIs ?? ownPost) === "contested";
    if (own === undefined || !isContested || person.points !== undefined || rows.rankedPosts.has(own)) return [];
    const wish = applied.get(person.id)?.find(({ post }) => post === own);
    return wish?.points === undefined ? [noPoints(person.id, own, index)] : [];
  });
}

function noPoints(person: string, own: string, index: number): Issue {
  return errorIssue({
    code: "points-missing",
    path: ["people", index, "points"],
    message: text(
      `“${person}”的原岗“${own}”按分竞聘，本人却没有分值`,
      `"${person}" defends the own post "${own}" by points and has none`,
    ),
    advice: text("请补填分值；没有得分请填 0", "Give the points; 0 where there are none"),
  });
}

function classIssues(document: MarketDocument): readonly Issue[] {
  const known = new Set(document.priorityClasses.map((row) => row.id));
  const noun = text("优先类别", "priority class");
  return document.people.flatMap((person, index) =>
    person.priorityClass === undefined || known.has(person.priorityClass)
      ? []
      : [unknownId({ id: person.priorityClass, noun, path: ["people", index, "priorityClass"] })],
  );
}

/** Every person needs a value for every tie key, or an empty cell would decide. */
function uneven(people: MarketDocument["people"]): readonly Issue[] {
  const most = people.reduce((length, person) => Math.max(length, person.ties.length), 0);
  return people.flatMap((person, index) =>
    person.ties.length === most
      ? []
      : [
          errorIssue({
            code: "ties-missing",
            path: ["people", index, "ties"],
            received: String(person.ties.length),
            expected: String(most),
            message: text(
              `“${person.id}”缺少同分排序项的数值：应有 ${most} 项，现有 ${person.ties.length} 项`,
              `"${person.id}" has ${person.ties.length} values to break ties with, others have ${most}`,
            ),
            advice: text("请补齐同分时比较的各项数值", "Give a value for every key that breaks ties"),
          }),
        ],
  );
}
