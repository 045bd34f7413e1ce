import { personId } from "../values/basic-codecs.ts";
import type { Column } from "./spec.ts";

/** The person to whom a record belongs. */
export const person: Column = {
  key: "person",
  zh: "人员编号",
  aliases: ["编号", "教师编号", "工号", "personid", "姓名"],
  codec: personId,
  required: true,
  note: "编号或姓名，与“人员”表一致",
  examples: ["示例-T001"],
  width: 13,
};

/** What sheets with records of people have in common. */
export const shared = { required: false, ofPerson: true, freezeColumns: 1 } as const;
