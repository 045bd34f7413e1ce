import type { Text } from "@lungang/core";
import { STANDING_WORDS, dateText } from "@lungang/core/plan";
import type { WhyPerson } from "../why-person.ts";
import { isBound } from "../place-bounds.ts";
import { placeBoundTexts } from "./place-bound-text.ts";
import { whyNotText } from "./why-not-text.ts";
import { wishTexts } from "./wish-text.ts";
import type { Wording } from "./wording.ts";
import { joined, placementText } from "./wording.ts";

/** Reasons that say no more than the standing itself. */
const SILENT: ReadonlySet<string> = new Set(["outOfScope", "recruit"]);

/**
 * Why a plan does with a person what it does, in sentences, part by part.
 *
 * @public
 */
export interface WhyPersonParts {
  readonly placement: Text;
  readonly standing: Text;
  /** Years at the school and age, as far as they are known. */
  readonly figures: readonly Text[];
  /** What the policy says about the person. */
  readonly reasons: readonly Text[];
  /** Points item by item, with totals; empty where the policy counts none. */
  readonly points: readonly Text[];
  /** Heads of the post left and of the post entered. */
  readonly posts: readonly Text[];
  /** Why it was not a school wished for, one by one. */
  readonly wishes: readonly Text[];
  /** What another place would cost; empty where nobody asked. */
  readonly alternative: readonly Text[];
}

/**
 * Returns why a plan does with a person what it does, part by part.
 *
 * @public
 */
export function whyPersonParts(why: WhyPerson, wording: Wording): WhyPersonParts {
  const { names } = wording;
  const person = names.person(why.person);
  const school = why.school === null ? "" : names.school(why.school);
  const placement = placementText(why.person, why.placement, wording);
  const standing = STANDING_WORDS[why.standing as keyof typeof STANDING_WORDS];
  const from = school === "" ? { zh: "", en: "" } : { zh: `（${school}）`, en: ` (${school})` };
  return {
    placement: { zh: `${person}${from.zh}：${placement.zh}。`, en: `${person}${from.en}: ${placement.en}.` },
    standing: { zh: `身份：${standing.zh}。`, en: `Standing: ${standing.en}.` },
    figures: figureTexts(why),
    reasons: reasonTexts(why),
    points: pointsTexts(why, wording),
    posts: headsTexts(why, wording),
    wishes: wishTexts(why, wording),
    alternative: alternativeTexts(why, wording),
  };
}

/**
 * Returns why a plan does with a person what it does, in sentences.
 *
 * @public
 */
export function whyPersonText(why: WhyPerson, wording: Wording): readonly Text[] {
  const { placement, standing, figures, reasons, points, posts, wishes, alternative } = whyPersonParts(why, wording);
  return [placement, standing, ...figures, ...reasons, ...points, ...posts, ...wishes, ...alternative];
}

function alternativeTexts(why: WhyPerson, wording: Wording): readonly Text[] {
  const { alternative } = why;
  if (alternative === null) return [];
  return isBound(alternative) ? placeBoundTexts(alternative, why, wording) : whyNotText(alternative, wording);
}

/** Guests of another school: their years are those at the school that they belong to, and decide nothing. */
const GUESTS: ReadonlySet<string> = new Set(["running", "returning"]);

function figureTexts({ school, standing, figures: { upTo, yearsAtSchool: years, age } }: WhyPerson): readonly Text[] {
  const known: Text[] = [
    ...(years === null || school === null || GUESTS.has(standing)
      ? []
      : [{ zh: `在本校连续任教满 ${years} 年`, en: `${years} full years at the school` }]),
    ...(age === null ? [] : [{ zh: `年龄 ${age} 周岁`, en: `${age} years of age` }]),
  ];
  if (known.length === 0) return [];
  const list = joined(known, "，", ", ");
  return [{ zh: `截至${dateText(upTo).zh}：${list.zh}。`, en: `Up to ${upTo}: ${list.en}.` }];
}

function reasonTexts({ reasons }: WhyPerson): readonly Text[] {
  return reasons
    .filter(({ code }) => !SILENT.has(code))
    .map(({ text, source }) =>
      source === ""
        ? { zh: `依据：${text.zh}。`, en: `Reason: ${text.en}.` }
        : { zh: `依据：${text.zh}（${source}）。`, en: `Reason: ${text.en} (${source}).` },
    );
}

/** One sentence a scale and one a post at which more counts. */
function pointsTexts({ points }: WhyPerson, { names }: Wording): readonly Text[] {
  return points.flatMap(({ text, total, items, atPosts }) => [
    pointsSentence(text, { items, total }),
    ...atPosts.map(({ post, ...there }) => {
      const at = names.subject({ kind: "post", post });
      return pointsSentence({ zh: `${text.zh}（${at.zh}）`, en: `${text.en} at ${at.en}` }, there);
    }),
  ]);
}

type Points = WhyPerson["points"][number];

function pointsSentence(name: Text, { items, total }: Pick<Points, "items" | "total">): Text {
  const told = items.map(({ points, text, source }): Text => {
    const from = source === "" ? { zh: "", en: "" } : { zh: `，${source}`, en: `, ${source}` };
    return { zh: `${text.zh}，${points} 分${from.zh}`, en: `${text.en}: ${points}${from.en}` };
  });
  const list = joined(told, "；", "; ");
  const open = items.length === 0 ? { zh: "", en: "" } : { zh: `（${list.zh}）`, en: ` (${list.en})` };
  return { zh: `${name.zh}：${total} 分${open.zh}。`, en: `${name.en}: ${total} points${open.en}.` };
}

function headsTexts({ left, entered }: WhyPerson, { names }: Wording): readonly Text[] {
  const told = (heads: NonNullable<WhyPerson["left"]>, zh: string, en: string): Text => {
    const post = names.post(heads.post);
    const school = names.school(heads.school);
    const { demand, before, after } = heads;
    return {
      zh: `${zh}（${school}，${post.zh}）：需 ${demand} 人，调配前 ${before} 人，调配后 ${after} 人。`,
      en: `${en} ${school}, ${post.en}: needs ${demand}, has ${before} before and ${after} after.`,
    };
  };
  return [
    ...(left === null ? [] : [told(left, "现岗位", "Present post,")]),
    ...(entered === null ? [] : [told(entered, "去向岗位", "Post entered,")]),
  ];
}
