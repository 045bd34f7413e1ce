import { words } from "@lungang/core";
import type { ColumnSpec, RowSpec } from "./spec.ts";
import { column, count } from "./spec.ts";
import type { ListedMove, Source } from "./source.ts";
import { formWord, subjectOf } from "./source.ts";

/** Columns that several reports share, with what fills them. */
export const ID = column("person", ["人员编号", "Person id"], { privacy: "hidden" });
export const NAME = column("name", ["姓名", "Name"], { privacy: "name" });
export const TYPE = column("type", ["人员类别", "Type"]);
export const FROM = column("from", ["派出学校", "From"]);
export const TO = column("to", ["接收学校", "To"]);
export const FORM = column("form", ["交流形式", "Form"]);
export const START = column("start", ["开始日期", "Start"], { type: "date" });
export const END = column("end", ["结束日期", "End"], { type: "date" });
export const SUBJECT = column("subject", ["学科", "Subject"]);
export const SCHOOL = column("school", ["学校", "School"]);
export const SOURCE_ID = column("source", ["依据", "Source"]);
export const YEAR = count("year", ["年度", "Year"]);
export const BACKBONE = column("backbone", ["骨干", "Backbone"]);
/** People at work above or below the establishment, as {@link overEstablishment} counts them. */
export const OVER = count("over", ["超编（+）缺编（-）", "Over (+) or under (-)"]);

export const MOVE_COLUMNS: readonly ColumnSpec[] = [ID, NAME, TYPE, SUBJECT, FROM, TO, FORM, START, END];

/** Returns the values of {@link MOVE_COLUMNS}. */
export function moveRow(move: ListedMove, source: Source): RowSpec {
  const { line, person } = move;
  return {
    person: person.id,
    name: person.name,
    type: words.personType[person.personType],
    subject: subjectOf(move, source),
    from: source.schoolName(line.from),
    to: source.schoolName(line.to),
    form: formWord(line.form, source),
    start: line.start,
    end: line.end,
  };
}

/** Returns how many people work at a school above its establishment, below it as a negative number; null where nobody knows. */
export function overEstablishment(heads: number | undefined, establishment: number | undefined): number | null {
  return heads === undefined || establishment === undefined ? null : heads - establishment;
}
