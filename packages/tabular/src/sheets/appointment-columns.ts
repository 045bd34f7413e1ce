import type { Codec } from "../values/codec.ts";
import { id, personId } from "../values/basic-codecs.ts";
import type { Column } from "./spec.ts";

/** A post by its id. */
export const postId: Codec<string> = { ...id, expected: "“岗位”表中的岗位编号" };

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
