import type { Checked, Issue } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import type { HardRules, Market, Rule, SurplusAnswer, SurplusQuestion } from "@lungang/appointment";
import type { AppointmentTerms, PointSheet, PolicyAppointment, Settings } from "@lungang/core/policy";
import { isMaskedName, maskedName } from "@lungang/core/plan";
import { loadMarket } from "@lungang/appointment";
import type { PostVacancy } from "@lungang/appointment/posts";
import type { AppointmentRows, ReadAppointmentOptions } from "@lungang/tabular";
import { readAppointmentBook } from "@lungang/tabular";
import { together } from "../case/together.ts";
import type { PlanEnds, PlanLines } from "../case/plan-ends.ts";
import { endsOfPlan } from "../case/plan-ends.ts";
import type { PlanningCase } from "../case/planning-case.ts";
import type { FoundPolicy } from "../case/policy.ts";
import { findPolicy } from "../case/policy.ts";
import type { DecidedAppointment } from "./appointment-outcome.ts";
import { establishmentOf } from "./establishment-of.ts";
import { postsByPeriods } from "./posts-by-periods.ts";
import type { CountedPoints } from "./points-of.ts";
import { pointsOf } from "./points-of.ts";
import { marketOf, marketOfIds } from "./market-of.ts";
import { completedSettings, settledRows } from "./policy-terms.ts";
import type { ToldPolicy } from "./told-policy.ts";
import { NO_POLICY, policyOf, termsOf } from "./told-policy.ts";
import { idsOfCounty } from "./ids-of-county.ts";
import { withClassTeachers } from "./class-teachers-of.ts";
import { underContract } from "./contracts-of.ts";
import { noApplications, nobodyTakesPart } from "./no-applications.ts";
import { hardRuleConflicts, hardRulesOf } from "./hard-rules-of.ts";
import type { RecordedProcedure } from "./procedure-of.ts";
import { procedureOf } from "./procedure-of.ts";
import type { ToldCandidate } from "./selection-of.ts";
import { selectionOf } from "./selection-of.ts";
import type { Chain } from "./chain.ts";
import { chainOf } from "./rounds-of.ts";
import { rowsAfterPlan } from "./rows-after-plan.ts";
import { ruleNamed } from "./rule-named.ts";
import type { SurplusPeople } from "./surplus-of.ts";
import { overfullPosts, surplusOf } from "./surplus-of.ts";
import type { TitleHolder } from "./titles-of.ts";
import { titlesOf } from "./titles-of.ts";
import { vacanciesOf } from "./vacancies-of.ts";

/**
 * Applications for posts that were read and found right: what is decided, by which rule, and what it was made from.
 *
 * @public
 */
export interface Applications {
  readonly title: string;
  /** Who signs and seals; undefined where the workbook does not say. */
  readonly authority: string | undefined;
  readonly market: Market;
  readonly rule: Rule;
  /** Couples and limits; undefined where there are none. */
  readonly hardRules: HardRules | undefined;
  /** Rounds, each fixed before the next; undefined where everything is decided at once. */
  readonly chain: Chain | undefined;
  /** Working days for which the list is public, where a policy says so. */
  readonly publicityDays: number | undefined;
  /** How names are published and where objections go; undefined where no policy says so. */
  readonly publication: PolicyAppointment["publication"];
  /** What becomes of every empty head. */
  readonly vacancies: readonly PostVacancy[];
  /** Points item by item, where a scheme counts them. */
  readonly sheets: readonly PointSheet[];
  readonly surplus: readonly SurplusAnswer[];
  /** What who is surplus was decided from; undefined where nothing says how. */
  readonly surplusQuestion: SurplusQuestion | undefined;
  /** Establishment of the schools by pupils and classes; undefined where their sizes are not given. */
  readonly establishment: NonNullable<DecidedAppointment["establishment"]> | undefined;
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The rotation plan after which people compete; undefined where there is none. */
  readonly after: PlanEnds | undefined;
  /** What the policy prescribes beside rule and rounds, and what was recorded of it. */
  readonly procedure: AppointmentProcedure;
}

/**
 * What a policy prescribes beside rule and rounds, what was recorded of it, and the rows that it is about.
 *
 * @public
 */
