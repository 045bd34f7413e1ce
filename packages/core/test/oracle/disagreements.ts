import { takeBackSmallRests } from "./light.ts";
import type { Solver } from "@lungang/program";
import { Draws } from "@lungang/solver-testkit";
import { planCounty, planOfRoster, verifyPlan } from "../../src/index.ts";
import type { Lock } from "../../src/index.ts";
import type { Plan, Violation } from "../../src/plan.ts";
import { isSound } from "../plan/answers.ts";
import type { RandomCase } from "../plan/random-county.ts";
import { After } from "./after.ts";
import { levelOf } from "./levels.ts";
import { faultsOf } from "./lines.ts";
import type { Breach } from "./reading.ts";
import { breachesOf } from "./rules.ts";
import { spoiled } from "./spoil.ts";
import { World } from "./world.ts";

/** What `verifyPlan` and the second reading say differently about plans of a county. */

export interface Comparison {
  /** Rosters compared: the plan, and the plan spoiled by hand. */
  readonly rosters: number;
  /** Of these, rosters whose lines are right in themselves, so that rules and levels were compared. */
  readonly clean: number;
  /** Breaches that both found, by rule. */
  readonly breaches: ReadonlyMap<string, number>;
  readonly disagreements: readonly string[];
}

/** Compares a plan of the planner and so many that a hand made of it; undefined where the case cannot be planned at all. */
export async function compareCase(
  given: RandomCase,
  { solver, hands }: { readonly solver: Solver; readonly hands: number },
): Promise<Comparison | undefined> {
  if (!isSound(given)) return undefined;
  return compareRosters(given, { plan: await planOf(given, solver), hands, by: "the planner", grows: false });
}

/**
 * Compares rosters that a hand makes one from the other, from the one in which nobody moves; without a solver. A roster whose
 * lines are wrong in themselves is looked at and put away. Undefined where the case cannot be planned at all.
 */
export async function compareHands(given: RandomCase, hands: number): Promise<Comparison | undefined> {
  if (!isSound(given)) return undefined;
  const { instance, policy, locks } = given;
  const plan = await planOfRoster({ instance, policy, locks, moves: [] }, "1");
  return compareRosters(given, { plan, hands, by: "nobody", grows: true });
}

interface Rosters {
  readonly plan: Plan;
  readonly hands: number;
  /** Who made the first roster. */
  readonly by: string;
  /** Each roster is made from the one before where that is right in itself, else from the first. */
  readonly grows: boolean;
}

function compareRosters(given: RandomCase, { plan: first, hands, by: maker, grows }: Rosters): Comparison {
  const { instance, policy, locks, seed } = given;
  const world = new World(instance, given.policyDocument as never, policy.forms, locks);
  takeBackSmallRests(world);
  const draws = new Draws(seed + 77_777);
  const breaches = new Map<string, number>();
  const disagreements: string[] = [];
  let [plan, clean] = [first, 0];
  for (let hand = 0; hand <= hands; hand++) {
    const { lines, by } = hand === 0 ? { lines: plan, by: maker } : spoiled(world, plan, draws);
    const roster = { ...plan, ...lines };
    const found = compareRoster(given, world, roster);
    if (found.clean) clean++;
    if (grows && found.clean) plan = roster;
    for (const rule of found.agreed) breaches.set(rule, (breaches.get(rule) ?? 0) + 1);
    disagreements.push(...found.disagreements.map((what) => `seed ${seed}, roster ${hand} by ${by}: ${what}`));
  }
  return { rosters: hands + 1, clean, breaches, disagreements };
}

async function planOf({ instance, policy, locks }: RandomCase, solver: Solver): Promise<Plan> {
  const outcome = await planCounty({ instance, policy, locks, solver, limits: { relativeGap: 0 } });
  return outcome.status === "planned" ? outcome.plan : planOfRoster({ instance, policy, locks, moves: [] }, "1");
}

function compareRoster({ instance, policy, locks }: RandomCase, world: World, plan: Plan) {
  const report = verifyPlan({ instance, policy, locks: locks as Lock[], plan });
  const ofRule = (id: string) => policy.rules.find((entry) => entry.id === id)?.rule;
  const faults = new Set(faultsOf(world, plan).map(({ person }) => person));
  const wrong = new Set(report.violations.filter(isAboutLine).flatMap(personOf));
  const disagreements = [
    ...[...faults].filter((id) => !wrong.has(id)).map((id) => `the line of ${id} is accepted`),
    ...[...wrong].filter((id) => !faults.has(id)).map((id) => `the line of ${id} is refused`),
  ];
  const agreed: string[] = [];
  const clean = faults.size === 0 && wrong.size === 0;
  if (!clean) return { clean, agreed, disagreements };
  const after = new After(world, plan);
  const breaches = breachesOf(world, after);
  const own = merged(breaches, ofRule);
  const theirs = merged(
    report.violations.filter(({ rule }) => ofRule(rule) !== undefined),
    ofRule,
  );
  for (const [key, amount] of own) {
    if (theirs.get(key) === amount) agreed.push(ofRule(key.split(" ")[0] ?? "") ?? "");
    else disagreements.push(`${key} is broken by ${amount}, verify says ${theirs.get(key) ?? 0}`);
  }
  for (const [key, amount] of theirs) if (!own.has(key)) disagreements.push(`${key} is kept, verify says ${amount}`);
  const severalDays = breaches.some(({ rule }) => ofRule(rule) === "returnRoom");
  for (const { name, recomputed } of report.levels) {
    const value = levelOf(world, after, name, breaches);
    if (severalDays && name === "compliance") continue;
    if (value !== recomputed) disagreements.push(`level ${name} is ${value}, verify says ${recomputed}`);
  }
  return { clean, agreed, disagreements };
}

const isAboutLine = ({ rule }: Violation) => rule.startsWith("plan:") && !rule.includes("misreported");
const personOf = ({ about }: Violation) => ("person" in about ? [about.person] : []);

/**
 * How far each subject of each entry is missed. A place that returns find taken is told for every day on which it is; the
 * worst of them counts.
 */
function merged(
  breaches: readonly Pick<Breach, "rule" | "about" | "amount">[],
  ofRule: (id: string) => string | undefined,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { rule, about, amount } of breaches) {
    const isPair = about.kind === "pair";
    const parts = Object.entries(about).filter(([key]) => !(isPair && key === "id"));
    const key = `${rule} ${JSON.stringify(Object.fromEntries(parts.toSorted(([a], [b]) => (a < b ? -1 : 1))))}`;
    const had = found.get(key) ?? 0;
    found.set(key, ofRule(rule) === "returnRoom" ? Math.max(had, amount) : had + amount);
  }
  return found;
}
