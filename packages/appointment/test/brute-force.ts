import { createHash } from "node:crypto";
import type { MarketInput } from "../src/market/document.ts";

/** A placement by ids, written down from nothing but the rows of a market. */
export type Answer = Readonly<Record<string, string | null>>;

type Person = MarketInput["people"][number];

/** The list of a person: wishes, the own post at the end, nothing that does not rank him. */
export function listOfRows(input: MarketInput, person: Person): readonly string[] {
  const filed = input.applications?.find((row) => row.person === person.id)?.wishes ?? [];
  const wishes = filed.map((wish) => (typeof wish === "string" ? wish : wish.post));
  const right = person.ownPostIs ?? input.ownPost ?? "keeps";
  const own = person.ownPost;
  const whole = own === undefined || right === "leaves" || wishes.includes(own) ? wishes : [...wishes, own];
  const cut = own !== undefined && right === "keeps" ? whole.slice(0, whole.indexOf(own) + 1) : whole;
  return cut.filter(
    (id) => keeps(input, person, id) || placeInRanking(input, person, id) !== undefined || !ranking(input, id),
  );
}

function ranking(input: MarketInput, postId: string): readonly (string | readonly string[])[] | undefined {
  return input.rankings?.find((row) => row.post === postId)?.people;
}

function placeInRanking(input: MarketInput, person: Person, postId: string): number | undefined {
  const place = ranking(input, postId)?.findIndex((entry) =>
    typeof entry === "string" ? entry === person.id : entry.includes(person.id),
  );
  return place === undefined || place < 0 ? undefined : place;
}

export function keeps(input: MarketInput, person: Person, postId: string): boolean {
  return person.ownPost === postId && (person.ownPostIs ?? input.ownPost ?? "keeps") === "keeps";
}

/** Whether the first comes before the second at a post. */
export function isBefore(input: MarketInput, postId: string, first: Person, second: Person): boolean {
  const key = (person: Person): readonly number[] => [
    placeInRanking(input, person, postId) ?? 0,
    ranking(input, postId) === undefined ? -Number(person.points ?? 0) : 0,
    Number.parseInt(createHash("sha256").update(`${input.seed}\n${person.id}`).digest("hex").slice(0, 12), 16),
  ];
  const [a, b] = [key(first), key(second)];
  const at = a.findIndex((value, place) => value !== b[place]);
  return (a[at] as number) < (b[at] as number);
}

/** Every way to give everybody a post of the list or none, within the heads. */
export function* placements(input: MarketInput): Generator<Answer> {
  const lists = input.people.map((person) => [...listOfRows(input, person), null]);
  const counts = lists.map((list) => list.length);
  const total = counts.reduce((product, count) => product * count, 1);
  for (let code = 0; code < total; code++) {
    let rest = code;
    const answer: Record<string, string | null> = {};
    for (const [at, person] of input.people.entries()) {
      answer[person.id] = lists[at]?.[rest % (counts[at] as number)] as string | null;
      rest = Math.floor(rest / (counts[at] as number));
    }
    if (isWithinHeads(input, answer)) yield answer;
  }
}

function isWithinHeads(input: MarketInput, answer: Answer): boolean {
  return input.posts.every(({ id, capacity = 0 }) => {
    const there = input.people.filter((person) => answer[person.id] === id);
    const others = there.filter((person) => !keeps(input, person, id)).length;
    return others === 0 || there.length <= capacity;
  });
}

/** Whether no person would rather have a post that has a place left or holds somebody behind him from elsewhere. */
export function isStable(input: MarketInput, answer: Answer): boolean {
  return input.people.every((person) => {
    const list = listOfRows(input, person);
    const got = answer[person.id] as string | null;
    if (got === null && list.some((id) => keeps(input, person, id))) return false;
    const better = got === null ? list : list.slice(0, list.indexOf(got));
    return better.every((id) => {
      const there = input.people.filter((other) => answer[other.id] === id);
      const capacity = input.posts.find((row) => row.id === id)?.capacity ?? 0;
      if (there.length < capacity) return false;
      return there.every((other) => keeps(input, other, id) || !isBefore(input, id, person, other));
    });
  });
}

/** Place of what a person got in the list; behind it for nothing. */
export function rankOf(input: MarketInput, person: Person, answer: Answer): number {
  const list = listOfRows(input, person);
  const got = answer[person.id] ?? null;
  return got === null ? list.length : list.indexOf(got);
}

