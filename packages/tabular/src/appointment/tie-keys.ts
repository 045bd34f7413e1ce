import type { Codec, Problem } from "../values/codec.ts";
import { isProblem, textOf } from "../values/codec.ts";
import { splitBrackets, splitList } from "../values/text.ts";

/** A column that breaks ties, and which end of it comes first. */
export interface TieKey {
  readonly column: string;
  readonly order: "desc" | "asc";
}

const SMALLER_FIRST = new Set(["小者优先", "小者在前", "低者优先", "早者优先", "早者在前", "升序", "asc"]);
const LARGER_FIRST = new Set(["大者优先", "大者在前", "高者优先", "晚者优先", "晚者在前", "降序", "desc"]);

/** Columns that break ties, in their order: `校龄、出生日期（小者优先）`. */
export const tieKeys: Codec<readonly TieKey[]> = {
  type: "text",
  expected: {
    zh: "列名，用“、”隔开，如：校龄、出生日期（小者优先）",
    en: "names of columns in their order, with （小者优先） where the smaller comes first",
  },
  read: (cell) => {
    const keys: TieKey[] = [];
    for (const item of splitList(textOf(cell))) {
      const key = tieKey(item);
      if (isProblem(key)) return key;
      keys.push(key);
    }
    return keys;
  },
  write: (keys) => keys.map(({ column, order }) => (order === "asc" ? `${column}（小者优先）` : column)).join("、"),
};

function tieKey(item: string): TieKey | Problem {
  const { word, notes } = splitBrackets(item);
  const [note, second] = notes;
  if (word === "" || second !== undefined) return UNCLEAR;
  if (note === undefined || LARGER_FIRST.has(note)) return { column: word, order: "desc" };
  return SMALLER_FIRST.has(note) ? { column: word, order: "asc" } : UNCLEAR;
}

const UNCLEAR: Problem = {
  problem: "unknown-word",
  message: { zh: "看不出按哪一列、哪一端在前", en: "Which column, and which end first, is not clear" },
  advice: {
    zh: "请写列名；小者在前的写“（小者优先）”",
    en: "Write names of columns, with （小者优先） where the smaller comes first",
  },
};
