import { canonicalJson } from "../instance/canonical-json.ts";
import { NONE } from "../instance/county.ts";
import type { Plan, PlanStay, Violation } from "../plan/plan.ts";
import type { Decision, Standing } from "../eligibility/decision.ts";
import type { Person } from "../instance/person.ts";
import { indicatorsOf } from "../indicators/indicators.ts";
import type { PlanFacts } from "../recount/facts.ts";
import type { PlanFigures } from "./figures.ts";
import { planLevelValue } from "./figures.ts";
import { subjectKey } from "../subject/rule-subject.ts";
import type { RuleSubject } from "../subject/rule-subject.ts";
import type { StructureCode } from "../subject/structure.ts";
import { personViolation, structureViolation } from "./structure.ts";

/** Largest difference of two numbers that were computed in a different order. */
const TOLERANCE = 1e-9;

/** The lottery ranks plans that are equal in all else; its value says nothing about them. */
const LOTTERY = "lottery";

/**
 * A level as the plan states it and as it was recomputed.
 *
 * @public
 */
export interface LevelComparison {
  readonly name: string;
  /** Undefined for a roster that states nothing. */
  readonly stated: number | undefined;
  readonly recomputed: number;
  readonly agrees: boolean;
}

/** Returns where a plan says something about itself that is not so. */
export function misreports(
  plan: Plan,
  facts: PlanFacts,
  figures: PlanFigures & { readonly levels: readonly LevelComparison[] },
): readonly Violation[] {
  return [
    ...misreportedManifest(plan, facts),
    ...differences("misreported-measure", {
      stated: plan.measures,
      found: figures.measures,
      statedOf: entryAndSubject,
    }),
    ...differences("misreported-violation", {
      stated: plan.violations,
      found: figures.violations,
      statedOf: entryAndSubject,
    }),
    ...differences("misreported-shortfall", {
      stated: plan.shortfalls,
      found: figures.shortfalls,
      statedOf: ({ post }) => ({ about: { kind: "post", post } }),
    }),
    ...differences("misreported-balance", {
      stated: plan.schools,
      found: figures.schools,
      statedOf: ({ school }) => ({ about: { kind: "school", school } }),
    }),
    ...figures.levels
      .filter(({ agrees }) => !agrees)
      .map(({ name }) => structureViolation("misreported-level", { kind: "level", level: name })),
    ...misreportedStays(plan.stays, facts),
    ...misreportedIndicators(plan, facts),
  ];
}

/** What a statement of a plan is about. */
interface Stated {
  readonly about: RuleSubject;
  /** Entry of the policy that it belongs to. */
  readonly entry?: string;
}

function entryAndSubject({ rule, about }: { readonly rule: string; readonly about: RuleSubject }): Stated {
  return { about, entry: rule };
}

/** Returns a violation for every name under which the two lists do not say the same. */
function differences<T>(
  code: StructureCode,
  lists: { readonly stated: readonly T[]; readonly found: readonly T[]; readonly statedOf: (item: T) => Stated },
): readonly Violation[] {
  const names = new Map<string, Stated>();
  const group = (items: readonly T[]) => {
    const groups = new Map<string, string[]>();
    for (const item of items) {
      const about = lists.statedOf(item);
      const key = `${about.entry ?? ""} ${subjectKey(about.about)}`;
      names.set(key, about);
      const texts = groups.get(key) ?? [];
      groups.set(key, texts);
      texts.push(canonicalJson(item));
    }
    return groups;
  };
  const stated = group(lists.stated);
  const found = group(lists.found);
  const text = (list: readonly string[] | undefined) => [...(list ?? [])].sort().join("\n");
  return [...new Set([...stated.keys(), ...found.keys()])]
    .filter((key) => text(stated.get(key)) !== text(found.get(key)))
    .map((key) => {
      const { about, entry } = names.get(key) as Stated;
      return structureViolation(code, about, entry === undefined ? {} : { entry: { kind: "entry", entry } });
    });
}

