import type { CheckedProperty } from "@lungang/appointment";
import type { DecidedAppointment } from "./appointment-outcome.ts";

/** Returns properties as plain data. */
export function propertiesOf(properties: readonly CheckedProperty[]): DecidedAppointment["properties"] {
  return properties.map(({ name, text, findings }) => ({
    name,
    text,
    holds: findings.length === 0,
    findings: findings.map(({ people, posts, text: found }) => ({
      people: [...people],
      posts: [...posts],
      text: found,
    })),
  }));
}
