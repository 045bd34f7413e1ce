import { loadInstance } from "@lungang/core";
import type { Instance } from "@lungang/core";

/**
 * A value of a county that is the next one: a date a day later, one head more, one person more or fewer. `number` says where it
 * stands, such as `persons/a3/birthDate`, `posts/C-语文/capacity` or, for how many people are like one, `persons/a3`.
 */
export interface DataStep {
  readonly number: string;
  readonly from: string;
  readonly to: string;
}

type Json = Readonly<Record<string, unknown>>;
type Lists = Readonly<Record<string, readonly Json[]>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const DAY = 86_400_000;
/** Years by which a date is shifted before the day is looked for on which the answer changes. */
const YEARS = [-1, 1, -3, 3, -8, 8];

/** Returns a county with one value changed; undefined where that makes no county. */
export function stepped(instance: Instance, { number, to }: Pick<DataStep, "number" | "to">): Instance | undefined {
  const [list, id, ...path] = number.split("/") as [string, string, ...string[]];
  const all = (instance as unknown as Lists)[list] ?? [];
  const changed =
    path.length === 0
      ? manyLike(all, id, Number(to))
      : all.map((entry) => (entry["id"] === id ? (withValue(entry, path, to) as Json) : entry));
  const loaded = loadInstance({ ...instance, [list]: changed });
  return loaded.ok ? loaded.value : undefined;
}

function manyLike(all: readonly Json[], id: string, count: number): readonly Json[] {
  return all.flatMap((entry) =>
    entry["id"] === id
      ? Array.from({ length: count }, (_, k) => ({ ...entry, id: k === 0 ? id : `${id}-${k}` }))
      : [entry],
  );
}

function withValue(value: unknown, [key, ...rest]: readonly string[], to: string): unknown {
  if (key === undefined) return typeof value === "number" ? Number(to) : to;
  if (Array.isArray(value))
    return value.map((item: unknown, at) => (String(at) === key ? withValue(item, rest, to) : item));
  return { ...(value as Json), [key]: withValue((value as Json)[key], rest, to) };
}

function datesIn(value: unknown, path: string): readonly Omit<DataStep, "to">[] {
  if (typeof value === "string") return DATE.test(value) ? [{ number: path, from: value }] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => datesIn(inner, `${path}/${key}`));
}

/** Returns every date of some people. */
export function datesOf({ persons }: Instance, people: readonly string[]): readonly Omit<DataStep, "to">[] {
  return persons.filter(({ id }) => people.includes(id)).flatMap((person) => datesIn(person, `persons/${person.id}`));
}

/** Returns the days to which a date is shifted to see whether anything changes. */
export function shiftedDates(from: string): readonly string[] {
  return YEARS.map((years) => `${Number(from.slice(0, 4)) + years}${from.slice(4)}`).map((date) =>
    date.replace("-02-29", "-02-28"),
  );
}

/** Returns the day halfway between two, undefined where they are next to each other. */
export function halfway(from: string, to: string): string | undefined {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (Math.abs(days) <= 1) return undefined;
  return new Date(Date.parse(from) + Math.trunc(days / 2) * DAY).toISOString().slice(0, "YYYY-MM-DD".length);
}

/** Returns the day so many days beyond the first of two neighbours, away from the other. */
export function beyond(day: string, other: string, days: number): string {
  const away = Date.parse(day) < Date.parse(other) ? -days : days;
  return new Date(Date.parse(day) + away * DAY).toISOString().slice(0, "YYYY-MM-DD".length);
}

/** One more and one fewer: heads of posts and schools, and people, those who are asked about first. */
export function countSteps(instance: Instance, people: readonly string[]): readonly DataStep[] {
  const heads = [
    ...instance.posts.flatMap(({ id, capacity }) =>
      capacity === undefined ? [] : [of(`posts/${id}/capacity`, capacity)],
    ),
    ...instance.schools.flatMap(({ id, establishment }) =>
      establishment === undefined ? [] : [of(`schools/${id}/establishment`, establishment)],
    ),
  ];
  const like = instance.persons.map(({ id }) => of(`persons/${id}`, 1));
  const told = like.filter(({ number }) => people.includes(number.slice("persons/".length)));
  return [...heads, ...told, ...like.filter((step) => !told.includes(step))].flatMap(oneMoreAndOneFewer);
}

const of = (number: string, value: number) => ({ number, from: String(value) });

function oneMoreAndOneFewer({ number, from }: Omit<DataStep, "to">): readonly DataStep[] {
  return [Number(from) + 1, Number(from) - 1].filter((to) => to >= 0).map((to) => ({ number, from, to: String(to) }));
}
