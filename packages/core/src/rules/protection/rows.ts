import { canTeach, isTeachingStaff } from "../../eligibility/teaches.ts";
import type { Cell } from "../../instance/cells.ts";
import { NONE } from "../../instance/county.ts";
import { mostNeeded } from "../../instance/joined.ts";
import type { Person } from "../../instance/person.ts";
import { inLeadershipTeam } from "../../instance/person.ts";
import { isClosed } from "../../instance/school.ts";
import type { RowsContext } from "../../formulation/context.ts";
import { isCounted } from "../../formulation/headcounts.ts";
import { endsOf } from "../../formulation/move-tests.ts";
import { ABSENT } from "../../formulation/network.ts";
import type { RowSubject } from "../../formulation/row-subject.ts";
import { addMoveEntries, addRuleRow, ruleLabel } from "../../formulation/rule-rows.ts";
import type { RuleTerms } from "../../policy/policy-rule.ts";
import { isHard } from "../../policy/strength.ts";
import type { ProtectionParams } from "./schema.ts";

/** Somebody of a group has to be at the school after the plan. */
interface Guard {
  readonly school: number;
  readonly about: RowSubject;
  /** Who is in the group and at the school now. */
  readonly group: readonly number[];
  /** Which moves into the school, or inside it, bring somebody to the group. */
  readonly brings: (move: number) => boolean;
}

/**
 * Adds what keeps schools from being emptied, only where everybody who counts could leave: the shortfall of a post is
 * bounded by one head less than it needs where only its own people can teach it, a row of leaving and coming elsewhere.
 */
export function addProtectionRows(params: ProtectionParams, entry: RuleTerms, context: RowsContext): void {
  const { schools } = context.eligibility.county;
  const staff = staffBySchool(context);
  const taught = subjectsBySchool(context);
  for (const [index, school] of schools.entries()) {
    const there = staff[index] as readonly number[];
    if (context.eligibility.inScope[index] !== 1 || isClosed(school) || there.length === 0) continue;
    const cells = taught.get(index) ?? [];
    const kept = params.subjects && guardSubjects(entry, context, { school: index, there, cells });
    // Whoever keeps a subject is a teacher.
    if (params.teachers && !kept) guard(entry, context, teachersOf(context, index, there));
    if (params.leaders) guard(entry, context, leadersOf(context, index, there));
  }
}

/** People of the headcount by the school that they work at. */
function staffBySchool({ eligibility }: RowsContext): readonly (readonly number[])[] {
  const { county } = eligibility;
  const staff = county.schools.map((): number[] => []);
  county.works.forEach((school, person) => {
    if (school !== NONE && isCounted(eligibility, person)) (staff[school] as number[]).push(person);
  });
  return staff;
}

function subjectsBySchool({ eligibility }: RowsContext): ReadonlyMap<number, readonly number[]> {
  const taught = new Map<number, number[]>();
  eligibility.county.cells.forEach((entry, cell) => {
    const { school, kind } = entry;
    if (kind !== "teaching" || mostNeeded(entry) === 0) return;
    const known = taught.get(school) ?? [];
    taught.set(school, known);
    known.push(cell);
  });
  return taught;
}

interface Subjects {
  readonly school: number;
  readonly there: readonly number[];
  readonly cells: readonly number[];
}

/** Guards every subject of a school; returns whether there was one to be kept. */
function guardSubjects(entry: RuleTerms, context: RowsContext, { school, there, cells }: Subjects): boolean {
  const { county } = context.eligibility;
  let kept = false;
  for (const cell of cells) {
    const group = there.filter((person) => canTeach(county, person, cell));
    if (!hasStayer(context, group)) continue;
    kept = true;
    if (!couldEmpty(context, school, group)) continue;
    const brings = (move: number) => canTeach(county, context.moves.person[move] as number, cell);
    const found: Guard = { school, about: { kind: "cell", index: cell }, group, brings };
    if (isHard(entry) && isOfPost(context, found, cell)) boundShortfall(entry, context, cell);
    else guard(entry, context, found);
  }
  return kept;
}

