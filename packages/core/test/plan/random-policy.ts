import type { Draws } from "@lungang/solver-testkit";
import type { RuleName } from "../../src/rules/registry.ts";
import { DUE, form } from "../small-county.ts";
import { oneOf, shuffled } from "./draw.ts";
import type { Ground } from "./random-rules.ts";
import { EVEN, randomRules } from "./random-rules.ts";

const text = (words: string) => ({ zh: words, en: words });

const EVERYTHING = { all: [] };
const LEVELS = ["gaps", "heads", "direction", "near", "calm"];

/** Points by age, with more at rural posts and a tie broken by service. */
const POINTS = [
  {
    id: "merit",
    source: "test",
    text: text("merit"),
    items: [
      { per: "person.age", points: "0.5" },
      { when: { attr: "to.area", op: "eq", value: "rural" }, points: 3 },
      { when: { set: "backbone" }, points: 2 },
    ],
    ties: [{ attr: "person.yearsAtSchool", order: "desc" }],
  },
];

/** Returns a policy document with any rules at any strength; most make no sense and some cannot be kept. */
export function randomPolicy(draws: Draws, ground: Omit<Ground, "levels">, focus: RuleName): object {
  const levels = shuffled(draws, LEVELS).slice(0, draws.integer(2, LEVELS.length));
  if (draws.chance(0.6)) levels.splice(draws.chance(0.8) ? 0 : draws.integer(0, levels.length), 0, "compliance");
  const rules = onePerForm(randomRules(draws, { ...ground, levels }, focus));
  const isParted = rules.some((entry) => (entry as { readonly rule: string }).rule === "evenShortfall");
  if (isParted) levels.splice(draws.integer(0, levels.length), 0, EVEN);
  return {
    format: "lungang-policy-1",
    id: "random",
    version: "1",
    name: text("random"),
    calendar: { source: "test", cutoff: "08-31", start: "09-01" },
    points: POINTS,
    sets: { backbone: { attr: "person.honours", op: "has", value: ["backboneCounty"] } },
    scope: {
      source: "test",
      schools: { attr: "school.ownership", op: "eq", value: "public" },
      text: text("public schools"),
    },
    eligibility: randomEligibility(draws),
    forms: randomForms(draws),
    candidates: { limit: 50 },
    rules,
    levels: levels.map((name) => ({ name, unit: "points", text: text(name) })),
  };
}

/** A form of itinerant teaching has one entry: a second one is refused when the policy is read. */
function onePerForm(rules: readonly object[]): object[] {
  const seen = new Set<string>();
  return rules.filter((entry) => {
    const { rule, params } = entry as { readonly rule: string; readonly params: { readonly form?: string } };
    if (rule !== "itinerant" || params.form === undefined) return true;
    return !seen.has(params.form) && seen.add(params.form);
  });
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
  const scope = () => oneOf(draws, ["county", "county", "alliance", "zone", "township", "schoolGroup"]);
  const relation = () => draws.chance(0.35);
  const leaders = { attr: "person.personType", op: "in", value: ["principal", "vicePrincipal"] };
  const teaching = draws.chance(0.5) ? { not: leaders } : EVERYTHING;
  const term = { termMonths: { min: 12, max: 120 } };
  const some = (chance: number, make: () => object) => (draws.chance(chance) ? [make()] : []);
  return [
    ...some(0.9, () => form("recruit", { relationMoves: true, countsInQuota: draws.chance(0.4), ...term })),
    ...some(0.6, () =>
      form("leaderRotation", {
        who: leaders,
        kinds: ["management"],
        scope: scope(),
        relationMoves: relation(),
        promotes: draws.chance(0.3),
      }),
    ),
    ...some(0.4, () => form("mutual", { who: teaching, scope: "pair", relationMoves: relation() })),
    ...some(0.2, () => form("internal", { scope: "school", countsInQuota: draws.chance(0.5) })),
    ...some(0.15, () => ({ base: "postFill", countsInQuota: draws.chance(0.8) })),
    ...some(0.15, () => ({ base: "zoneRotation", scope: scope() })),
    ...some(0.15, () => ({ base: "counterpart", keepsHomePost: draws.chance(0.5) })),
    form("rotation", {
      who: teaching,
      scope: scope(),
      relationMoves: relation(),
      crossSubject: draws.chance(0.7),
      crossStage: draws.chance(0.15),
      kinds: draws.chance(0.3) ? ["teaching", "management"] : ["teaching"],
      countsInQuota: draws.chance(0.9),
      ...term,
    }),
    ...["shadow", "network"].flatMap((base) => some(0.8, () => ({ base, scope: oneOf(draws, ["county", "zone"]) }))),
    ...["walk", "partTime"].flatMap((base) =>
      some(0.9, () => ({ base, scope: oneOf(draws, ["county", "county", "zone"]), where: EVERYTHING })),
    ),
  ];
}
