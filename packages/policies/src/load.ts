import type { Checked } from "@lungang/core";
import { decodeText, readJsonText } from "@lungang/core";
import type { LoadedPolicy } from "./load-yaml.ts";
import { extendDocument } from "./extend.ts";
import { loadYaml } from "./load-yaml.ts";
import { MAX_CHARACTERS, notAMap, readAsChinese, tooLong, undecodable } from "./policy-issues.ts";

/** Bytes of the longest policy: a character takes four at most. */
export const MAX_POLICY_BYTES = 4 * MAX_CHARACTERS;

/**
 * Reads the text of a policy in YAML or JSON; every problem carries its line.
 *
 * What a policy takes over from one that ships (`extends: NAME`) is filled in. Duplicate keys, unknown tags, long chains of aliases, deep nesting and files of more than a million characters are refused. The
 * content is not judged here: that is the work of `resolvePolicy`.
 *
 * @param fileName - decides the format: `.json` is JSON, everything else YAML
 * @public
 */
export function loadPolicyDocument(text: string, fileName: string): Checked<unknown> {
  const loaded = loadPolicyText(text, fileName);
  return loaded.ok ? { ok: true, value: loaded.value.document, warnings: loaded.warnings } : loaded;
}

/** A key that every policy has, at the start of a line in YAML or in quotes. */
const KNOWN_KEY = /^\s*["']?(format|id|name|rules|parameters)["']?\s*:|^\s*\{/mu;

/**
 * Reads the bytes of a policy file like {@link loadPolicyText}: UTF-8, else GB18030 where it gives ordinary Chinese and a
 * key of ours, which is said, else refused.
 *
 * @public
 */
export function loadPolicyBytes(bytes: Uint8Array, fileName: string): Checked<LoadedPolicy> {
  if (bytes.length > MAX_POLICY_BYTES) return { ok: false, issues: [tooLong(fileName, bytes.length)] };
  const reading = decodeText(bytes, (text) => KNOWN_KEY.test(text));
  if (reading === undefined) return { ok: false, issues: [undecodable(fileName)] };
  const loaded = loadPolicyText(reading.text, fileName);
  if (reading.encoding !== "gb18030") return loaded;
  const told = readAsChinese(fileName);
  return loaded.ok
    ? { ...loaded, warnings: [told, ...loaded.warnings] }
    : { ok: false, issues: [...loaded.issues, told] };
}

/**
 * Reads the text of a policy like {@link loadPolicyDocument}, and keeps where each value stands.
 *
 * @public
 */
export function loadPolicyText(text: string, fileName: string): Checked<LoadedPolicy> {
  if (text.length > MAX_CHARACTERS) return { ok: false, issues: [tooLong(fileName, text.length)] };
  const source = text.replace(/^\uFEFF/u, "");
  const loaded = fileName.toLowerCase().endsWith(".json") ? loadJson(source, fileName) : loadYaml(source, fileName);
  return loaded.ok ? extended(loaded.value, fileName) : loaded;
}

/** Adds what the policy takes over from another one; values of that one stand at the key that names it. */
function extended({ document, placeOf }: LoadedPolicy, file: string): Checked<LoadedPolicy> {
  const whole = extendDocument(document as Readonly<Record<string, unknown>>);
  if (!whole.ok)
    return {
      ok: false,
      issues: whole.issues.map((issue) => ({ ...issue, place: { file, ...placeOf(issue.path ?? []) } })),
    };
  const { document: all, pathInFile } = whole.value;
  return { ok: true, value: { document: all, placeOf: (path) => placeOf(pathInFile(path)) }, warnings: [] };
}

/** A `.json` file has to be JSON for every other tool, so the reader of YAML, which takes more, does not see it. */
function loadJson(source: string, file: string): Checked<LoadedPolicy> {
  const read = readJsonText(source, file);
  if (!read.ok) return read;
  const { value: document, lineOf } = read.value;
  const isRecord = typeof document === "object" && document !== null && !Array.isArray(document);
  if (!isRecord) return { ok: false, issues: [notAMap(file)] };
  return { ok: true, value: { document, placeOf: (path) => ({ file, line: lineOf(path) }) }, warnings: [] };
}
