import type { PlanRequest } from "@lungang/core";
import { planOfRoster } from "@lungang/core";
import type { FormulatedCounty } from "@lungang/core/formulation";
import { formulateCounty, rosterAt, subjectOfLabel } from "@lungang/core/formulation";
import type { RuleSubject } from "@lungang/core/plan";
import { ruleSubjectSchema, subjectKey } from "@lungang/core/plan";
import type { PolicyRule } from "@lungang/core/policy";
import { quotaMeaning, rulesOf, totalMeaning } from "@lungang/core/policy";
import type { Level, LinearProgram } from "@lungang/program";
import { ROW_SIDE, labelOf, solveChain } from "@lungang/program";
import { z } from "zod";

/**
 * Shape of the most that a quota or a share can reach while all other hard rules hold.
 *
 * @public
 */
export const highestSchema = z.strictObject({
  rule: z.string(),
  source: z.string(),
  about: ruleSubjectSchema,
  /** `infeasible`: no plan keeps the other rules, whatever this one asks for; `open`: a limit came first. */
  status: z.enum(["found", "infeasible", "open"]),
  /** People or moves reached at the most, and of how many; null where nothing was found. */
  reached: z.int().nullable(),
  of: z.int().nullable(),
  /** What the rule asks for there. */
  asked: z.int().nullable(),
  /** Whether no plan reaches more. */
  proven: z.boolean(),
});

/**
 * The most that a quota or a share can reach; see {@link highestSchema}.
 *
 * @public
 */
export type Highest = z.infer<typeof highestSchema>;

/**
 * Finds for every quota and every share that asks for a least number how far it can be raised while all other hard rules
 * hold. A total that follows from quotas follows the raised one, and bounds nothing; a total that the authority has stated
 * holds. Every number is recounted from the roster that reaches it, by the checks that know no program.
 *
 * @throws {RangeError} if data and policy do not fit each other
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function highestOf(
  request: PlanRequest,
  onResult?: (result: Highest) => void,
): Promise<readonly Highest[]> {
  const { policy } = request;
  const followers = rulesOf(policy.rules, totalMeaning).filter(({ params }) => params.max === undefined);
  const quotas = rulesOf(policy.rules, quotaMeaning).filter(({ params }) => params.bound === "atLeast");
  const shares = policy.rules.filter(({ rule, params }) => rule === "share" && isLeast(params));
  const all: Highest[] = [];
  const tell = (result: Highest) => {
    all.push(result);
    onResult?.(result);
  };
  const raised = formulated(request, new Set(followers.map(({ id }) => id)));
  for (const { id } of quotas) for (const row of rowsOf(raised, id)) tell(await highestQuota(request, raised, row));
  if (shares.length === 0) return all;
  const whole = formulated(request, new Set());
  for (const { id } of shares) for (const row of rowsOf(whole, id)) tell(await highestShare(request, whole, row));
  return all;
}

function isLeast(params: PolicyRule["params"]): boolean {
  return params !== null && typeof params === "object" && "bound" in params && params.bound === "atLeast";
}

function formulated({ instance, policy, locks }: PlanRequest, without: ReadonlySet<string>): FormulatedCounty {
  const made = formulateCounty(instance, policy, { without, ...(locks === undefined ? {} : { locks }) });
  if (made.ok) return made.value;
  throw new RangeError(`Cannot raise a quota: ${made.issues[0]?.message.en ?? "data and policy do not fit"}`);
}

/** A row of a rule, with the columns that it counts. */
interface RuleRow {
  readonly rule: string;
  readonly source: string;
  readonly about: RuleSubject;
  readonly row: number;
  /** Columns and coefficients, without slacks of the rule itself. */
  readonly terms: readonly (readonly [column: number, value: number])[];
}

function rowsOf({ formulation, prepared }: FormulatedCounty, id: string): readonly RuleRow[] {
  const { program } = formulation;
  const { starts, rows, values, columnLabels, rowLabels } = program;
  const terms = new Map<number, [number, number][]>();
  for (let row = 0; row < program.rowCount; row++)
    if (program.rowKinds[row] === ROW_SIDE && labelOf(rowLabels, row).rule === id) terms.set(row, []);
  for (let column = 0; column < program.columnCount; column++) {
    if (labelOf(columnLabels, column).rule === id) continue;
    for (let entry = starts[column] as number; entry < (starts[column + 1] as number); entry++)
      terms.get(rows[entry] as number)?.push([column, values[entry] as number]);
  }
  return [...terms].map(([row, found]) => {
    const { rule, source, subjectKind } = labelOf(rowLabels, row);
    const label = { subjectKind, subject: rowLabels.subjectOf[row] as number };
    return { rule, source, about: subjectOfLabel(label, prepared.eligibility.county), row, terms: found };
  });
}

