import type { Instance, Person, School } from "../../src/index.ts";
import type { Form } from "../../src/policy.ts";
import { ageInYears } from "./days.ts";
import type { Place } from "./kinds.ts";
import { unitsOf } from "./units.ts";
import { inTeam, stagesOf } from "./kinds.ts";
import type { Condition, WrittenPolicy } from "./written.ts";

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
  /** School that the person works at when it matters, where that is another than now. */
  readonly from?: string | undefined;
}

/** What conditions ask about the world before anybody moves. */
interface Asked {
  readonly instance: Instance;
  readonly policy: WrittenPolicy;
  readonly start: string;
  readonly cutoff: string;
  readonly places: ReadonlyMap<string, Place>;
  school(id: string): School;
  works(person: Person): string | undefined;
  holds(status: Person["statuses"][number]): boolean;
  yearsAtSchool(person: Person): number;
  fills(person: Person): Place | undefined;
  headsAt(place: Place): number;
  isShort(place: Place): boolean;
  working(school: string): number;
  metres(person: Person, school: string): number | undefined;
}

/** Reads conditions: what they ask about, and whether it is so. */
export class Conditions {
  private readonly world: Asked;

  constructor(world: Asked) {
    this.world = world;
  }

  meets(condition: Condition, about: About): boolean {
    if ("all" in condition) return condition.all.every((part) => this.meets(part, about));
    if ("any" in condition) return condition.any.some((part) => this.meets(part, about));
    if ("not" in condition) return !this.meets(condition.not, about);
    if ("set" in condition) {
      const set = this.world.policy.sets?.[condition.set];
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
    if (root === "from" && person !== undefined)
      return this.schoolAttribute(about.from ?? this.world.works(person), name);
    if (root === "to") return this.schoolAttribute(move?.place.school ?? about.school, name);
    if (root === "school") return this.schoolAttribute(about.school, name);
    if (root === "post" && move !== undefined) return this.postAttribute(move.place, name);
    if (root === "move" && move !== undefined && person !== undefined) return this.moveAttribute(person, move, name);
    throw new Error(`Nothing is known about ${attr} here`);
  }

  private personAttribute(person: Person, name: string): unknown {
    switch (name) {
      case "age":
        return ageInYears(person.birthDate, this.world.cutoff);
      case "statuses":
        return person.statuses.filter((status) => this.world.holds(status)).map(({ code }) => code);
      case "subjects":
        return person.subjects.map(({ subject }) => subject);
      case "title":
        return person.professionalTitle;
      case "leadershipTeam":
        return inTeam(person);
      case "newRecruit":
        return person.recruitYear === this.world.instance.planYear;
      case "yearsAtSchool":
        return this.world.yearsAtSchool(person);
      case "inClassCycle":
        return person.classCycleUntil !== undefined && person.classCycleUntil > this.world.start;
      case "volunteer":
        return person.application?.volunteer === true;
      case "homeConsent":
        return person.application?.homeConsent === true;
      case "inSurplusPost": {
        const place = this.world.fills(person);
        // Who is there beside whole loads of joined places is not superfluous.
        return place !== undefined && this.world.headsAt(place) > place.need + (place.joined === undefined ? 0 : 1);
      }
      default: {
        if (!(name in person) && !KNOWN_OF_PERSON.has(name)) throw new Error(`Nothing is known about person.${name}`);
        return (person as unknown as Record<string, unknown>)[name];
      }
    }
  }

  private schoolAttribute(id: string | undefined, name: string): unknown {
    if (id === undefined) return undefined;
    const school = this.world.school(id);
    const over = (sign: 1 | -1) =>
      school.establishment === undefined ? undefined : sign * (this.world.working(id) - school.establishment) > 0;
    switch (name) {
      case "stages":
        return stagesOf(school);
      case "headcount":
        return this.world.working(id);
      case "overEstablishment":
        return over(1);
      case "underEstablishment":
        return over(-1);
      default:
        return (school as unknown as Record<string, unknown>)[name];
    }
  }

  private postAttribute(place: Place, name: string): unknown {
    if (name === "vacant") return this.world.isShort(place);
    if (name === "stageShort") {
      const same = [...this.world.places.values()].filter(
        ({ stage, kind }) => stage === place.stage && kind === "teaching",
      );
      const units = unitsOf(this.world).filter(({ key }) => same.some((one) => one.key === key));
      return (
        units.reduce((sum, { need }) => sum + need, 0) > same.reduce((sum, one) => sum + this.world.headsAt(one), 0)
      );
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
        const from = this.world.works(person);
        const [a, b] = [
          from === undefined ? undefined : this.world.school(from).township,
          this.world.school(place.school).township,
        ];
        return a === undefined || b === undefined ? undefined : a === b;
      }
      case "wishRank": {
        const at = person.application?.wishes.indexOf(place.school) ?? -1;
        return at < 0 ? undefined : at + 1;
      }
      case "metres":
        return this.world.metres(person, place.school);
      default:
        throw new Error(`Nothing is known about move.${name}`);
    }
  }
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
