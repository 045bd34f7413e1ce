import type { Issue, Text } from "@lungang/core";
import { codeOf, wordsOf } from "@lungang/core";
import type { MarketInput } from "@lungang/appointment";
import { TITLE_LEVELS, titlePosts } from "@lungang/appointment/posts";
import type { Share } from "@lungang/core/policy";
import { parseShare } from "@lungang/core/policy";
import type { AppointmentRows } from "@lungang/tabular";

type TitleRow = AppointmentRows["titlePosts"][number];
type Level = TitleRow["level"];

/** Somebody who takes no part and holds a title post at a school. */
export interface TitleHolder {
  /** Name of the school as the posts have it. */
  readonly school: string;
  /** Code of the title. */
  readonly title: string;
}

/** Title posts as a market takes them, and what is wrong with their rows. */
export interface TitlesOfRows {
  readonly titlePosts: NonNullable<MarketInput["titlePosts"]>;
  readonly issues: readonly Issue[];
  /** Returns an issue about title posts of the market with the place of the row that they come from. */
  readonly inRows: (issue: Issue) => Issue;
}

/** Posts whose holders have professional titles. */
const TITLED_KINDS: ReadonlySet<string> = new Set(["teaching", "management", "support"]);

/**
 * Sets up the title posts of every school: by a row of the school, else by the row for all, a share of its posts rounded down.
 *
 * @param holders - people who take no part and hold a title post, beside those whom the rows name or count
 */
export function titlesOf(rows: AppointmentRows, holders: readonly TitleHolder[] = []): TitlesOfRows {
  if (rows.titlePosts.length === 0) return { titlePosts: [], issues: [], inRows: (issue) => issue };
  const heads = headsBySchool(rows);
  const general = new Map(rows.titlePosts.flatMap((row) => (row.school === undefined ? [[row.level, row]] : [])));
  const own = new Set(rows.titlePosts.map(({ school, level }) => JSON.stringify([school, level])));
  const ofAll = [...heads.keys()].flatMap((school) =>
    [...general.values()]
      .filter(({ level }) => !own.has(JSON.stringify([school, level])))
      .map((row) => ({ ...row, school, at: rows.titlePosts.indexOf(row) })),
  );
  const ofSchools = rows.titlePosts.flatMap(({ school, ...row }, at) =>
    school === undefined ? [] : [{ ...row, school, at }],
  );
  const all = [...ofSchools, ...ofAll];
  return {
    titlePosts: all.map((row) => {
      const { school, level } = row;
      const { name, titles } = TITLE_LEVELS[level];
      const held = holders.filter(
        (holder) => holder.school === school && (titles as readonly string[]).includes(holder.title),
      ).length;
      const taken = (row.taken ?? 0) + held;
      return { school, level: name, titles: [...titles], posts: postsOf(row, heads.get(school) ?? 0), taken };
    }),
    inRows: (issue) => inTitleRows(issue, all),
    issues: [...rows.titlePosts.flatMap(rowIssues), ...generalTwice(rows), ...beyondWhole(rows), ...titleIssues(rows)],
  };
}

function inTitleRows(issue: Issue, rows: readonly { readonly at: number }[]): Issue {
  const [list, at, ...rest] = issue.path ?? [];
  if (list !== "titlePosts" || typeof at !== "number") return issue;
  const named = (text: string) =>
    text.replace(/titlePosts\.(\d+)/u, (_, index: string) => `titlePosts.${rows[Number(index)]?.at ?? index}`);
  const message = { zh: named(issue.message.zh), en: named(issue.message.en) };
  return { ...issue, message, path: ["titlePosts", rows[at]?.at ?? at, ...rest] };
}

/** Code of a title as it is written; undefined for what is none. */
export function titleCode(written: string | undefined): string | undefined {
  return written === undefined ? undefined : codeOf("title", written);
}

function headsBySchool({ posts }: AppointmentRows): ReadonlyMap<string, number> {
  const heads = new Map<string, number>();
  for (const { school, kind = "teaching", capacity = 0 } of posts) {
    heads.set(school, (heads.get(school) ?? 0) + (TITLED_KINDS.has(kind) ? capacity : 0));
  }
  return heads;
}

function postsOf({ level, share, posts }: TitleRow, heads: number): number {
  const parsed = share === undefined ? undefined : parseShare(share);
  if (parsed === undefined) return posts ?? 0;
  return titlePosts(heads, [{ level, share: parsed }, { level: "rest" }])[0]?.posts ?? 0;
}

