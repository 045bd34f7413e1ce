import { foldPerson, foldPost } from "../values/names.ts";

/** What is no secret of a person and does not change; empty where the sheet does not say it. */
export interface PersonMarks {
  readonly name: string;
  readonly sex: string;
  /** Year in which the person began to work. */
  readonly year: string;
}

/**
 * A person whom a county knows by an id, and what a row without ids may say of the person.
 *
 * @public
 */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** In Chinese words. */
  readonly sex?: string;
  /** Year in which the person began to work. */
  readonly year?: string;
}

/**
 * A post that a county knows by an id, in Chinese words.
 *
 * @public
 */
export interface KnownPost {
  readonly id: string;
  readonly school: string;
  readonly stage?: string;
  /** Its subject or office, else its kind. */
  readonly work: string;
}

/**
 * Ids that a county has given to people and posts, taken where a workbook has none.
 *
 * @public
 */
export interface KnownIds {
  readonly people: readonly KnownPerson[];
  readonly posts: readonly KnownPost[];
}

/** Returns the id of the only person whom a row can mean: the name, and sex and year where both sides say them. */
export function idOfPerson({ people }: KnownIds): (row: PersonMarks) => string | undefined {
  const byName = grouped(people, ({ name }) => foldPerson(name));
  const agree = (said: string, known: string | undefined) => said === "" || known === undefined || said === known;
  return ({ name, sex, year }) => {
    const meant = (byName.get(foldPerson(name)) ?? []).filter((one) => agree(sex, one.sex) && agree(year, one.year));
    return meant.length === 1 ? meant[0]?.id : undefined;
  };
}

/** Returns the id of the only post that has these words: `某某中学 初中数学`. */
export function idOfPost({ posts }: KnownIds): (spoken: string) => string | undefined {
  const byWords = grouped(posts, ({ school, stage = "", work }) => foldPost(`${school} ${stage}${work}`));
  return (spoken) => {
    const meant = byWords.get(foldPost(spoken)) ?? [];
    return meant.length === 1 ? meant[0]?.id : undefined;
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** Returns the ids made for rows with those that a county has in their place, unless two rows mean the same one. */
export function withKnownIds(
  made: ReadonlyMap<number, string>,
  known: (row: number) => string | undefined,
): ReadonlyMap<number, string> {
  const found = [...made.keys()].map((row) => [row, known(row)] as const);
  const meant = grouped(found, ([, id]) => id ?? "");
  return new Map(
    [...made].map(([row, id]) => {
      const own = known(row);
      return [row, own !== undefined && meant.get(own)?.length === 1 ? own : id];
    }),
  );
}
