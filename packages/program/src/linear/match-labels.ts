import type { LabelTable } from "./program.ts";

/**
 * Marks a row or column that the other program does not have.
 *
 * @public
 */
export const NO_MATCH = -1;

/**
 * Returns for every row (or column) of a program the one of another program with the same label; of several with one
 * label the first goes with the first, the second with the second.
 *
 * @param subjectIn - the subject in the other program, by kind and number here; {@link NO_MATCH} where it has none
 * Cost: linear in both.
 * @public
 */
export function matchLabels(
  table: LabelTable,
  other: LabelTable,
  subjectIn: (kind: string, subject: number) => number,
): Int32Array {
  const groups = new Map(
    other.groups.map(({ rule, source, subjectKind }, at) => [groupName(rule, source, subjectKind), at]),
  );
  const groupIn = table.groups.map(
    ({ rule, source, subjectKind }) => groups.get(groupName(rule, source, subjectKind)) ?? NO_MATCH,
  );
  const { first, next } = chains(other);
  return Int32Array.from(table.groupOf, (group, at) => {
    const there = groupIn[group] as number;
    const kind = (table.groups[group] as LabelTable["groups"][number]).subjectKind;
    const subject = there === NO_MATCH ? NO_MATCH : subjectIn(kind, table.subjectOf[at] as number);
    const key = labelKey(there, subject);
    const found = subject === NO_MATCH ? undefined : first.get(key);
    if (found === undefined) return NO_MATCH;
    const following = next[found] as number;
    if (following === NO_MATCH) first.delete(key);
    else first.set(key, following);
    return found;
  });
}

/** Links what has the same label, in order. */
function chains({ groupOf, subjectOf }: LabelTable): {
  readonly first: Map<number, number>;
  readonly next: Int32Array;
} {
  const first = new Map<number, number>();
  const next = new Int32Array(groupOf.length).fill(NO_MATCH);
  for (let at = groupOf.length - 1; at >= 0; at--) {
    const key = labelKey(groupOf[at] as number, subjectOf[at] as number);
    next[at] = first.get(key) ?? NO_MATCH;
    first.set(key, at);
  }
  return { first, next };
}

/** Subjects are 32-bit numbers, groups 16-bit: both fit in the 53 bits of a number. */
function labelKey(group: number, subject: number): number {
  return group * 2 ** 32 + subject;
}

function groupName(rule: string, source: string, subjectKind: string): string {
  return JSON.stringify([rule, source, subjectKind]);
}
