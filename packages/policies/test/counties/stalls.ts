import type { Instance } from "@lungang/core";
import type { PersonChange, SchoolChange } from "./small.ts";
import { NOBODY, smallCounty } from "./small.ts";

/**
 * One county for the aims that most policies share: each has a subject of its own, in which it alone decides between people and
 * places that are alike otherwise. Of each subject the town school A has somebody too many, and a village school lacks one.
 */

export const TOWN = { area: "urban", quality: "good", level: "countyTown", township: "T1", terrain: "plain" } as const;
export const VILLAGE = { area: "rural", quality: "weak", level: "village", township: "T1", terrain: "plain" } as const;
export const GROUPS: SchoolChange = { zones: ["Z1"], alliances: ["L1"], schoolGroups: ["G1"] };

/** Eight years at the school on the day that counts; twelve; two. */
const EIGHT = { tenureStart: "2016-09-01" } as const;
const TWELVE = { tenureStart: "2012-09-01" } as const;
export const TWO = { tenureStart: "2022-09-01" } as const;
const YOUNG = { birthDate: "1990-05-05" } as const;
export const IN_CYCLE = { classCycleUntil: "2027-08-31" } as const;

/** A weak village school of one township with all others, so many kilometres from the town. */
export function village(km: number, change: SchoolChange = {}): SchoolChange {
  return { ...VILLAGE, ...GROUPS, km, establishment: 20, students: 60, ...change };
}

/** What stands otherwise than in the county as it is. */
export interface Stalls {
  /** Everybody who would go asks for it: for policies that move volunteers only. */
  readonly asked?: boolean;
  readonly schools?: Readonly<Record<string, SchoolChange | null>>;
  readonly people?: Readonly<Record<string, PersonChange | null>>;
}

const SCHOOLS: Readonly<Record<string, SchoolChange | null>> = {
  A: {
    ...TOWN,
    ...GROUPS,
    establishment: 40,
    students: 400,
    posts: { 语文: 2, 数学: 2, 英语: 5, 音乐: 1, 体育: 1, 美术: 1, 科学: 1, 信息科技: 1 },
    pairs: ["P1"],
  },
  B: { ...TOWN, ...GROUPS, km: 2, establishment: 9, students: 90, posts: { 信息科技: 2, 劳动: 2 }, pairs: [] },
  C: village(12, {
    posts: { 语文: 1, 数学: 1, 英语: 1, 音乐: 1, 体育: 1, 美术: 1, 科学: 1, 信息科技: 1, 劳动: 1 },
    pairs: ["P1"],
  }),
  D: null,
  // Nearer, and short of a teacher of art; but no head more may be there.
  E: village(6, { establishment: 1, posts: { 语文: 1, 美术: 1 } }),
  // Nearer, with places of the establishment; but nobody is lacking.
  F: village(4, { posts: { 科学: 1 } }),
  // Far away, where one teacher of music wishes to go.
  H: village(35, { posts: { 音乐: 1 } }),
  // Has one teacher, who has no post there.
  T: { ...TOWN, ...GROUPS, area: "town", km: 11, establishment: 2, students: 20, posts: { 道德与法治: 1 }, pairs: [] },
  // Next door, but private: no policy speaks of it.
  P: { ...VILLAGE, ...GROUPS, km: 1, ownership: "private", establishment: 9, students: 60, posts: { 科学: 1 } },
};

const wish = (school: string) => ({ application: { volunteer: true, homeConsent: true, wishes: [school] } });

/** Who is in each subject, by what decides in it. */
function peopleOf(asked: boolean): Readonly<Record<string, PersonChange>> {
  const asks = asked ? { application: { volunteer: true, homeConsent: true } } : {};
  const some = (ids: readonly string[], change: PersonChange) =>
    Object.fromEntries(ids.map((id) => [id, { ...asks, ...change }]));
  return {
    // Nearness: one lives near C, though the others are there longer; who lives nearest is on leave.
    ...some(["aNear"], { ...EIGHT, livesAt: 10 }),
    ...some(["aFar1", "aFar2"], TWELVE),
    ...some(["aIll"], { ...TWELVE, livesAt: 12, sex: "female", statuses: [{ code: "maternityLeave" }] }),
    // The longest first, though in mid-cycle.
    ...some(["aLong"], { ...TWELVE, ...IN_CYCLE, subject: "数学" }),
    ...some(["aShort1", "aShort2"], { ...EIGHT, subject: "数学" }),
    // Stability: one has no class in mid-cycle.
    ...some(["aFree"], { ...EIGHT, subject: "英语", birthDate: "1982-03-03" }),
    ...some(["aCycle1", "aCycle2", "aCycle3", "aCycle4", "aCycle5"], { ...EIGHT, ...IN_CYCLE, subject: "英语" }),
    // Wishes: two go, and the one who wishes for the far place has the other's way.
    aWish: { ...EIGHT, subject: "音乐", ...wish("H") },
    ...some(["aHome"], { ...EIGHT, subject: "音乐", livesAt: 30 }),
    aMusic: { ...TWO, subject: "音乐", livesAt: 90 },
    // Protection: the nearest one is the last teacher of a school.
    ...some(["aSport1", "aSport2", "tOnly"], { ...EIGHT, subject: "体育" }),
    // Establishment, posts and scope: nearer places that are none.
    ...some(["aArt1", "aArt2"], { ...EIGHT, subject: "美术" }),
    ...some(["aSci1", "aSci2"], { ...EIGHT, subject: "科学" }),
    // Fair burden: the other school sends one too, though those of A are there longer.
    ...some(["aNet1", "aNet2"], { ...TWELVE, subject: "信息科技" }),
    ...some(["bNet1", "bNet2", "bNet3"], { ...YOUNG, tenureStart: "2014-09-01", subject: "信息科技", livesAt: 0 }),
    // Batches: whose age limit comes first goes first, though in mid-cycle.
    ...some(["bOld"], { ...EIGHT, ...IN_CYCLE, subject: "劳动", livesAt: 0, birthDate: "1980-05-05" }),
    ...some(["bYoung1", "bYoung2"], { ...EIGHT, subject: "劳动", livesAt: 0, ...YOUNG }),
    e1: { ...TWO, sex: "female", statuses: [{ code: "maternityLeave" }] },
    f1: { ...TWO, subject: "科学", sex: "female", statuses: [{ code: "maternityLeave" }] },
  };
}

/** Returns the county with some schools and people changed, added or left out. */
export function stalls({ asked = false, schools = {}, people = {} }: Stalls = {}): Instance {
  return smallCounty({
    schools: { ...SCHOOLS, ...schools },
    people: { ...NOBODY, ...peopleOf(asked), ...people },
  });
}
