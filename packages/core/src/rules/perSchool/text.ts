import type { Text } from "../../instance/issue.ts";
import { roundingText } from "../../policy/rounding.ts";
import { shareText } from "../../policy/share.ts";
import type { PerSchoolParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/** A limit on one school. */
export type SchoolLimitName = "minOut" | "maxOut" | "minIn" | "maxIn";

const LIMITS: Readonly<Record<SchoolLimitName, Text>> = {
  minOut: { zh: "至少交流出", en: "at least {} leave" },
  maxOut: { zh: "至多交流出", en: "at most {} leave" },
  minIn: { zh: "至少交流入", en: "at least {} come" },
  maxIn: { zh: "至多交流入", en: "at most {} come" },
};

function limitText(name: SchoolLimitName, count: number): Text {
  const { zh, en } = LIMITS[name];
  return { zh: `${zh}${count}人`, en: en.replace("{}", String(count)) };
}

/** Returns the sentence that states limits on schools. */
export function perSchoolText(params: PerSchoolParams): Text {
  const names = ["minOut", "maxOut", "minIn", "maxIn"] as const;
  const limits = names.flatMap((name) => {
    const count = params[name];
    return count === undefined ? [] : [limitText(name, count)];
  });
  if (params.maxOutShare !== undefined) {
    const share = shareText(params.maxOutShare);
    const { zh, en } = roundingText(params.maxOutRounding, "atMost");
    limits.push({ zh: `至多交流出在岗人数的${share}${zh}`, en: `at most ${share} of its people leave${en}` });
  }
  if (limits.length === 0) return { zh: "每校按自定名额交流", en: "Every school keeps its own limits" };
  return {
    zh: `每校${params.bySubject ? "每个学科" : ""}${limits.map(({ zh }) => zh).join("，")}`,
    en: `For every ${params.bySubject ? "subject at every " : ""}school: ${limits.map(({ en }) => en).join(", ")}`,
  };
}

/** What can be wrong with the limits of a school. */
export const perSchoolFindings = findingsOf("perSchool", {
  broken: ({ name, count, limit }: { name: SchoolLimitName; count: number; limit: number }, { about }) => {
    const { zh, en } = limitText(name, limit);
    return { zh: `${about.zh}应${zh}，实际${count}人`, en: `${about.en}: ${en}, but ${count} do` };
  },
});
