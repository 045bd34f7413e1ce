import type { Issue } from "@lungang/core";
import { cellText } from "../county/header.ts";
import { IssueLog, errorAt, warningAt } from "../county/issues.ts";
import { withKnownIds } from "../county/known-ids.ts";
import type { Names } from "../county/references.ts";
import type { Table } from "../county/table.ts";
import { dataRows } from "../county/data-rows.ts";
import { placeIn, rowNumber } from "../county/table.ts";
import { foldPost } from "../values/names.ts";
import { cleanId } from "../values/text.ts";

/** A row of the sheet of posts in words: `某某中学 初中数学`. */
interface SpokenPost {
  readonly row: number;
  readonly spoken: string;
  /** Further words for it, unless they mean others as well. */
  readonly shorter: string;
}

/**
 * Gives posts their school and work as ids where a sheet has no ids at all, or the ids under which these are known. Two rows with the same words are told: nothing is
 * told apart by its place in the sheet.
 *
 * @returns the table with ids by row; the same table where it has ids, or no schools
 */
export function withMadePostIds(table: Table, { log, idOf }: MadePostIds): Table {
  const { columns, sheet } = table;
  const school = columns.get("school");
  const index = columns.get("id");
  const posts = spokenPosts(table);
  if (school === undefined || posts.length === 0) return table;
  if (index !== undefined && posts.some(({ row }) => cellText(sheet.rows[row]?.[index]) !== "")) return table;
  const named: Table = { ...table, columns: new Map([...columns, ["id", school]]) };
  const madeIds = idsOf(posts, named, log);
  log.add(notice(named, posts));
  if (idOf === undefined) return { ...named, madeIds };
  return { ...named, madeIds: withKnownIds(madeIds, (row) => idOf(madeIds.get(row) ?? "")) };
}

/** Returns the words of posts as ids by row; rows with the same words are told. */
function idsOf(posts: readonly SpokenPost[], named: Table, log: IssueLog): ReadonlyMap<number, string> {
  const byName = new Map<string, SpokenPost[]>();
  for (const post of posts) byName.set(foldPost(post.spoken), [...(byName.get(foldPost(post.spoken)) ?? []), post]);
  const madeIds = new Map<number, string>();
  for (const [first, ...others] of byName.values()) {
    if (first === undefined) continue;
    if (others.length === 0) madeIds.set(first.row, first.spoken);
    else log.add(alike(named, [first, ...others]));
  }
  return madeIds;
}

interface MadePostIds {
  readonly log: IssueLog;
  /** The id under which a post in words is known elsewhere. @defaultValue none is known elsewhere */
  readonly idOf?: ((spoken: string) => string | undefined) | undefined;
}

/** Returns the ids of posts and what school and work together mean; nothing where there is no sheet of posts. */
export function postNamesIn(table: Table | undefined): Names {
  const ids = new Set<string>();
  const idsByName = new Map<string, Set<string>>();
  for (const { row, spoken, shorter } of table === undefined ? [] : spokenPosts(table)) {
    const id = idIn(table as Table, row);
    // Rows that nothing tells apart have no id: their words mean no post in particular.
    if (id !== undefined) ids.add(id);
    for (const name of new Set([spoken, shorter].map(foldPost)))
      idsByName.set(name, (idsByName.get(name) ?? new Set()).add(id ?? `?${row}`));
  }
  return { ids, idsByName };
}

function idIn({ columns, sheet, madeIds }: Table, row: number): string | undefined {
  if (madeIds !== undefined) return madeIds.get(row);
  const index = columns.get("id");
  return index === undefined ? undefined : cleanId(cellText(sheet.rows[row]?.[index])) || undefined;
}

function spokenPosts(table: Table): readonly SpokenPost[] {
  const { columns, sheet } = table;
  return dataRows(table, new IssueLog()).map((row) => {
    const [school, stage, subject, office, kind] = ["school", "stage", "subject", "office", "kind"].map((key) => {
      const index = columns.get(key);
      return index === undefined ? "" : cellText(sheet.rows[row]?.[index]);
    }) as [string, string, string, string, string];
    const work = [subject, office, kind].find((text) => text !== "") ?? "";
    return { row, spoken: `${school} ${stage}${work}`, shorter: `${school} ${work}` };
  });
}

function notice(table: Table, posts: readonly SpokenPost[]): Issue {
  const sample = posts[0]?.spoken ?? "";
  return warningAt(placeIn(table.sheet, table.headerRow, table.columns.get("id")), "ids-of-posts", {
    message: {
      zh: `“岗位”表没有岗位编号，${posts.length} 个岗位按学校、学段和学科识别，如“${sample}”`,
      en: `The sheet of posts has no ids: ${posts.length} posts are known by school, stage and subject, such as "${sample}"`,
    },
    advice: {
      zh: "各表照此写岗位即可，有无空格都可以",
      en: "Write posts so in all sheets, with or without spaces",
    },
  });
}

function alike(table: Table, posts: readonly SpokenPost[]): Issue {
  const lines = posts.map(({ row }) => rowNumber(table.sheet, row)).join("、");
  return errorAt(placeIn(table.sheet, posts[1]?.row, table.columns.get("id")), "posts-alike", {
    message: {
      zh: `第 ${lines} 行的学校、学段、学科（职务）都相同，又没有岗位编号`,
      en: `Rows ${lines} have the same school, stage and subject or office, and no id`,
    },
    received: posts[0]?.spoken ?? "",
    advice: {
      zh: "同一岗位请合为一行，岗位数相加；确是不同的岗位，请加“岗位编号”列为全部岗位填写编号",
      en: "Put what is one post into one row and add the heads. For different posts add a column of ids",
    },
  });
}
