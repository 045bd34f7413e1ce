import { namedPerson } from "./post-names.ts";
import type { Issue, Text } from "@lungang/core";
import { isIsoDate } from "@lungang/core";
import { dateText } from "@lungang/core/plan";
import type { AppointmentTerms } from "@lungang/core/policy";
import type { AppointmentListRow, AppointmentRows } from "@lungang/tabular";
import { classTeacherFindings } from "./class-teachers-of.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import type { AppointmentProcedure } from "./open-applications.ts";

type Property = DecidedAppointment["properties"][number];
type PostRow = AppointmentRows["posts"][number];

/** Days of a month, the longest first to be tried. */
const DAYS = [31, 30, 29, 28] as const;

const TERMS: Text = {
  zh: "聘任权限和聘期与政策一致，未通过培训等要求的不得上岗",
  en: "appointers and contracts are those of the policy, and nobody works who has not passed what has to be passed",
};

const ROLES: Text = {
  zh: "班主任均在本校任教，一人一班，不另占岗位",
  en: "every class teacher teaches at the school of the class, leads one class, and has no second post for it",
};

/**
 * Recounts what a list says of appointers, contracts and conditions of work from policy and rows, and whether class teachers
 * still teach where they lead a class.
 */
export function verifyTerms(
  procedure: AppointmentProcedure,
  lines: readonly TermsLine[],
  names: ReadonlyMap<string, string>,
): readonly Property[] {
  const { terms, rows } = procedure;
  const asked = { procedure, names };
  const found = lines.flatMap((line) => COLUMNS.flatMap((column) => termFinding(asked, line, column)));
  const property = { name: "termsKept", text: TERMS, holds: found.length === 0, findings: found };
  const isAsked = (terms?.appointers ?? terms?.contracts ?? terms?.unplaced) !== undefined;
  return [...(isAsked ? [property] : []), ...rolesKept(rows, lines)];
}

/** Finds the columns that a list lacks although the policy has something to stand in them. */
export function missingColumns(
  procedure: AppointmentProcedure,
  lines: readonly TermsLine[],
  fields: ReadonlySet<string>,
): readonly Issue[] {
  const asked = { procedure, names: new Map<string, string>() };
  return COLUMNS.filter((column) => !fields.has(column)).flatMap((column): readonly Issue[] => {
    if (!lines.some((line) => termFinding(asked, { ...line, [column]: "" }, column).length > 0)) return [];
    const [zh, en] = WORDS[column];
    return [
      {
        code: "list-column-missing",
        severity: "error",
        path: ["lines"],
        expected: { zh, en },
        message: {
          zh: `名单没有“${zh}”一列，政策对此有规定，无从复核`,
          en: `The list has no column for the ${en}, which the policy prescribes`,
        },
        advice: { zh: `请补上“${zh}”一列并逐人填写`, en: "Add the column and fill it in for everybody" },
      },
    ];
  });
}

const COLUMNS = ["appointer", "contractFrom", "contractTo", "conditions"] as const;

type Column = (typeof COLUMNS)[number];

/** A line of a list, and whether a round for people without a post gave it. */
export interface TermsLine extends AppointmentListRow {
  readonly isPlacedLater: boolean;
}

interface Asking {
  readonly procedure: AppointmentProcedure;
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
}

function termFinding(asking: Asking, line: TermsLine, column: Column) {
  const { procedure, names } = asking;
  if (column === "conditions") return workFinding(asking, line);
  const who = namedPerson(names, line.person);
  const post = procedure.rows.posts.find(({ id }) => id === line.post);
  const expected = post === undefined ? [] : expectedTerm(procedure, { post, line, column });
  const said = line[column] ?? "";
  if (expected.includes(said) || (expected.length === 0 && said === "")) return [];
  const [zh, en] = WORDS[column];
  const [wanted, found] = [asTold(expected[0] ?? ""), asTold(said)];
  return [
    finding(line, {
      zh: `“${who}”的${zh}${found.zh === "" ? "没有填写" : `写的是“${found.zh}”`}，按政策${wanted.zh === "" ? "不填" : `为“${wanted.zh}”`}`,
      en: `The ${en} of "${who}" is "${found.en}" in the list and "${wanted.en}" by the policy`,
    }),
  ];
}

/** A day as sentences write it; anything else as it is. */
function asTold(said: string): Text {
  return isIsoDate(said) ? dateText(said) : { zh: said, en: said };
}

const WORDS: Readonly<Record<Column, readonly [zh: string, en: string]>> = {
  conditions: ["上岗与待遇", "conditions of work and pay"],
  appointer: ["聘任权限", "appointer"],
  contractFrom: ["聘期起", "first day"],
  contractTo: ["聘期止", "last day"],
};

