import type { Instance, IsoDate, Issue, Person } from "@lungang/core";
import { retirementDate } from "@lungang/core";
import { dateText, namesOf } from "@lungang/core/plan";

/** Returns how many people are in post in one year and out of it in the next. */
export function retiredBetween(before: Instance, after: Instance): number {
  const inPost = new Set(before.persons.flatMap(({ id, inPost: isIn }) => (isIn ? [id] : [])));
  return after.persons.filter(({ id, inPost: isIn }) => !isIn && inPost.has(id)).length;
}

/** Names that one sentence holds. */
const MOST_NAMED = 20;

/**
 * Returns who may have retired by a day and of whom nobody can say: women without a category, of the age at which the earliest
 * category retires. They stay in post, so they have to be asked for.
 */
export function unknownRetirements(instance: Instance, day: IsoDate): readonly Issue[] {
  const unknown = instance.persons.filter((person) => mayBeRetired(person, day));
  if (unknown.length === 0) return [];
  const names = namesOf(instance);
  const named = unknown.slice(0, MOST_NAMED).map(({ id }) => names.person(id));
  const more = unknown.length > MOST_NAMED;
  const on = dateText(day);
  return [
    {
      code: "retirement-unknown",
      severity: "warning",
      path: ["persons"],
      message: {
        zh: `${unknown.length} 名女教职工没有填写“退休类别”，按最早的类别（女工人）到${on.zh}已到龄，是否退休无法判断，仍列为在岗：${named.join("、")}${more ? "等" : ""}`,
        en: `${unknown.length} women without a category of retirement may have retired by ${on.en}, at the earliest age for women, and stay in post: ${named.join(", ")}${more ? " and others" : ""}`,
      },
      advice: {
        zh: "请在“人员”表填写“退休类别”（女干部或女工人）；已退休的，“在岗”列填“否”",
        en: "Fill in 退休类别 (女干部, 女工人) in the sheet of people; who has retired is out of post: 否 under 在岗",
      },
    },
  ];
}

function mayBeRetired({ inPost, sex, birthDate, retireCategory }: Person, day: IsoDate): boolean {
  return inPost && sex === "female" && retireCategory === undefined && retirementDate(birthDate, "female50") < day;
}
