import { z } from "zod";
import { textSchema } from "./parameters.ts";

/** What of a plan is published, and how to object to it. */
export const publicationSchema = z.strictObject({
  source: z.string().min(1),
  /** Whether published lists give the names of people in full, or their first character and stars. */
  names: z.enum(["masked", "full"]).default("masked"),
  /** To whom objections go and how, as a part of a sentence; in writing to the office that seals the plan where it is not said. */
  objections: textSchema.optional(),
});
