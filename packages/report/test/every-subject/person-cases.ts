import type { PersonInput, PostInput } from "@lungang/core";
import { leader, office, post, rule, teacher } from "../../../core/test/small-county.ts";
import type { Parts, SchoolId } from "./county.ts";
import { HERE, RING, SCHOOL_IDS, personName, postId } from "./county.ts";
import type { SubjectCase } from "./subject-case.ts";
import { ALL_GO, isIn, roundedEveryWay } from "./subject-case.ts";

/** Cases of the rules about single people, posts and headcounts. */

const nextOf = (at: SchoolId) => SCHOOL_IDS[(SCHOOL_IDS.indexOf(at) + 1) % 4] as SchoolId;

const COUNTY = { kind: "county" } as const;
const person = (id: string) => ({ kind: "person", person: id }) as const;

/** A form that takes the personnel relation along. */
const MOVING = {
  code: "transfer",
  source: "test",
  text: { zh: "调动", en: "transfer" },
  scope: "county",
  termMonths: { min: 12, max: 36 },
  relationMoves: true,
};

/** The ledger of each school: as many may be there as are, and one more comes. */
const establishments = SCHOOL_IDS.flatMap((at): SubjectCase[] =>
  (["working", "relation"] as const).map((ledger) => ({
    rule: "establishment",
    code: "establishment.exceeded",
    about: { kind: "school", school: at, limit: ledger },
    measured: null,
    params: { working: "free", relation: "free", [ledger]: "never" },
    county: {
      routes: [[nextOf(at), at]],
      stayers: [at],
      schools: { [at]: { establishment: 1 } },
    },
    forced: ALL_GO,
    ...(ledger === "relation" ? { forms: [MOVING] } : {}),
  })),
);

/** A post that is full, and somebody for whom there is no other. */
const posts = SCHOOL_IDS.map((at): SubjectCase => {
  const music = [{ subject: "音乐", main: true }];
  return {
    rule: "postBalance",
    code: "postBalance.overfilled",
    about: { kind: "post", post: postId(at, "音乐") },
    measured: null,
    params: {},
    county: {
      posts: [nextOf(at), at].map((id) => post(id, 1, { id: postId(id, "音乐"), subject: "音乐" })),
      persons: [
        someone("per-0", { homeSchool: nextOf(at), subjects: music }),
        someone("old-0", { homeSchool: at, subjects: music, tenureStart: "2023-09-01" }),
      ],
    },
    forced: ALL_GO,
  };
});

function someone(id: string, given: Partial<PersonInput>): PersonInput {
  return teacher({ id, name: personName(id), residence: HERE, ...given });
}

const OFFICES = ["principal", "vicePrincipal"] as const;

function officePost(at: SchoolId, name: (typeof OFFICES)[number]): PostInput {
  return { ...office(at, name), id: postId(at, name) };
}

function leaderGoes(at: SchoolId, personType: (typeof OFFICES)[number]): Parts {
  return {
    posts: [officePost(at, personType), officePost(nextOf(at), personType)],
    persons: [leader({ id: "per-0", name: personName("per-0"), homeSchool: at, personType, residence: HERE })],
  };
}

const leaders = SCHOOL_IDS.flatMap((at): SubjectCase[] => [
  ...OFFICES.map((name): SubjectCase => ({
    rule: "leaderPosts",
    code: "leaderPosts.empty",
    about: { kind: "post", post: postId(at, name) },
    measured: COUNTY,
    params: { offices: [...OFFICES] },
    county: leaderGoes(at, name),
    forced: ALL_GO,
  })),
  teamCapAt(at),
]);

function teamCapAt(at: SchoolId): SubjectCase {
  return {
    rule: "teamCap",
    code: "teamCap.exceeded",
    about: { kind: "school", school: at },
    params: { share: "50%" },
    county: leaderGoes(at, "vicePrincipal"),
    forced: ALL_GO,
  };
}

/** The last who teaches a subject, the last teacher and the last leader of a school. */
const protections = SCHOOL_IDS.flatMap((at): SubjectCase[] => {
  const to = SCHOOL_IDS.find((other) => other !== at) as SchoolId;
  const nothing = { subjects: false, teachers: false, leaders: false };
  const common = { rule: "protection", measured: COUNTY, forced: ALL_GO } as const;
  return [
    {
      ...common,
      code: "protection.subjectLost",
      about: { kind: "post", post: postId(at, "数学") },
      params: { ...nothing, subjects: true },
      county: { routes: [[at, to]] },
    },
    {
      ...common,
      code: "protection.teachersLost",
      about: { kind: "school", school: at, limit: "teachers" },
      params: { ...nothing, teachers: true },
      county: { routes: [[at, to]] },
    },
    {
      ...common,
      code: "protection.leadersLost",
      about: { kind: "school", school: at, limit: "leaders" },
      params: { ...nothing, leaders: true },
      county: leaderGoes(at, "vicePrincipal"),
    },
  ];
});

