import type { Issue } from "@lungang/core";
import type { MarketDocument } from "./document.ts";
import type { RowIndex } from "./index-of-rows.ts";
import { wishRow } from "./index-of-rows.ts";
import type { Path } from "./issues.ts";
import { errorIssue, repeatedIds, text, unknownId, warningIssue } from "./issues.ts";

/** One name of a ranking with its place in the order and in the document. */
interface Ranked {
  readonly person: string;
  readonly path: Path;
}

/** Finds what is wrong with the rankings of posts, and who applied where nobody ranked him. */
export function checkRankings(document: MarketDocument, rows: RowIndex): readonly Issue[] {
  const { rankings } = document;
  return [
    ...repeatedIds({
      ids: rankings.map((ranking) => ranking.post),
      path: (index) => ["rankings", index, "post"],
      code: "ranking-twice",
      noun: text("岗位排序", "ranking of post"),
    }),
    ...rankings.flatMap((ranking, index) => rankingIssues(ranking, index, rows)),
    ...notRanked(document, rows),
  ];
}

function rankingIssues(ranking: MarketDocument["rankings"][number], index: number, rows: RowIndex): readonly Issue[] {
  const names = namesOf(ranking, index);
  const post = rows.posts.has(ranking.post)
    ? []
    : [unknownId({ id: ranking.post, noun: text("岗位", "post"), path: ["rankings", index, "post"] })];
  const unknown = names.flatMap(({ person, path }) =>
    rows.people.has(person) ? [] : [unknownId({ id: person, noun: text("人员", "person"), path })],
  );
  const seen = new Set<string>();
  const circles = names.flatMap(({ person, path }) => {
    if (!seen.has(person)) {
      seen.add(person);
      return [];
    }
    return [rankedTwice({ person, path }, ranking.post)];
  });
  return [...post, ...unknown, ...circles];
}

function namesOf(ranking: MarketDocument["rankings"][number], index: number): readonly Ranked[] {
  return ranking.people.flatMap((entry, place): readonly Ranked[] =>
    typeof entry === "string"
      ? [{ person: entry, path: ["rankings", index, "people", place] }]
      : entry.map((person, within) => ({ person, path: ["rankings", index, "people", place, within] })),
  );
}

function rankedTwice({ person, path }: Ranked, post: string): Issue {
  return errorIssue({
    code: "ranked-twice",
    path,
    received: person,
    message: text(
      `岗位“${post}”的排序中“${person}”出现两次，先后成环`,
      `The ranking of post "${post}" names "${person}" twice, so it runs in a circle`,
    ),
    advice: text("每人在一个排序中只列一次", "Name everybody once in a ranking"),
  });
}

function notRanked(document: MarketDocument, rows: RowIndex): readonly Issue[] {
  const ranked = new Map(document.rankings.map((ranking) => [ranking.post, new Set(ranking.people.flat())] as const));
  return document.applications.flatMap((application, index) =>
    application.wishes.map(wishRow).flatMap(({ post }, place) => {
      const names = ranked.get(post);
      const at = rows.people.get(application.person);
      const person = at === undefined ? undefined : document.people[at];
      const keeps = person?.ownPost === post && (person.ownPostIs ?? document.ownPost) === "keeps";
      if (names === undefined || names.has(application.person) || keeps) return [];
      return [notRankedIssue(application.person, post, ["applications", index, "wishes", place])];
    }),
  );
}

function notRankedIssue(person: string, post: string, path: Path): Issue {
  return warningIssue({
    code: "not-ranked",
    path,
    received: post,
    message: text(
      `岗位“${post}”没有把申请人“${person}”列入排序，此志愿无效`,
      `The post "${post}" does not rank the applicant "${person}": the wish cannot come true`,
    ),
    advice: text("请核对学校的排序是否漏人", "Check whether the ranking of the school left somebody out"),
  });
}
