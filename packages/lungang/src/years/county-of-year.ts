import type { Checked, Instance, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { advanceInstance } from "@lungang/years";
import { caseOfPlan } from "../case/remembered.ts";
import { sound } from "../case/together.ts";
import { YEARS_FILE } from "../files/years-files.ts";

/**
 * Returns the county of a later year: as the plans of the years before leave it.
 *
 * @param plans - plans of several years, from the year of the county on
 * @returns the county as it is, with a warning, where the plans do not lead to that year
 */
export function countyOfYear(instance: Instance, plans: readonly Plan[], planYear: number): Checked<Instance> {
  let county = instance;
  for (const plan of plans) {
    if (county.planYear >= planYear) break;
    if (plan.manifest.instance.planYear !== county.planYear) continue;
    const planningCase = caseOfPlan(plan, county);
    if (!planningCase.ok) return planningCase;
    county = advanceInstance(county, plan, { policy: planningCase.value.policy });
  }
  return county.planYear === planYear
    ? sound(county, [carriedForward(instance.planYear, planYear)])
    : sound(instance, [otherYear(instance.planYear, planYear)]);
}

/** The county of a later year is what the plans of years before make of it, and nobody gave it. */
function carriedForward(from: number, to: number): Issue {
  return {
    code: "county-carried-forward",
    severity: "warning",
    message: {
      zh: `这是 ${to} 年的方案：县域数据由 ${from} 年的数据按前几年的方案推算到 ${to} 年`,
      en: `This is a plan of ${to}: the county is that of ${from} as the plans of the years before leave it`,
    },
    advice: {
      zh: "已有该年实际数据的，请用 --instance 给出",
      en: "Where the data of that year are known, name them with --instance",
    },
  };
}

/** Returns the warning of a county and a plan of different years with no plans between them. */
function otherYear(county: number, plan: number): Issue {
  return {
    code: "county-of-other-year",
    severity: "warning",
    path: ["planYear"],
    received: String(county),
    expected: String(plan),
    message: {
      zh: `这是 ${plan} 年的方案，县域数据是 ${county} 年的`,
      en: `The plan is one of ${plan}, and the county is that of ${county}`,
    },
    advice: {
      zh: `请用 --instance 给出 ${plan} 年的县域数据，或把多年方案文件（${YEARS_FILE}）放回方案文件夹的上一级`,
      en: `Name the county of ${plan} with --instance, or put the plans of all years (${YEARS_FILE}) back beside the folder of the plan`,
    },
  };
}
