import { planCounty, postName } from "@lungang/core";
import type { Question, SchoolQuestion } from "@lungang/core/plan";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { Draws, seedOf } from "@lungang/solver-testkit";
import { afterAll, expect, test } from "vitest";
import { cases, isCampaign } from "../../../scripts/campaign-size.ts";
import { comparedAgain } from "../src/compared-again.ts";
import type { Explained } from "../src/index.ts";
import { whyNot, whyNotSchool } from "../src/index.ts";
import { nearestAgain } from "../src/explained.ts";
import { madeUpCounty } from "./made-up-county.ts";

/**
 * Answers from the first level that differs against a plan made again from nothing that earlier levels had found.
 * `npm run campaign -- 40 packages/explain/test/ask-again` asks 160 questions at 20 schools.
 */

const SCHOOLS = isCampaign ? 20 : 8;

const network = createNetworkSolver({ finisher: createHighsSolver() });

afterAll(() => network.close());

test(
  "a question answered from the first level that differs has the answer of a plan made again",
  { timeout: 3_600_000 },
  async () => {
    const request = { ...madeUpCounty(SCHOOLS), solver: network, limits: { relativeGap: 0 } };
    const outcome = await planCounty(request);
    if (outcome.status !== "planned") throw new Error(outcome.status);
    const made = { request, outcome };
    const seen: Record<string, number> = {};
    const told: unknown[][] = [];
    const draws = new Draws(seedOf(31, 0));
    for (let k = 0; k < cases(4); k++) {
      const asked = questionFrom(made, k, draws);
      let lead: unknown;
      const onLead = (level: unknown) => (lead = level);
      const answer = "atSchool" in asked ? await whyNotSchool(made, asked, onLead) : await whyNot(made, asked, onLead);
      seen[answer.answer] = (seen[answer.answer] ?? 0) + 1;
      if (answer.answer === "asPlanned" || answer.answer === "notAdmitted") continue;
      const again = await askedAgain(made, asked);
      expect([asked, essence(answer)]).toEqual([asked, essence(again)]);
      if (answer.answer === "price" && lead !== undefined) told.push([asked, lead, answer.price.lead]);
    }
    if (isCampaign) process.stdout.write(`${JSON.stringify({ schools: SCHOOLS, told: told.length, ...seen })}\n`);
    expect(told.map(([asked, lead]) => [asked, lead])).toEqual(told.map(([asked, , lead]) => [asked, lead]));
    expect(told.length).toBeGreaterThan(0);
  },
);

/** What two answers must have alike: several plans may be best and change as few people. */
function essence(answer: Awaited<ReturnType<typeof askedAgain>>) {
  if (answer.answer === "price") return { price: answer.price, changed: answer.changed.length };
  return answer.answer === "tie" ? { changed: answer.changed.length } : answer.answer;
}

/** Plans again with the question as bounds; in a campaign without anything of the plan in hand but its moves. */
async function askedAgain({ request, outcome }: Explained, asked: Question | SchoolQuestion) {
  const about = "person" in asked ? [asked.person] : [];
  const { after, ...again } = nearestAgain({ request, outcome }, about);
  const { cells } = outcome.eligibility.county;
  const isAsked = (name: string, school: string) =>
    ("post" in asked && asked.post === name) || ("school" in asked && asked.school === school);
  const keep = cells.flatMap((cell) => {
    const school = outcome.eligibility.county.schools[cell.school]?.id ?? "";
    return "person" in asked && isAsked(postName(cell), school) ? [{ person: asked.person, post: postName(cell) }] : [];
  });
  const { candidates } = again.policy;
  const policy = { ...again.policy, candidates: { ...candidates, keep: [...candidates.keep, ...keep] } };
  const start = isCampaign || after === undefined ? {} : { after };
  return comparedAgain(outcome.plan, await planCounty({ ...again, ...start, policy, questions: [asked] }));
}

/** A question of one of eight kinds, drawn from who goes, who stays, and the schools. */
function questionFrom({ outcome }: Explained, kind: number, draws: Draws): Question | SchoolQuestion {
  const { plan, eligibility } = outcome;
  const { schools, persons, cells } = eligibility.county;
  const pick = <T>(list: readonly T[]): T => list[draws.integer(0, list.length - 1)] as T;
  const mover = pick(plan.moves);
  const going = new Set(plan.moves.map(({ person }) => person));
  const free = persons.filter(({ id }, person) => !going.has(id) && eligibility.decisions[person]?.standing === "due");
  const stayer = pick(free).id;
  switch (kind % 8) {
    case 0:
      return { person: mover.person, stay: true };
    case 1:
      return { person: stayer, leave: true };
    case 2:
      return { person: mover.person, school: pick(schools).id };
    case 3:
      return { person: stayer, post: postName(pick(cells)) };
    case 4:
      return { person: mover.person, notSchool: mover.to };
    case 5:
      return { person: mover.person, notPost: mover.post };
    case 6:
      return { atSchool: mover.from ?? mover.to, nobody: "leaves" };
    default:
      return { atSchool: mover.to, nobody: "comes" };
  }
}
