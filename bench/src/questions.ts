import type { PlanOutcome, PlanRequest } from "@lungang/core";
import type { Question, SchoolQuestion } from "@lungang/core/plan";
import { loadInstance, planCounty, postName } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { whyNot, whyNotSchool } from "@lungang/explain";
import { contradiction } from "./agreement.ts";
import type { Lap } from "./laps.ts";
import { Laps } from "./laps.ts";
import { randomOf } from "./random.ts";
import type { Measured, MeasuredAnswer, RunChoice } from "./run.ts";
import { AnswerError } from "./run.ts";
import type { Task } from "./scenario.ts";
import { median } from "./statistics.ts";
import { unwrap } from "./unwrap.ts";
import { watchedSolver } from "./watched.ts";

type Planned = Extract<PlanOutcome, { status: "planned" }>;
type Asked = Question | SchoolQuestion;

/** Kinds of questions, each with one drawn from a plan. */
const KINDS: Readonly<Record<string, (drawn: Drawn) => Asked>> = {
  stay: ({ mover }) => ({ person: mover.person, stay: true }),
  leave: ({ stayer }) => ({ person: stayer, leave: true }),
  school: ({ mover, school }) => ({ person: mover.person, school }),
  post: ({ stayer, post }) => ({ person: stayer, post }),
  notSchool: ({ mover }) => ({ person: mover.person, notSchool: mover.to }),
  notPost: ({ mover }) => ({ person: mover.person, notPost: mover.post }),
  nobodyLeaves: ({ mover }) => ({ atSchool: mover.from ?? mover.to, nobody: "leaves" }),
  nobodyComes: ({ mover }) => ({ atSchool: mover.to, nobody: "comes" }),
};

interface Drawn {
  readonly mover: Planned["plan"]["moves"][number];
  readonly stayer: string;
  readonly school: string;
  readonly post: string;
}

/** Questions of each kind that have to be answered in a measurement. */
const EACH = 8;
/** Draws of a kind that the plan or the policy may answer at once. */
const DRAWS = 40;
/** Every so many the answer is compared with that of a plan made again from nothing. */
const CHECKED = 16;

/**
 * Plans, then asks questions of eight kinds about the plan; the solve is the median of the whole answers.
 *
 * @param each - questions of each kind
 * @throws {AnswerError} if there is no proven plan, or an answer contradicts that of a plan made again
 */
export async function measureQuestions(task: Task, choice: RunChoice, each = EACH): Promise<Measured> {
  const { solver } = watchedSolver(choice.solver);
  const laps = new Laps();
  try {
    laps.start("load");
    const instance = unwrap(loadInstance(task.input));
    const policy = unwrap(resolvePolicy(task.policy, { settings: { ...task.settings } }));
    const { relativeGap, timeSeconds } = choice;
    const request = { instance, policy, solver, limits: { relativeGap, timeSeconds, proveUnique: false } };
    laps.start("first");
    const outcome = await planCounty(request);
    if (outcome.status !== "planned") throw new AnswerError(`No plan: ${outcome.status}`);
    const answers: MeasuredAnswer[] = [];
    for (const { kind, asked } of questionsAbout(outcome)) {
      if (answers.filter((answer) => answer.kind === kind).length >= each) continue;
      laps.start(kind);
      const measured = await answered(request, outcome, { kind, asked });
      if (measured === undefined) continue;
      answers.push(measured);
      if (answers.length % CHECKED !== 0) continue;
      laps.start("check");
      await check(request, outcome, { asked, lead: measured.level });
    }
    const seconds = median(answers.map(({ whole }) => whole.seconds));
    const all = laps.stop();
    return {
      solver: solver.version,
      size: outcome.size,
      moves: outcome.plan.moves.length,
      laps: all,
      answers,
      levels: outcome.plan.levels.map(({ name, value, dualBound }) => ({ name, value, dualBound })),
      solveSeconds: seconds,
      solveCpuSeconds: median(answers.map(({ whole }) => whole.cpuSeconds)),
      ownSeconds: seconds,
      peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
    };
  } finally {
    await solver.close();
  }
}

interface KindAsked {
  readonly kind: string;
  readonly asked: Asked;
}

/** Draws questions kind by kind; the same plan gives the same ones. */
function* questionsAbout({ plan, eligibility }: Planned): Generator<KindAsked> {
  const random = randomOf(plan.moves.length);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { persons, schools, cells } = eligibility.county;
  const going = new Set(plan.moves.map(({ person }) => person));
  const stayers = persons.filter(({ id }, at) => !going.has(id) && eligibility.decisions[at]?.standing === "due");
  for (const [kind, ask] of Object.entries(KINDS)) {
    for (let draw = 0; draw < DRAWS; draw++) {
      const [mover, stayer, school, cell] = [pick(plan.moves), pick(stayers), pick(schools), pick(cells)];
      yield { kind, asked: ask({ mover, stayer: stayer.id, school: school.id, post: postName(cell) }) };
    }
  }
}

/** Asks and measures up to the first level that differs, and to the end; nothing where no solve is needed. */
async function answered(
  request: PlanRequest,
  outcome: Planned,
  { kind, asked }: KindAsked,
): Promise<MeasuredAnswer | undefined> {
  const laps = new Laps();
  let lead: Lap | undefined;
  laps.start("lead");
  const onLead = () => {
    laps.start("rest");
    lead = laps.stop()[0];
    laps.start("rest");
  };
  const answer =
    "atSchool" in asked
      ? await whyNotSchool({ request, outcome }, asked, onLead)
      : await whyNot({ request, outcome }, asked, onLead);
  if (answer.answer === "asPlanned" || answer.answer === "notAdmitted") return undefined;
  const all = laps.stop();
  const [seconds, cpuSeconds] = [sum(all.map((lap) => lap.seconds)), sum(all.map((lap) => lap.cpuSeconds))];
  const whole = { seconds, cpuSeconds };
  const level = answer.answer === "price" ? answer.price.lead.level : answer.answer;
  return { kind, level, lead: lead ?? whole, whole };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** @throws {AnswerError} if a plan made again from nothing has another first level that differs */
async function check(
  request: PlanRequest,
  { plan }: Planned,
  { asked, lead }: { readonly asked: Asked; readonly lead: string },
): Promise<void> {
  const again = await planCounty({ ...request, questions: [asked] });
  if (again.status === "infeasible" && lead === "impossible") return;
  if (again.status !== "planned") throw new AnswerError(`${again.status} in place of ${lead}`);
  const before = plan.levels.slice(
    0,
    plan.levels.findIndex(({ name }) => name === lead),
  );
  const same = before.map(({ name, value, dualBound }) => ({ name, value, dualBound }));
  const why = contradiction(same, again.plan.levels.slice(0, same.length), request.limits?.relativeGap ?? 0);
  if (lead !== "tie" && why !== undefined) throw new AnswerError(`A plan made again differs before ${lead}: ${why}`);
}
