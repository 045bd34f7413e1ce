import { school } from "../values/basic-codecs.ts";
import { decimal, integer } from "../values/numbers.ts";
import { person } from "./person-column.ts";
import { UNITS } from "../values/units.ts";
import type { SheetSpec } from "./spec.ts";

/** Road distances in the long form: one pair a row. The wide form has one column a school. */
export const travelSheet: SheetSpec = {
  key: "travel",
  zh: "里程",
  aliases: ["travel", "distances", "里程表", "距离"],
  required: false,
  columns: [
    person,
    {
      key: "school",
      zh: "学校",
      aliases: ["学校编号", "学校名称"],
      codec: school,
      required: true,
      note: "编号或名称",
      examples: ["某某镇中心小学"],
      width: 24,
    },
    {
      key: "kilometres",
      zh: "里程（公里）",
      aliases: ["公里", "千米", "里程（千米）", "距离（公里）", "距离（千米）", "km"],
      codec: decimal({ min: 0, max: 10_000 }, UNITS.kilometres),
      note: "从居住地到学校的道路里程，公里",
      examples: [12.4],
    },
    {
      key: "metres",
      zh: "里程（米）",
      aliases: ["米", "距离（米）", "里程米"],
      codec: integer({ min: 0, max: 10_000_000 }, UNITS.metres),
      note: "里程以米计时填写；与公里只填一列",
      isSpare: true,
    },
  ],
  freezeColumns: 1,
};
