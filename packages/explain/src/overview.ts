import { indexCounty, postName } from "@lungang/core";
import type { DecidedCounty } from "@lungang/core/policy";
import { decideEligibility } from "@lungang/core/policy";
import type { PlanFacts } from "@lungang/core/recount";
import { needOf } from "@lungang/core/recount";
import type { Plan } from "@lungang/core/plan";
import { measureSchema } from "@lungang/core/plan";
import { z } from "zod";
import type { PlanGround } from "./explained.ts";
import { factsOf } from "./person-facts.ts";

const heads = z.int().min(0);

const postSchema = z.strictObject({
  school: z.string(),
  post: z.string(),
  teaching: z.boolean(),
  demand: heads,
  before: heads,
  after: heads,
  missingBefore: heads,
  missingAfter: heads,
});

/**
 * Shape of a plan at a glance: who moves, what it reaches, what gets better and worse.
 *
 * @public
 */
export const overviewSchema = z.strictObject({
  schools: heads,
  people: heads,
  exchanged: heads,
  recruits: heads,
  returned: heads,
  settled: heads,
  /** Heads that posts of schools in scope lack, and how many of them are new, at which schools (the most first). */
  missing: z.strictObject({ before: heads, after: heads, grown: heads, grownAt: z.array(z.string()) }),
  /** Posts that lack heads before or after the plan; those that lose the most come first. */
  posts: z.array(postSchema),
  /** Teaching posts that the plan leaves without anybody, though somebody was there. */
  emptied: z.array(postSchema),
  /** Numbers of rules with how far each is from being missed; absent where it has to be exact. */
  measures: z.array(measureSchema.extend({ slack: z.number().nullable() })),
  /** Numbers of which less is better, before and after; those that get worse come first. */
  changes: z.array(
    z.strictObject({
      indicator: z.string(),
      before: z.number(),
      after: z.number(),
      change: z.enum(["worse", "same", "better"]),
    }),
  ),
  /** Who applied, who of them goes, and who stays for want of a fitting post or because others were chosen. */
  volunteers: z.strictObject({ applied: heads, placed: heads, withoutPost: heads, waiting: heads }),
  /** From home to the new school, over exchanges whose distance is known. */
  distances: z.strictObject({
    known: heads,
    meanMetres: z.number().nullable(),
    farthest: z.strictObject({ person: z.string(), metres: z.number() }).nullable(),
  }),
  /** People between townships; null for recruits and for schools without a township. */
  flows: z.array(z.strictObject({ from: z.string().nullable(), to: z.string().nullable(), people: heads })),
});

/**
 * A plan at a glance; see {@link overviewSchema}.
 *
 * @public
 */
export type Overview = z.infer<typeof overviewSchema>;

type PostChange = z.infer<typeof postSchema>;

/**
 * Returns a plan at a glance, recounted from its lines.
 *
 * @public
 */
export function overviewOf({ instance, policy, locks, plan }: PlanGround): Overview {
  const eligibility = decideEligibility(indexCounty(instance).county, policy, locks ?? []);
  const facts = factsOf({ plan, policy, eligibility });
  const all = postChanges(facts);
  const posts = all.filter(({ missingBefore, missingAfter }) => missingBefore + missingAfter > 0).sort(byLoss);
  const recruits = plan.moves.filter(({ form }) => form === "recruit").length;
  const settled = plan.returns.filter(({ settles }) => settles).length;
  return {
    schools: eligibility.inScope.reduce((sum, inside) => sum + inside, 0),
    people: eligibility.decisions.filter(({ standing }) => standing !== "outOfScope").length,
    exchanged: plan.moves.length - recruits,
    recruits,
    returned: plan.returns.length - settled,
    settled,
    missing: missingOf(all),
    posts,
    emptied: all.filter(({ teaching, demand, before, after }) => teaching && demand > 0 && before > 0 && after === 0),
    measures: plan.measures.map((measure) => ({ ...measure, slack: slackOf(measure) })),
    changes: changesOf(plan),
    volunteers: volunteersOf(plan, eligibility),
    distances: distancesOf(plan),
    flows: flowsOf(plan, eligibility),
  };
}

