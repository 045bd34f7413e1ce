import type { Plan } from "@lungang/core/plan";
import { z } from "zod";

/**
 * Shape of where a plan leaves a person.
 *
 * @public
 */
export const placementSchema = z.union([
  z.strictObject({ stays: z.literal(true) }),
  z.strictObject({
    to: z.string(),
    post: z.string(),
    /** Absent where an exchange ends. */
    form: z.string().exactOptional(),
    distanceMetres: z.number().nullable(),
  }),
]);

/**
 * Where a plan leaves a person: at the present school, or in a post elsewhere.
 *
 * @public
 */
export type Placement = z.infer<typeof placementSchema>;

/**
 * Shape of a person whom two plans place differently.
 *
 * @public
 */
export const changedPersonSchema = z.strictObject({
  person: z.string(),
  before: placementSchema,
  after: placementSchema,
});

/**
 * A person whom two plans place differently.
 *
 * @public
 */
export type ChangedPerson = z.infer<typeof changedPersonSchema>;

/** Where nothing changes. */
export const STAYS: Placement = { stays: true };

/** Returns where a plan leaves everybody who does not stay, by person. */
export function placementsOf({ moves, returns }: Pick<Plan, "moves" | "returns">): ReadonlyMap<string, Placement> {
  return new Map<string, Placement>([
    ...moves.map(({ person, to, post, form, distanceMetres }) => [person, { to, post, form, distanceMetres }] as const),
    ...returns.map(({ person, to, post }) => [person, { to, post, distanceMetres: null }] as const),
  ]);
}

/** Returns where a plan leaves one person. */
export function placementOf(plan: Plan, person: string): Placement {
  return placementsOf(plan).get(person) ?? STAYS;
}

/** Returns everybody whom two plans place differently, by id. */
export function changedPeople(before: Plan, after: Plan): ChangedPerson[] {
  const [then, now] = [placementsOf(before), placementsOf(after)];
  const people = [...new Set([...then.keys(), ...now.keys()])].sort();
  return people.flatMap((person) => {
    const [was, is] = [then.get(person) ?? STAYS, now.get(person) ?? STAYS];
    return isSame(was, is) ? [] : [{ person, before: was, after: is }];
  });
}

function isSame(a: Placement, b: Placement): boolean {
  if ("stays" in a || "stays" in b) return "stays" in a && "stays" in b;
  return a.to === b.to && a.post === b.post && a.form === b.form;
}
