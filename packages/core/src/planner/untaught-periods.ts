import type { Cell } from "../instance/cells.ts";
import { postName } from "../instance/cells.ts";
import { needOf, openBeyond } from "../instance/joined.ts";
import type { Issue, Text } from "../instance/issue.ts";
import { namesOf } from "../plan/names.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { untaughtByCell } from "../recount/periods.ts";

/** So many posts are named. */
const NAMED = 5;

/**
 * Returns a warning about posts that lack no head and of which weekly periods stay untaught all the same: what is left
 * beside full loads is no post where teachers of other schools may come for it, and nobody does.
 */
export function untaughtPeriods(facts: PlanFacts): readonly Issue[] {
  const { eligibility, cellAfter } = facts;
  const { county, policy } = eligibility;
  if ((policy.periodForms ?? []).length === 0) return [];
  const left = [...untaughtByCell(facts)]
    .filter(([index]) => (cellAfter[index] as number) >= needOf(county, cellAfter, index))
    // Whoever comes to joined posts that lack a head teaches them.
    .filter(([index]) => !isShortTogether(facts, index))
    .map(([index, periods]) => ({ cell: county.cells[index] as Cell, periods }))
    .filter(({ cell }) => cell.periods?.giveHeads === true);
  const [first] = left;
  if (first === undefined) return [];
  const names = namesOf(county.instance);
  const told = left.slice(0, NAMED).map(({ cell, periods }) => {
    const { zh, en } = names.subject({ kind: "post", post: postName(cell) });
    return { zh: `${zh}${periods}课时`, en: `${en} ${periods}` };
  });
  const all = left.reduce((sum, { periods }) => sum + periods, 0);
  return [
    {
      code: "untaught-periods",
      severity: "warning",
      path: ["posts", postName(first.cell), "periodsPerWeek"],
      received: String(all),
      message: {
        zh: `${left.length}个岗位不缺整人，但每周仍有${all}课时无人任教：${told.map(({ zh }) => zh).join("、")}${left.length > NAMED ? "等" : ""}`,
        en: `${left.length} posts lack no whole teacher, and ${all} periods a week stay untaught: ${told.map(({ en }) => en).join(", ")}${left.length > NAMED ? ", ..." : ""}`,
      },
      advice: adviceFor(
        facts,
        left.map(({ cell }) => cell),
      ),
    },
  ];
}

function isShortTogether({ eligibility: { county }, cellAfter }: PlanFacts, index: number): boolean {
  const joined = county.cells[index]?.joined;
  return joined !== undefined && openBeyond(county, cellAfter, joined) > 0;
}

/** What to do: recruits who were left without a school teach what nobody comes for, else loads are unknown, or too full. */
function adviceFor(facts: PlanFacts, cells: readonly Cell[]): Text {
  const { county, decisions } = facts.eligibility;
  const placed = new Set(facts.moves.map(({ person }) => person));
  const recruits = county.persons.filter(
    ({ subjects }, person) =>
      decisions[person]?.standing === "recruit" &&
      !placed.has(person) &&
      cells.some((cell) => subjects.some(({ subject, certified }) => certified && subject === cell.subject)),
  ).length;
  if (recruits > 0)
    return {
      zh: `有${recruits}名新教师未能安排学校，其学科正是这些岗位所缺：可在岗位表中为其中的岗位直接填写需要人数，由新教师任教，富余课时再到附近学校兼课`,
      en: `Recruits without a school who teach these subjects: ${recruits}. State the heads of some of these posts, so that recruits fill them and teach elsewhere what they have to spare`,
    };
  if (county.persons.every(({ weeklyLoad }) => weeklyLoad === undefined))
    return {
      zh: "没有人填写周课时，无法安排走教或兼课：请在人员表中填写周课时",
      en: "Nobody's weekly load is known, so that nobody can be sent for periods: fill it in for the people concerned",
    };
  return {
    zh: "请核对附近学校能任教教师的周课时、走教路程上限和学校数上限，或另行安排代课",
    en: "Check the weekly loads of those who teach the subject near by and the limits of ways and places, or find a substitute",
  };
}
