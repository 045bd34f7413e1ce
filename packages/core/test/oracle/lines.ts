import type { Form } from "../../src/policy.ts";
import type { Person } from "../../src/index.ts";
import type { Plan, PlanMove } from "../../src/plan.ts";
import { dayBefore, monthsLater } from "./days.ts";
import type { Place } from "./kinds.ts";
import type { World } from "./world.ts";
import { isClosedSchool } from "./kinds.ts";

/** Who may go where, in which form, and what is wrong with a line of a plan in itself. */

export type Lines = Pick<Plan, "moves" | "returns" | "participations" | "itineraries">;

/** What is wrong with lines: the code of the refusal and the person. */
export interface Fault {
  readonly code: string;
  readonly person: string;
}

export const isWhole = ({ fullTimeShare: { numerator, denominator } }: Form) => numerator === denominator;

/** Whether two schools lie in a common group of the reach of a form. */
export function reaches(world: World, from: string | undefined, to: string, scope: Form["scope"]): boolean {
  if (from === undefined) return true;
  const [a, b] = [world.school(from), world.school(to)];
  const shares = (one: readonly string[], other: readonly string[]) => one.some((id) => other.includes(id));
  switch (scope) {
    case "school":
      return from === to;
    case "county":
      return a.county === b.county;
    case "township":
      return a.township !== undefined && a.township === b.township;
    case "zone":
      return shares(a.zones, b.zones);
    case "alliance":
      return shares(a.alliances, b.alliances);
    case "schoolGroup":
      return shares(a.schoolGroups, b.schoolGroups);
    case "pair":
      return shares(a.pairs, b.pairs);
    default:
      throw new Error("A scope that is not known");
  }
}

/** Whether a person can teach a subject in a stage, by certificate and skill. */
export function canTeach(person: Person, subject: string | undefined, stage: string | undefined): boolean {
  if (stage !== undefined && !(person.stageCertified as readonly string[]).includes(stage)) return false;
  if (subject === undefined) return true;
  return person.subjects.some(
    (skill) =>
      skill.subject === subject &&
      skill.certified &&
      (skill.stages === undefined || stage === undefined || (skill.stages as readonly string[]).includes(stage)),
  );
}

const NEXT_OFFICE: Readonly<Record<string, string>> = {
  vicePrincipal: "principal",
  midLevel: "vicePrincipal",
  reserveCadre: "vicePrincipal",
};

/** Whether a person has the stage, subject or office that a place asks for, in a form. */
export function isQualified(
  world: World,
  person: Person,
  place: Place,
  form: Form,
  stage = world.fills(person)?.stage,
): boolean {
  if (!form.kinds.includes(place.kind)) return false;
  if (place.kind === "management") {
    if (place.office === undefined) return ["principal", "vicePrincipal", "midLevel"].includes(person.personType);
    return person.personType === place.office || (form.promotes && NEXT_OFFICE[person.personType] === place.office);
  }
  if (place.kind !== "teaching") return true;
  if (!canTeach(person, place.subject, place.stage)) return false;
  const main = person.subjects.find((skill) => skill.main) ?? person.subjects[0];
  if (!form.crossSubject && place.subject !== undefined && place.subject !== main?.subject) return false;
  return form.crossStage || stage === undefined || place.stage === undefined || stage === place.stage;
}

/** Whether the policy lets a person go to a place in a form, locks and standing aside. */
export function admits(world: World, person: Person, place: Place, form: Form): boolean {
  const from = world.works(person);
  if (!isWhole(form)) return false;
  if ((form.code === "recruit") !== (from === undefined)) return false;
  if (form.scope === "school" ? from !== place.school : from === place.school) return false;
  if (form.scope === "school" && world.fills(person) === place) return false;
  if (!world.inScope(place.school) || isClosedSchool(world.school(place.school))) return false;
  if (!reaches(world, from, place.school, form.scope)) return false;
  if (!isQualified(world, person, place, form)) return false;
  return world.meets(form.who, { person }) && world.meets(form.where, { person, move: { place, form } });
}

function consents(world: World, person: Person, to: string): boolean {
  const regions = person.application?.consentRegions ?? [];
  if (regions.length === 0) return true;
  const school = world.school(to);
  return regions.some((region) => region === school.township || school.zones.includes(region));
}

