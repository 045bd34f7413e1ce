import type { Issue, SourceLocation, Text } from "@lungang/core";
import type { ErrorCode } from "yaml";

/** A policy is a few pages of text; anything longer is a mistake or an attack. */
export const MAX_CHARACTERS = 1_000_000;
export const MAX_ALIASES = 100;
/** Levels of nesting; a policy has about ten. */
export const MAX_DEPTH = 100;

/** What the common mistakes are called, and what to do about them; the others are told by their line. */
const MISTAKES: Partial<Record<ErrorCode, { readonly message: Text; readonly advice: Text }>> = {
  BAD_INDENT: {
    message: { zh: "缩进不正确", en: "the indentation is wrong" },
    advice: { zh: "同一层的键请对齐，用空格缩进", en: "Align keys of one level, with spaces" },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { zh: "键的写法或缩进不正确", en: "the key or its indentation is wrong" },
    advice: {
      zh: "键名后加冒号和空格；下一层多缩进两格",
      en: "Write a colon and a space after a key; indent its values",
    },
  },
  DUPLICATE_KEY: {
    message: { zh: "同一层中有重复的键", en: "a key is given twice" },
    advice: { zh: "请只保留一个", en: "Keep one of them" },
  },
  MISSING_CHAR: {
    message: { zh: "缺少标点（如引号、括号或冒号）", en: "a quote, bracket or colon is missing" },
    advice: { zh: "请补上缺少的标点，用英文标点", en: "Add it" },
  },
  MULTIPLE_DOCS: {
    message: { zh: "一个文件只能写一份政策", en: "a file holds one policy only" },
    advice: { zh: "请删去“---”之后的内容，或分成两个文件", en: "Delete what follows ---, or use two files" },
  },
  MULTILINE_IMPLICIT_KEY: {
    message: { zh: "键不能跨行，可能漏了冒号", en: "a key is not ended; its colon may be missing" },
    advice: { zh: "请在键名后加英文冒号和空格", en: "Write a colon and a space after the key" },
  },
  TAB_AS_INDENT: {
    message: { zh: "用了制表符缩进", en: "there is a tab in the indentation" },
    advice: { zh: "请用空格缩进，不要用制表符", en: "Indent with spaces" },
  },
  TAG_RESOLVE_FAILED: {
    message: { zh: "有不支持的标签或写法", en: "there is a tag that is not supported" },
    advice: { zh: "请删去以“!”开头的标签", en: "Delete tags that begin with !" },
  },
  BAD_ALIAS: {
    message: { zh: "引用（*）没有对应的锚点（&）", en: "an alias (*) has no anchor (&)" },
    advice: { zh: "以“*”开头的文字请加引号", en: "Put text that begins with * in quotes" },
  },
  RESOURCE_EXHAUSTION: {
    message: { zh: "嵌套层数过多", en: "it is nested too deeply" },
    advice: { zh: "请减少条件的嵌套", en: "Nest conditions less" },
  },
  UNEXPECTED_TOKEN: {
    message: { zh: "有多余或错误的符号", en: "there is a sign that does not belong" },
    advice: { zh: "请检查该行的引号、括号和逗号", en: "Check quotes, brackets and commas of the line" },
  },
};
const OTHER_MISTAKE = {
  message: { zh: "写法不符合 YAML 格式", en: "the line is no YAML" },
  advice: { zh: "请对照内置政策的写法", en: "Compare it with a policy that ships" },
};

/** Punctuation of Chinese text that stands where YAML has its own, outside of quotes. */
const FULL_WIDTH = /[：，｛｝［］【】“”‘’]/u;
const QUOTED = /"[^"]*"|'[^']*'|#.*$/gu;

const FULL_WIDTH_ADVICE: Text = {
  zh: "该行有全角标点：键名后的冒号、列表中的逗号、括号和引号请改为英文（半角）标点，文字中的不用改",
  en: "The line has full-width punctuation: write the colon after a key, the commas of a list, brackets and quotes in ASCII; those inside a text may stay",
};

