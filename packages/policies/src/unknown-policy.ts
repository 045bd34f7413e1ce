import type { Issue } from "@lungang/core";
import { nearestWord } from "@lungang/core";
import { policyNames, policyTitled } from "./registry.ts";

/**
 * Says that no policy has a name, which one may be meant, and which there are.
 *
 * @public
 */
export function unknownPolicy(received: string): Issue {
  const near = policyTitled(received) ?? nearestWord(received, policyNames);
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
      zh: "请给出一个内置政策的名称（lungang policies 列出全部），或 YAML/JSON 文件的路径",
      en: "Give the name of a policy that ships (lungang policies lists them), or the path of a YAML or JSON file",
    },
  };
}
