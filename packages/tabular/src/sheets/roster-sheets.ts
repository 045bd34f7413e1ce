import type { SheetSpec } from "./spec.ts";
import { date, decimal, flag, id, school, text, word } from "../values/basic-codecs.ts";

const MAX_KM = 10_000;

/** The roster of people who move, with the six columns of the official form; the same description reads it back. */
export const rosterSheet: SheetSpec = {
  key: "roster",
  zh: "交流轮岗人员名册",
  aliases: ["roster", "名册", "人员名册", "交流轮岗名册", "交流人员名册"],
  required: true,
  columns: [
    { key: "number", zh: "序号", codec: text, note: "", width: 7 },
    {
      key: "person",
      zh: "人员编号",
      aliases: ["编号", "教师编号", "personid"],
      codec: id,
      required: true,
      note: "",
      width: 13,
    },
    { key: "name", zh: "姓名", codec: text, note: "", width: 11 },
    { key: "subject", zh: "任教学科", aliases: ["学科", "岗位"], codec: text, note: "", width: 16 },
    {
      key: "form",
      zh: "交流轮岗类型",
      aliases: ["交流形式", "类型"],
      codec: word("form"),
      required: true,
      note: "",
      width: 16,
    },
    {
      key: "relationMoves",
      zh: "是否调动人事关系",
      aliases: ["调动人事关系"],
      codec: flag,
      required: true,
      note: "",
      width: 18,
    },
    {
      key: "start",
      zh: "开始年月",
      aliases: ["开始日期", "开始时间"],
      codec: date(),
      required: true,
      note: "",
      width: 12,
    },
    {
      key: "end",
      zh: "结束年月",
      aliases: ["结束日期", "结束时间"],
      codec: date({ endOfMonth: true }),
      note: "",
      width: 12,
    },
    { key: "from", zh: "原单位名称", aliases: ["原单位", "原学校"], codec: school, note: "", width: 26 },
    {
      key: "to",
      zh: "交流轮岗单位名称",
      aliases: ["交流轮岗单位", "交流学校"],
      codec: school,
      required: true,
      note: "",
      width: 26,
    },
    { key: "post", zh: "岗位编号", codec: id, note: "", width: 22 },
    {
      key: "distanceKm",
      zh: "距离（公里）",
      aliases: ["距离公里"],
      codec: decimal({ min: 0, max: MAX_KM }),
      note: "",
      width: 12,
    },
    { key: "reason", zh: "依据", codec: text, note: "", width: 30 },
  ],
  freezeColumns: 3,
};

/** People whose exchange has ended: back home, or staying at the host. */
export const returnSheet: SheetSpec = {
  key: "returns",
  zh: "期满返回和留任",
  aliases: ["returns", "期满返回"],
  required: false,
  columns: [
    { key: "number", zh: "序号", codec: text, note: "", width: 7 },
    { key: "person", zh: "人员编号", aliases: ["编号"], codec: id, required: true, note: "", width: 13 },
    { key: "name", zh: "姓名", codec: text, note: "", width: 11 },
    { key: "from", zh: "交流单位名称", codec: school, required: true, note: "", width: 26 },
    { key: "to", zh: "返回或留任单位名称", codec: school, required: true, note: "", width: 26 },
    { key: "post", zh: "岗位编号", codec: id, note: "", width: 22 },
    { key: "settles", zh: "是否留任", codec: flag, required: true, note: "", width: 10 },
  ],
  freezeColumns: 3,
};

/** Columns that only the internal version shows. */
export const INTERNAL_COLUMNS: ReadonlySet<string> = new Set(["person", "post", "distanceKm", "reason"]);
