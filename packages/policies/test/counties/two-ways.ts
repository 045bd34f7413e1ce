import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";

/** Excellent heads who go down, and teachers of a weak school who go up to learn. */

const recent = { tenureStart: "2021-09-01" };

const head = (rest: object = {}) => ({
  personType: "principal" as const,
  schoolsWorked: 2,
  offices: [{ office: "principal" as const, start: "2013-09-01" }],
  ...rest,
});

const TEACHERS = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3", "b4", "b5"];
const MORE_TEACHERS = ["c1", "c2", "c3", "c4", "d1", "d2"];

/** Three heads change places; the one of the town school was assessed as excellent and wishes for the other town. */
function threeHeads(): SmallCase["instance"] {
  const all = [...TEACHERS, ...MORE_TEACHERS];
  return smallCounty({
    schools: {
      A: { establishment: 10, posts: { 语文: 5, 数学: 3, 音乐: 1, principal: 1 } },
      B: { establishment: 6, posts: { 语文: 3, 数学: 2, principal: 1 } },
      C: { establishment: 5, level: "completePrimary", posts: { 语文: 2, 数学: 2, principal: 1 } },
    },
    people: {
      ...Object.fromEntries(all.map((id) => [id, recent])),
      ...Object.fromEntries(
        ["a6", "a7", "a8", "b4", "b5", "c3", "c4", "d2"].map((id) => [id, { ...recent, subject: "数学" }]),
      ),
      a9: { ...recent, subject: "音乐" },
      ap: head({ evaluations: [{ year: 2024, grade: "excellent" }], application: { wishes: ["B"] } }),
      bp: head(),
      cp: head(),
    },
  });
}

/** Somebody of a weak school volunteers: a good school of the township is farther away than one in the mountains. */
function learner(): SmallCase["instance"] {
  const rural = { area: "rural", township: "T1", terrain: "plain", students: 60 } as const;
  return smallCounty({
    schools: {
      A: { establishment: 1, posts: { 语文: 1 } },
      B: null,
      C: { km: 21, establishment: 2, quality: "ordinary", posts: { 语文: 2 } },
      D: null,
      E: { ...rural, km: 26, quality: "good", level: "completePrimary", establishment: 2, posts: { 语文: 2 } },
      G: { ...rural, km: 20, quality: "weak", level: "village", establishment: 3, posts: { 语文: 2 } },
    },
    people: {
      ...Object.fromEntries([...TEACHERS, ...MORE_TEACHERS].map((id) => [id, null])),
      a1: recent,
      c1: recent,
      e1: recent,
      g1: { application: { volunteer: true, homeConsent: true } },
      g2: recent,
      g3: recent,
    },
  });
}

export const TWO_WAYS: readonly SmallCase[] = [
  {
    policy: "yulin-notice",
    name: "an excellent head",
    settings: { document74Exemptions: "pregnancy", backboneShare: "0%", quotaShare: "100%" },
    instance: threeHeads(),
    says: {
      "YL-32: an excellent head goes to the weak school":
        "ap leaves A for C-principal as leaderRotation with the relation until 2028-08-31: due (YL-03)",
    },
  },
  {
    policy: "xx-county-report",
    name: "up to learn",
    settings: { termMonths: 24, lastPlaceTimes: 2 },
    instance: learner(),
    says: { "XR-18: up to the good school": "g1 leaves G for E-语文 as up until 2026-08-31: volunteer (XR-09)" },
  },
];
