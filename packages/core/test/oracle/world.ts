import type { Form } from "../../src/policy.ts";
import type { Instance, Person, Post, School } from "../../src/index.ts";
import { ageInYears, dayAfter, fullYearsUntil, monthsLater } from "./days.ts";

/**
 * A second reading of the policy language and of the documented formats, for tests alone: it shares nothing with the
 * rules, checks and facts of the package but the shapes of documents, and is slow and plain on purpose.
 */

/** A condition as a policy writes it. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly set: string }
  | {
      readonly attr: string;
      readonly op: string;
      readonly value?: unknown;
      readonly of?: string | undefined;
      readonly ifMissing?: boolean | undefined;
    };

/** A lock as its file writes it. */
export interface WrittenLock {
  readonly person: string;
  readonly post?: string;
  readonly school?: string;
  readonly stay?: true;
  readonly forbid?: string;
}

export interface WrittenRule {
  readonly id: string;
  readonly rule: string;
  readonly strength?: "hard" | "override" | "soft";
  readonly price?: number;
  readonly override?: string;
  readonly enabled?: boolean;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface WrittenDue {
  readonly who: Condition;
  readonly age?: { readonly male: number; readonly female: number; readonly inclusive?: boolean };
  readonly years?: {
    readonly measure: "school" | "office" | "leadership";
    readonly office?: string;
    readonly min: number;
  };
}

interface WrittenExemption {
  readonly when: Condition;
  readonly inPrinciple?: boolean;
  readonly occupiesHeadcount?: boolean;
}

/** The parts of a policy document that are read here. */
export interface WrittenPolicy {
  readonly calendar: { readonly cutoff: string; readonly start: string };
  readonly sets?: Readonly<Record<string, Condition>>;
  readonly scope: { readonly schools: Condition };
  readonly eligibility: {
    readonly exchangeBreaksTenure?: boolean;
    readonly due: readonly WrittenDue[];
    readonly exemptions?: readonly WrittenExemption[];
    readonly forced?: readonly { readonly when: Condition }[];
    readonly volunteers?: {
      readonly who?: Condition;
      readonly needsHomeConsent?: boolean;
      readonly needsVacancy?: boolean;
      readonly onlyWishes?: boolean;
    };
    readonly returns?: {
      readonly stayAllowed?: boolean;
      readonly extendIfGoalMissed?: boolean;
      readonly extensionMonths?: number;
    };
  };
  readonly rules: readonly WrittenRule[];
}

export type Standing =
  | "outOfScope"
  | "recruit"
  | "running"
  | "returning"
  | "exempt"
  | "held"
  | "pinned"
  | "forced"
  | "due"
  | "volunteer"
  | "notDue";

/** Posts of one school, kind, stage and subject or office are one place. */
export interface Place {
  readonly key: string;
  /** The id that plans call it by: its first post, or its key where no post is listed. */
  readonly name: string;
  readonly school: string;
  readonly kind: Post["kind"];
  readonly stage?: string | undefined;
  readonly subject?: string | undefined;
  readonly office?: string | undefined;
  readonly posts: readonly Post[];
  /** Heads that it needs. */
  need: number;
}

const LEADERS = new Set(["principal", "vicePrincipal"]);
/** Days between two offices that are still one time as a leader. */
const LEADERSHIP_BREAK_DAYS = 31;
const EARTH_METRES = 6_371_008.8;

const STAGES_OF: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ["kindergarten"],
  primary: ["primary"],
  junior: ["junior"],
  nineYear: ["primary", "junior"],
  senior: ["senior"],
  completeMiddle: ["junior", "senior"],
  vocational: ["vocational"],
  special: ["special"],
};

export const stagesOf = (school: School): readonly string[] => STAGES_OF[school.type] ?? [];

export const isLeader = ({ personType }: Person): boolean => LEADERS.has(personType);

export const inTeam = (person: Person): boolean => person.leadershipTeam ?? isLeader(person);

