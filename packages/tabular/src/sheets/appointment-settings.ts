import { date, text } from "../values/basic-codecs.ts";
import { flag } from "../values/flags.ts";
import { points, share } from "../values/exact-numbers.ts";
import { countOf, integer } from "../values/numbers.ts";
import { tieKeys } from "../appointment/tie-keys.ts";
import {
  offerByChoice,
  ownPostChoice,
  rankedByChoice,
  roundChoice,
  ruleChoice,
  smallSchoolChoice,
  surplusChoice,
} from "./appointment-words.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

/** Most people in a circle that anybody has asked for. */
const MOST_IN_CIRCLE = 20;

/** Pupils for one member of staff, with the numbers of 中央编办发〔2014〕72号. */
const RATIOS = [
  ["ratioPrimary", "小学生师比", "19"],
  ["ratioJunior", "初中生师比", "13.5"],
  ["ratioSenior", "高中生师比", "12.5"],
] as const;

/** By which rules the posts of a workbook are given out, one a row: name, value, explanation. */
export const settingsSheet: SheetSpec = {
  key: "settings",
  zh: "参数",
  aliases: ["settings", "设置", "竞聘参数", "聘任参数"],
  required: true,
  columns: [
    { key: "title", zh: "名称", aliases: ["标题", "公告名称"], codec: text, note: "如：某某县2026年教师岗位竞聘" },
    {
      key: "authority",
      zh: "编制单位",
      aliases: ["主管部门", "教育行政部门", "发布单位"],
      codec: text,
      note: "盖章的单位，写全称，如：某某县教育体育局；不填时留空手写",
    },
    {
      key: "policy",
      zh: "政策",
      aliases: ["采用政策"],
      codec: text,
      note: "内置政策名，或 YAML/JSON 文件；政策写明的规则和轮次不必再填，填了须一致",
    },
    {
      key: "rule",
      zh: "聘任规则",
      aliases: ["规则"],
      codec: ruleChoice,
      note: "政策写明的可不填。延迟接受：高分者的志愿先满足，原岗受保护；首位交易循环：可互换岗位，会出现高分者被越过并逐一列名；其余见说明",
      examples: ["延迟接受"],
    },
    {
      key: "ownPost",
      zh: "原岗位",
      aliases: ["原岗处理", "原岗位处理"],
      codec: ownPostChoice,
      note: "不填为可保留；个别人员不同的在“人员”表填写",
    },
    { key: "rankedBy", zh: "排序依据", aliases: ["排序"], codec: rankedByChoice, note: "不填为积分" },
    {
      key: "ties",
      zh: "同分比较项",
      aliases: ["同分排序项", "同分"],
      codec: tieKeys,
      note: "“人员”表中的列名，依次比较，大者在前；小者（日期为早者）在前的写“（小者优先）”，如：校龄、出生日期（小者优先）",
    },
    {
      key: "seed",
      zh: "抽签种子",
      aliases: ["种子", "公开抽签种子"],
      codec: text,
      note: "同分又无比较项时才用到：请用报名截止后产生的公开号码，任何人可以复算",
    },
    {
      key: "cap",
      zh: "积分上限",
      aliases: ["总分上限"],
      codec: points,
      note: "计分项合计的上限，可不填",
    },
    {
      key: "offerShare",
      zh: "空岗公布比例",
      aliases: ["公布比例"],
      codec: share,
      note: "空岗中拿出竞聘的比例，不填为全部公布",
    },
    { key: "offerRound", zh: "公布数取整", aliases: ["取整"], codec: roundChoice, note: "不填为向上取整" },
    { key: "offerBy", zh: "公布比例按", aliases: ["公布统筹范围"], codec: offerByChoice, note: "不填为学校" },
    { key: "holdBack", zh: "县级预留比例", aliases: ["预留比例"], codec: share, note: "应公布空岗中由县预留的比例" },
    {
      key: "schoolDecidesUpTo",
      zh: "学校自定公布数的空岗上限",
      aliases: ["学校自定上限"],
      codec: countOf(UNITS.posts),
      note: "空岗不超过此数的学校，公布几个由学校自定",
    },
    {
      key: "surplus",
      zh: "超岗分流",
      aliases: ["分流办法", "超编分流"],
      codec: surplusChoice,
      note: "人数多于岗位数时谁须离开：自愿者先，再按积分；受保护者不分流。不填则不分流，超岗期间只出不进",
    },
    {
      key: "volunteerOrder",
      zh: "自愿者分流次序",
      aliases: ["自愿分流次序"],
      codec: surplusChoice,
      note: "自愿者多于须分流人数时谁先走",
    },
    {
      key: "contractStart",
      zh: "聘期起始日",
      aliases: ["聘期起"],
      codec: date(),
      note: "如：2026-09-01；政策规定聘期的，名单写明聘期起止，期满者须写去向",
    },
    ...RATIOS.map(([key, zh, usual]): Column => ({
      key,
      zh,
      codec: points,
      note: `有“学校规模”表时填写：每几名学生一名教职工（国家标准 ${usual}）`,
    })),
    {
      key: "smallBelow",
      zh: "小规模学校学生数上限",
      aliases: ["小规模学校标准"],
      codec: integer({ min: 1, max: 100_000 }, UNITS.people),
      note: "学生数少于此数的学校兼按班师比核编，如 200；不填则都按生师比",
    },
    {
      key: "smallPerClass",
      zh: "小规模学校班师比",
      aliases: ["班师比"],
      codec: points,
      note: "小规模学校每班几名教职工，如 1.7",
    },
    { key: "smallMethod", zh: "小规模学校核编办法", codec: smallSchoolChoice, note: "与班师比同时填写" },
    {
      key: "countyTotal",
      zh: "全县编制总量",
      aliases: ["编制总量"],
      codec: integer({ min: 0, max: 1_000_000 }, UNITS.people),
      note: "有“学校规模”表时填写：各校核定数合计与预留不得超过此数，不足时按比例分配",
    },
    {
      key: "countyReserve",
      zh: "县级编制预留",
      aliases: ["编制预留"],
      codec: integer({ min: 0, max: 1_000_000 }, UNITS.people),
      note: "由县掌握、不分到学校的编制，不填为 0",
    },
    {
      key: "longest",
      zh: "互换最多人数",
      aliases: ["互换人数上限"],
      codec: integer({ min: 1, max: MOST_IN_CIRCLE }, UNITS.people),
      note: "仅“限定人数的互换”使用，不填为 3",
    },
    {
      key: "chains",
      zh: "互换可接空岗",
      aliases: ["可接空岗"],
      codec: flag,
      note: "仅“限定人数的互换”使用：最后一人可进入空岗，不填为否",
    },
  ],
};

/**
 * Returns a setting as people write it: the name of its row, and its value in words.
 *
 * @public
 */
export function settingText(key: string, value: unknown): { readonly name: string; readonly value: string } {
  const column = settingsSheet.columns.find((one) => one.key === key);
  return { name: column?.zh ?? key, value: String(column?.codec.write(value) ?? value) };
}
