import type { Codec } from "../values/codec.ts";
import { wordsOf } from "@lungang/core";
import { id, personId, text } from "../values/basic-codecs.ts";
import type { Column } from "./spec.ts";

/** A post by its id. */
export const postId: Codec<string> = {
  ...id,
  expected: { zh: "“岗位”表中的岗位编号", en: "the id of a post in the sheet of posts" },
};

/** The person whom a row is about. */
export const personColumn: Column = {
  key: "person",
  zh: "人员编号",
  aliases: ["编号", "教师编号", "工号", "personid", "姓名"],
  codec: personId,
  required: true,
  note: "编号，或不重名的姓名",
  examples: ["示例-T001"],
  width: 13,
};

/** The professional title as it is written: points may be counted from the words, posts of titles from what they mean. */
export const titleColumn: Column = {
  key: "title",
  zh: "职称",
  aliases: ["专业技术职务", "现任职称"],
  codec: { ...text, offers: wordsOf("title") },
  note: "有“职称岗位”表时填写，没有职称的填“无职称”",
  width: 14,
};

/** The post that a row is about. */
export const postColumn: Column = {
  key: "post",
  zh: "岗位编号",
  aliases: ["岗位", "postid"],
  codec: postId,
  required: true,
  note: "与“岗位”表一致",
  examples: ["示例-P1"],
  width: 16,
};
