import type { Issue } from "@lungang/core";
import { nearestWord } from "@lungang/core";
import { listPolicies, policyNames } from "./registry.ts";

/**
 * Says that no policy has a name, which one may be meant, and which there are.
 *
 * @public
 */
export function unknownPolicy(received: string): Issue {
  const near = byTitle(received) ?? nearestWord(received, policyNames);
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

/** A title without what stands in brackets, spaces and title marks. */
function bare(title: string): string {
  return title.normalize("NFKC").replace(/\([^)]*\)|[《》\s]/gu, "");
}

/** Returns the name of the only policy that is called so in Chinese. */
function byTitle(received: string): string | undefined {
  const given = bare(received);
  const [only, second] = listPolicies().filter(({ title }) => bare(title.zh) === given);
  return second === undefined ? only?.name : undefined;
}
