import { writeWorkbook } from "../../../tabular/src/index.ts";

/**
 * A competition in which the rounds of every policy that has some bind: a middle school with too many teachers, of whom
 * one becomes a leader and two go to support, with a post of another middle school, two primary schools of the township and one
 * outside it that is nearer.
 */

type Cell = string | number | null;

const SHEETS: Readonly<Record<string, readonly (readonly Cell[])[]>> = {
  参数: [
    ["项目", "内容"],
    ["抽签种子", "1"],
  ],
  岗位: [
    ["岗位编号", "学校", "乡镇", "岗位类别", "学段", "学科", "岗位数"],
    ["lead", "甲中学", "坝区", "管理", null, null, 1],
    ["teach", "甲中学", "坝区", "教学", "初中", "语文", 3],
    ["support", "甲中学", "坝区", "教辅", null, null, 1],
    ["care", "甲中学", "坝区", "工勤", null, null, 1],
    ["other", "乙中学", "山区", "教学", "初中", "语文", 1],
    ["near", "近小学", "坝区", "教学", "小学", "语文", 1],
    ["far", "远小学", "坝区", "教学", "小学", "语文", 1],
    ["outside", "外小学", "山区", "教学", "小学", "语文", 1],
  ],
  人员: [
    ["人员编号", "原岗位编号", "积分"],
    ["leader", "teach", 90],
    ["helper", "teach", 80],
    ["stays", "teach", 70],
    ["comes", "support", 60],
    ["converts", "teach", 40],
    ["wishes", "teach", 30],
    ["nears", "teach", 20],
    ["last", "teach", 10],
  ],
  报名志愿: [
    ["人员编号", "第一志愿"],
    ["leader", "lead"],
    ["helper", "support"],
    ["stays", "other"],
    ["comes", "teach"],
    ["converts", "care"],
    ["wishes", "far"],
  ],
  学校距离: [
    ["起点学校", "终点学校", "公里"],
    ["甲中学", "乙中学", 20],
    ["甲中学", "近小学", 8],
    ["甲中学", "远小学", 9],
    ["甲中学", "外小学", 3],
  ],
};

/** Returns the bytes of the workbook of the competition. */
export function competition(): Promise<Uint8Array> {
  return writeWorkbook(
    Object.entries(SHEETS).map(([name, [header = [], ...rows]]) => ({
      name,
      columns: header.map((cell, at) => ({
        header: String(cell),
        type: rows.some((row) => typeof row[at] === "number") ? ("number" as const) : ("text" as const),
      })),
      rows,
    })),
  );
}
