import type { Text } from "@lungang/core";

/** What a column counts, and the words for it that may stand behind a number. */
export interface Unit extends Text {
  readonly words: readonly string[];
}

function unit(zh: string, en: string, ...words: readonly string[]): Unit {
  return { zh, en, words: [zh, ...words] };
}

/** Units of the columns; a measure word that fits several things is a word of each. */
export const UNITS = {
  people: unit("人", "people", "名", "位", "个", "员"),
  posts: unit("个", "posts", "人", "名", "岗"),
  classes: unit("个", "classes", "班", "个班"),
  schools: unit("所", "schools", "个", "校"),
  rooms: unit("间", "rooms", "套", "个"),
  items: unit("项", "items", "个", "次"),
  periods: unit("节", "periods", "节课", "课时", "节/周", "课时/周"),
  years: unit("年", "years", "周年", "学年", "a"),
  months: unit("月", "months", "个月"),
  days: unit("天", "days", "日", "个工作日", "工作日"),
  calendarYear: unit("年", "year", "年度", "学年", "学年度"),
  kilometres: unit("公里", "km", "千米", "km"),
  metres: unit("米", "m", "m"),
  degrees: unit("度", "degrees", "°"),
  points: unit("分", "points"),
  place: unit("名", "place", "位"),
  round: unit("轮", "round"),
  grade: unit("级", "grade"),
  age: unit("岁", "years of age", "周岁"),
} as const satisfies Readonly<Record<string, Unit>>;

const NUMBER_WITH_WORD = /^([+-]?\d+(?:\.\d+)?)\s*([^\d\s.,+-]{1,6})$/u;

/** A number and the word behind it. */
export interface Measured {
  readonly number: number;
  readonly word: string;
}

/** Returns the number and the word of a text such as `6年`; undefined where the text is none. */
export function measuredIn(text: string): Measured | undefined {
  const [, number, word] = NUMBER_WITH_WORD.exec(text) ?? [];
  return number === undefined || word === undefined ? undefined : { number: Number(number), word: word.toLowerCase() };
}

/** Returns whether a word is one of a unit. */
export function isUnit(word: string, { words }: Unit): boolean {
  return words.includes(word);
}

const ALL_WORDS: ReadonlySet<string> = new Set(Object.values<Unit>(UNITS).flatMap(({ words }) => words));

/** Returns whether a word is one of some unit: a number with it is none with a slip behind it. */
export function isSomeUnit(word: string): boolean {
  return ALL_WORDS.has(word);
}

/** What columns that policies declare are named like, and what they then count; longer endings first. */
const ENDINGS: readonly (readonly [RegExp, Unit])[] = [
  [/(?:月数|月份数|月)$/u, UNITS.months],
  [/(?:年限|年数|教龄|工龄|校龄|年)$/u, UNITS.years],
  [/(?:天数|日数)$/u, UNITS.days],
  [/(?:公里|里程|路程|距离)$/u, UNITS.kilometres],
  [/(?:课时|节数|课时数)$/u, UNITS.periods],
  [/(?:人数|名额|学生数)$/u, UNITS.people],
  [/(?:次数)$/u, UNITS.items],
  [/(?:年龄)$/u, UNITS.age],
];

/** Returns what a column counts by its name: points where the name says nothing else. */
export function unitNamed(column: string): Unit {
  const name = column.replace(/[(（].*?[)）]/gu, "").trim();
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? UNITS.points;
}
