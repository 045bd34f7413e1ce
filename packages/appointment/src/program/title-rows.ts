import type { TitleLimit } from "../market/market.ts";
import { compareEntries, personsOfEntries } from "../mechanisms/order/across-posts.ts";
import type { StableContext } from "./context.ts";

/** The columns of a level of titles at a school. */
interface LevelColumns {
  readonly limit: TitleLimit;
  /** Of those who hold a post of the level at the start: one that is 1 while they do. */
  readonly home: readonly number[];
  readonly homeCount: number;
  /** Entries by which others would come to the level, the best first. */
  readonly arrivals: readonly number[];
}

/**
 * Adds the rows of posts of titles: nobody comes to a level beyond its posts.
 *
 * @returns columns by entry of the lists, 1 only where a level of the school stops the person: whoever holds its posts was there
 *   or stands before him, so that the wish blocks nothing
 */
export function addTitleRows(context: StableContext): ReadonlyMap<number, readonly number[]> {
  const stops = new Map<number, number[]>();
  const personOf = personsOfEntries(context.market);
  context.market.titleLimits.forEach((limit, at) => {
    const level = columnsOf(context, personOf, limit);
    addLevelRow(context, level, at);
    level.arrivals.forEach((entry, place) => {
      const stop = addStop(context, { level, at, entry, before: level.arrivals.slice(0, place), personOf });
      stops.set(entry, [...(stops.get(entry) ?? []), stop]);
    });
  });
  return stops;
}

function columnsOf(context: StableContext, personOf: Int32Array, limit: TitleLimit): LevelColumns {
  const { market, entryColumns, nothingColumns } = context;
  const home: number[] = [];
  const arrivals: number[] = [];
  let homeCount = 0;
  market.people.forEach(({ title, titleHome }, person) => {
    if (title === undefined || !limit.titles.has(title)) return;
    const there = entriesAtSchool(context, person, limit.school);
    if (titleHome !== limit.school) {
      arrivals.push(...there);
      return;
    }
    homeCount += 1;
    home.push(...there.map((entry) => entryColumns[entry] as number), nothingColumns[person] as number);
  });
  arrivals.sort((a, b) => compareEntries(market, personOf, [a, b]));
  return { limit, home, homeCount, arrivals };
}

function entriesAtSchool({ market }: StableContext, person: number, school: string): readonly number[] {
  const { starts, posts } = market.lists;
  const [from, to] = [starts[person] as number, starts[person + 1] as number];
  return Array.from({ length: to - from }, (_, at) => from + at).filter(
    (entry) => market.posts[posts[entry] as number]?.school === school,
  );
}

/** A level that more hold than it has posts keeps them all; it is open to others only with no more holders than posts. */
function addLevelRow({ builder, entryColumns }: StableContext, level: LevelColumns, at: number): void {
  const { limit, home, homeCount, arrivals } = level;
  if (arrivals.length === 0) return;
  const label = {
    group: builder.group({ rule: "appointment.titles", source: "", subjectKind: "titlePosts" }),
    subject: at,
  };
  const most = Math.max(limit.posts, homeCount + limit.taken);
  const row = builder.addSideRow({ lower: -Infinity, upper: most - limit.taken }, label);
  for (const column of home) builder.addEntry(row, column, 1);
  for (const entry of arrivals) builder.addEntry(row, entryColumns[entry] as number, 1);
  if (most === limit.posts) return;
  const open = builder.addColumn({ lower: 0, upper: 1 }, label);
  builder.addEntry(row, open, most - limit.posts);
  const closed = builder.addSideRow({ lower: -Infinity, upper: 0 }, label);
  if (limit.posts > 0) builder.addEntry(closed, open, 0 - limit.posts);
  for (const entry of arrivals) builder.addEntry(closed, entryColumns[entry] as number, 1);
}

interface Stop {
  readonly level: LevelColumns;
  readonly at: number;
  readonly entry: number;
  /** Entries of the level that stand before. */
  readonly before: readonly number[];
  readonly personOf: Int32Array;
}

function addStop(context: StableContext, { level, at, entry, before, personOf }: Stop): number {
  const { builder, entryColumns } = context;
  const { limit, home } = level;
  const person = personOf[entry] as number;
  const label = {
    group: builder.group({ rule: "appointment.titleStop", source: "", subjectKind: "titlePosts" }),
    subject: at,
  };
  const stop = builder.addColumn({ lower: 0, upper: 1 }, label);
  if (limit.posts > limit.taken) {
    const full = builder.addSideRow({ lower: 0 - limit.taken, upper: Infinity }, label);
    builder.addEntry(full, stop, 0 - limit.posts);
    for (const column of home) builder.addEntry(full, column, 1);
    for (const other of before) {
      if (personOf[other] !== person) builder.addEntry(full, entryColumns[other] as number, 1);
    }
  }
  // Who is at the school holds a post of the level already.
  const elsewhere = builder.addSideRow({ lower: -Infinity, upper: 1 }, label);
  builder.addEntry(elsewhere, stop, 1);
  for (const own of entriesAtSchool(context, person, limit.school)) {
    builder.addEntry(elsewhere, entryColumns[own] as number, 1);
  }
  return stop;
}
