import type { Market, MetresTo, Round, RoundReport, RoundsResult } from "@lungang/appointment";
import { NO_POST, runRounds } from "@lungang/appointment";
import type { Issue } from "@lungang/core";
import type { AppointmentRows } from "@lungang/tabular";
import type { Chain } from "./chain.ts";

const METRES_PER_KM = 1000;

/** Distances between schools by both names, the same both ways where only one was given. */
function tableOf({ distances }: AppointmentRows): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const metres = ({ km }: { readonly km: number }): number => Math.round(km * METRES_PER_KM);
  for (const row of distances) table.set(keyOf(row.to, row.from), metres(row));
  for (const row of distances) table.set(keyOf(row.from, row.to), metres(row));
  return table;
}

function keyOf(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

/** Returns how far people are from schools: from the school of the post they held at the start. */
export function metresOf(rows: AppointmentRows): MetresTo {
  const table = tableOf(rows);
  const schools = new Map(rows.posts.map(({ id, school }) => [id, school]));
  const starts = new Map(rows.people.map(({ id, ownPost }) => [id, schools.get(ownPost ?? "")]));
  return (person, school) => {
    const from = starts.get(person);
    if (from === undefined) return undefined;
    return from === school ? 0 : table.get(keyOf(from, school));
  };
}

/** What is wrong with the distances of a workbook. */
export function distanceIssues(rows: AppointmentRows): readonly Issue[] {
  return [...unknownSchools(rows), ...givenTwice(rows)];
}

function unknownSchools({ distances, posts }: AppointmentRows): readonly Issue[] {
  const known = new Set(posts.map(({ school }) => school));
  return distances.flatMap((row, at) =>
    (["from", "to"] as const)
      .filter((end) => !known.has(row[end]))
      .map((end): Issue => ({
        code: "distance-of-unknown-school",
        severity: "error",
        path: ["distances", at, end],
        received: row[end],
        message: { zh: `“岗位”表中没有学校“${row[end]}”`, en: `No post is at a school "${row[end]}"` },
        advice: { zh: "请按“岗位”表的学校名称填写", en: "Name the school as the sheet of posts does" },
      })),
  );
}

function givenTwice({ distances }: AppointmentRows): readonly Issue[] {
  const first = new Map<string, number>();
  return distances.flatMap(({ from, to, km }, at): readonly Issue[] => {
    const other = first.get(keyOf(from, to));
    first.set(keyOf(from, to), other ?? km);
    if (other === undefined || other === km) return [];
    return [
      {
        code: "distance-twice",
        severity: "error",
        path: ["distances", at, "km"],
        received: String(km),
        expected: String(other),
        message: {
          zh: `“${from}”到“${to}”填了两个不同的距离：${other} 和 ${km} 公里`,
          en: `Two distances from "${from}" to "${to}": ${other} and ${km} km`,
        },
        advice: { zh: "请只保留一行", en: "Keep one row" },
      },
    ];
  });
}

/** Pairs of schools that are named in a message. */
const SHOWN = 5;

/**
 * Finds distances that people need who are left without a post when a round looks for the nearest one: nobody is sent past
 * a nearer post in silence. Nothing is known where a round cannot be decided by its rule alone: then it is asked of what the
 * program decided.
 */
export function missingDistances(market: Market, chain: Chain): readonly Issue[] {
  if (chain.rounds.every(({ wishes }) => wishes !== "nearest")) return [];
  const run = runRounds(market, chain.rounds, chain);
  return run.ok ? distancesMissingIn(market, chain, run.value) : [];
}

/** Finds the distances that are missing for what rounds have decided. */
export function distancesMissingIn(market: Market, chain: Chain, decided: RoundsResult): readonly Issue[] {
  return decided.rounds.flatMap((report, at): readonly Issue[] => {
    const round = chain.rounds[at];
    if (round?.wishes !== "nearest") return [];
    const pairs = [...new Set(missingPairs(market, { round, report, metres: chain.metres }))].sort();
    return pairs.length === 0 ? [] : [distancesMissing(round.id, pairs, chain.rows[at] ?? at)];
  });
}

interface NearestRound extends Pick<Chain, "metres"> {
  readonly round: Round;
  readonly report: RoundReport;
}

/** Pairs of schools that somebody without a post needs in a round and that have no distance, by name. */
function missingPairs(market: Market, { round, report, metres }: NearestRound): readonly string[] {
  return report.takers.flatMap((person) => {
    const [start, now] = [market.people[person], report.market.people[person]];
    if (start === undefined || now?.ownPost !== NO_POST) return [];
    return pairsOf(market, round, start.ownPost)
      .filter(([, to]) => metres(start.id, to) === undefined)
      .map(([from, to]) => `${from}—${to}`);
  });
}

function distancesMissing(round: string, pairs: readonly string[], row: number): Issue {
  const shown = pairs.slice(0, SHOWN);
  return {
    code: "round-distance-missing",
    severity: "error",
    path: ["rounds", row, "wishes"],
    received: String(pairs.length),
    message: {
      zh: `“${round}”就近安排，缺少 ${pairs.length} 对学校的距离，如：${shown.join("、")}`,
      en: `Round "${round}" looks for the nearest post; ${pairs.length} distances between schools are missing, such as ${shown.join(", ")}`,
    },
    advice: { zh: "请在“学校距离”表补齐", en: "Give them in the sheet of distances" },
  };
}

/** The school of a post with those that a round could send its holder to. */
function pairsOf(market: Market, { reach, posts }: Round, start: number): readonly (readonly [string, string])[] {
  const from = market.posts[start];
  if (from === undefined) return [];
  return market.posts
    .filter((to) => to.offered && to.capacity > 0 && to.school !== from.school)
    .filter((to) => to.kind === from.kind && to.subject === from.subject)
    .filter((to) => (posts.stages === undefined ? to.stage === from.stage : posts.stages.includes(to.stage ?? "")))
    .filter((to) => {
      if (reach === "county") return true;
      if (reach === "ownPost" || reach === "ownSchool") return false;
      return (reach === "ownTownship") === (to.township === from.township);
    })
    .map((to): readonly [string, string] => [from.school, to.school]);
}
