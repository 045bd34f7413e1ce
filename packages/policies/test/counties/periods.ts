import type { SchoolChange, SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/** A county of which music is stated in periods: the centre has nine to spare, three village schools need three each. */

const VILLAGE: SchoolChange = {
  area: "rural",
  quality: "ordinary",
  level: "village",
  township: "T1",
  terrain: "mountain",
  zones: ["Z1"],
  establishment: 2,
  students: 30,
};

const recent = { tenureStart: "2021-09-01" };

function musicByPeriods(): SmallCase["instance"] {
  const away = ["a2", "a3", "a4", "a5", "a7", "a8", "b2", "b3", "c2", "c4", "d2"];
  const few = ["a1", "a6", "b1", "b4", "b5", "c1", "c3", "d1", "e1", "f1"];
  return smallCounty({
    schools: {
      A: { establishment: 4, posts: { 语文: 1, 数学: 1, 音乐: { periods: 16 } } },
      B: { establishment: 5, posts: { 语文: 1, 数学: 2, 音乐: { periods: 7 } } },
      C: { establishment: 4, posts: { 语文: 1, 数学: 1, 音乐: { periods: 3 } } },
      D: { establishment: 2, posts: { 语文: 1, 音乐: { periods: 4 } } },
      E: { ...VILLAGE, km: 8, posts: { 语文: 1, 音乐: { periods: 3 } } },
      F: { ...VILLAGE, km: 10, posts: { 语文: 1, 音乐: { periods: 3 } } },
    },
    people: {
      ...Object.fromEntries(away.map((id) => [id, null])),
      ...Object.fromEntries(few.map((id) => [id, recent])),
      a6: { ...recent, subject: "数学" },
      b4: { ...recent, subject: "数学" },
      b5: { ...recent, subject: "数学" },
      c3: { ...recent, subject: "数学" },
      a9: { ...recent, subject: "音乐", weeklyLoad: 16 },
      b6: { ...recent, subject: "音乐", weeklyLoad: 7 },
    },
  });
}

/** The same county where a famous teacher of the county town has periods to spare. */
function famousTeacher(): SmallCase["instance"] {
  const county = musicByPeriods();
  const persons = county.persons.map((person) =>
    person.id === "a9" ? { ...person, weeklyLoad: 12, honours: ["famousTeacher" as const] } : person,
  );
  return { ...county, persons };
}

const NOTICE = { document74Exemptions: "pregnancy", backboneShare: "0%", quotaShare: "0%" };

/** A village school of two teachers whose posts of Chinese, mathematics and music are stated by periods. */
function twoPostsOfOneSchool(): SmallCase["instance"] {
  const skills = (...subjects: readonly string[]) => subjects.map((subject, k) => ({ subject, main: k === 0 }));
  return smallCounty({
    schools: {
      D: null,
      E: { ...VILLAGE, km: 8, posts: { 语文: { periods: 10 }, 数学: { periods: 9 }, 音乐: { periods: 7 } } },
    },
    people: {
      d1: null,
      d2: null,
      // Nobody teaches music; six and one periods are what the two have to spare.
      e1: { ...recent, weeklyLoad: 10, subjects: skills("语文", "数学", "音乐") },
      e2: { ...recent, weeklyLoad: 15, subjects: skills("数学", "音乐") },
    },
  });
}

/** A village school without anybody: eight periods of music and eight of art are one head, and one teacher can do both. */
function oneHeadForTwoPosts(): SmallCase["instance"] {
  const both = ["音乐", "美术"].map((subject, k) => ({ subject, main: k === 0 }));
  return smallCounty({
    schools: {
      A: { posts: { 语文: 5, 数学: 3 } },
      C: { posts: { 语文: 2, 数学: 2 } },
      D: null,
      E: { ...VILLAGE, km: 8, posts: { 音乐: { periods: 8 }, 美术: { periods: 8 } } },
    },
    people: { d1: null, d2: null, a9: { subjects: both } },
  });
}

export const PERIODS: readonly SmallCase[] = [
  {
    policy: "shichang-township",
    name: "one head for two posts",
    settings: { yearlyMoves: 1 },
    instance: oneHeadForTwoPosts(),
    says: {
      "SC-04: one head, in one of two posts": "a9 leaves A for E-美术 as down until 2025-08-31: due (SC-01)",
      "SC-04: and the periods of the other": "a9 teaches 8 periods of E-音乐 in partTime",
      "SC-04: nobody is missing": "curriculum (SC-04): 0 of at most 0",
    },
  },
  {
    policy: "shichang-township",
    name: "two posts of one school",
    settings: { yearlyMoves: 0 },
    instance: twoPostsOfOneSchool(),
    says: {
      "SC-04: one person fills two posts of one school": "e1 teaches 6 periods of E-音乐 in partTime",
      "SC-04: up to the full load": "e2 teaches 1 periods of E-音乐 in partTime",
    },
  },
  {
    policy: "yulin-notice",
    name: "music by periods",
    settings: NOTICE,
    instance: musicByPeriods(),
    says: { "YL-14d: nine periods to spare, two places": "b6 teaches 3 periods of C-音乐 in walk" },
  },
  {
    policy: "yulin-notice",
    name: "a famous teacher with periods to spare",
    settings: { ...NOTICE, itinerantMetres: 40_000 },
    instance: famousTeacher(),
    says: { "YL-14d: a famous teacher goes to a rural school": "a9 teaches 4 periods of D-音乐 in walk" },
  },
  {
    policy: "daxuequ-baqiao",
    name: "music by periods",
    settings: { anyShare: "0%", longShare: "0%" },
    instance: musicByPeriods(),
    says: { "BQ-04: inside the district": "b6 teaches 3 periods of E-音乐 in partTime" },
  },
  {
    policy: "generic-lungang-18",
    name: "music by periods",
    settings: { termMonths: 36, yearlyMoves: 0 },
    instance: musicByPeriods(),
    says: { "GL-03: part-time": "b6 teaches 3 periods of C-音乐 in partTime" },
  },
  {
    policy: "xx-county-report",
    name: "music by periods",
    settings: { termMonths: 36, lastPlaceTimes: 2 },
    instance: musicByPeriods(),
    says: { "XR-10: part-time": "b6 teaches 3 periods of C-音乐 in partTime" },
  },
];
