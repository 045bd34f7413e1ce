import { date, id, text } from "../values/basic-codecs.ts";
import { points } from "../values/exact-numbers.ts";
import { nameColumn as name, numberColumn as number, listedPerson as person } from "./list-columns.ts";
import type { Column, SheetSpec } from "./spec.ts";
import { sheetSet } from "./sheets.ts";

const from: Column = { key: "from", zh: "原岗位", en: "Post before", codec: text, note: "", width: 24 };
const score: Column = { key: "points", zh: "积分", en: "Points", codec: points, note: "", width: 10 };
const reason: Column = { key: "reason", zh: "说明", en: "Why", codec: text, note: "", width: 60 };

const conditions: Column = {
  key: "conditions",
  zh: "上岗与待遇",
  en: "Work and pay",
  codec: text,
  note: "",
  width: 40,
};

const round: Column = { key: "round", zh: "聘任轮次", en: "Round", codec: text, note: "", width: 18 };

/** Who gets which post; the same description writes it and reads it back after edits by hand. */
export const appointmentListSheet: SheetSpec = {
  key: "appointments",
  zh: "聘任名单",
  en: "Appointments",
  aliases: ["appointments", "聘任", "聘任结果", "拟聘名单", "拟聘任名单"],
  required: true,
  columns: [
    number,
    person,
    name,
    from,
    {
      key: "post",
      zh: "聘任岗位编号",
      en: "Post id",
      aliases: ["聘任岗位", "岗位编号"],
      codec: id,
      required: true,
      note: "",
      width: 16,
    },
    { key: "school", zh: "聘任学校", en: "School", codec: text, note: "", width: 22 },
    { key: "subject", zh: "岗位", en: "Post", codec: text, note: "", width: 16 },
    { key: "outcome", zh: "结果", en: "Outcome", codec: text, note: "", width: 10 },
    round,
    { key: "wish", zh: "志愿", en: "Wish", codec: text, note: "", width: 12 },
    score,
    {
      key: "appointer",
      zh: "聘任权限",
      en: "Appointed by",
      aliases: ["聘任单位"],
      codec: text,
      note: "",
      width: 20,
    },
    { key: "contractFrom", zh: "聘期起", en: "From", codec: date(), note: "", width: 12 },
    { key: "contractTo", zh: "聘期止", en: "To", codec: date(), note: "", width: 12 },
    conditions,
    reason,
  ],
  freezeColumns: 3,
  framed: true,
};

/** Who gets no post. */
export const unplacedSheet: SheetSpec = {
  key: "unplaced",
  zh: "未聘人员",
  en: "Without a post",
  aliases: ["unplaced", "未聘", "未聘名单", "落聘人员"],
  required: false,
  columns: [number, person, name, from, { ...round, zh: "止于轮次", en: "Last round" }, score, conditions, reason],
  freezeColumns: 3,
  framed: true,
};

/** What every round changed: who got a post, and who lost the own one. */
export const stepSheet: SheetSpec = {
  key: "steps",
  zh: "各轮变动",
  en: "Rounds",
  aliases: ["steps", "各轮结果", "轮次变动"],
  required: false,
  columns: [
    number,
    { ...round, zh: "轮次", required: true },
    person,
    name,
    { key: "before", zh: "轮前岗位", en: "Post before", codec: text, note: "", width: 24 },
    { key: "post", zh: "取得岗位编号", en: "Post id", aliases: ["岗位编号"], codec: id, note: "", width: 16 },
    { key: "school", zh: "取得学校", en: "School", codec: text, note: "", width: 22 },
    { key: "subject", zh: "岗位", en: "Post", codec: text, note: "", width: 16 },
    { key: "outcome", zh: "结果", en: "Outcome", codec: text, note: "", width: 12 },
  ],
  freezeColumns: 4,
  framed: true,
};

/** The sheets of an appointment that are read back. */
export const APPOINTMENT_LISTS = sheetSet([appointmentListSheet, unplacedSheet, stepSheet]);

/** Columns that lists have only where somebody has a value: rounds, and what a policy says of appointments. */
export const OPTIONAL_COLUMNS: ReadonlySet<string> = new Set([
  "round",
  "appointer",
  "contractFrom",
  "contractTo",
  "conditions",
]);

/** Columns that only the internal edition shows. */
export const INTERNAL_LIST_COLUMNS: ReadonlySet<string> = new Set([
  "person",
  "post",
  "points",
  "reason",
  "wish",
  "conditions",
]);
