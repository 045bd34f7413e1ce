import type { Text } from "@lungang/core";
import type { Plan, PlanStay } from "@lungang/core/plan";
import { rulesOf, totalMeaning } from "@lungang/core/policy";
import type { Policy } from "@lungang/core/policy";
import type { PlaceBound } from "../place-bounds.ts";
import { isBound } from "../place-bounds.ts";
import type { WhyPerson } from "../why-person.ts";
import type { Wording } from "./wording.ts";
import { quoted } from "./wording.ts";
import { worseText } from "./worse-text.ts";

/**
 * What is told of somebody who stays.
 *
 * @public
 */
export interface StayText {
  /** In a few words, what decided. */
  readonly reason: Text;
  /** The facts behind it: figures, what the policy says, what going would cost where somebody asked. */
  readonly facts: readonly Text[];
  /** The last of the facts: what going would cost; undefined where nobody asked or nothing is to be told of it. */
  readonly cost: Text | undefined;
  /** Entries of the policy behind it. */
  readonly sources: readonly string[];
}

/**
 * Returns a reader of why the people of a plan stay who stay: what decided, with figures.
 *
 * That the places of the year are full is told where the plan makes all moves that the policy admits and the person counts
 * among them; nothing is told of an order of people that no entry of the policy asks for.
 *
 * @public
 */
export function stayTexts(
  { plan, policy }: { readonly plan: Plan; readonly policy: Policy },
  wording: Wording,
): (why: WhyPerson, stay: PlanStay) => StayText {
  const places = fullPlaces(plan, policy);
  return (why, stay) => {
    const volunteers = why.reasons.some(({ code }) => code === "volunteer");
    const full = stay.reason === "notChosen" && !volunteers ? places : undefined;
    const told = why.reasons.filter(({ code }) => code !== "recruit");
    const known = stay.reason === "notChosen" ? costOf(why, full !== undefined) : undefined;
    const cost = known === undefined ? undefined : costText(known, wording);
    return {
      reason: full === undefined ? reasonOf(why, stay, cost !== undefined) : fullText(full),
      facts: [...told.map(({ text, figures }) => figures ?? text), ...(cost === undefined ? [] : [cost])],
      cost,
      sources: [...new Set(told.map(({ source }) => source).filter((source) => source !== ""))],
    };
  };
}

/** Moves that the plan makes under a bound of the total that admits no more; undefined where one more would be admitted. */
function fullPlaces({ measures }: Plan, policy: Policy): number | undefined {
  const bounds = new Set(rulesOf(policy.rules, totalMeaning).map(({ id }) => id));
  const full = measures.find(
    ({ rule, about, sense, value, target }) =>
      bounds.has(rule) && about.kind === "county" && sense === "atMost" && value >= target,
  );
  return full?.value;
}

type Cost = Extract<PlaceBound, { answer: "atLeast" }>;

/** What is known of the cost; with all others held and no place left it would be the want of places again. */
function costOf({ alternative }: WhyPerson, isFull: boolean): Cost | undefined {
  if (alternative === null || !isBound(alternative) || alternative.answer !== "atLeast") return undefined;
  return isFull && alternative.othersHeld === true ? undefined : alternative;
}

/** What decided between the person and those who go: the first aim, in their order, that would suffer. */
function costText({ level, before, by, unit, othersHeld = false }: Cost, wording: Wording): Text {
  const [title, worse] = [wording.level(level), worseText({ before, after: before + by, unit }, true)];
  const others = othersHeld
    ? { zh: "其他人员的安排不变，", en: "with all others as the plan has them, " }
    : { zh: "", en: "" };
  const earlier = wording.isFirst(level)
    ? { zh: "", en: "" }
    : { zh: "，或排在其前的目标变差", en: ", or an aim before it is" };
  return {
    zh: `${others.zh}若改为安排其交流，${quoted(title).zh}${worse.zh.replaceAll(" ", "")}${earlier.zh}`,
    en: `${others.en}were the person to go, ${quoted(title).en} is ${worse.en}${earlier.en}`,
  };
}

function fullText(places: number): Text {
  return {
    zh: `符合条件，本年度名额（${places}人）已满；下年度仍符合条件的，继续列入`,
    en: `due; the ${places} places of this year are taken; due again next year if the conditions still hold`,
  };
}

const REASONS: Readonly<Record<PlanStay["reason"], Text>> = {
  exempt: { zh: "按规定不纳入交流", en: "exempt by the rules" },
  locked: { zh: "已确定留任", en: "held by a decision" },
  running: { zh: "正在交流期内", en: "on an exchange" },
  inTerm: { zh: "交流期限未满，期内不再安排", en: "the term has not ended, and nothing is arranged within it" },
  notDue: { zh: "不符合交流条件", en: "not due" },
  noPost: {
    zh: "符合条件，没有可以安排的岗位",
    en: "may go, and no post is there to which the policy admits the person",
  },
  notChosen: { zh: "符合条件，本年度未安排", en: "may go, and is not placed this year" },
};

/** @param isCompared - whether it is proven that some aim would suffer, were the person to go */
function reasonOf({ standing, reasons }: WhyPerson, { reason }: PlanStay, isCompared: boolean): Text {
  if (reason === "notChosen" && isCompared) {
    const applied = standing === "volunteer" || reasons.some(({ code }) => code === "volunteer");
    return {
      zh: `${applied ? "自愿申请" : "符合条件"}，按编制目标的先后次序比较，未列入本年度交流名单`,
      en: `${applied ? "applied" : "may go"}, and is not on the list of this year by the aims in their order`,
    };
  }
  if (reason === "notChosen" && standing === "volunteer")
    return { zh: "自愿申请，本年度未安排", en: "applied, and is not placed this year" };
  if (reason === "noPost" && standing === "volunteer")
    return {
      zh: "自愿申请，没有可以安排的岗位",
      en: "applied, and no post is there to which the policy admits the person",
    };
  return REASONS[reason];
}
