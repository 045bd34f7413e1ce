import { cellText } from "./header.ts";
import type { IssueLog } from "./issues.ts";
import { warningAt } from "./issues.ts";
import type { Table } from "./table.ts";
import { placeIn, rowNumber } from "./table.ts";

/**
 * Returns the row before which a table ends: that of the title of another table below it, which is told, or the last.
 *
 * Such a title stands alone in its row after an empty one, and no row from it on has as many cells as a record needs.
 */
export function endOfTable(table: Table, log: IssueLog): number {
  const { sheet, headerRow, spec } = table;
  const filled = sheet.rows.map((row) => row.filter((cell) => cellText(cell) !== "").length);
  const least = spec.columns.filter(({ required }) => required === true).length;
  let from = sheet.rows.length;
  for (let row = sheet.rows.length - 1; row > headerRow + 1 && (filled[row] as number) < least; row--)
    if (filled[row] === 1 && filled[row - 1] === 0 && isFollowed(filled, row)) from = row;
  if (from < sheet.rows.length) report(table, { from, to: lastFilled(filled) }, log);
  return from;
}

/** A title has a header and rows below it; a line alone is a remark or a slip of the pen, which the reading tells. */
function isFollowed(filled: readonly number[], row: number): boolean {
  return (filled[row + 1] ?? 0) > 1 && (filled[row + 2] ?? 0) > 1;
}

function lastFilled(filled: readonly number[]): number {
  return filled.findLastIndex((count) => count > 0);
}

function report(
  { sheet, spec }: Table,
  { from, to }: { readonly from: number; readonly to: number },
  log: IssueLog,
): void {
  const title = sheet.rows[from]?.map(cellText).find((text) => text !== "") ?? "";
  const [first, last] = [rowNumber(sheet, from), rowNumber(sheet, to)];
  log.add(
    warningAt(placeIn(sheet, from), "second-table-skipped", {
      message: {
        zh: `“${spec.zh}”表下方的另一张表（第 ${first}-${last} 行）未读入`,
        en: `Another table below sheet "${spec.key}" (rows ${first}-${last}) is not read`,
      },
      received: title,
      advice: {
        zh: "需要读入的请移到上表之内，中间不留空行；不需要的可以删除",
        en: "Move what is needed up into the table without an empty row between; delete it otherwise",
      },
    }),
  );
}