/** Somebody whom a person names for a swap, and who names him. */
export function swapPartnerOf(world: World, { id, swapPartner }: Person): Person | undefined {
  const named = world.instance.persons.find((other) => other.id === swapPartner && other.id !== id);
  return named?.swapPartner === id ? named : undefined;
}

/** What mere volunteers may not do. */
function mayAsVolunteer(world: World, person: Person, place: Place): boolean {
  const rules = world.policy.eligibility.volunteers;
  if (!consents(world, person, place.school)) return false;
  const partner = swapPartnerOf(world, person);
  const swaps = partner !== undefined && world.fills(partner) === place;
  if ((rules?.needsVacancy ?? true) && !world.isShort(place) && !swaps) return false;
  return rules?.onlyWishes !== true || (person.application?.wishes ?? []).includes(place.school);
}

const MAY_MOVE = new Set(["recruit", "pinned", "forced", "due", "volunteer"]);

/** The forms in which a person may go to a place. */
function formsOf(world: World, person: Person, place: Place): readonly Form[] {
  if (world.standing(person) === "volunteer" && !mayAsVolunteer(world, person, place)) return [];
  return world.forms.filter((form) => admits(world, person, place, form));
}

/** The first form of the policy in which a person may go to a place. */
export function formOf(world: World, person: Person, place: Place): Form | undefined {
  return formsOf(world, person, place)[0];
}

/** Places that somebody could go to, locks aside. */
export function possiblePlaces(world: World, person: Person): readonly Place[] {
  return [...world.places.values()].filter((place) => formOf(world, person, place) !== undefined);
}

function breaksLock(world: World, person: Person, place: Place): boolean {
  return (
    world.locks.some(({ person: id, stay }) => id === person.id && stay === true) || isRuledOut(world, person, place)
  );
}

/** Whether a decision forbids a place, or names another. */
function isRuledOut(world: World, person: Person, place: Place): boolean {
  return world.locks
    .filter((lock) => lock.person === person.id)
    .some(({ forbid, school, post }) => {
      if (forbid !== undefined) return forbid === place.school;
      if (school !== undefined) return school !== place.school;
      return post !== undefined && world.placeNamed(post) !== place;
    });
}

/** What is wrong with a move in itself. */
function faultsOfMove(world: World, move: PlanMove): readonly string[] {
  const person = world.people.get(move.person);
  if (person === undefined) return ["unknown-person"];
  if (!world.schools.has(move.to)) return ["unknown-school"];
  const place = world.placeNamed(move.post);
  if (place === undefined) return ["unknown-post"];
  const form = world.forms.find(({ code }) => code === move.form);
  if (form === undefined) return ["unknown-form"];
  const faults: string[] = [];
  const standing = world.standing(person);
  if (!MAY_MOVE.has(standing)) faults.push("must-not-move");
  if ((move.from ?? undefined) !== world.works(person)) faults.push("wrong-origin");
  if (place.school !== move.to) return [...faults, "post-elsewhere"];
  if (breaksLock(world, person, place)) faults.push("lock-broken");
  const right = formsOf(world, person, place);
  if (right.length === 0) faults.push("not-admitted");
  else if (right.every(({ code }) => code !== form.code)) faults.push("wrong-form");
  if (move.relationMoves !== form.relationMoves) faults.push("wrong-relation");
  if (move.start !== world.start) faults.push("wrong-start");
  if (!isTerm(world, move, form)) faults.push("wrong-term");
  if (move.distanceMetres !== (world.metres(person, move.to) ?? null)) faults.push("wrong-distance");
  return faults;
}

/** An exchange lasts from the least to the most months of its form; who takes the relation along may go for good. */
function isTerm(world: World, { end }: PlanMove, form: Form): boolean {
  if (end === null) return form.code === "recruit" || form.relationMoves;
  const day = (months: number) => dayBefore(monthsLater(world.start, months));
  return end >= day(form.termMonths.min) && end <= day(form.termMonths.max);
}

