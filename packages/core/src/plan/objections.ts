import type { IsoDate } from "../instance/calendar.ts";
import type { Instance } from "../instance/instance.ts";
import { dateText } from "../instance/date-text.ts";
import type { Text } from "../instance/issue.ts";
import type { PolicyTerms } from "../policy/policy.ts";

/** Of a policy, what says how long a plan is published and where objections go. */
export interface ObjectionTerms extends Pick<PolicyTerms, "publication"> {
  /** @defaultValue nothing is said of how long */
  readonly calendar?: Pick<PolicyTerms["calendar"], "publicityDays" | "deadlines"> | undefined;
}

/**
 * How far the procedure of a plan has come: the first and last day of its publicity, or that it is final and people appeal.
 *
 * @public
 */
export type ObjectionStage = { readonly start: IsoDate; readonly end: IsoDate } | "final";

/**
 * Returns until when and how people may object to a plan, as a part of a sentence that says to what.
 *
 * @param stage - how far its procedure has come; by default what the policy says of the time
 * @public
 */
export function objectionText(
  { calendar = {}, publication }: ObjectionTerms,
  { planYear, county: { name, authority } }: Pick<Instance, "planYear" | "county">,
  stage?: ObjectionStage,
): Text {
  if (stage === "final")
    return appealText(authority ?? `${name}教育局`, authority ?? `the education bureau of ${name}`);
  const within =
    stage === undefined
      ? periodText(calendar, planYear)
      : inPublicity([spanOfDays(dateText(stage.start), dateText(stage.end))]);
  const how = publication?.objections ?? {
    zh: `以书面形式向${authority ?? `${name}教育局`}提出，并附有关材料`,
    en: `in writing to ${authority ?? `the education bureau of ${name}`}, with what proves them`,
  };
  return { zh: `请在${within.zh}${how.zh}`, en: `${how.en}, ${within.en}` };
}

/** Publicity is over: what remains is an appeal, and no clause says another way for it. */
function appealText(zh: string, en: string): Text {
  return {
    zh: `公示期已满、方案已经定稿，仍可以书面形式向${zh}提出申诉，并附有关材料`,
    en: `as an appeal in writing to ${en}, with what proves it: publicity is over and the plan is final`,
  };
}

function spanOfDays(start: Text, end: Text): Text {
  return { zh: `${start.zh}至${end.zh}`, en: `${start.en} to ${end.en}` };
}

function inPublicity(known: readonly Text[]): Text {
  return {
    zh: `公示期（${known.map(({ zh }) => zh).join("，")}）内`,
    en: `while the plan is published (${known.map(({ en }) => en).join(", ")})`,
  };
}

function periodText(
  { publicityDays: days, deadlines: { start, end } = {} }: NonNullable<ObjectionTerms["calendar"]>,
  year: number,
) {
  const count = days === undefined ? [] : [{ zh: `${days}个工作日`, en: `${days} working days` }];
  const day = (monthDay: string) => dateText(`${year}-${monthDay}`);
  const span =
    end === undefined
      ? []
      : start === undefined
        ? [{ zh: `至${day(end).zh}止`, en: `until ${day(end).en}` }]
        : [spanOfDays(day(start), day(end))];
  const known = [...span, ...count];
  if (known.length === 0) return { zh: "公示期内（起止日期以公示通知为准）", en: "while the plan is published" };
  return inPublicity(known);
}
