import type { Checked, Text } from "@lungang/core";
import { readAppointment } from "../market/appointment-document.ts";
import { heldByFloors } from "./held-by-floors.ts";
import type { Market } from "../market/market.ts";
import { preparedMarket } from "../market/prepare.ts";
import type { Rule } from "../market/rule.ts";
import { CLAIMS } from "../properties/claims.ts";
import type { PropertyFinding, PropertyName, PropertyQuestion, ReasonNames } from "../properties/finding.ts";
import { PROPERTIES } from "../properties/properties.ts";
import { withinTitlePosts } from "../properties/titles.ts";

/** One property as it was checked. */
export interface CheckedProperty {
  readonly name: PropertyName;
  readonly text: Text;
  /** Empty where the property holds. */
  readonly findings: readonly PropertyFinding[];
}

/** What the check of an appointment found. */
export interface VerifyReport {
  readonly rule: Rule;
  /** Whether every property that the rule claims holds. */
  readonly holds: boolean;
  readonly properties: readonly CheckedProperty[];
}

/** How an appointment is checked. */
export interface VerifyOptions {
  /** @defaultValue the rule that the appointment names, or acceptance where it names none */
  readonly rule?: Rule;
  /** What people and posts are called in the findings. @defaultValue their ids */
  readonly names?: ReasonNames;
}

/**
 * Checks an appointment, by whomever it was made, against every property that a rule claims.
 *
 * Shares no code with the rules: it reads the words of the market and the lines of the appointment.
 *
 * @param data - an appointment of the format `lungang-appointment-1`; person and post of each line are enough
 * @returns the properties with every place where one does not hold, or what is wrong with the lines
 */
export function verifyAppointment(
  market: Market,
  data: unknown,
  { rule, names = {} }: VerifyOptions = {},
): Checked<VerifyReport> {
  const read = readAppointment(market, data);
  if (!read.ok) return read;
  const { placement } = read.value;
  const against = rule ?? read.value.rule ?? { name: "acceptance" };
  // Only an appointment of ours says whom a floor held.
  const held = read.value.rule === undefined ? heldByFloors(market, placement) : read.value.held;
  const properties = checkPlacement({ market, placement, held, names }, against);
  const holds = properties.every((property) => property.findings.length === 0);
  return { ok: true, value: { rule: against, holds, properties }, warnings: read.warnings };
}

/** Checks where everybody is against every property that a rule claims. */
export function checkPlacement(
  question: Pick<PropertyQuestion, "market" | "placement" | "held" | "names">,
  rule: Rule,
): readonly CheckedProperty[] {
  const { titleLimits } = question.market;
  const asked: PropertyQuestion = {
    ...question,
    market: preparedMarket(withinTitlePosts(question), rule.name),
    ...(rule.name === "cycles" ? { longest: rule.longest, vacancies: rule.vacancies } : {}),
  };
  const names = titleLimits.length === 0 ? CLAIMS[rule.name] : [...CLAIMS[rule.name], "titlesKept" as const];
  return names.map((name) => {
    const { text, check } = PROPERTIES[name];
    return { name, text: titleLimits.length === 0 ? text : withinTitles(name, text), findings: check(asked) };
  });
}

/** Promises about wishes: where levels of titles are limited, a wish that a full level rules out does not count. */
const OF_WISHES: ReadonlySet<PropertyName> = new Set([
  "noJustifiedEnvy",
  "fairAmongFree",
  "noWaste",
  "noBlockingPair",
  "noImprovingTrade",
  "noShortCircle",
]);

/** Says of a promise that it leaves out whom full title posts keep away: a reader who finds one listed must not read a lie. */
function withinTitles(name: PropertyName, { zh, en }: Text): Text {
  if (!OF_WISHES.has(name)) return { zh, en };
  return { zh: `${zh}（因职称岗位已满不能聘任的除外）`, en: `${en} (but whom full title posts keep away)` };
}
