import { namesOf, violationText } from "@lungang/core/plan";
import type { RuleSubject } from "@lungang/core/plan";
import { planCounty, verifyPlan } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { Instance, PlanOutcome } from "@lungang/core";
import type { PlanMove, PlanStay } from "@lungang/core/plan";
import type { Policy, Settings } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import { policyDocument } from "../src/index.ts";

export type Planned = Extract<PlanOutcome, { status: "planned" }> & { readonly policy: Policy };

/** Returns a policy that ships with some parameters set. */
export function policyOf(name: string, settings: Settings = {}): Policy {
  const result = resolvePolicy(policyDocument(name), { settings });
  if (!result.ok) throw new Error(JSON.stringify(result.issues, undefined, 2));
  return result.value;
}

/** Plans to the proven optimum and checks the plan without the solver. */
export async function planned(instance: Instance, policy: Policy, solver: Solver): Promise<Planned> {
  const outcome = await planCounty({ instance, policy, solver, limits: { relativeGap: 0 } });
  if (outcome.status !== "planned") throw new Error(`${outcome.status}: ${JSON.stringify(outcome, undefined, 2)}`);
  const report = verifyPlan({ instance, policy, plan: outcome.plan });
  const errors = report.issues.filter(({ severity }) => severity === "error");
  const broken = report.violations.filter(({ strength }) => strength === "hard");
  if (!report.ok || errors.length + broken.length > 0) throw new Error(JSON.stringify({ ...report, errors, broken }));
  return { ...outcome, policy };
}

/** What a reader sees of a plan. */
export interface ReadablePlan {
  readonly moves: readonly string[];
  readonly returns: readonly string[];
  readonly stays: readonly string[];
  /** People who take part in a form without headcount. */
  readonly light: readonly string[];
  readonly levels: Readonly<Record<string, number>>;
  readonly measures: readonly string[];
  readonly violations: readonly string[];
  /** The same in Chinese as a planner reads it: moves and stays with their reasons, and what rules miss. */
  readonly zh: readonly string[];
}

/** Returns a plan in sentences: who moves where and why, who stays and why, what the rules reach. */
export function readable({ plan, eligibility, policy }: Planned): ReadablePlan {
  const why = whyOf(eligibility);
  return {
    moves: plan.moves.map((move) => moveSentence(move, why)),
    returns: plan.returns.map(({ person, from, to, settles }) =>
      settles ? `${person} settles at ${from}` : `${person} returns from ${from} to ${to}`,
    ),
    stays: [
      ...plan.stays.filter(({ reason }) => reason !== "notChosen" && reason !== "notDue").map(staySentence),
      ...notDueSentence(plan.stays),
    ],
    light: [
      ...plan.participations.map(({ person, form, from, to }) => `${person} of ${from} in ${form} with ${to}`),
      ...plan.itineraries.map(
        (line) => `${line.person} teaches ${line.periods} periods of ${line.post} in ${line.form}`,
      ),
    ],
    levels: Object.fromEntries(plan.levels.filter(({ name }) => name !== "lottery").map((l) => [l.name, l.value])),
    measures: plan.measures.map(
      ({ rule, source, about, value, target, sense, met }) =>
        `${rule} (${source})${ofSubject(about)}: ${value} ${SENSES[sense]} ${target}${met ? "" : ", missed"}`,
    ),
    zh: chinese({ plan, eligibility, policy }),
    violations: plan.violations.map(
      ({ rule, source, about, amount, strength }) => `${strength} ${rule} (${source})${ofSubject(about)} by ${amount}`,
    ),
  };
}

function chinese({ plan, eligibility, policy }: Pick<Planned, "plan" | "eligibility" | "policy">): readonly string[] {
  const { county, decisions } = eligibility;
  const names = namesOf(county.instance, { policy });
  const why = (person: string) => {
    const decision = decisions[county.personIndex.get(person) ?? -1];
    const own = decision?.reasons.filter(({ code }) => code === decision.standing) ?? [];
    const reasons = own.length > 0 ? own : (decision?.reasons ?? []);
    return reasons.map(({ text, source }) => `${text.zh}${source === "" ? "" : `（${source}）`}`).join("；");
  };
  const titles = new Map(policy.rules.map(({ id, text }) => [id, text.zh]));
  const form = (code: string) => policy.forms.find((entry) => entry.code === code)?.text.zh ?? code;
  return [
    ...plan.moves.map(({ person, to, post, form: code, relationMoves, end }) => {
      const how = `${relationMoves ? "人事关系随转" : "人事关系不动"}，${end === null ? "长期" : `至${end}`}`;
      return `${person}到${names.school(to)}任${names.post(post).zh}：${why(person)}。形式：${form(code)}；${how}`;
    }),
    ...plan.stays
      .filter(({ reason }) => ["exempt", "held", "running"].includes(reason))
      .map(({ person, school }) => `${person}留在${names.school(school)}：${why(person)}`),
    ...plan.violations.map(
      (violation) =>
        `未完全落实“${titles.get(violation.rule) ?? violation.rule}”：${violationText(violation, names).zh}`,
    ),
  ];
}

/** Returns the subject by its ids and codes, nothing for the county as a whole. */
function ofSubject(about: RuleSubject): string {
  const { kind, ...rest } = about;
  const words = Object.values(rest).filter((value) => value !== undefined);
  return kind === "county" && words.length === 0 ? "" : ` of ${kind} ${words.join(" ")}`.trimEnd();
}

const SENSES = { atLeast: "of at least", atMost: "of at most", equal: "of" } as const;

function whyOf({ county, decisions }: Planned["eligibility"]): (person: string) => string {
  return (person) => {
    const decision = decisions[county.personIndex.get(person) ?? -1];
    const reason = decision?.reasons.find(({ code }) => code === decision.standing);
    const source = reason === undefined || reason.source === "" ? "" : ` (${reason.source})`;
    return `${decision?.standing ?? "unknown"}${source}`;
  };
}

function moveSentence(move: PlanMove, why: (person: string) => string): string {
  const start = move.from === null ? "starts at" : `leaves ${move.from} for`;
  const until = move.end === null ? "for good" : `until ${move.end}`;
  const relation = move.relationMoves ? " with the relation" : "";
  return `${move.person} ${start} ${move.post} as ${move.form}${relation} ${until}: ${why(move.person)}`;
}

/** Most people of some policies are not due: one sentence for all of them. */
function notDueSentence(stays: readonly PlanStay[]): readonly string[] {
  const people = stays.filter(({ reason }) => reason === "notDue").map(({ person }) => person);
  return people.length === 0 ? [] : [`not due: ${people.join(", ")}`];
}

function staySentence({ person, school, reason, source }: PlanStay): string {
  return `${person} stays at ${school ?? "no school"}: ${reason}${source === undefined || source === "" ? "" : ` (${source})`}`;
}
