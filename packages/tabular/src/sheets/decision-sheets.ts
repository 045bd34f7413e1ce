import type { Text } from "@lungang/core";
import { id, text } from "../values/basic-codecs.ts";
import type { Codec } from "../values/codec.ts";
import { textOf } from "../values/codec.ts";
import { cleanText } from "../values/text.ts";
import type { SheetSpec } from "./spec.ts";

/** A value as it was typed: what it means depends on the parameter. */
const asTyped: Codec<string> = {
  type: "text",
  expected: { zh: "按“问题”一栏填写", en: "what the column with the question asks for" },
  read: (cell) => cleanText(textOf(cell)) || undefined,
  write: (value) => value,
};

/** Policy, and the values of its parameters, one a row; a row named {@link POLICY_ROW} names the policy. */
export const settingSheet: SheetSpec = {
  key: "settings",
  zh: "政策参数",
  aliases: ["settings", "参数", "政策"],
  required: false,
  columns: [
    {
      key: "name",
      zh: "参数",
      aliases: ["参数名称", "name"],
      codec: text,
      required: true,
      note: "不要改动",
      width: 24,
    },
    { key: "meaning", zh: "含义", codec: text, note: "不要改动", width: 40 },
    { key: "value", zh: "取值", aliases: ["值", "value"], codec: asTyped, note: "只填这一列；留空用默认值", width: 26 },
    { key: "usual", zh: "默认值", codec: text, note: "留空时采用", width: 16 },
    { key: "question", zh: "问题", codec: text, note: "怎样填写", width: 60 },
    { key: "source", zh: "依据", codec: text, note: "条款编号", width: 12 },
  ],
};

/** Name of the row that names the policy itself. */
export const POLICY_ROW = "政策";

/** What may be decided about a person, and the part of a decision that it becomes. */
export const DECISION_WORDS = { 留任: "stay", 调往: "school", 不得调往: "forbid" } as const;

const DECISIONS: Text = {
  zh: Object.keys(DECISION_WORDS).join("、"),
  en: "留任 (stays), 调往 (goes to), 不得调往 (must not go to)",
};

/** Decisions already taken, one a row. */
export const lockSheet: SheetSpec = {
  key: "locks",
  zh: "已定人员",
  aliases: ["locks", "已定", "锁定", "已定人员名单"],
  required: false,
  columns: [
    { key: "person", zh: "人员编号", aliases: ["编号", "person"], codec: id, note: "姓名不重复时可不填", width: 14 },
    { key: "name", zh: "姓名", aliases: ["name"], codec: text, note: "与“人员”表一致", width: 12 },
    {
      key: "decision",
      zh: "安排",
      aliases: ["决定", "decision"],
      codec: { ...text, choices: Object.keys(DECISION_WORDS), expected: DECISIONS },
      required: true,
      note: "留任、调往或不得调往",
      width: 12,
    },
    {
      key: "school",
      zh: "学校",
      aliases: ["学校名称", "school"],
      codec: text,
      note: "调往或不得调往的学校",
      width: 26,
    },
    { key: "post", zh: "岗位编号", aliases: ["post"], codec: id, note: "调往的岗位，可不填", width: 16 },
    {
      key: "reason",
      zh: "理由",
      aliases: ["原因", "reason"],
      codec: text,
      required: true,
      note: "谁在何时决定",
      width: 40,
    },
  ],
};

/** Sheets of a county that hold no data but decisions. */
export const DECISION_SHEETS: readonly SheetSpec[] = [settingSheet, lockSheet];
