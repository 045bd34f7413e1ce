import type { Text } from "../../instance/issue.ts";
import type { NetInflowParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

const EACH: Readonly<Record<NetInflowParams["by"], Text>> = {
  school: { zh: "每所有关学校", en: "Every school concerned" },
  township: { zh: "每个有关乡镇", en: "Every township concerned" },
  zone: { zh: "每个有关片区", en: "Every zone concerned" },
  alliance: { zh: "每个有关办学联合体", en: "Every alliance concerned" },
  area: { zh: "每类有关地区", en: "Every area concerned" },
  together: { zh: "有关学校合计", en: "The schools concerned together" },
};

/** Returns the sentence that states a bound on net inflow. */
export function netInflowText({ by, max, maxLoss, onlyOverEstablished }: NetInflowParams): Text {
  const who = EACH[by];
  const over = onlyOverEstablished ? { zh: "（仅限超编）", en: " above its establishment" } : { zh: "", en: "" };
  const parts: Text[] = [];
  if (max !== undefined)
    parts.push({
      zh: `净流入不超过${max}人`,
      en: max === 0 ? "gains nobody on balance" : `gains at most ${max} on balance`,
    });
  if (maxLoss === "surplus") parts.push({ zh: "净流出不超过富余人数", en: "loses at most its surplus on balance" });
  else if (maxLoss !== undefined)
    parts.push({ zh: `净流出不超过${maxLoss}人`, en: `loses at most ${maxLoss} on balance` });
  if (parts.length === 0) parts.push({ zh: "净流入不限", en: "may gain or lose any number" });
  return {
    zh: `${who.zh}${over.zh}${parts.map(({ zh }) => zh).join("，")}`,
    en: `${who.en}${over.en} ${parts.map(({ en }) => en).join(" and ")}`,
  };
}

/** What can be wrong with what a group gains or loses on balance. */
export const netInflowFindings = findingsOf("netInflow", {
  gained: ({ net, limit }: { net: number; limit: number }, { about }) => ({
    zh: `${about.zh}净流入至多${limit}人，实际${net}人`,
    en: `${about.en} may gain at most ${limit} people on balance and gains ${net}`,
  }),
  lost: ({ net, limit }: { net: number; limit: number }, { about }) => ({
    zh: `${about.zh}净流出至多${limit}人，实际${-net}人`,
    en: `${about.en} may lose at most ${limit} people on balance and loses ${-net}`,
  }),
});