/** Nobody may come to a school. */
const closed = (...ids: readonly SchoolId[]) => rule("perSchool", { maxIn: 0, schools: isIn("school.id", ids) });

const NAMED = {
  forced: [
    {
      id: "named",
      source: "test",
      when: { attr: "person.named", op: "eq", value: true },
      text: { zh: "点名", en: "named" },
    },
  ],
};

const ENDED = { from: "sch-a", to: "sch-b", form: "support", start: "2022-09-01", end: "2024-08-31" } as const;

const mustGo: readonly SubjectCase[] = [
  {
    rule: "mustMove",
    code: "mustMove.stillThere",
    about: person("per-0"),
    measured: COUNTY,
    params: {},
    county: { routes: [["sch-a", "sch-b"]], movers: { named: true } },
    forced: [closed("sch-b")],
    eligibility: NAMED,
  },
  {
    rule: "mustMove",
    code: "mustMove.notReturned",
    about: person("per-0"),
    measured: COUNTY,
    params: {},
    county: {
      persons: [someone("per-0", { homeSchool: "sch-a", currentSchool: "sch-b", exchanges: [ENDED] })],
    },
    forced: [rule("netInflow", { maxLoss: 0, schools: isIn("school.id", ["sch-b"]) })],
  },
];

const RECRUIT: Partial<PersonInput> = { recruitYear: 2024, tenureStart: "2024-09-01" };

const STAYING = { returns: { source: "test", stayAllowed: true } };
const MUSIC = [{ subject: "音乐", main: true }];

/** Somebody whose stay at a school is approved, at a post of music that takes one. */
function guestAt(at: SchoolId): Parts {
  const home = nextOf(at);
  const stay = { applied: true, approved: true };
  const record = { ...ENDED, from: home, to: at, stay };
  const given = { homeSchool: home, currentSchool: at, subjects: MUSIC, exchanges: [record] };
  return {
    posts: [home, at].map((id) => post(id, 1, { id: postId(id, "音乐"), subject: "音乐" })),
    persons: [someone("per-0", given)],
  };
}

/** Somebody of a school who is away for another year, at a school that is not concerned. */
function awayFrom(at: SchoolId): PersonInput {
  const to = nextOf(nextOf(at));
  const record = { from: at, to, form: "support", start: "2023-09-01", end: "2025-08-31" } as const;
  return someone("old-0", { homeSchool: at, currentSchool: to, subjects: MUSIC, exchanges: [record] });
}

const stays = SCHOOL_IDS.flatMap((at): SubjectCase[] => {
  const guest = guestAt(at);
  const common = { rule: "approvedStays", about: person("per-0"), measured: COUNTY, params: {} } as const;
  const colleague = someone("old-0", { homeSchool: at, subjects: MUSIC, tenureStart: "2023-09-01" });
  const withColleague = { ...guest, persons: [...(guest.persons ?? []), colleague] };
  return [
    {
      ...common,
      code: "approvedStays.noHeadcount",
      county: { ...withColleague, schools: { [at]: { establishment: 1 } } },
      forced: [rule("establishment", { working: "free" })],
      eligibility: STAYING,
    },
    {
      ...common,
      code: "approvedStays.postFull",
      county: withColleague,
      forced: [rule("postBalance")],
      eligibility: STAYING,
    },
    {
      ...common,
      code: "approvedStays.otherRules",
      county: { ...guest, persons: [...(guest.persons ?? []), awayFrom(at)] },
      forced: [rule("returnRoom")],
      eligibility: STAYING,
    },
  ];
});

/** A recruit at the only post of somebody who comes back in a year. */
const places = SCHOOL_IDS.flatMap((at): SubjectCase[] => {
  const county: Parts = {
    posts: [post(at, 1, { id: postId(at, "音乐"), subject: "音乐" })],
    persons: [awayFrom(at), someone("per-0", { ...RECRUIT, subjects: MUSIC })],
    schools: { [at]: { establishment: 1 } },
  };
  const common = {
    rule: "returnRoom",
    county,
    forced: [rule("newRecruits", { schools: isIn("to.id", [at]) })],
  } as const;
  return [
    {
      ...common,
      code: "returnRoom.postTaken",
      about: { kind: "post", post: postId(at, "音乐") },
      params: {},
    },
    {
      ...common,
      code: "returnRoom.schoolFull",
      about: { kind: "school", school: at, limit: "working" },
      params: { posts: false, schools: true, when: "always" },
    },
  ];
});

