import type { Form } from "../../src/policy.ts";
import type { Instance, Person, Post, School } from "../../src/index.ts";
import type { About } from "./conditions.ts";
import { Conditions } from "./conditions.ts";
import { ageInYears, dayAfter, daysBetween, fullYearsUntil, monthsLater } from "./days.ts";
import { onTheSphere } from "./distances.ts";
import type { Place } from "./kinds.ts";
import { isLeader, stagesOf } from "./kinds.ts";
import type { Condition, WrittenDue, WrittenExemption, WrittenLock, WrittenPolicy } from "./written.ts";

/**
 * A second reading of the policy language and of the documented formats, for tests alone: it shares nothing with the
 * rules, checks and facts of the package but the shapes of documents, and is slow and plain on purpose.
 */

export type Standing =
  | "outOfScope"
  | "recruit"
  | "running"
  | "returning"
  | "exempt"
  | "held"
  | "pinned"
  | "forced"
  | "inTerm"
  | "due"
  | "volunteer"
  | "notDue";

/** What no notice names a term for: it is for good, or beside the own post. */
const FORMS_WITHOUT_TERM: readonly string[] = [
  "recruit",
  "return",
  "settle",
  "internal",
  "walk",
  "partTime",
  "shadow",
  "collaborate",
  "teamResearch",
  "masterLead",
  "network",
  "flexible",
];
/** Days between two offices that are still one time as a leader. */
const LEADERSHIP_BREAK_DAYS = 31;

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

  /**
   * Whether the term of the exchange that took the relation along has not ended: nothing is arranged within it. First
   * schools, ways back, staying for good and work beside the own post have no term; a closed school binds nobody.
   */
  inTerm(person: Person): boolean {
    const home = person.homeSchool;
    if (home === undefined || this.works(person) !== home || this.isClosed(home)) return false;
    return person.exchanges.some(
      ({ to, form, end }) => to === home && end >= this.start && !FORMS_WITHOUT_TERM.includes(form),
    );
  }

  private isClosed(id: string): boolean {
    const { status, students, classes } = this.school(id);
    const counted = [students, classes].filter((count) => count !== undefined);
    return status === "closed" || (counted.length > 0 && counted.every((count) => count === 0));
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
    const yields = fixed || (person.application?.volunteer === true && !this.inTerm(person));
    return this.exemptionsOf(person).some(({ inPrinciple = false }) => !(inPrinciple && yields));
  }

  /** Nobody is due within a term. */
  isDue(person: Person): boolean {
    return !this.inTerm(person) && this.policy.eligibility.due.some((group) => this.isDueBy(person, group));
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
  /** Whether the pupils of a stage of the school are stated, be it none. */
  statesPupils(id: string, stage: string): boolean {
    const school = this.school(id);
    const counted = school.studentsByStage?.[stage as keyof typeof school.studentsByStage];
    return counted !== undefined || (this.onlyStage(id) === stage && school.students !== undefined);
  }

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
    const inTerm = this.inTerm(person);
    const forces = (this.policy.eligibility.forced ?? []).filter(({ withinTerm }) => !inTerm || withinTerm === true);
    if (forces.some(({ when }) => this.meets(when, { person }))) return "forced";
    if (inTerm) return "inTerm";
    if (this.isDue(person)) return "due";
    return this.isVolunteer(person) ? "volunteer" : "notDue";
  }

  /** Whether somebody applied to move as the policy lets people apply, due or not. */
  isVolunteer(person: Person): boolean {
    const rules = this.policy.eligibility.volunteers;
    if (rules === undefined || person.application?.volunteer !== true || this.inTerm(person)) return false;
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
    return new Conditions(this).meets(condition, about);
  }

  /** Whether a place has fewer heads than it needs on plan start. */
  isShort(place: Place): boolean {
    const [heads, { need, joined }] = [this.headsAt(place), place];
    if (joined === undefined || heads !== need) return heads < need;
    return joined.places.filter((one) => this.headsAt(one) > one.need).length < joined.beyond;
  }
}
