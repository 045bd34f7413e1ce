import { expect, test } from "vitest";
import { readXlsxBook } from "./read-xlsx.ts";
import { writeWorkbook } from "./write-xlsx.ts";

test("reads what it writes", async () => {
  const bytes = await writeWorkbook([
    { name: "人员", columns: [{ header: "编号", comment: "说明", required: true }, { header: "日期", type: "date" }, { header: "数", type: "number" }, { header: "性别", choices: ["男", "女"] }], rows: [["001", "2018-09-01", 3.5, "男"], ["=1+1", null, 4, "女"]], title: ["标题"], notes: ["注"], explanations: [["※说明", "b"]], exampleRows: 1, freezeColumns: 1 },
  ]);
  const book = await readXlsxBook(bytes, { file: "a.xlsx" });
  expect(book).toMatchInlineSnapshot(`
    {
      "ok": true,
      "value": {
        "date1904": false,
        "sheets": [
          {
            "file": "a.xlsx",
            "hidden": false,
            "hiddenRows": Set {},
            "marks": Map {
              49153 => 1,
            },
            "merges": [],
            "name": "人员",
            "rows": [
              [
                "标题",
              ],
              [
                "编号",
                "日期",
                "数",
                "性别",
              ],
              [
                "※说明",
                "b",
              ],
              [
                "001",
                "2018-09-01",
                3.5,
                "男",
              ],
              [
                "=1+1",
                null,
                4,
                "女",
              ],
              [],
              [
                "注",
              ],
            ],
          },
        ],
      },
      "warnings": [],
    }
  `);
});
