import type { auditAppointment, ReportCardDocument } from "../src/index.ts";
import { reportCardSchema } from "../src/index.ts";

/** The value of a card that could be made; it survives JSON. */
export function cardOf(read: ReturnType<typeof auditAppointment>): ReportCardDocument {
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return reportCardSchema.parse(JSON.parse(JSON.stringify(read.value)));
}
