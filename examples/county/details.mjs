/**
 * What the generator draws by chance too seldom: facts by which every rule of the notice decides something. All of it is made
 * up.
 *
 * @typedef {ReturnType<typeof import("@lungang/synthetic").generateCounty>} County
 * @typedef {NonNullable<County["persons"]>[number]} Person
 * @typedef {NonNullable<County["posts"]>[number]} Post
 * @typedef {NonNullable<County["schools"]>[number]} School
 */

/** @type {(school: string, since: number) => Partial<Person>} */
const viceHead = (school, since) => ({
  personType: "vicePrincipal",
  offices: [{ office: "vicePrincipal", school, start: `${since}-09-01` }],
});

/** Block of flats of a school (家属院). */
const FLATS = { latitude: 26.985, longitude: 109.03 };
const NORTH = { latitude: 27.06257, longitude: 108.96339 };
const MORE_FLATS = { latitude: 26.9932, longitude: 108.9804 };

/** @type {Readonly<Record<string, Partial<Person>>>} */
const PEOPLE = {
  // Two schools are led by a vice head for the time being; another one has a vice head too many.
  T000363: viceHead("S006", 2020),
  T000364: viceHead("S006", 2019),
  T000489: viceHead("S009", 2019),
  T000490: viceHead("S009", 2018),
  T000534: viceHead("S010", 2023),
  T000532: { application: { wishes: ["S015"] } },
  // After a merger a school has two heads; who has been there longer was assessed as excellent and would go to a town.
  T000115: { personType: "principal", offices: [{ office: "principal", school: "S003", start: "2021-09-01" }] },
  T000113: { evaluations: [{ year: 2023, grade: "excellent", score: 91.2 }], application: { wishes: ["S006"] } },
  T000177: { honours: ["backboneCounty"], application: { wishes: ["S009"] } },
  // Teachers of English too many for their school; one of them lives beside the school that it is paired with.
  T000107: { subjects: [{ subject: "英语", main: true }], residence: { latitude: 27.09, longitude: 108.965 } },
  T000109: { subjects: [{ subject: "英语", main: true }] },
  // Who would go to a school without a room needs one.
  T000125: { housingNeed: true },
  // Neighbours: nothing but their years and their classes tells them apart.
  T000004: { residence: FLATS },
  T000007: { residence: FLATS },
  T000029: { residence: FLATS },
  T000011: { residence: FLATS, tenureStart: "2011-09-01", classCycleUntil: "2025-07-10" },
  T000019: { residence: FLATS },
  T000020: { residence: FLATS },
  T000023: { residence: FLATS, application: undefined },
  T000647: { residence: FLATS },
  T000032: { tenureStart: "2020-09-01" },
  T000129: { residence: MORE_FLATS, tenureStart: "2012-09-01", classCycleUntil: "2025-07-10" },
  T000377: { residence: NORTH },
  T000628: { residence: NORTH, tenureStart: "2008-09-01" },
  T000131: { residence: MORE_FLATS, subjects: [{ subject: "语文", main: true }, { subject: "美术" }] },
};

/** @type {Readonly<Record<string, Partial<Post>>>} */
const POSTS = {
  P0002: { capacity: 1 },
  P0008: { capacity: 6 },
  P0029: { capacity: 1 },
  P0035: { capacity: 6 },
  P0080: { capacity: 8 },
  P0110: { capacity: 9 },
  P0141: { capacity: 1 },
  P0185: { capacity: 5 },
  P0163: { capacity: 4 },
  // Music is stated by periods at a centre, and a teaching point needs some.
  P0115: { capacity: undefined, periodsPerWeek: 48, fullLoad: 16 },
};

/** @type {readonly Post[]} */
const MORE_POSTS = [
  { id: "P0230", school: "S019", kind: "teaching", stage: "primary", subject: "音乐", periodsPerWeek: 4, fullLoad: 16 },
];

/** @type {Readonly<Record<string, Partial<School>>>} */
const SCHOOLS = {
  S001: { leadershipPosts: 2 },
  S003: { leadershipPosts: 2 },
  S015: { establishment: 11 },
  S005: { establishment: 102 },
  S018: { roomsAvailable: 0 },
};

/** @template {{ readonly id: string }} T @param {readonly T[]} all @param {Readonly<Record<string, Partial<T>>>} changes */
const changed = (all, changes) => all.map((one) => ({ ...one, ...changes[one.id] }));

/**
 * Returns the county with these facts.
 * @param {County} county
 * @returns {County}
 */
export function detailed(county) {
  return {
    ...county,
    schools: changed(county.schools ?? [], SCHOOLS),
    posts: [...changed(county.posts ?? [], POSTS), ...MORE_POSTS],
    persons: changed(county.persons ?? [], PEOPLE),
  };
}
