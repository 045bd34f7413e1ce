import type { Instance } from "@lungang/core";
import type { OwnColumn } from "@lungang/core/policy";
import { date, text } from "../values/basic-codecs.ts";
import { choice } from "../values/choice.ts";
import type { ChoiceWords } from "../values/choice.ts";
import type { Codec } from "../values/codec.ts";
import { flag } from "../values/flags.ts";
import { choiceList, ids } from "../values/list-codecs.ts";
import { exactDecimal } from "../values/numbers.ts";
import { unitNamed } from "../values/units.ts";
import { personSheet } from "./person-sheet.ts";
import { schoolSheet } from "./school-sheet.ts";
import type { Column, SheetSpec } from "./spec.ts";

/** The sheet in which the columns of people or schools stand. */
const SHEETS_OF: Readonly<Record<OwnColumn["of"], SheetSpec>> = { person: personSheet, school: schoolSheet };

function codecOf({ type, words, text: name }: Pick<OwnColumn, "type" | "words" | "text">): Codec {
  const choices =
    words && Object.fromEntries(Object.entries(words).map(([code, { zh, en }]) => [code, namesOf(code, zh, en)]));
  switch (type) {
    case "number":
      return exactDecimal(unitNamed(name.zh));
    case "boolean":
      return flag;
    case "date":
      return date();
    case "text":
      return choices === undefined ? text : choice(choices);
    case "set":
      return choices === undefined ? ids({ zh: "词语", en: "words" }) : choiceList(choices);
  }
}

function namesOf(code: string, zh: string, en: string): ChoiceWords {
  return [zh, en, code];
}

/** Returns a column that a policy declares as one of a sheet. */
function columnOf(own: OwnColumn): Column {
  const { id, text: name, headers, sensitive } = own;
  return {
    key: `x.${id}`,
    zh: name.zh,
    en: name.en,
    aliases: [id, ...headers],
    codec: codecOf(own),
    sensitive,
    note: `政策所用的项目：${name.zh}`,
  };
}

/**
 * Returns a sheet with the columns that a policy declares in it, the sheet itself where it declares none. A header that the
 * sheet knows already keeps its meaning.
 */
export function withOwnColumns(spec: SheetSpec, own: readonly OwnColumn[]): SheetSpec {
  const columns = own.filter(({ of }) => SHEETS_OF[of].key === spec.key).map(columnOf);
  return columns.length === 0 ? spec : { ...spec, columns: [...spec.columns, ...columns] };
}

/** Returns whether a column is one that a policy declares. */
export function isOwn({ key }: Pick<Column, "key">): boolean {
  return key.startsWith("x.");
}

/** Returns the columns of the own attributes that people or schools have, as a county without its policy knows them. */
export function ownColumnsOf(
  items: Instance["persons"] | Instance["schools"],
  of: OwnColumn["of"],
): readonly OwnColumn[] {
  const values = new Map<string, unknown[]>();
  for (const { x = {} } of items)
    for (const [id, value] of Object.entries(x)) values.set(id, [...(values.get(id) ?? []), value]);
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, found]) => ({
      id,
      of,
      text: { zh: id, en: id },
      sensitive: false,
      type: typeOf(found),
      headers: [],
      words: undefined,
    }));
}

/** The one type of all values; text where they differ. */
function typeOf(values: readonly unknown[]): OwnColumn["type"] {
  if (values.every((value) => typeof value === "number")) return "number";
  if (values.every((value) => typeof value === "boolean")) return "boolean";
  return values.every((value) => Array.isArray(value)) ? "set" : "text";
}
