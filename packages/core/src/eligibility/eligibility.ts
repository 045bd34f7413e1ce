import type { County } from "../instance/county.ts";
import { NONE } from "../instance/county.ts";
import type { Issue, Text } from "../instance/issue.ts";
import type { Person } from "../instance/person.ts";
import { AS_LISTED } from "../instance/references.ts";
import type { FactContext } from "../policy/attributes.ts";
import { factContext } from "../policy/fact-context.ts";
import { attributesOf } from "../policy/policy-attributes.ts";
import { planDates } from "../policy/facts.ts";
import type { PolicyTerms } from "../policy/policy.ts";
import { Admission } from "./admissible.ts";
import type { Decision } from "./decision.ts";
import { decideAll } from "./decide.ts";
import type { Lock } from "./locks.ts";
import { placeOfValue } from "./value-place.ts";
import { lockedOtherwise } from "./locks.ts";
import { recruitsElsewhere } from "./recruits-elsewhere.ts";
import { withNeeds } from "./needs.ts";
import { withRests } from "./rests.ts";
import { waysBackOf } from "./ways-back.ts";

/**
 * A county under a policy and the decisions already taken: who must, may and must not move, where to and why.
 *
 * @public
 */
export interface DecidedCounty {
  readonly county: County;
  /** The county as it was given: what unlisted posts need is not decided in it. */
  readonly given: County;
  readonly policy: PolicyTerms;
  readonly context: FactContext;
  readonly locks: readonly Lock[];
  /** Shapes: one entry a person. */
  readonly decisions: readonly Decision[];
  /** Shapes: one entry a school; 1 in scope. */
  readonly inScope: Uint8Array;
  readonly admission: Admission;
  readonly issues: readonly Issue[];
}

/**
 * Decides eligibility of every person under a policy and locks.
 *
 * @public
 */
export function decideEligibility(county: County, policy: PolicyTerms, locks: readonly Lock[] = []): DecidedCounty {
  return decided({ county, policy, locks });
}

/**
 * Decides eligibility again where locks differ: about people who are locked otherwise; all other decisions are the very
 * same.
 *
 * @param before - an eligibility under a policy with the same calendar, sets, scope, eligibility and forms
 * @throws {RangeError} if the eligibility before has issues: they may be about people who are not asked about again
 */
export function decideAgain(before: DecidedCounty, policy: PolicyTerms, locks: readonly Lock[]): DecidedCounty {
  if (before.issues.length > 0) throw new RangeError("Cannot keep decisions that were made with issues");
  return decided({ county: before.given, policy, locks, before });
}

interface DecidedInput {
  readonly county: County;
  readonly policy: PolicyTerms;
  readonly locks: readonly Lock[];
  readonly before?: DecidedCounty;
}

function decided({ county: given, policy, locks, before }: DecidedInput): DecidedCounty {
  const calendar = {
    dates: planDates(given.instance.planYear, policy.calendar),
    tenure: policy.eligibility,
    attributes: attributesOf(policy),
  };
  const missing = new MissingValues(given);
  const onMissing = missing.note.bind(missing);
  const options = { locks, onMissing, ...(before && { stands: standing(before, locks) }) };
  const { decisions, inScope } = decideAll(policy, factContext(given, calendar), options);
  // Who uses no headcount leaves the post open (XC-15): known once the exemptions are decided.
  const occupies = (person: number) => (decisions[person] as Decision).occupiesHeadcount;
  const needs = withNeeds(given, occupies);
  const rounded = factContext(needs, calendar, occupies);
  const county = withRests(needs, { context: rounded, policy, inScope, occupies });
  const context = county === needs ? rounded : factContext(county, calendar, occupies);
  const admission = new Admission({ policy, context, decisions, inScope, locks, onMissing });
  if (before !== undefined) admission.learn(before);
  const issues = [
    ...missing.issues(),
    ...missingOffices(county, policy, decisions),
    ...recruitsElsewhere(county, policy, decisions),
    ...lockIssues({ county, policy, locks }, decisions),
  ];
  return { county, given, policy, context, locks, decisions, inScope, admission, issues };
}

