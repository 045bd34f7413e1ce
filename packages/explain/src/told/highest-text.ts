import type { Text } from "@lungang/core";
import type { Highest } from "../highest.ts";
import { joined, quoted, same } from "./wording.ts";
import type { Wording } from "./wording.ts";

/**
 * Returns the most that a quota or a share can reach, in a sentence.
 *
 * @public
 */
export function highestText({ rule, about, status, reached, of, asked, proven }: Highest, { names }: Wording): Text {
  const head = headText(names.rule(rule), about.kind === "county" ? same("") : names.subject(about));
  if (status === "infeasible") return unreachedText(head);
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

function headText(title: Text, where: Text): Text {
  return {
    zh: where.zh === "" ? quoted(title).zh : `${quoted(title).zh}（${where.zh}）`,
    en: where.en === "" ? quoted(title).en : `${quoted(title).en} (${where.en})`,
  };
}

function unreachedText(head: Text): Text {
  return {
    zh: `${head.zh}：无论这一条要求多少，其余规定都不能同时满足。`,
    en: `${head.en}: whatever it asks for, no plan keeps the other rules.`,
  };
}

/** Places that are named; of more the number is told. */
const NAMED = 3;

/**
 * Returns the sentences of each of several quotas and shares: where other rules stand in the way of one rule at several places, the
 * first of them says so of all, and the rest have none.
 *
 * @public
 */
export function highestTexts(all: readonly Highest[], wording: Wording): readonly (readonly Text[])[] {
  const told = new Set<string>();
  return all.map((one) => {
    const { rule, status } = one;
    const places = all.filter((other) => other.rule === rule && other.status === "infeasible");
    if (status !== "infeasible" || places.length === 1) return [highestText(one, wording)];
    if (told.has(rule)) return [];
    told.add(rule);
    return [unreachedText(headText(wording.names.rule(rule), placesText(places, wording)))];
  });
}

function placesText(places: readonly Highest[], { names }: Wording): Text {
  const named = joined(
    places.slice(0, NAMED).map(({ about }) => names.subject(about)),
    "、",
    ", ",
  );
  const count = places.length;
  return count <= NAMED
    ? named
    : { zh: `${named.zh}等 ${count} 处`, en: `${named.en} and others, ${count} places in all` };
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
