import type { IsoDate } from "../instance/calendar.ts";
import type { Stage } from "../instance/codes.ts";
import { stagesOfType } from "../instance/codes.ts";
import type { Text } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import type { FactContext, Subject } from "../policy/attributes.ts";
import { emptySubject } from "../policy/attributes.ts";
import { activeStatuses, ageAtCutoff, yearsAsLeader, yearsAtSchool, yearsInOffice } from "../policy/facts.ts";
import type { DueGroup, Exemption, PolicyTerms } from "../policy/policy.ts";
import type { OnMissing, Predicate, Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import type { Absence } from "./absence.ts";
import { away, outside } from "./absence.ts";
import type { Decision, Reason, Standing, ReasonCode } from "./decision.ts";
import type { Lock } from "./locks.ts";
import { locksByPerson } from "./locks.ts";
import { runningTerm, termReason } from "./term.ts";

type Forced = PolicyTerms["eligibility"]["forced"][number];

/** An entry of the policy, the test of whom it applies to and the reason that it gives. */
interface Condition<T> {
  readonly entry: T;
  readonly when: Test;
  readonly reason: Reason;
}

/** Everything that deciding about people needs, compiled once. */
interface Deciders {
  readonly policy: PolicyTerms;
  readonly context: FactContext;
  readonly locks: ReadonlyMap<string, readonly Lock[]>;
  readonly onMissing: OnMissing;
  readonly inScope: Uint8Array;
  /** Stages of the schools in scope. */
  readonly stages: ReadonlySet<Stage>;
  readonly due: readonly Condition<DueGroup>[];
  readonly exemptions: readonly Condition<Exemption>[];
  readonly forced: readonly Condition<Forced>[];
  readonly volunteers: Test | undefined;
  readonly backbone: Test | undefined;
}

/** What {@link decideAll} returns. */
export interface Decisions {
  /** Shapes: one entry a person. */
  readonly decisions: readonly Decision[];
  /** Schools in scope. Shapes: one entry a school. */
  readonly inScope: Uint8Array;
}

/** What deciding about people depends on besides policy and facts. */
interface DecideOptions {
  readonly locks: readonly Lock[];
  readonly onMissing: OnMissing;
  /** The decision about a person that is known to stand, if any. */
  readonly stands?: (person: number) => Decision | undefined;
}

/** Decides about every person of the county: who must, may and must not move, and why. */
export function decideAll(policy: PolicyTerms, context: FactContext, options: DecideOptions): Decisions {
  const compile = (predicate: Predicate) =>
    compilePredicate(predicate, { context, sets: policy.sets, onMissing: options.onMissing });
  const { eligibility } = policy;
  const inScope = schoolsInScope(policy, context, options.onMissing);
  const taught = context.county.schools.flatMap(({ type }, school) =>
    inScope[school] === 1 ? stagesOfType(type) : [],
  );
  const deciders: Deciders = {
    policy,
    context,
    locks: locksByPerson(options.locks),
    onMissing: options.onMissing,
    inScope,
    stages: new Set(taught),
    due: eligibility.due.map((entry) => {
      const reason = reasonOf("due", { ...entry, sensitive: false });
      return { entry, when: compile(entry.who), reason };
    }),
    exemptions: eligibility.exemptions.map((entry) => {
      return { entry, when: compile(entry.when), reason: reasonOf("exempt", entry) };
    }),
    forced: eligibility.forced.map((entry) => {
      return { entry, when: compile(entry.when), reason: reasonOf("forced", entry) };
    }),
    volunteers: eligibility.volunteers === undefined ? undefined : compile(eligibility.volunteers.who),
    backbone: eligibility.backbone === undefined ? undefined : compile({ set: eligibility.backbone }),
  };
  const subject = emptySubject();
  const decisions = context.county.persons.map((person, index) => {
    const standing = options.stands?.(index);
    if (standing !== undefined) return standing;
    subject.person = index;
    subject.from = context.county.works[index] as number;
    return decide(person, subject, deciders);
  });
  return { decisions, inScope };
}

function schoolsInScope(policy: PolicyTerms, context: FactContext, onMissing: OnMissing): Uint8Array {
  const test = compilePredicate(policy.scope.schools, { context, sets: policy.sets, onMissing });
  const subject = emptySubject();
  return Uint8Array.from(context.county.schools, (_school, index) => {
    subject.school = index;
    return test(subject) ? 1 : 0;
  });
}

function decide(person: Person, subject: Subject, deciders: Deciders): Decision {
  const bound = whatBinds(person, subject.from, deciders);
  const applies = whatApplies(person, subject, bound);
  const lock = deciders.locks.get(person.id)?.find((entry) => !("forbid" in entry));
  const found = {
    exempt: isExempt(applies, lock),
    forced: applies.forced.some(({ entry }) => !bound.inTerm || entry.withinTerm),
    meetsDue: applies.due.length > 0,
    volunteer: applies.volunteer,
  };
  const standing = bound.absence?.standing ?? strongest({ ...found, inTerm: bound.inTerm }, lock);
  const reasons = [...bound.reasons];
  addReasons(reasons, applies, deciders.policy);
  if (lock !== undefined) reasons.push(lockReason(lock));
  if (standing === "notDue") reasons.push(NOT_DUE);
  return {
    standing,
    reasons,
    ...found,
    occupiesHeadcount: occupiesHeadcount(person, applies.exemptions, deciders.context.cutoff),
    backbone: deciders.backbone?.(subject) ?? false,
  };
}

/** An exemption in principle holds nobody who volunteers or has a destination fixed. */
function isExempt({ exemptions, volunteer }: Applies, lock: Lock | undefined): boolean {
  const goesAnyway = volunteer || (lock !== undefined && !("stay" in lock));
  return exemptions.some(({ entry }) => !(entry.inPrinciple && goesAnyway));
}

/** Adds everything that applied, the strongest first. */
function addReasons(reasons: Reason[], { exemptions, forced, due, volunteer }: Applies, policy: PolicyTerms): void {
  for (const { reason } of exemptions) reasons.push(reason);
  for (const { reason } of forced) reasons.push(reason);
  for (const { reason } of due) reasons.push(reason);
  if (volunteer) reasons.push(volunteerReason(policy));
}

/** Entries of the policy that apply to a person; to people who are out of scope none does. */
interface Applies {
  readonly exemptions: readonly Condition<Exemption>[];
  readonly forced: readonly Condition<Forced>[];
  readonly due: readonly Condition<DueGroup>[];
  readonly volunteer: boolean;
}

const NOTHING: Applies = { exemptions: [], forced: [], due: [], volunteer: false };

/** What keeps a person from being simply there, and why. */
interface Bound {
  readonly deciders: Deciders;
  readonly absence: Absence | undefined;
  readonly inTerm: boolean;
  readonly reasons: readonly Reason[];
}

function whatBinds(person: Person, from: number, deciders: Deciders): Bound {
  const absence = outside(person, from, deciders) ?? away(person, deciders);
  if (absence !== undefined) return { deciders, absence, inTerm: false, reasons: [absence.reason] };
  const { context, policy } = deciders;
  const term = runningTerm({ person, school: context.county.schools[from] }, context);
  const reasons = term === undefined ? [] : [termReason(term, policy)];
  return { deciders, absence, inTerm: term !== undefined, reasons };
}

/**
 * Nobody who is away or in term is due or volunteers; people on an exchange are not forced either, recruits may be, and
 * what would force somebody in term is told.
 */
function whatApplies(person: Person, subject: Subject, { deciders, absence, inTerm }: Bound): Applies {
  if (absence?.standing === "outOfScope") return NOTHING;
  const exemptions = holding(deciders.exemptions, subject);
  if (absence !== undefined && absence.standing !== "recruit") return { ...NOTHING, exemptions };
  const forced = holding(deciders.forced, subject);
  if (absence !== undefined || inTerm) return { ...NOTHING, exemptions, forced };
  return {
    exemptions,
    forced,
    due: dueGroups(person, subject, deciders),
    volunteer: volunteers(person, subject, deciders),
  };
}

/** Returns the conditions that hold. */
function holding<T>(conditions: readonly Condition<T>[], subject: Subject): Condition<T>[] {
  const found: Condition<T>[] = [];
  for (const condition of conditions) if (condition.when(subject)) found.push(condition);
  return found;
}

/** Precedence: exempt > pinned > forced > in term > due > volunteer. */
function strongest(
  facts: Pick<Decision, "exempt" | "forced" | "meetsDue" | "volunteer"> & { readonly inTerm: boolean },
  lock: Lock | undefined,
): Standing {
  if (facts.exempt) return "exempt";
  if (lock !== undefined) return "stay" in lock ? "held" : "pinned";
  if (facts.forced) return "forced";
  if (facts.inTerm) return "inTerm";
  if (facts.meetsDue) return "due";
  return facts.volunteer ? "volunteer" : "notDue";
}

/** What an active status states wins; where all are silent the exemptions of the policy decide (XC-15). */
function occupiesHeadcount(person: Person, exemptions: readonly Condition<Exemption>[], cutoff: IsoDate): boolean {
  const stated = activeStatuses(person, cutoff).flatMap((status) => status.occupiesHeadcount ?? []);
  return stated.length > 0 ? !stated.includes(false) : exemptions.every(({ entry }) => entry.occupiesHeadcount);
}

function dueGroups(person: Person, subject: Subject, deciders: Deciders): readonly Condition<DueGroup>[] {
  const found: Condition<DueGroup>[] = [];
  for (const condition of deciders.due) {
    const { entry, when } = condition;
    if (!when(subject) || !meetsAge(person, entry, deciders)) continue;
    if (meetsYears(person, entry, { deciders, subject })) found.push(condition);
  }
  return found;
}

function meetsAge(person: Person, { age }: DueGroup, { context }: Deciders): boolean {
  if (age === undefined) return true;
  const limit = age[person.sex];
  const years = ageAtCutoff(person, context.cutoff);
  return age.inclusive ? years <= limit : years < limit;
}

function meetsYears(
  person: Person,
  { years }: DueGroup,
  { deciders, subject }: { readonly deciders: Deciders; readonly subject: Subject },
): boolean {
  if (years === undefined) return true;
  const { context } = deciders;
  if (years.measure === "leadership") return yearsAsLeader(person, context.cutoff) >= years.min;
  if (years.measure === "office")
    return yearsInOffice(person, years.office ?? "principal", context.cutoff) >= years.min;
  const served = yearsAtSchool(person, context.cutoff, context);
  if (served === undefined) deciders.onMissing("person.yearsAtSchool", subject);
  return (served ?? 0) >= years.min;
}

function volunteers(person: Person, subject: Subject, { policy, volunteers: who }: Deciders): boolean {
  const rule = policy.eligibility.volunteers;
  if (rule === undefined || who === undefined || person.application?.volunteer !== true) return false;
  return (!rule.needsHomeConsent || person.application.homeConsent) && who(subject);
}

function reasonOf(
  code: ReasonCode,
  entry: { readonly id: string; readonly source: string; readonly text: Text; readonly sensitive: boolean },
): Reason {
  return { code, rule: entry.id, source: entry.source, text: entry.text, sensitive: entry.sensitive };
}

function volunteerReason(policy: PolicyTerms): Reason {
  const text = { zh: "本人申请交流，所在学校同意", en: "Applied to move with the consent of the present school" };
  return {
    code: "volunteer",
    rule: "volunteers",
    source: policy.eligibility.volunteers?.source ?? "",
    text,
    sensitive: false,
  };
}

function lockReason(lock: Lock): Reason {
  const held = "stay" in lock;
  const text = held
    ? { zh: `已确定留任：${lock.reason}`, en: `Held at the present school: ${lock.reason}` }
    : { zh: `已确定去向：${lock.reason}`, en: `Destination fixed: ${lock.reason}` };
  return { code: held ? "held" : "pinned", rule: "lock", source: "", text, sensitive: false };
}

const NOT_DUE: Reason = {
  code: "notDue",
  rule: "due",
  source: "",
  text: { zh: "不符合应交流条件（年龄、任教年限或人员类别）", en: "Not due: age, years or type do not fit" },
  sensitive: false,
};