function rowIssues({ school, share, posts, taken }: TitleRow, at: number): readonly Issue[] {
  const found: Issue[] = [];
  if ((share === undefined) === (posts === undefined)) {
    found.push({
      code: "title-posts-unclear",
      severity: "error",
      path: ["titlePosts", at, share === undefined ? "share" : "posts"],
      message: {
        zh: share === undefined ? "没有填结构比例，也没有填岗位数" : "结构比例和岗位数都填了",
        en: share === undefined ? "Neither a share nor a number of posts" : "Both a share and a number of posts",
      },
      advice: { zh: "请填写其中一项，另一项留空", en: "Give one of the two and leave the other empty" },
    });
  }
  if (taken !== undefined && school === undefined) {
    found.push({
      code: "title-posts-unclear",
      severity: "error",
      path: ["titlePosts", at, "taken"],
      received: String(taken),
      message: { zh: "已占用的职称岗位没有写明学校", en: "Posts that are taken, without the school" },
      advice: { zh: "请按学校逐行填写已占用数", en: "Give them school by school" },
    });
  }
  return found;
}

/** A second row for all schools; schools that stand twice are found with the market. */
function generalTwice({ titlePosts: rows }: AppointmentRows): readonly Issue[] {
  const first = new Map<Level, number>();
  return rows.flatMap(({ school, level }, at): readonly Issue[] => {
    if (school !== undefined) return [];
    const earlier = first.get(level);
    if (earlier === undefined) first.set(level, at);
    if (earlier === undefined) return [];
    return [
      {
        code: "title-posts-twice",
        severity: "error",
        path: ["titlePosts", at, "level"],
        received: TITLE_LEVELS[level].name,
        message: {
          zh: `各校的“${TITLE_LEVELS[level].name}”岗位重复，前一处在 titlePosts.${earlier}`,
          en: `The posts of "${TITLE_LEVELS[level].name}" for all schools stand twice, first at titlePosts.${earlier}`,
        },
        advice: { zh: "请核对后只保留一处", en: "Keep one of the two after checking which is right" },
      },
    ];
  });
}

/** Levels that share no title; the senior one is what its ranks are together. */
const APART: readonly (readonly Level[])[] = [
  ["senior", "middle", "junior"],
  ["chief", "deputy", "middle", "junior"],
];

/** Shares that together are more than all posts of a school. */
function beyondWhole({ titlePosts: rows }: AppointmentRows): readonly Issue[] {
  const schools = [...new Set(rows.map(({ school }) => school))];
  return schools.flatMap((school): readonly Issue[] => {
    const here = rows.map((row, at) => ({ ...row, at })).filter((row) => row.school === school);
    const isBeyond = APART.some((levels) => sumOf(here.filter(({ level }) => levels.includes(level))) > 1);
    const [last] = here.filter(({ share }) => share !== undefined).slice(-1);
    if (!isBeyond || last === undefined) return [];
    return [
      {
        code: "title-shares-beyond-whole",
        severity: "error",
        path: ["titlePosts", last.at, "share"],
        received: last.share ?? "",
        message: {
          zh: `${school === undefined ? "各校" : `“${school}”`}的职称结构比例合计超过 100%`,
          en: `The shares of ${school === undefined ? "all schools" : `"${school}"`} are more than the whole together`,
        },
        advice: { zh: "请核对各等级的结构比例", en: "Check the shares of the levels" },
      },
    ];
  });
}

function sumOf(rows: readonly TitleRow[]): number {
  const shares = rows.flatMap(({ share }): readonly Share[] => {
    const parsed = share === undefined ? undefined : parseShare(share);
    return parsed === undefined ? [] : [parsed];
  });
  const sum = shares.reduce(
    (all, one) => ({
      numerator: all.numerator * one.denominator + one.numerator * all.denominator,
      denominator: all.denominator * one.denominator,
    }),
    { numerator: 0, denominator: 1 },
  );
  return sum.numerator / sum.denominator;
}

/** Titles that nobody knows, and placed people without one; that people who compete have none is found with the market. */
function titleIssues({ people, placed }: AppointmentRows): readonly Issue[] {
  const unknown = (list: "people" | "placed", at: number, title: string): Issue => ({
    code: "unknown-word",
    severity: "error",
    path: [list, at, "title"],
    received: title,
    expected: KNOWN,
    message: { zh: `看不懂职称“${title}”`, en: `"${title}" is no title that is known` },
    advice: { zh: "请填写列出的职称之一，没有职称的填“无职称”", en: "Give one of the titles, or that there is none" },
  });
  const missing = (person: string, at: number): Issue => ({
    code: "title-missing",
    severity: "error",
    path: ["placed", at, "title"],
    message: {
      zh: `“${person}”没有填职称，无法核对职称岗位`,
      en: `"${person}" has no title, which posts of titles are counted by`,
    },
    advice: { zh: "请填写职称；没有职称的填“无职称”", en: "Give the title, or that there is none" },
  });
  return [
    ...people.flatMap(({ title }, at) =>
      title === undefined || titleCode(title) !== undefined ? [] : [unknown("people", at, title)],
    ),
    ...placed.flatMap(({ person, title }, at) => {
      if (title === undefined) return [missing(person, at)];
      return titleCode(title) === undefined ? [unknown("placed", at, title)] : [];
    }),
  ];
}

const KNOWN: Text = {
  zh: wordsOf("title").join("、"),
  en: wordsOf("title", "en").join(", "),
};
