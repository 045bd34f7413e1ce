import { rowSubject } from "../../formulation/row-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import type { RuleSubject } from "../../subject/rule-subject.ts";
import { groupsOf } from "../../formulation/school-groups.ts";
import { needOf } from "../../instance/joined.ts";
import type { School } from "../../instance/school.ts";
import { FORM_RETURN, FORM_SETTLE } from "../../moves/candidate-moves.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import { endsOf, selectAnyMoves, selectSchools } from "../../formulation/move-tests.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { addMoveEntries, addRuleRow } from "../../formulation/rule-rows.ts";
import type { NetInflowParams } from "./schema.ts";

/** Some schools whose net inflow is bounded together. */
interface Group {
  readonly name: string;
  readonly schools: ReadonlySet<number>;
}

/** Adds up to two rows a group: net inflow against its largest value, net outflow against its own (model S8). */
export function addNetInflowRows(params: NetInflowParams, entry: RuleTerms, context: RowsContext): void {
  const chosen = selectAnyMoves(context, params.moves);
  netGroups(params, context).forEach((group) => {
    const valueOf = netOf(context, chosen, group);
    const people = peopleOf(context, group);
    const about = netSubject(params.by, group.name);
    const add = (bounds: { readonly lower: number; readonly upper: number }, limit: "max" | "maxLoss") => {
      const subject = rowSubject({ ...about, limit } as RuleSubject, context.eligibility.county);
      addMoveEntries(context, addRuleRow(context, entry, { ...bounds, subject }), { valueOf, people });
    };
    if (params.max !== undefined) add({ lower: -Infinity, upper: params.max }, "max");
    if (params.maxLoss !== undefined) add({ lower: -mostLoss(params, context, group), upper: Infinity }, "maxLoss");
  });
}

function netSubject(by: NetInflowParams["by"], name: string): RuleSubject {
  if (by === "area") return { kind: "area", area: name };
  return groupSubject(by === "together" ? "county" : by, name);
}

function netGroups(params: NetInflowParams, context: RowsContext): readonly Group[] {
  const { schools } = context.eligibility.county;
  const groups = new Map<string, Set<number>>();
  for (const index of selectSchools(context, params.schools))
    for (const name of namesOf(params, schools[index] as School)) {
      const members = groups.get(name) ?? new Set<number>();
      groups.set(name, members.add(index));
    }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => ({ name, schools: members }))
    .filter((group) => !params.onlyOverEstablished || surplusOver(context, group, "establishment") > 0);
}

function namesOf({ by }: NetInflowParams, school: School): readonly string[] {
  if (by === "area") return school.area === undefined ? [] : [school.area];
  return groupsOf(by === "together" ? "county" : by, school);
}

/** Heads beyond the need, over the schools of a group whose need is known. */
function surplusOver({ eligibility, start }: RowsContext, { schools }: Group, need: NetInflowParams["need"]): number {
  const { county } = eligibility;
  const wanted = new Int32Array(county.schools.length);
  for (const [cell, { school }] of county.cells.entries())
    wanted[school] = (wanted[school] as number) + needOf(county, start.cells, cell);
  let surplus = 0;
  for (const school of schools) {
    const needed = need === "posts" ? (wanted[school] as number) : county.schools[school]?.establishment;
    if (needed !== undefined) surplus += (start.working[school] as number) - needed;
  }
  return surplus;
}

function mostLoss({ maxLoss, need }: NetInflowParams, context: RowsContext, group: Group): number {
  return maxLoss === "surplus" ? Math.max(0, surplusOver(context, group, need)) : (maxLoss ?? 0);
}

/** Returns what a move adds to the net inflow of a group. */
function netOf(context: RowsContext, chosen: Uint8Array, { schools }: Group): (move: number) => number {
  const { eligibility, moves } = context;
  return (move) => {
    const form = moves.form[move] as number;
    if (form === FORM_SETTLE || !isCounted(eligibility, moves.person[move] as number)) return 0;
    const { from, to } = endsOf(context, move);
    const leaves = schools.has(from);
    const enters = schools.has(to);
    if (leaves === enters || (form === FORM_RETURN ? enters : chosen[move] !== 1)) return 0;
    return enters ? 1 : -1;
  };
}

function peopleOf({ leavers, arrivals, moves }: RowsContext, { schools }: Group): readonly number[] {
  const people = new Set<number>();
  for (const school of schools) {
    for (const person of leavers[school] as readonly number[]) people.add(person);
    for (const move of arrivals[school] as readonly number[]) people.add(moves.person[move] as number);
  }
  return [...people].sort((a, b) => a - b);
}
