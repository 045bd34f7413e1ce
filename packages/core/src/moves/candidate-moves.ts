/**
 * Codes of {@link CandidateMoves.form} beside the numbers of the policy's forms.
 *
 * @public
 */
export const FORM_RETURN = -2;

/**
 * Stands for the form of staying at the host for good when an exchange has ended.
 *
 * @public
 */
export const FORM_SETTLE = -3;

/**
 * Candidate moves in flat form, ordered by person, then by cell and then by form.
 *
 * Shapes: `person`, `cell`, `form` and `metres` have one entry a move; the moves of person i are
 * `starts[i] .. starts[i + 1] - 1`.
 *
 * @public
 */
export interface CandidateMoves {
  readonly count: number;
  readonly person: Int32Array;
  readonly cell: Int32Array;
  /** Number of the form in the policy, {@link FORM_RETURN} or {@link FORM_SETTLE}. */
  readonly form: Int32Array;
  /** Travel from the residence; -1 unknown. */
  readonly metres: Int32Array;
  readonly starts: Int32Array;
}
