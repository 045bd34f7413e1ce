import type { Cell } from "../instance/cells.ts";
import { postName } from "../instance/cells.ts";
import type { Issue } from "../instance/issue.ts";
import { neededTogether, openBeyond } from "../instance/joined.ts";
import { namesOf } from "../plan/names.ts";
import type { PlanFacts } from "../recount/facts.ts";

/**
 * Returns a warning for posts that one person may join and that lack a head together beyond whole loads: the shortfall is told
 * at one of them, and somebody who comes to any of them fills it.
 */
export function joinedShortfalls({ eligibility: { county, inScope }, cellAfter }: PlanFacts): readonly Issue[] {
  const names = namesOf(county.instance);
  return county.joined.flatMap(({ cells }, at): Issue[] => {
    const posts = cells.map((index) => county.cells[index] as Cell);
    const [first] = posts;
    const missing = openBeyond(county, cellAfter, at);
    if (first === undefined || missing === 0 || inScope[first.school] !== 1) return [];
    const school = names.school(county.schools[first.school]?.id ?? "");
    const titles = posts.map((cell) => names.post(postName(cell)));
    const periods = posts.reduce((sum, cell) => sum + (cell.periods?.needed ?? 0), 0);
    const need = neededTogether(county, at);
    const there = cells.reduce((sum, index) => sum + (cellAfter[index] as number), 0);
    return [
      {
        code: "joined-posts-short",
        severity: "warning",
        path: ["posts", postName(first), "periodsPerWeek"],
        received: String(there),
        expected: String(need),
        message: {
          zh: `${school}的${titles.map(({ zh }) => zh).join("、")}岗位可由一人兼任：每周共${periods}课时，合计需要${need}人，调配后有${there}人，还缺可在其中任一岗位任教的教师${missing}人`,
          en: `${school}: one person may join the posts ${titles.map(({ en }) => en).join(", ")}: ${periods} periods a week in all, ${need} people needed together, ${there} there after the plan; missing in any of the posts: ${missing}`,
        },
        advice: {
          zh: "到其中任何一个岗位的教师均可补足，最好能兼任其余学科；方案把所缺人数列在满工作量之外课时最多的岗位",
          en: "Whoever comes to any of these posts fills it, best somebody who teaches the other subjects too; the plan lists what is missing at the post with the most periods beyond full loads",
        },
      },
    ];
  });
}
