import { codeAmongWords } from "./attribute-vocabulary.ts";
import type { Attributes } from "./attributes.ts";

/**
 * Returns a document in which conditions have codes where people wrote the words of the workbook: 哺乳期 for `lactation`.
 *
 * What is no word of the attribute stays as it is, and is told where conditions are checked.
 */
export function withCodes(value: unknown, attributes: Attributes): unknown {
  if (Array.isArray(value)) return value.map((entry) => withCodes(entry, attributes));
  if (value === null || typeof value !== "object") return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const words = typeof fields["attr"] === "string" ? attributes.get(fields["attr"])?.words : undefined;
  if (words === undefined)
    return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, withCodes(field, attributes)]));
  const code = (word: unknown) => (typeof word === "string" ? (codeAmongWords(word, words) ?? word) : word);
  if (!("value" in fields)) return fields;
  const given = fields["value"];
  return { ...fields, value: Array.isArray(given) ? given.map(code) : code(given) };
}
