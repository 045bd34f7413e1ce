import type { Market, Placement } from "@lungang/appointment";
import type { School, Text } from "@lungang/core";
import { NONE, postName } from "@lungang/core";
import { mostNeeded, usesHeadcount } from "@lungang/core/recount";
import type { PlanEnds } from "../case/plan-ends.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";

type Property = DecidedAppointment["properties"][number];
type Ledgers = DecidedAppointment["ledgers"];

/** Heads on both ledgers, before the plan, after it, and after the competition. Shapes: one entry a school, or a post. */
interface Counts {
  readonly relationBefore: Int32Array;
  readonly relationPlanned: Int32Array;
  readonly relationAfter: Int32Array;
  readonly workingBefore: Int32Array;
  readonly workingPlanned: Int32Array;
  readonly workingAfter: Int32Array;
}

/** What rotation and competition come to together, counted person by person from county, plan and list alone. */
export interface JoinedLedgers {
  readonly ledgers: Ledgers;
  readonly property: Property;
}

/** Counts both ledgers of every school and post after rotation and competition, and finds where one is not kept. */
export function joinedLedgers(market: Market, placement: Placement, ends: PlanEnds): JoinedLedgers {
  const { county } = ends.eligibility;
  const posts = countsOf(county.cells.length);
  const schools = countsOf(county.schools.length);
  const appointed = appointedCells(market, placement, ends);
  const count = (kind: keyof Counts, cell: number, school: number) => {
    if (cell !== NONE) posts[kind][cell] = (posts[kind][cell] as number) + 1;
    if (school !== NONE) schools[kind][school] = (schools[kind][school] as number) + 1;
  };
  county.persons.forEach(({ id, establishment }, at) => {
    if (!usesHeadcount(ends.eligibility, at)) return;
    const schoolOf = (cell: number) => county.cells[cell]?.school ?? NONE;
    const [start, end] = [county.cellOf[at] as number, ends.endOf[at] as number];
    const [kept, keptEnd] = [ends.keptAtStart[at] as number, ends.keptAtEnd[at] as number];
    const isOurs = establishment === "established";
    count("workingBefore", start, county.works[at] as number);
    const endSchool = end === start ? (county.works[at] as number) : schoolOf(end);
    count("workingPlanned", end, endSchool);
    if (isOurs) count("relationBefore", kept, county.home[at] as number);
    if (isOurs) count("relationPlanned", keptEnd, ends.relationOf[at] as number);
    const cell = appointed.get(id);
    // Who is in no competition is where the plan has him; who found no post stays with the school, in no post.
    if (cell === undefined) count("workingAfter", end, endSchool);
    else count("workingAfter", cell, cell === NONE ? (county.works[at] as number) : schoolOf(cell));
    if (!isOurs) return;
    if (cell === undefined) count("relationAfter", keptEnd, ends.relationOf[at] as number);
    else count("relationAfter", cell, cell === NONE ? (county.home[at] as number) : schoolOf(cell));
  });
  const known = new Set(county.persons.map(({ id }) => id));
  for (const [id, cell] of appointed)
    if (!known.has(id) && cell !== NONE)
      for (const kind of ["workingAfter", "relationAfter"] as const)
        count(kind, cell, county.cells[cell]?.school ?? NONE);
  return { ledgers: ledgersOf(ends, schools), property: propertyOf(ends, { posts, schools }) };
}

function countsOf(length: number): Counts {
  const none = () => new Int32Array(length);
  return {
    relationBefore: none(),
    relationPlanned: none(),
    relationAfter: none(),
    workingBefore: none(),
    workingPlanned: none(),
    workingAfter: none(),
  };
}

/** Post of everybody of the market by position in the county; {@link NONE} for none, and for a post that it does not know. */
function appointedCells(market: Market, placement: Placement, { eligibility }: PlanEnds): ReadonlyMap<string, number> {
  const cells = new Map(eligibility.county.cells.map((cell, at) => [postName(cell), at]));
  const cellOf = (post: number) => cells.get(market.posts[post]?.id ?? "") ?? NONE;
  return new Map(market.people.map(({ id }, at) => [id, cellOf(placement[at] as number)]));
}

function ledgersOf({ eligibility: { county } }: PlanEnds, counts: Counts): Ledgers {
  return county.schools.map(({ id, name, establishment }, at) => ({
    school: id,
    name,
    establishment: establishment ?? null,
    relationBefore: counts.relationBefore[at] as number,
    relationAfter: counts.relationAfter[at] as number,
    workingBefore: counts.workingBefore[at] as number,
    workingAfter: counts.workingAfter[at] as number,
  }));
}

const LEDGERS: Text = {
  zh: "竞聘之后，逐个岗位和学校的在岗人数、人事关系人数均不超出岗位、编制，也不多于轮岗方案",
  en: "competition brings no post by itself and no school beyond heads and establishment, nor beyond the plan, on either ledger",
};

const LEDGER_WORDS = {
  working: { zh: "在岗", en: "working" },
  relation: { zh: "人事关系", en: "relation" },
} as const;

interface Judged {
  readonly posts: Counts;
  readonly schools: Counts;
}

/**
 * Beyond its heads a post, and beyond its establishment a school, may have as many as before or by the plan, and no more. Posts
 * that one person may join are counted one by one, as the competition offers them (decision 0018).
 */
function propertyOf({ eligibility: { county } }: PlanEnds, { posts, schools }: Judged): Property {
  const findings = (["working", "relation"] as const).flatMap((ledger) => {
    const [before, planned, after] = [`${ledger}Before`, `${ledger}Planned`, `${ledger}After`] as const;
    const word = LEDGER_WORDS[ledger];
    const tooMany = (counts: Counts, at: number, most: number) => {
      const limit = Math.max(most, counts[before][at] as number, counts[planned][at] as number);
      const now = counts[after][at] as number;
      return now > limit ? { now, most: limit } : undefined;
    };
    const beyondPosts = county.cells.flatMap((cell, at) => {
      const found = tooMany(posts, at, mostNeeded(cell));
      if (found === undefined) return [];
      const id = postName(cell);
      const text = {
        zh: `岗位“${id}”${word.zh} ${found.now} 人，最多 ${found.most} 人`,
        en: `Post "${id}" has ${found.now} on the ${word.en} ledger and may have ${found.most}`,
      };
      return [{ people: [], posts: [id], text }];
    });
    const beyondSchools = county.schools.flatMap(({ name, establishment }: School, at) => {
      const found = establishment === undefined ? undefined : tooMany(schools, at, establishment);
      if (found === undefined) return [];
      const text = {
        zh: `“${name}”${word.zh} ${found.now} 人，编制最多容纳 ${found.most} 人`,
        en: `"${name}" has ${found.now} on the ${word.en} ledger and may have ${found.most} by its establishment`,
      };
      return [{ people: [], posts: [], text }];
    });
    return [...beyondPosts, ...beyondSchools];
  });
  return { name: "ledgersHold", text: LEDGERS, holds: findings.length === 0, findings };
}
