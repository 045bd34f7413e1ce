import { attributeText } from "@lungang/core/policy";
import { Document, isMap, isScalar, visit } from "yaml";
import type { Pair } from "yaml";
import { SECTIONS } from "./language/sections.ts";

/** What the file says of itself. */
const HEAD = ` 政策文件（YAML）。“#”之后是说明，可以删改；键名用英文，词语可写中文。
 A policy. What follows # explains and may be changed; words may be Chinese.
 检查：lungang policies lint 本文件    说明：docs/policy-language.md`;

/**
 * Returns a policy document as YAML with comments, which reads back as the same document.
 *
 * @public
 */
export function policyYaml(document: unknown): string {
  const yaml = new Document(document, { version: "1.2", schema: "core" });
  yaml.commentBefore = HEAD;
  if (isMap(yaml.contents)) for (const pair of yaml.contents.items) explainSection(pair as Pair);
  visit(yaml, { Pair: (_key, pair) => explainAttribute(pair) });
  return yaml.toString({ lineWidth: 0 });
}

/** Says before each section what it is for, and of values that somebody has to give that they are. */
function explainSection(pair: Pair): void {
  const name = isScalar(pair.key) ? String(pair.key.value) : "";
  const words = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
  if (words !== undefined && isScalar(pair.key)) {
    pair.key.spaceBefore = true;
    pair.key.commentBefore = ` ${words.zh}\n ${words.en}`;
  }
  if (name === "parameters" && isMap(pair.value)) for (const entry of pair.value.items) explainParameter(entry as Pair);
}

function explainParameter({ key, value }: Pair): void {
  if (!isScalar(key) || !isMap(value) || value.has("default")) return;
  key.commentBefore = ` 原文没有数值，须给出：--set ${String(key.value)}=…（或在此写 default）`;
}

function explainAttribute({ key, value }: Pair): void {
  if (!isScalar(key) || key.value !== "attr" || !isScalar(value)) return;
  const attr = String(value.value);
  const { zh } = attributeText(attr);
  if (zh !== attr) value.comment = ` ${zh}`;
}
