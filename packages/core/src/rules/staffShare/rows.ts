import type { Decision } from "../../eligibility/decision.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import { endsOf, selectPeople, selectSchools } from "../../formulation/move-tests.ts";
import type { ShareBounds } from "../../formulation/share-bounds.ts";
import { shareBounds } from "../../formulation/share-bounds.ts";
import { addMoveEntries, addRuleRow, ruleLabel } from "../../formulation/rule-rows.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import type { StaffShareParams } from "./schema.ts";

/**
 * Adds a row a school: `denominator part - numerator staff` after the plan is at least what the rounding asks (0 where it is
 * up), or at least what it was (model S19); where a level is named, a column takes what it lacks of the share itself.
 */
export function addStaffShareRows(params: StaffShareParams, entry: RuleTerms, context: RowsContext): void {
  const { builder, levels } = context;
  const asked = shareBounds(params.share, { bound: "atLeast", rounding: params.rounding });
  const halves = asked.part / params.share.denominator;
  const worth = worthOf(params, asked, context);
  const level = params.level === undefined ? undefined : levels.get(params.level);
  for (const school of selectSchools(context, params.schools)) {
    const { before, going } = startOf(worth, school, context);
    const lacking = (value: number) => Math.max(0, 0 - value) / halves;
    const people = peopleOf(context, school).filter((person) => worth[person] !== 0);
    const subject = { kind: "school", index: school } as const;
    const valueOf = (move: number): number => {
      const { from, to } = endsOf(context, move);
      const value = worth[context.moves.person[move] as number] as number;
      return (to === school ? value : 0) - (from === school ? value : 0);
    };
    if (people.length === 0) {
      if (level !== undefined) builder.addOffset(level, lacking(before) * params.weight);
      continue;
    }
    const row = addRuleRow(context, entry, {
      lower: Math.min(asked.lower, before + going) - before,
      upper: Infinity,
      subject,
      violationUnit: asked.part,
    });
    addMoveEntries(context, row, { valueOf, people });
    if (level === undefined) continue;
    const label = ruleLabel(context, entry, subject);
    const worst = people.reduce((sum, person) => sum - Math.abs(worth[person] as number), before);
    const short = builder.addColumn({ lower: 0, upper: lacking(worst) }, label);
    builder.addCost(level, short, params.weight);
    const priced = builder.addSideRow({ lower: 0 - before, upper: Infinity }, label);
    builder.addEntry(priced, short, halves);
    addMoveEntries(context, priced, { valueOf, people });
  }
}

/** What each person is worth at a school. Shapes: one entry a person. */
function worthOf(params: StaffShareParams, { part, whole }: ShareBounds, context: RowsContext): Int32Array {
  const of = selectPeople(context, params.of);
  const set = selectPeople(context, params.set);
  return Int32Array.from(of, (among, person) =>
    among === 1 && isCounted(context.eligibility, person) ? (set[person] === 1 ? part : 0) - whole : 0,
  );
}

/** Returns what a school has on plan start, and what guests may take off it who go home: nobody answers for that. */
function startOf(worth: Int32Array, school: number, { eligibility }: RowsContext) {
  const { county, decisions } = eligibility;
  let before = 0;
  let going = 0;
  worth.forEach((value, person) => {
    const works = county.works[person] as number;
    const home = county.home[person] as number;
    if (works === school) before += value;
    if ((decisions[person] as Decision).standing !== "returning" || works === home) return;
    if (works === school) going += Math.min(0, 0 - value);
    if (home === school) going += Math.min(0, value);
  });
  return { before, going };
}

/** People whose candidate moves leave or enter a school. */
function peopleOf({ leavers, arrivals, moves }: RowsContext, school: number): readonly number[] {
  const people = new Set(leavers[school]);
  for (const move of arrivals[school] as readonly number[]) people.add(moves.person[move] as number);
  return [...people].sort((a, b) => a - b);
}
