import type { Issue, Text } from "@lungang/core";
import { words } from "@lungang/core";
import type { PointSheet } from "@lungang/core/policy";
import { pointsText } from "@lungang/core/policy";
import { loadEvidence, loadScheme, scorePeople } from "@lungang/appointment";
import type { AppointmentRows } from "@lungang/tabular";

/** Points of people, item by item where a scheme counts them. */
export interface CountedPoints {
  /** By person id. */
  readonly sheets: ReadonlyMap<string, PointSheet>;
  readonly issues: readonly Issue[];
  /** Whether points could not be counted, so that it says nothing that they are missing. */
  readonly isBroken: boolean;
}

const NOTHING: CountedPoints = { sheets: new Map(), issues: [], isBroken: false };

/** Column of the points that were counted elsewhere, which is an item of its own where ties are compared. */
const POINTS_COLUMN = "积分";

/** Counts the points of everybody whose place depends on them: who applies, defends a post, or has points in the list. */
export function pointsOf(rows: AppointmentRows, alsoRanked: ReadonlySet<string>): CountedPoints {
  const { items, settings } = rows;
  if (items.length === 0 && settings.ties === undefined) return NOTHING;
  const twice = items.length === 0 ? [] : pointsGivenToo(rows);
  const scheme = loadScheme(schemeOf(rows));
  if (!scheme.ok) return { sheets: new Map(), issues: [...twice, ...scheme.issues.map(inSettings)], isBroken: true };
  const ranked = rankedRows(rows, alsoRanked);
  const evidence = loadEvidence(evidenceOf(rows, ranked), scheme.value);
  const located = (issues: readonly Issue[]) => issues.map((issue) => inRows(issue, ranked));
  if (!evidence.ok) return { sheets: new Map(), issues: [...twice, ...located(evidence.issues)], isBroken: true };
  const sheets = scorePeople(scheme.value, evidence.value);
  return {
    sheets: new Map(sheets.map((sheet) => [sheet.person, sheet])),
    issues: [...twice, ...scheme.warnings.map(inSettings), ...located(evidence.warnings)],
    isBroken: false,
  };
}

function schemeOf({ items, settings }: AppointmentRows): unknown {
  const given = { id: POINTS_COLUMN, kind: "column", column: POINTS_COLUMN, weight: "1/1" };
  return {
    format: "lungang-points-1",
    id: "workbook",
    ...(settings.cap === undefined ? {} : { cap: settings.cap }),
    items: items.length === 0 ? [given] : items,
    ties: settings.ties ?? [],
  };
}

/** Positions of rows that count, in the order in which the evidence has them. */
interface RankedRows {
  readonly people: readonly number[];
  readonly records: readonly number[];
}

/** Finds the people whose place depends on points, and their records; a record of a name that nobody has counts as an error. */
function rankedRows(rows: AppointmentRows, alsoRanked: ReadonlySet<string>): RankedRows {
  const applicants = new Set(rows.applications.map(({ person }) => person));
  const people = rows.people.flatMap(({ id, ownPost, ownPostIs, points }, at) => {
    const isContested = ownPost !== undefined && (ownPostIs ?? rows.settings.ownPost) === "contested";
    return applicants.has(id) || isContested || points !== undefined || alsoRanked.has(id) ? [at] : [];
  });
  const counted = new Set(people.map((at) => rows.people[at]?.id));
  const idle = new Set(rows.people.map(({ id }) => id).filter((id) => !counted.has(id)));
  return { people, records: rows.evidence.flatMap(({ person }, at) => (idle.has(person) ? [] : [at])) };
}

function evidenceOf(rows: AppointmentRows, ranked: RankedRows): unknown {
  const people = ranked.people.map((at) => {
    const { id, points, facts = {} } = rows.people[at] as AppointmentRows["people"][number];
    return { id, facts: { ...facts, ...(points === undefined ? {} : { [POINTS_COLUMN]: points }) } };
  });
  const known = new Set(people.map(({ id }) => id));
  const posts = new Set(rows.posts.map(({ id }) => id));
  const wishes = rows.items.some(({ kind }) => kind === "atPost")
    ? rows.applications.flatMap(({ person, wishes: list }) =>
        [...new Set(list)].flatMap((post) => (known.has(person) && posts.has(post) ? [{ person, post }] : [])),
      )
    : [];
  return {
    format: "lungang-evidence-1",
    people,
    records: ranked.records.map((at) => rows.evidence[at]),
    posts: rows.posts.map((post) => ({ id: post.id, facts: postFacts(post) })),
    wishes,
  };
}

/** Columns of a post that points at some posts can ask for. */
function postFacts({ id, school, township, kind, stage, subject }: AppointmentRows["posts"][number]) {
  const facts = { 岗位编号: id, 学校: school, 乡镇: township, 岗位类别: kindWord(kind), 学段: stage, 学科: subject };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function kindWord(kind: string | undefined): string {
  const known = words.postKind as Readonly<Record<string, Text>>;
  return (known[kind ?? "teaching"] ?? words.postKind.teaching).zh;
}

function pointsGivenToo({ people }: AppointmentRows): readonly Issue[] {
  return people.flatMap(({ id, points }, at): readonly Issue[] =>
    points === undefined
      ? []
      : [
          {
            code: "points-given-and-counted",
            severity: "error",
            path: ["people", at, "points"],
            received: points,
            message: {
              zh: `“${id}”填了积分，积分又由“计分项”计算，不知以哪个为准`,
              en: `"${id}" has points, and items count points as well: which holds is not said`,
            },
            advice: {
              zh: "请只保留一处：清空“积分”列，或删去“计分项”",
              en: "Keep one of them: empty the column, or remove the items",
            },
          },
        ],
  );
}

/** Problems of a scheme lie in the sheet of items, those of its cap and ties in the settings. */
function inSettings(issue: Issue): Issue {
  const [first = ""] = issue.path ?? [];
  return first === "items" ? issue : { ...issue, path: ["settings", ...(issue.path ?? [])] };
}

/** Problems of evidence have the numbers of the rows that count; the workbook has numbers of its own. */
function inRows(issue: Issue, ranked: RankedRows): Issue {
  const [list, at, ...rest] = issue.path ?? [];
  if (typeof at !== "number" || (list !== "people" && list !== "records")) return issue;
  const sheet = list === "people" ? "people" : "evidence";
  return { ...issue, path: [sheet, ranked[list][at] ?? at, ...rest] };
}

/** Points of one person as a market takes them. */
export function marketPoints(sheet: PointSheet): { readonly points: string; readonly ties: string[] } {
  return { points: pointsText(sheet.total), ties: sheet.ties.map(pointsText) };
}
