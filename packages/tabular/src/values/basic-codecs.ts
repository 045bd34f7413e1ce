import { isIsoDate } from "@lungang/core";
import type { CellInput, Codec, Problem } from "./codec.ts";
import { textOf } from "./codec.ts";
import type { DateReading } from "./dates.ts";
import { lastDayOfMonth, readDateNumber, readDateText } from "./dates.ts";
import { presentName, splitStage, tidyName } from "./names.ts";
import { cleanId, cleanText, foldText } from "./text.ts";
import type { Text, WordKind } from "@lungang/core";
import { codeOf, wordOf, wordsOf } from "@lungang/core";

/** Digits beyond this are lost when a spreadsheet stores a number. */
const EXACT_DIGITS_LIMIT = 1e15;

/** What a spreadsheet makes of a long number when it saves CSV: 1.10101E+17. */
const SCIENTIFIC = /^\d(\.\d+)?E\+\d{2}$/i;

/** Free text; only invisible characters and outer spaces are taken off. */
export const text: Codec<string> = {
  type: "text",
  expected: { zh: "文本", en: "text" },
  read: (cell) => cleanText(textOf(cell)) || undefined,
  write: (value) => value,
};

const TWO_APART = /^(\p{Script=Han})\s+(\p{Script=Han})$/u;

/** The name of a person; the space that makes a name of two characters as long as others is none of it. */
export const personName: Codec<string> = {
  ...text,
  read: (cell) => cleanText(textOf(cell)).replace(TWO_APART, "$1$2") || undefined,
};

/** An identifier; a number in its place is accepted while no digit can be lost. */
export const id: Codec<string> = {
  type: "text",
  expected: { zh: "编号（文本格式）", en: "an id, as text" },
  read: readId,
  write: (value) => value,
};

function readId(cell: CellInput): string | undefined | Problem {
  if (typeof cell.value === "number") {
    if (Math.abs(cell.value) >= EXACT_DIGITS_LIMIT) return digitsLost();
    cell.notice("number-in-id");
    return String(cell.value);
  }
  if (cell.isDate) {
    return {
      problem: "id-became-date",
      message: { zh: "编号被表格软件变成了日期", en: "The id has been turned into a date by the spreadsheet" },
      advice: { zh: "请把该列设为“文本”格式后重新输入", en: "Format the column as text and enter it again" },
    };
  }
  const raw = textOf(cell);
  const value = cleanId(raw);
  if (SCIENTIFIC.test(value)) return digitsLost();
  if (value !== cleanText(raw)) cell.notice("width-normalised");
  return value || undefined;
}

function digitsLost(): Problem {
  return {
    problem: "digits-lost",
    message: {
      zh: "编号以数字格式保存，15 位以后的数字已经丢失",
      en: "The id is stored as a number, so digits after the 15th are already lost",
    },
    advice: {
      zh: "请把该列设为“文本”格式，再从原始资料重新录入",
      en: "Format the column as text and enter it again from the source",
    },
  };
}

/** A number that somebody has made unreadable on purpose: with stars, or with a word in its place. */
const HIDDEN_NUMBER = /[*＊●×]|X{3,}|^[(（]?(?:略|隐去|保密|已隐藏|见档案|无|暂无|未提供)[)）]?$/u;

/** The number of an identity card, as text; a numeric cell is refused because digits are lost in it. */
export const idNumber: Codec<string> = {
  type: "text",
  expected: { zh: "18 位身份证号（文本格式）", en: "the 18 characters of an identity number, as text" },
  read: (cell) => {
    const value = cleanId(textOf(cell)).toUpperCase();
    if (HIDDEN_NUMBER.test(value)) {
      cell.notice("id-number-hidden");
      return undefined;
    }
    return typeof cell.value === "number" || SCIENTIFIC.test(value) ? digitsLost() : value || undefined;
  },
  write: (value) => value,
};

/** A school given by id or by its name. */
export const school: Codec<string> = {
  ...id,
  expected: {
    zh: "学校编号，或与“学校”表一致的学校名称",
    en: "the id of a school, or its name as in the sheet of schools",
  },
  offers: "schools",
  read: (cell) => {
    const value = readId(cell);
    if (typeof value !== "string") return value;
    return cell.references.school(value) ?? ambiguousSchool();
  },
};

/** Says that several schools have a name. */
export function ambiguousSchool(): Problem {
  return {
    problem: "ambiguous-name",
    message: { zh: "有多所学校同名，无法确定是哪一所", en: "Several schools have this name" },
    advice: { zh: "请改填学校编号", en: "Give the id of the school" },
  };
}

/** A person given by id or by a name that only one has. */
export const personId: Codec<string> = {
  ...id,
  expected: { zh: "人员编号，或“人员”表中不重名的姓名", en: "the id of a person, or a name that only one has" },
  read: (cell) => {
    const value = readId(cell);
    if (typeof value !== "string") return value;
    return cell.references.person(value) ?? ambiguousPerson(value, cell);
  },
};

const MOST_NAMESAKES = 6;

