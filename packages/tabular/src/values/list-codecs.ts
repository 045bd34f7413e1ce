import type { Person, Text } from "@lungang/core";
import { GROUP_NAMED, ambiguousSchool, groupOf, presentSubject, unknownWord } from "./basic-codecs.ts";
import { choice } from "./choice.ts";
import type { ChoiceWords } from "./choice.ts";
import type { CellInput, Codec, Problem } from "./codec.ts";
import { isProblem, textOf } from "./codec.ts";
import { lastDayOfMonth, readDateText } from "./dates.ts";
import { spacedNames, splitStage } from "./names.ts";
import { subjectsApart } from "./spaced-subjects.ts";
import { cleanId, escapeItem, foldText, splitBrackets, splitList, unescapeItem } from "./text.ts";
import type { WordKind } from "@lungang/core";
import { codeOf, wordOf, wordsOf } from "@lungang/core";

const SEPARATOR = "、";
const NOTHING = new Set(["无", "没有", "none"]);

/** Reads every item of a list; the first item that cannot be read fails the cell. */
function readItems<T>(cell: CellInput, readItem: (item: string) => T | Problem): T[] | Problem {
  const values: T[] = [];
  for (const item of splitList(textOf(cell))) {
    if (NOTHING.has(item)) continue;
    const value = readItem(item);
    if (isProblem(value)) return value;
    values.push(value);
  }
  return values;
}

/** Says that there may be several of what is expected. */
function severalOf({ zh, en }: Text): Text {
  return { zh: `${zh}（可填多个，用“、”隔开）`, en: `one or more of: ${en}` };
}

/** Several words of one enumeration. */
export function wordList(kind: WordKind): Codec<readonly string[]> {
  return {
    type: "text",
    expected: severalOf({ zh: wordsOf(kind).join("、"), en: wordsOf(kind, "en").join(", ") }),
    offers: wordsOf(kind),
    read: (cell) => readItems(cell, (item) => codeOf(kind, unescapeItem(item)) ?? unknownWord()),
    write: (codes) => codes.map((code) => wordOf(kind, code)).join(SEPARATOR),
  };
}

/** Several names, each of which stands for an id. */
export function idList(
  expected: Text,
  resolve: (item: string, cell: CellInput) => string | Problem,
): Codec<readonly string[]> {
  return {
    type: "text",
    expected: severalOf(expected),
    read: (cell) => readItems(cell, (item) => resolve(cleanId(unescapeItem(item)), cell)),
    write: (ids) => ids.map(escapeItem).join(SEPARATOR),
  };
}

/** Several words that only one sheet knows. */
export function choiceList<Code extends string>(words: Readonly<Record<Code, ChoiceWords>>): Codec<readonly Code[]> {
  const one = choice(words);
  return {
    type: "text",
    expected: severalOf(one.expected),
    read: (cell) => readItems(cell, (item) => one.read({ ...cell, value: unescapeItem(item) }) ?? unknownWord()),
    write: (codes, language) => codes.map((code) => one.write(code, language)).join(SEPARATOR),
  };
}

/** Several ids of another sheet of the workbook. */
export function ids(expected: Text): Codec<readonly string[]> {
  return idList(expected, (item) => item);
}

/** Several townships, zones or other groups. */
export const groupList: Codec<readonly string[]> = {
  ...idList(GROUP_NAMED, (item, cell) => groupOf(item, cell)),
  read: (cell) => {
    const items = readItems(cell, (item) => {
      const name = cleanId(unescapeItem(item));
      const listed = cell.references.group(name);
      return listed === name ? spacedNames(name).map((one) => groupOf(one, cell)) : [listed];
    });
    return isProblem(items) ? items : [...new Set(items.flat())];
  },
};

/** Several schools in order. */
export const schoolList: Codec<readonly string[]> = {
  ...idList(
    { zh: "学校编号或名称", en: "ids or names of schools" },
    (item, cell) => cell.references.school(item) ?? ambiguousSchool(),
  ),
  offers: "schools",
};

type StageCounts = Readonly<Record<string, number>>;

