import type { Text } from "@lungang/core";
import type { Highest } from "../highest.ts";
import { quoted, same } from "./wording.ts";
import type { Wording } from "./wording.ts";

/**
 * Returns the most that a quota or a share can reach, in a sentence.
 *
 * @public
 */
export function highestText({ rule, about, status, reached, of, asked, proven }: Highest, { names }: Wording): Text {
  const title = names.rule(rule);
  const where = about.kind === "county" ? same("") : names.subject(about);
  const head = {
    zh: where.zh === "" ? quoted(title).zh : `${quoted(title).zh}（${where.zh}）`,
    en: where.en === "" ? quoted(title).en : `${quoted(title).en} (${where.en})`,
  };
  if (status === "infeasible")
    return {
      zh: `${head.zh}：无论这一条要求多少，其余规定都不能同时满足。`,
      en: `${head.en}: whatever it asks for, no plan keeps the other rules.`,
    };
  if (reached === null)
    return {
      zh: `${head.zh}：在规定的限度内没有算出最高值。`,
      en: `${head.en}: the most was not found within the limits.`,
    };
  const share = shareText({ reached, of });
  const most = proven
    ? { zh: "最高可达", en: "reaches at the most" }
    : { zh: "至少可达（限度内尚未证明为最高）", en: "reaches at the least (not proven to be the most)" };
  const wants = asked === null ? same("") : { zh: `，该方案下要求 ${asked} 人`, en: `; it asks for ${asked} there` };
  return {
    zh: `${head.zh}：其余规定不变，${most.zh} ${reached} 人${share.zh}${wants.zh}。`,
    en: `${head.en}: with all other rules kept it ${most.en} ${reached}${share.en}${wants.en}.`,
  };
}

function shareText(highest: Pick<Highest, "reached" | "of">): Text {
  const [percent, of] = [reachedShare(highest), `${highest.of ?? 0}`];
  return percent === undefined ? same("") : { zh: `（${of} 人的 ${percent}）`, en: ` of ${of} (${percent})` };
}

/**
 * Returns the share that is reached, in per cent, rounded down because that much is reached; undefined where nothing was
 * found or nobody is counted.
 *
 * @public
 */
export function reachedShare({ reached, of }: Pick<Highest, "reached" | "of">): string | undefined {
  if (reached === null || of === null || of === 0) return undefined;
  return `${(Math.floor((1000 * reached) / of) / 10).toFixed(1)}%`;
}
