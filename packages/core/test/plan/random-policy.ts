import type { Draws } from "@lungang/solver-testkit";
import { DUE, form, rule } from "../small-county.ts";
import { oneOf, shuffled, someOf } from "./draw.ts";

const text = (words: string) => ({ zh: words, en: words });

const BACKBONE = { set: "backbone" };
const TO_RURAL = { attr: "to.area", op: "in", value: ["rural", "remote"] };
const TO_WEAK = { attr: "to.quality", op: "eq", value: "weak" };
const NOT_BACKBONE = { not: BACKBONE };
const EVERYTHING = { all: [] };
const MOVE_SETS = [EVERYTHING, BACKBONE, NOT_BACKBONE, TO_RURAL, TO_WEAK];
const SHARES = ["10%", "1/3", "30%", "1/2", "60%"];
const LEVELS = ["gaps", "heads", "direction", "near", "calm"];

/** Returns a policy document with any rules at any strength; most make no sense and some cannot be kept. */
export function randomPolicy(draws: Draws): object {
  const levels = shuffled(draws, LEVELS).slice(0, draws.integer(2, LEVELS.length));
  if (draws.chance(0.6)) levels.splice(draws.chance(0.8) ? 0 : draws.integer(0, levels.length), 0, "compliance");
  return {
    format: "lungang-policy-1",
    id: "random",
    version: "1",
    name: text("random"),
    calendar: { source: "test", cutoff: "08-31", start: "09-01" },
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    scope: {
      source: "test",
      schools: { attr: "school.ownership", op: "eq", value: "public" },
      text: text("public schools"),
    },
    eligibility: randomEligibility(draws),
    forms: randomForms(draws),
    candidates: { limit: 50 },
    rules: randomRules(draws, levels),
    levels: levels.map((name) => ({ name, unit: "points", text: text(name) })),
  };
}

function randomEligibility(draws: Draws): object {
  const exemption = (id: string, code: string, occupiesHeadcount: boolean) => ({
    id,
    source: "test",
    when: { attr: "person.statuses", op: "has", value: [code] },
    text: text(id),
    occupiesHeadcount,
  });
  return {
    exchangeBreaksTenure: draws.chance(0.3),
    due: DUE,
    exemptions: [exemption("health", "pregnancy", true), exemption("away", "seconded", draws.chance(0.3))],
    forced: [
      { id: "named", source: "test", when: { attr: "person.named", op: "eq", value: true }, text: text("named") },
    ],
    ...(draws.chance(0.8)
      ? {
          volunteers: {
            source: "test",
            needsHomeConsent: draws.chance(0.5),
            needsVacancy: draws.chance(0.5),
          },
        }
      : {}),
    returns: { source: "test", stayAllowed: draws.chance(0.7), extendIfGoalMissed: draws.chance(0.3) },
    backbone: "backbone",
  };
}

function randomForms(draws: Draws): object[] {
  const scope = () => oneOf(draws, ["county", "county", "alliance", "zone", "township"]);
  const relation = () => draws.chance(0.35);
  const leaders = { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] };
  const teaching = draws.chance(0.5) ? { not: leaders } : EVERYTHING;
  const term = { termMonths: { min: 12, max: 120 } };
  return [
    ...(draws.chance(0.9) ? [form("recruit", { relationMoves: true, countsInQuota: draws.chance(0.4), ...term })] : []),
    ...(draws.chance(0.6)
      ? [form("leaderRotation", { who: leaders, kinds: ["management"], scope: scope(), relationMoves: relation() })]
      : []),
    ...(draws.chance(0.4) ? [form("mutual", { who: teaching, scope: "pair", relationMoves: relation() })] : []),
    ...(draws.chance(0.2) ? [form("internal", { scope: "school", countsInQuota: draws.chance(0.5) })] : []),
    form("rotation", {
      who: teaching,
      scope: scope(),
      relationMoves: relation(),
      crossSubject: draws.chance(0.7),
      kinds: draws.chance(0.3) ? ["teaching", "management"] : ["teaching"],
      countsInQuota: draws.chance(0.9),
      ...term,
    }),
  ];
}

/** Rules with chances of being there, once or twice, and makers of parameters. */
type Maker = (draws: Draws, level: () => string) => object;

const maybe = (draws: Draws, chance: number, part: () => object): object => (draws.chance(chance) ? part() : {});

