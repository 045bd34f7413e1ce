import type { Cell } from "../../instance/cells.ts";
import { restOfLast } from "../../instance/periods.ts";
import type { Person } from "../../instance/person.ts";
import { schoolMetres } from "../../instance/travel.ts";
import type { CheckedItinerary, PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { pricedMeasure, violationOf } from "../../recount/rule-check.ts";
import { statesPeriods, untaughtByCell } from "../../recount/periods.ts";
import { personTest } from "../../recount/tally.ts";
import type { ItinerantParams } from "./schema.ts";
import { fullLoadOf } from "./schema.ts";
import type { ItinerantLimit } from "./text.ts";
import { itinerantFindings } from "./text.ts";

function untaught(facts: PlanFacts): number {
  return [...untaughtByCell(facts).values()].reduce((sum, periods) => sum + periods, 0);
}

/** What one unit beyond each limit is. */
const UNITS = { load: "periods", places: "places", metres: "places", membership: "people" } as const;

/** One limit that one person breaks. */
interface Excess {
  readonly limit: ItinerantLimit;
  readonly value: number;
  readonly most: number;
  readonly amount: number;
}

function excessesOf(
  params: ItinerantParams,
  facts: PlanFacts,
  { person, lines }: { readonly person: number; readonly lines: readonly CheckedItinerary[] },
): readonly Excess[] {
  const { county } = facts.eligibility;
  const elsewhere = lines.reduce((sum, { periods }) => sum + periods, 0);
  const { most, own, from } = ownLoad(params, facts, person);
  const load = own + elsewhere;
  const places = new Set(lines.map(({ to }) => to));
  const longest = params.maxMetres ?? Number.POSITIVE_INFINITY;
  const ways = [...places].map((to) => schoolMetres(county, from, to));
  const far = params.maxMetres === undefined ? [] : ways.filter((metres) => metres < 0 || metres > longest);
  const over = (limit: ItinerantLimit, value: number, most: number): readonly Excess[] =>
    value > most ? [{ limit, value, most, amount: value - most }] : [];
  return [
    ...over("load", load, most),
    ...over("places", places.size, params.maxPlaces),
    ...(far.length === 0
      ? []
      : [{ limit: "metres" as const, value: farthest(far), most: longest, amount: far.length }]),
    ...over("membership", personTest(params.who, facts)(person, from) ? 0 : 1, 0),
  ];
}

/** What a person teaches in the own post and may teach in all, and the school of the post. */
interface OwnLoad {
  readonly own: number;
  readonly most: number;
  readonly from: number;
}

/** Who comes to a school teaches there at least what the others leave of the post entered; who stays, what is stated. */
function ownLoad(params: ItinerantParams, { eligibility: { county }, moves }: PlanFacts, person: number): OwnLoad {
  const move = moves.find((one) => one.person === person);
  if (move === undefined) {
    const most = fullLoadOf(params, county, person) ?? 0;
    const { weeklyLoad } = county.persons[person] as Person;
    return { own: weeklyLoad ?? most, most, from: county.works[person] as number };
  }
  const { kind, periods: stated, demand } = county.cells[move.cell] as Cell;
  const periods = kind === "teaching" ? stated : undefined;
  const most = params.fullLoad ?? periods?.fullLoad ?? 0;
  return { own: periods === undefined ? most : restOfLast(periods, demand), most, from: move.to };
}

/** Returns the longest of some ways, -1 where one of them is not known. */
function farthest(ways: readonly number[]): number {
  return ways.some((metres) => metres < 0) ? -1 : Math.max(...ways);
}

/** Recounts itinerant teaching: loads, places and ways of each person, and the periods that stay untaught. */
export const itinerantCheck: RuleCheck<ItinerantParams> = {
  check: (params, entry, facts) => {
    const { policy, county } = facts.eligibility;
    const lines = facts.itineraries.filter(({ form }) => policy.forms[form]?.code === params.form);
    const people = [...new Set(lines.map(({ person }) => person))];
    return {
      measures: statesPeriods(facts.eligibility) ? [pricedMeasure(entry, "periods", untaught(facts))] : [],
      violations: people.flatMap((person) => {
        const { id } = county.persons[person] as Person;
        const own = lines.filter((line) => line.person === person);
        return excessesOf(params, facts, { person, lines: own }).map(({ amount, limit, value, most }) =>
          violationOf(entry, {
            about: { kind: "person", person: id, limit },
            amount,
            unit: UNITS[limit],
            finding: itinerantFindings.say[limit]({ value, most }),
          }),
        );
      }),
    };
  },
  levelValue: (params, facts) => params.weight * untaught(facts),
};
