import type { SmallCase } from "./small.ts";
import { smallCounty } from "./small.ts";
import { led, office, recent } from "./known-people.ts";

/** Counties under the notice of Yulin in which parts of a policy bind that do not in its first one; each says what to look at. */

const PEOPLE_IDS = ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "c1", "c2", "d1"] as const;

export const YULIN_CASES: readonly SmallCase[] = [
  {
    policy: "yulin-notice",
    name: "heads of town schools, and an alliance",
    settings: { document74Exemptions: "pregnancy,lactation", quotaShare: "30%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        B: { establishment: 6, posts: { 语文: 3, 数学: 2, principal: 1 } },
        C: { establishment: 5, roomsAvailable: 1 },
        D: { posts: { 语文: 2, 数学: 1, 音乐: 1 } },
      },
      people: {
        ap: office("principal", "2013-09-01", { schoolsWorked: 2 }),
        bp: office("principal", "2013-09-01", { schoolsWorked: 2 }),
        ...Object.fromEntries(
          ["a1", "a2", "a4", "b1", "b2"].map((id) => [id, { honours: ["backboneCounty" as const], housingNeed: true }]),
        ),
        c1: { housingNeed: true, ruralYears: 12 },
        d1: { professionalTitle: "level2", remoteYears: 12 },
        d2: { subject: "数学", professionalTitle: "level1", remoteYears: 12 },
      },
    }),
    says: {
      "YL-05: heads change places for a term of four years":
        "ap leaves A for B-principal as leaderRotation with the relation until 2028-08-31: due (YL-03)",
    },
  },
  {
    policy: "yulin-notice",
    name: "a school that is full, and a post of head",
    settings: { document74Exemptions: "pregnancy,lactation", exchangeScope: "county", quotaShare: "5%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 10, posts: { 语文: 4, 数学: 3, 音乐: 1, principal: 1 } },
        B: { establishment: 6, posts: { 语文: 3, 数学: 2, principal: 1 } },
        // Two posts are open and no head more may be there.
        C: { establishment: 4 },
      },
      people: {
        // Nobody would lead A.
        ap: office("principal", "2013-09-01", {
          schoolsWorked: 2,
          honours: ["backboneCounty"],
          application: { wishes: ["B"] },
        }),
        a4: { honours: ["backboneCounty"] },
        c1: recent,
        c2: recent,
      },
    }),
    says: {
      "YL-19: the head who wishes to go stays, since nobody would lead the school":
        "principalPosts (YL-19): 1 of at least 1",
    },
  },
  {
    policy: "yulin-notice",
    name: "heads who rotate, and a school without one",
    settings: { document74Exemptions: "pregnancy,lactation", quotaShare: "100%" },
    instance: smallCounty({
      schools: {
        A: { establishment: 11, posts: led({ 语文: 4, 数学: 3, 音乐: 1 }) },
        B: { establishment: 7, posts: led({ 语文: 3, 数学: 2 }) },
        C: { establishment: 7, posts: { 语文: 3, 数学: 2, 音乐: 1, principal: 1 } },
      },
      people: {
        ...Object.fromEntries(PEOPLE_IDS.map((id) => [id, recent])),
        ...Object.fromEntries(
          ["a6", "a7", "a8", "b4", "b5", "c3", "c4", "d2"].map((id) => [id, { ...recent, subject: "数学" }]),
        ),
        a9: { ...recent, subject: "音乐" },
        ap: office("principal", "2013-09-01", { honours: ["backboneCounty"], application: { wishes: ["C"] } }),
        bp: office("principal", "2013-09-01", { honours: ["backboneCounty"] }),
        av: office("vicePrincipal", "2021-09-01", recent),
        bv: office("vicePrincipal", "2021-09-01", recent),
      },
    }),
    says: {
      "YL-19: the heads change places, and no school loses its own":
        "ap leaves A for B-principal as leaderRotation with the relation until 2028-08-31: due (YL-03)",
    },
  },
  {
    policy: "yulin-notice",
    name: "a private school",
    settings: { document74Exemptions: "pregnancy,lactation", exchangeScope: "county", quotaShare: "10%" },
    instance: smallCounty({
      schools: { C: { posts: { 语文: 2, 数学: 2 } }, D: { ownership: "private", posts: { 语文: 4, 数学: 2 } } },
      people: { a4: { honours: ["backboneCounty"] } },
    }),
    says: {},
  },
];
