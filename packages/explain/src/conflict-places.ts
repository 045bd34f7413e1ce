import type { PlanRequest } from "@lungang/core";
import type { FormulatedCounty } from "@lungang/core/formulation";
import { canHold, subjectOfLabel } from "@lungang/core/formulation";
import type { RuleSubject } from "@lungang/core/plan";
import { ruleSubjectSchema, subjectKey } from "@lungang/core/plan";
import type { LinearProgram } from "@lungang/program";
import { ROW_SIDE, labelOf } from "@lungang/program";
import { z } from "zod";
import { smallestConflict, weightiestLast } from "./smallest-conflict.ts";

/** Shape of a conflict of entries, place by place. */
export const conflictPlacesSchema = z.strictObject({
  /** Where the entries of the conflict cannot hold together; entries without rows of their own hold everywhere. */
  places: z.array(z.strictObject({ rule: z.string(), about: ruleSubjectSchema })),
  /** Whether without any one of them there is a plan; `budget` where the checks were used up before that was found. */
  minimal: z.enum(["yes", "budget"]),
  /** What entries that cap single places allow in all: says more than a long list of places does. */
  capacities: z.array(z.strictObject({ rule: z.string(), places: z.int(), most: z.int() })),
});

/** A conflict of entries, place by place. */
export type ConflictPlaces = z.infer<typeof conflictPlacesSchema>;

/** Rows of one entry about one subject. */
interface Place {
  readonly rule: string;
  readonly about: RuleSubject;
  readonly rows: number[];
}

/** Checks after which a smallest set is no longer looked for. */
const MOST_CHECKS = 60;

/**
 * Returns at which places entries that cannot hold together conflict: a smallest set of their rows, each with one less
 * feasible. A budget of checks, not of time, ends the search, and the set is then not said to be smallest.
 *
 * @param formulated - the county with the rows of no other hard entries
 */
export async function conflictPlaces(
  formulated: FormulatedCounty,
  request: PlanRequest,
  members: readonly string[],
): Promise<ConflictPlaces> {
  const { program } = formulated.formulation;
  const places = placesOf(formulated, new Set(members));
  const standing = await canHold(formulated, request);
  let checks = 0;
  const isFeasible = async (kept: ReadonlySet<Place>) => {
    if (kept.size === places.length) return standing.canHold;
    if (++checks > MOST_CHECKS) return undefined;
    const left = places.filter((place) => !kept.has(place)).flatMap(({ rows }) => rows);
    return (await canHold(formulated, request, withoutRows(program, left))).canHold;
  };
  const found = await smallestConflict(weightiestLast(places, standing.against.map(keyOf), keyOf), isFeasible);
  const kept = new Set(found?.members ?? places);
  return {
    places: places.filter((place) => kept.has(place)).map(({ rule, about }) => ({ rule, about })),
    minimal: found?.minimal === true ? "yes" : "budget",
    capacities: members.flatMap((rule) => capacityOf(program, rule, places)),
  };
}

function keyOf({ rule, about }: Pick<Place, "rule" | "about">): string {
  return `${rule} ${subjectKey(about)}`;
}

function placesOf({ formulation, prepared }: FormulatedCounty, members: ReadonlySet<string>): readonly Place[] {
  const { program } = formulation;
  const found = new Map<string, Place>();
  for (let row = 0; row < program.rowCount; row++) {
    const { rule, source, subjectKind } = labelOf(program.rowLabels, row);
    // A part of the structure may be called as a rule is, and has no source.
    if (program.rowKinds[row] !== ROW_SIDE || source === "" || !members.has(rule)) continue;
    const subject = program.rowLabels.subjectOf[row] as number;
    const about = subjectOfLabel({ subjectKind, subject }, prepared.eligibility.county);
    const key = keyOf({ rule, about });
    const place = found.get(key) ?? { rule, about, rows: [] };
    place.rows.push(row);
    found.set(key, place);
  }
  return [...found.values()];
}

function withoutRows(program: LinearProgram, rows: readonly number[]): LinearProgram {
  const rowLower = program.rowLower.slice();
  const rowUpper = program.rowUpper.slice();
  for (const row of rows) {
    rowLower[row] = -Infinity;
    rowUpper[row] = Infinity;
  }
  return { ...program, rowLower, rowUpper };
}

/** Sums what an entry allows where each of its rows caps a number of people at one of several places. */
function capacityOf(
  program: LinearProgram,
  rule: string,
  places: readonly Place[],
): readonly ConflictPlaces["capacities"][number][] {
  const rows = places.filter((place) => place.rule === rule).flatMap((place) => place.rows);
  const isCap = (row: number) => program.rowLower[row] === -Infinity && Number.isFinite(program.rowUpper[row]);
  if (rows.length < 2 || !rows.every(isCap)) return [];
  const wanted = new Set(rows);
  for (let entry = 0; entry < program.rows.length; entry++)
    if (wanted.has(program.rows[entry] as number) && program.values[entry] !== 1) return [];
  return [{ rule, places: rows.length, most: rows.reduce((sum, row) => sum + (program.rowUpper[row] as number), 0) }];
}
