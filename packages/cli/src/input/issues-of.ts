import type { Checked, Issue } from "lungang";

/** Returns what is wrong, nothing where a value was read. */
export function issuesOf(checked: Checked<unknown>): readonly Issue[] {
  return checked.ok ? [] : checked.issues;
}
