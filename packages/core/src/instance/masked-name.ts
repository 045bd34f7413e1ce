import type { Issue } from "./issue.ts";
import type { Finding } from "./references.ts";

/** Signs that stand for characters left out, and a family name before 某, as publications write them. */
const MASKED = /[*＊﹡✱×○●□■]|^\p{Script=Han}{1,2}(?:某{1,2}|[xXｘＸ]{1,3})$/u;

/** Returns whether a name is masked, as in a list that was published: 王**, 王某某. */
export function isMaskedName(name: string | undefined): name is string {
  return name !== undefined && MASKED.test(name.trim());
}

/** The name of somebody whom lists and letters are to name cannot be told from others of the family name. */
export function maskedName(path: NonNullable<Issue["path"]>, name: string): Finding {
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
