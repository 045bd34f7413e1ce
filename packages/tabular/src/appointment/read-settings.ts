import type { ReadContext } from "../county/cells.ts";
import { readFacts } from "../county/facts.ts";
import { cellText } from "../county/header.ts";
import { shortText, warningAt } from "../county/issues.ts";
import { placeIn } from "../county/table.ts";
import { settingsSheet } from "../sheets/appointment-settings.ts";
import { NOTE_PREFIX } from "../sheets/spec.ts";
import type { SheetData } from "../workbook/book.ts";
import type { SettingsRow } from "./appointment-rows.ts";
import type { CellIndex } from "./cell-index.ts";

/** Reads the settings. */
export function readSettings(sheet: SheetData, context: ReadContext, cells: CellIndex): SettingsRow | undefined {
  const facts = readFacts({ spec: settingsSheet, sheet }, context);
  if (facts === undefined) return undefined;
  reportUnknown(sheet, new Set([...facts.cells.values()].map(({ row }) => row)), context);
  cells.setPlace(["settings"], placeIn(sheet), false);
  for (const { key } of settingsSheet.columns) {
    const at = facts.cells.get(key);
    const place = at === undefined ? placeIn(sheet) : placeIn(sheet, at.row, at.column);
    cells.setPlace(["settings", key], place, facts.bad.has(key));
  }
  return facts.value as SettingsRow;
}

/** Names rows that are no settings: a setting whose name is mistyped would be left out in silence. */
function reportUnknown(sheet: SheetData, known: ReadonlySet<number>, { log }: ReadContext): void {
  sheet.rows.forEach((row, index) => {
    const label = row.findIndex((cell) => cellText(cell) !== "");
    const name = cellText(row[label]);
    const value = cellText(row[label + 1]);
    if (known.has(index) || label < 0 || value === "" || NOTE_PREFIX.test(name) || HEADERS.has(name)) return;
    log.add(
      warningAt(placeIn(sheet, index, label), "unknown-setting", {
        message: {
          zh: `没有参数“${shortText(name)}”，未读入`,
          en: `There is no setting "${shortText(name)}"; not read`,
        },
        received: shortText(name),
        expected: {
          zh: settingsSheet.columns.map(({ zh }) => zh).join("、"),
          en: settingsSheet.columns.map(({ key }) => key).join(", "),
        },
        advice: { zh: "请改为模板中的名称；不需要的可以删除", en: "Name it as in the template, or delete it" },
      }),
    );
  });
}

const HEADERS: ReadonlySet<string> = new Set(["项目", "参数", "名称及内容"]);