/** Returns the decisions that other locks leave as they were. */
function standing({ county, decisions, locks }: DecidedCounty, now: readonly Lock[]) {
  const again = lockedOtherwise(locks, now);
  return (person: number) => (again.has((county.persons[person] as Person).id) ? undefined : decisions[person]);
}

/** Collects values that conditions needed and did not find; one issue a person and attribute. */
class MissingValues {
  readonly #county: County;
  readonly #found = new Map<string, Set<number>>();

  constructor(county: County) {
    this.#county = county;
  }

  note(
    attr: string,
    subject: { readonly person: number; readonly from: number; readonly to: number; readonly school: number },
  ): void {
    // Who has no such wish, or no spouse, lacks no value.
    if (attr === "move.wishRank" || attr === "person.spouseSchool") return;
    if (attr === "move.homeTownship") {
      this.note("person.residenceTownship", subject);
      return;
    }
    const root = attr.split(".")[0];
    const position =
      root === "person"
        ? subject.person
        : root === "from"
          ? subject.from
          : root === "school"
            ? subject.school
            : subject.to;
    // A recruit has no school yet: nothing is missing of it.
    if (position < 0) return;
    const key = root === "person" ? attr : attr.replace(/^(from|to|school)\./, "school.");
    const positions = this.#found.get(key) ?? new Set<number>();
    this.#found.set(key, positions.add(position));
  }

  issues(): readonly Issue[] {
    return [...this.#found].flatMap(([attr, positions]) =>
      [...positions].sort((a, b) => a - b).map((position) => this.#issue(attr, position)),
    );
  }

  #issue(attr: string, position: number): Issue {
    const ofPerson = attr.startsWith("person.");
    const subject = ofPerson ? this.#county.persons[position] : this.#county.schools[position];
    const id = subject?.id ?? "?";
    const place = placeOfValue(attr);
    const name = place.at(-1) ?? attr;
    return {
      code: "missing-value",
      severity: "error",
      path: [ofPerson ? "persons" : "schools", id, ...place],
      message: {
        zh: `${ofPerson ? "人员" : "学校"}“${id}”缺少“${name}”，政策需要它才能判断`,
        en: `${ofPerson ? "Person" : "School"} "${id}" lacks "${name}", which the policy needs`,
      },
      advice: { zh: "请补填该项", en: "Fill in the value" },
    };
  }
}

/** Leaders of whom nobody wrote since when: where a policy counts years in office they would never be due, and nobody would know. */
function missingOffices(
  county: County,
  { eligibility }: PolicyTerms,
  decisions: readonly Decision[],
): readonly Issue[] {
  const counts = eligibility.due.some(({ years }) => years !== undefined && years.measure !== "school");
  if (!counts) return [];
  return county.persons.flatMap(({ id, personType, offices }, index): Issue[] => {
    const isLeader = personType === "principal" || personType === "vicePrincipal";
    if (!isLeader || offices.length > 0 || decisions[index]?.standing === "outOfScope") return [];
    return [
      {
        code: "missing-offices",
        severity: "warning",
        path: ["persons", id, "offices"],
        message: {
          zh: `校长或副校长“${id}”没有任职经历，任职年限按0年计算，不会列为应交流`,
          en: `Leader "${id}" has no record of offices: the years count as 0 and the leader is never due`,
        },
        advice: { zh: "请在任职经历表中补填起始日期", en: "Add the start of the office to the records" },
      },
    ];
  });
}

function lockIssues({ county, policy, locks }: DecidedInput, decisions: readonly Decision[]): readonly Issue[] {
  const targets = new Set(county.cells.flatMap((cell) => [cell.key, ...cell.posts]));
  return locks.flatMap((lock, index): Issue[] => {
    const person = county.personIndex.get(lock.person) ?? NONE;
    const goes =
      decisions[person]?.standing === "returning" ? waysBackOf({ county, policy, locks }, person) : undefined;
    const isOpen = goes === undefined ? undefined : goes.home || goes.host;
    const problem = lockProblem(lock, { decision: decisions[person], isOpen, county, targets });
    return problem === undefined ? [] : [{ ...problem, severity: "error", path: ["locks", index] }];
  });
}

interface LockFacts {
  readonly decision: Decision | undefined;
  /** Whether the locks leave somebody whose exchange has ended a way to go; undefined for everybody else. */
  readonly isOpen: boolean | undefined;
  readonly county: County;
  readonly targets: ReadonlySet<string>;
}

