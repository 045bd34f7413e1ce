import type { ProgramBuilder } from "@lungang/program";
import { qualifies } from "../../eligibility/qualifies.ts";
import type { DecidedCounty } from "../../eligibility/eligibility.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import type { ItineraryColumn } from "../../formulation/light-types.ts";
import type { Cell } from "../../instance/cells.ts";
import type { County } from "../../instance/county.ts";
import { restOfLast } from "../../instance/periods.ts";
import type { CandidateMoves } from "../../moves/candidate-moves.ts";
import { emptySubject } from "../../policy/attributes.ts";
import { staysAtSchool } from "../../policy/forms.ts";
import { compilePredicate } from "../../policy/predicate.ts";
import type { ItinerantParams } from "./schema.ts";

/** What columns of those who come are made from. */
export interface ComingInput {
  readonly eligibility: DecidedCounty;
  readonly moves: CandidateMoves;
  /** Column of each candidate move. */
  readonly moveColumns: Int32Array;
  readonly builder: ProgramBuilder;
}

/** One candidate move into a post that leaves periods to spare. */
interface Coming {
  readonly move: number;
  readonly person: number;
  readonly spare: number;
  readonly beside: number;
  /** Other posts of the school that the person may teach, and the form of each. */
  readonly lines: readonly { readonly form: number; readonly cell: number; readonly most: number }[];
}

/**
 * Adds periods of other posts of the school entered, for those who come to it, in forms that stay at one school: up to what
 * the post entered leaves of a full load, and only where the move is part of the plan.
 */
export function addComingColumns(params: ItinerantParams, input: ComingInput): readonly ItineraryColumn[] {
  const { builder, moveColumns } = input;
  const group = builder.group({ rule: "itinerary", source: "", subjectKind: "person" });
  return comingOf(params, input).flatMap(({ move, person, spare, beside, lines }) => {
    const label = { group, subject: person };
    const row = builder.addSideRow({ lower: -Infinity, upper: 0 }, label);
    builder.addEntry(row, moveColumns[move] as number, -spare);
    return lines.map(({ form, cell, most }): ItineraryColumn => {
      const column = builder.addColumn({ lower: 0, upper: Math.min(spare, most) }, label);
      builder.addEntry(row, column, 1);
      return { person, form, cell, column, beside };
    });
  });
}

function comingOf(params: ItinerantParams, { eligibility, moves }: ComingInput): readonly Coming[] {
  const { county, policy, admission } = eligibility;
  const forms = policy.forms.flatMap((form, number) =>
    form.code === params.form && staysAtSchool(form) ? [{ form, number }] : [],
  );
  if (forms.length === 0) return [];
  const isMeant = meantThere(params, eligibility);
  const taught = taughtBySchool(eligibility);
  const found: Coming[] = [];
  for (let move = 0; move < moves.count; move++) {
    const [person, beside] = [moves.person[move] as number, moves.cell[move] as number];
    const from = county.cells[beside] as Cell;
    const spare = spareAt(params, from);
    if ((moves.form[move] as number) < 0 || spare === 0 || !isCounted(eligibility, person)) continue;
    if (!isMeant(person, from.school)) continue;
    const lines = (taught.get(from.school) ?? []).flatMap((cell) => {
      const target = county.cells[cell] as Cell;
      const way = forms.find(
        ({ form, number }) =>
          qualifies(county, person, { cell: target, form, from }) &&
          admission.admitsBeside(number, person, from.school),
      );
      if (cell === beside || way === undefined) return [];
      return [{ form: way.number, cell, most: target.periods?.needed ?? 0 }];
    });
    if (lines.length > 0) found.push({ move, person, spare, beside, lines });
  }
  return found;
}

/** Returns the periods a week that a post leaves to somebody who comes to it. */
function spareAt({ fullLoad }: ItinerantParams, { kind, periods, demand }: Cell): number {
  if (kind !== "teaching" || periods === undefined) return 0;
  return Math.max(0, (fullLoad ?? periods.fullLoad) - restOfLast(periods, demand));
}

/** Returns whether the rule is meant for somebody who works at a school. */
function meantThere({ who }: ItinerantParams, { context, policy }: DecidedCounty) {
  const test = compilePredicate(who, { context, sets: policy.sets });
  const subject = emptySubject();
  return (person: number, school: number): boolean => {
    subject.person = person;
    subject.from = school;
    return test(subject);
  };
}

/** Returns the posts of each school in scope that periods are wanted for. */
function taughtBySchool({
  county,
  inScope,
}: Pick<DecidedCounty, "county" | "inScope">): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const { cells }: County = county;
  for (const [index, { kind, school, periods }] of cells.entries()) {
    if (kind !== "teaching" || inScope[school] !== 1 || (periods?.needed ?? 0) === 0) continue;
    const known = found.get(school) ?? [];
    found.set(school, known);
    known.push(index);
  }
  return found;
}
