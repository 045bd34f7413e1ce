import type { PersonInput, Stage } from "@lungang/core";
import type { SettledRates } from "../options.ts";
import type { Demand } from "../posts/demand.ts";
import type { SchoolPlan } from "../posts/plan.ts";

/** A person being made, with the post that the person fills; the person is filled in step by step. */
export interface Draft {
  readonly person: PersonInput;
  readonly plan: SchoolPlan;
  readonly demand: Demand;
}

/** What every step of making people needs. */
export interface Setting {
  readonly seed: string;
  readonly planYear: number;
  readonly rates: SettledRates;
  readonly plans: readonly SchoolPlan[];
}

/** First day of the school year of the plan. */
export function planStart({ planYear }: Setting): string {
  return `${planYear}-09-01`;
}

/** Returns whether a person teaches in a public school of compulsory education, where rotation happens. */
export function rotates({ person, plan, demand }: Draft): boolean {
  const compulsory = demand.stage === "primary" || demand.stage === "junior";
  const established = (person.establishment ?? "established") === "established";
  return compulsory && person.personType === "teacher" && established && plan.school.ownership !== "private";
}

/** Returns the schools that teach a stage, by each alliance that they belong to. */
export function alliesByStage(plans: readonly SchoolPlan[], stage: Stage): ReadonlyMap<string, readonly SchoolPlan[]> {
  const allies = new Map<string, SchoolPlan[]>();
  for (const plan of plans) {
    if (!plan.demands.some((demand) => demand.stage === stage)) continue;
    for (const alliance of plan.school.alliances ?? []) {
      const list = allies.get(alliance);
      if (list === undefined) allies.set(alliance, [plan]);
      else list.push(plan);
    }
  }
  return allies;
}