const recruits: readonly SubjectCase[] = [
  {
    rule: "newRecruits",
    code: "newRecruits.unplaced",
    about: person("per-0"),
    measured: COUNTY,
    params: {},
    county: {
      posts: [post("sch-b", 1, { id: postId("sch-b", "语文") })],
      persons: [someone("per-0", RECRUIT)],
    },
    forced: [closed("sch-b")],
  },
  {
    rule: "newRecruits",
    code: "newRecruits.elsewhere",
    about: person("per-0"),
    measured: COUNTY,
    params: { schools: isIn("to.id", ["sch-c"]) },
    county: {
      posts: [post("sch-b", 1, { id: postId("sch-b", "语文") })],
      persons: [someone("per-0", RECRUIT)],
    },
    forced: [rule("perSchool", { minIn: 1, schools: isIn("school.id", ["sch-b"]) })],
  },
];

const prerequisites = RING.map((_route, k): SubjectCase => ({
  rule: "prerequisite",
  code: "prerequisite.missed",
  about: person(`per-${k}`),
  measured: COUNTY,
  params: { moves: { all: [] }, requires: { not: isIn("person.id", [`per-${k}`]) } },
  county: { routes: RING },
  forced: ALL_GO,
}));

/** Somebody with a load of six periods, and one period of music that nobody teaches at each of some schools. */
function walker(...needy: readonly SchoolId[]): Parts {
  const music = { stage: "primary", subject: "音乐", fullLoad: 16 } as const;
  return {
    posts: [
      { ...music, id: postId("sch-a", "音乐"), school: "sch-a", periodsPerWeek: 16 },
      ...needy.map((at) => ({ ...music, id: postId(at, "音乐"), school: at, periodsPerWeek: 1 })),
    ],
    persons: [
      someone("per-0", {
        homeSchool: "sch-a",
        weeklyLoad: 6,
        subjects: [{ subject: "音乐", main: true }],
        tenureStart: "2023-09-01",
      }),
    ],
  };
}

const FAR = { "sch-b": { coordinates: { latitude: 34.2, longitude: 109 } } };
const WALK = { form: "walk", level: "untaught", fullLoad: 16 };

const itinerants: readonly SubjectCase[] = [
  { limit: "load", params: { ...WALK, fullLoad: 6 }, county: walker("sch-b") },
  { limit: "places", params: { ...WALK, maxPlaces: 1 }, county: walker("sch-b", "sch-c") },
  { limit: "metres", params: { ...WALK, maxMetres: 1000 }, county: { ...walker("sch-b"), schools: FAR } },
  { limit: "membership", params: { ...WALK, who: isIn("person.id", ["nobody"]) }, county: walker("sch-b") },
].map(({ limit, params, county }): SubjectCase => ({
  rule: "itinerant",
  code: `itinerant.${limit}`,
  about: { ...person("per-0"), limit } as SubjectCase["about"],
  measured: null,
  params,
  county,
  forms: [{ base: "walk", scope: "county", where: { all: [] } }],
  plannedWith: WALK,
}));

/** At a school of two, one of them a backbone teacher who has to leave, nobody of the set is left. */
const staffShareAt = (at: (typeof SCHOOL_IDS)[number]): SubjectCase => ({
  rule: "staffShare",
  code: "staffShare.worse",
  about: { kind: "school", school: at },
  params: { share: "1/2", set: isIn("person.id", ["per-0"]), schools: isIn("school.id", [at]) },
  county: { routes: [[at, nextOf(at)]], stayers: [at] },
  forced: ALL_GO,
});

/** A third of three is one, however it is rounded. */
const threeStay = (at: (typeof SCHOOL_IDS)[number]): SubjectCase => {
  const given = staffShareAt(at);
  return { ...given, params: { ...given.params, share: "1/3" }, county: { ...given.county, stayers: [at, at, at] } };
};

/** Two want a post: the one with fewer points is pinned nowhere, and the other may not go. */
const passedOver = SCHOOL_IDS.map((at): SubjectCase => {
  const to = nextOf(at);
  const wish = { application: { volunteer: true, wishes: [to] } };
  return {
    rule: "pointsFirst",
    code: "pointsFirst.passedOver",
    about: person("per-1"),
    measured: null,
    params: { points: "age" },
    county: {
      posts: [post(to, 1, { id: postId(to, "语文") }), post(at, 0, { id: postId(at, "语文") })],
      persons: [
        someone("per-0", { homeSchool: at, birthDate: "1985-01-01", ...wish }),
        someone("per-1", { homeSchool: at, birthDate: "1982-01-01", ...wish }),
      ],
    },
    forced: [
      rule("postBalance"),
      rule("direction", { moves: { all: [isIn("person.id", ["per-0"])] }, minShare: "100%" }),
      rule("quota", { share: "1/2" }),
    ],
  };
});