function faultsOfReturn(world: World, line: Lines["returns"][number]): readonly string[] {
  const person = world.people.get(line.person);
  if (person === undefined) return ["unknown-person"];
  if (world.standing(person) !== "returning") return ["not-returning"];
  const faults: string[] = [];
  if (line.from !== world.works(person)) faults.push("wrong-origin");
  const place = line.settles ? world.fills(person) : world.homePlace(person);
  if (place === undefined || line.to !== place.school || world.placeNamed(line.post) !== place)
    faults.push("wrong-return");
  if (line.settles && !world.mayStayForGood(person)) faults.push("settle-not-approved");
  const own = world.locks.filter((lock) => lock.person === person.id);
  if (
    own.some(
      ({ forbid, school, stay }) =>
        forbid === line.to || (school !== undefined && school !== line.to) || (stay === true && !line.settles),
    )
  ) {
    faults.push("lock-broken");
  }
  return faults;
}

/** A light form is at a school and at no post. */
const somewhereAt = (school: string): Place => ({ key: "", name: "", school, kind: "teaching", posts: [], need: 0 });

/** Whether somebody may take part in a light form at a school. */
export function admitsLight(world: World, person: Person, to: string, form: Form): boolean {
  return (
    !isWhole(form) &&
    !["outOfScope", "recruit", "running", "returning"].includes(world.standing(person)) &&
    couldTeachAt(world, person, to, form)
  );
}

/** Whether somebody takes up periods of a school where the own post is, or is about to be, and nowhere else. */
export const staysInside = (form: Form) => !isWhole(form) && form.scope === "school";

/**
 * Whether a light form brings somebody to a school, whatever is decided about the person this year.
 *
 * @param from - the school that the person works at then
 */
export function couldTeachAt(
  world: World,
  person: Person,
  to: string,
  form: Form,
  from = world.works(person),
): boolean {
  if (from === undefined || (from === to) !== staysInside(form) || !world.inScope(from)) return false;
  if (!world.inScope(to) || isClosedSchool(world.school(to))) return false;
  if (!reaches(world, from, to, form.scope)) return false;
  return (
    world.meets(form.who, { person, from }) &&
    world.meets(form.where, { person, from, school: to, move: { place: somewhereAt(to), form } })
  );
}

/** Everything that is wrong with the lines of a plan, whatever the rules say. */
export function faultsOf(world: World, lines: Lines): readonly Fault[] {
  const faults: Fault[] = [];
  const once = new Set<string>();
  for (const line of [...lines.moves, ...lines.returns]) {
    const codes = "settles" in line ? faultsOfReturn(world, line) : faultsOfMove(world, line);
    if (once.has(line.person)) faults.push({ code: "repeated-person", person: line.person });
    once.add(line.person);
    faults.push(...codes.map((code) => ({ code, person: line.person })));
  }
  const goes = new Set([...lines.moves, ...lines.returns].map(({ person }) => person));
  const light = new Set<string>();
  for (const line of [...lines.participations, ...lines.itineraries]) {
    const person = world.people.get(line.person);
    const form = world.forms.find(({ code }) => code === line.form);
    if (person === undefined || form === undefined) continue;
    const key = "post" in line ? `${line.person}/${String(line.post)}` : line.person;
    // Who comes to a school may teach other posts there, in a form that stays at one school.
    const move = lines.moves.find((one) => one.person === line.person);
    const isBeside = "post" in line && move?.to === line.to && staysInside(form);
    if ((goes.has(line.person) && !isBeside) || light.has(key))
      faults.push({ code: "repeated-person", person: line.person });
    light.add(key);
    const isAdmitted = isBeside
      ? couldTeachAt(world, person, line.to, form, line.to)
      : admitsLight(world, person, line.to, form);
    if (!isAdmitted) faults.push({ code: "light-not-admitted", person: line.person });
    const own = isBeside && move !== undefined ? world.placeNamed(move.post) : world.fills(person);
    if ("post" in line && own?.posts.some(({ id }) => id === line.post) === true)
      faults.push({ code: "own-post", person: line.person });
  }
  return faults;
}

/** Places that admit somebody whatever the standing is this year, and that no decision about the place rules out. */
export function possibleAnyhow(world: World, person: Person): readonly Place[] {
  return [...world.places.values()].filter(
    (place) => !isRuledOut(world, person, place) && world.forms.some((form) => admits(world, person, place, form)),
  );
}
