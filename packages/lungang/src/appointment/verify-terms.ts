import type { Issue, Text } from "@lungang/core";
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
  zh: "聘任单位和聘期与政策一致，未通过培训等要求的不得上岗",
  en: "appointers and contracts are those of the policy, and nobody works who has not passed what has to be passed",
};

const ROLES: Text = {
  zh: "班主任均在本校任教，一人一班，不另占岗位",
  en: "every class teacher teaches at the school of the class, leads one class, and has no second post for it",
};

/**
 * Recounts what a list says of appointers, contracts and conditions of work from policy and rows, and whether class teachers
 * still teach where they lead a class. A list without such a column says nothing of it.
 */
export function verifyTerms(procedure: AppointmentProcedure, lines: readonly TermsLine[]): readonly Property[] {
  const { terms, rows } = procedure;
  const says = COLUMNS.filter((column) => lines.some((line) => line[column] !== undefined));
  const found = lines.flatMap((line) => says.flatMap((column) => termFinding(procedure, line, column)));
  const property = { name: "termsKept", text: TERMS, holds: found.length === 0, findings: found };
  const asked = terms?.appointers ?? terms?.contracts ?? terms?.unplaced;
  return [...(asked === undefined ? [] : [property]), ...rolesKept(rows, lines)];
}

const COLUMNS = ["appointer", "contractFrom", "contractTo", "conditions"] as const;

type Column = (typeof COLUMNS)[number];

/** A line of a list, and whether a round for people without a post gave it. */
export interface TermsLine extends AppointmentListRow {
  readonly isPlacedLater: boolean;
}

function termFinding(procedure: AppointmentProcedure, line: TermsLine, column: Column) {
  if (column === "conditions") return workFinding(procedure, line);
  const post = procedure.rows.posts.find(({ id }) => id === line.post);
  const expected = post === undefined ? [] : expectedTerm(procedure, { post, line, column });
  const said = line[column] ?? "";
  if (expected.includes(said) || (expected.length === 0 && said === "")) return [];
  const [zh, en] = WORDS[column];
  const [wanted = ""] = expected;
  return [
    finding(line, {
      zh: `“${line.person}”的${zh}写的是“${said}”，按政策为“${wanted}”`,
      en: `The ${en} of "${line.person}" is "${said}" in the list and "${wanted}" by the policy`,
    }),
  ];
}

const WORDS: Readonly<Record<Exclude<Column, "conditions">, readonly [zh: string, en: string]>> = {
  appointer: ["聘任单位", "appointer"],
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

/** The day before the one that is so many months after a first day: years and months are counted, not days. */
function dayBefore(start: string, months: number): string {
  const [year = 0, month = 0, day = 0] = start.split("-").map(Number);
  const count = year * 12 + (month - 1) + months;
  const target = Math.min(day, lastDayOf(count));
  return target > 1 ? dateOf(count, target - 1) : dateOf(count - 1, lastDayOf(count - 1));
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
function workFinding({ recorded }: AppointmentProcedure, line: TermsLine) {
  const said = line.conditions ?? "";
  const state = line.post === null ? "unplaced" : line.isPlacedLater ? "placed" : "neither";
  return recorded.unplaced.flatMap(({ text, who, gate, passed }) => {
    const isAsked = who === state || (who === "both" && state !== "neither");
    if (isAsked && ![text.zh, text.en].some((words) => said.includes(words))) {
      return [
        finding(line, {
          zh: `“${line.person}”没有写明“${text.zh}”`,
          en: `"${text.en}" holds of "${line.person}" and is not in the list`,
        }),
      ];
    }
    const claims = [`${text.zh}（已通过）`, `${text.en} (passed)`].some((claim) => said.includes(claim));
    if (!gate || !claims || passed.has(line.person)) return [];
    return [
      finding(line, {
        zh: `“${line.person}”没有通过“${text.zh}”的登记，名单写的是已通过`,
        en: `Nothing is recorded of "${text.en}" for "${line.person}", and the list calls it passed`,
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
