import { itinerantMeaning } from "../rules/itinerant/schema.ts";
import { participationMeaning } from "../rules/participation/schema.ts";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { TravelTable } from "../instance/travel.ts";
import type { ProgramBuilder } from "@lungang/program";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { lightCandidates } from "../moves/light.ts";
import { isLong } from "../policy/forms.ts";
import { statesPeriods } from "../recount/periods.ts";
import { addItineraryColumns } from "../rules/itinerant/columns.ts";
import { addComingColumns } from "../rules/itinerant/coming.ts";
import type { ItineraryColumn, LightColumn, LightUse } from "../formulation/light-types.ts";
import { ABSENT } from "../formulation/network.ts";
import type { RowsContext } from "../formulation/context.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";
import { rulesOf } from "../policy/policy-rule.ts";

/** What light forms add to a program: columns that use no headcount. */
export interface Light {
  readonly participations: readonly LightColumn[];
  readonly itineraries: readonly ItineraryColumn[];
  readonly byPerson: ReadonlyMap<number, readonly LightUse[]>;
  /** Columns that the lottery ranks. */
  readonly lotteryColumns: readonly number[];
}

/** What light forms are made from. */
export interface LightInput {
  readonly eligibility: DecidedCounty;
  readonly rules: readonly PolicyRule[];
  readonly travel: TravelTable;
  readonly moves: CandidateMoves;
  /** Column of each candidate move. */
  readonly moveColumns: Int32Array;
  readonly builder: ProgramBuilder;
}

/** Adds the columns of light forms that some rule counts or plans, and the rows that tie periods to places. */
export function addLight(input: LightInput): Light {
  const { eligibility, travel, rules, builder } = input;
  const group = builder.group({ rule: "light", source: "", subjectKind: "person" });
  const participations = lightCandidates(eligibility, travel, kindIn(rules, eligibility)).map((candidate) => ({
    ...candidate,
    column: builder.addColumn({ lower: 0, upper: 1 }, { group, subject: candidate.person }),
  }));
  const itinerant = rulesOf(rules, itinerantMeaning).map(({ params }) =>
    addItineraryColumns(params, eligibility, builder),
  );
  const coming = rulesOf(rules, itinerantMeaning).flatMap(({ params }) => addComingColumns(params, input));
  const byPerson = new Map<number, LightUse[]>();
  for (const { person, form, column } of [...participations, ...itinerant.flatMap(({ active }) => active)])
    byPerson.set(person, [...(byPerson.get(person) ?? []), { form, column }]);
  return {
    participations,
    itineraries: [...itinerant.flatMap(({ periods }) => periods), ...coming],
    byPerson,
    lotteryColumns: [
      ...participations.map(({ column }) => column),
      ...itinerant.flatMap(({ places, periods }) => [...places, ...periods.map(({ column }) => column)]),
      ...coming.map(({ column }) => column),
    ],
  };
}

/** Forms that every participation rule counts alike are of one kind; those planned by periods have none, where periods are known. */
function kindIn(rules: readonly PolicyRule[], eligibility: DecidedCounty): Parameters<typeof lightCandidates>[2] {
  const planned = statesPeriods(eligibility) ? rulesOf(rules, itinerantMeaning) : [];
  const byPeriods = new Set(planned.map(({ params }) => params.form));
  const entries = rulesOf(rules, participationMeaning);
  return (form, code) => {
    const counting = entries.flatMap(({ params }, index) => (params.forms.includes(code) ? [index] : []));
    return counting.length === 0 || byPeriods.has(code) ? undefined : `${counting.join(",")}/${isLong(form)}`;
  };
}

/** A person moves, or takes part in one light form, or neither: everybody is counted once. */
export function addOnceRows({ builder, network, light }: RowsContext): void {
  const group = builder.group({ rule: "once", source: "", subjectKind: "person" });
  for (const [person, uses] of light ?? []) {
    const leave = network.leave[person] as number;
    const columns = [...uses.map(({ column }) => column), ...(leave === ABSENT ? [] : [leave])];
    if (columns.length < 2) continue;
    const row = builder.addSideRow({ lower: -Infinity, upper: 1 }, { group, subject: person });
    for (const column of columns) builder.addEntry(row, column, 1);
  }
}