function postChanges({ eligibility, cellBefore, cellAfter }: PlanFacts): PostChange[] {
  const { county, inScope } = eligibility;
  return county.cells.flatMap((cell, index): PostChange[] => {
    if (inScope[cell.school] !== 1) return [];
    const [before, after] = [cellBefore[index] as number, cellAfter[index] as number];
    const demand = needOf(county, cellAfter, index);
    return [
      {
        school: county.schools[cell.school]?.id ?? "",
        post: postName(cell),
        teaching: cell.kind === "teaching",
        demand,
        before,
        after,
        missingBefore: Math.max(0, needOf(county, cellBefore, index) - before),
        missingAfter: Math.max(0, demand - after),
      },
    ];
  });
}

function byLoss(a: PostChange, b: PostChange): number {
  const grown = (post: PostChange) => post.missingAfter - post.missingBefore;
  return grown(b) - grown(a) || b.missingAfter - a.missingAfter;
}

function missingOf(posts: readonly PostChange[]): Overview["missing"] {
  const grown = posts.filter(({ missingBefore, missingAfter }) => missingAfter > missingBefore);
  const bySchool = new Map<string, number>();
  for (const { school, missingBefore, missingAfter } of grown)
    bySchool.set(school, (bySchool.get(school) ?? 0) + missingAfter - missingBefore);
  return {
    before: sum(posts.map(({ missingBefore }) => missingBefore)),
    after: sum(posts.map(({ missingAfter }) => missingAfter)),
    grown: sum([...bySchool.values()]),
    grownAt: [...bySchool].sort(([, a], [, b]) => b - a).map(([school]) => school),
  };
}

function slackOf({ sense, value, target }: Plan["measures"][number]): number | null {
  if (sense === "equal") return null;
  return sense === "atLeast" ? value - target : target - value;
}

/** Indicators of which less is better. */
const LESS_IS_BETTER =
  /^(?:backboneCv|seniorCv|subjectShortfall|postShortfall|overEstablishment|underEstablishment)\b/u;
const ORDER = ["worse", "better", "same"];

function changesOf({ indicators }: Plan): Overview["changes"] {
  return Object.entries(indicators)
    .flatMap(([key, before]): Overview["changes"] => {
      const indicator = key.replace(/\.before$/u, "");
      const after = indicators[`${indicator}.after`] ?? null;
      if (indicator === key || !LESS_IS_BETTER.test(key) || before === null || after === null) return [];
      return [{ indicator, before, after, change: after > before ? "worse" : after < before ? "better" : "same" }];
    })
    .sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
}

function volunteersOf({ moves, stays }: Plan, { county, decisions }: DecidedCounty): Overview["volunteers"] {
  const applied = new Set(
    decisions.flatMap(({ volunteer, standing }, at) =>
      volunteer && standing !== "outOfScope" ? [county.persons[at]?.id ?? ""] : [],
    ),
  );
  const staying = (reason: Plan["stays"][number]["reason"]) =>
    stays.filter((stay) => stay.reason === reason && applied.has(stay.person)).length;
  return {
    applied: applied.size,
    placed: moves.filter(({ person }) => applied.has(person)).length,
    withoutPost: staying("noPost"),
    waiting: staying("notChosen"),
  };
}

function distancesOf({ moves }: Plan): Overview["distances"] {
  const ways = moves.flatMap(({ person, form, distanceMetres: metres }) =>
    form === "recruit" || metres === null ? [] : [{ person, metres }],
  );
  const farthest = ways.reduce<(typeof ways)[number] | null>(
    (far, way) => (far === null || way.metres > far.metres ? way : far),
    null,
  );
  const total = sum(ways.map(({ metres }) => metres));
  return { known: ways.length, meanMetres: ways.length === 0 ? null : total / ways.length, farthest };
}

function flowsOf({ moves, returns }: Plan, { county }: DecidedCounty): Overview["flows"] {
  const townshipOf = (school: string | null) =>
    county.schools[county.schoolIndex.get(school ?? "") ?? -1]?.township ?? null;
  const counts = new Map<string, Overview["flows"][number]>();
  for (const line of [...moves, ...returns.filter(({ settles }) => !settles)]) {
    const [from, to] = [townshipOf(line.from), townshipOf(line.to)];
    const key = JSON.stringify([from, to]);
    counts.set(key, { from, to, people: (counts.get(key)?.people ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