interface Asked {
  readonly post: PostRow;
  readonly line: AppointmentListRow;
  readonly column: Exclude<Column, "conditions">;
}

/** What may stand in the list. */
function expectedTerm(procedure: AppointmentProcedure, asked: Asked): readonly string[] {
  if (asked.column !== "appointer") return expectedDay(procedure, asked);
  const text = (procedure.terms?.appointers ?? []).find((entry) => fits(entry, asked.post))?.text;
  return text === undefined ? [] : [text.zh, text.en];
}

function expectedDay({ terms, rows }: AppointmentProcedure, { post, line, column }: Asked): readonly string[] {
  const months = (terms?.contracts ?? []).find((entry) => fits(entry, post))?.months;
  const start = rows.settings.contractStart;
  if (months === undefined || start === undefined) return [];
  const person = rows.people.find(({ id, ownPost }) => id === line.person && ownPost === line.post);
  const runs = person?.contractEnd ?? "";
  const [from, to] = runs >= start ? ["", runs] : [start, dayBefore(start, months)];
  return [column === "contractFrom" ? from : to];
}

type Entry = Omit<NonNullable<AppointmentTerms["appointers"]>[number], "text" | "id" | "source">;

function fits(entry: Entry, { kind = "teaching", office = "", schoolTypes = [] }: PostRow): boolean {
  const asks: readonly (readonly [readonly string[] | undefined, readonly string[]])[] = [
    [entry.kinds, [kind]],
    [entry.offices, [office]],
    [entry.schoolTypes, schoolTypes],
  ];
  return asks.every(([wanted, has]) => wanted === undefined || wanted.some((one) => has.includes(one)));
}

/**
 * The day before the one that is so many months after a first day, or the last day of a month that has no such day: years and
 * months are counted, not days.
 */
function dayBefore(start: string, months: number): string {
  const [year = 0, month = 0, day = 0] = start.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const target = Math.min(day - 1, lastDayOf(count));
  return target > 0 ? dateOf(count, target) : dateOf(count - 1, lastDayOf(count - 1));
}

function lastDayOf(count: number): number {
  return DAYS.find((day) => isDay(count, day)) ?? 28;
}

function isDay(count: number, day: number): boolean {
  const date = new Date(`${dateOf(count, day)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === day;
}

function dateOf(count: number, day: number): string {
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}

/** What holds of who found no post at first stands with him, and nobody is called fit for work who has not passed. */
function workFinding({ procedure: { recorded }, names }: Asking, line: TermsLine) {
  const who = namedPerson(names, line.person);
  const said = line.conditions ?? "";
  const state = line.post === null ? "unplaced" : line.isPlacedLater ? "placed" : "neither";
  return recorded.unplaced.flatMap(({ text, who: whom, gate, passed }) => {
    const isAsked = whom === state || (whom === "both" && state !== "neither");
    if (isAsked && ![text.zh, text.en].some((words) => said.includes(words))) {
      return [
        finding(line, {
          zh: `“${who}”没有写明“${text.zh}”`,
          en: `"${text.en}" holds of "${who}" and is not in the list`,
        }),
      ];
    }
    const claims = [`${text.zh}（已通过）`, `${text.en} (passed)`].some((claim) => said.includes(claim));
    if (!gate || !claims || passed.has(line.person)) return [];
    return [
      finding(line, {
        zh: `“${who}”没有通过“${text.zh}”的登记，名单写的是已通过`,
        en: `Nothing is recorded of "${text.en}" for "${who}", and the list calls it passed`,
      }),
    ];
  });
}

function rolesKept(rows: AppointmentProcedure["rows"], lines: readonly AppointmentListRow[]): readonly Property[] {
  if (rows.classTeachers.length === 0) return [];
  const inList = new Set(lines.map(({ person }) => person));
  const held = lines.flatMap(({ person, post }) => (post === null ? [] : [{ person, post }]));
  const findings = classTeacherFindings(rows, held)
    .filter(({ code, classId }) => code !== "classWithoutTeacher" && isListed(rows, classId, inList))
    .map(({ classId, text }) => ({
      people: rows.classTeachers.flatMap(({ id, teacher }) => (id === classId ? [teacher ?? ""] : [])),
      posts: [],
      text,
    }));
  return [{ name: "classTeachersKept", text: ROLES, holds: findings.length === 0, findings }];
}

/** Who was placed before anybody competed stands in no line of the list. */
function isListed({ classTeachers }: AppointmentProcedure["rows"], classId: string, inList: ReadonlySet<string>) {
  return classTeachers.some(({ id, teacher }) => id === classId && inList.has(teacher ?? ""));
}

function finding({ person, post }: AppointmentListRow, text: Issue["message"]) {
  return { people: [person], posts: post === null ? [] : [post], text };
}
