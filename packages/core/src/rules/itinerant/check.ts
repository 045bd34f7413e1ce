import type { Cell } from "../../instance/cells.ts";
import type { County } from "../../instance/county.ts";
import { restOfLast } from "../../instance/periods.ts";
import type { Person } from "../../instance/person.ts";
import { schoolMetres } from "../../instance/travel.ts";
import type { CheckedItinerary, CheckedMove, PlanFacts } from "../../recount/facts.ts";
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

/** Somebody who teaches elsewhere, or other posts of the own school, and the move that brought the person there. */
interface Itinerant {
  readonly person: number;
  readonly lines: readonly CheckedItinerary[];
  readonly move: CheckedMove | undefined;
}

/** Returns who teaches by periods in a form, by person in the order of the lines. */
function itinerantsOf({ form: code }: ItinerantParams, { eligibility, itineraries, moves }: PlanFacts): Itinerant[] {
  const entered = new Map(moves.map((move) => [move.person, move]));
  const linesOf = new Map<number, CheckedItinerary[]>();
  for (const line of itineraries) {
    if (eligibility.policy.forms[line.form]?.code !== code) continue;
    const known = linesOf.get(line.person);
    if (known === undefined) linesOf.set(line.person, [line]);
    else known.push(line);
  }
  return [...linesOf].map(([person, lines]) => ({ person, lines, move: entered.get(person) }));
}

function excessesOf(params: ItinerantParams, facts: PlanFacts, { person, lines, move }: Itinerant): readonly Excess[] {
  const { county } = facts.eligibility;
  const elsewhere = lines.reduce((sum, { periods }) => sum + periods, 0);
  const { most, own, from } = ownLoad(params, county, { person, move });
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
function ownLoad(
  params: ItinerantParams,
  county: County,
  { person, move }: Pick<Itinerant, "person" | "move">,
): OwnLoad {
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
    const { county } = facts.eligibility;
    return {
      measures: statesPeriods(facts.eligibility) ? [pricedMeasure(entry, "periods", untaught(facts))] : [],
      violations: itinerantsOf(params, facts).flatMap((itinerant) => {
        const { id } = county.persons[itinerant.person] as Person;
        return excessesOf(params, facts, itinerant).map(({ amount, limit, value, most }) =>
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
