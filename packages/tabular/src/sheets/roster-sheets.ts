import { date, id, school, text, word } from "../values/basic-codecs.ts";
import { flag } from "../values/flags.ts";
import { decimal, integer } from "../values/numbers.ts";
import { nameColumn as name, numberColumn as number, listedPerson as person } from "./list-columns.ts";
import { UNITS } from "../values/units.ts";
import type { Column, SheetSpec } from "./spec.ts";

const MAX_KM = 10_000;

/** Columns that several sheets of a plan share. */
const start: Column = {
  key: "start",
  zh: "开始年月",
  en: "Start",
  aliases: ["开始日期", "开始时间"],
  codec: date(),
  required: true,
  note: "",
  width: 10,
  monthly: true,
};
const end: Column = {
  key: "end",
  zh: "结束年月",
  en: "End",
  aliases: ["结束日期", "结束时间"],
  codec: date({ endOfMonth: true }),
  note: "",
  width: 10,
  monthly: true,
};
const form: Column = {
  key: "form",
  zh: "交流轮岗类型",
  en: "Form",
  aliases: ["交流形式", "类型", "形式"],
  codec: word("form"),
  required: true,
  note: "",
  width: 13,
};
/** Needed to read a line back and for nobody who reads it. */
const post: Column = { key: "post", zh: "岗位编号", en: "Post id", codec: id, note: "", width: 14, hidden: true };
const told = (key: string, [zh, en]: readonly [string, string], width: number): Column => ({
  key,
  zh,
  en,
  codec: text,
  note: "",
  width,
});

/** The roster of people who move, with the six columns of the official form; the same description reads it back. People may leave open what follows. */
export const rosterSheet: SheetSpec = {
  key: "roster",
  zh: "交流轮岗人员名册",
  en: "Roster",
  aliases: ["roster", "名册", "人员名册", "交流轮岗名册", "交流人员名册"],
  required: true,
  columns: [
    number,
    { ...person, required: false },
    name,
    told("sex", ["性别", "Sex"], 6),
    told("title", ["职称", "Title"], 10),
    told("backbone", ["骨干", "Backbone"], 6),
    told("office", ["职务", "Office"], 9),
    told("presentSubject", ["现任教学科", "Present subject"], 10),
    { key: "subject", zh: "任教学科", en: "Subject", aliases: ["学科", "岗位"], codec: text, note: "", width: 12 },
    told("crossSubject", ["是否跨学科", "Other subject"], 7),
    { ...form, required: false },
    {
      key: "relationMoves",
      zh: "是否调动人事关系",
      en: "Relation moves",
      aliases: ["调动人事关系"],
      codec: flag,
      note: "",
      width: 9,
    },
    { ...start, required: false },
    end,
    { key: "from", zh: "原单位名称", en: "From", aliases: ["原单位", "原学校"], codec: school, note: "", width: 15 },
    {
      key: "to",
      zh: "交流轮岗单位名称",
      en: "To",
      aliases: ["交流轮岗单位", "交流学校"],
      codec: school,
      required: true,
      note: "",
      width: 15,
    },
    post,
    {
      key: "distanceKm",
      zh: "距离（公里）",
      en: "Distance (km)",
      aliases: ["距离公里"],
      codec: decimal({ min: 0, max: MAX_KM }, UNITS.kilometres),
      note: "",
      width: 8,
    },
    told("points", ["积分（分）", "Points"], 10),
    told("reason", ["依据", "Reason"], 30),
  ],
  freezeColumns: 3,
  framed: true,
};

/** People whose exchange has ended: back home, or staying at the host. */
export const returnSheet: SheetSpec = {
  key: "returns",
  zh: "期满返回和留任",
  en: "Ended exchanges",
  aliases: ["returns", "期满返回"],
  required: false,
  columns: [
    number,
    person,
    name,
    { key: "from", zh: "交流单位名称", en: "From", codec: school, required: true, note: "", width: 20 },
    { key: "to", zh: "返回或留任单位名称", en: "To", codec: school, required: true, note: "", width: 20 },
    post,
    { key: "settles", zh: "是否留任", en: "Stays for good", codec: flag, required: true, note: "", width: 10 },
  ],
  freezeColumns: 3,
  framed: true,
};

/** People who take part in light forms beside their own post. */
export const participationSheet: SheetSpec = {
  key: "participations",
  zh: "兼职和柔性交流",
  en: "Light forms",
  aliases: ["participations", "不离岗交流", "其他形式交流"],
  required: false,
  columns: [
    number,
    person,
    name,
    form,
    { key: "from", zh: "原单位名称", en: "From", aliases: ["原单位", "所在学校"], codec: school, note: "", width: 20 },
    {
      key: "to",
      zh: "参加单位名称",
      en: "At",
      aliases: ["参加学校", "交流学校"],
      codec: school,
      required: true,
      note: "",
      width: 20,
    },
    start,
    { ...end, required: true },
  ],
  freezeColumns: 3,
  framed: true,
};

/** Who teaches how many periods where: from the hub to the teaching points. */
export const itinerarySheet: SheetSpec = {
  key: "itineraries",
  zh: "走教和跨校兼课",
  en: "Itinerant teaching",
  aliases: ["itineraries", "走教", "走教安排", "跨校兼课"],
  required: false,
  columns: [
    number,
    person,
    name,
    form,
    {
      key: "from",
      zh: "派出学校",
      en: "Hub",
      aliases: ["原单位名称", "中心校", "所在学校"],
      codec: school,
      note: "",
      width: 20,
    },
    {
      key: "to",
      zh: "走教学校",
      en: "Teaching point",
      aliases: ["教学点", "兼课学校"],
      codec: school,
      required: true,
      note: "",
      width: 20,
    },
    { key: "subject", zh: "学科", en: "Subject", codec: text, note: "", width: 14 },
    {
      key: "periods",
      zh: "周课时",
      en: "Periods a week",
      codec: integer({ min: 1, max: 100 }, UNITS.periods),
      required: true,
      note: "",
      width: 10,
    },
    {
      key: "travelKm",
      zh: "校间路程（公里）",
      en: "Way (km)",
      codec: decimal({ min: 0, max: MAX_KM }, UNITS.kilometres),
      note: "",
      width: 16,
    },
    { ...post, required: true },
    start,
    { ...end, required: true },
  ],
  freezeColumns: 3,
  framed: true,
};

/** Columns that only the internal version shows; of offices the public has those of heads. */
export const INTERNAL_COLUMNS: ReadonlySet<string> = new Set([
  "person",
  "sex",
  "title",
  "backbone",
  "presentSubject",
  "crossSubject",
  "post",
  "distanceKm",
  "reason",
]);
