import type { Issue } from "@lungang/core";
import type { MarketDocument } from "./document.ts";
import { errorIssue, text, unknownId } from "./issues.ts";

/** Finds what is wrong with title posts and the titles that people have. */
export function checkTitles({ titlePosts, people, posts }: MarketDocument): readonly Issue[] {
  if (titlePosts.length === 0) return [];
  const schools = new Set(posts.map(({ school }) => school));
  const first = new Map<string, number>();
  return [
    ...titlePosts.flatMap(({ school, level }, index): readonly Issue[] => {
      if (!schools.has(school)) {
        return [unknownId({ id: school, noun: text("学校", "school"), path: ["titlePosts", index, "school"] })];
      }
      const key = JSON.stringify([school, level]);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      return earlier === undefined ? [] : [twice({ school, level, index, earlier })];
    }),
    ...people.flatMap(({ id, title }, index) => (title === undefined ? [missing(id, index)] : [])),
  ];
}

interface Repeated {
  readonly school: string;
  readonly level: string;
  readonly index: number;
  readonly earlier: number;
}

function twice({ school, level, index, earlier }: Repeated): Issue {
  return errorIssue({
    code: "title-posts-twice",
    path: ["titlePosts", index, "level"],
    received: level,
    message: text(
      `“${school}”的“${level}”职称岗位重复，前一处在 titlePosts.${earlier}`,
      `The posts of "${level}" at "${school}" stand twice, first at titlePosts.${earlier}`,
    ),
    advice: text("请核对后只保留一处", "Keep one of the two after checking which is right"),
  });
}

function missing(person: string, index: number): Issue {
  return errorIssue({
    code: "title-missing",
    path: ["people", index, "title"],
    message: text(
      `“${person}”没有填职称，无法核对职称岗位`,
      `"${person}" has no title, which posts of titles are counted by`,
    ),
    advice: text("请填写职称；没有职称的填“无”", "Give the title; write that there is none where that is so"),
  });
}
