import { NONE } from "../instance/county.ts";
import type { Text } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import type { FactContext, Subject } from "../policy/attributes.ts";
import { emptySubject } from "../policy/attributes.ts";
import { ageAtCutoff, currentExchange, yearsAsLeader, yearsAtSchool, yearsInOffice } from "../policy/facts.ts";
import type { DueGroup, Policy } from "../policy/policy.ts";
import type { OnMissing, Predicate, Test } from "../policy/predicate.ts";
import { compilePredicate } from "../policy/predicate.ts";
import type { Decision, Reason, Standing } from "./decision.ts";
import type { Lock } from "./locks.ts";

/** Everything that deciding about people needs, compiled once. */
interface Deciders {
  readonly policy: Policy;
  readonly context: FactContext;
  readonly locks: ReadonlyMap<string, readonly Lock[]>;
  readonly onMissing: OnMissing;
  readonly inScope: Uint8Array;
  readonly due: readonly { readonly entry: DueGroup; readonly who: Test }[];
  readonly exemptions: readonly { readonly entry: Policy["eligibility"]["exemptions"][number]; readonly when: Test }[];
  readonly forced: readonly { readonly entry: Policy["eligibility"]["forced"][number]; readonly when: Test }[];
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

/** Decides about every person of the county: who must, may and must not move, and why. */
export function decideAll(
  policy: Policy,
  context: FactContext,
  options: { readonly locks: readonly Lock[]; readonly onMissing: OnMissing },
): Decisions {
  const compile = (predicate: Predicate) =>
    compilePredicate(predicate, { context, sets: policy.sets, onMissing: options.onMissing });
  const { eligibility } = policy;
  const locks = new Map<string, Lock[]>();
  for (const lock of options.locks) locks.set(lock.person, [...(locks.get(lock.person) ?? []), lock]);
  const deciders: Deciders = {
    policy,
    context,
    locks,
    onMissing: options.onMissing,
    inScope: schoolsInScope(policy, context, options.onMissing),
    due: eligibility.due.map((entry) => ({ entry, who: compile(entry.who) })),
    exemptions: eligibility.exemptions.map((entry) => ({ entry, when: compile(entry.when) })),
    forced: eligibility.forced.map((entry) => ({ entry, when: compile(entry.when) })),
    volunteers: eligibility.volunteers === undefined ? undefined : compile(eligibility.volunteers.who),
    backbone: eligibility.backbone === undefined ? undefined : compile({ set: eligibility.backbone }),
  };
  const decisions = context.county.persons.map((person, index) => decide(person, index, deciders));
  return { decisions, inScope: deciders.inScope };
}

function schoolsInScope(policy: Policy, context: FactContext, onMissing: OnMissing): Uint8Array {
  const test = compilePredicate(policy.scope.schools, { context, sets: policy.sets, onMissing });
  const subject = emptySubject();
  return Uint8Array.from(context.county.schools, (_school, index) => {
    subject.school = index;
    return test(subject) ? 1 : 0;
  });
}

function decide(person: Person, index: number, deciders: Deciders): Decision {
  const { county } = deciders.context;
  const subject: Subject = { ...emptySubject(), person: index, from: county.works[index] as number };
  const reasons: Reason[] = [];
  const absence = outside(person, index, deciders) ?? away(person, deciders);
  if (absence !== undefined) reasons.push(absence.reason);
  const inside = absence?.standing !== "outOfScope";
  const exemptions = inside ? deciders.exemptions.filter(({ when }) => when(subject)).map(({ entry }) => entry) : [];
  reasons.push(...exemptions.map((entry) => reasonOf("exempt", entry)));
  const settled = absence !== undefined && absence.standing !== "recruit";
  const forced =
    inside && !settled ? deciders.forced.filter(({ when }) => when(subject)).map(({ entry }) => entry) : [];
  reasons.push(...forced.map((entry) => reasonOf("forced", entry)));
  const meetsDue = inside && absence === undefined && addDueReasons(person, subject, { deciders, reasons });
  const volunteer = inside && absence === undefined && volunteers(person, subject, deciders);
  if (volunteer) reasons.push(volunteerReason(deciders.policy));
  const lock = (deciders.locks.get(person.id) ?? []).find((entry) => !("forbid" in entry));
  if (lock !== undefined) reasons.push(lockReason(lock));
  const exempt = exemptions.length > 0;
  const standing = absence?.standing ?? strongest({ exempt, lock, forced: forced.length > 0, meetsDue, volunteer });
  if (standing === "notDue") reasons.push(NOT_DUE);
  return {
    standing,
    reasons,
    meetsDue,
    exempt,
    forced: forced.length > 0,
    volunteer,
    occupiesHeadcount: exemptions.every((entry) => entry.occupiesHeadcount) && statesNoAbsence(person),
    backbone: deciders.backbone?.(subject) ?? false,
  };
}

/** Precedence: exempt > pinned > forced > due > volunteer. */
function strongest(facts: {
  readonly exempt: boolean;
  readonly lock: Lock | undefined;
  readonly forced: boolean;
  readonly meetsDue: boolean;
  readonly volunteer: boolean;
}): Standing {
  if (facts.exempt) return "exempt";
  if (facts.lock !== undefined) return "stay" in facts.lock ? "held" : "pinned";
  if (facts.forced) return "forced";
  if (facts.meetsDue) return "due";
  return facts.volunteer ? "volunteer" : "notDue";
}

function statesNoAbsence(person: Person): boolean {
  return person.statuses.every((status) => status.occupiesHeadcount !== false);
}

interface Absence {
  readonly standing: "outOfScope" | "recruit" | "running" | "returning";
  readonly reason: Reason;
}

function outside(person: Person, index: number, { policy, context, inScope }: Deciders): Absence | undefined {
  const school = context.county.works[index] as number;
  if (school === NONE) {
    const text = { zh: "当年新招聘教师，首次安排学校", en: "Recruit of the year: needs a first school" };
    return { standing: "recruit", reason: { code: "recruit", rule: "recruit", source: "", text, sensitive: false } };
  }
  if (inScope[school] === 1 && person.inPost && person.establishment === "established") return undefined;
  const { source, text } = policy.scope;
  return { standing: "outOfScope", reason: { code: "outOfScope", rule: "scope", source, text, sensitive: false } };
}

function away(person: Person, { policy, context }: Deciders): Absence | undefined {
  const record = currentExchange(person);
  if (person.currentSchool === undefined || person.currentSchool === person.homeSchool) return undefined;
  const { returns } = policy.eligibility;
  const source = returns?.source ?? "";
  const extended = returns?.extendIfGoalMissed === true && record?.goalMet === false;
  const ended = record !== undefined && record.end < context.start && !extended;
  if (ended) {
    const text = { zh: `交流期满（${record.end}）`, en: `Exchange ended on ${record.end}` };
    return { standing: "returning", reason: { code: "returning", rule: "returns", source, text, sensitive: false } };
  }
  const text = extended
    ? { zh: "交流目标未完成，延长交流", en: "Exchange extended: the goal was missed" }
    : { zh: "正在交流期内", en: "On an exchange that goes on" };
  return {
    standing: "running",
    reason: { code: extended ? "extended" : "running", rule: "returns", source, text, sensitive: false },
  };
}

function addDueReasons(
  person: Person,
  subject: Subject,
  { deciders, reasons }: { readonly deciders: Deciders; readonly reasons: Reason[] },
): boolean {
  const met = deciders.due.filter(
    ({ who, entry }) =>
      who(subject) && meetsAge(person, entry, deciders) && meetsYears(person, entry, { deciders, subject }),
  );
  reasons.push(...met.map(({ entry }) => reasonOf("due", { ...entry, sensitive: false })));
  return met.length > 0;
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
  code: string,
  entry: { readonly id: string; readonly source: string; readonly text: Text; readonly sensitive: boolean },
): Reason {
  return { code, rule: entry.id, source: entry.source, text: entry.text, sensitive: entry.sensitive };
}

function volunteerReason(policy: Policy): Reason {
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
