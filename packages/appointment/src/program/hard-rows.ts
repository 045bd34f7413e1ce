import type { Couple, Limit } from "../market/hard-rules.ts";
import { NO_POST } from "../market/market.ts";
import type { StableContext } from "./context.ts";

/** Adds the rows of couples: both move or none, or nobody who moves ends far from the other. */
export function addCoupleRows(context: StableContext, couples: readonly Couple[]): void {
  couples.forEach((couple, at) => {
    if (couple.mode === "bothOrNone") addBothOrNone(context, couple, at);
    else for (const person of couple.people) addNotApart(context, { couple, person, at });
  });
}

/** Staying of one equals staying of the other; who has no post to stay in stays by getting nothing. */
function addBothOrNone(context: StableContext, { people, source = "" }: Couple, at: number): void {
  const { builder } = context;
  const group = builder.group({ rule: "appointment.couple", source, subjectKind: "couple" });
  const row = builder.addSideRow({ lower: 0, upper: 0 }, { group, subject: at });
  people.forEach((person, place) => {
    const column = stayColumn(context, person);
    // Who has to leave his post and cannot have it never stays.
    if (column !== undefined) builder.addEntry(row, column, place === 0 ? 1 : -1);
  });
}

function stayColumn({ market, entryColumns, nothingColumns }: StableContext, person: number): number | undefined {
  const own = market.people[person]?.ownPost as number;
  if (own === NO_POST) return nothingColumns[person];
  const { starts, posts } = market.lists;
  for (let entry = starts[person] as number; entry < (starts[person + 1] as number); entry++) {
    if (posts[entry] === own) return entryColumns[entry];
  }
  return undefined;
}

interface Apart {
  readonly couple: Couple;
  readonly person: number;
  readonly at: number;
}

/** A new post of one is allowed only with a near post of the other. */
function addNotApart(context: StableContext, { couple, person, at }: Apart): void {
  const { market, builder, entryColumns } = context;
  const group = builder.group({ rule: "appointment.couple", source: couple.source ?? "", subjectKind: "couple" });
  const other = couple.people[0] === person ? couple.people[1] : couple.people[0];
  const { starts, posts } = market.lists;
  for (let entry = starts[person] as number; entry < (starts[person + 1] as number); entry++) {
    const post = posts[entry] as number;
    if (post === market.people[person]?.ownPost) continue;
    const row = builder.addSideRow({ lower: -Infinity, upper: 0 }, { group, subject: at });
    builder.addEntry(row, entryColumns[entry] as number, 1);
    for (let next = starts[other] as number; next < (starts[other + 1] as number); next++) {
      if (couple.isNear(post, posts[next] as number)) builder.addEntry(row, entryColumns[next] as number, -1);
    }
  }
}

/** Adds one row a limit: people at its posts together. */
export function addLimitRows({ builder, entryColumns, entriesAt }: StableContext, limits: readonly Limit[]): void {
  limits.forEach(({ posts, atLeast, atMost, source = "" }, at) => {
    const group = builder.group({ rule: "appointment.limit", source, subjectKind: "limit" });
    const row = builder.addSideRow({ lower: atLeast, upper: atMost }, { group, subject: at });
    for (const post of new Set(posts)) {
      for (const entry of entriesAt[post] ?? []) builder.addEntry(row, entryColumns[entry] as number, 1);
    }
  });
}