export interface AppointmentProcedure {
  readonly terms: AppointmentTerms | undefined;
  readonly recorded: RecordedProcedure;
  readonly candidates: readonly ToldCandidate[];
  readonly rows: Pick<AppointmentRows, "posts" | "people" | "classTeachers" | "settings">;
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
 * What applications are read with.
 *
 * @public
 */
export interface ApplicationsPolicy {
  /**
   * Policy that says the rule, the rounds and whatever else the workbook leaves out; what both say must agree.
   *
   * @defaultValue the one that the workbook names
   */
  readonly policy?: FoundPolicy;
  /** Values of parameters of the policy. @defaultValue none */
  readonly settings?: Settings;
  /**
   * Rotation plan after which people compete for the same posts: who moves by it or comes back is placed, what it frees is
   * open, heads of people away are kept.
   *
   * @defaultValue none
   */
  readonly after?: AfterPlan;
}

/**
 * A rotation plan with the case that it was made for.
 *
 * @public
 */
export interface AfterPlan {
  readonly planningCase: PlanningCase;
  readonly plan: PlanLines;
}

/**
 * Reads a workbook of applications for posts (县管校聘) and decides what comes before any competition: who is surplus, which
 * heads are offered, the points of everybody.
 *
 * @returns the applications with warnings, or everything that is wrong, each at its cell
 * @public
 */
export async function openApplications(
  { workbook, file }: ApplicationsSource,
  options: ApplicationsPolicy = {},
): Promise<Checked<Applications>> {
  return readApplications(
    (reading) => readAppointmentBook(workbook, { ...reading, ...(file === undefined ? {} : { file }) }),
    { ...options, find: (name) => Promise.resolve(findPolicy({ name })) },
  );
}

/** Policy of applications, and how one is found that the workbook names. */
export interface PolicyOfApplications extends ApplicationsPolicy {
  readonly find: (name: string) => Promise<Checked<FoundPolicy>>;
}

/** Reads by whatever reads the book; problems of the rows are found while it is read, so that all come at once. */
export async function readApplications(
  read: (
    options: Required<Pick<ReadAppointmentOptions, "check" | "complete" | "known">>,
  ) => ReturnType<typeof readAppointmentBook>,
  policy: PolicyOfApplications,
): Promise<Checked<Applications>> {
  let understood: Checked<Applications> | undefined;
  let told: ToldPolicy = { own: {}, read: NO_POLICY, hasOwnPoints: true };
  const { after } = policy;
  const ends = after === undefined ? undefined : endsOfPlan(after.planningCase, after.plan);
  const book = await read({
    known: after === undefined ? undefined : idsOfCounty(after.planningCase.instance),
    complete: async (own, { hasOwnPoints }) => {
      told = { own, read: await policyOf(own, policy, hasOwnPoints), hasOwnPoints };
      const { items = [], selection } = termsOf(told) ?? {};
      return {
        settings: completedSettings(own, termsOf(told)),
        items,
        columns: (selection?.criteria ?? []).map(({ column }) => column),
      };
    },
    check: (rows, { isLeftOut }) => {
      const { posts, issues: periodIssues } = postsByPeriods(rows.posts);
      understood = understandAfter({ ...rows, posts }, told, ends);
      const nobody = isLeftOut("") ? [] : nobodyTakesPart(rows);
      const issues = [...periodIssues, ...nobody, ...(understood.ok ? understood.warnings : understood.issues)];
      return issues.filter(({ code, received = "" }) => code !== "unknown-id" || !isLeftOut(received));
    },
  });
  if (!book.ok) return book;
  if (understood?.ok !== true) throw new Error("A workbook without errors was not understood");
  return { ok: true, value: understood.value, warnings: book.warnings };
}

/** Takes out of the rows what a rotation plan has decided. */
function understandAfter(
  written: AppointmentRows,
  told: ToldPolicy,
  ends: PlanEnds | undefined,
): Checked<Applications> {
  if (ends === undefined) return understandBy(written, told);
  const { rows, holders, issues, inWritten } = rowsAfterPlan(written, ends);
  const read = understandBy(rows, told, holders);
  if (!read.ok) return { ok: false, issues: [...issues, ...read.issues.map(inWritten)] };
  return checked({ ...read.value, after: ends }, [...issues, ...read.warnings.map(inWritten)]);
}

function understandBy(
  written: AppointmentRows,
  told: ToldPolicy,
  holders: readonly TitleHolder[] = [],
): Checked<Applications> {
  const { own, read } = told;
  const inSheet = (issues: readonly Issue[]) =>
    issues.map((issue) => (issue.place === undefined ? { ...issue, path: ["settings", "policy"] } : issue));
  const { rows, issues } = settledRows(written, own, termsOf(told));
  const understood = understand(rows, read.ok ? read.value : NO_POLICY.value, holders);
  const isOfPolicy = ({ path }: Issue) =>
    (path?.[0] === "rounds" && written.rounds.length === 0) || (path?.[0] === "items" && !told.hasOwnPoints);
  const found = (understood.ok ? understood.warnings : understood.issues).map((issue) =>
    isOfPolicy(issue) ? { ...issue, path: ["settings", "policy"] } : issue,
  );
  // Where the policy cannot be read, nothing is known of what it would have said.
  if (!read.ok) return { ok: false, issues: [...inSheet(read.issues), ...found] };
  const all = [...inSheet(read.warnings), ...issues, ...found];
  return understood.ok ? checked(understood.value, all) : { ok: false, issues: all };
}

function understand(
  written: AppointmentRows,
  { terms, ...published }: PolicyAppointment,
  holders: readonly TitleHolder[],
): Checked<Applications> {
  const { rows, issues: heldIssues } = withHeldPosts(written);
  const recorded = procedureOf(rows, terms);
  const selected = selectionOf(rows, terms, recorded.ofSelection);
  const counted = pointsOf(rows, surplusCandidates(rows));
  const surplus = surplusOf(rows, counted);
  const { vacancies, issues: gapIssues } = vacanciesOf(rows, new Set([...surplus.leaving, ...whoLeaves(rows)]));
  const { titlePosts, issues: titleIssues, inRows } = titlesOf(rows, holders);
  const read = loadMarket(marketOf(rows, { counted, vacancies, leaving: surplus.leaving, selected, titlePosts }));
  const found = (read.ok ? read.warnings : read.issues)
    .filter((issue) => isNews(issue, { rows, counted, surplus }))
    .map((issue) => inSettings(inRows(issue)));
  const establishment = establishmentOf(rows);
  const beside = besideRule(rows, read.ok ? read.value : marketOfIds(rows));
  const issues = [
    ...heldIssues,
    ...recorded.issues,
    ...selected.issues,
    ...counted.issues,
    ...surplus.issues,
    ...gapIssues,
    ...titleIssues,
    ...establishment.issues,
    ...found,
    ...(beside.ok ? beside.warnings : beside.issues),
    ...besideIssues(rows),
  ];
  if (!read.ok || !beside.ok || hasError(issues)) return { ok: false, issues };
  const value: Applications = {
    ...beside.value,
    title: rows.settings.title ?? "岗位竞聘",
    authority: rows.settings.authority,
    market: read.value,
    rule: ruleNamed(rows.settings.rule, rows.settings),
    ...published,
    vacancies,
    sheets: rows.items.length === 0 ? [] : [...counted.sheets.values()],
    surplus: surplus.answers,
    surplusQuestion: surplus.question,
    names: namesOf(rows),
    establishment: establishment.told,
    after: undefined,
    procedure: { terms, recorded, candidates: selected.candidates, rows },
  };
  return checked(value, issues);
}

function besideIssues(rows: AppointmentRows): readonly Issue[] {
  const masked = rows.people.flatMap(({ name }, at) =>
    isMaskedName(name) ? [maskedName(["people", at, "name"], name)] : [],
  );
  return [...hardRuleConflicts(rows), ...noApplications(rows), ...masked];
}

/** Rows in which who is under contract or leads a class keeps the own post. */
function withHeldPosts(written: AppointmentRows): {
  readonly rows: AppointmentRows;
  readonly issues: readonly Issue[];
} {
  const contracts = underContract(written);
  const roles = withClassTeachers({ ...written, people: contracts.people });
  return { rows: { ...written, people: roles.people }, issues: [...contracts.issues, ...roles.issues] };
}

type BesideRule = Pick<Applications, "hardRules" | "chain">;

function besideRule(rows: AppointmentRows, market: Market): Checked<BesideRule> {
  const read = together(hardRulesOf(rows, market), chainOf(rows, market));
  if (!read.ok) return read;
  const [hardRules, chain] = read.value;
  return checked({ hardRules, chain }, read.warnings);
}

/** People of overfull posts: who of them is surplus depends on their points. */
function surplusCandidates(rows: AppointmentRows): ReadonlySet<string> {
  const overfull = rows.settings.surplus === undefined ? [] : overfullPosts(rows);
  return new Set(overfull.flatMap(({ people }) => people.map(({ id }) => id)));
}

function whoLeaves({ people }: AppointmentRows): readonly string[] {
  return people.flatMap(({ id, ownPostIs }) => (ownPostIs === "leaves" ? [id] : []));
}

interface Counted {
  readonly rows: AppointmentRows;
  readonly counted: CountedPoints;
  readonly surplus: SurplusPeople;
}

/**
 * Points that could not be counted are missing everywhere, and where who is surplus could not be decided posts are overfull:
 * neither says anything new.
 */
function isNews({ code }: Issue, { rows, counted, surplus }: Counted): boolean {
  const isUndecided = rows.settings.surplus !== undefined && surplus.question === undefined;
  if (isUndecided && code === "post-overfull") return false;
  return !counted.isBroken || (code !== "points-missing" && code !== "draw-seed-missing");
}

function inSettings(issue: Issue): Issue {
  return issue.path?.[0] === "seed" ? { ...issue, path: ["settings", "seed"] } : issue;
}

function namesOf({ people, placed }: AppointmentRows): ReadonlyMap<string, string> {
  const named = [...people.map(({ id, name }) => [id, name]), ...placed.map(({ person, name }) => [person, name])];
  return new Map(named.flatMap(([id, name]) => (id === undefined || name === undefined ? [] : [[id, name]])));
}
