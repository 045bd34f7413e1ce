import { z } from "zod";
import { isMonthDay } from "../instance/calendar.ts";
import { textSchema } from "./parameters.ts";

const monthDaySchema = z.string().refine(isMonthDay, "must be a month and day such as 08-31");

/** Days of the procedure that an authority has set: month and day in the plan year. */
export const deadlinesSchema = z.strictObject({
  /** Day of the decision. */
  decided: monthDaySchema.optional(),
  /** First day of publicity. */
  start: monthDaySchema.optional(),
  /** Day on which publicity is to be over. */
  end: monthDaySchema.optional(),
  /** Day on which the plan is to be final. */
  final: monthDaySchema.optional(),
});

/** Something that the authority has to send or keep. */
const dueReportSchema = z.strictObject({
  id: z.string(),
  source: z.string().min(1),
  text: textSchema,
  by: monthDaySchema.optional(),
  /** Share that is to be reached, and until which year (YL-32). */
  share: z.union([z.string(), z.number()]).optional(),
  year: z.int().optional(),
});

/** What only reports read: which are wanted, by when, and what they count against. */
export const reportsSchema = z.strictObject({
  due: z.array(dueReportSchema).default([]),
  later: z.array(z.strictObject({ source: z.string().min(1), text: textSchema })).default([]),
  /** Reports that are made when nobody asks for single ones; all by default. */
  select: z.array(z.string().regex(/^R\d+$/, "must be the number of a report such as R1")).optional(),
  /** Counts of people below this number are not published. */
  smallestCount: z.int().min(1).default(5),
  /** Which school leads the management of exchanged people (BQ-13, BN-15). */
  lead: z.enum(["home", "host"]).optional(),
  /** Recruits of town schools serve at rural ones (BN-08): after how many years, for how many. */
  recruitService: z
    .strictObject({ source: z.string().min(1), afterYears: z.int().min(0), years: z.int().min(1) })
    .optional(),
  /** Lessons, papers and summaries that exchanged people owe (SC-05, ZW-06, HL-23). */
  deliverables: z
    .array(
      z.strictObject({
        id: z.string(),
        source: z.string().min(1),
        text: textSchema,
        per: z.enum(["year", "semester", "exchange"]),
        count: z.int().min(1),
      }),
    )
    .default([]),
});

/**
 * What reports need to know from a policy.
 *
 * @public
 */
export type ReportSection = z.infer<typeof reportsSchema>;
