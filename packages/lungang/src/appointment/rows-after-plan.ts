import type { Issue, Person, Text } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";
import { postName, wordOf } from "@lungang/core";
import type { PlanEnds } from "../case/plan-ends.ts";
import { withinEstablishment } from "./establishment-room.ts";
import { headsAfterPlan, outAfterPlan } from "./heads-after-plan.ts";
import { titleHolders } from "./title-holders.ts";
import type { TitleHolder } from "./titles-of.ts";

/** Rows of applications after a rotation plan. */
export interface RowsAfterPlan {
  readonly rows: AppointmentRows;
  /** Who holds title posts and takes no part. */
  readonly holders: readonly TitleHolder[];
  /** Who applies and takes no part. */
  readonly issues: readonly Issue[];
  /** Returns an issue about a row with the place that the row had in the workbook. */
  readonly inWritten: (issue: Issue) => Issue;
}

/**
 * Takes out of the rows what a rotation plan has decided: who moves by it, comes back or is away takes no part and has a
 * post; a head at which somebody has the relation and does not work is kept, one that somebody left for good is free.
 *
 * A school takes nobody beyond its establishment. Posts are found by the ids that the county gives them; what the workbook says of heads kept there gives way.
 */
export function rowsAfterPlan(written: AppointmentRows, ends: PlanEnds): RowsAfterPlan {
  const { county } = ends.eligibility;
  const byHand = new Set(written.placed.map(({ person }) => person));
  const decided = county.persons.flatMap(({ id }, at) =>
    outAfterPlan(ends, at) !== undefined && !byHand.has(id) ? [id] : [],
  );
  const out = new Set(decided);
  const isIn = (id: string) => !out.has(id);
  const places = keptPlaces(written, isIn);
  const rows = { ...withoutThem(written, { places, isIn }), ...postsAfter(written, ends, { isIn, byHand }) };
  return {
    rows: { ...rows, posts: withinEstablishment(rows, ends) },
    holders: titleHolders({ people: rows.people, placed: written.placed, posts: rows.posts }, ends),
    issues: [
      ...written.applications.flatMap(({ person }, at) => (isIn(person) ? [] : [takesNoPart(ends, person, at)])),
      ...unknownToCounty(written, ends),
    ],
    inWritten: (issue) => inWritten(issue, places),
  };
}

/** Lists of which rows go, with the people that a row is about. */
const LISTS = {
  people: ({ id }: AppointmentRows["people"][number]) => [id],
  applications: ({ person }: AppointmentRows["applications"][number]) => [person],
  swaps: ({ person, partner }: AppointmentRows["swaps"][number]) => [person, partner],
  evidence: ({ person }: AppointmentRows["evidence"][number]) => [person],
  withdrawn: ({ person }: AppointmentRows["withdrawn"][number]) => [person],
  couples: ({ people }: AppointmentRows["couples"][number]) => people,
} as const;

type ListName = keyof typeof LISTS;

/** Places of the rows that stay, by list. */
type KeptPlaces = Readonly<Record<ListName, readonly number[]>>;

function keptPlaces(written: AppointmentRows, isIn: (id: string) => boolean): KeptPlaces {
  const placesOf = (name: ListName) => {
    const peopleOf = LISTS[name] as (row: unknown) => readonly string[];
    return [...written[name].entries()].flatMap(([at, row]) => (peopleOf(row).every(isIn) ? [at] : []));
  };
  const names = Object.keys(LISTS) as ListName[];
  return Object.fromEntries(names.map((name) => [name, placesOf(name)])) as unknown as KeptPlaces;
}

interface Kept {
  readonly places: KeptPlaces;
  readonly isIn: (id: string) => boolean;
}

function withoutThem(written: AppointmentRows, { places, isIn }: Kept): AppointmentRows {
  const names = Object.keys(LISTS) as ListName[];
  const lists = Object.fromEntries(names.map((name) => [name, places[name].map((at) => written[name][at])]));
  return {
    ...written,
    ...(lists as unknown as Pick<AppointmentRows, ListName>),
    rankings: written.rankings.map(({ post, people }) => ({
      post,
      people: people.map((tier) => tier.filter(isIn)).filter((tier) => tier.length > 0),
    })),
    rounds: written.rounds.map(({ people, ...round }) =>
      people === undefined ? round : { ...round, people: people.filter(isIn) },
    ),
  };
}

interface Taking {
  readonly isIn: (id: string) => boolean;
  /** People whom the workbook places by hand. */
  readonly byHand: ReadonlySet<string>;
}

