import type { Draws } from "@lungang/solver-testkit";
import type { RuleName } from "../../src/rules/registry.ts";
import { rule } from "../small-county.ts";
import { oneOf, someOf } from "./draw.ts";

/** Entries of every rule with any parameters at any strength. */

/** What entries may name. */
export interface Ground {
  readonly levels: readonly string[];
  readonly schools: readonly string[];
  readonly persons: readonly string[];
  readonly posts: readonly string[];
}

const is = (attr: string, value: unknown) => ({ attr, op: "eq", value });

const BACKBONE = { set: "backbone" };
const TEACHERS = is("person.personType", "teacher");
const TO_RURAL = { attr: "to.area", op: "in", value: ["rural", "remote"] };
const TO_URBAN = is("to.area", "urban");
const TO_WEAK = is("to.quality", "weak");
const WITH_RELATION = is("move.relationMoves", true);
const EVERYTHING = { all: [] };
const MOVE_SETS = [
  EVERYTHING,
  BACKBONE,
  { not: BACKBONE },
  TO_RURAL,
  TO_WEAK,
  TO_URBAN,
  WITH_RELATION,
  is("move.form", "rotation"),
  is("post.vacant", true),
  { any: [TO_WEAK, { all: [TEACHERS, is("from.area", "urban")] }] },
];
const PERSON_SETS = [EVERYTHING, BACKBONE, TEACHERS, is("from.area", "rural")];
const SCHOOL_SETS = [
  EVERYTHING,
  is("school.area", "urban"),
  is("school.area", "rural"),
  is("school.quality", "good"),
  is("school.overEstablishment", true),
];
const SHARES = ["10%", "1/3", "30%", "1/2", "60%"];
const GROUPS = ["county", "county", "school", "zone", "township", "alliance"];
const ROUTES = [
  { from: "urban", to: "rest" },
  { from: "rest", to: "urban" },
  { from: "rest", to: "urban" },
  { from: "rest", to: "rest" },
  { from: "*", to: "urban" },
  { from: "rest", to: "*" },
];
const LIGHT_FORMS = [["shadow"], ["shadow", "network"], ["network"], ["walk", "shadow"], ["network", "partTime"]];

/** A level that is parted takes no other rule. */
export const EVEN = "even";

/** A ground with a draw of a level. */
type Scene = Ground & { readonly level: () => string };

type Maker = (draws: Draws, scene: Scene) => object;

const maybe = (draws: Draws, chance: number, part: () => object): object => (draws.chance(chance) ? part() : {});
const weighted = (draws: Draws, level: () => string) => ({ level: level(), weight: draws.integer(1, 3) });

