import type { Issue, Text } from "../instance/issue.ts";
import { nearestWord } from "../instance/nearest-word.ts";
import { codeAmongWords, codesOf, textOfCode } from "./attribute-vocabulary.ts";
import type { AttributeWords, Attributes } from "./attributes.ts";
import type { Comparison } from "./predicate.ts";

/** What is said of conditions that are wrong. */

export type Path = readonly (string | number)[];

/** The attribute that a condition asks for, and where what is wrong stands. */
export interface Asked {
  readonly attr: string;
  readonly path: Path;
  readonly attributes: Attributes;
}

export function issue(path: Path, received: string, details: Pick<Issue, "message" | "advice" | "expected">): Issue {
  return { code: "invalid-predicate", severity: "error", path, received, ...details };
}

export function unknownSet(
  name: string,
  { known, path }: { readonly known: readonly string[]; readonly path: Path },
): Issue {
  return issue([...path, "set"], name, {
    expected: known.join(", "),
    message: { zh: `政策没有名为“${name}”的集合`, en: `The policy has no set "${name}"` },
    advice: meant(nearestWord(name, known)) ?? {
      zh: "请在 sets 中写明这个集合，或改用已有的集合",
      en: "Define the set under sets, or name one that is there",
    },
  });
}

export function oneOfBoth({ value }: Comparison, path: Path): Issue {
  return issue(value === undefined ? path : [...path, "of"], value === undefined ? "" : "of", {
    expected: "value, of",
    message:
      value === undefined
        ? { zh: "条件没有写与什么比较", en: "A condition does not say what it compares with" }
        : { zh: "条件同时写了与值比较和与另一属性比较", en: "A condition has both a value and of" },
    advice: {
      zh: "请写 value（与写明的值比较）或 of（与另一属性比较）之一",
      en: "Write either value (a value) or of (another attribute)",
    },
  });
}

export function wrongOperator(op: string, { attr, path }: Asked, fits: readonly string[]): Issue {
  const fitting = fits.join(", ");
  return issue([...path, "op"], op, {
    expected: fitting,
    message: { zh: `“${attr}”不能用“${op}”比较`, en: `"${attr}" cannot be compared by "${op}"` },
    advice: { zh: `可用：${fitting}`, en: `Possible: ${fitting}` },
  });
}

export function unknownWord(word: string, { attr, path }: Asked, listed: AttributeWords): Issue {
  const known = codesOf(listed);
  const textOf = (code: string) => textOfCode(code, listed);
  // A misspelt word is near its code or one of the words that people see.
  const near = nearestWord(word, [...known, ...known.map((code) => textOf(code).zh)]);
  const code = near === undefined ? undefined : codeAmongWords(near, listed);
  const list = known.map((each) => `${each}（${textOf(each).zh}）`).join("、");
  return issue(path, word, {
    expected: known.join(", "),
    message: { zh: `“${attr}”没有“${word}”这个词`, en: `"${attr}" has no word "${word}"` },
    advice:
      code === undefined
        ? { zh: `请从下列词中选择：${list}`, en: "Choose one of the words expected" }
        : {
            zh: `是否应为“${code}”（${textOf(code).zh}）？`,
            en: `Did you mean "${code}" (${textOf(code).en})?`,
          },
  });
}

export function meant(word: string | undefined): Text | undefined {
  return word === undefined ? undefined : { zh: `是否应为“${word}”？`, en: `Did you mean "${word}"?` };
}
