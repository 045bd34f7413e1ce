import { marketSchema } from "@lungang/appointment";
import { instanceSchema } from "@lungang/core";
import { planSchema } from "@lungang/core/plan";
import { policyJsonSchema } from "@lungang/policies";
import { appointmentOutcomeSchema } from "../appointment/appointment-outcome.ts";
import { reportCardSchema } from "../audit/card-document.ts";
import { outcomeSchema } from "../outcome/plan-outcome.ts";
import { yearsOutcomeSchema } from "../years/years-outcome.ts";

/**
 * Documents that have a JSON Schema.
 *
 * @public
 */
export const SCHEMA_NAMES = [
  "instance",
  "policy",
  "plan",
  "outcome",
  "years-outcome",
  "market",
  "appointment-outcome",
  "report-card",
] as const;

/**
 * Name of a document that has a JSON Schema.
 *
 * @public
 */
export type SchemaName = (typeof SCHEMA_NAMES)[number];

const SCHEMAS = {
  instance: instanceSchema,
  plan: planSchema,
  outcome: outcomeSchema,
  "years-outcome": yearsOutcomeSchema,
  market: marketSchema,
  "appointment-outcome": appointmentOutcomeSchema,
  "report-card": reportCardSchema,
} as const;

/**
 * Returns the JSON Schema of a document.
 *
 * @public
 */
export function jsonSchemaOf(name: SchemaName): object {
  return name === "policy" ? policyJsonSchema() : SCHEMAS[name].toJSONSchema({ io: "input" });
}
