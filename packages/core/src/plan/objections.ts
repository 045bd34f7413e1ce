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
 * Returns until when and how people may object to a plan, as a part of a sentence that says to what.
 *
 * @public
 */
export function objectionText(
  { calendar = {}, publication }: ObjectionTerms,
  { planYear, county: { name, authority } }: Pick<Instance, "planYear" | "county">,
): Text {
  const within = periodText(calendar, planYear);
  const how = publication?.objections ?? {
    zh: `以书面形式向${authority ?? `${name}教育局`}提出，并附有关材料`,
    en: `in writing to ${authority ?? `the education bureau of ${name}`}, with what proves them`,
  };
  return { zh: `请在${within.zh}${how.zh}`, en: `${how.en}, ${within.en}` };
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
        : [{ zh: `${day(start).zh}至${day(end).zh}`, en: `${day(start).en} to ${day(end).en}` }];
  const known = [...span, ...count];
  if (known.length === 0) return { zh: "公示期内（起止日期以公示通知为准）", en: "while the plan is published" };
  return {
    zh: `公示期（${known.map(({ zh }) => zh).join("，")}）内`,
    en: `while the plan is published (${known.map(({ en }) => en).join(", ")})`,
  };
}
