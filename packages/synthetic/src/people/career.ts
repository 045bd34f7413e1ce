import type { PersonInput, RetireCategory } from "@lungang/core";
import { retirementDate } from "@lungang/core";
import { areaOf } from "../posts/plan.ts";
import type { Random } from "../random.ts";
import type { Draft, Setting } from "./draft.ts";

type Range = readonly [low: number, high: number];

const TOWN_AGES: readonly (readonly [Range, number])[] = [
  [[24, 29], 15],
  [[30, 39], 31],
  [[40, 49], 33],
  [[50, 60], 21],
];
const COUNTRY_AGES: readonly (readonly [Range, number])[] = [
  [[23, 29], 27],
  [[30, 39], 26],
  [[40, 49], 22],
  [[50, 60], 25],
];
/** Youngest age in an office. */
const OFFICE_AGE = { principal: 37, vicePrincipal: 33, midLevel: 29 } as const;
const LAST_AGE = { male: 60, female: 55 } as const;
/** Years from the year of birth to the year of the first post, and how often. */
const HIRED_AT: readonly (readonly [number, number])[] = [
  [22, 30],
  [23, 35],
  [24, 20],
  [25, 10],
  [27, 5],
];
const LONGEST_OFFICE = 22;

/** When somebody was born, hired, came to the school, and took which office. */
export interface Career {
  readonly birthDate: string;
  readonly hireYear: number;
  readonly tenureYear: number;
  readonly facts: Pick<PersonInput, "hiredOn" | "tenureStart" | "offices" | "retireCategory">;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Draws a date of birth at which a person has some age on 31 August of the plan year. */
function birthAt(age: number, planYear: number, random: Random): string {
  const month = random.integer(1, 12);
  const date = `${two(month)}-${two(random.integer(1, 28))}`;
  return `${planYear - age - (month > 8 ? 1 : 0)}-${date}`;
}

/** Draws the career of a person who still works in the school year of the plan. */
export function drawCareer(at: Place, sex: "male" | "female", stream: CareerStream): Career {
  const { setting, random } = stream;
  const category = sex === "male" ? "male60" : at.demand.kind === "logistics" ? "female50" : "femaleCadre55";
  const birthDate = notRetired(birthAt(drawAge(at, sex, random), setting.planYear, random), category, setting);
  const last = setting.planYear - 1;
  const hireYear = Math.min(last, Number(birthDate.slice(0, 4)) + random.weighted(HIRED_AT));
  const office = at.demand.office && drawOffice(at.demand.office, Math.min(last - hireYear, LONGEST_OFFICE), random);
  const tenureYear = last - yearsHere(at, { service: last - hireYear, office }, random);
  return {
    birthDate,
    hireYear,
    tenureYear,
    facts: {
      hiredOn: `${hireYear}-${random.chance(0.85) ? "09-01" : "08-15"}`,
      tenureStart: tenureFrom(tenureYear, hireYear, random),
      retireCategory: category,
      ...(office && { offices: officePeriods(office, at.plan.school.id, last) }),
    },
  };
}

type Place = Pick<Draft, "plan" | "demand">;

export interface CareerStream {
  readonly setting: Setting;
  readonly random: Random;
}

function drawAge({ plan, demand }: Place, sex: "male" | "female", random: Random): number {
  const [low, high] = random.weighted(areaOf(plan.school) === "urban" ? TOWN_AGES : COUNTRY_AGES);
  const oldest = LAST_AGE[sex];
  const age = random.integer(Math.min(low, oldest - 5), Math.min(high, oldest));
  return demand.office === undefined ? age : Math.max(age, OFFICE_AGE[demand.office] + random.integer(0, 6));
}

function tenureFrom(year: number, hireYear: number, random: Random): string {
  return `${year}-${year === hireYear || random.chance(0.9) ? "09-01" : "03-01"}`;
}

interface Service {
  /** Completed years of service before the last one. */
  readonly service: number;
  readonly office: OfficeTime | undefined;
}

/** Completed years at the present school before the last one; time in its offices is part of them. */
function yearsHere({ plan }: Place, { service, office }: Service, random: Random): number {
  const urban = areaOf(plan.school) === "urban";
  const years = random.chance(urban ? 0.5 : 0.35) ? service : drawYears(service, urban, random);
  return office === undefined ? years : Math.max(years, office.years + office.viceYears);
}

/** Years since a move to the present school; in town people came long ago. */
function drawYears(service: number, urban: boolean, random: Random): number {
  const first = random.integer(0, service);
  return urban ? Math.max(first, random.integer(0, service)) : first;
}

/** Makes people younger, year by year, until they retire after the school year of the plan. */
function notRetired(birthDate: string, category: RetireCategory, setting: Setting): string {
  const year = Number(birthDate.slice(0, 4));
  for (let later = 0; ; later++) {
    const date = `${year + later}${birthDate.slice(4)}`;
    if (retirementDate(date, category) > `${setting.planYear + 1}-08-31`) return date;
  }
}

interface OfficeTime {
  readonly office: "principal" | "vicePrincipal" | "midLevel";
  /** Completed years in the office before the last one. */
  readonly years: number;
  readonly viceYears: number;
}

function drawOffice(office: OfficeTime["office"], limit: number, random: Random): OfficeTime {
  const [low, high] = random.weighted<Range>([
    [[0, 3], 38],
    [[4, 6], 27],
    [[7, 14], 35],
  ]);
  const years = Math.min(limit, random.integer(low, high));
  const rose = office === "principal" && random.chance(0.3) && limit - years >= 2;
  return { office, years, viceYears: rose ? Math.min(limit - years, random.integer(2, 8)) : 0 };
}

function officePeriods({ office, years, viceYears }: OfficeTime, school: string, last: number): PersonInput["offices"] {
  const start = last - years;
  const now = { office, school, start: `${start}-09-01` };
  if (viceYears === 0) return [now];
  const vice = { office: "vicePrincipal" as const, school, start: `${start - viceYears}-09-01`, end: `${start}-08-31` };
  return [vice, now];
}
