import type { Report, ReportValue } from "../src/index.ts";

/** Returns a report as text that people compare: one line a row, Chinese. */
export function print({ id, title, sources, tables, notes, missing }: Report): string {
  return [
    `${id} ${title.zh} / ${title.en} [${sources.join(" ")}]`,
    ...tables.flatMap((table) => [
      `-- ${table.title.zh} / ${table.title.en}`,
      table.columns.map(({ header }) => header.zh).join(" | "),
      ...table.rows.map((row) => row.map(say).join(" | ")),
      ...(table.notes ?? []).map(({ zh }) => `note: ${zh}`),
    ]),
    ...notes.map(({ zh }) => `note: ${zh}`),
    ...missing.map(({ zh }) => `no data: ${zh}`),
  ].join("\n");
}

const DIGITS = 4;

function say(value: ReportValue): string {
  if (value === null) return "-";
  if (typeof value === "number") return String(Number(value.toFixed(DIGITS)));
  return typeof value === "string" ? value : value.zh;
}
