import { text, word } from "../values/basic-codecs.ts";
import { decimal, integer } from "../values/numbers.ts";
import { person, shared } from "./person-column.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

/** Yearly evaluations. */
export const evaluationSheet: SheetSpec = {
  ...shared,
  key: "evaluations",
  zh: "考核",
  aliases: ["evaluations", "年度考核", "考核结果"],
  columns: [
    person,
    {
      key: "year",
      zh: "年度",
      aliases: ["考核年度"],
      codec: integer({ min: 1950, max: 2100 }, UNITS.calendarYear),
      required: true,
      note: "年",
      examples: [2025],
    },
    {
      key: "score",
      zh: "分数",
      aliases: ["得分"],
      codec: decimal({ min: -10_000, max: 10_000 }, UNITS.points),
      note: "可有小数",
      examples: [92.5],
    },
    {
      key: "grade",
      zh: "等次",
      aliases: ["考核等次", "结果"],
      codec: word("grade"),
      note: "从列表选择",
      examples: ["优秀"],
    },
  ],
};

/** Ranks in surveys of teaching. */
export const examRankSheet: SheetSpec = {
  ...shared,
  key: "examRanks",
  zh: "质量监测",
  aliases: ["examranks", "教学质量监测", "成绩排名"],
  columns: [
    person,
    {
      key: "survey",
      zh: "监测名称",
      aliases: ["考试名称"],
      codec: text,
      required: true,
      note: "如 2025 春季期末",
      examples: ["2025 春季期末"],
      width: 20,
    },
    {
      key: "kind",
      zh: "类别",
      aliases: ["监测类别"],
      codec: word("rankingKind"),
      note: "质量监测或统考，两类分别计算连续末位；不填按名称判断",
    },
    {
      key: "rank",
      zh: "名次",
      aliases: ["排名"],
      codec: integer({ min: 1, max: 1_000_000 }, UNITS.place),
      required: true,
      note: "从 1 起",
      examples: [3],
    },
    {
      key: "of",
      zh: "参评人数",
      aliases: ["总人数"],
      codec: integer({ min: 1, max: 1_000_000 }, UNITS.people),
      required: true,
      note: "人",
      examples: [48],
    },
    {
      key: "gapToMean",
      zh: "与平均分之差",
      aliases: ["均分差"],
      codec: decimal({ min: -1_000, max: 1_000 }, UNITS.points),
      note: "可为负数",
    },
  ],
};
