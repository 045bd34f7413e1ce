import type { Text } from "../../instance/issue.ts";
import type { LevelEntry } from "../../policy/policy.ts";
import type { EvenShortfallParams, Step } from "./schema.ts";
import { levelOfStep, stepsOf } from "./schema.ts";

const PLACES: Readonly<Record<EvenShortfallParams["by"], Text>> = {
  post: { zh: "岗位", en: "post" },
  school: { zh: "学校", en: "school" },
  township: { zh: "乡镇", en: "township" },
};

/** Returns the sentence that states how shortfalls are shared out. */
export function evenShortfallText({ unit, by }: EvenShortfallParams): Text {
  const place = PLACES[by];
  const what = unit === "heads" ? { zh: "缺员", en: "shortfall" } : { zh: "缺员占需要数的比例", en: "share missing" };
  return {
    zh: `缺员由各${place.zh}均衡分担：先使最大的${what.zh}最小，再使达到该数的${place.zh}最少，逐级向下`,
    en: `Shortfalls are shared out over every ${place.en}: first the greatest ${what.en} is least, then the fewest have it, and so on down`,
  };
}

/** Returns the levels that stand in place of the one that the rule names: one for each step, the highest first. */
export function evenShortfallLevels(params: EvenShortfallParams, entry: LevelEntry): readonly LevelEntry[] {
  const unit = params.unit === "heads" ? "heads" : "points";
  return stepsOf(params).map((step) => ({
    ...entry,
    name: levelOfStep(params.level, step),
    unit,
    text: stepText(params, step, entry.text),
  }));
}

function stepText({ by }: EvenShortfallParams, { over, of }: Step, { zh, en }: Text): Text {
  const place = PLACES[by];
  if (over === 0) return { zh: `${zh}：全部缺员`, en: `${en}: all that is missing` };
  const limit =
    of === 1
      ? { zh: `${over}人`, en: over === 1 ? "1 head" : `${over} heads` }
      : { zh: `需要数${of}分之${over}`, en: `${over}/${of} of the need` };
  return {
    zh: `${zh}：各${place.zh}缺员超过${limit.zh}的部分`,
    en: `${en}: what a ${place.en} lacks beyond ${limit.en}`,
  };
}