function postsAfter(
  written: AppointmentRows,
  ends: PlanEnds,
  { isIn, byHand }: Taking,
): Pick<AppointmentRows, "posts" | "placed"> {
  const { county } = ends.eligibility;
  const named = new Set(written.people.flatMap(({ id }) => (isIn(id) ? [id] : [])));
  const { placed, reserved } = headsAfterPlan(ends, (id) => named.has(id) || byHand.has(id));
  const cells = new Map(county.cells.map((cell, at) => [postName(cell), at]));
  const posts = written.posts.map((post) => {
    const cell = cells.get(post.id);
    if (cell === undefined) return post;
    const full = placed.get(cell)?.length ?? 0;
    // A post that the plan has filled beyond its heads takes nobody.
    const heads = post.capacity === undefined ? {} : { capacity: Math.max(post.capacity, full) };
    return { ...post, ...heads, reserved: reserved[cell] as number };
  });
  const rows = written.posts.flatMap(({ id }) =>
    (placed.get(cells.get(id) ?? -1) ?? []).map(({ person, because }) => placedRow(person, id, because)),
  );
  return { posts, placed: [...written.placed, ...rows] };
}

function placedRow({ id, name }: Person, post: string, because: string): AppointmentRows["placed"][number] {
  // The title post goes with the relation, which need not be where the person works: it is counted apart.
  const title = wordOf("title", "none");
  return { person: id, ...(name === undefined ? {} : { name }), post, because, occupies: true, title };
}

function inWritten(issue: Issue, places: KeptPlaces): Issue {
  const [list, at, ...rest] = issue.path ?? [];
  if (typeof list !== "string" || typeof at !== "number" || !Object.hasOwn(LISTS, list)) return issue;
  const row = places[list as ListName][at];
  return row === undefined ? issue : { ...issue, path: [list, row, ...rest] };
}

const OUT_WORDS = {
  placed: {
    zh: "由交流轮岗方案安排，不再参加竞聘",
    en: "is placed by the rotation plan and does not compete",
    advice: {
      zh: "请删去其报名，或在编制方案时锁定其留任（--lock）",
      en: "Delete the application, or lock the person to stay when planning (--lock)",
    },
  },
  usesNone: {
    zh: "不占用编制，不参加竞聘",
    en: "uses no headcount and does not compete",
    advice: { zh: "请删去其报名，或核对人员数据", en: "Delete the application, or check the data of the person" },
  },
} as const;

function takesNoPart(ends: PlanEnds, id: string, at: number): Issue {
  const { personIndex, persons } = ends.eligibility.county;
  const person = personIndex.get(id) ?? -1;
  const name = persons[person]?.name ?? id;
  const { zh, en, advice } = OUT_WORDS[outAfterPlan(ends, person) ?? "placed"];
  return {
    code: "applies-and-rotates",
    severity: "warning",
    path: ["applications", at, "person"],
    received: id,
    message: { zh: `“${name}”${zh}`, en: `"${name}" ${en}` },
    advice,
  };
}

/** People and posts of the workbook of which the county of the plan knows nothing: the plan decides nothing about them. */
function unknownToCounty({ people, posts }: AppointmentRows, { eligibility: { county } }: PlanEnds): readonly Issue[] {
  const cells = new Set(county.cells.map(postName));
  return [
    ...people.flatMap(({ id, name = id }, at) =>
      county.personIndex.has(id) ? [] : [notInCounty(["people", at, "id"], { received: name, ...UNKNOWN_PERSON })],
    ),
    ...posts.flatMap(({ id }, at) =>
      cells.has(id) ? [] : [notInCounty(["posts", at, "id"], { received: id, ...UNKNOWN_POST })],
    ),
  ];
}

const UNKNOWN_PERSON = {
  zh: "县域数据中没有此人，交流轮岗方案对其没有安排，按“人员”表参加竞聘",
  en: "The county has nobody of this id or name: the rotation plan says nothing about the person, who competes as listed",
};

const UNKNOWN_POST = {
  zh: "县域数据中没有此岗位，交流轮岗方案的安排没有计入",
  en: "The county has no such post: nothing that the rotation plan does counts there",
};

function notInCounty(path: Issue["path"] & object, { zh, en, received }: Text & { readonly received: string }): Issue {
  return {
    code: "not-in-county",
    severity: "warning",
    path,
    received,
    message: { zh, en },
    advice: {
      zh: "请照县域数据填写编号或名称；同名的请填写人员编号",
      en: "Write the id or the name as the county has it; the id where several share a name",
    },
  };
}
