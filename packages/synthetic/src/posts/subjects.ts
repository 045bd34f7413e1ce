import type { Stage } from "@lungang/core";

/** Weekly periods of one class by subject; shares of the posts follow from them. */
export const PERIODS: Readonly<Record<Stage, Readonly<Record<string, number>>>> = {
  kindergarten: { 幼儿教育: 1 },
  primary: { 语文: 7, 数学: 5, 英语: 3, 体育: 4, 道德与法治: 2, 科学: 2, 音乐: 2, 美术: 2, 信息科技: 1 },
  junior: {
    语文: 6,
    数学: 6,
    英语: 5,
    物理: 3,
    道德与法治: 3,
    体育: 3,
    化学: 2,
    生物: 2,
    历史: 2,
    地理: 2,
    音乐: 1,
    美术: 1,
  },
  senior: {
    语文: 5,
    数学: 5,
    英语: 5,
    物理: 4,
    化学: 4,
    生物: 3,
    历史: 3,
    地理: 3,
    思想政治: 3,
    体育: 2,
    信息技术: 2,
    音乐: 1,
    美术: 1,
  },
  vocational: { 语文: 4, 数学: 4, 英语: 3, 专业课: 12, 体育: 2 },
  special: { 特殊教育: 8, 体育: 1, 音乐: 1, 美术: 1 },
};

/** Subjects that rural schools find no teachers for. */
export const SCARCE: ReadonlySet<string> = new Set([
  "音乐",
  "体育",
  "美术",
  "英语",
  "科学",
  "信息科技",
  "物理",
  "化学",
]);

/** Subjects of which the county town has too many teachers. */
export const PLENTIFUL: ReadonlySet<string> = new Set(["语文", "数学"]);

/** Second subjects that teachers of a subject take on. */
export const RELATED: Readonly<Record<string, readonly string[]>> = {
  语文: ["道德与法治", "美术", "音乐"],
  数学: ["科学", "信息科技"],
  英语: ["音乐", "道德与法治"],
  道德与法治: ["语文", "历史"],
  科学: ["数学", "信息科技"],
  体育: ["音乐", "美术"],
  音乐: ["美术", "体育"],
  美术: ["音乐", "语文"],
  信息科技: ["科学", "数学"],
  物理: ["数学", "化学"],
  化学: ["生物", "物理"],
  生物: ["化学", "地理"],
  历史: ["道德与法治", "地理"],
  地理: ["历史", "生物"],
};
