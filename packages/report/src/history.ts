import type { ExchangeRecord, Person, School } from "@lungang/core";
import type { Source } from "./source.ts";
import { areaOf, byText, schoolYear } from "./source.ts";

/** An exchange of any year: of the plan, or of the record of a person who is still in the county. */
export interface YearlyExchange {
  readonly year: number;
  readonly person: Person;
  readonly from: School | undefined;
  readonly to: School | undefined;
  readonly form: ExchangeRecord["form"];
  readonly start: string;
  /** Unknown for exchanges of earlier years: records do not say. */
  readonly relationMoves: boolean | null;
}

/** Returns all exchanges by year: those of earlier years from the records, those of the plan year from the plan. */
export function exchangesByYear(source: Source): readonly YearlyExchange[] {
  const { county, moves } = source;
  const { planYear } = county.instance;
  const past = county.persons.flatMap((person) =>
    person.exchanges.map((record): YearlyExchange => ({
      year: schoolYear(record.start, source),
      person,
      from: source.school(record.from),
      to: source.school(record.to),
      form: record.form,
      start: record.start,
      relationMoves: null,
    })),
  );
  const now = moves
    .filter(({ line }) => line.from !== null)
    .map(({ line, person, from, to }): YearlyExchange => ({
      year: planYear,
      person,
      from,
      to,
      form: line.form,
      start: line.start,
      relationMoves: line.relationMoves,
    }));
  return [...past.filter(({ year }) => year < planYear), ...now];
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
export function rankOn(person: Person, date: string): "principal" | "vicePrincipal" | undefined {
  const held = person.offices
    .filter(({ office, start, end }) => office !== "midLevel" && start <= date && (end ?? date) >= date)
    .sort((a, b) => byText(b.start, a.start))[0]?.office;
  if (held === "principal" || held === "vicePrincipal") return held;
  const { personType } = person;
  return personType === "principal" || personType === "vicePrincipal" ? personType : undefined;
}
