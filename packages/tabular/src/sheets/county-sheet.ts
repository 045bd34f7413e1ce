import { id, text } from "../values/basic-codecs.ts";
import { countOf, decimal, integer } from "../values/numbers.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

const columns: readonly Column[] = [
  {
    key: "county.id",
    zh: "县（区）代码",
    aliases: ["县代码", "区县代码", "行政区划代码", "县区编号", "id", "countyid"],
    codec: id,
    required: true,
    note: "行政区划代码或自定的编号",
    examples: ["530000"],
  },
  {
    key: "county.name",
    zh: "县（区）名称",
    aliases: ["县名称", "区县名称", "县区名称", "县", "name", "countyname"],
    codec: text,
    required: true,
    note: "全称",
    examples: ["某某县"],
  },
  {
    key: "planYear",
    zh: "方案年度",
    aliases: ["年度", "年份", "学年"],
    codec: integer({ min: 1980, max: 2100 }, UNITS.calendarYear),
    required: true,
    note: "方案所在学年开始的年份，如 2026 表示 2026—2027 学年",
    examples: [2026],
  },
  {
    key: "county.establishment",
    zh: "县编制总数",
    aliases: ["编制总数", "全县编制数", "countyestablishment"],
    codec: countOf(UNITS.people),
    note: "全县中小学教职工编制总数，可不填",
  },
  {
    key: "county.authority",
    zh: "主管部门",
    aliases: ["主管部门名称", "教育行政部门", "编制单位", "教育局", "authority"],
    codec: text,
    note: "方案的编制单位（盖章），写全称，如：某某县教育体育局；不填时写作“县名＋教育局”",
  },
  {
    key: "datum",
    zh: "坐标系",
    aliases: ["经纬度坐标系", "coordinatesystem", "crs"],
    codec: text,
    note: "填了经纬度时必填：WGS-84（GPS、天地图、国家2000）、GCJ-02（高德、腾讯）或 BD-09（百度）",
    examples: ["GCJ-02"],
  },
  {
    key: "travel.roadFactor",
    zh: "道路系数",
    aliases: ["绕行系数", "roadfactor"],
    codec: decimal({ min: 1, max: 5 }),
    note: "道路里程与直线距离之比，可不填，默认 1.3",
  },
];

/** Facts about the county, one a row: name, value, explanation. */
export const countySheet: SheetSpec = {
  key: "county",
  zh: "基本信息",
  aliases: ["county", "县信息", "县区信息", "基础信息", "基本情况", "basic"],
  required: true,
  columns,
};
