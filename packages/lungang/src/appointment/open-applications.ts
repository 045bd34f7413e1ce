import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import type { HardRules, Market, Rule, SurplusAnswer } from "@lungang/appointment";
import type { PointSheet } from "@lungang/core/policy";
import { loadHardRules, loadMarket } from "@lungang/appointment";
import type { PostVacancy } from "@lungang/appointment/posts";
import type { AppointmentRows } from "@lungang/tabular";
import { readAppointmentBook } from "@lungang/tabular";
import type { CountedPoints } from "./points-of.ts";
import { pointsOf } from "./points-of.ts";
import { marketOf } from "./market-of.ts";
import { overfullPosts, surplusOf } from "./surplus-of.ts";
import { vacanciesOf } from "./vacancies-of.ts";

/**
 * Applications for posts that were read and found right: what is decided, by which rule, and what it was made from.
 *
 * @public
 */
export interface Applications {
  readonly title: string;
  readonly market: Market;
  readonly rule: Rule;
  /** Couples and limits; undefined where there are none. */
  readonly hardRules: HardRules | undefined;
  /** What becomes of every empty head. */
  readonly vacancies: readonly PostVacancy[];
  /** Points item by item, where a scheme counts them. */
  readonly sheets: readonly PointSheet[];
  readonly surplus: readonly SurplusAnswer[];
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Where applications come from: the bytes of a workbook. `file` is the name that issues give.
 *
 * @public
 */
export interface ApplicationsSource {
  readonly workbook: Uint8Array;
  readonly file?: string;
}

/**
 * Reads a workbook of applications for posts (县管校聘) and decides what comes before any competition: who is surplus, which
 * heads are offered, the points of everybody.
 *
 * @returns the applications with warnings, or everything that is wrong, each at its cell
 * @public
 */
export async function openApplications({ workbook, file }: ApplicationsSource): Promise<Checked<Applications>> {
  return readApplications((options) =>
    readAppointmentBook(workbook, { ...options, ...(file === undefined ? {} : { file }) }),
  );
}

/** Reads by whatever reads the book; problems of the rows are found while it is read, so that all come at once. */
export async function readApplications(
  read: (options: {
    readonly check: (rows: AppointmentRows, reading: { readonly isWhole: boolean }) => readonly Issue[];
  }) => ReturnType<typeof readAppointmentBook>,
): Promise<Checked<Applications>> {
  let understood: Checked<Applications> | undefined;
  const book = await read({
    check: (rows, { isWhole }) => {
      understood = understand(rows);
      const issues = understood.ok ? understood.warnings : understood.issues;
      return isWhole ? issues : issues.filter(({ code }) => code !== "unknown-id");
    },
  });
  if (!book.ok) return book;
  if (understood?.ok !== true) throw new Error("A workbook without errors was not understood");
  return { ok: true, value: understood.value, warnings: book.warnings };
}

function understand(rows: AppointmentRows): Checked<Applications> {
  const counted = pointsOf(rows, surplusCandidates(rows));
  const surplus = surplusOf(rows, counted);
  const { vacancies, issues: gapIssues } = vacanciesOf(rows, new Set([...surplus.leaving, ...whoLeaves(rows)]));
  const read = loadMarket(marketOf(rows, { counted, vacancies, leaving: surplus.leaving }));
  const found = (read.ok ? read.warnings : read.issues).filter((issue) => isNews(issue, counted)).map(inSettings);
  const hard = read.ok ? hardRulesOf(rows, read.value) : NOT_READ;
  const issues = [
    ...counted.issues,
    ...surplus.issues,
    ...gapIssues,
    ...found,
    ...(hard.ok ? hard.warnings : hard.issues),
    ...ruleIssues(rows),
  ];
  if (!read.ok || !hard.ok) return { ok: false, issues };
  const value: Applications = {
    title: rows.settings.title ?? "岗位竞聘",
    market: read.value,
    rule: ruleOf(rows),
    hardRules: hard.value,
    vacancies,
    sheets: rows.items.length === 0 ? [] : [...counted.sheets.values()],
    surplus: surplus.answers,
    names: namesOf(rows),
  };
  return checked(value, issues);
}

const NOT_READ: Checked<HardRules | undefined> = { ok: false, issues: [] };

/** People of overfull posts: who of them is surplus depends on their points. */
function surplusCandidates(rows: AppointmentRows): ReadonlySet<string> {
  const overfull = rows.settings.surplus === undefined ? [] : overfullPosts(rows);
  return new Set(overfull.flatMap(({ people }) => people.map(({ id }) => id)));
}

function whoLeaves({ people }: AppointmentRows): readonly string[] {
  return people.flatMap(({ id, ownPostIs }) => (ownPostIs === "leaves" ? [id] : []));
}

/** Points that could not be counted are missing everywhere, which says nothing new. */
function isNews({ code }: Issue, { isBroken }: CountedPoints): boolean {
  return !isBroken || (code !== "points-missing" && code !== "draw-seed-missing");
}

function inSettings(issue: Issue): Issue {
  return issue.path?.[0] === "seed" ? { ...issue, path: ["settings", "seed"] } : issue;
}

function namesOf({ people, placed }: AppointmentRows): ReadonlyMap<string, string> {
  const named = [...people.map(({ id, name }) => [id, name]), ...placed.map(({ person, name }) => [person, name])];
  return new Map(named.flatMap(([id, name]) => (id === undefined || name === undefined ? [] : [[id, name]])));
}

/** Most people in a circle where the workbook does not say. */
const USUAL_CIRCLE = 3;

function ruleOf({ settings }: AppointmentRows): Rule {
  switch (settings.rule) {
    case "twoSidedPeople":
      return { name: "twoSided", proposer: "person" };
    case "twoSidedPosts":
      return { name: "twoSided", proposer: "post" };
    case "cycles":
      return {
        name: "cycles",
        longest: settings.longest ?? USUAL_CIRCLE,
        vacancies: settings.chains === true ? "chains" : "none",
      };
    case "trading":
    case "floors":
    case "examination":
    case "swaps":
      return { name: settings.rule };
    default:
      return { name: "acceptance" };
  }
}

/** Rules that ask for somebody whom nobody ranks, or that couples and limits cannot be kept under. */
function ruleIssues({ settings, couples, limits }: AppointmentRows): readonly Issue[] {
  const isHard = couples.length + limits.length > 0;
  if (!isHard || settings.rule === "acceptance" || settings.rule === "twoSidedPeople") return [];
  return [
    {
      code: "hard-rules-other-rule",
      severity: "error",
      path: ["settings", "rule"],
      received: settings.rule,
      message: {
        zh: "有“夫妻”或“人数限制”时，只能按延迟接受或双向选择（教师先选）求最少的越过",
        en: "Couples and limits go with deferred acceptance or with two-sided choice in which people propose",
      },
      advice: { zh: "请改聘任规则，或清空“夫妻”“人数限制”两表", en: "Change the rule, or empty both sheets" },
    },
  ];
}

function hardRulesOf(rows: AppointmentRows, market: Market): Checked<HardRules | undefined> {
  const { couples, limits } = rows;
  if (couples.length + limits.length === 0) return checked(undefined, []);
  return loadHardRules({ format: "lungang-hard-rules-1", couples, limits }, market);
}
