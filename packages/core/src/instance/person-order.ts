import { canonicalJson, compareText } from "./canonical-json.ts";
import type { Person } from "./person.ts";
import { personSchema } from "./person.ts";

/** Positions of what people refer to, by id. */
type Ranks = ReadonlyMap<string, number>;

/** What a person is named by, and names of places that renaming changes: no content. */
const NAMES: readonly string[] = [
  "id",
  "name",
  "spouse",
  "swapPartner",
  "residenceTownship",
] satisfies readonly (keyof Person)[];
const CONTENT_KEYS = Object.keys(personSchema.shape)
  .filter((key) => !NAMES.includes(key))
  .sort(compareText) as readonly (keyof Person)[];
/** The keys that {@link PersonOrder.headOf} stands for. */
const HEAD_KEYS = 2;

/**
 * Returns people in the order of the canonical JSON of their contents, with the positions of schools and posts in place
 * of their ids; people who are alike in all of it are in the order of their ids.
 */
export function sortPersons(persons: readonly Person[], schools: Ranks, posts: Ranks): Person[] {
  const order = new PersonOrder(schools, posts);
  const headed = persons.map((person) => ({ person, head: order.headOf(person) }));
  headed.sort((a, b) => compareText(a.head, b.head) || order.compareRest(a.person, b.person));
  return headed.map(({ person }) => person);
}

/** Compares contents key by key as their JSON would compare: the whole text is long, and most differ early. */
class PersonOrder {
  readonly #schools: Ranks;
  readonly #posts: Ranks;

  constructor(schools: Ranks, posts: Ranks) {
    this.#schools = schools;
    this.#posts = posts;
  }

  /** Application and birth date, the first of all keys; who has no application comes later. */
  headOf(person: Person): string {
    const application = this.#content(person, "application");
    return application === undefined ? person.birthDate : ` ${canonicalJson(application)}${person.birthDate}`;
  }

  /** Compares people with equal heads. */
  compareRest(a: Person, b: Person): number {
    for (let at = HEAD_KEYS; at < CONTENT_KEYS.length; at++) {
      const key = CONTENT_KEYS[at] as keyof Person;
      const [of, other] = [this.#content(a, key), this.#content(b, key)];
      if (of === other) continue;
      // Where a key is missing the next one stands, or the end: both come later.
      if (of === undefined || other === undefined) return of === undefined ? 1 : -1;
      const [text, otherText] = [canonicalJson(of), canonicalJson(other)];
      if (text !== otherText) return compareText(text + this.#endOf(a, at), otherText + this.#endOf(b, at));
    }
    return compareText(a.id, b.id);
  }

  /** What follows a value: of two numbers that begin alike it decides. */
  #endOf(person: Person, at: number): string {
    return CONTENT_KEYS.slice(at + 1).some((key) => this.#content(person, key) !== undefined) ? "," : "}";
  }

  #content(person: Person, key: keyof Person): unknown {
    const ranked = this.#ranked[key];
    return ranked === undefined ? person[key] : ranked(person);
  }

  /** What refers to schools and posts, by their positions. */
  readonly #ranked: { readonly [K in keyof Person]?: (person: Person) => unknown } = {
    homeSchool: ({ homeSchool }) => this.#school(homeSchool),
    currentSchool: ({ currentSchool }) => this.#school(currentSchool),
    currentPost: ({ currentPost }) => (currentPost === undefined ? -1 : (this.#posts.get(currentPost) ?? -1)),
    offices: ({ offices }) => offices.map((office) => ({ ...office, school: this.#school(office.school) })),
    exchanges: ({ exchanges }) =>
      exchanges.map((record) => ({ ...record, from: this.#school(record.from), to: this.#school(record.to) })),
    application: ({ application }) =>
      application && {
        ...application,
        wishes: application.wishes.map((id) => this.#school(id)),
        consentRegions: application.consentRegions.length,
      },
  };

  #school(id: string | undefined): number {
    return id === undefined ? -1 : (this.#schools.get(id) ?? -1);
  }
}
