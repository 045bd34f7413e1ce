import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** LibreOffice as people have it, without a screen; tests that need it are skipped where it is not installed. */

const PLACES = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** The program; undefined where it is not installed. */
export const soffice = process.env["LUNGANG_SOFFICE"] ?? PLACES.find((path) => existsSync(path));

const LONGEST_MS = 100_000;

async function run(profile: string, ...argv: readonly string[]): Promise<void> {
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  await promisify(execFile)(soffice ?? "", [own, "--headless", "--norestore", ...argv], { timeout: LONGEST_MS });
}

/** Opens workbooks and saves them into a folder. */
export function saveAll(profile: string, files: readonly string[], folder: string): Promise<void> {
  return run(profile, "--convert-to", "xlsx", "--outdir", folder, ...files);
}

/** One thing that somebody does to a sheet of a workbook. Rows are found by the text in a column, both counted from 0. */
export type Edit =
  | { readonly do: "type"; readonly row: string; readonly column: number; readonly text: string }
  | { readonly do: "typeNumber"; readonly row: string; readonly column: number; readonly value: number }
  | { readonly do: "typeDate"; readonly row: string; readonly column: number; readonly date: string }
  | { readonly do: "clear"; readonly row: string; readonly columns: readonly number[] }
  | { readonly do: "removeRow"; readonly row: string }
  | { readonly do: "appendRow"; readonly cells: Readonly<Record<number, string>> }
  | { readonly do: "sortRows"; readonly by: number }
  | { readonly do: "addColumn"; readonly title: string; readonly text: string };

/** A workbook, the sheet that is edited, and the column in which rows are found. */
export interface EditedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly keyColumn: number;
}

/** Opens a workbook, does these things in order as a macro of the program, and saves it in its place. */
export async function editSheet(profile: string, edited: EditedSheet, edits: readonly Edit[]): Promise<void> {
  const library = join(profile, "user", "basic", "Standard");
  const failure = join(profile, "failure.txt");
  // On its first start the program makes its profile and runs no macro.
  await run(profile, "--terminate_after_init");
  await mkdir(library, { recursive: true });
  await writeFile(join(profile, "user", "basic", "script.xlc"), LIBRARIES);
  await writeFile(join(library, "script.xlb"), LIBRARY);
  await writeFile(join(library, "Edits.xba"), moduleOf(macro(edited, edits, failure)));
  await run(profile, "macro:///Standard.Edits.Main");
  const said = await readFile(failure, "utf8").catch(() => "the macro did not run");
  if (said !== "done") throw new Error(said);
}

const DOCTYPE = (name: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name.split(":")[1] ?? ""}.dtd">\n`;
const LIBRARIES = `${DOCTYPE("library:libraries")}<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" library:link="false"/></library:libraries>`;
const LIBRARY = `${DOCTYPE("library:library")}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edits"/></library:library>`;

function moduleOf(basic: string): string {
  const escaped = basic.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
  return `${DOCTYPE("script:module")}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escaped}</script:module>`;
}

/** Annex, title and unit stand above the header of a document. */
const HEADER_ROW = 3;