const MAKERS: Readonly<Record<RuleName, readonly [chance: number, twice: number, make: Maker]>> = {
  mustMove: [0.3, 0, () => ({})],
  postBalance: [
    0.75,
    0.15,
    (draws, { level }) => ({
      ...maybe(draws, 0.8, () => weighted(draws, level)),
      growth: oneOf(draws, ["never", "never", "free"]),
    }),
  ],
  establishment: [
    0.6,
    0.15,
    (draws, { level }) => ({
      working: oneOf(draws, ["never", "free"]),
      relation: oneOf(draws, ["never", "free"]),
      ...maybe(draws, 0.7, () => ({
        level: level(),
        overWeight: draws.integer(0, 2),
        underWeight: draws.integer(0, 2),
      })),
    }),
  ],
  leaderPosts: [0.35, 0, (draws) => ({ offices: draws.chance(0.5) ? ["principal"] : ["principal", "vicePrincipal"] })],
  newRecruits: [0.5, 0, (draws) => ({ schools: oneOf(draws, [EVERYTHING, TO_RURAL, TO_WEAK]) })],
  prerequisite: [
    0.15,
    0.2,
    (draws) => ({
      moves: oneOf(draws, [TO_URBAN, EVERYTHING, is("post.office", "principal"), WITH_RELATION]),
      requires: oneOf(draws, [BACKBONE, TEACHERS, WITH_RELATION, is("post.vacant", true)]),
    }),
  ],
  quota: [
    0.6,
    0.3,
    (draws) => ({
      share: oneOf(draws, SHARES),
      bound: draws.chance(0.75) ? "atLeast" : "atMost",
      base: draws.chance(0.8) ? "eligible" : "all",
      by: oneOf(draws, GROUPS),
      excludeExempt: draws.chance(0.6),
      excludeWithoutPost: draws.chance(0.6),
      volunteersInNumerator: draws.chance(0.6),
      ...roundedSometimes(draws),
      ...maybe(draws, 0.3, () => ({ who: oneOf(draws, PERSON_SETS) })),
      ...maybe(draws, 0.3, () => ({ moves: oneOf(draws, MOVE_SETS) })),
    }),
  ],
  total: [
    0.7,
    0.1,
    (draws) => ({
      ...maybe(draws, 0.6, () => ({ max: draws.integer(1, 6) })),
      ...maybe(draws, 0.15, () => ({ min: draws.integer(1, 3) })),
      quotas: oneOf(draws, ["sum", "largest"]),
    }),
  ],
  share: [
    0.5,
    0.25,
    (draws) => ({
      share: oneOf(draws, SHARES),
      set: oneOf(draws, MOVE_SETS.slice(1)),
      bound: draws.chance(0.7) ? "atLeast" : "atMost",
      ...roundedSometimes(draws),
      ...maybe(draws, 0.3, () => ({ of: oneOf(draws, MOVE_SETS) })),
    }),
  ],
  teamCap: [
    0.4,
    0,
    (draws) => ({ share: oneOf(draws, SHARES), atLeastOne: draws.chance(0.5), ...roundedSometimes(draws) }),
  ],
  perSchool: [
    0.4,
    0.2,
    (draws, { schools }) => ({
      ...maybe(draws, 0.25, () => ({ schools: oneOf(draws, SCHOOL_SETS) })),
      ...maybe(draws, 0.25, () => ({ moves: oneOf(draws, MOVE_SETS) })),
      ...schoolLimits(draws, 0.2),
      ...maybe(draws, 0.3, () => roundedShare(oneOf(draws, SHARES))),
      ...maybe(draws, 0.25, () => ({ bySchool: { [oneOf(draws, schools)]: schoolLimits(draws, 0.3) } })),
      useSchoolQuota: draws.chance(0.7),
      ...maybe(draws, 0.3, () => ({ bySubject: true })),
    }),
  ],
  direction: [
    0.4,
    0.2,
    (draws, { level }) => ({
      moves: oneOf(draws, [TO_RURAL, TO_WEAK]),
      ...maybe(draws, 0.4, () => ({ of: oneOf(draws, MOVE_SETS) })),
      ...maybe(draws, 0.5, () => ({ minShare: oneOf(draws, SHARES) })),
      ...maybe(draws, 0.3, () => ({ max: draws.integer(0, 2) })),
      ...maybe(draws, 0.6, () => weighted(draws, level)),
      ...roundedSometimes(draws),
      ...maybe(draws, 0.4, () => ({ bySubject: true })),
    }),
  ],
  netInflow: [
    0.2,
    0.2,
    (draws) => ({
      ...maybe(draws, 0.5, () => ({ schools: oneOf(draws, SCHOOL_SETS) })),
      by: oneOf(draws, ["school", "school", "township", "zone", "alliance", "area", "together"]),
      onlyOverEstablished: draws.chance(0.2),
      ...maybe(draws, 0.25, () => ({ moves: oneOf(draws, MOVE_SETS) })),
      ...maybe(draws, 0.7, () => ({ max: draws.integer(-1, 1) })),
      ...maybe(draws, 0.5, () => ({ maxLoss: oneOf(draws, [0, 1, "surplus"]) })),
      need: oneOf(draws, ["establishment", "posts"]),
    }),
  ],
  directionMatrix: [
    0.2,
    0.1,
    (draws) => ({
      classes: [
        { name: "urban", schools: is("school.area", "urban") },
        { name: "rest", schools: oneOf(draws, [EVERYTHING, is("school.area", "rural")]) },
      ],
      ...maybe(draws, 0.3, () => ({ of: oneOf(draws, MOVE_SETS) })),
      cells: Array.from({ length: draws.integer(1, 2) }, () => ({
        ...oneOf(draws, ROUTES),
        ...maybe(draws, 0.2, () => ({ min: draws.integer(0, 2) })),
        ...maybe(draws, 0.3, () => ({ max: draws.integer(0, 2) })),
        ...maybe(draws, 0.3, () => ({ minShare: oneOf(draws, SHARES) })),
        ...maybe(draws, 0.3, () => ({ maxShare: oneOf(draws, SHARES) })),
        ...maybe(draws, 0.5, () => ({ maxOfReverse: oneOf(draws, [...SHARES, "1"]) })),
        ...roundedSometimes(draws),
      })),
    }),
  ],
  balance: [
    0.12,
    0.2,
    (draws, { level }) => ({
      set: oneOf(draws, PERSON_SETS),
      ...weighted(draws, level),
      ...maybe(draws, 0.3, () => ({ stages: [oneOf(draws, ["primary", "junior"])] })),
      ...maybe(draws, 0.3, () => ({ cvAtMost: { primary: 0.5 } })),
    }),
  ],
  pairBalance: [
    0.3,
    0.1,
    (draws) => ({
      forms: someOf(draws, ["rotation"], 0.5).concat("mutual"),
      between: oneOf(draws, ["pairs", "pairs", "zones", "alliances", "schoolGroups"]),
      bySubject: draws.chance(0.4),
      ...maybe(draws, 0.25, () => ({ count: draws.integer(0, 2) })),
    }),
  ],
  nearness: [
    0.6,
    0.2,
    (draws, { level }) => ({
      ...weighted(draws, level),
      gridMetres: oneOf(draws, [1, 100, 5000]),
      ...maybe(draws, 0.5, () => ({ moves: oneOf(draws, MOVE_SETS) })),
    }),
  ],
  wishes: [
    0.5,
    0,
    (draws, { level }) => ({ level: level(), missed: draws.integer(0, 5), volunteerStays: draws.integer(0, 4) }),
  ],
  tenure: [0.4, 0, (draws, { level }) => ({ ...weighted(draws, level), fullYears: draws.integer(5, 20) })],
  fairBurden: [0.4, 0, (draws, { level }) => weighted(draws, level)],
  stability: [
    0.4,
    0,
    (draws, { level }) => ({ level: level(), move: draws.integer(0, 2), classCycle: draws.integer(0, 5) }),
  ],
  itinerant: [
    0.2,
    0.2,
    (draws, { level }) => ({
      form: oneOf(draws, ["walk", "partTime"]),
      ...maybe(draws, 0.4, () => ({ who: oneOf(draws, PERSON_SETS) })),
      maxPlaces: oneOf(draws, [1, 1, 2]),
      ...maybe(draws, 0.3, () => ({ maxMetres: draws.integer(5, 20) * 1000 })),
      fullLoad: 12,
      ...weighted(draws, level),
    }),
  ],
  participation: [
    0.2,
    0.15,
    (draws, { schools }) => ({
      forms: oneOf(draws, LIGHT_FORMS),
      ...maybe(draws, 0.3, () => ({ who: oneOf(draws, PERSON_SETS) })),
      ...maybe(draws, 0.8, () => ({ share: oneOf(draws, SHARES) })),
      ...maybe(draws, 0.5, () => ({ longShare: oneOf(draws, SHARES.slice(0, 4)) })),
      by: oneOf(draws, GROUPS),
      excludeExempt: draws.chance(0.5),
      countRunning: draws.chance(0.6),
      ...roundedSometimes(draws),
      ...maybe(draws, 0.3, () => ({ bySchool: { [oneOf(draws, schools)]: draws.integer(0, 3) } })),
    }),
  ],
  batches: [0.2, 0.1, (draws, { level }) => ({ ...weighted(draws, level), years: draws.integer(1, 12) })],
  changes: [
    0.15,
    0.1,
    (draws, { level, persons, posts }) => ({
      baseline: someOf(draws, persons, 0.4).map((person) => ({ person, post: oneOf(draws, posts) })),
      except: someOf(draws, persons, 0.15),
      ...weighted(draws, level),
    }),
  ],
  protection: [
    0.2,
    0,
    (draws) => ({ subjects: draws.chance(0.7), teachers: draws.chance(0.8), leaders: draws.chance(0.8) }),
  ],
  approvedStays: [0.4, 0, () => ({})],
  returnRoom: [
    0.35,
    0,
    (draws) => ({
      posts: draws.chance(0.8),
      schools: draws.chance(0.5),
      when: oneOf(draws, ["inTheEnd", "always", "always"]),
    }),
  ],
  staffShare: [
    0.3,
    0.1,
    (draws, { level }) => ({
      ...roundedStaffShare(oneOf(draws, SHARES)),
      set: oneOf(draws, PERSON_SETS.slice(1)),
      ...maybe(draws, 0.3, () => ({ of: oneOf(draws, PERSON_SETS) })),
      ...maybe(draws, 0.3, () => ({ schools: oneOf(draws, SCHOOL_SETS) })),
      ...maybe(draws, 0.6, () => weighted(draws, level)),
    }),
  ],
  pointsFirst: [
    0.4,
    0,
    (draws) => ({ points: "merit", ...maybe(draws, 0.3, () => ({ who: oneOf(draws, PERSON_SETS) })) }),
  ],
  pointsSum: [
    0.25,
    0.1,
    (draws, { level }) => ({
      points: "merit",
      of: oneOf(draws, ["movers", "stayers"]),
      ...maybe(draws, 0.3, () => ({ moves: oneOf(draws, MOVE_SETS) })),
      ...weighted(draws, level),
    }),
  ],
  evenShortfall: [
    0.3,
    0,
    (draws) => {
      const unit = oneOf(draws, ["heads", "share"]);
      const by = oneOf(draws, ["post", "post", "school", "township"]);
      return { level: EVEN, unit, by, upTo: draws.integer(1, 5) };
    },
  ],
  swapPartners: [0.4, 0, (draws) => maybe(draws, 0.2, () => ({ who: oneOf(draws, PERSON_SETS) }))],
  schoolPlaces: [
    0.3,
    0.2,
    (draws) => ({
      places: oneOf(draws, ["roomsAvailable", "seniorPosts"]),
      moves: oneOf(draws, [EVERYTHING, WITH_RELATION, BACKBONE]),
      ...maybe(draws, 0.6, () => ({ holders: oneOf(draws, PERSON_SETS) })),
    }),
  ],
  avoidance: [
    0.3,
    0,
    (draws) => maybe(draws, 0.7, () => ({ leaders: oneOf(draws, [EVERYTHING, BACKBONE, TEACHERS]) })),
  ],
  linked: [
    0.3,
    0,
    (draws) => ({
      ...maybe(draws, 0.4, () => ({ withinMetres: draws.integer(0, 8) * 1000 })),
      sameTownship: draws.chance(0.3),
      bothOrNone: draws.chance(0.3),
      ...maybe(draws, 0.2, () => ({ who: oneOf(draws, PERSON_SETS) })),
    }),
  ],
};

