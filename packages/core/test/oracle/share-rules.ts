import type { Rule } from "./about.ts";
import { inScopeIds, school, shareGap } from "./about.ts";
import { possibleAnyhow } from "./lines.ts";
import type { Question } from "./reading.ts";
import { COUNTY, Params, asNumber, away, exact, groupAbout, groupsOf, isMove, some } from "./reading.ts";
import { schoolLimits } from "./school-rules.ts";
import type { Person } from "./types.ts";
import type { WrittenRule } from "./written.ts";
import { inTeam } from "./kinds.ts";

/** How much a plan breaks quotas, totals and shares, by the words of the policy language. */

/** The people of whom a quota is a share; of a base of all nobody leaves for want of a post. */
export function baseOf({ world, params }: Pick<Question, "world" | "params">): readonly Person[] {
  const all = params.text("base", "eligible") === "all";
  return world.instance.persons.filter((who) => {
    const standing = world.standing(who);
    if (standing === "outOfScope" || standing === "recruit" || !world.meets(params.condition("who"), { person: who }))
      return false;
    if (params.flag("excludeExempt", true) && world.isExempt(who)) return false;
    if (!all && (["running", "returning"].includes(standing) || !world.isDue(who))) return false;
    return all || !(params.flag("excludeWithoutPost", false) && possibleAnyhow(world, who).length === 0);
  });
}

export const quota: Rule = (question) => {
  const { world, after, params } = question;
  const by = params.text("by", "county");
  const base = baseOf(question);
  const counted = after.moves
    .filter((move) => after.counts(move))
    .filter(isMove(question, params.condition("moves")))
    .filter(({ person: who }) => world.meets(params.condition("who"), { person: who }))
    .filter(({ person: who }) => params.flag("volunteersInNumerator", true) || world.standing(who) !== "volunteer");
  const groups = new Set(inScopeIds(question).flatMap((id) => groupsOf(world, by, id)));
  const least = params.text("bound", "atLeast") === "atLeast";
  const ratio = exact(params.raw("share"));
  return [...groups].flatMap((group) => {
    const of = base.filter((who) => groupsOf(world, by, world.works(who)).includes(group)).length;
    const went = counted.filter(({ from }) => groupsOf(world, by, from).includes(group)).length;
    const asked = asNumber(ratio, of, params.text("bound", "atLeast"), params.raw("rounding"));
    const amount = least ? asked - went : went - asked;
    return some(amount, groupAbout(by, group));
  });
};

const SURELY = new Set(["due", "forced", "pinned"]);

/** Counted moves of people who are due, forced or pinned. */
export const underTheTotal = ({ world, after }: Pick<Question, "world" | "after">): number =>
  after.moves.filter((move) => after.counts(move) && SURELY.has(world.standing(move.person))).length;

export const total: Rule = (question) => {
  const { params } = question;
  const went = underTheTotal(question);
  const most = mostOf(question);
  return [
    ...some(went - most, COUNTY),
    ...(params.has("min") ? some(params.whole("min", 0) - went, { ...COUNTY, limit: "min" }) : []),
  ];
};

/** A total that only asks for a number to be reached bounds nothing from above. */
export function mostOf({ world, params }: Pick<Question, "world" | "params">): number {
  return params.number("max") ?? (params.has("min") ? Number.POSITIVE_INFINITY : asked({ world, params }));
}

export const holdsEntry = ({ enabled }: WrittenRule) => enabled !== false;

/** What quotas and obligations ask for together (S10). */
export function asked({ world, params }: Pick<Question, "world" | "params">): number {
  const entries = world.policy.rules.filter(holdsEntry);
  const must = world.instance.persons.filter((who) => ["forced", "pinned"].includes(world.standing(who)));
  const least = new Map<string, number>();
  for (const entry of entries.filter(({ rule }) => rule === "perSchool")) {
    const own = new Params(entry);
    const asked = new Map<string, number>();
    for (const { id, limits } of schoolLimits(world, own)) asked.set(id, (asked.get(id) ?? 0) + (limits.minOut ?? 0));
    for (const [id, minOut] of asked) least.set(id, Math.max(least.get(id) ?? 0, minOut));
  }
  const quotas = entries
    .filter(({ rule }) => rule === "quota")
    .map((entry) => new Params(entry))
    .filter((own) => own.text("bound", "atLeast") === "atLeast");
  const ask = (chosen: readonly Params[]): number => {
    let sum = 0;
    const coveredPeople = new Set<Person>();
    const coveredSchools = new Set<string>();
    for (const own of chosen) {
      const by = own.text("by", "county");
      const base = baseOf({ world, params: own });
      const everything = JSON.stringify(own.condition("moves")) === JSON.stringify({ all: [] });
      const groups = new Set(inScopeIds({ world }).flatMap((id) => groupsOf(world, by, id)));
      for (const group of groups) {
        const of = base.filter((who) => groupsOf(world, by, world.works(who)).includes(group)).length;
        if (of === 0) continue;
        const required = asNumber(exact(own.raw("share")), of, "atLeast", own.raw("rounding"));
        if (!everything) {
          sum += required;
          continue;
        }
        const schools = inScopeIds({ world }).filter((id) => groupsOf(world, by, id).includes(group));
        const obligations = schools.map((id) => {
          coveredSchools.add(id);
          const here = must.filter(
            (who) => world.works(who) === id && world.meets(own.condition("who"), { person: who }),
          );
          for (const who of here) coveredPeople.add(who);
          return Math.max(least.get(id) ?? 0, here.length);
        });
        sum += Math.max(
          required,
          obligations.reduce((a, b) => a + b, 0),
        );
      }
    }
    const rest = must.filter((who) => !coveredPeople.has(who));
    const outside = inScopeIds({ world }).filter((id) => !coveredSchools.has(id));
    const more = outside.map((id) =>
      Math.max(0, (least.get(id) ?? 0) - rest.filter((who) => world.works(who) === id).length),
    );
    return sum + rest.length + more.reduce((a, b) => a + b, 0);
  };
  if (params.text("quotas", "largest") === "sum") return ask(quotas);
  return Math.max(ask([]), ...quotas.map((one) => ask([one])));
}

export const share: Rule = (question) => {
  const { after, params } = question;
  const of = after.moves.filter((move) => after.counts(move)).filter(isMove(question, params.condition("of")));
  const part = of.filter(isMove(question, params.condition("set")));
  const counts = { part: part.length, whole: of.length };
  const bound = { bound: params.text("bound", "atLeast"), how: params.raw<string>("rounding") };
  return some(shareGap(exact(params.raw("share")), counts, bound), COUNTY);
};

export const teamCap: Rule = (question) => {
  const { world, after, params } = question;
  return inScopeIds(question).flatMap((id) => {
    const team = world.instance.persons.filter(
      (who) => who.homeSchool === id && inTeam(who) && world.standing(who) !== "outOfScope",
    );
    const most = Math.max(
      asNumber(exact(params.raw("share")), team.length, "atMost", params.raw("rounding")),
      params.flag("atLeastOne", false) && team.length > 0 ? 1 : 0,
    );
    const leave = after.moves.filter((move) => away(move) && team.includes(move.person)).length;
    return some(leave - most, school(id));
  });
};
