import type { Privacy, ReportDefinition, RowSpec, TableSpec } from "../spec.ts";
import { column, tableOf } from "../spec.ts";
import { text } from "../text.ts";

/**
 * Returns the report that says what each list shows to whom, with the numbers by which lists are asked for: the only place of a
 * workbook that has them. It is for the bureau.
 */
export function versionsOf(lists: readonly ReportDefinition[]): ReportDefinition {
  return {
    id: "R23",
    title: text("各类名册的内部与公开版本", "Internal and public versions of every list"),
    sources: ["FL-01"],
    build: (source) => ({
      tables: [
        tableOf(
          { id: "versions", title: ["版本", "Versions"], columns: COLUMNS, internal: true },
          lists.flatMap((report) => report.build(source).tables.map((table) => versionRow(report, table))),
        ),
      ],
    }),
  };
}

const COLUMNS = [
  column("report", ["报表", "Report"]),
  column("title", ["名称", "Title"]),
  column("table", ["表", "Table"]),
  column("public", ["公开版本", "Public version"]),
  column("masked", ["隐去姓名", "Masked names"]),
  column("left", ["不公开的栏目", "Left out in public"]),
  column("held", ["小数不公开的栏目", "Small counts held back"]),
];

function versionRow({ id, title }: ReportDefinition, table: TableSpec): RowSpec {
  const headers = (privacy: Privacy) => {
    const found = table.columns.filter((one) => one.privacy === privacy).map(({ header }) => header);
    return text(found.map(({ zh }) => zh).join("、"), found.map(({ en }) => en).join(", "));
  };
  const internal = table.internal === true;
  return {
    report: id,
    title,
    table: table.title,
    public: internal ? text("不公开", "none") : text("公开", "yes"),
    masked: internal ? "" : headers("name"),
    left: internal ? "" : headers("hidden"),
    held: internal ? "" : headers("count"),
  };
}
