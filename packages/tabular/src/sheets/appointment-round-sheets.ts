import { text } from "../values/basic-codecs.ts";
import { share } from "../values/exact-numbers.ts";
import { ids, wordList } from "../values/list-codecs.ts";
import { decimal, integer } from "../values/numbers.ts";
import { personColumn, postIds } from "./appointment-columns.ts";
import { fixesChoice, reachChoice, roundChoice, ruleChoice, takersChoice, wishesChoice } from "./appointment-words.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

const roundName: Column = {
  key: "round",
  zh: "轮次",
  en: "Round",
  aliases: ["轮次名称", "环节"],
  codec: text,
  required: true,
  note: "与“轮次”表一致",
  examples: ["示例-本乡镇竞聘"],
  width: 18,
};

/** Most rounds that a plan has. */
const MOST_ROUNDS = 99;

/** Rounds, each fixed before the next. */
export const roundSheet: SheetSpec = {
  key: "rounds",
  zh: "轮次",
  aliases: ["rounds", "竞聘轮次", "聘任轮次"],
  required: false,
  columns: [
    { ...roundName, key: "id", note: "名称，如：本校竞聘、本乡镇竞聘、落聘人员就近安排" },
    {
      key: "order",
      zh: "次序",
      aliases: ["顺序", "先后"],
      codec: integer({ min: 1, max: MOST_ROUNDS }, UNITS.round),
      required: true,
      note: "1 最先；前一轮定岗后再进行下一轮",
      examples: [1],
    },
    {
      key: "reach",
      zh: "岗位范围",
      aliases: ["范围"],
      codec: reachChoice,
      required: true,
      note: "从原岗位看；没有原岗位的人只能参加全县的轮次",
      examples: ["本乡镇"],
      width: 12,
    },
    {
      key: "stages",
      zh: "学段",
      codec: ids({ zh: "学段", en: "stages" }),
      note: "不填为各学段；就近安排时不填为原学段",
      width: 12,
    },
    { key: "kinds", zh: "岗位类别", codec: wordList("postKind"), note: "不填为各类岗位", width: 14 },
    { key: "subjects", zh: "学科", codec: ids({ zh: "学科", en: "subjects" }), note: "不填为各学科", width: 14 },
    {
      key: "schoolTypes",
      zh: "学校类别",
      codec: ids({ zh: "学校类别", en: "types of schools" }),
      note: "只限“岗位”表中这些类别的学校",
      width: 14,
    },
    {
      key: "posts",
      zh: "岗位编号",
      aliases: ["岗位"],
      codec: postIds,
      note: "只限这些岗位",
      width: 18,
    },
    {
      key: "who",
      zh: "参加人员",
      codec: takersChoice,
      note: "不填为尚未定岗的全部人员",
      width: 12,
    },
    {
      key: "classes",
      zh: "人员类别",
      codec: ids({ zh: "优先类别", en: "classes of priority" }),
      note: "只限“人员”表中这些优先类别的人",
      width: 16,
    },
    {
      key: "people",
      zh: "人员编号",
      aliases: ["人员"],
      codec: ids({ zh: "人员编号", en: "ids of people" }),
      note: "只限这些人",
      width: 18,
    },
    { key: "wishes", zh: "志愿", codec: wishesChoice, note: "就近安排：没有岗位的人，按“学校距离”由近到远", width: 12 },
    { key: "fixes", zh: "定岗", codec: fixesChoice, note: "不填为取得新岗者定岗，不再参加后面的轮次", width: 16 },
    { key: "rule", zh: "聘任规则", aliases: ["规则"], codec: ruleChoice, note: "不填为“参数”表中的规则", width: 16 },
    { key: "offerShare", zh: "空岗公布比例", codec: share, note: "本轮拿出空岗的比例，不填为全部", width: 12 },
    { key: "offerRound", zh: "公布数取整", aliases: ["取整"], codec: roundChoice, note: "不填为向上取整", width: 12 },
    {
      key: "offerMost",
      zh: "空岗公布上限",
      aliases: ["最多公布数"],
      codec: integer({ min: 0, max: 100_000 }, UNITS.posts),
      note: "本轮合计最多拿出几个空岗，缺人多的岗位优先",
      width: 12,
    },
    { key: "source", zh: "依据", codec: text, note: "文件条款", width: 14 },
  ],
  freezeColumns: 1,
};

/** How far schools are from each other, for rounds that look for the nearest post. */
export const distanceSheet: SheetSpec = {
  key: "distances",
  zh: "学校距离",
  aliases: ["distances", "距离"],
  required: false,
  columns: [
    {
      key: "from",
      zh: "起点学校",
      aliases: ["原学校"],
      codec: text,
      required: true,
      note: "与“岗位”表的学校一致；往返相同的填一次",
      examples: ["示例-某某镇中心小学"],
      width: 22,
    },
    {
      key: "to",
      zh: "终点学校",
      aliases: ["去往学校"],
      codec: text,
      required: true,
      note: "",
      examples: ["某某中学"],
      width: 22,
    },
    {
      key: "km",
      zh: "公里",
      aliases: ["距离（公里）", "公里数"],
      codec: decimal({ min: 0, max: 2000 }, UNITS.kilometres),
      required: true,
      note: "路程",
      examples: [3.5],
    },
  ],
};

/** Decisions that were withdrawn after an objection: the person takes no part in that round. */
export const withdrawnSheet: SheetSpec = {
  key: "withdrawn",
  zh: "撤回决定",
  aliases: ["withdrawn", "撤销聘任", "撤回聘任"],
  required: false,
  columns: [
    roundName,
    { ...personColumn, note: "该轮的聘任被撤回者；该轮起按同一抽签重新进行" },
    { key: "because", zh: "原因", codec: text, note: "不公布", sensitive: true, width: 20 },
  ],
};
