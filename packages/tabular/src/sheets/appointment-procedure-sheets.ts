import { date, id, text } from "../values/basic-codecs.ts";
import { personColumn } from "./appointment-columns.ts";
import { stepResultChoice } from "./appointment-words.ts";
import type { SheetSpec } from "./spec.ts";

/** What was done of the steps that a policy prescribes: for all, or for one person. */
export const procedureSheet: SheetSpec = {
  key: "procedure",
  zh: "程序记录",
  aliases: ["procedure", "程序", "程序登记"],
  required: false,
  columns: [
    {
      key: "step",
      zh: "步骤",
      aliases: ["环节"],
      codec: text,
      required: true,
      note: "政策规定的步骤名称，如：教代会通过、资格审查、培训",
      examples: ["示例-教代会通过"],
      width: 24,
    },
    { ...personColumn, required: false, note: "逐人办理的步骤填写；统一办理的留空" },
    { key: "on", zh: "日期", aliases: ["办理日期"], codec: date(), note: "", width: 12 },
    {
      key: "result",
      zh: "结论",
      aliases: ["结果"],
      codec: stepResultChoice,
      required: true,
      note: "从列表选择",
      examples: ["通过"],
    },
    { key: "note", zh: "说明", codec: text, note: "不公布", sensitive: true, width: 24 },
  ],
};

/** Who leads which class next year: a role beside a teaching post. */
export const classTeacherSheet: SheetSpec = {
  key: "classTeachers",
  zh: "班主任",
  aliases: ["classTeachers", "班主任安排"],
  required: false,
  columns: [
    {
      key: "id",
      zh: "班级",
      aliases: ["班级编号"],
      codec: id,
      required: true,
      note: "唯一",
      examples: ["示例-某某小学三（1）班"],
      width: 22,
    },
    {
      key: "school",
      zh: "学校",
      codec: text,
      required: true,
      note: "与“岗位”表的学校一致",
      examples: ["某某镇中心小学"],
      width: 22,
    },
    {
      ...personColumn,
      key: "teacher",
      zh: "班主任",
      aliases: ["班主任编号"],
      required: false,
      note: "人员编号；未定的留空。须在本校任教，保留原岗，不另占岗位",
    },
  ],
};
