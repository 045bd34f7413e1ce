import type { Issue } from "@lungang/core";
import type { SurplusAnswer, SurplusQuestion } from "@lungang/appointment";
import { checkSurplus, loadSurplus, surplus } from "@lungang/appointment";
import type { AppointmentRows } from "@lungang/tabular";
import type { CountedPoints } from "./points-of.ts";
import { marketPoints } from "./points-of.ts";

/** Who is surplus where more people hold a post than it has heads. */
export interface SurplusPeople {
  readonly answers: readonly SurplusAnswer[];
  /** What was decided: undefined where the settings do not say how, or it could not be. */
  readonly question: SurplusQuestion | undefined;
  /** People who have to leave their post. */
  readonly leaving: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/** A post with more people than heads. */
interface OverfullPost {
  readonly post: AppointmentRows["posts"][number];
  readonly heads: number;
  readonly people: readonly AppointmentRows["people"][number][];
}

/** Posts that more people hold than they have heads, with those people. */
export function overfullPosts({ posts, people, placed }: AppointmentRows): readonly OverfullPost[] {
  const holders = new Map<string, AppointmentRows["people"][number][]>();
  for (const person of people) {
    const { ownPost, ownPostIs } = person;
    if (ownPost === undefined || ownPostIs === "leaves") continue;
    const list = holders.get(ownPost) ?? [];
    holders.set(ownPost, list);
    list.push(person);
  }
  const taken = new Map<string, number>();
  for (const { post, occupies } of placed) if (occupies !== false) taken.set(post, (taken.get(post) ?? 0) + 1);
  return posts.flatMap((post) => {
    const heads = Math.max(0, (post.capacity ?? Infinity) - (taken.get(post.id) ?? 0));
    const held = holders.get(post.id) ?? [];
    return held.length > heads ? [{ post, heads, people: held }] : [];
  });
}

/** Decides who is surplus (S7) where the settings say how; the answer is checked by code that shares none with it. */
export function surplusOf(rows: AppointmentRows, { sheets, isBroken }: CountedPoints): SurplusPeople {
  const { settings } = rows;
  if (settings.surplus === undefined || isBroken) return NOBODY;
  const groups = overfullPosts(rows);
  const question = loadSurplus({
    format: "lungang-surplus-1",
    order: settings.surplus,
    volunteerOrder: settings.volunteerOrder ?? settings.surplus,
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    groups: groups.map(({ post, heads, people }) => ({
      id: post.id,
      school: post.school,
      ...(post.subject === undefined ? {} : { subject: post.subject }),
      posts: heads,
      people: people.map(({ id, points, volunteers, isProtected }) => {
        const sheet = sheets.get(id);
        const counted = sheet === undefined ? (points === undefined ? {} : { points }) : marketPoints(sheet);
        return { id, ...counted, volunteers: volunteers === true, isProtected: isProtected === true };
      }),
    })),
  });
  const unasked = volunteersUnordered(rows, groups);
  if (!question.ok) {
    const issues = question.issues.map((issue) => inRows(issue, rows, groups));
    return { ...NOBODY, issues: [...unasked, ...issues] };
  }
  const answers = surplus(question.value);
  if (checkSurplus(question.value, answers).length > 0) throw new Error("Who is surplus failed its check");
  return {
    question: question.value,
    answers: answers.filter(({ excess }) => excess > 0),
    leaving: new Set(answers.flatMap((answer) => answer.leaving.map(({ id }) => id))),
    issues: [...unasked, ...unresolved(rows, answers)],
  };
}

const NOBODY: SurplusPeople = { answers: [], question: undefined, leaving: new Set(), issues: [] };

type Groups = readonly OverfullPost[];

/** More volunteers than have to leave: who of them goes is for the authority to say. */
function volunteersUnordered({ settings }: AppointmentRows, groups: Groups): readonly Issue[] {
  if (settings.volunteerOrder !== undefined) return [];
  const found = groups.find(
    ({ heads, people }) => people.filter(({ volunteers }) => volunteers === true).length > people.length - heads,
  );
  if (found === undefined) return [];
  return [
    {
      code: "volunteer-order-missing",
      severity: "error",
      path: ["settings", "volunteerOrder"],
      message: {
        zh: `岗位“${found.post.id}”自愿分流的人多于须分流的人数，没有规定谁先走`,
        en: `More people of post "${found.post.id}" volunteer than have to leave, and nothing says who goes first`,
      },
      advice: { zh: "请在“参数”表填写自愿者分流次序", en: "Give the order of volunteers in the settings" },
    },
  ];
}

function unresolved({ posts }: AppointmentRows, answers: readonly SurplusAnswer[]): readonly Issue[] {
  return answers.flatMap(({ group, unresolved: left }): readonly Issue[] =>
    left === 0
      ? []
      : [
          {
            code: "surplus-unresolved",
            severity: "warning",
            path: ["posts", posts.findIndex(({ id }) => id === group), "capacity"],
            received: String(left),
            message: {
              zh: `岗位“${group}”仍超岗 ${left} 人：其余人员均不得分流`,
              en: `Post "${group}" stays ${left} people beyond its heads: nobody left may be asked to leave`,
            },
            advice: { zh: "超岗期间该岗位只出不进", en: "Nobody new comes to the post while that is so" },
          },
        ],
  );
}

/** Problems of the question name groups and members by number; the workbook has rows of people. */
function inRows(issue: Issue, { people }: AppointmentRows, groups: Groups): Issue {
  const [, group, , member, ...rest] = issue.path ?? [];
  if (issue.code === "draw-seed-missing") return { ...issue, path: ["settings", "seed"] };
  const id = groups[Number(group)]?.people[Number(member)]?.id;
  return id === undefined ? issue : { ...issue, path: ["people", people.findIndex((row) => row.id === id), ...rest] };
}
