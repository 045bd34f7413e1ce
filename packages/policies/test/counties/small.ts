import { loadInstance } from "@lungang/core";
import type { Instance, PersonInput, PostInput, SchoolInput } from "@lungang/core";
import type { Settings } from "@lungang/core/policy";

/** A county of a handful of schools on a road, so that who moves and why can be worked out by hand. */

/** Heads of a post, or its periods a week, of which 16 are a full load. */
export type PostSize = number | { readonly periods: number };

/** What is changed at a school: attributes, its place on the road in kilometres, posts by subject or office. */
export type SchoolChange = Partial<SchoolInput> & {
  readonly km?: number;
  readonly posts?: Readonly<Record<string, PostSize>>;
};

const FULL_LOAD = 16;

/** What is changed at a person: attributes, the subject taught, where the person lives on the road. */
export type PersonChange = Partial<PersonInput> & { readonly subject?: string; readonly livesAt?: number };

/** Schools by id and people by id; the first letter of a person is the school. `null` leaves somebody out. */
export interface Changes {
  readonly schools?: Readonly<Record<string, SchoolChange | null>>;
  readonly people?: Readonly<Record<string, PersonChange | null>>;
  readonly planYear?: number;
}

/** One policy on one small county. */
export interface SmallCase {
  readonly policy: string;
  /** What binds here and not in the first county of the policy. @defaultValue the first county */
  readonly name?: string;
  readonly settings?: Settings;
  readonly instance: Instance;
  /** Sentences of the plan, each with the rule that it shows. */
  readonly says: Readonly<Record<string, string>>;
}

/** Kilometres of one degree of latitude on the sphere that distances are measured on. */
const KM_PER_DEGREE = 111.195;

const at = (km: number) => ({ latitude: 34 + km / KM_PER_DEGREE, longitude: 109 });

const OFFICES = ["principal", "vicePrincipal", "midLevel"] as const;

/** Town school A, centre school B, weak village school C, remote teaching point D. */
const SCHOOLS: Readonly<Record<string, SchoolChange>> = {
  A: {
    km: 0,
    area: "urban",
    quality: "good",
    level: "countyTown",
    township: "T1",
    terrain: "plain",
    zones: ["Z1"],
    alliances: ["L1"],
    pairs: ["P1"],
    schoolGroups: ["G1"],
    establishment: 9,
    students: 400,
    posts: { 语文: 4, 数学: 3, 音乐: 1 },
  },
  B: {
    km: 4,
    area: "town",
    quality: "ordinary",
    level: "townshipCenter",
    township: "T1",
    terrain: "plain",
    zones: ["Z1"],
    alliances: ["L1"],
    pairs: ["P2"],
    schoolGroups: ["G1"],
    establishment: 5,
    students: 200,
    posts: { 语文: 3, 数学: 2 },
  },
  C: {
    km: 12,
    area: "rural",
    quality: "weak",
    level: "village",
    township: "T1",
    terrain: "mountain",
    zones: ["Z1"],
    alliances: ["L1"],
    pairs: ["P1"],
    establishment: 6,
    students: 120,
    posts: { 语文: 3, 数学: 2, 音乐: 1 },
  },
  D: {
    km: 30,
    area: "remote",
    quality: "weak",
    level: "teachingPoint",
    township: "T2",
    terrain: "mountain",
    zones: ["Z2"],
    alliances: ["L2"],
    pairs: ["P2"],
    establishment: 3,
    students: 40,
    posts: { 语文: 2, 数学: 1 },
  },
};

/** Everybody is born in 1982 and came in 2012; A has one teacher of Chinese too many, C and D are short. */
const PEOPLE: Readonly<Record<string, PersonChange>> = {
  a1: {},
  a2: {},
  a3: {},
  a4: {},
  a5: {},
  a6: { subject: "数学" },
  a7: { subject: "数学" },
  a8: { subject: "数学" },
  a9: { subject: "音乐" },
  b1: {},
  b2: {},
  b3: {},
  b4: { subject: "数学" },
  b5: { subject: "数学" },
  c1: {},
  c2: {},
  c3: { subject: "数学" },
  c4: { subject: "数学" },
  d1: {},
  d2: { subject: "数学" },
};

/** Everybody of the standard county, left out. */
export const NOBODY: Readonly<Record<string, null>> = Object.fromEntries(Object.keys(PEOPLE).map((id) => [id, null]));

/** Returns the standard county with some schools and people changed, added or left out. */
export function smallCounty({ schools = {}, people = {}, planYear = 2024 }: Changes = {}): Instance {
  const allSchools = merged(SCHOOLS, schools);
  const km = new Map(allSchools.map(([id, school]) => [id, school.km ?? 0]));
  const persons = merged(PEOPLE, people).map(([id, person]) => personOf(id, person, km));
  const loaded = loadInstance({
    format: "lungang-instance-1",
    county: { id: "small", name: "小县" },
    planYear,
    schools: allSchools.map(([id, { km: place = 0, posts: _posts, ...school }]) => ({
      id,
      name: `${id}校`,
      type: "primary" as const,
      coordinates: at(place),
      ...school,
    })),
    posts: allSchools.flatMap(([id, school]) => postsOf(id, school)),
    persons,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 2));
  return loaded.value;
}

function merged<T extends object>(
  base: Readonly<Record<string, T>>,
  changes: Readonly<Record<string, T | null>>,
): readonly (readonly [string, T])[] {
  const ids = [...new Set([...Object.keys(base), ...Object.keys(changes)])];
  return ids.flatMap((id) => {
    const change = changes[id];
    return change === null ? [] : [[id, { ...base[id], ...change } as T] as const];
  });
}

function personOf(id: string, person: PersonChange, km: ReadonlyMap<string, number>): PersonInput {
  const { subject = "语文", livesAt, ...rest } = person;
  const home = id.charAt(0).toUpperCase();
  return {
    id,
    sex: "male",
    birthDate: "1982-05-05",
    personType: "teacher",
    subjects: [{ subject, main: true }],
    tenureStart: "2012-09-01",
    ...(km.has(home) ? { homeSchool: home } : { stageCertified: ["primary"] }),
    residence: at(livesAt ?? km.get(home) ?? 0),
    ...rest,
  };
}

/** Stage of the posts of a school that is not a primary one. */
const STAGE_OF_POSTS: Readonly<Record<string, "junior" | "senior">> = {
  junior: "junior",
  senior: "senior",
  completeMiddle: "senior",
};

function postsOf(school: string, { type = "primary", posts = {} }: SchoolChange): readonly PostInput[] {
  const stage = STAGE_OF_POSTS[type] ?? "primary";
  return Object.entries(posts).map(([name, size]) => {
    const id = `${school}-${name}`;
    const heads = typeof size === "number" ? { capacity: size } : { periodsPerWeek: size.periods, fullLoad: FULL_LOAD };
    const office = OFFICES.find((word) => word === name);
    if (office !== undefined) return { id, school, kind: "management", office, ...heads };
    return name === "教辅" ? { id, school, kind: "support", ...heads } : { id, school, stage, subject: name, ...heads };
  });
}