export function isClosedSchool({ status, students, classes }: School): boolean {
  if (status === "closed") return true;
  return (students !== undefined || classes !== undefined) && (students ?? 0) === 0 && (classes ?? 0) === 0;
}

/** Everything that is true before anybody moves. */
export class World {
  readonly schools: ReadonlyMap<string, School>;
  readonly people: ReadonlyMap<string, Person>;
  readonly places = new Map<string, Place>();
  readonly cutoff: string;
  readonly start: string;
  readonly instance: Instance;
  readonly policy: WrittenPolicy;
  readonly forms: readonly Form[];
  readonly locks: readonly WrittenLock[];
  private readonly headsThere = new Map<string, number>();

  constructor(instance: Instance, policy: WrittenPolicy, forms: readonly Form[], locks: readonly WrittenLock[]) {
    this.instance = instance;
    this.policy = policy;
    this.forms = forms;
    this.locks = locks;
    this.schools = new Map(instance.schools.map((school) => [school.id, school]));
    this.people = new Map(instance.persons.map((person) => [person.id, person]));
    this.cutoff = `${instance.planYear}-${policy.calendar.cutoff}`;
    this.start = `${instance.planYear}-${policy.calendar.start}`;
    this.setPlaces();
  }

  school(id: string): School {
    const found = this.schools.get(id);
    if (found === undefined) throw new Error(`No school ${id}`);
    return found;
  }

  works(person: Person): string | undefined {
    return person.currentSchool ?? person.homeSchool;
  }

  // Places

