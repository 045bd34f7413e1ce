import type { ExchangeRecord, Person, School } from "@lungang/core";
import type { Source } from "./source.ts";
import { areaOf, byText, schoolYear } from "./source.ts";

export type Rank = "principal" | "vicePrincipal";

/** An exchange of any year: of the plan, of the record of a person, or of somebody who has left the county. */
export interface YearlyExchange {
  readonly year: number;
  /** Office held at the start; nothing for teachers. */
  readonly rank: Rank | undefined;
  readonly from: School | undefined;
  readonly to: School | undefined;
  readonly form: ExchangeRecord["form"];
  /** Unknown for exchanges of earlier years unless the authority recorded it. */
  readonly relationMoves: boolean | null;
}

/** Returns all exchanges by year: those of earlier years from the records, those of the plan year from the plan. */
export function exchangesByYear(source: Source): readonly YearlyExchange[] {
  const { county, moves } = source;
  const { planYear } = county.instance;
  const past = county.persons.flatMap((person) =>
    person.exchanges.map((record): YearlyExchange => ({
      year: schoolYear(record.start, source),
      rank: rankOn(person, record.start),
      from: source.school(record.from),
      to: source.school(record.to),
      form: record.form,
      relationMoves: null,
    })),
  );
  const departed = (source.records.departed ?? []).map(({ rank, from, to, form, start, relationMoves = null }) => ({
    year: schoolYear(start, source),
    rank: rank === "teacher" ? undefined : rank,
    from: source.school(from),
    to: source.school(to),
    form,
    relationMoves,
  }));
  const now = moves
    .filter(({ line }) => line.from !== null)
    .map(({ line, person, from, to }): YearlyExchange => ({
      year: planYear,
      rank: rankOn(person, line.start),
      from,
      to,
      form: line.form,
      relationMoves: line.relationMoves,
    }));
  return [...[...past, ...departed].filter(({ year }) => year < planYear), ...now];
}

/** Returns the years of some exchanges and the plan year, in order. */
export function yearsOf(exchanges: readonly YearlyExchange[], { county }: Source): readonly number[] {
  return [...new Set([...exchanges.map(({ year }) => year), county.instance.planYear])].sort((a, b) => a - b);
}

export const DIRECTIONS = ["townCountry", "countryTown", "townTown", "countryCountry", "unknown"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Returns the direction between town and country; unknown where nobody states an area or the school is not here. */
export function directionOf({ from, to }: Pick<YearlyExchange, "from" | "to">): Direction {
  const [a, b] = [areaOf(from), areaOf(to)];
  if (a === undefined || b === undefined) return "unknown";
  if (a === "town") return b === "town" ? "townTown" : "townCountry";
  return b === "town" ? "countryTown" : "countryCountry";
}

/** Returns the office that a person held on a date, else what the person is now. */
function rankOn(person: Person, date: string): Rank | undefined {
  const held = person.offices
    .filter(({ office, start, end }) => office !== "midLevel" && start <= date && (end ?? date) >= date)
    .sort((a, b) => byText(b.start, a.start))[0]?.office;
  if (held === "principal" || held === "vicePrincipal") return held;
  const { personType } = person;
  return personType === "principal" || personType === "vicePrincipal" ? personType : undefined;
}
