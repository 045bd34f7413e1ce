import type { IsoDate, Text } from "@lungang/core";
import type { ReportSection } from "@lungang/core/policy";

/**
 * Something that a policy wants sent, kept or done, and by when.
 *
 * @public
 */
export interface DueDate {
  readonly id: string;
  readonly source: string;
  readonly text: Text;
  /** Absent where the source names no day. */
  readonly by?: IsoDate;
}

/**
 * Returns what a policy wants in a year: what has a day first, by day, then the rest in the order of the policy.
 *
 * @public
 */
export function dueDates(due: ReportSection["due"], planYear: number): readonly DueDate[] {
  const dates = due.map(({ id, source, text, by }): DueDate => ({
    id,
    source,
    text,
    ...(by === undefined ? {} : { by: `${planYear}-${by}` }),
  }));
  const dated = dates.filter(({ by }) => by !== undefined);
  const byDay = [...dated].sort((a, b) => ((a.by ?? "") < (b.by ?? "") ? -1 : (a.by ?? "") > (b.by ?? "") ? 1 : 0));
  return [...byDay, ...dates.filter(({ by }) => by === undefined)];
}
