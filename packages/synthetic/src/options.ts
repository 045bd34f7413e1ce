/**
 * How many of what a made-up county has; every rate is a share from 0 to 1.
 *
 * @public
 */
export interface Rates {
  /**
   * Share of the posts in 音乐, 体育, 美术, 英语, 科学 and other scarce subjects that nobody fills in rural schools;
   * less in the townships, hardly any in the county town.
   *
   * @defaultValue 0.25
   */
  readonly shortageRate?: number;
  /**
   * Teachers of 语文 and 数学 above the posts of the county town.
   *
   * @defaultValue 0.1
   */
  readonly surplusRate?: number;
  /**
   * People with a status that may exempt them; nearness to retirement is not among them, it follows from birth dates.
   *
   * @defaultValue 0.06
   */
  readonly exemptionRate?: number;
  /**
   * Teachers who apply to move, with wishes.
   *
   * @defaultValue 0.04
   */
  readonly volunteerRate?: number;
  /**
   * Teachers on an exchange that started in an earlier year; half of these end before the plan starts.
   *
   * @defaultValue 0.03 in counties, 0 on lists of real schools
   */
  readonly runningRate?: number;
  /**
   * Recruits of the year, who have no school yet.
   *
   * @defaultValue 0.02 in counties, 0 on lists of real schools
   */
  readonly recruitRate?: number;
  /**
   * Teachers with an honour of backbone teacher (骨干教师) of any grade.
   *
   * @defaultValue 0.13
   */
  readonly backboneRate?: number;
  /**
   * Teachers who can teach a second subject.
   *
   * @defaultValue 0.15
   */
  readonly twoSubjectRate?: number;
  /**
   * People married to another person of the county.
   *
   * @defaultValue 0.06
   */
  readonly coupleRate?: number;
}

/**
 * What a made-up county should be like.
 *
 * @public
 */
export interface CountyOptions extends Rates {
  /** Any text; the same options give the same county. */
  readonly seed: string;
  /** Number of schools, from 0. */
  readonly schools: number;
  /**
   * Number of people, recruits included.
   *
   * @defaultValue 40 a school
   */
  readonly people?: number;
  /**
   * Year in which the school year of the plan starts.
   *
   * @defaultValue 2024
   */
  readonly planYear?: number;
  /**
   * Kilometres from the county town to the remotest townships.
   *
   * @defaultValue 2.5 times the square root of the number of schools, at least 12
   */
  readonly spreadKm?: number;
}

export type SettledRates = Required<Rates>;

const DEFAULTS: SettledRates = {
  shortageRate: 0.25,
  surplusRate: 0.1,
  exemptionRate: 0.06,
  volunteerRate: 0.04,
  runningRate: 0.03,
  recruitRate: 0.02,
  backboneRate: 0.13,
  twoSubjectRate: 0.15,
  coupleRate: 0.06,
};

/**
 * Returns the rates with defaults filled in.
 *
 * @throws {RangeError} if a rate is not a number from 0 to 1
 */
export function settleRates(given: Rates, defaults: Rates = {}): SettledRates {
  const keys = Object.keys(DEFAULTS) as (keyof SettledRates)[];
  const entries = keys.map((key) => [key, given[key] ?? defaults[key] ?? DEFAULTS[key]] as const);
  for (const [key, rate] of entries) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new RangeError(`Cannot make a county: ${key} must be a number from 0 to 1, current value is ${rate}`);
    }
  }
  return Object.fromEntries(entries) as unknown as SettledRates;
}

/**
 * Returns a count after checking it.
 *
 * @throws {RangeError} if the value is not an integer from 0
 */
export function checkedCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`Cannot make a county: ${name} must be an integer from 0, current value is ${value}`);
}
