import type { LinearProgram } from "@lungang/program";
import type { Lock } from "../eligibility/locks.ts";
import type { Instance } from "../instance/instance.ts";
import type { Checked } from "../instance/issue.ts";
import type { Policy } from "../policy/resolved.ts";
import { formulateCounty } from "./formulate-county.ts";

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
  const formulated = formulateCounty(instance, policy, options);
  return formulated.ok ? { ...formulated, value: formulated.value.formulation.program } : formulated;
}
