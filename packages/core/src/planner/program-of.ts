import type { Lock } from "../eligibility/locks.ts";
import type { Instance } from "../instance/instance.ts";
import type { Checked } from "../instance/issue.ts";
import { hasError } from "../instance/issue.ts";
import type { LinearProgram } from "@lungang/program";
import { candidateMoves } from "../moves/candidates.ts";
import type { Policy } from "../policy/resolved.ts";
import { prepare } from "./prepare.ts";
import { formulate } from "./formulate.ts";
import { programIssues } from "./program-issues.ts";

/**
 * Returns the program of a county as it would be solved, for export and for benchmarks.
 *
 * @public
 */
export function programOf(
  instance: Instance,
  policy: Policy,
  options: { readonly locks?: readonly Lock[]; readonly seed?: string } = {},
): Checked<LinearProgram> {
  const prepared = prepare(instance, policy, options.locks);
  if (hasError(prepared.issues)) return { ok: false, issues: prepared.issues };
  const moves = candidateMoves(prepared.eligibility, prepared.travel);
  const problems = programIssues({ ...prepared, moves });
  if (hasError(problems)) return { ok: false, issues: problems };
  const { program } = formulate({ ...prepared, moves, seed: options.seed ?? "1" });
  return { ok: true, value: program, warnings: prepared.issues };
}