function macro({ file, sheet, keyColumn }: EditedSheet, edits: readonly Edit[], failure: string): string {
  return `
Dim oSheet As Object
Dim sNow As String

Sub Main
  On Error GoTo Failed
  sNow = "open"
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Calc MS Excel 2007 XML"
  Dim doc As Object
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(${quoted(file)}), "_blank", 0, hidden())
  oSheet = doc.Sheets.getByName(${quoted(sheet)})
${edits.map((edit) => `  sNow = ${quoted(JSON.stringify(edit))}\n  ${statement(edit)}`).join("\n")}
  sNow = "save"
  doc.storeToURL(ConvertToURL(${quoted(file)}), filter())
  doc.close(True)
  Say "done"
  StarDesktop.terminate()
  Exit Sub
Failed:
  Say sNow & ": " & Error$ & " (line " & Erl & ")"
  StarDesktop.terminate()
End Sub

Sub Say(text As String)
  Dim out As Object
  out = createUnoService("com.sun.star.ucb.SimpleFileAccess").openFileWrite(ConvertToURL(${quoted(failure)}))
  Dim writer As Object
  writer = createUnoService("com.sun.star.io.TextOutputStream")
  writer.setOutputStream(out)
  writer.writeString(text)
  writer.closeOutput()
End Sub

Function Used As Object
  Dim cursor As Object
  cursor = oSheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  Used = cursor.RangeAddress
End Function

Function RowOf(key As String) As Long
  Dim row As Long
  For row = ${HEADER_ROW + 1} To Used().EndRow
    If oSheet.getCellByPosition(${keyColumn}, row).String = key Then
      RowOf = row
      Exit Function
    End If
  Next row
  Err.Raise(1001, "Edits", "no row " & key)
End Function

Sub TypeText(row As Long, column As Long, text As String)
  oSheet.getCellByPosition(column, row).String = text
End Sub

Sub TypeDate(row As Long, column As Long, text As String)
  Dim cell As Object
  Dim locale As New com.sun.star.lang.Locale
  cell = oSheet.getCellByPosition(column, row)
  cell.Value = DateValue(text)
  cell.NumberFormat = 36
End Sub

Sub SortRows(column As Long)
  Dim last As Object
  last = Used()
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = column
  field(0).IsAscending = True
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = field()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  Dim row As Long
  row = ${HEADER_ROW + 1}
  Do While oSheet.getCellByPosition(column, row + 1).String <> ""
    row = row + 1
  Loop
  oSheet.getCellRangeByPosition(0, ${HEADER_ROW + 1}, last.EndColumn, row).sort(how())
End Sub

Sub AddColumn(title As String, text As String)
  Dim last As Object
  last = Used()
  Dim row As Long
  oSheet.getCellByPosition(last.EndColumn + 1, ${HEADER_ROW}).String = title
  For row = ${HEADER_ROW + 1} To last.EndRow
    If oSheet.getCellByPosition(1, row).String & oSheet.getCellByPosition(2, row).String <> "" Then
      oSheet.getCellByPosition(last.EndColumn + 1, row).String = text
    End If
  Next row
End Sub
`;
}

/** Returns the statements of one edit. */
function statement(edit: Edit): string {
  switch (edit.do) {
    case "type":
      return `TypeText(RowOf(${quoted(edit.row)}), ${edit.column}, ${quoted(edit.text)})`;
    case "typeNumber":
      return `oSheet.getCellByPosition(${edit.column}, RowOf(${quoted(edit.row)})).Value = ${edit.value}`;
    case "typeDate":
      return `TypeDate(RowOf(${quoted(edit.row)}), ${edit.column}, ${quoted(edit.date)})`;
    case "clear":
      return emptied(edit.row, edit.columns);
    case "removeRow":
      return `oSheet.Rows.removeByIndex(RowOf(${quoted(edit.row)}), 1)`;
    case "appendRow":
      return appended(edit.cells);
    case "sortRows":
      return `SortRows(${edit.by})`;
    case "addColumn":
      return `AddColumn(${quoted(edit.title)}, ${quoted(edit.text)})`;
  }
}

/** The cell in which the row is found may be among those that are emptied. */
function emptied(row: string, columns: readonly number[]): string {
  const cells = columns.map((column) => `oSheet.getCellByPosition(${column}, lRow).String = ""`);
  return [`lRow = RowOf(${quoted(row)})`, ...cells].join("\n  ");
}

function appended(cells: Readonly<Record<number, string>>): string {
  const typed = Object.entries(cells).map(([column, text]) => `TypeText(lRow, ${column}, ${quoted(text)})`);
  return ["lRow = Used().EndRow + 1", ...typed].join("\n  ");
}

function quoted(text: string): string {
  return `"${text.replace(/"/gu, '""')}"`;
}
