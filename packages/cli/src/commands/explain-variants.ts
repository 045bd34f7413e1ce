import type { Checked, PlanningCase, Priced, Settings, ToldVariant } from "lungang";
import { kilometres, madeFrom, sweepPolicies, together } from "lungang";
import { readExplanationFile } from "lungang/node";
import { usageIssue } from "../input/arguments.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput } from "../text/issue-text.ts";
import { tableText } from "../text/table.ts";
import type { ExplainOptions } from "./explained-plan.ts";
import { nothingMore, withCase, withPlan } from "./explained-plan.ts";

/** Options of `explain sweep`. */
export interface SweepOptions extends ExplainOptions {
  readonly grid: readonly string[];
  /** What a sweep that was ended wrote with `--json`. */
  readonly resume?: string;
}

/** Tells what each rule, or each parameter by a step, costs. */
export function prices(
  session: Session,
  instance: string,
  options: ExplainOptions & { readonly of: Priced },
): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: nothingMore,
      answer: (open) =>
        withPlan(session, open, async (explanations) => {
          const results = await explanations.prices(options.of, progress(session));
          await tellVariants(session, open.planningCase, results);
          return EXIT.done;
        }),
    },
  );
}

/** Plans each combination of values. */
export function sweep(session: Session, instance: string, options: SweepOptions): Promise<ExitCode> {
  return withCase(
    session,
    { instance, options },
    {
      check: async (planningCase) =>
        together(readPoints(options.grid, planningCase), await readKnown(session, planningCase, options)),
      answer: (open, [points, known]) =>
        withPlan(session, open, async (explanations) => {
          const results = await explanations.sweep(points, progress(session), known);
          if (!results.ok) return reportBadInput(session, results.issues);
          await tellVariants(session, open.planningCase, results.value);
          return EXIT.done;
        }),
    },
  );
}

/** Reads the results of an earlier sweep of the same case; points that a limit ended are planned again. */
async function readKnown(
  { io }: Session,
  planningCase: PlanningCase,
  { resume }: SweepOptions,
): Promise<Checked<readonly ToldVariant[]>> {
  if (resume === undefined) return { ok: true, value: [], warnings: [] };
  const read = await readExplanationFile(resume, { folder: io.cwd });
  if (!read.ok) return read;
  const { sweep: results, from = [] } = read.value;
  const now = JSON.stringify(await madeFrom(planningCase));
  if (results === undefined || from.some((each) => JSON.stringify(each.madeFrom) !== now)) {
    const message = {
      zh: "这个文件不是本县、本政策的取值比较（lungang explain sweep … --json）",
      en: "This file is no sweep of this county and policy (lungang explain sweep ... --json)",
    };
    return { ok: false, issues: [usageIssue("--resume", message, { received: resume })] };
  }
  const ended = results.filter(({ status }) => status !== "stopped");
  const told = ended.map(({ title, sentences, ...value }) => ({ value, title, sentences }));
  return { ok: true, value: told, warnings: [] };
}

/** Reads a grid whose values the policy takes: all that is wrong is told before the county is planned. */
function readPoints(grid: readonly string[], { policy }: PlanningCase): Checked<readonly Settings[]> {
  const points = readGrid(grid);
  if (!points.ok) return points;
  const policies = sweepPolicies(policy, points.value);
  return policies.ok ? points : policies;
}

/** Points of a sweep that are planned in one call. */
const MOST_POINTS = 1000;

/** Reads values of parameters and returns all combinations, the last parameter changing fastest. */
function readGrid(grid: readonly string[]): Checked<readonly Settings[]> {
  const axes = grid.map((text) => {
    const at = text.indexOf("=");
    const values = text
      .slice(at + 1)
      .split(/[,，]/u)
      .map((value) => value.trim());
    return { text, name: text.slice(0, at).trim(), values, isRead: at > 0 && values.every((value) => value !== "") };
  });
  const wrong = axes.filter(({ name, isRead }, at) => !isRead || axes.findIndex((axis) => axis.name === name) < at);
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (wrong.length > 0 || grid.length === 0 || count > MOST_POINTS) {
    const message = {
      zh: `应写成“名称=值,值”，每个名称只写一次，组合不超过 ${MOST_POINTS} 个`,
      en: `It takes name=value,value, each name once, and at most ${MOST_POINTS} combinations`,
    };
    const received = grid.join(" ");
    return { ok: false, issues: [usageIssue("--grid", message, { received, expected: "quotaShare=8%,10%,12%" })] };
  }
  let points: readonly Settings[] = [{}];
  for (const { name, values } of axes)
    points = points.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
  return { ok: true, value: points, warnings: [] };
}

/** Says on standard error which plan has been made. */
function progress(session: Session): (told: ToldVariant) => void {
  return ({ title }) => (session.json ? undefined : warn(session, say(session, title)));
}

async function tellVariants(
  session: Session,
  planningCase: PlanningCase,
  results: readonly ToldVariant[],
): Promise<void> {
  if (session.json) {
    tellJson(session, {
      madeFrom: await madeFrom(planningCase),
      results: results.map(({ value, ...told }) => ({ ...value, ...told })),
    });
    return;
  }
  const titles = [
    { zh: "规定或参数", en: "rule or parameter" },
    { zh: "与现方案相比", en: "against the plan" },
    { zh: "交流人数", en: "moves" },
    { zh: "缺员", en: "missing" },
    { zh: "路程（公里）", en: "km" },
    { zh: "各目标最大差距", en: "widest gap" },
  ];
  const columns = titles.map((title, at) => ({ title: say(session, title), right: at > 1 }));
  const rows = results.map(({ value: { moves, missing, distanceMetres, levels }, title, sentences }) => [
    say(session, title),
    sentences.map((sentence) => say(session, sentence)).join(""),
    moves ?? "-",
    missing ?? "-",
    kilometres(distanceMetres),
    widestGap(levels),
  ]);
  tell(session, tableText(columns, rows));
}

const LEAST_SHOWN = 1e-4;

/** Returns what the value of any level may be above what is proven of it, in percent; later aims of a sweep are left open. */
function widestGap(levels: ToldVariant["value"]["levels"]): string {
  if (levels.length === 0) return "-";
  const widest = Math.max(...levels.map(({ relativeGap }) => relativeGap ?? Infinity));
  if (!Number.isFinite(widest)) return "?";
  if (widest === 0) return "0%";
  return widest < LEAST_SHOWN ? "<0.01%" : `${(100 * widest).toFixed(2)}%`;
}
