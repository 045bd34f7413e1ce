import { returnDays } from "../eligibility/return-days.ts";
import type { IsoDate } from "../instance/calendar.ts";
import { addDays } from "../instance/calendar.ts";
import { postName } from "../instance/cells.ts";
import { dateText } from "../instance/date-text.ts";
import { needBeside } from "../instance/joined.ts";
import type { Issue } from "../instance/issue.ts";
import type { Names } from "../plan/names.ts";
import { namesOf } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import type { PlanFacts } from "../recount/facts.ts";
import { headsLater, withoutMoves } from "../recount/later-heads.ts";
import { schoolId, schoolsInScope } from "../recount/tally.ts";
import { gapIssues } from "./gap-issues.ts";
import { joinedShortfalls } from "./joined-shortfalls.ts";
import { partLoads } from "./part-loads.ts";
import { delicateMoves } from "./staff-warnings.ts";
import { untaughtPeriods } from "./untaught-periods.ts";

/**
 * Returns what a plan of one year leaves behind that no rule of its policy forbids: schools and posts that have too many
 * people when others come back, within the terms that it starts, gaps between schools that have become wider, posts that
 * lack heads together, whole people sent for a few periods, periods that nobody comes for, and people who move though their
 * state of health or family commonly keeps them where they are.
 */
export function planWarnings(plan: Plan, facts: PlanFacts): readonly Issue[] {
  return [
    ...overflows(plan, facts),
    ...gapIssues(plan, facts),
    ...joinedShortfalls(facts),
    ...partLoads(facts),
    ...untaughtPeriods(facts),
    ...delicateMoves(plan, facts),
  ];
}

/** A place that has more people on a day than it needs, and than it would have if nobody moved. */
interface Overflow {
  readonly day: string;
  readonly heads: number;
  readonly most: number;
}

/** The first overflow of each school and post, schools first. */
function overflows(plan: Plan, facts: PlanFacts): readonly Issue[] {
  const days = returnDays(facts.eligibility).filter((day) => isWithin(day, plan));
  const still = withoutMoves(facts);
  const schools = new Map<number, Overflow>();
  const posts = new Map<number, Overflow>();
  const { county, inScope } = facts.eligibility;
  for (const day of days) {
    const [later, unmoved] = [headsLater(facts, day), headsLater(still, day)];
    const note = (found: Map<number, Overflow>, place: number, { heads, otherwise, most }: Counts) => {
      if (heads > most && heads > otherwise && !found.has(place)) found.set(place, { day, heads, most });
    };
    for (const school of schoolsInScope(facts)) {
      const most = county.schools[school]?.establishment ?? Infinity;
      const [heads, otherwise] = [later.working[school] as number, unmoved.working[school] as number];
      note(schools, school, { heads, otherwise, most });
    }
    county.cells.forEach(({ school }, cell) => {
      const most = needBeside(county, { heads: later.cells, before: unmoved.cells }, cell);
      const [heads, otherwise] = [later.cells[cell] as number, unmoved.cells[cell] as number];
      if (inScope[school] === 1) note(posts, cell, { heads, otherwise, most });
    });
  }
  const names = namesOf(county.instance);
  return [
    ...inOrder(schools).map(([school, found]) => schoolOverflow(schoolId(facts, school), found, names)),
    ...inOrder(posts).map(([cell, found]) => postOverflow(facts, cell, { found, names })),
  ];
}

/** Returns whether something that the plan starts still holds the day before: for good, or until its term is over. */
function isWithin(day: IsoDate, { moves, returns }: Plan): boolean {
  const lasts = moves.some(({ end, relationMoves }) => end === null || relationMoves || addDays(end, 1) >= day);
  return lasts || returns.some(({ settles }) => settles);
}

interface Counts {
  readonly heads: number;
  readonly otherwise: number;
  readonly most: number;
}

function inOrder(found: ReadonlyMap<number, Overflow>): readonly (readonly [number, Overflow])[] {
  return [...found].sort(([a], [b]) => a - b);
}

const ADVICE = {
  zh: "请缩短有关交流期限、改派他处，或在返回日前另行安排",
  en: "Shorten the exchanges concerned, choose other schools, or make room before that day",
};

function schoolOverflow(school: string, { day, heads, most }: Overflow, names: Names): Issue {
  return {
    code: "overflow-at-return",
    severity: "warning",
    path: ["schools", school, "establishment"],
    received: String(heads),
    expected: String(most),
    message: {
      zh: `${names.school(school)}：${dateText(day).zh}交流人员返回后在岗${heads}人，超过编制${most}人`,
      en: `${names.school(school)}: when people come back on ${day}, ${heads} work there, more than the establishment of ${most}`,
    },
    advice: ADVICE,
  };
}

function postOverflow(
  { eligibility: { county } }: PlanFacts,
  index: number,
  { found, names }: { readonly found: Overflow; readonly names: Names },
): Issue {
  const cell = county.cells[index];
  const post = cell === undefined ? "" : postName(cell);
  const { zh, en } = names.subject({ kind: "post", post });
  const { day, heads, most } = found;
  return {
    code: "overflow-at-return",
    severity: "warning",
    path: ["posts", post, "capacity"],
    received: String(heads),
    expected: String(most),
    message: {
      zh: `${zh}岗位：${dateText(day).zh}交流人员返回后有${heads}人，需要${most}人`,
      en: `Post ${en}: when people come back on ${day}, ${heads} hold it and ${most} are needed`,
    },
    advice: ADVICE,
  };
}
