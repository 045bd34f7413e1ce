import type { RoundsResult } from "./run-rounds.ts";

/** Somebody who ends elsewhere in another run. */
export interface RoundsChange {
  readonly person: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Rounds that decided, null for none. */
  readonly rounds: readonly [string | null, string | null];
}

/** Lists who ends elsewhere, for example after a decision was withdrawn and the rounds were run again. */
export function changesBetween(before: RoundsResult, after: RoundsResult): readonly RoundsChange[] {
  const old = new Map(before.lines.map((line) => [line.person, line]));
  return after.lines.flatMap((line) => {
    const was = old.get(line.person);
    if (was?.post === line.post) return [];
    return [
      {
        person: line.person,
        before: was?.post ?? null,
        after: line.post,
        rounds: [was?.round ?? null, line.round] as const,
      },
    ];
  });
}
