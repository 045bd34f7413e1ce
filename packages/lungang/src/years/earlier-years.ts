import type { Instance, Issue } from "@lungang/core";
import { checkLocks } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { YearsBasis } from "@lungang/years";
import { verifyYears } from "@lungang/years";
import type { MovedInTerm } from "./moved-in-term.ts";
import { movedInTerm, movedInTermIssue } from "./moved-in-term.ts";

/**
 * What years are planned again from, with the fewest changes.
 *
 * @public
 */
export interface EarlierYears {
  /** Plans of an earlier outcome, one a year. */
  readonly plans: readonly Plan[];
  /** Years from the first that stand as they are. @defaultValue 0 */
  readonly fixed?: number;
  /** People who withdraw, by id or by a name that only one has. @defaultValue nobody */
  readonly withdrawn?: readonly string[];
  /**
   * Years from the first up to the last that people edited, from {@link adoptYears}: the plans after them need no longer
   * fit, and only say where people were to go. @defaultValue nobody edited anything, and all plans have to fit
   */
  readonly edited?: number;
}

/** What is planned again on, and what is to be said of the earlier plans. */
interface EarlierBasis {
  /** Moves of fixed years that led out of running terms are decisions in it. */
  readonly basis: YearsBasis;
  readonly issues: readonly Issue[];
}

/** Returns the basis on which earlier plans are planned again, with what forbids it or what the plans have that rules forbid now. */
export function basisAfter(basis: YearsBasis, earlier: EarlierYears | undefined): EarlierBasis {
  if (earlier === undefined) return { basis, issues: [] };
  const unfit = unfitting(basis, earlier);
  if (unfit.length > 0) return { basis, issues: unfit };
  const { plans, fixed = 0, edited = 0 } = earlier;
  const fitting = edited === 0 ? plans : plans.slice(0, Math.max(fixed, edited));
  if (verifyYears(basis, fitting).ok) return { basis, issues: [] };
  const moved = movedInTerm(basis, fitting);
  if (moved.length === 0 || !verifyYears(decided(basis, moved), fitting).ok) {
    const foreign = earlierIssue("foreign-plan", basis.instance.county.id);
    return { basis, issues: [foreign, ...moved.map((move) => movedInTermIssue(move, "refused"))] };
  }
  const kept = moved.filter(({ year }) => year < fixed);
  const issues = moved.map((move) => movedInTermIssue(move, move.year < fixed ? "kept" : "open"));
  return { basis: decided(basis, kept), issues };
}

/** Adds moves to the decisions of their years. */
function decided(basis: YearsBasis, moved: readonly MovedInTerm[]): YearsBasis {
  const locks = Array.from({ length: basis.years }, (_, year) => [
    ...(basis.locks?.[year] ?? []),
    ...moved.flatMap((move) => (move.year === year ? [move.lock] : [])),
  ]);
  return { ...basis, locks };
}

function unfitting(ground: YearsBasis, earlier: EarlierYears): readonly Issue[] {
  const { plans, fixed = 0, withdrawn = [] } = earlier;
  const unknown = withdrawn.filter((name) => personOf(ground.instance, name) === undefined);
  const issues = unknown.map((name) => earlierIssue("unknown-person", name));
  if (plans.length !== ground.years)
    issues.push(earlierIssue("other-years", String(ground.years), String(plans.length)));
  if (fixed >= plans.length)
    issues.push(
      earlierIssue("no-year-left", String(fixed), { zh: `小于 ${plans.length}`, en: `less than ${plans.length}` }),
    );
  return issues;
}

/** Returns the id of a person who is named like in a decision: by id, or by a name that only one has. */
export function personOf(instance: Instance, name: string): string | undefined {
  const found = checkLocks([{ person: name, stay: true }], instance);
  return found.ok ? found.value[0]?.person : undefined;
}

const EARLIER = {
  "unknown-person": {
    zh: "没有这个编号或姓名的人员，或同名的不止一人",
    en: "There is nobody with this id or name, or several have the name",
  },
  "other-years": { zh: "原方案的年数与此不符", en: "The earlier plan has another number of years" },
  "no-year-left": { zh: "没有留下可以重排的年份", en: "No year is left to plan" },
  "foreign-plan": {
    zh: "原方案与本县数据、政策参数不符（逐年复核未通过）",
    en: "The earlier plan does not fit this county and these settings: a year fails its verification",
  },
} as const;

const PATHS: Readonly<Record<keyof typeof EARLIER, string>> = {
  "unknown-person": "withdrawn",
  "other-years": "years",
  "no-year-left": "fixed",
  "foreign-plan": "plans",
};

function earlierIssue(code: keyof typeof EARLIER, received: string, expected?: Issue["expected"]): Issue {
  const found = { code, severity: "error", path: ["earlier", PATHS[code]], message: EARLIER[code], received } as const;
  return expected === undefined ? found : { ...found, expected };
}
