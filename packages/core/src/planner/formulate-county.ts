import type { Lock } from "../eligibility/locks.ts";
import type { Instance } from "../instance/instance.ts";
import type { Checked } from "../instance/issue.ts";
import { hasError } from "../instance/issue.ts";
import type { CandidateMoves } from "../moves/candidate-moves.ts";
import { candidateMoves } from "../moves/candidates.ts";
import type { Roster } from "../plan/decode.ts";
import { decodeRoster } from "../plan/decode.ts";
import type { Policy } from "../policy/resolved.ts";
import type { Formulation } from "./formulate.ts";
import { formulate } from "./formulate.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import { programIssues } from "./program-issues.ts";

/**
 * The program of a county, with everything that it was made of and that a point of it is read with.
 *
 * @public
 */
export interface FormulatedCounty {
  readonly prepared: Prepared;
  readonly moves: CandidateMoves;
  readonly formulation: Formulation;
}

/**
 * What a county is formulated with beside its policy.
 *
 * @public
 */
export interface FormulateOptions {
  readonly locks?: readonly Lock[];
  /** @defaultValue "1" */
  readonly seed?: string;
  /** Entries of the policy whose rows are left out; bases and totals that follow from them stay. @defaultValue none */
  readonly without?: ReadonlySet<string>;
}

/**
 * Formulates a county as it would be solved, or says what is wrong with data and policy.
 *
 * @public
 */
export function formulateCounty(
  instance: Instance,
  policy: Policy,
  { locks, seed = "1", without = new Set() }: FormulateOptions = {},
): Checked<FormulatedCounty> {
  const prepared = prepare(instance, policy, locks);
  if (hasError(prepared.issues)) return { ok: false, issues: prepared.issues };
  const moves = candidateMoves(prepared.eligibility, prepared.travel);
  const problems = programIssues({ ...prepared, moves });
  if (hasError(problems)) return { ok: false, issues: problems };
  const formulation = formulate({ ...prepared, moves, seed, without });
  return { ok: true, value: { prepared, moves, formulation }, warnings: [...prepared.issues, ...problems] };
}

/**
 * Returns the program of the same county with the rows of fewer entries of its policy; see {@link FormulateOptions.without}.
 *
 * @public
 */
export function formulateWithout(
  { prepared, moves }: FormulatedCounty,
  { seed = "1", without }: Pick<FormulateOptions, "seed"> & { readonly without: ReadonlySet<string> },
): FormulatedCounty {
  return { prepared, moves, formulation: formulate({ ...prepared, moves, seed, without }) };
}

/**
 * Returns who goes where at a point of the program: the way back from columns to people.
 *
 * @param values - one value a column, whole numbers on the columns of moves
 * @public
 */
export function rosterAt({ prepared, moves, formulation }: FormulatedCounty, values: ArrayLike<number>): Roster {
  const { network } = formulation;
  const participations = formulation.participations.filter(({ column }) => values[column] === 1);
  const itineraries = formulation.itineraries.flatMap(({ column, ...line }) => {
    const periods = values[column] as number;
    return periods > 0 ? [{ ...line, periods }] : [];
  });
  const isChosen = (move: number) => values[network.move[move] as number] === 1;
  return decodeRoster({ eligibility: prepared.eligibility, moves, isChosen, participations, itineraries });
}
