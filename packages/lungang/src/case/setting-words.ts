import { words } from "@lungang/core";
import type { Parameter } from "@lungang/core/policy";
import { wordAmong } from "@lungang/core/policy";

/** Words for codes of several kinds that one parameter has to choose from; a code of several kinds has the word of the first. */
const CHINESE: ReadonlyMap<string, string> = new Map(
  [words.scope, words.status, words.honour, words.title, words.stage]
    .flatMap((kind) => Object.entries(kind).map(([code, { zh }]): [string, string] => [code, zh]))
    .toReversed(),
);

/** What people write where a list is empty. */
const NONE = "无";

/** Returns the Chinese word of one of some choices, in the sense that all of them share; the choice itself where there is none. */
export function choiceWord(choice: string, choices: readonly string[]): string {
  return wordAmong(choice, choices) ?? CHINESE.get(choice) ?? choice;
}

/** Returns how a value of a parameter is shown in a workbook. */
export function shownValue({ type, choices }: Parameter, value: unknown): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  const items = Array.isArray(value) ? (value as readonly unknown[]).map(String) : itemsOf(type, String(value));
  if (type === "list" && items.every((item) => item === "")) return NONE;
  return items.map((item) => (choices === undefined ? item : choiceWord(item, choices))).join("、");
}

/** A list is typed in one text. */
function itemsOf(type: Parameter["type"], text: string): readonly string[] {
  return type === "list" ? text.split(",").map((item) => item.trim()) : [text];
}

/** Returns what was typed with codes in place of Chinese words; `无` is an empty list. */
export function typedValue(parameter: Parameter | undefined, text: string): string {
  if (parameter === undefined) return text;
  if (parameter.type === "list" && text.trim() === NONE) return "";
  const codes = new Map(parameter.choices?.map((choice, _at, all) => [choiceWord(choice, all), choice]));
  if (codes.size === 0) return text;
  return text
    .split(/[,，、;；]/u)
    .map((item) => codes.get(item.trim()) ?? item.trim())
    .join(",");
}

/** Returns the words that a drop-down list offers; several may be chosen of a list, so it has none. */
export function offeredWords({ type, choices }: Parameter): readonly string[] | undefined {
  if (type === "boolean") return ["是", "否"];
  return type === "list" ? undefined : choices?.map((choice) => choiceWord(choice, choices));
}
