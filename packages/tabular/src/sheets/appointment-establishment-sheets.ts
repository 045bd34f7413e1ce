import { text } from "../values/basic-codecs.ts";
import { share } from "../values/exact-numbers.ts";
import { stageCounts } from "../values/list-codecs.ts";
import { integer } from "../values/numbers.ts";
import { titleLevelChoice } from "./appointment-words.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

/** Posts of a level of titles at a school, as a number or as a share of its posts. */
export const titlePostSheet: SheetSpec = {
  key: "titlePosts",
  zh: "职称岗位",
  aliases: ["titlePosts", "职称结构比例", "结构比例", "岗位结构比例"],
  required: false,
  columns: [
    {
      key: "school",
      zh: "学校",
      codec: text,
      note: "与“岗位”表的学校一致；不填为没有单列的各校",
      examples: ["示例-某某镇中心小学"],
      width: 22,
    },
    {
      key: "level",
      zh: "职称等级",
      aliases: ["等级", "职称"],
      codec: titleLevelChoice,
      required: true,
      note: "从列表选择；高级含正高、副高，没有列入的等级不限",
      examples: ["高级"],
      width: 12,
    },
    {
      key: "share",
      zh: "结构比例",
      aliases: ["比例"],
      codec: share,
      note: "占本校管理、教学、教辅岗位数的比例，向下取整；与岗位数只填一项",
      examples: ["30%"],
    },
    {
      key: "posts",
      zh: "岗位数",
      aliases: ["职数", "核定岗位数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "核定的个数；与结构比例只填一项",
    },
    {
      key: "taken",
      zh: "已占用",
      aliases: ["已占用数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "不在“人员”“直接聘任”两表而占用者，如在外交流人员；填了学校才可填",
    },
  ],
};

/** What the establishment of a school follows from. */
export const schoolSizeSheet: SheetSpec = {
  key: "schoolSizes",
  zh: "学校规模",
  aliases: ["schoolSizes", "学校编制", "编制核定", "学校班额"],
  required: false,
  columns: [
    {
      key: "school",
      zh: "学校",
      codec: text,
      required: true,
      note: "与“岗位”表的学校一致",
      examples: ["示例-某某镇中心小学"],
      width: 22,
    },
    {
      key: "pupils",
      zh: "学生数",
      aliases: ["在校生数", "在校学生数"],
      codec: stageCounts,
      required: true,
      note: "按学段填写，如：小学800、初中400",
      examples: ["小学800"],
      width: 20,
    },
    {
      key: "classes",
      zh: "班级数",
      aliases: ["班数", "教学班数"],
      codec: integer({ min: 0, max: 10_000 }, UNITS.classes),
      note: "按班师比核算小规模学校时填写",
    },
    {
      key: "least",
      zh: "最低编制",
      aliases: ["最低编制数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.people),
      note: "教学点等不得低于此数，可不填",
    },
  ],
};