const MAKERS: readonly (readonly [name: string, chance: number, twice: number, make: Maker])[] = [
  ["mustMove", 0.3, 0, () => ({})],
  [
    "postBalance",
    0.75,
    0.15,
    (draws, level) => ({
      ...maybe(draws, 0.8, () => ({ level: level(), weight: draws.integer(1, 3) })),
      growth: oneOf(draws, ["never", "never", "free"]),
    }),
  ],
  [
    "establishment",
    0.6,
    0.15,
    (draws, level) => ({
      working: oneOf(draws, ["never", "free"]),
      relation: oneOf(draws, ["never", "free"]),
      ...maybe(draws, 0.7, () => ({
        level: level(),
        overWeight: draws.integer(0, 2),
        underWeight: draws.integer(0, 2),
      })),
    }),
  ],
  [
    "leaderPosts",
    0.35,
    0,
    (draws) => ({ offices: draws.chance(0.5) ? ["principal"] : ["principal", "vicePrincipal"] }),
  ],
  ["newRecruits", 0.5, 0, (draws) => ({ schools: oneOf(draws, [EVERYTHING, TO_RURAL, TO_WEAK]) })],
  [
    "quota",
    0.6,
    0.3,
    (draws) => ({
      share: oneOf(draws, SHARES),
      bound: draws.chance(0.75) ? "atLeast" : "atMost",
      base: draws.chance(0.8) ? "eligible" : "all",
      by: oneOf(draws, ["county", "county", "school", "zone", "township", "alliance"]),
      excludeExempt: draws.chance(0.6),
      excludeWithoutPost: draws.chance(0.6),
      volunteersInNumerator: draws.chance(0.6),
      ...maybe(draws, 0.2, () => ({ who: BACKBONE })),
    }),
  ],
  [
    "total",
    0.7,
    0.1,
    (draws) => ({
      ...maybe(draws, 0.75, () => ({ max: draws.integer(1, 6) })),
      quotas: oneOf(draws, ["sum", "largest"]),
    }),
  ],
  [
    "share",
    0.5,
    0.25,
    (draws) => ({
      share: oneOf(draws, SHARES),
      set: oneOf(draws, MOVE_SETS.slice(1)),
      bound: draws.chance(0.7) ? "atLeast" : "atMost",
      ...maybe(draws, 0.3, () => ({ of: oneOf(draws, MOVE_SETS) })),
    }),
  ],
  ["teamCap", 0.4, 0, (draws) => ({ share: oneOf(draws, SHARES), atLeastOne: draws.chance(0.5) })],
  [
    "perSchool",
    0.4,
    0.2,
    (draws) => ({
      ...maybe(draws, 0.25, () => ({ schools: { attr: "school.area", op: "eq", value: "rural" } })),
      ...maybe(draws, 0.25, () => ({ moves: oneOf(draws, MOVE_SETS) })),
      ...maybe(draws, 0.2, () => ({ minOut: draws.integer(0, 2) })),
      ...maybe(draws, 0.6, () => ({ maxOut: draws.integer(0, 2) })),
      ...maybe(draws, 0.2, () => ({ minIn: draws.integer(0, 2) })),
      ...maybe(draws, 0.5, () => ({ maxIn: draws.integer(0, 2) })),
      ...maybe(draws, 0.3, () => ({ maxOutShare: oneOf(draws, SHARES) })),
      useSchoolQuota: draws.chance(0.7),
    }),
  ],
  [
    "direction",
    0.4,
    0.2,
    (draws, level) => ({
      moves: oneOf(draws, [TO_RURAL, TO_WEAK]),
      ...maybe(draws, 0.4, () => ({ of: oneOf(draws, MOVE_SETS) })),
      ...maybe(draws, 0.5, () => ({ minShare: oneOf(draws, SHARES) })),
      ...maybe(draws, 0.3, () => ({ max: draws.integer(0, 2) })),
      ...maybe(draws, 0.6, () => ({ level: level(), weight: draws.integer(1, 3) })),
    }),
  ],
  [
    "pairBalance",
    0.3,
    0,
    (draws) => ({
      forms: someOf(draws, ["rotation"], 0.4).concat("mutual"),
      bySubject: draws.chance(0.4),
      ...maybe(draws, 0.3, () => ({ count: draws.integer(0, 2) })),
    }),
  ],
  [
    "nearness",
    0.6,
    0.2,
    (draws, level) => ({
      level: level(),
      weight: draws.integer(1, 2),
      gridMetres: oneOf(draws, [1, 100, 5000]),
      ...maybe(draws, 0.5, () => ({ moves: oneOf(draws, MOVE_SETS) })),
    }),
  ],
  [
    "wishes",
    0.5,
    0,
    (draws, level) => ({ level: level(), missed: draws.integer(0, 5), volunteerStays: draws.integer(0, 4) }),
  ],
  [
    "tenure",
    0.4,
    0,
    (draws, level) => ({ level: level(), weight: draws.integer(1, 2), fullYears: draws.integer(5, 20) }),
  ],
  ["fairBurden", 0.4, 0, (draws, level) => ({ level: level(), weight: draws.integer(1, 3) })],
  [
    "stability",
    0.4,
    0,
    (draws, level) => ({ level: level(), move: draws.integer(0, 2), classCycle: draws.integer(0, 5) }),
  ],
];

/** Each county is about a few rules; all of them at once seldom leave a choice. */
function randomRules(draws: Draws, levels: readonly string[]): object[] {
  const density = oneOf(draws, [0.4, 0.7, 1, 1.3]);
  const softness = oneOf(draws, [0.1, 0.4, 0.8]);
  const level = () => oneOf(draws, levels);
  return MAKERS.flatMap(([name, chance, twice, make]) => {
    if (!draws.chance(chance * density)) return [];
    const count = draws.chance(twice) ? 2 : 1;
    return Array.from({ length: count }, (_, k) => ({
      ...rule(name, make(draws, level), randomStrength(draws, softness)),
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
