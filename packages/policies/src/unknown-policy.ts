import type { Issue } from "@lungang/core";
import { policyNames } from "./registry.ts";

/**
 * Says that no policy has a name, which one may be meant, and which there are.
 *
 * @public
 */
export function unknownPolicy(received: string): Issue {
  const near = nearest(received, policyNames);
  return {
    code: "unknown-policy",
    severity: "error",
    received,
    expected: policyNames.join(", "),
    message: {
      zh: `没有名为“${received}”的政策${near === undefined ? "" : `，是否指 ${near}？`}`,
      en: `There is no policy called "${received}"${near === undefined ? "" : `; did you mean ${near}?`}`,
    },
    advice: {
      zh: "请给出一个内置政策的名称，或 YAML/JSON 文件的路径",
      en: "Give the name of a policy that ships, or the path of a YAML or JSON file",
    },
  };
}

/** Below this share of common pairs of letters two words are not alike. */
const ALIKE = 0.4;

/** Returns the word most like another one, undefined where none is. */
function nearest(word: string, words: readonly string[]): string | undefined {
  const asked = word.toLowerCase();
  const found = words
    .map((each) => ({ each, alike: each.includes(asked) && asked.length > 2 ? 1 : likeness(asked, each) }))
    .reduce((best, one) => (one.alike > best.alike ? one : best), { each: "", alike: ALIKE });
  return found.each === "" ? undefined : found.each;
}

/** Returns twice the number of common pairs of neighbouring letters over the number of all. */
function likeness(a: string, b: string): number {
  const [some, others] = [pairsOf(a), pairsOf(b)];
  const common = [...some].filter((pair) => others.has(pair)).length;
  return (2 * common) / Math.max(1, some.size + others.size);
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
}
