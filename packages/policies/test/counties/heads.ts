import type { Settings } from "@lungang/core/policy";
import { MASKED } from "../masked-values.ts";
import type { PersonChange, SchoolChange, SmallCase } from "./small.ts";
import { NOBODY, smallCounty } from "./small.ts";
import { TOWN, TWO, VILLAGE } from "./stalls.ts";

/** Heads who change places, and heads who may not go since nobody would lead their school. */

type Office = "principal" | "vicePrincipal";

const office = (name: Office, rest: PersonChange = {}, start = "2013-09-01"): PersonChange => ({
  personType: name,
  offices: [{ office: name, start }],
  ...rest,
});

/** In office for two years, and as long at the school. */
const recent = (name: Office) => office(name, TWO, "2022-09-01");

const wish = (school: string) => ({ application: { volunteer: true, homeConsent: true, wishes: [school] } });

const RURAL = { ...VILLAGE, level: "completePrimary", establishment: 9, students: 60 } as const;

const LED = { 语文: 1, principal: 1, vicePrincipal: 1 };

/** Two schools of the town, each with a head and a vice head. */
const TOWN_SCHOOLS = {
  A: { ...TOWN, establishment: 9, posts: LED },
  B: { ...TOWN, km: 4, establishment: 9, posts: LED },
  C: null,
  D: null,
};

interface Led {
  readonly schools?: Readonly<Record<string, SchoolChange>>;
  readonly people?: Readonly<Record<string, PersonChange>>;
}

/** Two heads of town and country wish for each other's school; a third for one that has none, and nobody would lead his own. */
function changingPlaces({ schools = {}, people = {} }: Led = {}): SmallCase["instance"] {
  return smallCounty({
    schools: {
      ...TOWN_SCHOOLS,
      F: { ...RURAL, km: 8, posts: { 语文: 1, principal: 1 } },
      H: { ...RURAL, km: 16, posts: LED },
      ...schools,
    },
    people: {
      ...NOBODY,
      ...Object.fromEntries(["a1", "b1", "f1", "h1"].map((id) => [id, TWO])),
      ap: office("principal", wish("F")),
      av: office("vicePrincipal"),
      bp: office("principal", wish("H")),
      bv: office("vicePrincipal", {}, "2022-09-01"),
      hp: office("principal", { ...wish("B"), evaluations: [{ year: 2024, grade: "excellent" }] }),
      hv: office("vicePrincipal", {}, "2022-09-01"),
      ...people,
    },
  });
}

/**
 * Of the three vice heads of A and the two of B one each may leave; those of A would have no way. The head of G wishes for a
 * school without one, and nobody would lead his own.
 */
function oneOfEachTeam(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      ...TOWN_SCHOOLS,
      F: { ...RURAL, km: 8, posts: LED },
      G: { ...TOWN, km: 2, establishment: 9, posts: LED },
      H: { ...RURAL, km: 16, posts: { 语文: 2, vicePrincipal: 1 } },
    },
    people: {
      ...NOBODY,
      ...Object.fromEntries(["a1", "b1", "f1", "g1", "h1"].map((id) => [id, TWO])),
      ap: recent("principal"),
      av1: office("vicePrincipal", { livesAt: 8 }),
      av2: office("vicePrincipal", { livesAt: 8 }),
      av3: recent("vicePrincipal"),
      bp: recent("principal"),
      bv: office("vicePrincipal"),
      bw: recent("vicePrincipal"),
      b2: {},
      b3: {},
      gp: office("principal", wish("F")),
      gv: recent("vicePrincipal"),
    },
  });
}

/** Two vice heads are due where no post of their own is open: one may lead a school, the other may only teach. */
function otherPosts(): SmallCase["instance"] {
  return smallCounty({
    schools: {
      ...TOWN_SCHOOLS,
      F: { ...RURAL, km: 8, posts: { 语文: 1, principal: 1 } },
      H: { ...RURAL, km: 16, posts: { 语文: 2 } },
    },
    people: {
      ...NOBODY,
      ...Object.fromEntries(["a1", "b1", "f1", "h1"].map((id) => [id, TWO])),
      ap: recent("principal"),
      av: office("vicePrincipal", { schoolsWorked: 2 }),
      aw: recent("vicePrincipal"),
      bp: recent("principal"),
      bv: office("vicePrincipal", { schoolsWorked: 1 }),
      bw: recent("vicePrincipal"),
    },
  });
}

