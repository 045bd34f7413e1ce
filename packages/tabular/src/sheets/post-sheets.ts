import { id, personId, school, subjectName, text, word } from "../values/basic-codecs.ts";
import { countOf, integer, postGrade } from "../values/numbers.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

/** Townships, zones, alliances, school groups and pairs with names; optional. */
export const groupSheet: SheetSpec = {
  key: "groups",
  zh: "分组",
  aliases: ["groups", "group", "片区分组", "分组信息"],
  required: false,
  columns: [
    {
      key: "id",
      zh: "分组编号",
      aliases: ["编号", "groupid"],
      codec: id,
      required: true,
      note: "唯一",
      examples: ["示例-G1"],
    },
    {
      key: "kind",
      zh: "类别",
      aliases: ["分组类别", "类型"],
      codec: word("groupKind"),
      required: true,
      note: "从列表选择",
      examples: ["片区"],
      width: 12,
    },
    {
      key: "name",
      zh: "名称",
      aliases: ["分组名称"],
      codec: text,
      required: true,
      note: "学校表可填此名称",
      examples: ["第一片区"],
      width: 20,
    },
    { key: "leadSchool", zh: "牵头学校", aliases: ["龙头学校", "核心校"], codec: school, note: "编号或名称" },
    { key: "head", zh: "负责人", codec: personId, note: "人员编号或姓名" },
  ],
  freezeColumns: 1,
};

/** Posts: how many people each school needs. */
export const postSheet: SheetSpec = {
  key: "posts",
  zh: "岗位",
  aliases: ["posts", "post", "岗位需求", "岗位表", "需求", "岗位信息"],
  required: false,
  columns: [
    {
      key: "id",
      zh: "岗位编号",
      aliases: ["编号", "postid"],
      codec: id,
      note: "可不填，由系统按学校、学段、学科编号",
      examples: ["示例-P1", "示例-P2", "示例-P3"],
    },
    {
      key: "school",
      zh: "学校",
      aliases: ["学校编号", "学校名称", "schoolid"],
      codec: school,
      required: true,
      note: "编号或名称",
      examples: ["某某镇中心小学", "某某中学", "某某中学"],
      width: 24,
    },
    {
      key: "kind",
      zh: "岗位类别",
      aliases: ["类别", "岗位类型"],
      codec: word("postKind"),
      note: "不填为教学岗位",
      examples: ["教学岗位", "教学岗位", "管理岗位"],
      width: 12,
    },
    { key: "stage", zh: "学段", codec: word("stage"), note: "教学岗位必填", examples: ["小学", "初中", ""] },
    {
      key: "subject",
      zh: "学科",
      aliases: ["任教学科"],
      codec: subjectName,
      note: "教学岗位必填",
      examples: ["语文", "数学", ""],
    },
    { key: "office", zh: "职务", codec: word("office"), note: "管理岗位填写", examples: ["", "", "副校长"] },
    {
      key: "capacity",
      zh: "需要人数",
      aliases: ["人数", "岗位数", "需求人数", "应有人数", "应配人数", "应配教师数"],
      codec: countOf(UNITS.people),
      note: "该岗位共需多少人",
      examples: [8, "", 1],
    },
    {
      key: "periodsPerWeek",
      zh: "周课时总数",
      aliases: ["周课时", "周课时数"],
      codec: countOf(UNITS.periods),
      note: "没有人数时填写",
      examples: ["", 96, ""],
    },
    {
      key: "fullLoad",
      zh: "满工作量",
      aliases: ["满工作量课时", "周标准课时"],
      codec: integer({ min: 1, max: 100 }, UNITS.periods),
      note: "一人每周标准课时",
      examples: ["", 12, ""],
    },
    { key: "grade", zh: "岗位等级", codec: postGrade, note: "1 至 13" },
    { key: "conditions", zh: "岗位条件", aliases: ["条件"], codec: text, note: "文字说明，只供阅读", width: 20 },
    { key: "appointer", zh: "聘任主体", codec: word("appointer"), note: "从列表选择" },
    { key: "stageOrder", zh: "竞聘顺序", codec: integer(), note: "先后次序" },
  ],
  freezeColumns: 2,
};
