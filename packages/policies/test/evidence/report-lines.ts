import type { Instance } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Settings } from "@lungang/core/policy";
import { PENALTY_TRIGGERS, resolvePolicy } from "@lungang/core/policy";
import type { Report, ReportValue } from "../../../report/src/index.ts";
import { buildReports } from "../../../report/src/index.ts";
import { MASKED_IN_REPORTS } from "../masked-values.ts";

/** What reports are made from, the policy as it is written. */
interface Reported {
  readonly instance: Instance;
  readonly settings: Settings;
  readonly plan: Plan;
  readonly policy: string;
  readonly written: unknown;
  readonly audience: "internal" | "public";
}

/** Returns every row and note of all reports for a reader as a line of text, in order. */
export function reportLines({ instance, settings, plan, policy, written, audience }: Reported): readonly string[] {
  const given = { ...settings, ...MASKED_IN_REPORTS[policy] };
  const resolved = resolvePolicy(written, { settings: given, withReports: true });
  if (!resolved.ok) return ["no policy"];
  const records = recordsOf(instance);
  return buildReports({ instance, policy: resolved.value, plan, audience, records }).flatMap(linesOf);
}

/** Somebody who has done everything that calls for a penalty, and a review on either side. */
function recordsOf({ persons, planYear }: Instance) {
  const [first, last] = [persons[0]?.id ?? "", persons.at(-1)?.id ?? ""];
  return {
    conduct: PENALTY_TRIGGERS.map((trigger) => ({ person: first, trigger, on: `${planYear}-07-01` })),
    reviews: [first, last].map((person) => ({ person, title: "senior" as const, passed: true })),
    deliverables: [],
  };
}

function linesOf({ id, tables, notes, missing }: Report): readonly string[] {
  return [
    ...tables.flatMap((table) => table.rows.map((row) => `${id} ${table.id}: ${row.map(cellText).join(" | ")}`)),
    ...[...tables.flatMap((table) => table.notes ?? []), ...notes, ...missing].map(({ zh }) => `${id}: ${zh}`),
  ];
}

function cellText(value: ReportValue): string {
  if (value === null) return "";
  return typeof value === "object" ? value.zh : String(value);
}
