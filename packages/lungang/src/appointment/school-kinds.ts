import type { Instance } from "@lungang/core";
import { stagesOfType, words } from "@lungang/core";

/** Kinds of schools that a policy names in the rounds and in who appoints, in the words of the policy. */

type School = Instance["schools"][number];

/** Returns the kinds of schools that a policy asks for, in the order in which it names them. */
export function askedKinds(document: unknown): readonly string[] {
  const appointment = fieldOf(document, "appointment");
  const entries = ["rounds", "appointers"].flatMap((key) => listIn(fieldOf(appointment, key)));
  const kinds = entries.flatMap((entry) => listIn(fieldOf(entry, "schoolTypes")));
  return [...new Set(kinds.filter((kind): kind is string => typeof kind === "string"))];
}

function fieldOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === "object" ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Words by which lists call a school of several stages or one. */
const PLACES = { primary: "小学", junior: "中学", senior: "中学" } as const;

/**
 * Returns what the data of a school say of its kind, in Chinese: type, level, area, terrain, and terrain or area with the kind of
 * school, as in 山区中学.
 */
export function kindsOfSchool({ type, level, area, terrain }: School): ReadonlySet<string> {
  const lies = [
    ...(terrain === undefined ? [] : [words.terrain[terrain].zh]),
    ...(area === undefined ? [] : [words.area[area].zh]),
  ];
  const taught = stagesOfType(type).flatMap((stage) => (stage in PLACES ? [PLACES[stage as keyof typeof PLACES]] : []));
  return new Set([
    words.schoolType[type].zh,
    ...(level === undefined ? [] : [words.schoolLevel[level].zh]),
    ...lies,
    ...lies.flatMap((where) => [...taught, words.schoolType[type].zh].map((kind) => `${where}${kind}`)),
  ]);
}

/** Kinds that stand with the posts already, and those that only the authority can say. */
export interface FilledKinds<P> {
  readonly posts: readonly (P & { readonly schoolTypes?: readonly string[] })[];
  readonly open: readonly string[];
}

/** Returns posts with the kinds of their schools that a policy asks for, and the kinds that no school of the data is of. */
export function withKinds<P extends { readonly school: string }>(
  posts: readonly P[],
  asked: readonly string[],
  { schools }: Instance,
): FilledKinds<P> {
  const byName = new Map<string, School>(
    schools.flatMap((school) => [school.name, school.id].map((key) => [key, school])),
  );
  const known = new Set<string>();
  const filled = posts.map((post) => {
    const school = byName.get(post.school);
    const own = school === undefined ? new Set<string>() : kindsOfSchool(school);
    const kinds = asked.filter((kind) => own.has(kind));
    for (const kind of kinds) known.add(kind);
    return kinds.length === 0 ? post : { ...post, schoolTypes: kinds };
  });
  return { posts: filled, open: asked.filter((kind) => !known.has(kind)) };
}