/** Compares the levels of a plan with what its lines give; the lottery is left out. */
export function compareLevels(
  plan: Pick<Plan, "levels">,
  facts: PlanFacts,
  violations: readonly Violation[],
): readonly LevelComparison[] {
  return plan.levels
    .filter(({ name }) => name !== LOTTERY)
    .map(({ name, value }) => {
      const recomputed = planLevelValue(name, facts, violations);
      return { name, stated: value, recomputed, agrees: Math.abs(recomputed - value) <= TOLERANCE };
    });
}

function misreportedManifest({ manifest, levels }: Plan, { eligibility }: PlanFacts): readonly Violation[] {
  const { policy } = eligibility;
  const { county, planYear } = eligibility.county.instance;
  const wrong = [
    ...(manifest.instance.county === county.id ? [] : ["county" as const]),
    ...(manifest.instance.planYear === planYear ? [] : ["planYear" as const]),
    ...(manifest.policy.id === policy.id && manifest.policy.version === policy.version ? [] : ["policy" as const]),
    ...(sameOrder(levels, policy.levels) ? [] : ["levels" as const]),
    ...(manifest.seed === "" ? ["seed" as const] : []),
  ];
  return wrong.map((part) => structureViolation("misreported-manifest", { kind: "manifest", part }));
}

type Named = readonly { readonly name: string }[];

/** Levels that a chain has whether the policy names them or not. */
const ALWAYS: ReadonlySet<string> = new Set(["compliance", LOTTERY]);

/** The levels of the policy, all of them in their order, and beside them at most those that every chain has. */
function sameOrder(stated: Named, levels: Named): boolean {
  const named = new Set(levels.map(({ name }) => name));
  const own = stated.filter(({ name }) => name !== LOTTERY && (named.has(name) || !ALWAYS.has(name)));
  const asked = levels.filter(({ name }) => name !== LOTTERY);
  return own.length === asked.length && own.every(({ name }, place) => name === asked[place]?.name);
}

const REASON_OF: Partial<Readonly<Record<Standing, PlanStay["reason"]>>> = {
  exempt: "exempt",
  held: "locked",
  running: "running",
  inTerm: "inTerm",
  notDue: "notDue",
};

/** Everybody in scope who neither moves nor returns stays, once, at the school worked at and for the right reason. */
function misreportedStays(stays: readonly PlanStay[], facts: PlanFacts): readonly Violation[] {
  const { county, decisions } = facts.eligibility;
  const gone = new Set([...facts.moves, ...facts.returns].map(({ person }) => person));
  const stated = new Map<string, PlanStay>();
  const wrong = new Set<string>();
  for (const stay of stays) {
    if (stated.has(stay.person) || !county.personIndex.has(stay.person)) wrong.add(stay.person);
    stated.set(stay.person, stay);
  }
  decisions.forEach((decision, index) => {
    const { id } = county.persons[index] as Person;
    const stay = stated.get(id);
    const stays = decision.standing !== "outOfScope" && !gone.has(index);
    if (stays !== (stay !== undefined)) wrong.add(id);
    else if (stay !== undefined && !tellsTrue(stay, decision, schoolOf(facts, index))) wrong.add(id);
  });
  return [...wrong].map((id) => personViolation("misreported-stay", id));
}

function schoolOf({ eligibility: { county } }: PlanFacts, person: number): string | null {
  const at = county.works[person] as number;
  return at === NONE ? null : (county.schools[at]?.id ?? null);
}

/** A reason that is told has to be the one that decided, and a sensitive one has to be marked. */
function tellsTrue(stay: PlanStay, { standing, reasons }: Decision, school: string | null): boolean {
  const expected = REASON_OF[standing];
  const fits =
    expected === undefined ? stay.reason === "noPost" || stay.reason === "notChosen" : stay.reason === expected;
  const hidden = reasons.some(({ rule, sensitive }) => sensitive && rule === stay.rule);
  return fits && stay.school === school && (!hidden || stay.sensitive === true);
}

function misreportedIndicators({ indicators }: Plan, facts: PlanFacts): readonly Violation[] {
  const found = indicatorsOf(facts);
  return Object.entries(indicators)
    .filter(([name, value]) => Object.hasOwn(found, name) && !sameNumber(value, found[name] ?? null))
    .map(([name]) => structureViolation("misreported-indicator", { kind: "indicator", indicator: name }));
}

function sameNumber(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}
