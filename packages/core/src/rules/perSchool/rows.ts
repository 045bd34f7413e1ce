import type { School } from "../../instance/school.ts";
import type { RowSpec } from "@lungang/program";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { schoolLimits, subjectsOfSchools } from "./limits.ts";
import { selectExchanges, selectSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { PerSchoolParams } from "./schema.ts";

/** A school whose moves are limited, in one subject where the limits are by subject. */
interface Limited {
  readonly index: number;
  readonly subject?: string;
}

/**
 * Adds up to two rows a school, or a subject of it: moves out of it and into it (model S3); rows that cannot bind are left
 * out.
 */
export function addPerSchoolRows(params: PerSchoolParams, entry: RuleTerms, context: RowsContext): void {
  const chosen = selectExchanges(context, params.moves);
  const subjects = params.bySubject ? subjectsOfSchools(context.eligibility.county) : [];
  for (const index of selectSchools(context, params.schools)) {
    const parts = params.bySubject ? (subjects[index] ?? []).map((subject) => ({ index, subject })) : [{ index }];
    for (const limited of parts) addLimits(params, entry, { context, chosen, limited });
  }
}

interface Place {
  readonly context: RowsContext;
  /** 1 for the moves that count. Shapes: one entry a move. */
  readonly chosen: Uint8Array;
  readonly limited: Limited;
}

function addLimits(params: PerSchoolParams, entry: RuleTerms, { context, chosen, limited }: Place): void {
  const { eligibility, leavers, arrivals, moves, builder, network } = context;
  const { county } = eligibility;
  const { index, subject } = limited;
  const isOf = (cell: number) => subject === undefined || county.cells[cell]?.subject === subject;
  const limits = schoolLimits(params, county.schools[index] as School, headsOf(context, limited));
  const valueOf = (move: number) => chosen[move] as number;
  const isChosen = (person: number) =>
    chosen.subarray(moves.starts[person], moves.starts[person + 1]).some((yes) => yes === 1);
  const people = (leavers[index] as readonly number[]).filter(
    (person) => isOf(county.cellOf[person] as number) && isChosen(person),
  );
  const about = (range: RowSpec, way: "Out" | "In") => {
    const limit = range.upper === Infinity ? (`min${way}` as const) : (`max${way}` as const);
    return { kind: "school", index, ...(subject !== undefined && { subject }), limit } as const;
  };
  for (const range of rangesThatBind(limits.out, people.length)) {
    const row = addRuleRow(context, entry, { ...range, subject: about(range, "Out") });
    addMoveEntries(context, row, { valueOf, people });
  }
  const into = (arrivals[index] as readonly number[]).filter(
    (move) => chosen[move] === 1 && isOf(moves.cell[move] as number),
  );
  for (const range of rangesThatBind(limits.in, into.length)) {
    const row = addRuleRow(context, entry, { ...range, subject: about(range, "In") });
    for (const move of into) builder.addEntry(row, network.move[move] as number, 1);
  }
}

/** People who work at a school on plan start, in the posts of a subject where one is named. */
function headsOf({ eligibility, start }: RowsContext, { index, subject }: Limited): number {
  if (subject === undefined) return start.working[index] as number;
  return eligibility.county.cells.reduce(
    (sum, cell, at) => sum + (cell.school === index && cell.subject === subject ? (start.cells[at] as number) : 0),
    0,
  );
}

/** The least and the most are two rows: where the rule may give, it is known which of them gives. */
function rangesThatBind({ lower, upper }: RowSpec, possible: number): readonly RowSpec[] {
  return [
    ...(lower > 0 ? [{ lower, upper: Infinity }] : []),
    ...(upper < possible ? [{ lower: -Infinity, upper }] : []),
  ];
}
