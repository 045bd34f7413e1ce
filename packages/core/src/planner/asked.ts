import type { LinearProgram } from "@lungang/program";
import type { DecidedCounty } from "../eligibility/eligibility.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import type { Cell } from "../instance/cells.ts";
import { ABSENT } from "../formulation/network.ts";
import type { Question } from "../plan/question.ts";
import type { FormulatedCounty } from "./formulate-county.ts";

/**
 * Returns the program in which every question holds, as bounds on its columns: rows, totals and bases are those of the
 * plan in hand, so that values of both can be compared. A question that no column can answer leaves no feasible point.
 */
export function askedProgram(
  { prepared, moves, formulation }: FormulatedCounty,
  questions: readonly Question[],
): LinearProgram {
  const { program, network } = formulation;
  if (questions.length === 0) return program;
  const columnLower = program.columnLower.slice();
  const columnUpper = program.columnUpper.slice();
  const goalOf = goals(prepared.eligibility, moves);
  questions.forEach((question) => {
    const person = prepared.eligibility.county.personIndex.get(question.person) ?? ABSENT;
    const leave = network.leave[person] ?? ABSENT;
    if (leave !== ABSENT) {
      if (mustGo(question)) columnLower[leave] = 1;
      if ("stay" in question) columnUpper[leave] = 0;
    }
    const [first, end] = [moves.starts[person] ?? 0, moves.starts[person + 1] ?? 0];
    for (let move = first; move < end; move++) {
      if (!answers(question, goalOf(move))) columnUpper[network.move[move] as number] = 0;
    }
  });
  return { ...program, columnLower, columnUpper };
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
  const isPost = (post: string) => cell.key === post || cell.posts.includes(post);
  if ("stay" in question) return false;
  if ("school" in question) return school === question.school;
  if ("post" in question) return isPost(question.post);
  if ("form" in question) return form === question.form;
  if ("notSchool" in question) return school !== question.notSchool;
  return "leave" in question || !isPost(question.notPost);
}
