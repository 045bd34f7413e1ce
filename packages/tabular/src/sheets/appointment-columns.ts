import type { Text } from "@lungang/core";
import { wordsOf } from "@lungang/core";
import { id, personId, text } from "../values/basic-codecs.ts";
import type { CellInput, Codec, Problem } from "../values/codec.ts";
import { idList } from "../values/list-codecs.ts";
import type { Column } from "./spec.ts";

const POST: Text = {
  zh: "“岗位”表中的岗位编号，或学校和学科，如“某某中学 初中数学”",
  en: "the id of a post in the sheet of posts, or its school and subject",
};

const SEVERAL_POSTS: Problem = {
  problem: "ambiguous-name",
  message: { zh: "有几个岗位都符合，无法确定是哪一个", en: "Several posts fit" },
  advice: { zh: "请写明学段和学科，或改填岗位编号", en: "Give stage and subject, or the id of the post" },
};

/** A post by its id, or in words that only one has. */
export const postId: Codec<string> = {
  ...id,
  expected: POST,
  read: (cell) => {
    const value = id.read(cell);
    return typeof value === "string" ? postOf(value, cell) : value;
  },
};

/** Several posts. */
export const postIds = idList(POST, postOf);

function postOf(name: string, { references }: CellInput): string | Problem {
  return references.post === undefined ? name : (references.post(name) ?? SEVERAL_POSTS);
}

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
  note: "岗位编号，或学校和学科",
  examples: ["示例-P1"],
  width: 16,
};