function ambiguousPerson(name: string, { references }: CellInput): Problem {
  const ids = references.namesakes?.(name).slice(0, MOST_NAMESAKES) ?? [];
  const [zh, en] = ids.length === 0 ? ["", ""] : [`（${ids.join("、")}）`, ` (${ids.join(", ")})`];
  return {
    problem: "ambiguous-name",
    message: { zh: `有多人同名${zh}，无法确定是哪一人`, en: `Several people have this name${en}` },
    advice: { zh: "请改填人员编号", en: "Give the id of the person" },
  };
}

/** A subject; a stage in its name is taken off, because posts and people have a stage of their own. */
export const subjectName: Codec<string> = {
  ...text,
  expected: { zh: "学科名称，如 语文", en: "the name of a subject" },
  offers: "subjects",
  read: (cell) => {
    const given = cleanText(textOf(cell));
    if (given === "") return undefined;
    const { subject, stage } = splitStage(given);
    if (stage !== undefined) cell.notice("stage-in-subject");
    return presentSubject(subject, cell);
  },
};

/** Returns a subject by its present name, and says where the cell has a former one. */
export function presentSubject(subject: string, { notice }: CellInput): string {
  const name = presentName(subject);
  if (name !== subject) notice("subject-renamed");
  return name;
}

/** Returns the id of a group: as listed, else its name without spaces between Chinese characters. */
export function groupOf(name: string, cell: CellInput): string {
  const listed = cell.references.group(name);
  return listed === name ? cell.references.group(tidyName(name)) : listed;
}

/** How townships, zones and other groups are named. */
export const GROUP_NAMED: Text = { zh: "名称，或“分组”表中的编号", en: "a name, or an id of the sheet of groups" };

/** A township, zone or other group given by id or name. */
export const group: Codec<string> = {
  ...id,
  expected: GROUP_NAMED,
  read: (cell) => {
    const value = readId(cell);
    return typeof value === "string" ? groupOf(value, cell) : value;
  },
};

/** A word of an enumeration. */
export function word(kind: WordKind): Codec<string> {
  const choices = wordsOf(kind);
  return {
    type: "text",
    expected: { zh: choices.join("、"), en: wordsOf(kind, "en").join(", ") },
    choices,
    read: (cell) => codeOf(kind, textOf(cell)) ?? unknownWord(),
    write: (value, language) => wordOf(kind, value, language),
  };
}

/** Says that a word is not one of those offered. */
export function unknownWord(): Problem {
  return {
    problem: "unknown-word",
    message: { zh: "不是可选的词", en: "Not one of the words offered" },
    advice: { zh: "请从可选的词中选择", en: "Choose one of the expected words" },
  };
}

export interface DateOptions {
  /** Whether a month without a day means its last day. */
  readonly endOfMonth?: boolean;
}

const OPEN_END = new Set(["至今", "今", "现在", "长期", "present"]);

/** A calendar date in any of the spellings in use. */
export function date(options: DateOptions = {}): Codec<string> {
  return {
    type: "date",
    expected: { zh: "日期，如 2018-09-01", en: "a date such as 2018-09-01" },
    read: (cell) => readDate(cell, options),
    write: (value) => value,
  };
}

/** Reads a date; words such as 至今 mean that there is none. */
export function readDate(cell: CellInput, options: DateOptions): string | undefined | Problem {
  if (typeof cell.value === "string") {
    if (isIsoDate(cell.value)) return cell.value;
    if (OPEN_END.has(foldText(cell.value))) return undefined;
  }
  const reading = dateReading(cell);
  if (reading === "ambiguous") {
    return {
      problem: "ambiguous-date",
      message: { zh: "无法区分 1 月和 10 月", en: "Cannot tell January from October" },
      advice: { zh: "请写成 2018-10-01 的形式", en: "Write it as 2018-10-01" },
    };
  }
  if (reading === undefined) {
    return {
      problem: "not-a-date",
      message: { zh: "不是有效的日期", en: "Not a date that exists" },
      advice: { zh: "请写成 2018-09-01 的形式", en: "Write it as 2018-09-01" },
    };
  }
  if (reading.time !== undefined) cell.notice(reading.time === "next-day" ? "time-next-day" : "time-dropped");
  if (reading.precision === "day") return reading.date;
  cell.notice("month-only");
  return options.endOfMonth === true ? lastDayOfMonth(reading.date) : reading.date;
}

/** What a spreadsheet makes of 2018.10 when it saves CSV. */
const LOST_ZERO = /^\s*\d{4}[.．]1\s*$/u;

function dateReading(cell: CellInput): DateReading | "ambiguous" | undefined {
  if (typeof cell.value === "string") {
    return cell.zerosMayBeLost && LOST_ZERO.test(cell.value) ? "ambiguous" : readDateText(cell.value);
  }
  if (typeof cell.value === "boolean") return undefined;
  const reading = readDateNumber(cell.value, cell.date1904);
  if (reading !== undefined && reading !== "ambiguous" && reading.precision === "day" && cell.value < 1_000_000) {
    cell.notice("serial-date");
  }
  return reading;
}
