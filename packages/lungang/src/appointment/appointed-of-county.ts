import { postsOfCounty } from "@lungang/appointment/posts";
import type { Checked, Issue, Text } from "@lungang/core";
import { NONE, checked, postName } from "@lungang/core";
import type { PlanMove } from "@lungang/core/plan";
import type { AppointmentList } from "@lungang/tabular";
import type { PlanEnds } from "../case/plan-ends.ts";
import { endsOfPlan } from "../case/plan-ends.ts";
import type { PlanOfCase } from "../explain/reasons-of-plan.ts";
import { withPostIds } from "./post-names.ts";

/** Whom a competition brings to another post than the plan leaves them at. */
export type AppointedPeople = readonly Pick<PlanMove, "person" | "post">[];

/**
 * Returns who has another post by the list of an appointment than by the plan of the year, as the county names people and posts.
 *
 * @returns the people, with warnings of whom the list leaves without a post or the county does not have; or which lines name
 * posts that the county does not have, or people whom the plan moves elsewhere
 * @public
 */
export function appointedOfCounty(
  written: AppointmentList,
  { planningCase, plan }: PlanOfCase,
): Checked<AppointedPeople> {
  const ends = endsOfPlan(planningCase, plan);
  const { county } = ends.eligibility;
  const list = withPostIds(postsOfCounty(planningCase.instance), written);
  const cellOf = new Map(county.cells.flatMap(({ key, posts }, at) => [key, ...posts].map((id) => [id, at])));
  const issues: Issue[] = [];
  const appointed: { readonly person: string; readonly post: string }[] = [];
  list.lines.forEach(({ person: id, post }, at) => {
    const person = county.personIndex.get(id) ?? NONE;
    const cell = post === null ? NONE : (cellOf.get(post) ?? NONE);
    const found = issueOf({ ends, person, cell }, { id, post });
    if (found !== undefined) issues.push(list.locate({ path: ["lines", at, found.field], ...found.issue }));
    else if (ends.endOf[person] !== cell) appointed.push({ person: id, post: postName(county.cells[cell] as Cell) });
  });
  return checked(appointed, issues);
}

type Cell = PlanEnds["eligibility"]["county"]["cells"][number];

interface Line {
  readonly ends: PlanEnds;
  /** Positions in the county, {@link NONE} for what it does not have. */
  readonly person: number;
  readonly cell: number;
}

interface Found {
  readonly field: "person" | "post";
  readonly issue: Issue;
}

/** What keeps a line from saying where somebody is next year. */
function issueOf(
  { ends, person, cell }: Line,
  { id, post }: { readonly id: string; readonly post: string | null },
): Found | undefined {
  if (person === NONE) return { field: "person", issue: issueFor("warning", id, NEWCOMER) };
  const name = ends.eligibility.county.persons[person]?.name ?? id;
  if (post === null) return { field: "person", issue: issueFor("warning", name, WITHOUT_POST) };
  if (cell === NONE) return { field: "post", issue: issueFor("error", post, OTHER_POST) };
  if (ends.movers.has(person) && ends.endOf[person] !== cell)
    return { field: "person", issue: issueFor("error", name, MOVED_BOTH) };
  return undefined;
}

function issueFor(
  severity: Issue["severity"],
  received: string,
  { code, message, advice }: { readonly code: Issue["code"]; readonly message: Text; readonly advice: Text },
): Issue {
  return { code, severity, received, message, advice };
}

const NEWCOMER = {
  code: "not-in-county",
  message: { zh: "县域数据中没有此人，没有写入下一年", en: "The county has nobody of this id: not in the next year" },
  advice: { zh: "新聘人员请在“人员”表补上", en: "Add who is new to the sheet of people" },
} as const;

const WITHOUT_POST = {
  code: "appointed-to-none",
  message: { zh: "未聘到岗位，仍列在原学校", en: "Has no post and still stands at the school that was left" },
  advice: {
    zh: "安置以后请在“人员”表改填学校和岗位",
    en: "Change school and post in the sheet of people once a place is found",
  },
} as const;

const OTHER_POST = {
  code: "not-in-county",
  message: { zh: "县域数据中没有这个岗位", en: "The county has no such post" },
  advice: {
    zh: "请按县域数据的岗位编号或“学校 学科”填写；竞聘工作簿宜用 lungang init --appoint --instance 写出",
    en: "Write the id of the post in the county, or school and subject; lungang init --appoint --instance has them",
  },
} as const;

const MOVED_BOTH = {
  code: "applies-and-rotates",
  message: {
    zh: "既由交流轮岗方案安排，又聘到另外的岗位，无从确定下一年在何处",
    en: "Is moved by the rotation plan and appointed elsewhere: where the person is next year is not said",
  },
  advice: {
    zh: "请核对：方案之后的竞聘用 lungang appoint --after 办理，由方案安排的人员不再参加",
    en: "Check both: with lungang appoint --after people whom the plan moves do not compete",
  },
} as const;
