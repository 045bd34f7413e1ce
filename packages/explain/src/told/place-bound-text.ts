import type { Text } from "@lungang/core";
import { amountText, differenceText, fromToText } from "@lungang/core/plan";
import type { PlaceBound } from "../place-bounds.ts";
import type { Placement } from "../placements.ts";
import type { WhyPerson } from "../why-person.ts";
import type { PlaceExample } from "../place-examples.ts";
import type { Wording } from "./wording.ts";
import { levelDifferenceText } from "./why-not-text.ts";
import { changedText, quoted, same } from "./wording.ts";

type Subject = Pick<WhyPerson, "person" | "placement" | "standing">;

/**
 * Returns what prices prove about any other place for a person, in a sentence without names, so that many share it, and
 * what one other plan would cost, with the names of those whom it places otherwise.
 */
export function placeBoundTexts(bound: PlaceBound, why: Subject, wording: Wording): readonly Text[] {
  const told = placeBoundText(bound, why, wording);
  return bound.answer === "onlyPlace" || bound.example === undefined
    ? [told]
    : [told, exampleText(bound.example, bound, wording)];
}

/** Says what a plan found costs and whom it touches. */
function exampleText({ lead, changed }: PlaceExample, bound: PlaceBound, wording: Wording): Text {
  const list = changedText(changed, wording);
  const whom = { zh: `涉及的安排：${list.zh}。`, en: ` Places that change: ${list.en}.` };
  if (lead === undefined)
    return {
      zh: `已找到一种符合全部规定、各项目标都不变的安排，两者由抽签区分。${whom.zh}`,
      en: `A plan was found that keeps every rule and every aim; the draw alone decides between the two.${whom.en}`,
    };
  const { zh, en } = levelDifferenceText(lead, wording);
  const isLeast =
    bound.answer === "atLeast" && bound.level === lead.level && bound.by === lead.after - lead.before
      ? { zh: "这已是最小的代价。", en: " No other costs less." }
      : same("");
  const kept = wording.isFirst(lead.level)
    ? same("")
    : { zh: "，排在它前面的目标不变", en: ", with the aims before it as they are" };
  return {
    zh: `已找到一种符合全部规定的安排：${zh}${kept.zh}。${isLeast.zh}${whom.zh}`,
    en: `A plan was found that keeps every rule: ${en}${kept.en}.${isLeast.en}${whom.en}`,
  };
}

/**
 * Returns what prices prove about any other place for a person, in a sentence without names, so that many share it.
 */
function placeBoundText(bound: PlaceBound, { person, placement, standing }: Subject, wording: Wording): Text {
  const otherwise = otherwiseText(person, placement, wording);
  switch (bound.answer) {
    case "atLeast": {
      const title = wording.level(bound.level);
      const by = differenceText(bound.before, bound.before + bound.by, bound.unit);
      const was = wasText(bound);
      const earlier = wording.isFirst(bound.level)
        ? same("")
        : { zh: "，或者某个排在它前面的目标变差", en: ", or else an aim before it gets worse" };
      return {
        zh: `如果${otherwise.zh}，${quoted(title).zh}${was.zh}至少增加 ${by.zh}${earlier.zh}。这是已证明的下限，确切代价可以逐人计算。`,
        en: `If ${otherwise.en}, ${quoted(title).en} grows${was.en} by ${by.en} at the least${earlier.en}. This is a proven lower bound; the exact price can be computed for a person.`,
      };
    }
    case "notKnown":
      return {
        zh: `如果${otherwise.zh}，代价尚未查明，不等于没有代价，需要逐人计算。`,
        en: `If ${otherwise.en}, what that costs is not known, which is not to say nothing: it has to be computed for the person.`,
      };
    case "onlyPlace":
      return onlyPlaceText("stays" in placement ? standing : "");
  }
}

/** The value that a bound is about, where readers can make something of it. */
function wasText({ before, by, unit }: Extract<PlaceBound, { answer: "atLeast" }>): Text {
  if (fromToText(before, before + by, unit) === undefined) return same("");
  const was = amountText(before, unit);
  return { zh: `由 ${was.zh}`, en: ` from ${was.en}` };
}

/** Why there is nothing else: the policy moves nobody of the kind, or admits somebody who may move to no post. */
function onlyPlaceText(standing: string): Text {
  if (STILL.has(standing))
    return {
      zh: "按政策规定或已定事项，本年度不作变动。",
      en: "By the policy or a decision taken before, nothing changes this year.",
    };
  if (WOULD_GO.has(standing))
    return {
      zh: "本年度没有政策允许其交流去的岗位；为什么不能到某一学校，可以逐校查询。",
      en: "No post is there this year to which the policy admits the person; why not to a certain school can be asked.",
    };
  return {
    zh: "按政策规定、已定事项和所考虑的岗位，没有别的安排可供选择。",
    en: "Policy, decisions taken before and the posts considered leave no other place.",
  };
}

const STILL: ReadonlySet<string> = new Set(["exempt", "notDue", "running", "inTerm", "held"]);
const WOULD_GO: ReadonlySet<string> = new Set(["due", "volunteer", "forced"]);

/** Returns what a bound supposes: any place but that of the plan. */
function otherwiseText(person: string, placement: Placement, { isNew }: Wording): Text {
  if (!("stays" in placement) && isNew(person))
    return {
      zh: "另作安排（到其他岗位，或暂不安排学校）",
      en: "the person is placed otherwise (in another post, or none yet)",
    };
  if (!("stays" in placement))
    return { zh: "另作安排（留任或到其他岗位）", en: "the person is placed otherwise (stays, or another post)" };
  return isNew(person)
    ? { zh: "安排到学校任教", en: "the person is given a school" }
    : { zh: "改为参加交流（去向不限）", en: "the person goes, wherever" };
}
