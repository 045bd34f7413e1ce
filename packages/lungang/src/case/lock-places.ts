import type { Issue, Lock, SourceLocation } from "@lungang/core";

/** Where a value of a document stands, by its path. */
export type PlaceOf = (path: readonly (string | number)[]) => SourceLocation | undefined;

/** Lists of decisions are plain data; where they were written is known beside them. */
const PLACES = new WeakMap<readonly Lock[], PlaceOf>();

/** Remembers where the decisions of a list stand. */
export function rememberPlaces(locks: readonly Lock[], placeOf: PlaceOf): void {
  PLACES.set(locks, placeOf);
}

/** Returns where a decision of a list stands, by a path from the list. */
export function lockPlace(locks: readonly Lock[], path: readonly (string | number)[]): SourceLocation | undefined {
  return PLACES.get(locks)?.(path);
}

/** Returns an issue with the place of the decision that it is about; as it is where it is about none. */
export function placeLockIssue(issue: Issue, locks: readonly Lock[] = []): Issue {
  const [part, ...path] = issue.path ?? [];
  if (part !== "locks" || issue.place !== undefined) return issue;
  const place = lockPlace(locks, path);
  return place === undefined ? issue : { ...issue, place };
}
