import type { Benefits } from "@lungang/procedure";
import { words } from "@lungang/core";
import { SOURCE_ID } from "../columns.ts";
import type { RowSpec, TableSpec } from "../spec.ts";
import { column, count, tableOf, yesNo } from "../spec.ts";

/** Which rule a line is about. */
export const RULE = column("rule", ["规定", "Rule"]);

/** Rates of whole groups of schools: no person shows. */
export function passRates({ passRates: found }: Benefits): TableSpec | undefined {
  if (found.length === 0) return undefined;
  const columns = [
    RULE,
    SOURCE_ID,
    column("title", ["职称", "Title"]),
    count("ruralReviewed", ["农村参评", "Rural reviewed"]),
    count("ruralPassed", ["农村通过", "Rural passed"]),
    count("townReviewed", ["城镇参评", "Town reviewed"]),
    count("townPassed", ["城镇通过", "Town passed"]),
    column("met", ["农村通过率不低于城镇", "Rural rate at least that of towns"]),
  ];
  const rows = found.map(({ entry, title, rural, town, met }): RowSpec => ({
    rule: entry.text,
    source: entry.source,
    title: words.title[title],
    ruralReviewed: rural.reviewed,
    ruralPassed: rural.passed,
    townReviewed: town.reviewed,
    townPassed: town.passed,
    met: yesNo(met),
  }));
  return tableOf({ id: "passRates", title: ["职称评审通过率", "Pass rates of titles"], columns, internal: true }, rows);
}