/** Somebody has to go where the spouse, who stays, is far away, or goes alone where both or none should. */
const couples = SCHOOL_IDS.flatMap((at): SubjectCase[] => {
  const to = nextOf(at);
  const county: Parts = { routes: [[at, to]], stayers: [at], movers: { spouse: "old-0" } };
  const common = { rule: "linked", about: person("per-0"), measured: null, forced: ALL_GO } as const;
  const far = { [to]: { coordinates: { ...HERE, latitude: HERE.latitude + 1 } } };
  return [
    { ...common, code: "linked.apart", params: { withinMetres: 100_000 }, county: { ...county, schools: far } },
    { ...common, code: "linked.alone", params: { bothOrNone: true }, county },
  ];
});

/** Somebody has to go where the spouse is, and one of the two leads. */
const avoidances = SCHOOL_IDS.map((at): SubjectCase => {
  const to = nextOf(at);
  return {
    rule: "avoidance",
    code: "avoidance.together",
    about: person("per-0"),
    measured: null,
    params: { leaders: { attr: "person.sex", op: "eq", value: "male" } },
    county: { routes: [[at, to]], stayers: [to], movers: { spouse: "old-0" } },
    forced: ALL_GO,
  };
});

/** One who needs a room, or a post of the title, goes where there is none. */
const roomsAndTitles = SCHOOL_IDS.flatMap((at): SubjectCase[] =>
  [
    { places: "roomsAvailable", moves: { attr: "person.housingNeed", op: "eq", value: true } },
    { places: "seniorPosts", moves: { all: [] }, holders: { any: [] } },
    { places: "middlePosts", moves: { all: [] } },
  ].map((params) => ({
    rule: "schoolPlaces",
    code: "schoolPlaces.exceeded",
    about: { kind: "school", school: at },
    params,
    county: {
      routes: [[nextOf(at), at]],
      movers: { housingNeed: true },
      schools: { [at]: { [params.places]: 0 } },
    },
    forced: ALL_GO,
  })),
);

/** Somebody has to take the post of the partner, who stays, or goes elsewhere though only a swap was asked for. */
const swaps = SCHOOL_IDS.flatMap((at): SubjectCase[] => {
  const to = nextOf(at);
  const music = [{ subject: "音乐", main: true }];
  const posts = [at, to].map((id) => post(id, 1, { id: postId(id, "音乐"), subject: "音乐" }));
  const someoneAt = (id: string, homeSchool: SchoolId, more: Partial<PersonInput>) =>
    someone(id, { homeSchool, subjects: music, ...more });
  const settled = { tenureStart: "2023-09-01" };
  const common = { rule: "swapPartners", about: person("per-0"), measured: null, params: {} } as const;
  return [
    {
      ...common,
      code: "swapPartners.oneSided",
      county: {
        posts,
        persons: [
          someoneAt("per-0", at, { swapPartner: "old-0" }),
          someoneAt("old-0", to, { swapPartner: "per-0", ...settled }),
        ],
      },
      forced: ALL_GO,
    },
    {
      ...common,
      code: "swapPartners.elsewhere",
      county: {
        posts,
        persons: [
          someoneAt("per-0", at, {
            swapPartner: "old-0",
            application: { volunteer: true, homeConsent: true },
            ...settled,
          }),
          someone("old-0", { homeSchool: at, ...settled }),
        ],
      },
      eligibility: { volunteers: { source: "test" } },
      forced: [rule("perSchool", { minOut: 1, schools: isIn("school.id", [at]) })],
    },
  ];
});

export const PERSON_CASES: readonly SubjectCase[] = [
  ...establishments,
  ...posts,
  ...leaders,
  ...protections,
  ...mustGo,
  ...stays,
  ...places,
  ...recruits,
  ...prerequisites,
  ...itinerants,
  ...SCHOOL_IDS.map(staffShareAt),
  ...roundedEveryWay(threeStay(SCHOOL_IDS[0])),
  ...passedOver,
  // Nobody is nobody, however it is rounded.
  ...roundedEveryWay({ ...teamCapAt(SCHOOL_IDS[0]), params: { share: "0%" } }),
  ...couples,
  ...swaps,
  ...roomsAndTitles,
  ...avoidances,
];
