import type { OutSheet } from "../workbook/out-sheet.ts";
import { DECISION_WORDS, POLICY_ROW, lockSheet, settingSheet } from "../sheets/decision-sheets.ts";

/**
 * A parameter as it is shown for filling in.
 *
 * @public
 */
export interface SettingRow {
  readonly name: string;
  readonly meaning: string;
  readonly value?: string;
  readonly usual?: string;
  readonly question: string;
  readonly source: string;
  /** Words offered as a drop-down list. */
  readonly choices?: readonly string[];
}

/** Rows for decisions that get drop-down lists. */
const PREPARED_ROWS = 500;

/**
 * Returns the sheets in which a county says what its policy is, which values its parameters have, and what is decided
 * already; `readDecisions` reads them back.
 *
 * @public
 */
export function decisionSheets(policy: Omit<SettingRow, "name">, rows: readonly SettingRow[]): readonly OutSheet[] {
  const all = [{ ...policy, name: POLICY_ROW }, ...rows];
  return [
    {
      name: settingSheet.zh,
      about: "所选政策的参数：没有通常取值的必须填写",
      columns: settingSheet.columns.map(({ zh, width = 12, key }) => ({
        header: zh,
        width,
        required: key === "value",
      })),
      rows: all.map(({ name, meaning, value, usual, question, source }) => [
        name,
        meaning,
        value ?? null,
        usual ?? null,
        question,
        source,
      ]),
      rowChoices: all.flatMap(({ choices }, row) => (choices === undefined ? [] : [{ row, column: 2, choices }])),
      freezeColumns: 1,
      notes: ["※ 只填“取值”一列；命令行的 --policy、--set 优先于本表"],
    },
    {
      name: lockSheet.zh,
      about: "已经决定的人员：留任、去哪所学校或岗位、不去哪里",
      columns: lockSheet.columns.map(({ zh, width = 12, key, required = false }) => ({
        header: zh,
        width,
        required,
        ...(key === "decision" ? { choices: Object.keys(DECISION_WORDS) } : {}),
      })),
      explanations: [lockSheet.columns.map(({ note }, at) => (at === 0 ? `※ ${note}` : note))],
      rows: [],
      formattedRows: PREPARED_ROWS,
    },
  ];
}
