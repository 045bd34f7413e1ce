import type { Issue, Text } from "./issue.ts";

/** Signs that stand for characters left out, and a family name before 某, as publications write them. */
const MASKED = /[*＊﹡✱×○●□■]|^\p{Script=Han}{1,2}(?:某{1,2}|[xXｘＸ]{1,3})$/u;

/**
 * Returns whether a name is masked, as in a list that was published: 王**, 王某某.
 *
 * @public
 */
export function isMaskedName(name: string | undefined): name is string {
  return name !== undefined && MASKED.test(name.trim());
}

/**
 * Returns the warning of a masked name: lists and letters that are to name somebody cannot tell who it is.
 *
 * @public
 */
export function maskedName(path: NonNullable<Issue["path"]>, name: string): Issue & { readonly advice: Text } {
  return {
    code: "masked-name",
    severity: "warning",
    path,
    received: name,
    message: {
      zh: "姓名已隐去部分字，名册、通知书上分不清是谁",
      en: "The name is masked: rosters and letters cannot tell who it is",
    },
    advice: {
      zh: "请在内部工作簿填写真实姓名；公示版由程序隐去，不必事先处理",
      en: "Write real names in the internal workbook; the public edition masks them by itself",
    },
  };
}
