import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import type { Cell } from "../../instance/cells.ts";
import type { LabelRef, ProgramBuilder } from "@lungang/program";
import { NONE } from "../../instance/county.ts";
import type { ItineraryCandidate } from "../../moves/light.ts";
import { itineraryCandidates } from "../../moves/light.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import type { ItineraryColumn } from "../../formulation/light-types.ts";
import { selectPeople } from "../../formulation/move-tests.ts";
import { staysAtSchool } from "../../policy/forms.ts";
import type { Form } from "../../policy/policy.ts";
import type { ItinerantParams } from "./schema.ts";
import { fullLoadOf } from "./schema.ts";

/** Columns of one itinerant rule. */
export interface ItinerantColumns {
  /** Periods a week by person and post. */
  readonly periods: readonly ItineraryColumn[];
  /** 1 where a person goes to a school. */
  readonly places: readonly number[];
  /** 1 where a person teaches elsewhere at all. */
  readonly active: readonly { readonly person: number; readonly form: number; readonly column: number }[];
}

/** Returns the periods a week that a person has to spare; 0 where the own load is unknown. */
function spareOf(params: ItinerantParams, { county }: DecidedCounty, person: number): number {
  const load = county.persons[person]?.weeklyLoad;
  const full = fullLoadOf(params, county, person);
  return load === undefined || full === undefined ? 0 : Math.max(0, full - load);
}

/**
 * Adds integer columns of periods, a place column for each school of a person and one that says whether the person
 * teaches elsewhere at all: periods go to few places and fit beside the own load.
 */
export function addItineraryColumns(
  params: ItinerantParams,
  eligibility: DecidedCounty,
  builder: ProgramBuilder,
): ItinerantColumns {
  const who = selectPeople({ eligibility }, params.who);
  const spare = (person: number) => spareOf(params, eligibility, person);
  const candidates = itineraryCandidates(eligibility, {
    form: params.form,
    maxMetres: params.maxMetres ?? Infinity,
    places: params.nearest,
    accepts: (person) => who[person] === 1 && spare(person) > 0,
  });
  const group = builder.group({ rule: "itinerary", source: "", subjectKind: "person" });
  const found = { periods: [] as ItinerantColumns["periods"][number][], places: [] as number[] };
  const active: ItinerantColumns["active"][number][] = [];
  for (const [person, lines] of byKey(candidates, (line) => line.person)) {
    const own = addPerson({ person, lines, spare: spare(person), maxPlaces: params.maxPlaces }, eligibility, {
      builder,
      label: { group, subject: person },
    });
    found.periods.push(...own.periods.map((line) => ({ ...line, ...besideOwn(eligibility, line) })));
    found.places.push(...own.places);
    active.push(own.active);
  }
  return { ...found, active };
}

/** Who teaches at the own school takes the periods from the full load that the own post counts with. */
function besideOwn(eligibility: DecidedCounty, { person, form }: ItineraryCandidate): Pick<ItineraryColumn, "beside"> {
  const own = eligibility.county.cellOf[person] as number;
  const counts = own !== NONE && isCounted(eligibility, person);
  return counts && staysAtSchool(eligibility.policy.forms[form] as Form) ? { beside: own } : {};
}

/** One person who may teach elsewhere. */
interface Itinerant {
  readonly person: number;
  readonly lines: readonly ItineraryCandidate[];
  /** Periods to spare. */
  readonly spare: number;
  readonly maxPlaces: number;
}

function addPerson(
  { person, lines, spare, maxPlaces }: Itinerant,
  eligibility: DecidedCounty,
  { builder, label }: { readonly builder: ProgramBuilder; readonly label: LabelRef },
) {
  const row = (lower: number, upper: number, entries: readonly (readonly [number, number])[]) => {
    const added = builder.addSideRow({ lower, upper }, label);
    for (const [column, value] of entries) builder.addEntry(added, column, value);
  };
  const places = [...byKey(lines, (line) => schoolOf(eligibility, line)).values()].map((atSchool) => {
    const place = builder.addColumn({ lower: 0, upper: 1 }, label);
    const most = atSchool.map((line) => Math.min(spare, neededBy(eligibility, line)));
    const periods = atSchool.map((line, k) => ({
      ...line,
      column: builder.addColumn({ lower: 0, upper: most[k] as number }, label),
    }));
    const all = periods.map(({ column }) => [column, 1] as const);
    const together = Math.min(
      spare,
      most.reduce((sum, count) => sum + count, 0),
    );
    row(-Infinity, 0, [...all, [place, -together]]);
    row(0, Infinity, [...all, [place, -1]]);
    return { place, periods, all };
  });
  const column = builder.addColumn({ lower: 0, upper: 1 }, label);
  const goes = places.map(({ place }) => [place, 1] as const);
  row(-Infinity, 0, [...goes, [column, -maxPlaces]]);
  row(0, Infinity, [...goes, [column, -1]]);
  row(
    -Infinity,
    spare,
    places.flatMap(({ all }) => all),
  );
  return {
    periods: places.flatMap(({ periods }) => periods),
    places: places.map(({ place }) => place),
    active: { person, form: (lines[0] as ItineraryCandidate).form, column },
  };
}

function schoolOf({ county }: DecidedCounty, { cell }: ItineraryCandidate): number {
  return (county.cells[cell] as Cell).school;
}

function neededBy({ county }: DecidedCounty, { cell }: ItineraryCandidate): number {
  return (county.cells[cell] as Cell).periods?.needed ?? 0;
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
}