/** Says that a line is not written as YAML wants it. */
export function syntaxIssue(
  place: Required<Pick<SourceLocation, "file" | "line">>,
  { code, text }: { readonly code: ErrorCode; readonly text: string },
): Issue {
  const { message, advice: usual } = MISTAKES[code] ?? OTHER_MISTAKE;
  const isUsual = code === "DUPLICATE_KEY" || code === "BAD_ALIAS" || code === "MULTIPLE_DOCS";
  const advice = !isUsual && FULL_WIDTH.test(text.replace(QUOTED, "")) ? FULL_WIDTH_ADVICE : usual;
  return {
    code: code === "DUPLICATE_KEY" ? "duplicate-key" : "invalid-syntax",
    severity: "error",
    place,
    message: {
      zh: `政策文件第${place.line}行无法读取：${message.zh}`,
      en: `Cannot read line ${place.line} of the policy: ${message.en}`,
    },
    advice,
  };
}

export function notAMap(file: string): Issue {
  return {
    code: "invalid-policy",
    severity: "error",
    place: { file, line: 1 },
    message: {
      zh: "政策文件是空的，或不是由“键: 值”组成",
      en: "The policy file is empty or not made of keys and values",
    },
    advice: {
      zh: "可用“lungang policies yulin-notice --json”导出一份作为起点",
      en: 'Start from the output of "lungang policies yulin-notice --json"',
    },
  };
}

export function tooLong(file: string, length: number): Issue {
  return {
    code: "file-too-large",
    severity: "error",
    place: { file },
    received: String(length),
    expected: `≤ ${MAX_CHARACTERS}`,
    message: { zh: "政策文件过大，应为几页文字", en: "The policy file is too long: it should be a few pages" },
    advice: { zh: "请核对是否选错了文件", en: "Check whether this is the file that was meant" },
  };
}

export function undecodable(file: string): Issue {
  return {
    code: "text-undecodable",
    severity: "error",
    place: { file },
    message: {
      zh: "政策文件既不是 UTF-8 也不是 GB18030 编码",
      en: "The policy file is neither UTF-8 nor GB18030",
    },
    advice: { zh: "请另存为 UTF-8 编码", en: "Save it as UTF-8" },
  };
}

export function readAsChinese(file: string): Issue {
  return {
    code: "read-as-gb18030",
    severity: "warning",
    place: { file },
    message: {
      zh: "政策文件不是 UTF-8 编码，已按 GB18030 读取",
      en: "The policy file is not UTF-8; it was read as GB18030",
    },
    advice: {
      zh: "请核对文字是否正确，并另存为 UTF-8 编码",
      en: "Check that the words are right, and save it as UTF-8",
    },
  };
}

export function tooManyAliases(file: string, line: number): Issue {
  return {
    code: "invalid-syntax",
    severity: "error",
    place: { file, line },
    message: { zh: `引用（*）超过${MAX_ALIASES}处`, en: `More than ${MAX_ALIASES} aliases (*)` },
    advice: { zh: "请直接写出内容，不用引用", en: "Write the values out" },
  };
}

export function tooDeep(file: string, line: number): Issue {
  return {
    code: "invalid-syntax",
    severity: "error",
    place: { file, line },
    message: { zh: `嵌套超过${MAX_DEPTH}层`, en: `Nested more than ${MAX_DEPTH} levels deep` },
    advice: { zh: "请减少条件的嵌套", en: "Nest conditions less" },
  };
}

export function digitsLost(file: string, line: number, received: string): Issue {
  return {
    code: "digits-lost",
    severity: "error",
    place: { file, line },
    received: received.slice(0, 40),
    message: { zh: "数字过大，末尾的数字会丢失", en: "The number is too large to be kept exactly" },
    advice: { zh: "编号请加引号；数量请核对", en: "Put ids in quotes; check quantities" },
  };
}