  private setPlaces(): void {
    for (const post of this.instance.posts) {
      const stage = post.stage ?? (post.kind === "teaching" ? this.onlyStage(post.school) : undefined);
      const place = this.placeOf({ ...post, stage });
      (place.posts as Post[]).push(post);
      place.need += post.capacity ?? Math.ceil((post.periodsPerWeek ?? 0) / (post.fullLoad ?? 1));
    }
    const listed = new Set([...this.places.values()].map(({ school, kind }) => `${school}/${kind}`));
    // Named by the post that is listed first, in the order of ids.
    for (const place of this.places.values()) {
      const first = place.posts.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))[0];
      (place as { name: string }).name = first ?? place.key;
    }
    // A place that no post lists needs nobody where the school lists posts of that kind, else those who fill it.
    const wanted = new Map<Place, number>();
    for (const person of this.instance.persons) {
      // A guest is expected back, and the host needs no head once the exchange is over.
      const place = this.homePlace(person) ?? this.fills(person);
      if (place !== undefined && this.occupies(person)) wanted.set(place, (wanted.get(place) ?? 0) + 1);
    }
    for (const [place, heads] of wanted) {
      if (place.posts.length === 0 && !listed.has(`${place.school}/${place.kind}`)) place.need = heads;
    }
    for (const person of this.instance.persons) {
      const place = this.fills(person);
      if (place !== undefined && this.occupies(person)) {
        this.headsThere.set(place.key, (this.headsThere.get(place.key) ?? 0) + 1);
      }
    }
  }

  private onlyStage(school: string): string | undefined {
    const stages = stagesOf(this.school(school));
    return stages.length === 1 ? stages[0] : undefined;
  }

  placeOf(of: Pick<Place, "school" | "kind" | "stage" | "subject" | "office">): Place {
    const key = [of.school, of.kind, of.stage ?? "", of.subject ?? of.office ?? ""].join("/");
    const found = this.places.get(key);
    if (found !== undefined) return found;
    const { school, kind, stage, subject, office } = of;
    const place: Place = { key, name: key, school, kind, stage, subject, office, posts: [], need: 0 };
    this.places.set(key, place);
    return place;
  }

  /** The place that a post id of a plan means. */
  placeNamed(post: string): Place | undefined {
    return [...this.places.values()].find((place) => place.name === post || place.posts.some(({ id }) => id === post));
  }

  headsAt(place: Place): number {
    return this.headsThere.get(place.key) ?? 0;
  }

  /** The place that a person fills now. */
  fills(person: Person): Place | undefined {
    const at = this.works(person);
    if (at === undefined) return undefined;
    if (person.currentPost !== undefined) {
      const place = this.placeNamed(person.currentPost);
      if (place?.school === at) return place;
    }
    return this.usualPlace(person, at);
  }

  /** The place at the home school, where a person comes back to. */
  homePlace(person: Person): Place | undefined {
    if (person.homeSchool === undefined) return undefined;
    if (this.works(person) === person.homeSchool) return this.fills(person);
    return this.usualPlace(person, person.homeSchool);
  }

  private usualPlace(person: Person, school: string): Place | undefined {
    if (isLeader(person) || person.personType === "midLevel") {
      return this.placeOf({ school, kind: "management", office: person.personType });
    }
    if (person.personType === "support" || person.personType === "logistics") {
      return this.placeOf({ school, kind: person.personType });
    }
    const main = person.subjects.find((skill) => skill.main) ?? person.subjects[0];
    if (main === undefined) return undefined;
    const taught = stagesOf(this.school(school));
    const stages = (main.stages ?? person.stageCertified).filter((stage) => taught.includes(stage));
    const inOrder = taught.filter((stage) => (stages as readonly string[]).includes(stage));
    const withPost = inOrder.find((stage) =>
      this.instance.posts.some(
        (post) =>
          post.school === school && post.subject === main.subject && (post.stage ?? this.onlyStage(school)) === stage,
      ),
    );
    const stage = withPost ?? inOrder[0] ?? this.onlyStage(school);
    return this.placeOf({ school, kind: "teaching", stage, subject: main.subject });
  }

  // Headcount

  /** Whether somebody is counted where he works: on the establishment or sent from outside, in post, using headcount. */
  occupies(person: Person): boolean {
    if (!person.inPost || person.establishment === "temporary") return false;
    const stated = person.statuses
      .filter((status) => this.holds(status))
      .flatMap(({ occupiesHeadcount }) => (occupiesHeadcount === undefined ? [] : [occupiesHeadcount]));
    if (stated.length > 0) return stated.every(Boolean);
    return this.exemptionsOf(person).every(({ occupiesHeadcount = true }) => occupiesHeadcount);
  }

  /** Whether somebody is on the relation ledger. */
  hasRelation(person: Person): boolean {
    return this.occupies(person) && person.establishment === "established";
  }

  working(school: string): number {
    return this.instance.persons.filter((person) => this.works(person) === school && this.occupies(person)).length;
  }

  relation(school: string): number {
    return this.instance.persons.filter((person) => person.homeSchool === school && this.hasRelation(person)).length;
  }

  holds({ from, to, approved }: Person["statuses"][number]): boolean {
    return approved && (from === undefined || from <= this.start) && (to === undefined || to >= this.cutoff);
  }

  // Exchanges

  /** The exchange that brought a person where he works. */
  exchangeOf(person: Person): Person["exchanges"][number] | undefined {
    if (person.currentSchool === undefined || person.currentSchool === person.homeSchool) return undefined;
    return person.exchanges
      .filter(({ to }) => to === person.currentSchool)
      .toSorted((a, b) => (a.end < b.end ? 1 : -1))[0];
  }

  /** Last day of the exchange of a person, an extension included. */
  lastDay(person: Person): string | undefined {
    const record = this.exchangeOf(person);
    if (record === undefined) return undefined;
    const returns = this.policy.eligibility.returns;
    if (record.end >= this.start || record.goalMet !== false || returns?.extendIfGoalMissed !== true) return record.end;
    return monthsLater(record.end, returns.extensionMonths ?? 12);
  }

  isAway(person: Person): boolean {
    const last = this.lastDay(person);
    return last !== undefined && last >= this.start;
  }

  hasEnded(person: Person): boolean {
    const last = this.lastDay(person);
    return last !== undefined && last < this.start;
  }

  mayStayForGood(person: Person): boolean {
    const stay = this.exchangeOf(person)?.stay;
    return this.policy.eligibility.returns?.stayAllowed === true && stay?.applied === true && stay.approved;
  }

  // Standing

  inScope(school: string): boolean {
    return this.meets(this.policy.scope.schools, { school });
  }

  exemptionsOf(person: Person): readonly WrittenExemption[] {
    return (this.policy.eligibility.exemptions ?? []).filter(({ when }) => this.meets(when, { person }));
  }

  isExempt(person: Person): boolean {
    const fixed = this.locks.some((lock) => lock.person === person.id && (lock.school ?? lock.post) !== undefined);
    const yields = fixed || person.application?.volunteer === true;
    return this.exemptionsOf(person).some(({ inPrinciple = false }) => !(inPrinciple && yields));
  }

  isDue(person: Person): boolean {
    return this.policy.eligibility.due.some((group) => this.isDueBy(person, group));
  }

  isDueBy(person: Person, { who, age, years }: WrittenDue): boolean {
    if (!this.meets(who, { person })) return false;
    if (age !== undefined) {
      const limit = person.sex === "male" ? age.male : age.female;
      const has = ageInYears(person.birthDate, this.cutoff);
      if (age.inclusive === false ? has >= limit : has > limit) return false;
    }
    return years === undefined || this.yearsBy(person, years) >= years.min;
  }

  /** Pupils of a school in a stage; 0 where nobody counted them. */
  pupils(id: string, stage: string): number {
    const school = this.school(id);
    const counted = (school.studentsByStage as Readonly<Record<string, number | undefined>> | undefined)?.[stage];
    return counted ?? (this.onlyStage(id) === stage ? (school.students ?? 0) : 0);
  }

  /** The stage in which somebody without a teaching post belongs at a school: its only one. */
  stageAt(id: string): string | undefined {
    const taught = stagesOf(this.school(id));
    return taught.length === 1 ? taught[0] : undefined;
  }

  private yearsBy(person: Person, { measure, office }: NonNullable<WrittenDue["years"]>): number {
    if (measure === "school") return this.yearsAtSchool(person);
    return measure === "office"
      ? this.yearsIn(person, [office ?? ""])
      : this.yearsIn(person, ["principal", "vicePrincipal"]);
  }

  yearsAtSchool(person: Person): number {
    if (person.tenureStart === undefined) return 0;
    const breaks = person.exchanges.filter(
      ({ from, end }) => from === person.homeSchool && end < this.start && end >= (person.tenureStart ?? ""),
    );
    const last =
      this.policy.eligibility.exchangeBreaksTenure === true
        ? breaks
            .map(({ end }) => end)
            .toSorted()
            .at(-1)
        : undefined;
    return fullYearsUntil(last === undefined ? person.tenureStart : dayAfter(last), this.cutoff);
  }

  /** Full years in offices at the home school, without a break, up to the cut-off. */
  yearsIn(person: Person, offices: readonly string[]): number {
    const periods = person.offices
      .filter(({ office, school }) => offices.includes(office) && (school ?? person.homeSchool) === person.homeSchool)
      .filter(({ start }) => start <= this.cutoff)
      .toSorted((a, b) => (a.start < b.start ? 1 : -1));
    let since: string | undefined;
    let until = this.cutoff;
    for (const { start, end } of periods) {
      const last = end ?? this.cutoff;
      const allowed = since === undefined ? 0 : LEADERSHIP_BREAK_DAYS;
      if (daysBetween(last, until) > allowed + (since === undefined ? 0 : 1)) break;
      if (since === undefined || start < since) since = start;
      until = since;
    }
    return since === undefined ? 0 : fullYearsUntil(since, this.cutoff);
  }

  standing(person: Person): Standing {
    const at = this.works(person);
    if (at === undefined) return "recruit";
    // Staff of the county, on its establishment and in post (YL-02, GL-01).
    if (!this.inScope(at) || !person.inPost || person.establishment !== "established") return "outOfScope";
    if (this.isAway(person)) return "running";
    if (this.hasEnded(person)) return "returning";
    if (this.isExempt(person)) return "exempt";
    const own = this.locks.filter((lock) => lock.person === person.id);
    if (own.some(({ stay }) => stay === true)) return "held";
    if (own.some(({ school, post }) => (school ?? post) !== undefined)) return "pinned";
    if ((this.policy.eligibility.forced ?? []).some(({ when }) => this.meets(when, { person }))) return "forced";
    if (this.isDue(person)) return "due";
    return this.isVolunteer(person) ? "volunteer" : "notDue";
  }

  /** Whether somebody applied to move as the policy lets people apply, due or not. */
  isVolunteer(person: Person): boolean {
    const rules = this.policy.eligibility.volunteers;
    if (rules === undefined || person.application?.volunteer !== true) return false;
    if ((rules.needsHomeConsent ?? true) && !person.application.homeConsent) return false;
    return rules.who === undefined || this.meets(rules.who, { person });
  }

  // Distance

  metres(person: Person, school: string): number | undefined {
    const { matrix, roadFactor } = this.instance.travel;
    const [row, column] = [matrix?.persons.indexOf(person.id) ?? -1, matrix?.schools.indexOf(school) ?? -1];
    const listed = matrix?.metres[row]?.[column];
    if (listed !== undefined && listed !== null) return listed;
    const [a, b] = [person.residence, this.school(school).coordinates];
    if (a === undefined || b === undefined) return undefined;
    return Math.round(roadFactor * onTheSphere(a, b));
  }

  /** Metres by road between two schools. */
  metresBetween(from: string, to: string): number {
    const [a, b] = [this.school(from).coordinates, this.school(to).coordinates];
    return a === undefined || b === undefined ? 0 : Math.round(this.instance.travel.roadFactor * onTheSphere(a, b));
  }

  // Conditions

  meets(condition: Condition, about: About): boolean {
    if ("all" in condition) return condition.all.every((part) => this.meets(part, about));
    if ("any" in condition) return condition.any.some((part) => this.meets(part, about));
    if ("not" in condition) return !this.meets(condition.not, about);
    if ("set" in condition) {
      const set = this.policy.sets?.[condition.set];
      if (set === undefined) throw new Error(`No set ${condition.set}`);
      return this.meets(set, about);
    }
    if (condition.of !== undefined) throw new Error(`Nothing is known about comparing with ${condition.of}`);
    const is = this.attribute(condition.attr, about);
    if (is === undefined) return condition.ifMissing ?? false;
    return compares(condition.op, is, condition.value);
  }

  private attribute(attr: string, about: About): unknown {
    const [root = "", name = ""] = attr.split(".");
    const { person, move } = about;
    if (root === "person" && person !== undefined) return this.personAttribute(person, name);
    if (root === "from" && person !== undefined) return this.schoolAttribute(this.works(person), name);
    if (root === "to") return this.schoolAttribute(move?.place.school ?? about.school, name);
    if (root === "school") return this.schoolAttribute(about.school, name);
    if (root === "post" && move !== undefined) return this.postAttribute(move.place, name);
    if (root === "move" && move !== undefined && person !== undefined) return this.moveAttribute(person, move, name);
    throw new Error(`Nothing is known about ${attr} here`);
  }

  private personAttribute(person: Person, name: string): unknown {
    switch (name) {
      case "age":
        return ageInYears(person.birthDate, this.cutoff);
      case "statuses":
        return person.statuses.filter((status) => this.holds(status)).map(({ code }) => code);
      case "subjects":
        return person.subjects.map(({ subject }) => subject);
      case "title":
        return person.professionalTitle;
      case "leadershipTeam":
        return inTeam(person);
      case "newRecruit":
        return person.recruitYear === this.instance.planYear;
      case "yearsAtSchool":
        return this.yearsAtSchool(person);
      case "inClassCycle":
        return person.classCycleUntil !== undefined && person.classCycleUntil > this.start;
      case "volunteer":
        return person.application?.volunteer === true;
      case "homeConsent":
        return person.application?.homeConsent === true;
      case "inSurplusPost": {
        const place = this.fills(person);
        return place !== undefined && this.headsAt(place) > place.need;
      }
      default: {
        if (!(name in person) && !KNOWN_OF_PERSON.has(name)) throw new Error(`Nothing is known about person.${name}`);
        return (person as unknown as Record<string, unknown>)[name];
      }
    }
  }

  private schoolAttribute(id: string | undefined, name: string): unknown {
    if (id === undefined) return undefined;
    const school = this.school(id);
    const over = (sign: 1 | -1) =>
      school.establishment === undefined ? undefined : sign * (this.working(id) - school.establishment) > 0;
    switch (name) {
      case "stages":
        return stagesOf(school);
      case "headcount":
        return this.working(id);
      case "overEstablishment":
        return over(1);
      case "underEstablishment":
        return over(-1);
      default:
        return (school as unknown as Record<string, unknown>)[name];
    }
  }

  private postAttribute(place: Place, name: string): unknown {
    if (name === "vacant") return this.isShort(place);
    if (name === "stageShort") {
      const same = [...this.places.values()].filter(({ stage, kind }) => stage === place.stage && kind === "teaching");
      return same.reduce((sum, { need }) => sum + need, 0) > same.reduce((sum, one) => sum + this.headsAt(one), 0);
    }
    if (name === "stage" || name === "office") return place[name] ?? "none";
    return (place as unknown as Record<string, unknown>)[name];
  }

  private moveAttribute(person: Person, { place, form }: Way, name: string): unknown {
    switch (name) {
      case "form":
        return form.code;
      case "relationMoves":
        return form.relationMoves;
      case "sameTownship": {
        const from = this.works(person);
        const [a, b] = [
          from === undefined ? undefined : this.school(from).township,
          this.school(place.school).township,
        ];
        return a === undefined || b === undefined ? undefined : a === b;
      }
      case "wishRank": {
        const at = person.application?.wishes.indexOf(place.school) ?? -1;
        return at < 0 ? undefined : at + 1;
      }
      case "metres":
        return this.metres(person, place.school);
      default:
        throw new Error(`Nothing is known about move.${name}`);
    }
  }

  /** Whether a place has fewer heads than it needs on plan start. */
  isShort(place: Place): boolean {
    return this.headsAt(place) < place.need;
  }
}

/** A way to move: to which place, in which form. */
export interface Way {
  readonly place: Place;
  readonly form: Form;
}

/** What a condition is asked about. */
export interface About {
  readonly person?: Person;
  readonly school?: string;
  readonly move?: Way;
}

const KNOWN_OF_PERSON = new Set(["title", "education", "retireCategory", "recruitYear", "ruralYears", "schoolsWorked"]);

function compares(op: string, is: unknown, value: unknown): boolean {
  const list = (of: unknown): readonly unknown[] => (Array.isArray(of) ? of : [of]);
  switch (op) {
    case "eq":
      return is === value;
    case "in":
      return list(value).includes(is);
    case "has":
      return list(value).some((item) => list(is).includes(item));
    case "lt":
      return (is as number) < (value as number);
    case "le":
      return (is as number) <= (value as number);
    case "gt":
      return (is as number) > (value as number);
    case "ge":
      return (is as number) >= (value as number);
    default:
      throw new Error(`Unknown comparison ${op}`);
  }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function onTheSphere(a: Point, b: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (angle: number) => Math.sin(rad(angle) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
