// Makes applications.xlsx, a made-up competition for posts of three schools, and the workbooks of the schemes. Run it from the root: node examples/appointment/make.mjs
import { writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { writeWorkbook } from "@lungang/tabular";
import { SCHEMES } from "./schemes.mjs";

/** The sheets of the workbook: headers and rows. */
export const SHEETS = {
  参数: [
    ["项目", "内容"],
    ["名称", "青山县2026年教师岗位竞聘"],
    ["聘任规则", "延迟接受"],
    ["同分比较项", "校龄"],
    ["抽签种子", "20260829"],
    ["积分上限", "60"],
  ],
  岗位: [
    ["岗位编号", "学校", "乡镇", "学段", "学科", "岗位数", "交流保留数", "停招数", "停招原因"],
    ["一小语文", "青山一小", "城关镇", "小学", "语文", 3, null, null, null],
    ["一小数学", "青山一小", "城关镇", "小学", "数学", 1, null, null, null],
    ["河口语文", "河口中心小学", "河口镇", "小学", "语文", 3, 1, null, null],
    ["河口数学", "河口中心小学", "河口镇", "小学", "数学", 2, null, 1, "生源减少"],
    ["石桥语文", "石桥小学", "石桥乡", "小学", "语文", 2, null, null, null],
  ],
  人员: [
    ["人员编号", "姓名", "原岗位编号", "教龄", "校龄", "年度考核", "配偶乡镇"],
    ["T01", "陈一", "一小语文", 20, 9, 88, "城关镇"],
    ["T02", "林二", "一小语文", 8, 8, 92, "无"],
    ["T03", "黄三", "一小数学", 15, 4, 85, "无"],
    ["T04", "周四", "河口语文", 18, 12, 95, "城关镇"],
    ["T05", "吴五", "河口语文", 18, 6, 95, "无"],
    ["T06", "徐六", "河口数学", 5, 5, 90, "无"],
    ["T07", "孙七", "石桥语文", 11, 7, 90, "河口镇"],
    ["T08", "胡八", null, 2, 0, 80, "无"],
  ],
  报名志愿: [
    ["人员编号", "第一志愿", "第二志愿"],
    ["T03", "河口数学", null],
    ["T04", "一小语文", null],
    ["T05", "一小语文", "石桥语文"],
    ["T06", "一小数学", null],
    ["T07", "河口语文", null],
    ["T08", "一小语文", "石桥语文"],
  ],
  计分项: [
    ["计分项", "计分方式", "数据列", "分值", "权重", "单项上限", "条件", "依据"],
    ["教龄", "按数量计分", "教龄", 1, null, 20, null, "办法第三条"],
    ["考核", "成绩按权重", "年度考核", null, "30%", null, null, "办法第三条"],
    ["获奖", "材料按档计分", "获奖", 5, null, 10, "级别=省级", "办法第四条"],
    ["获奖", "材料按档计分", "获奖", 2, null, null, "级别=县级", "办法第四条"],
    ["夫妻同镇", "只在某些岗位计分", null, 3, null, null, "岗位.乡镇=配偶乡镇", "办法第五条"],
  ],
  材料: [
    ["人员编号", "类型", "日期", "级别"],
    ["T05", "获奖", "2025-05-01", "县级"],
    ["T07", "获奖", "2024-06-01", "省级"],
  ],
};

/**
 * Returns the bytes of the workbook of sheets.
 * @param {Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>} sheets
 */
export function madeWorkbook(sheets = SHEETS) {
  return writeWorkbook(
    Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({
      name,
      columns: header.map((text, at) => ({
        header: String(text),
        type: rows.some((row) => typeof row[at] === "number") ? "number" : "text",
      })),
      rows,
    })),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const schemes = Object.entries(SCHEMES).map(([name, { sheets }]) => /** @type {const} */ ([name, sheets]));
  for (const [name, sheets] of [/** @type {const} */ (["applications", SHEETS]), ...schemes])
    await writeFile(fileURLToPath(new URL(`${name}.xlsx`, import.meta.url)), await madeWorkbook(sheets));
}