type LockProblem = Pick<Issue, "code" | "message"> & { readonly advice: Text };

function lockProblem(lock: Lock, facts: LockFacts): LockProblem | undefined {
  const who = lock.person;
  if (facts.decision === undefined) {
    return {
      code: "unknown-reference",
      message: { zh: `“已定人员”中的“${who}”不存在`, en: `Locked person "${who}" does not exist` },
      advice: AS_LISTED,
    };
  }
  if (!namesPlace(lock, facts)) {
    return {
      code: "unknown-reference",
      message: {
        zh: `“已定人员”为“${who}”填写的学校或岗位不存在`,
        en: `The lock of "${who}" names an unknown school or post`,
      },
      advice: AS_LISTED,
    };
  }
  if (facts.isOpen === true) return undefined;
  if ("forbid" in lock) return facts.isOpen === undefined ? undefined : pinProblem(who, facts.decision);
  return "stay" in lock ? holdProblem(who, facts.decision) : pinProblem(who, facts.decision);
}

/** A recruit has no school to stay at, and where an exchange has ended only who is approved may stay. */
function holdProblem(who: string, { standing }: Decision): LockProblem | undefined {
  if (standing !== "recruit" && standing !== "returning") return undefined;
  return {
    code: "held-cannot-stay",
    message:
      standing === "recruit"
        ? {
            zh: `人员“${who}”是新招聘人员，不能定为留任`,
            en: `Person "${who}" is a recruit and cannot be held`,
          }
        : {
            zh: `人员“${who}”交流期满，留任未经申请、批准或政策不允许，不能定为留任`,
            en: `The exchange of person "${who}" has ended; without application, approval and leave of the policy the person cannot be held at the host`,
          },
    advice: { zh: "请改为调往的学校，或删去这一条", en: "Name the school to go to, or delete the lock" },
  };
}

/** Returns whether the school or post of a lock exists, if it names one. */
function namesPlace(lock: Lock, { county, targets }: LockFacts): boolean {
  if ("post" in lock) return targets.has(lock.post);
  if ("school" in lock) return county.schoolIndex.has(lock.school);
  return !("forbid" in lock) || county.schoolIndex.has(lock.forbid);
}

function pinProblem(who: string, { standing }: Decision): LockProblem | undefined {
  if (standing === "pinned" || standing === "recruit") return undefined;
  if (standing === "exempt") {
    return {
      code: "pinned-exempt",
      message: {
        zh: `人员“${who}”按规定不得安排交流，不能再定去向`,
        en: `Person "${who}" is exempt and cannot be pinned`,
      },
      advice: DELETE_LOCK,
    };
  }
  return {
    code: "pinned-cannot-move",
    message: {
      zh: `人员“${who}”${standing === "running" ? "正在交流期内" : "不符合交流条件"}，不能再定去向`,
      en: `Person "${who}" cannot move (${standing}) and cannot be pinned`,
    },
    advice: DELETE_LOCK,
  };
}

const DELETE_LOCK: Text = {
  zh: "请删去这一条；情况有变的，请先改正数据",
  en: "Delete the lock, or correct the data where they have changed",
};

/** Which people form the base of a quota; every term is a switch (tricky case 11). */
export interface BaseSwitches {
  readonly excludeExempt: boolean;
  readonly excludeWithoutPost: boolean;
}

/**
 * Returns who is in the base of quotas: people who meet a due group at the cut-off, less the exempt of the year and
 * those without a feasible post; without volunteers, recruits and running exchanges.
 *
 * Shapes: one entry a person, 1 in the base.
 *
 * @public
 */
export function quotaBase(eligibility: DecidedCounty, switches: BaseSwitches): Uint8Array {
  const { excludeExempt, excludeWithoutPost } = switches;
  const base = new Uint8Array(eligibility.decisions.length);
  for (const [person, { meetsDue, exempt }] of eligibility.decisions.entries()) {
    if (!meetsDue || (excludeExempt && exempt)) continue;
    base[person] = !excludeWithoutPost || eligibility.admission.hasPost(person) ? 1 : 0;
  }
  return base;
}
