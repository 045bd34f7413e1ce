import { NO_FORM } from "@lungang/core/policy";
import type { Instance } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { decideEligibility, mayMove } from "@lungang/core/policy";
import { indexCounty, verifyPlan } from "@lungang/core";
import { postName } from "@lungang/core";
import { currentExchange } from "@lungang/core/policy";
import { advanceInstance } from "../src/advance.ts";
import type { YearsBasis } from "../src/base-years.ts";
import { policyOfYear } from "../src/base-years.ts";
import type { PlannedYear } from "../src/rolling.ts";
import { yearTotals } from "../src/totals.ts";
import { handPlan } from "../../core/test/hand-plan.ts";

/** The best plan over years by trying every one: nothing here knows of columns and rows. */

interface Way {
  readonly person: string;
  readonly move?: { readonly to: string; readonly post: string };
  readonly back?: { readonly to: string; readonly post: string; readonly from: string; readonly settles: boolean };
}

/** Returns the least level values over all plans in which nobody starts twice. */
export function bestOfEveryYears(ground: YearsBasis): readonly number[] | undefined {
  return bestYears(ground)?.values;
}

/** What a search for the best plans may be told: who starts nothing, and what plans are worth. */
export interface EveryYears {
  readonly held?: readonly string[];
  readonly valuesOf?: (years: readonly PlannedYear[]) => readonly number[];
}

/** Returns the best plans over years with their values. */
export function bestYears(ground: YearsBasis, { held = [], valuesOf }: EveryYears = {}) {
  const worth = valuesOf ?? ((years) => yearTotals(ground, years).map(({ total }) => total));
  let best: { readonly values: readonly number[]; readonly years: readonly PlannedYear[] } | undefined;
  const visit = (instance: Instance, years: readonly PlannedYear[], gone: ReadonlySet<string>) => {
    if (years.length === ground.years) {
      const values = worth(years);
      if (best === undefined || isLess(values, best.values)) best = { values, years };
      return;
    }
    const policy = policyOfYear(ground, years.length);
    for (const plan of plansOf(instance, policy, gone)) {
      const next = advanceInstance(instance, plan, { policy });
      const movers = [...gone, ...plan.moves.map(({ person }) => person)];
      visit(next, [...years, { instance, policy, locks: [], plan }], new Set(movers));
    }
  };
  visit(ground.instance, [], new Set(held));
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}

function plansOf(instance: Instance, policy: PlannedYear["policy"], gone: ReadonlySet<string>): readonly Plan[] {
  let combinations: readonly (readonly Way[])[] = [[]];
  for (const ways of waysOf(instance, policy, gone))
    combinations = combinations.flatMap((chosen) => ways.map((way) => [...chosen, way]));
  return combinations.flatMap((chosen) => {
    const made = handPlan({
      instance,
      policy,
      moves: chosen.flatMap(({ person, move }) => (move === undefined ? [] : [{ person, ...move }])),
      returns: chosen.flatMap(({ person, back }) => (back === undefined ? [] : [{ person, ...back }])),
    });
    return verifyPlan(made).ok ? [made.plan] : [];
  });
}

function waysOf(instance: Instance, policy: PlannedYear["policy"], gone: ReadonlySet<string>): readonly Way[][] {
  const { county, decisions, admission } = decideEligibility(indexCounty(instance).county, policy, []);
  const goal = (cell: number) => {
    const target = county.cells[cell];
    if (target === undefined) throw new Error("no such cell");
    return { to: county.schools[target.school]?.id ?? "", post: postName(target) };
  };
  return county.persons.map((person, index): Way[] => {
    const { id } = person;
    const standing = decisions[index]?.standing ?? "notDue";
    if (standing === "returning") {
      const from = person.currentSchool ?? "";
      const home = { person: id, back: { ...goal(county.reservedCellOf[index] ?? -1), from, settles: false } };
      // Who started within the years has not applied to stay.
      if (currentExchange(person)?.stay?.approved !== true) return [home];
      return [home, { person: id, back: { ...goal(county.cellOf[index] ?? -1), from, settles: true } }];
    }
    if (!mayMove(standing) || gone.has(id)) return [{ person: id }];
    const cells = county.cells.flatMap((_cell, cell) => (admission.formOf(index, cell) === NO_FORM ? [] : [cell]));
    return [{ person: id }, ...cells.map((cell) => ({ person: id, move: goal(cell) }))];
  });
}
