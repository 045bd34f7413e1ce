import { z } from "zod";
import type { Checked, Issue } from "../instance/issue.ts";
import { checked, hasError } from "../instance/issue.ts";
import { shapeIssues } from "../instance/shape-issues.ts";
import type { AppointmentTerms } from "./appointment-section.ts";
import { appointmentSchema } from "./appointment-section.ts";
import { parametersOf, parameterValues } from "./fill.ts";
import type { Settings } from "./parameters.ts";
import { substitute } from "./parameters.ts";
import { publicationSchema } from "./publication-section.ts";

const sectionsSchema = z.object({
  appointment: appointmentSchema.optional(),
  calendar: z.object({ publicityDays: z.int().min(1).optional() }),
  publication: publicationSchema.optional(),
});

/**
 * What a policy says of an appointment to posts.
 *
 * @public
 */
export interface PolicyAppointment {
  /** Undefined where the policy has no such section. */
  readonly terms: AppointmentTerms | undefined;
  /** Working days for which the list is public. */
  readonly publicityDays: number | undefined;
  /** How names are published and where objections go; undefined where the policy does not say. */
  readonly publication: z.infer<typeof publicationSchema> | undefined;
}

/**
 * What of an appointment is read.
 *
 * @public
 */
export interface PolicyAppointmentOptions {
  /** Whether the items of points are read, whose values are then asked for. @defaultValue true */
  readonly withItems?: boolean;
}

/** Leaves out the items where points are counted elsewhere. */
function withoutItems(section: unknown): unknown {
  if (section === null || typeof section !== "object") return section;
  return Object.fromEntries(Object.entries(section).filter(([key]) => key !== "items"));
}

/** The parts of a policy that an appointment reads. */
function sectionsOf({ appointment, calendar, publication }: Readonly<Record<string, unknown>>, withItems: boolean) {
  const publicityDays = (calendar as { readonly publicityDays?: unknown } | undefined)?.publicityDays;
  return {
    ...(appointment === undefined ? {} : { appointment: withItems ? appointment : withoutItems(appointment) }),
    calendar: publicityDays === undefined ? {} : { publicityDays },
    ...(publication === undefined ? {} : { publication }),
  };
}

/**
 * Reads what a policy says of an appointment; values that other sections need are not asked for.
 *
 * @public
 */
export function policyAppointment(
  document: unknown,
  settings: Settings = {},
  { withItems = true }: PolicyAppointmentOptions = {},
): Checked<PolicyAppointment> {
  const written = (document ?? {}) as Readonly<Record<string, unknown>>;
  const sections = sectionsOf(written, withItems);
  const { values, issues } = parameterValues(parametersOf(written["parameters"]), sections, { settings, unwanted: [] });
  const data = substitute(sections, values);
  // A value that has to be given leaves its place open, which says nothing beside the question for it.
  if (hasError(issues)) return { ok: false, issues };
  const read = sectionsSchema.safeParse(data);
  const wrong: readonly Issue[] = read.success ? [] : shapeIssues(read.error, { data });
  if (!read.success) return { ok: false, issues: [...issues, ...wrong] };
  const { appointment, calendar, publication } = read.data;
  return checked({ terms: appointment, publicityDays: calendar.publicityDays, publication }, issues);
}
