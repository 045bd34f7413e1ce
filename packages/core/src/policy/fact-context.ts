import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import { needOf } from "../instance/joined.ts";
import { worksThere } from "../instance/person.ts";
import type { Attributes, FactContext } from "./attributes.ts";
import type { PlanDates, TenureRule } from "./facts.ts";

/**
 * Returns the context of predicates for a county: dates and the headcounts on plan start.
 *
 * @param occupies - whether a person who works there uses headcount; everybody until it is decided
 */
export function factContext(
  county: County,
  {
    dates,
    tenure,
    attributes,
  }: { readonly dates: PlanDates; readonly tenure: TenureRule; readonly attributes: Attributes },
  occupies: (person: number) => boolean = () => true,
): FactContext {
  const workingHeadcount = new Int32Array(county.schools.length);
  const cellHeadcount = new Int32Array(county.cells.length);
  county.persons.forEach((entry, person) => {
    if (!worksThere(entry) || !occupies(person)) return;
    const school = county.works[person] as number;
    const cell = county.cellOf[person] as number;
    if (school !== NONE) workingHeadcount[school] = (workingHeadcount[school] as number) + 1;
    if (cell !== NONE) cellHeadcount[cell] = (cellHeadcount[cell] as number) + 1;
  });
  const shortStages = findShortStages(county, cellHeadcount);
  return { county, attributes, ...dates, ...tenure, workingHeadcount, cellHeadcount, shortStages };
}

/** Returns the stages whose teaching posts together hold fewer people than they need. */
function findShortStages(county: County, cellHeadcount: Int32Array): ReadonlySet<string> {
  const missing = new Map<string, number>();
  for (const [cell, { kind, stage }] of county.cells.entries())
    if (kind === "teaching" && stage !== undefined) {
      const gap = needOf(county, cellHeadcount, cell) - (cellHeadcount[cell] as number);
      missing.set(stage, (missing.get(stage) ?? 0) + gap);
    }
  return new Set([...missing].flatMap(([stage, heads]) => (heads > 0 ? [stage] : [])));
}