/** Numbers by stage: `小学800、初中400`. */
export const stageCounts: Codec<StageCounts> = {
  type: "text",
  expected: { zh: "如：小学800、初中400", en: "a number for each stage: primary 800, junior 400" },
  read: (cell) => {
    const items = readItems(cell, (item): readonly [string, number] | Problem => {
      const match = /^(\D+?)[:=人]?(\d+)人?$/u.exec(item.normalize("NFKC").replace(/\s/g, ""));
      const code = codeOf("stage", match?.[1] ?? "");
      return match === null || code === undefined ? unknownWord() : [code, Number(match[2])];
    });
    return isProblem(items) ? items : Object.fromEntries(items);
  },
  write: (counts) =>
    Object.entries(counts)
      .map(([code, count]) => `${wordOf("stage", code)}${count}`)
      .join(SEPARATOR),
};

type Skill = Person["subjects"][number];

const MAIN = new Set(["主", "主科", "主教", "主教学科", "main"]);
const SECOND = new Set(["兼", "兼教", "副", "副科", "second"]);
const UNCERTIFIED = new Set(["无证", "无教师资格证", "未持证", "uncertified"]);

/** Subjects with their notes: `语文(主、小学)、音乐(兼、无证)`; the only one that is not marked as second is the main one. */
export const subjects: Codec<readonly Skill[]> = {
  type: "text",
  expected: {
    zh: "如：语文(主)、音乐(兼)；括号内可注明 主、兼、学段、无证",
    en: "subjects with notes in brackets: main, second, a stage, uncertified",
  },
  offers: "subjects",
  read: (cell) => {
    const skills = readItems({ ...cell, value: subjectsApart(textOf(cell)) }, (item) => readSkill(item, cell));
    if (isProblem(skills)) return skills;
    const [only, second] = skills.filter(({ ranked }) => !ranked);
    const isMain = second === undefined && !skills.some(({ skill }) => skill.main);
    return skills.map((each) => (isMain && each === only ? { ...each.skill, main: true } : each.skill));
  },
  write: (skills) => skills.map((skill) => writeSkill(skill)).join(SEPARATOR),
};

function readSkill(item: string, cell: CellInput): { readonly skill: Skill; readonly ranked: boolean } | Problem {
  const { word: named, notes } = splitBrackets(item);
  const { subject: given, stage } = splitStage(named);
  const subject = presentSubject(given, cell);
  const folded = notes.map(foldText);
  const rest = folded.filter((note) => ![MAIN, SECOND, UNCERTIFIED].some((known) => known.has(note)));
  const stages = rest.map((note) => codeOf("stage", note));
  if (subject === "" || stages.includes(undefined)) return unknownWord();
  const main = folded.some((note) => MAIN.has(note));
  const skill = { subject, main, certified: !folded.some((note) => UNCERTIFIED.has(note)) };
  const ranked = main || folded.some((note) => SECOND.has(note));
  const at = stages.length === 0 && stage !== undefined ? [stage] : stages;
  return { skill: at.length === 0 ? skill : { ...skill, stages: at as NonNullable<Skill["stages"]> }, ranked };
}

function writeSkill(skill: Skill): string {
  const stages = (skill.stages ?? []).map((stage) => wordOf("stage", stage));
  const notes = [skill.main ? "主" : "兼", ...stages, ...(skill.certified ? [] : ["无证"])];
  return `${escapeItem(skill.subject)}(${notes.join(SEPARATOR)})`;
}

type Status = Person["statuses"][number];

/** Words of a staff list that say that there is nothing special. */
const ORDINARY: ReadonlySet<string> = new Set([
  "在职",
  "在岗",
  "在编",
  "在编在岗",
  "正常",
  "正常在岗",
  "健康",
  "良好",
  "在任",
]);

const GRADE_WORDS: Readonly<Record<string, 1 | 2 | 3>> = { 一级医院: 1, 二级医院: 2, 三级医院: 3 };
const NOT_APPROVED = new Set(["未批准", "未批", "待批准"]);