/** The most people of one quota. */
async function highestQuota(request: PlanRequest, county: FormulatedCounty, row: RuleRow): Promise<Highest> {
  const { program } = county.formulation;
  const found = await most(request, program, { row, weigh: ([, value]) => value });
  if (typeof found === "string") return nothing(row, found);
  const measure = await measureAt(request, county, { row, values: found.values });
  const reached = measure?.value ?? null;
  const isSame = reached === Math.round(found.value);
  return {
    ...headOf(row),
    status: "found",
    reached,
    of: measure?.base?.counted ?? null,
    asked: measure?.target ?? null,
    proven: found.proven && isSame,
  };
}

/** Times that a share is raised to what was reached: each time it gets closer, and mostly twice is all. */
const MOST_TIMES = 12;

/**
 * The highest share of a variable total: a share is the highest if no plan lies above it, and where one does its share is
 * tried next (Dinkelbach 1967).
 */
async function highestShare(request: PlanRequest, county: FormulatedCounty, row: RuleRow): Promise<Highest> {
  const total = row.terms.find(([, value]) => value < 0);
  const part = row.terms.find(([, value]) => value > 0);
  if (total === undefined || part === undefined) return nothing(row, "open");
  let best: Share = { values: new Float64Array(0), reached: -total[1], of: part[1], proven: false };
  for (let time = 0; time < MOST_TIMES; time++) {
    const isFirst = best.values.length === 0;
    const { reached, of } = best;
    const weigh = ([column]: readonly [number, number]) => (column === part[0] ? of : -reached);
    const found = await most(request, county.formulation.program, { row, weigh });
    if (typeof found === "string") return isFirst ? nothing(row, found) : shareFound(request, county, { row, best });
    const { values, proven, value } = found;
    if (!isFirst && Math.round(value) <= 0) return shareFound(request, county, { row, best: { ...best, proven } });
    best = { values, reached: values[part[0]] as number, of: values[total[0]] as number, proven };
    if (best.of === 0) break;
  }
  return shareFound(request, county, { row, best });
}

/** A share that a point reaches. */
interface Share {
  readonly values: Float64Array;
  readonly reached: number;
  readonly of: number;
  /** Whether no point reaches more. */
  readonly proven: boolean;
}

async function shareFound(
  request: PlanRequest,
  county: FormulatedCounty,
  { row, best }: { readonly row: RuleRow; readonly best: Share },
): Promise<Highest> {
  const { values, reached, of, proven } = best;
  const measure = await measureAt(request, county, { row, values });
  const isSame = measure?.value === reached;
  return { ...headOf(row), status: "found", reached, of, asked: measure?.target ?? null, proven: proven && isSame };
}

function headOf({ rule, source, about }: RuleRow): Pick<Highest, "rule" | "source" | "about"> {
  return { rule, source, about };
}

function nothing(row: RuleRow, status: "infeasible" | "open"): Highest {
  return { ...headOf(row), status, reached: null, of: null, asked: null, proven: status === "infeasible" };
}

interface Raised {
  readonly row: RuleRow;
  readonly weigh: (term: readonly [column: number, value: number]) => number;
}

/** Maximises what a row counts, with the row itself left open. */
async function most(
  { solver, limits, signal }: PlanRequest,
  program: LinearProgram,
  { row, weigh }: Raised,
): Promise<
  { readonly values: Float64Array; readonly value: number; readonly proven: boolean } | "infeasible" | "open"
> {
  const cost = new Float64Array(program.columnCount);
  for (const term of row.terms) cost[term[0]] = -weigh(term);
  const level: Level = { name: "most", unit: "people", step: 1, tolerance: 0, offset: 0, cost };
  const rowLower = program.rowLower.slice();
  rowLower[row.row] = -Infinity;
  const chain = await solveChain(
    { ...program, rowLower, levels: [level] },
    { solver, timeSeconds: limits?.timeSeconds, nodes: limits?.nodes, relativeGap: 0, proveUnique: false, signal },
  );
  if (chain.status !== "solved") return chain.status === "infeasible" ? "infeasible" : "open";
  const [{ value, dualBound } = { value: 0, dualBound: -Infinity }] = chain.levels;
  return { values: chain.values, value: -value, proven: value === dualBound };
}

/** Returns the number of a rule as the checks recount it from the roster of a point. */
async function measureAt(
  { instance, policy, locks, seed = "1" }: PlanRequest,
  county: FormulatedCounty,
  { row, values }: { readonly row: RuleRow; readonly values: Float64Array },
) {
  const asked = { instance, policy, ...(locks === undefined ? {} : { locks }) };
  const { measures } = await planOfRoster({ ...asked, ...rosterAt(county, values) }, seed);
  return measures.find(({ rule, about }) => rule === row.rule && subjectKey(about) === subjectKey(row.about));
}
