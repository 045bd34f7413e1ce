import { z } from "zod";
import { idSchema } from "../instance/scalars.ts";

/** A decision taken by people before the solve: where one person goes, that he stays, or where he does not go. */
export const lockSchema = z.union([
  z.strictObject({ person: idSchema, post: z.string(), reason: z.string().min(1) }),
  z.strictObject({ person: idSchema, school: idSchema, reason: z.string().min(1) }),
  z.strictObject({ person: idSchema, stay: z.literal(true), reason: z.string().min(1) }),
  z.strictObject({ person: idSchema, forbid: idSchema, reason: z.string().min(1) }),
]);

export const locksSchema = z.array(lockSchema);

export type Lock = z.infer<typeof lockSchema>;
