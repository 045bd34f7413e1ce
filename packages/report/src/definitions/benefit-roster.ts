import type { BenefitEntry } from "@lungang/core/policy";
import { ID, NAME, SCHOOL, SOURCE_ID } from "../columns.ts";
import type { Source } from "../source.ts";
import type { ColumnSpec, RowSpec, TableSpec } from "../spec.ts";
import { sortedBy, tableOf } from "../spec.ts";
import { RULE } from "./pass-rates.ts";

/** Rosters of the bureau about benefits: who, under which rule. */

const BASE = [ID, NAME, SCHOOL, RULE, SOURCE_ID];

/** A person whom an entry of the policy concerns. */
export interface Finding {
  readonly entry: BenefitEntry;
  readonly person: number;
}

function baseRow({ entry, person }: Finding, { county, schoolName }: Source): RowSpec {
  const { id, name, homeSchool } = county.persons[person] ?? { id: "", name: "", homeSchool: undefined };
  return { person: id, name: name ?? "", school: schoolName(homeSchool), rule: entry.text, source: entry.source };
}

/** Returns one roster of the bureau, by rule and person; nothing where it has nobody. */
export function roster<T extends Finding>(
  head: { readonly id: string; readonly title: readonly [string, string]; readonly columns: readonly ColumnSpec[] },
  found: readonly T[],
  { source, rowOf }: { readonly source: Source; readonly rowOf: (finding: T) => RowSpec },
): TableSpec | undefined {
  if (found.length === 0) return undefined;
  const rows = found.map((finding) => ({ ...baseRow(finding, source), ...rowOf(finding) }));
  return tableOf(
    { ...head, columns: [...BASE, ...head.columns], internal: true },
    sortedBy(["source", "person"], rows),
  );
}
