import type { LinearProgram } from "@lungang/program";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import type { Cell } from "../instance/cells.ts";
import type { Network } from "../formulation/network.ts";
import { ABSENT } from "../formulation/network.ts";
import type { AnyQuestion, LevelQuestion, PostQuestion, Question, SchoolQuestion } from "../plan/question.ts";
import type { FormulatedCounty } from "./formulate-county.ts";

/**
 * Returns the program in which every question holds, as bounds on its columns: rows, totals and bases are those of the
 * plan in hand, so that values of both can be compared. A question about a person that no column can answer leaves no
 * feasible point; a post without candidates has no column, and asking about it changes nothing. Questions about levels are
 * no bounds on columns and are left to whoever solves.
 *
 * @public
 */
export function askedProgram(
  { prepared, moves, formulation }: FormulatedCounty,
  questions: readonly AnyQuestion[],
): LinearProgram {
  const { program, network } = formulation;
  if (questions.length === 0) return program;
  const bounds = { lower: program.columnLower.slice(), upper: program.columnUpper.slice() };
  const { personIndex, schools, works } = prepared.eligibility.county;
  const asked = { moves, network, goalOf: goals(prepared.eligibility, moves), bounds };
  for (const question of questions) {
    if ("level" in question) continue;
    if ("missing" in question) askPost(question, prepared.eligibility, asked);
    else if ("atSchool" in question) {
      const isStaff = (person: number): boolean => schools[works[person] as number]?.id === question.atSchool;
      askSchool(question, isStaff, asked);
    } else askPerson(question, personIndex.get(question.person) ?? ABSENT, asked);
  }
  return { ...program, columnLower: bounds.lower, columnUpper: bounds.upper };
}

/**
 * Returns the most that levels may be, by their number in the program.
 *
 * @throws {RangeError} if a question names no level of the program
 */
export function askedLevels({ levels }: LinearProgram, questions: readonly AnyQuestion[]): ReadonlyMap<number, number> {
  const asked = questions.filter((question): question is LevelQuestion => "level" in question);
  return new Map(
    asked.map(({ level, atMost }) => {
      const number = levels.findIndex(({ name }) => name === level);
      if (number < 0) throw new RangeError(`Cannot bound "${level}": no such level`);
      return [number, atMost];
    }),
  );
}

interface AskedOf {
  readonly moves: CandidateMoves;
  readonly network: Network;
  readonly goalOf: (move: number) => Goal;
  readonly bounds: { readonly lower: Float64Array; readonly upper: Float64Array };
}

function askPost({ post, missing }: PostQuestion, { county }: DecidedCounty, { network, bounds }: AskedOf): void {
  const index = county.cells.findIndex((cell) => isPost(cell, post));
  const short = network.shortfall[index] ?? ABSENT;
  if (short === ABSENT) return;
  const head = network.joinedHead[index] as number;
  // Nobody is missing where the head beyond whole loads is there, too.
  if (head !== ABSENT && missing === 0) bounds.lower[head] = 1;
  const whole = head === ABSENT ? missing : Math.max(0, missing - 1);
  bounds.upper[short] = Math.min(bounds.upper[short] as number, whole);
}

/** A change of post inside the school is neither leaving nor coming. */
function askSchool(
  { atSchool, nobody }: SchoolQuestion,
  isStaff: (person: number) => boolean,
  { moves, network, goalOf, bounds }: AskedOf,
): void {
  for (let move = 0; move < moves.count; move++) {
    const { school, form } = goalOf(move);
    const leaves = isStaff(moves.person[move] as number);
    const comes = school === atSchool;
    if (form === undefined || leaves === comes) continue;
    if (nobody === "leaves" ? leaves : comes) bounds.upper[network.move[move] as number] = 0;
  }
}

function askPerson(question: Question, person: number, { moves, network, goalOf, bounds }: AskedOf): void {
  const leave = network.leave[person] ?? ABSENT;
  if (leave !== ABSENT) {
    if (mustGo(question)) bounds.lower[leave] = 1;
    if ("stay" in question) bounds.upper[leave] = 0;
  }
  const [first, end] = [moves.starts[person] ?? 0, moves.starts[person + 1] ?? 0];
  for (let move = first; move < end; move++) {
    if (!answers(question, goalOf(move))) bounds.upper[network.move[move] as number] = 0;
  }
}

/** Returns where a move leads, by its number. */
function goals({ county, policy }: DecidedCounty, moves: CandidateMoves): (move: number) => Goal {
  return (move) => {
    const cell = county.cells[moves.cell[move] as number] as Cell;
    const school = county.schools[cell.school]?.id ?? "";
    return { cell, school, form: policy.forms[moves.form[move] as number]?.code };
  };
}

function mustGo(question: Question): boolean {
  return "leave" in question || "school" in question || "post" in question || "form" in question;
}

interface Goal {
  readonly cell: Cell;
  readonly school: string;
  /** Absent for people whose exchange ends. */
  readonly form: string | undefined;
}

/** Whether a move is one that a question allows. */
function answers(question: Question, { cell, school, form }: Goal): boolean {
  if ("stay" in question) return false;
  if ("school" in question) return school === question.school;
  if ("post" in question) return isPost(cell, question.post);
  if ("form" in question) return form === question.form;
  if ("notSchool" in question) return school !== question.notSchool;
  return "leave" in question || !isPost(cell, question.notPost);
}

function isPost({ key, posts }: Cell, post: string): boolean {
  return key === post || posts.includes(post);
}
