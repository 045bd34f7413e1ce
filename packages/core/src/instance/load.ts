import { canonicalInstance } from "./canonical.ts";
import { crossCheck } from "./cross-check.ts";
import type { Instance } from "./instance.ts";
import { settleExchanges } from "./exchanges.ts";
import { instanceSchema } from "./instance.ts";
import type { Checked } from "./issue.ts";
import { checked } from "./issue.ts";
import { shapeIssues } from "./shape-issues.ts";

/**
 * Reads an instance from JSON data: shape, references and plausibility; all problems at once.
 *
 * @returns the instance in canonical order with its warnings, or every issue found
 * @public
 */
export function loadInstance(data: unknown): Checked<Instance> {
  const parsed = instanceSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error) };
  const { instance, findings } = settleExchanges(parsed.data);
  return checked(canonicalInstance(instance), [...crossCheck(instance), ...findings.issues]);
}
