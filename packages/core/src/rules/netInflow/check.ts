import type { RuleSubject } from "../../subject/rule-subject.ts";
import { groupSubject } from "../../subject/rule-subject.ts";
import { needOf } from "../../instance/joined.ts";
import type { School } from "../../instance/school.ts";
import type { PlanFacts } from "../../recount/facts.ts";
import type { RuleCheck } from "../../recount/facts.ts";
import { measureOf, missedBy, violationOf } from "../../recount/rule-check.ts";
import { groupsOfSchool, moveTest, schoolTest, schoolsInScope, usesHeadcount } from "../../recount/tally.ts";
import type { NetInflowParams } from "./schema.ts";
import { netInflowFindings } from "./text.ts";

/** One group with what it gains on balance. */
interface NetGroup {
  readonly id: string;
  readonly net: number;
  readonly surplus: number;
  readonly overEstablished: boolean;
}

/** Returns the ids of the groups of a school. */
function groupIds({ by }: NetInflowParams, school: School): readonly string[] {
  if (by === "area") return school.area === undefined ? [] : [school.area];
  return groupsOfSchool(by === "together" ? "county" : by, school);
}

/** Returns what the number of a group is about. */
function netSubject(by: NetInflowParams["by"], id: string): RuleSubject {
  if (by === "area") return { kind: "area", area: id };
  return groupSubject(by === "together" ? "county" : by, id);
}

/** Returns the schools of each group, by id. */
function membersOf(params: NetInflowParams, facts: PlanFacts): ReadonlyMap<string, readonly number[]> {
  const concerned = schoolTest(params.schools, facts);
  const members = new Map<string, number[]>();
  for (const school of schoolsInScope(facts).filter(concerned))
    for (const id of new Set(groupIds(params, facts.eligibility.county.schools[school] as School)))
      members.set(id, [...(members.get(id) ?? []), school]);
  return members;
}

/** Counts the crossings of the border of some schools: moves both ways, guests who go home one way. */
function netInto(params: NetInflowParams, facts: PlanFacts, schools: readonly number[]): number {
  const within = new Set(schools);
  const chosen = moveTest(params.moves, facts);
  let net = 0;
  for (const move of facts.moves) {
    if (!usesHeadcount(facts.eligibility, move.person) || !chosen(move)) continue;
    if (within.has(move.to)) net++;
    if (within.has(move.from)) net--;
  }
  for (const { person, from, to } of facts.returns)
    if (usesHeadcount(facts.eligibility, person) && within.has(from) && !within.has(to)) net--;
  return net;
}

function netGroupsOf(params: NetInflowParams, facts: PlanFacts): readonly NetGroup[] {
  const { county } = facts.eligibility;
  const posts = (school: number) =>
    county.cells.reduce(
      (sum, cell, index) => sum + (cell.school === school ? needOf(county, facts.cellBefore, index) : 0),
      0,
    );
  return [...membersOf(params, facts)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, schools]) => {
      const beyond = (need: (school: number) => number | undefined) =>
        schools.reduce((sum, school) => {
          const needed = need(school);
          return needed === undefined ? sum : sum + (facts.workingBefore[school] as number) - needed;
        }, 0);
      const establishment = (school: number) => (county.schools[school] as School).establishment;
      return {
        id,
        net: netInto(params, facts, schools),
        surplus: Math.max(0, beyond(params.need === "posts" ? posts : establishment)),
        overEstablished: beyond(establishment) > 0,
      };
    })
    .filter(({ overEstablished }) => overEstablished || !params.onlyOverEstablished);
}

/** Recomputes what schools and groups gain on balance (tricky case 7). */
export const netInflowCheck: RuleCheck<NetInflowParams> = {
  check: (params, entry, facts) => {
    const readings = netGroupsOf(params, facts).flatMap(({ id, net, surplus }) => {
      const loss = params.maxLoss === "surplus" ? surplus : params.maxLoss;
      return [
        ...(params.max === undefined ? [] : [{ id, net, side: "max" as const, limit: params.max }]),
        ...(loss === undefined ? [] : [{ id, net, side: "maxLoss" as const, limit: loss }]),
      ].map((found) => ({
        ...found,
        unit: "people",
        about: { ...netSubject(params.by, found.id), limit: found.side },
        value: found.side === "max" ? net : -net,
        target: found.limit,
        sense: "atMost" as const,
      }));
    });
    return {
      measures: readings.map(({ about, unit, value, target, sense }) =>
        measureOf(entry, { about, unit, value, target, sense }),
      ),
      violations: readings
        .filter((reading) => missedBy(reading) > 0)
        .map((reading) => {
          const { about, net, limit, side } = reading;
          const finding = netInflowFindings.say[side === "max" ? "gained" : "lost"]({ net, limit });
          return violationOf(entry, { about, amount: missedBy(reading), unit: "people", finding });
        }),
    };
  },
};