const ROUNDINGS = ["up", "down", "halfUp", "halfDown"];

/** How shares of an entry are rounded, where it is not as usual. */
const roundedSometimes = (draws: Draws): object => maybe(draws, 0.35, () => ({ rounding: oneOf(draws, ROUNDINGS) }));

/** A share and how it is rounded, which needs no draw of its own. */
function roundedShare(maxOutShare: string): object {
  return { maxOutShare, maxOutRounding: ROUNDINGS[SHARES.indexOf(maxOutShare) % ROUNDINGS.length] };
}

function roundedStaffShare(share: string): object {
  return { share, rounding: ROUNDINGS[SHARES.indexOf(share) % ROUNDINGS.length] };
}

function schoolLimits(draws: Draws, least: number): object {
  return {
    ...maybe(draws, least, () => ({ minOut: draws.integer(0, 2) })),
    ...maybe(draws, 0.6, () => ({ maxOut: draws.integer(0, 2) })),
    ...maybe(draws, least, () => ({ minIn: draws.integer(0, 2) })),
    ...maybe(draws, 0.5, () => ({ maxIn: draws.integer(0, 2) })),
  };
}

/**
 * Returns rule entries, the named rule among them. Each county is about a few rules; all of them at once seldom leave a
 * choice.
 */
export function randomRules(draws: Draws, ground: Ground, focus: RuleName): object[] {
  const density = oneOf(draws, [0.3, 0.6, 0.9, 1.2]);
  const softness = oneOf(draws, [0.1, 0.4, 0.8]);
  const scene = { ...ground, level: () => oneOf(draws, ground.levels) };
  return Object.entries(MAKERS).flatMap(([name, [chance, twice, make]]) => {
    if (!draws.chance(chance * density) && name !== focus) return [];
    const count = draws.chance(twice) ? 2 : 1;
    return Array.from({ length: count }, (_, k) => ({
      ...rule(name, make(draws, scene), randomStrength(draws, softness)),
      id: k === 0 ? name : `${name}-again`,
    }));
  });
}

function randomStrength(draws: Draws, softness: number): object {
  const price = draws.integer(1, 4);
  if (draws.chance(softness)) return { strength: "soft", price };
  if (draws.chance(0.2)) return { strength: "override", price };
  return draws.chance(0.1) ? { strength: "override", price, override: "set aside this year" } : {};
}