/** Returns whether the people of a post alone can teach it, now and among those who may come. */
function isOfPost({ eligibility, arrivals, moves, network }: RowsContext, found: Guard, cell: number): boolean {
  const { county } = eligibility;
  // Of joined posts the shortfall says nothing of one subject.
  if (county.cells[cell]?.joined !== undefined) return false;
  if (network.shortfall[cell] === ABSENT || found.group.some((person) => county.cellOf[person] !== cell)) return false;
  const inside = (move: number) => county.works[moves.person[move] as number] === found.school;
  return (arrivals[found.school] as readonly number[]).every(
    (move) => !inside(move) && (moves.cell[move] === cell || !found.brings(move)),
  );
}

/** One head at least is there where one head at least is not missing. */
function boundShortfall(entry: RuleTerms, context: RowsContext, cell: number): void {
  const { network, builder, eligibility } = context;
  const short = network.shortfall[cell] as number;
  builder.tighten(short, 0, (eligibility.county.cells[cell] as Cell).demand - 1);
  builder.relabel(short, ruleLabel(context, entry, { kind: "cell", index: cell }));
}

function teachersOf({ eligibility, moves }: RowsContext, school: number, there: readonly number[]): Guard {
  const teaches = (person: number) => isTeachingStaff(eligibility.county.persons[person] as Person);
  return {
    school,
    about: { kind: "school", index: school, limit: "teachers" },
    group: there.filter(teaches),
    brings: (move) => teaches(moves.person[move] as number),
  };
}

/** Of several leaders one stays; a single one goes only where somebody comes to lead. */
function leadersOf(context: RowsContext, school: number, there: readonly number[]): Guard {
  const { eligibility, moves } = context;
  const { persons, cells } = eligibility.county;
  const leads = (person: number) => inLeadershipTeam(persons[person] as Person);
  const group = there.filter(leads);
  const alone = group.filter((person) => eligibility.decisions[person]?.standing !== "returning").length === 1;
  return {
    school,
    about: { kind: "school", index: school, limit: "leaders" },
    group,
    brings: (move) => {
      const { kind, office } = cells[moves.cell[move] as number] as Cell;
      const inOffice = kind === "management" && office !== "midLevel";
      return alone && (inOffice || (leads(moves.person[move] as number) && endsOf(context, move).from !== school));
    },
  };
}

/** Who goes home at the end of a term is no part of what was there. */
function hasStayer({ eligibility }: RowsContext, group: readonly number[]): boolean {
  return group.some((person) => eligibility.decisions[person]?.standing !== "returning");
}

/** Returns whether everybody of a group has a move out of the school. */
function couldEmpty(context: RowsContext, school: number, group: readonly number[]): boolean {
  const { starts } = context.moves;
  const leaves = (move: number) => endsOf(context, move).to !== school;
  return group.every((person) => {
    for (let move = starts[person] as number; move < (starts[person + 1] as number); move++)
      if (leaves(move)) return true;
    return false;
  });
}

/** Adds a row: those of the group who leave, less those who come to it, are fewer than the group. */
function guard(entry: RuleTerms, context: RowsContext, { school, about, group, brings }: Guard): void {
  if (!hasStayer(context, group) || !couldEmpty(context, school, group)) return;
  const { moves, eligibility, arrivals } = context;
  const members = new Set(group);
  const coming = (arrivals[school] as readonly number[]).filter(
    (move) => isCounted(eligibility, moves.person[move] as number) && brings(move),
  );
  const comes = new Set(coming);
  const row = addRuleRow(context, entry, { lower: -Infinity, upper: group.length - 1, subject: about });
  const valueOf = (move: number) => {
    const leaves = members.has(moves.person[move] as number) && endsOf(context, move).to !== school ? 1 : 0;
    return leaves - (comes.has(move) ? 1 : 0);
  };
  const people = new Set([...group, ...coming.map((move) => moves.person[move] as number)]);
  addMoveEntries(context, row, { valueOf, people: [...people].sort((a, b) => a - b) });
}