/** In a small town school and a large village school one backbone head more is what the balance asks for. */
const BALANCE: Led = {
  schools: {
    A: { ...TOWN, establishment: 9, students: 30, posts: LED },
    F: { ...RURAL, km: 8, students: 600, posts: { 语文: 1, principal: 1 } },
  },
  people: { ap: office("principal", { ...wish("F"), honours: ["backboneCounty"] }) },
};

/** A vice head with sixteen years in the office, for whom a village school has a post. */
const VICE: Led = {
  schools: { F: { ...RURAL, km: 8, posts: LED } },
  people: { av: office("vicePrincipal", {}, "2008-09-01"), aw: office("vicePrincipal", {}, "2022-09-01") },
};

const changes = (policy: string, settings: Settings, { says, ...led }: Led & Pick<SmallCase, "says">): SmallCase => ({
  policy,
  name: "heads who change places",
  settings,
  instance: changingPlaces(led),
  says,
});

const team = (policy: string, settings: Settings, says: SmallCase["says"]): SmallCase => ({
  policy,
  name: "one of each team",
  settings,
  instance: oneOfEachTeam(),
  says,
});

export const HEADS: readonly SmallCase[] = [
  {
    policy: "yulin-notice",
    name: "vice heads in other posts",
    settings: { document74Exemptions: "pregnancy", backboneShare: "0%", quotaShare: "100%" },
    instance: otherPosts(),
    says: {
      "YL-21: who worked at two schools becomes head of a third":
        "av leaves A for F-principal as leaderRotation with the relation until 2028-08-31: due (YL-03)",
      "YL-13: the other one goes as a teacher":
        "bv leaves B for H-语文 as leaderRotation with the relation until 2028-08-31: due (YL-03)",
    },
  },
  changes(
    "xx-county-report",
    { termMonths: 24, lastPlaceTimes: 2 },
    { says: { "YL-19: nobody goes for whom nobody comes": "principalPosts (YL-19): 3 of at least 3" } },
  ),
  changes(
    "banan-chongqing",
    { yearlyMoves: 4, postFillMost: 2, supportMost: 1 },
    {
      ...VICE,
      says: {
        "BN-01: a vice head after fifteen years goes":
          "av leaves A for F-vicePrincipal as leaderRotation with the relation until 2027-08-31: due (BN-01)",
        "YL-19: each school that a head leaves has one": "principalPosts (YL-19): 3 of at least 3",
      },
    },
  ),
  changes(
    "county-jiaoliu",
    { schoolYears: 6, yearlyMoves: 3 },
    {
      says: {
        "HL-20: leaders of town schools go to the country":
          "bv leaves B for H-vicePrincipal as leaderRotation until 2025-02-28: due (HL-12)",
        "HL-20: leaders of village schools are attached to town schools":
          "hv leaves H for B-vicePrincipal as attach until 2025-02-28: due (HL-12)",
      },
    },
  ),
  changes(
    "hanling-town",
    { schoolYears: 6, middleLeast: 0, centerLeast: 0, primaryShare: "0%" },
    {
      ...BALANCE,
      says: {
        "HL-10: the backbone head goes to the country, but not to the school without a head":
          "ap leaves A for H-principal as leaderRotation until 2025-02-28: due (HL-12)",
        "YL-19: since another one has to come": "hp leaves H for A-principal as attach until 2025-02-28: due (HL-12)",
      },
    },
  ),
  team(
    "detailed-measures",
    { quotaShare: "60%", expertShare: "0%", teamShare: "34%", teamAtLeastOne: true },
    {
      "DM-06: one of the four of A": "leadershipTeam (DM-06) of school A: 1 of at most 1",
      "DM-06: the head whom nobody follows stays": "principalPosts (DM-06): 3 of at least 3",
    },
  ),
  team(
    "national-2014",
    { ...MASKED["national-2014"], quotaShare: "75%", backboneShare: "0%" },
    { "YL-19: the head whom nobody follows stays": "principalPosts (YL-19): 3 of at least 3" },
  ),
];
