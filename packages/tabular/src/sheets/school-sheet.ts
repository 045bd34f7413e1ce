import { group, id, school, text, word } from "../values/basic-codecs.ts";
import { flag } from "../values/flags.ts";
import { countOf, decimal } from "../values/numbers.ts";
import { groupList, stageCounts } from "../values/list-codecs.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

const latitude = decimal({ min: -90, max: 90 }, UNITS.degrees);
const longitude = decimal({ min: -180, max: 180 }, UNITS.degrees);

const identity: readonly Column[] = [
  {
    key: "id",
    zh: "学校编号",
    aliases: ["编号", "学校代码", "学校标识码", "schoolid", "school"],
    codec: id,
    required: true,
    note: "全县唯一，文本格式",
    examples: ["示例-S01", "示例-S02"],
  },
  {
    key: "name",
    zh: "学校名称",
    aliases: ["名称", "学校", "学校全称", "单位名称", "schoolname"],
    codec: text,
    required: true,
    note: "全称；其他表可填名称代替编号",
    examples: ["某某镇中心小学", "某某中学"],
    width: 24,
  },
  {
    key: "type",
    zh: "学校类型",
    aliases: ["类型", "办学类型", "学段类型", "schooltype"],
    codec: word("schoolType"),
    required: true,
    note: "从列表选择",
    examples: ["小学", "九年一贯制学校"],
    width: 16,
  },
  {
    key: "ownership",
    zh: "办学性质",
    aliases: ["性质"],
    codec: word("ownership"),
    note: "不填为公办",
    examples: ["公办", "公办"],
  },
  {
    key: "level",
    zh: "学校层级",
    aliases: ["层级"],
    codec: word("schoolLevel"),
    note: "从列表选择",
    examples: ["乡镇中心校", "县城学校"],
    width: 14,
  },
  {
    key: "area",
    zh: "区域类型",
    aliases: ["城乡", "城乡类型", "城乡类别", "城乡分类", "区域"],
    codec: word("area"),
    note: "从列表选择",
    examples: ["乡村", "城区"],
  },
  { key: "terrain", zh: "地形", aliases: ["坝区山区"], codec: word("terrain"), note: "坝区或山区" },
  {
    key: "quality",
    zh: "办学水平",
    aliases: ["办学质量", "学校水平"],
    codec: word("quality"),
    note: "优质、一般、薄弱",
    examples: ["薄弱学校", "优质学校"],
    width: 12,
  },
  {
    key: "status",
    zh: "办学状态",
    aliases: ["学校状态", "是否撤并"],
    codec: word("schoolStatus"),
    note: "已撤并的学校填“已撤并”，不再接收人员；没有学生和班级的学校同样处理",
  },
  {
    key: "countyAffiliated",
    zh: "县直属",
    aliases: ["是否县直属", "县直学校"],
    codec: flag,
    note: "逢进必考的县直学校填“是”",
  },
  { key: "county", zh: "所属县", aliases: ["区县"], codec: id, note: "只在跨县时填写" },
];

const membership: readonly Column[] = [
  {
    key: "township",
    zh: "所属乡镇",
    aliases: ["乡镇", "所在乡镇", "镇", "街道"],
    codec: group,
    note: "乡镇名称",
    examples: ["某某镇", "城关镇"],
    width: 12,
  },
  {
    key: "zones",
    zh: "片区",
    aliases: ["学区", "所属片区", "大学区", "zone"],
    codec: groupList,
    note: "可填多个，用“、”隔开",
  },
  { key: "alliances", zh: "办学联合体", aliases: ["联合体", "alliance"], codec: groupList, note: "可填多个" },
  { key: "schoolGroups", zh: "教育集团", aliases: ["集团", "schoolgroup"], codec: groupList, note: "可填多个" },
  {
    key: "pairs",
    zh: "结对",
    aliases: ["结对帮扶", "pair"],
    codec: groupList,
    note: "结对名称，同一结对的学校填相同名称",
  },
  {
    key: "parent",
    zh: "中心校",
    aliases: ["中心校编号", "上级学校", "所属中心校"],
    codec: school,
    note: "村小、教学点填所属中心校",
  },
];

const sizes: readonly Column[] = [
  {
    key: "students",
    zh: "学生数",
    aliases: ["在校生数", "学生人数"],
    codec: countOf(UNITS.people),
    note: "人",
    examples: [420, 1500],
  },
  {
    key: "studentsByStage",
    zh: "分学段学生数",
    codec: stageCounts,
    note: "多学段学校：小学800、初中400",
    examples: ["", "小学800、初中700"],
    width: 20,
  },
  {
    key: "classes",
    zh: "班级数",
    aliases: ["教学班数", "班数"],
    codec: countOf(UNITS.classes),
    note: "个",
    examples: [12, 34],
  },
  {
    key: "establishment",
    zh: "编制数",
    aliases: ["核定编制", "编制"],
    codec: countOf(UNITS.people),
    note: "核定编制，人",
    examples: [26, 118],
  },
  {
    key: "leadershipPosts",
    zh: "校级领导职数",
    aliases: ["领导职数"],
    codec: countOf(UNITS.people),
    note: "人",
    examples: [3, 5],
  },
  { key: "midLevelPosts", zh: "中层职数", codec: countOf(UNITS.people), note: "人" },
  { key: "seniorPosts", zh: "高级岗位数", aliases: ["高级职数"], codec: countOf(UNITS.people), note: "人" },
  { key: "middlePosts", zh: "中级岗位数", aliases: ["中级职数"], codec: countOf(UNITS.people), note: "人" },
  {
    key: "roomsAvailable",
    zh: "可用周转房",
    aliases: ["周转房", "周转房套数"],
    codec: countOf(UNITS.rooms),
    note: "间",
  },
];

const limits: readonly Column[] = [
  {
    key: "quota.minOut",
    zh: "最少交流出",
    aliases: ["minout"],
    codec: countOf(UNITS.people),
    note: "主管部门给定时填写",
  },
  { key: "quota.maxOut", zh: "最多交流出", aliases: ["maxout"], codec: countOf(UNITS.people), note: "同上" },
  { key: "quota.minIn", zh: "最少交流入", aliases: ["minin"], codec: countOf(UNITS.people), note: "同上" },
  { key: "quota.maxIn", zh: "最多交流入", aliases: ["maxin"], codec: countOf(UNITS.people), note: "同上" },
  {
    key: "coordinates.latitude",
    zh: "纬度",
    aliases: ["latitude", "lat", "学校纬度"],
    codec: latitude,
    note: "度，如 25.491；坐标系在“基本信息”填写",
    examples: [25.491, 25.502],
    width: 11,
  },
  {
    key: "coordinates.longitude",
    zh: "经度",
    aliases: ["longitude", "lon", "lng", "学校经度"],
    codec: longitude,
    note: "度，如 103.796",
    examples: [103.796, 103.81],
    width: 11,
  },
];

/** Schools of the county. */
export const schoolSheet: SheetSpec = {
  key: "schools",
  zh: "学校",
  aliases: ["schools", "school", "学校信息", "学校表", "学校基本情况", "学校一览"],
  required: true,
  columns: [...identity, ...membership, ...sizes, ...limits],
  freezeColumns: 2,
};
