import { rule } from "../../../core/test/small-county.ts";
import type { Parts, Route, SchoolId } from "./county.ts";
import { RING, SCHOOL_IDS, SUBJECTS } from "./county.ts";
import type { SubjectCase } from "./subject-case.ts";
import { ALL_GO, isIn, roundedEveryWay } from "./subject-case.ts";

/** Cases of the rules about moves: of each school, of each direction, of all. */

const nextOf = (at: SchoolId, steps: number) => SCHOOL_IDS[(SCHOOL_IDS.indexOf(at) + steps) % 4] as SchoolId;

/** The ring with one move more, or without one. */
const ringWith = (...more: readonly Route[]): Parts => ({ routes: [...RING, ...more] });
const ringWithout = (isLeftOut: (route: Route) => boolean): Parts => ({
  routes: RING.filter((route) => !isLeftOut(route)),
});

const perSchools = SCHOOL_IDS.flatMap((at): SubjectCase[] => {
  const of = (limit: "minOut" | "maxOut" | "minIn" | "maxIn") =>
    ({ rule: "perSchool", code: "perSchool.broken", about: { kind: "school", school: at, limit } }) as const;
  const outOf = ringWithout(([from]) => from === at);
  const into = ringWithout(([, to]) => to === at);
  const twiceOut = ringWith([at, nextOf(at, 2)]);
  const twiceIn = ringWith([nextOf(at, 2), at]);
  return [
    { ...of("minOut"), params: { minOut: 1 }, county: outOf },
    { ...of("minIn"), params: { minIn: 1 }, county: into },
    { ...of("maxOut"), params: { maxOut: 1 }, county: twiceOut, forced: ALL_GO },
    ...["up", "down", "halfUp", "halfDown"].map((maxOutRounding) => ({
      ...of("maxOut"),
      params: { maxOutShare: "50%", maxOutRounding, schools: isIn("school.id", [at]) },
      county: twiceOut,
      forced: ALL_GO,
    })),
    { ...of("maxIn"), params: { maxIn: 1 }, county: twiceIn, forced: ALL_GO },
    { ...of("minOut"), params: { bySchool: { [at]: { minOut: 1 } } }, county: outOf },
    { ...of("minIn"), params: { bySchool: { [at]: { minIn: 1 } } }, county: into },
    { ...of("maxOut"), params: { bySchool: { [at]: { maxOut: 1 } } }, county: twiceOut, forced: ALL_GO },
    { ...of("maxIn"), params: { bySchool: { [at]: { maxIn: 1 } } }, county: twiceIn, forced: ALL_GO },
  ];
});

const people = (...numbers: readonly number[]) =>
  isIn(
    "person.id",
    numbers.map((k) => `per-${k}`),
  );

const COUNTY = { kind: "county" } as const;

const shares: readonly SubjectCase[] = [
  { params: { share: "50%", set: people(0) } },
  { params: { share: "50%", bound: "atMost", set: people(0, 1, 2) } },
].map(({ params }) => ({
  rule: "share",
  code: "share.missed",
  about: COUNTY,
  params,
  county: { routes: RING },
  forced: ALL_GO,
}));

const directions: readonly SubjectCase[] = [
  { about: { ...COUNTY, limit: "minShare" } as const, params: { minShare: "50%", moves: people(0) } },
  { about: { ...COUNTY, limit: "max" } as const, params: { max: 1, moves: people(0, 1) } },
].map((given) => ({
  rule: "direction",
  code: "direction.missed",
  county: { routes: RING },
  forced: ALL_GO,
  ...given,
}));

/** One move that no quota asks for, twice over: the bound that is counted from quotas is exceeded by one. */
const unasked = [rule("perSchool", { bySchool: { "sch-b": { minIn: 1 } } })];

const totals: readonly SubjectCase[] = [
  { params: { max: 3 }, county: { routes: RING }, forced: ALL_GO },
  ...(["sum", "largest"] as const).map((quotas) => ({
    params: { quotas },
    county: { routes: [["sch-a", "sch-b"] as const] },
    forced: unasked,
  })),
].map((given) => ({ rule: "total", code: "total.exceeded", about: COUNTY, ...given }));