/** The stable placements that are best, or worst, for every person. */
export function extremeStable(input: MarketInput, which: "best" | "worst"): Answer {
  const stable = [...placements(input)].filter((answer) => isStable(input, answer));
  const isAhead = (a: Answer, b: Answer): boolean =>
    input.people.every((person) => {
      const [one, other] = [rankOf(input, person, a), rankOf(input, person, b)];
      return which === "best" ? one <= other : one >= other;
    });
  const extreme = stable.filter((answer) => stable.every((other) => isAhead(answer, other)));
  if (extreme.length !== 1) throw new Error(`${extreme.length} extreme of ${stable.length} stable placements`);
  return extreme[0] as Answer;
}

/** Whether somebody can do better while nobody does worse. */
export function isImprovable(input: MarketInput, answer: Answer): boolean {
  for (const other of placements(input)) {
    const changes = input.people.map((person) => rankOf(input, person, answer) - rankOf(input, person, other));
    if (changes.every((change) => change >= 0) && changes.some((change) => change > 0)) return true;
  }
  return false;
}

/** Pairs of a person and a post that would rather have each other. */
export function blockingPairs(
  input: MarketInput,
  answer: Answer,
): readonly { readonly person: Person; readonly id: string }[] {
  return input.people.flatMap((person) => {
    const list = listOfRows(input, person);
    const got = answer[person.id] ?? null;
    const better = got === null ? list : list.slice(0, list.indexOf(got));
    return better.map((id) => ({ person, id })).filter((pair) => isWilling(input, answer, pair));
  });
}

function isWilling(input: MarketInput, answer: Answer, { person, id }: { person: Person; id: string }): boolean {
  const there = input.people.filter((other) => answer[other.id] === id);
  const capacity = input.posts.find((row) => row.id === id)?.capacity ?? 0;
  return (
    there.length < capacity || there.some((other) => !keeps(input, other, id) && isBefore(input, id, person, other))
  );
}

/** Whether everybody who keeps a post has one. */
export function keepsOwnPosts(input: MarketInput, answer: Answer): boolean {
  return input.people.every(
    (person) => answer[person.id] !== null || listOfRows(input, person).every((id) => !keeps(input, person, id)),
  );
}

/** Two people who belong together, by ids; near means the same school or the same township. */
export interface Pair {
  readonly people: readonly [string, string];
  readonly mode: "bothOrNone" | "notApart";
  readonly near: "school" | "township";
}

/** Whether both of a pair move or none; or whether nobody of them who gets a new post ends far from the other. */
export function isTogether(input: MarketInput, answer: Answer, { people, mode, near }: Pair): boolean {
  const moves = people.map((id) => answer[id] !== (input.people.find((row) => row.id === id)?.ownPost ?? null));
  if (mode === "bothOrNone") return moves[0] === moves[1];
  const [a, b] = people.map((id) => input.posts.find((row) => row.id === answer[id]));
  if (!people.some((id, at) => moves[at] && answer[id] !== null)) return true;
  return a !== undefined && b !== undefined && (a.school === b.school || (near === "township" && a[near] === b[near]));
}

/** People of a level who hold one of its posts at a school: who ends there, and who ends nowhere and held one there. */
function holdersOf(input: MarketInput, answer: Answer, level: TitleRow): readonly Person[] {
  return input.people.filter(({ id, title, ownPost }) => {
    const school = schoolOf(input, answer[id]) ?? schoolOf(input, ownPost);
    return title !== undefined && (level.titles ?? [level.level]).includes(title) && school === level.school;
  });
}

type TitleRow = NonNullable<MarketInput["titlePosts"]>[number];

const schoolOf = (input: MarketInput, post: string | null | undefined) =>
  input.posts.find(({ id }) => id === post)?.school;

/** Whether a placement by ids brings somebody to a school beyond its posts of a level, from the rows alone. */
export function isBeyondTitles(input: MarketInput, answer: Answer): boolean {
  return (input.titlePosts ?? []).some((level) => {
    const there = holdersOf(input, answer, level);
    const isNew = ({ ownPost }: Person): boolean => schoolOf(input, ownPost) !== level.school;
    return there.length + (level.taken ?? 0) > level.posts && there.some(isNew);
  });
}

/** Whether a level of titles keeps a person from a post: all its posts are held, by nobody from elsewhere with fewer points. */
export function isStopped(input: MarketInput, answer: Answer, { person, id }: { person: Person; id: string }): boolean {
  const school = schoolOf(input, id);
  if ([person.ownPost, answer[person.id]].some((post) => schoolOf(input, post) === school)) return false;
  return (input.titlePosts ?? []).some((level) => {
    if (level.school !== school || !(level.titles ?? [level.level]).includes(person.title ?? "")) return false;
    const there = holdersOf(input, answer, level);
    const held = there.length + (level.taken ?? 0);
    if (held !== level.posts) return held > level.posts;
    return there.every(
      (other) => schoolOf(input, other.ownPost) === school || Number(other.points) >= Number(person.points),
    );
  });
}
