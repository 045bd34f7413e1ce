import { postName } from "../instance/cells.ts";
import type { Issue } from "../instance/issue.ts";
import { namesOf } from "../plan/names.ts";
import type { PlanFacts } from "../recount/facts.ts";

/**
 * Returns a warning for every post that somebody moves to and that holds, with everybody who is there after the plan, less
 * than half a load of periods for the last of them: posts are whole people, and a few periods a week are rounded up. What
 * those who come teach for other posts of the school is part of their load.
 */
export function partLoads(facts: PlanFacts): readonly Issue[] {
  const { eligibility, moves, cellAfter } = facts;
  const { county } = eligibility;
  const names = namesOf(county.instance);
  const beside = besideMoves(facts);
  return [...new Set(moves.map(({ cell }) => cell))]
    .sort((a, b) => a - b)
    .flatMap((index): Issue[] => {
      const cell = county.cells[index];
      const periods = cell?.kind === "teaching" ? cell.periods : undefined;
      if (cell === undefined || periods === undefined) return [];
      const heads = cellAfter[index] as number;
      // What is left for the last one when the others teach full loads.
      const rest = periods.needed - periods.fullLoad * (heads - 1) + (beside.get(index) ?? 0);
      if (2 * rest >= periods.fullLoad) return [];
      const post = postName(cell);
      const { zh, en } = names.subject({ kind: "post", post });
      const given = Math.max(0, rest);
      return [
        {
          code: "part-load-post",
          severity: "warning",
          path: ["posts", post, "periodsPerWeek"],
          received: String(periods.needed),
          expected: String(periods.fullLoad * heads),
          message: {
            zh: `${zh}岗位每周共${periods.needed}课时，调配后有${heads}人，最后一人每周只有${given}课时，不足满工作量${periods.fullLoad}课时的一半`,
            en: `Post ${en}: ${periods.needed} periods a week and ${heads} people after the plan; ${given} periods are left for the last of them, less than half of a full load of ${periods.fullLoad}`,
          },
          advice: {
            zh: "可由附近学校教师走教或兼课（政策规则 itinerant），或在岗位表中直接填写需要人数",
            en: "Let teachers of schools near by teach there beside their own post (rule itinerant), or state the heads of the post",
          },
        },
      ];
    });
}

/** Returns the periods that those who come to a post teach for other posts of the school, by the post entered. */
function besideMoves({ moves, itineraries }: PlanFacts): ReadonlyMap<number, number> {
  const entered = new Map(moves.map(({ person, cell }) => [person, cell]));
  const found = new Map<number, number>();
  for (const { person, periods } of itineraries) {
    const cell = entered.get(person);
    if (cell !== undefined) found.set(cell, (found.get(cell) ?? 0) + periods);
  }
  return found;
}
