import { id, text } from "../values/basic-codecs.ts";
import type { Column } from "./spec.ts";

/** Columns that every list of people begins with, whether it is of a plan or of an appointment. */
export const numberColumn: Column = { key: "number", zh: "序号", en: "No.", codec: text, note: "", width: 6 };
export const listedPerson: Column = {
  key: "person",
  zh: "人员编号",
  en: "Person id",
  aliases: ["编号", "教师编号", "personid"],
  codec: id,
  required: true,
  note: "",
  width: 11,
};
export const nameColumn: Column = { key: "name", zh: "姓名", en: "Name", codec: text, note: "", width: 9 };
