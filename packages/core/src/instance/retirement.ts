import type { IsoDate } from "./calendar.ts";
import { addMonths } from "./calendar.ts";

/**
 * Statutory category before the reform of 2025: men 60, women cadres 55, other women 50.
 *
 * @public
 */
export type RetireCategory = "male60" | "femaleCadre55" | "female50";

interface Schedule {
  readonly baseYears: number;
  /** First month of birth (as year * 12 + month - 1) that is delayed. */
  readonly firstDelayedBirth: number;
  /** Months of birth per month of delay. */
  readonly birthMonthsPerDelay: number;
  readonly maxDelayMonths: number;
}

/**
 * Delay since 2025-01-01: one month for every four months of birth (60 to 63, 55 to 58), for every two (50 to 55).
 *
 * Source: decision of the Standing Committee of the National People's Congress of 2024-09-13; tricky case 15.
 */
const SCHEDULES: Readonly<Record<RetireCategory, Schedule>> = {
  male60: { baseYears: 60, firstDelayedBirth: 1965 * 12, birthMonthsPerDelay: 4, maxDelayMonths: 36 },
  femaleCadre55: { baseYears: 55, firstDelayedBirth: 1970 * 12, birthMonthsPerDelay: 4, maxDelayMonths: 36 },
  female50: { baseYears: 50, firstDelayedBirth: 1975 * 12, birthMonthsPerDelay: 2, maxDelayMonths: 60 },
};

/** Returns the months by which retirement is delayed for a date of birth. */
export function retirementDelayMonths(birthDate: IsoDate, category: RetireCategory): number {
  const schedule = SCHEDULES[category];
  const birth = Number(birthDate.slice(0, 4)) * 12 + Number(birthDate.slice(5, 7)) - 1;
  if (birth < schedule.firstDelayedBirth) return 0;
  const steps = Math.floor((birth - schedule.firstDelayedBirth) / schedule.birthMonthsPerDelay) + 1;
  return Math.min(steps, schedule.maxDelayMonths);
}

/**
 * Returns the date of statutory retirement by the table in force since 2025.
 *
 * @public
 */
export function retirementDate(birthDate: IsoDate, category: RetireCategory): IsoDate {
  const months = SCHEDULES[category].baseYears * 12 + retirementDelayMonths(birthDate, category);
  return addMonths(birthDate, months);
}
