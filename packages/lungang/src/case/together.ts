import type { Checked, Issue } from "@lungang/core";

/** Returns the values of several checks, or the issues of all of them. */
export function together<T extends readonly Checked<unknown>[]>(
  ...checks: T
): Checked<{ [K in keyof T]: T[K] extends Checked<infer V> ? V : never }> {
  const issues = checks.flatMap((check) => (check.ok ? [] : check.issues));
  if (issues.length > 0) return { ok: false, issues };
  const good = checks.flatMap((check) => (check.ok ? [check] : []));
  return {
    ok: true,
    value: good.map((check) => check.value) as unknown as { [K in keyof T]: T[K] extends Checked<infer V> ? V : never },
    warnings: good.flatMap((check) => check.warnings),
  };
}

/** Returns a value that nothing is wrong with. */
export function sound<T>(value: T, warnings: readonly Issue[] = []): Checked<T> {
  return { ok: true, value, warnings };
}

/** Returns what is wrong. */
export function refused(...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

/** Returns issues that name the file they came from. */
export function inFile(issues: readonly Issue[], file: string | undefined): readonly Issue[] {
  if (file === undefined) return issues;
  return issues.map((issue) =>
    issue.place?.file === undefined ? { ...issue, place: { ...issue.place, file } } : issue,
  );
}