/** Statuses with their notes: `哺乳期(至2026-03-01)`, `长期病假(2025-01-01至2025-12-31、三级医院、未批准)`. */
export const statuses: Codec<readonly Status[]> = {
  type: "text",
  expected: {
    zh: `如：哺乳期(至2026-03-01)；可用的词：${wordsOf("status").join("、")}`,
    en: `words with their term in brackets: ${wordsOf("status", "en").join(", ")}`,
  },
  read: (cell) => {
    const given = foldText(textOf(cell));
    return ORDINARY.has(given) ? [] : readItems(cell, readStatus);
  },
  write: (values) => values.map(writeStatus).join(SEPARATOR),
};

/** Who is not there any more has no status: the person does not belong in the list. */
const LEFT = /^已?(?:调走|调出|调离|调往|退休|离职|辞职|离岗|去世|病故|死亡|解聘)/u;

function hasLeft(): Problem {
  return {
    ...unknownWord(),
    advice: {
      zh: "已调离、退休或离职的，请删除该行，或在“在岗”列填“否”；状态列只填本年度的特殊情形",
      en: "Delete who has left or retired, or set in post to no; a status is a special case of this year",
    },
  };
}

function readStatus(item: string): Status | Problem {
  const { word, notes } = splitBrackets(item);
  const code = codeOf("status", word);
  if (code === undefined) return LEFT.test(word) ? hasLeft() : unknownWord();
  let status: Status = { code: code as Status["code"], approved: true };
  for (const note of notes) {
    const said = readStatusNote(note.normalize("NFKC").replace(/\s+/g, ""));
    if (said === undefined) return badStatusNote();
    status = { ...status, ...said };
  }
  return status;
}

function readStatusNote(note: string): Partial<Status> | undefined {
  if (NOT_APPROVED.has(note)) return { approved: false };
  if (note === "已批准") return { approved: true };
  if (note === "占编" || note === "不占编") return { occupiesHeadcount: note === "占编" };
  const grade = GRADE_WORDS[note];
  return grade === undefined ? readSpan(note) : { certificateGrade: grade };
}

const SPAN = /^(?:(?:自|从)?(?<from>\d[^至起~]*)起?)?(?:[至到~](?<to>\d.*))?$/u;

function readSpan(note: string): Partial<Status> | undefined {
  const groups = SPAN.exec(note)?.groups ?? {};
  const from = readBound("from", groups["from"]);
  const to = readBound("to", groups["to"]);
  if (from === undefined || to === undefined) return undefined;
  const span = { ...from, ...to };
  return Object.keys(span).length === 0 ? undefined : span;
}

/** Returns one end of a span, nothing for an end that is not given, undefined for one that is no date. */
function readBound(key: "from" | "to", text: string | undefined): Partial<Status> | undefined {
  if (text === undefined) return {};
  const reading = readDateText(text);
  if (reading === undefined) return undefined;
  const lastDay = key === "to" && reading.precision === "month";
  return { [key]: lastDay ? lastDayOfMonth(reading.date) : reading.date };
}

function badStatusNote(): Problem {
  return {
    problem: "bad-note",
    message: { zh: "括号内的说明无法识别", en: "The note in brackets cannot be read" },
    advice: {
      zh: "可写：自2025-01-01、至2026-03-01、2025-01-01至2026-03-01、未批准、三级医院、占编、不占编",
      en: "Write 自 (from) or 至 (to) with a date, 未批准, 三级医院, 占编 or 不占编",
    },
  };
}

function writeStatus(status: Status): string {
  const { from, to } = status;
  const span = from === undefined && to === undefined ? [] : [`${from ?? ""}${to === undefined ? "起" : `至${to}`}`];
  const grade = Object.keys(GRADE_WORDS).filter((name) => GRADE_WORDS[name] === status.certificateGrade);
  const occupies = status.occupiesHeadcount;
  const notes = [
    ...span,
    ...(status.approved ? [] : ["未批准"]),
    ...grade,
    ...(occupies === undefined ? [] : [occupies ? "占编" : "不占编"]),
  ];
  const word = wordOf("status", status.code);
  return notes.length === 0 ? word : `${word}(${notes.join(SEPARATOR)})`;
}
