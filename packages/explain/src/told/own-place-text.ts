import type { Text } from "@lungang/core";
import { fromToText } from "@lungang/core/plan";
import type { PlaceBound } from "../place-bounds.ts";
import { isBound } from "../place-bounds.ts";
import type { PlaceExample } from "../place-examples.ts";
import type { Placement } from "../placements.ts";
import type { WhyPerson } from "../why-person.ts";
import type { Wording } from "./wording.ts";
import { placementText, quoted, same } from "./wording.ts";
import { worseText } from "./worse-text.ts";

/**
 * Returns what another place would cost, told to the person: the nearest one that was found, with the aim that would be
 * reached less, by how much, and how many others it touches; and what any other place costs at the least. Nobody else is
 * named. Empty where nothing is known or the policy leaves no other place: what is not known is not told as nothing.
 *
 * @public
 */
export function ownPlaceTexts(why: WhyPerson, wording: Wording): readonly Text[] {
  const { alternative } = why;
  if (alternative === null || !isBound(alternative) || alternative.answer === "onlyPlace") return [];
  const { example } = alternative;
  const nearest = example === undefined ? undefined : nearestText(example, { why, bound: alternative }, wording);
  const any = alternative.answer === "notKnown" ? undefined : anyText(alternative, why, wording);
  if (nearest === undefined) return any === undefined ? [] : [any];
  return alternative.answer === "notKnown" || isLeast(alternative)
    ? [nearest]
    : [nearest, restText(alternative, "stays" in why.placement, wording)];
}

interface Told {
  readonly why: WhyPerson;
  readonly bound: PlaceBound;
}

/** The other place that was found; nothing is told where the lot alone decides between the two. */
function nearestText({ lead, changed }: PlaceExample, { why, bound }: Told, wording: Wording): Text | undefined {
  const own = changed.find(({ person }) => person === why.person);
  if (lead === undefined || own === undefined) return undefined;
  const { before, after, unit } = lead;
  const aim = quoted(wording.level(lead.level));
  const [worse, way] = [worseToldText(lead, false), fromToText(before, after, unit)];
  const fromTo = way === undefined ? same("") : { zh: `${way.zh}，`, en: `${way.en} and ` };
  const others = othersText(changed.length - 1);
  const placed = placedText(why.person, own.after, wording);
  const kept = wording.isFirst(lead.level)
    ? same("")
    : { zh: "，排在其前的目标不变", en: ", with the aims before it as they are" };
  const least = isLeast(bound) ? { zh: "其他安排的影响都不会比这更小。", en: " No other place costs less." } : same("");
  return {
    zh: `如改为${placed.zh}，各项必须执行的规定仍可执行，但全县${aim.zh}${fromTo.zh}${worse.zh}${kept.zh}${others.zh}。${least.zh}`,
    en: `Were you to ${placed.en}, every hard rule could be kept, but ${aim.en} of the county ${fromTo.en}is ${worse.en}${kept.en}${others.en}.${least.en}`,
  };
}

/** Whether the place found costs what every other one costs at the least. */
function isLeast(bound: PlaceBound): boolean {
  if (bound.answer !== "atLeast") return false;
  const lead = bound.example?.lead;
  return lead !== undefined && bound.level === lead.level && bound.by === lead.after - lead.before;
}

function othersText(others: number): Text {
  if (others === 0) return same("");
  const en = others === 1 ? "the place of 1 other changes" : `the places of ${others} others change`;
  return { zh: `，另有 ${others} 人的安排随之变动`, en: `; ${en} with it` };
}

function placedText(person: string, placement: Placement, wording: Wording): Text {
  const placed = placementText(person, placement, wording);
  if (!("stays" in placement)) return { zh: `安排您${placed.zh}`, en: `go ${placed.en}` };
  return wording.isNew(person)
    ? { zh: "暂不为您安排学校", en: "get no school yet" }
    : { zh: "您留在原学校", en: "stay at your school" };
}

/** What any other place costs at the least. */
function anyText(
  { level, before, by, unit, othersHeld = false }: Extract<PlaceBound, { answer: "atLeast" }>,
  { person, placement }: WhyPerson,
  wording: Wording,
): Text {
  const others = othersHeld
    ? { zh: "其他人员的安排不变，若", en: ", with all others as they are placed," }
    : { zh: "无论怎样", en: ", in whatever way," };
  const asked = otherwiseText("stays" in placement, wording.isNew(person));
  const cost = leastCostText({ level, before, by, unit }, wording);
  return { zh: `${others.zh}${asked.zh}，${cost.zh}。`, en: `${asked.en}${others.en} ${cost.en}.` };
}

/** What a bound says of an aim, after what would be done otherwise. */
export function leastCostText(
  { level, before, by, unit }: Pick<Extract<PlaceBound, { answer: "atLeast" }>, "level" | "before" | "by" | "unit">,
  wording: Wording,
): Text {
  const [aim, worse] = [quoted(wording.level(level)), worseToldText({ before, after: before + by, unit }, true)];
  const earlier = wording.isFirst(level) ? same("") : { zh: "，或者排在其前的目标变差", en: ", or an aim before it" };
  return {
    zh: `全县${aim.zh}${worse.zh}${earlier.zh}`,
    en: `makes ${aim.en} of the county ${worse.en}${earlier.en}`,
  };
}

/** What every other place costs at the least, behind one that was found. */
function restText(
  { level, before, by, unit }: Extract<PlaceBound, { answer: "atLeast" }>,
  stays: boolean,
  wording: Wording,
): Text {
  const [aim, worse] = [quoted(wording.level(level)), worseToldText({ before, after: before + by, unit }, true)];
  const other = stays ? "改为安排您交流的其他办法" : "对您的其他安排";
  const earlier = wording.isFirst(level) ? same("") : { zh: "，或者使排在其前的目标变差", en: ", or an aim before it" };
  return {
    zh: `${other}也都会使${aim.zh}${worse.zh}${earlier.zh}。`,
    en: `Any other place makes ${aim.en} ${worse.en}${earlier.en}.`,
  };
}

/** By how much an aim is worse, told to somebody to whom points do not say which way is better. */
function worseToldText(difference: Parameters<typeof worseText>[0], isBound: boolean): Text {
  const { zh, en } = worseText(difference, isBound);
  return difference.unit === "points" ? { zh: `${zh}（分数越小越好）`, en: `${en} (less is better)` } : { zh, en };
}

/** What is supposed: any place but that of the plan. */
function otherwiseText(stays: boolean, isNew: boolean): Text {
  if (stays) return isNew ? NEW_GOES : { zh: "改为安排您交流", en: "To have you go" };
  return isNew ? NEW_ELSEWHERE : { zh: "改变对您的安排（留任或到其他岗位）", en: "To have you stay or go elsewhere" };
}

const NEW_GOES: Text = { zh: "为您安排学校", en: "To give you a school" };
const NEW_ELSEWHERE: Text = { zh: "改变对您的安排（到其他岗位或暂不安排）", en: "To place you elsewhere or not yet" };
