import { establishmentMeaning } from "@lungang/core/policy";
import type { DecidedCounty } from "@lungang/core/policy";
import type { Lock } from "@lungang/core";
import { NONE } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { Person } from "@lungang/core";
import type { School } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { RuleTerms } from "@lungang/core/policy";
import type { Ledger } from "@lungang/core/formulation";
import { isCounted } from "@lungang/core/formulation";
import type { HeadcountCapacity } from "@lungang/core/formulation";
import { rulesOf } from "@lungang/core/policy";
import { isHard } from "@lungang/core/policy";
import type { YearsBasis } from "./base-years.ts";
import { policyOfYear } from "./base-years.ts";
import { termYears } from "./horizon-columns.ts";
import { stillYears } from "./still-years.ts";

const LEDGERS = ["working", "relation"] as const;

/** The most heads that a hard rule lets one ledger of every school hold in a year. */
interface LedgerLimit {
  readonly ledger: Ledger;
  readonly entry: RuleTerms;
  /** Shapes: one entry a school; infinite where nothing bounds it. */
  readonly most: Float64Array;
}

/**
 * How many heads schools may hold in every year: the establishment, or what they would hold if nobody had started
 * anything since the first year. The rule of a year on its own takes what the years before left for granted, and does
 * not see who comes back later.
 */
export class LedgerLimits {
  readonly #basis: YearsBasis;
  /** By year; empty where the rules of a year bound no ledger or may give. */
  readonly #limits: readonly (readonly LedgerLimit[])[];

  constructor(basis: YearsBasis, still: Instance = basis.instance) {
    this.#basis = basis;
    const isBound = Array.from({ length: basis.years }, (_, year) => entriesOf(basis, year).length > 0);
    const years = isBound.includes(true) ? stillYears(basis, { instance: still, year: 0 }) : [];
    this.#limits = years.map((still, year) => entriesOf(basis, year).map((given) => limitOf(still, given)));
  }

  /**
   * Returns what the moves of a year have to leave free: in the year itself, and with `ahead` in those after it, so
   * that nobody has to start anything later.
   */
  capacities(year: number, at: { readonly instance: Instance; readonly locks: readonly Lock[] }, ahead: boolean) {
    if (this.#limits.every((limits) => limits.length === 0)) return [];
    const until = ahead ? this.#basis.years : year + 1;
    const [first, ...later] = stillYears(
      { ...this.#basis, years: until },
      { instance: at.instance, year, locks: [at.locks] },
    );
    if (first === undefined) return [];
    return [first, ...later].flatMap((still, after) =>
      (this.#limits[year + after] ?? []).map((limit) => capacityOf(limit, { first, still, after })),
    );
  }

  /** Returns the rules that the heads of a plan break in its year. */
  broken(year: number, { schools }: Pick<Plan, "schools">, { schools: places }: Instance): readonly string[] {
    const heads = new Map(
      schools.map((line) => [line.school, { working: line.workingAfter, relation: line.relationAfter }]),
    );
    const isOver = ({ ledger, most }: LedgerLimit) =>
      places.some(({ id }, school) => (heads.get(id)?.[ledger] ?? 0) > (most[school] as number));
    return (this.#limits[year] ?? []).flatMap((limit) => (isOver(limit) ? [limit.entry.id] : []));
  }
}

/** Returns the hard rules that let no ledger rise, one a ledger. */
function entriesOf(basis: YearsBasis, year: number): readonly { ledger: Ledger; entry: RuleTerms }[] {
  const rules = rulesOf(policyOfYear(basis, year).rules, establishmentMeaning);
  return LEDGERS.flatMap((ledger) => {
    const rule = rules.find((rule) => rule.params[ledger] === "never" && isHard(rule));
    return rule === undefined ? [] : [{ ledger, entry: rule }];
  });
}

/** Returns the school that counts a person on a ledger once ended exchanges are home. */
function schoolOn({ county, decisions }: DecidedCounty, ledger: Ledger, person: number): number {
  const isHome = ledger === "relation" || decisions[person]?.standing === "returning";
  return (isHome ? county.home : county.works)[person] as number;
}

function headsOn(still: DecidedCounty, ledger: Ledger): Int32Array {
  const heads = new Int32Array(still.county.schools.length);
  still.county.persons.forEach(({ establishment }, index) => {
    const school = schoolOn(still, ledger, index);
    // Who is sent from outside works here and holds no relation.
    if (ledger === "relation" && establishment !== "established") return;
    if (school !== NONE && isCounted(still, index)) heads[school] = (heads[school] as number) + 1;
  });
  return heads;
}

function limitOf(still: DecidedCounty, { ledger, entry }: { ledger: Ledger; entry: RuleTerms }): LedgerLimit {
  const heads = headsOn(still, ledger);
  const most = Float64Array.from(still.county.schools, ({ establishment }: School, school) =>
    establishment === undefined || still.inScope[school] !== 1
      ? Infinity
      : Math.max(establishment, heads[school] as number),
  );
  return { ledger, entry, most };
}

function capacityOf(
  { ledger, entry, most }: LedgerLimit,
  { first, still, after }: { readonly first: DecidedCounty; readonly still: DecidedCounty; readonly after: number },
): HeadcountCapacity {
  const { persons } = first.county;
  const heads = headsOn(still, ledger);
  const then = Int32Array.from(persons, ({ id }: Person) => still.county.personIndex.get(id) ?? NONE);
  return {
    ledger,
    entry,
    after,
    most,
    capacity: most.map((limit, school) => limit - (heads[school] as number)),
    schoolOf: then.map((person) => (person === NONE ? NONE : schoolOn(still, ledger, person))),
    counts: Uint8Array.from(then, (person) => (person !== NONE && isCounted(still, person) ? 1 : 0)),
    lasts: Uint8Array.from(first.policy.forms, (_form, form) => (after < termYears(first, form) ? 1 : 0)),
  };
}
