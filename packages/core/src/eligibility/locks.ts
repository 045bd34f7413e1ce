import type { Cell } from "../instance/cells.ts";
import { z } from "zod";
import { canonicalJson } from "../instance/canonical-json.ts";
import { idSchema } from "../instance/scalars.ts";

/** A decision taken by people before the solve: where one person goes, that he stays, or where he does not go. */
export const lockSchema = z.union([
  z.strictObject({ person: idSchema, post: z.string(), reason: z.string().min(1) }),
  z.strictObject({ person: idSchema, school: idSchema, reason: z.string().min(1) }),
  z.strictObject({ person: idSchema, stay: z.literal(true), reason: z.string().min(1) }),
  z.strictObject({ person: idSchema, forbid: idSchema, reason: z.string().min(1) }),
]);

/**
 * Shape of a file of locks.
 *
 * @public
 */
export const locksSchema = z.array(lockSchema);

/**
 * A decision taken by people before the solve: where one person goes, that he stays, or the school where he does not
 * go.
 *
 * @public
 */
export type Lock = z.infer<typeof lockSchema>;

/** Returns the people, by id, whom two lists of locks do not say the same about, in the same order. */
export function lockedOtherwise(before: readonly Lock[], now: readonly Lock[]): ReadonlySet<string> {
  const [then, since] = [locksByPerson(before), locksByPerson(now)];
  const people = [...new Set([...then.keys(), ...since.keys()])];
  return new Set(people.filter((person) => canonicalJson(then.get(person)) !== canonicalJson(since.get(person))));
}

/** Returns the locks of each person, by id, in the order of the list. */
export function locksByPerson(locks: readonly Lock[]): ReadonlyMap<string, readonly Lock[]> {
  const found = new Map<string, Lock[]>();
  for (const lock of locks) {
    const list = found.get(lock.person) ?? [];
    found.set(lock.person, list);
    list.push(lock);
  }
  return found;
}

/** Whether a decision leaves a person free to move to a post of a school; one to stay says nothing of posts. */
export function allowsPost(lock: Lock, target: Cell, school: string): boolean {
  if ("forbid" in lock) return lock.forbid !== school;
  if ("school" in lock) return lock.school === school;
  return !("post" in lock) || target.posts.includes(lock.post) || target.key === lock.post;
}
