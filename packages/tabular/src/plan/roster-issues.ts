import type { Issue } from "@lungang/core";
import { errorAt } from "../county/issues.ts";
import { placeOfBook } from "../county/table.ts";
import { rosterSheet } from "../sheets/roster-sheets.ts";
import type { Book } from "../workbook/book.ts";

/** What can be wrong with a line of a roster. */
export const UNKNOWN_PERSON = {
  message: { zh: "人员编号或姓名不在人员名单中", en: "No person of the county has this id or name" },
  advice: { zh: "请核对人员编号和姓名", en: "Check id and name" },
};
export const SEVERAL_PERSONS = {
  message: { zh: "有几个人同名，无法确定是哪一位", en: "Several people have this name" },
  advice: { zh: "请填写人员编号", en: "Give the id" },
};
export const OTHER_PERSON = {
  message: { zh: "姓名与人员编号不是同一个人", en: "Name and id are not of the same person" },
  advice: { zh: "换人时请同时改编号和姓名，或清空编号", en: "Change both, or empty the id" },
};
export const UNKNOWN_POST = {
  message: { zh: "岗位编号不存在", en: "There is no such post" },
  advice: { zh: "请清空岗位编号，由学校和学科确定", en: "Empty it: school and subject say which post it is" },
};
export const TWICE = {
  message: { zh: "同一人在名册中出现两次", en: "The person occurs twice in the roster" },
  advice: { zh: "请只保留一行", en: "Keep one row" },
};
export const UNKNOWN_SCHOOL = {
  message: { zh: "单位名称不在学校名单中", en: "The school is not in the instance" },
  advice: { zh: "请填与学校表一致的名称或编号", en: "Give its name or id as in the sheet of schools" },
};
export const UNCLEAR = {
  message: {
    zh: "没有岗位编号，也无法由学校和主教学科确定岗位",
    en: "No post is given and none follows from school and main subject",
  },
  advice: { zh: "请填写岗位编号", en: "Give the id of the post" },
};
export const ELSEWHERE = {
  message: { zh: "岗位不属于交流轮岗单位", en: "The post is not at the school of the move" },
  advice: { zh: "改了单位时，请同时改岗位编号，或清空岗位编号", en: "Change the post with the school, or empty it" },
};

/** Says that a workbook holds no roster. */
export function missingRoster(book: Book): Issue {
  return errorAt(placeOfBook(book), "missing-sheet", {
    message: { zh: `缺少“${rosterSheet.zh}”表`, en: "The sheet with the roster is missing" },
    received: book.sheets.map((sheet) => sheet.name).join("、"),
    expected: { zh: rosterSheet.zh, en: rosterSheet.en ?? rosterSheet.key },
    advice: { zh: "请使用内部版名册，公开版没有人员编号", en: "Use the internal roster; the public one has no ids" },
  });
}

/** What is wrong with the public version: it cannot be read back. */
export const WITHOUT_IDS = {
  message: {
    zh: "名册没有人员编号，像是公示版",
    en: "The roster has no ids of people; it looks like the public version",
  },
  expected: { zh: "人员编号", en: "ids of people" },
  advice: { zh: "请使用内部版名册（轮岗方案.xlsx）", en: "Use the internal workbook of the plan" },
};