/** One more than there are people who can move. */
const planned: readonly SubjectCase[] = [
  {
    rule: "total",
    code: "total.notReached",
    about: { ...COUNTY, limit: "min" },
    params: { min: 5 },
    county: { routes: RING },
  },
];

/** Moves inside and between two classes, by the class that is left and the class that is entered. */
const MATRIX_ROUTES: readonly { readonly ends: readonly [string, string]; readonly route: Route }[] = [
  { ends: ["plain", "plain"], route: ["sch-a", "sch-b"] },
  { ends: ["plain", "mountain"], route: ["sch-a", "sch-c"] },
  { ends: ["mountain", "plain"], route: ["sch-c", "sch-a"] },
  { ends: ["mountain", "mountain"], route: ["sch-c", "sch-d"] },
];

/** How the policy words its classes of schools. */
export const CLASSES = [
  {
    name: "plain",
    text: { zh: "平原学校", en: "plain schools" },
    schools: isIn("school.id", ["sch-a", "sch-b"]),
  },
  {
    name: "mountain",
    text: { zh: "山区学校", en: "mountain schools" },
    schools: isIn("school.id", ["sch-c", "sch-d"]),
  },
];

const ENDS = ["plain", "mountain", "*"];

const matrices = ENDS.flatMap((from) => ENDS.map((to) => ({ from, to }))).flatMap(({ from, to }): SubjectCase[] => {
  const isOn = ({ ends }: (typeof MATRIX_ROUTES)[number]) =>
    (from === "*" || ends[0] === from) && (to === "*" || ends[1] === to);
  const on = MATRIX_ROUTES.findIndex(isOn);
  const off = MATRIX_ROUTES.findIndex((one) => !isOn(one));
  const county = { routes: MATRIX_ROUTES.map(({ route }) => route) };
  const missed = (limit: "min" | "max" | "minShare" | "maxShare" | "maxOfReverse", value: number | string) => {
    const counted = limit === "minShare" ? people(on, off) : people(on);
    return {
      rule: "directionMatrix",
      code: "directionMatrix.missed",
      about: { kind: "route", from, to, limit },
      params: { classes: CLASSES, of: counted, cells: [{ from, to, [limit]: value }] },
      county,
      forced: ALL_GO,
    } as const;
  };
  return [
    missed("min", 2),
    missed("max", 0),
    // Every move goes from any class to any: no share of them is missed.
    ...(off === -1 ? [] : [missed("minShare", "100%")]),
    missed("maxShare", "50%"),
    missed("maxOfReverse", "50%"),
  ];
});

/** Who goes round the ring goes with a subject of his own. */
const inSubject = (k: number) => SUBJECTS[k] as string;
const bySubjects: readonly SubjectCase[] = [
  ...SCHOOL_IDS.map((at) => ({
    rule: "perSchool",
    code: "perSchool.broken",
    about: { kind: "school", school: at, subject: inSubject(RING.findIndex(([from]) => from === at)), limit: "maxOut" },
    params: { maxOut: 0, bySubject: true, schools: isIn("school.id", [at]) },
  })),
  {
    rule: "direction",
    code: "direction.missed",
    about: { ...COUNTY, subject: inSubject(0), limit: "max" },
    params: { max: 0, moves: people(0), bySubject: true },
  },
  {
    rule: "direction",
    code: "direction.missed",
    about: { ...COUNTY, subject: inSubject(0), limit: "minShare" },
    params: { minShare: "100%", moves: people(1, 2, 3), bySubject: true },
  },
].map((given) => ({ ...given, county: { routes: RING }, forced: ALL_GO }) as SubjectCase);

/** A whole share is the same number however it is rounded. */
const rounded: readonly SubjectCase[] = [
  ...roundedEveryWay(shares[0]),
  ...roundedEveryWay(directions[0]),
  ...roundedEveryWay(matrices.find(({ about }) => "limit" in about && about.limit === "minShare")).map((given) => {
    const { rounding, cells, ...params } = given.params as { rounding: string; cells: readonly object[] };
    return { ...given, params: { ...params, cells: cells.map((cell) => ({ ...cell, rounding })) } };
  }),
];

export const MOVE_CASES: readonly SubjectCase[] = [
  ...bySubjects,
  ...rounded,
  ...perSchools,
  ...shares,
  ...directions,
  ...totals,
  ...planned,
  ...matrices,
];
