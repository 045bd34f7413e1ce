import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Checked, Instance, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Roster } from "@lungang/tabular";
import { readStamp } from "@lungang/tabular";
import { readXlsxBook } from "@lungang/tabular/node";
import { planDigest } from "../documents/plan-document.ts";
import { PLAN_FILE, WORKBOOK_FILE } from "../files/plan-files.ts";
import { YEARS_FILE } from "../files/years-files.ts";
import { refused, sound } from "../case/together.ts";
import type { ReadEditedYear } from "../years/adopt-years.ts";
import type { Folder } from "./open.ts";
import { readPlanFile, readRosterFile, readYearsFile } from "./open.ts";
import { writtenState } from "./output/made-from.ts";

/**
 * Returns the plan that a roster workbook was made from: the one named, else `plan.json` beside the workbook. A workbook
 * of another plan is refused: its unchanged lines would be taken for changes.
 *
 * @returns undefined where no plan is named and none lies beside
 * @public
 */
export async function planBeside(
  workbook: string,
  { plan, folder = "." }: Folder & { readonly plan?: string | undefined } = {},
): Promise<Checked<Plan | undefined>> {
  const path = resolve(folder, workbook);
  const beside = join(dirname(path), PLAN_FILE);
  const isThere = await stat(beside).then(
    (found) => found.isFile(),
    () => false,
  );
  if (plan === undefined && !isThere) return noPlan(path, workbook);
  const read = await readPlanFile(plan ?? beside, { folder });
  if (!read.ok) return read;
  const other = await otherPlan(path, read.value, { workbook, plan: plan ?? beside });
  // What the workbook says is taken over, so that it need not be told that it was edited.
  return other === undefined ? sound(read.value) : refused(other);
}

/** A file that is no workbook either is said to be that, before anybody asks for the county and the policy beside it. */
async function noPlan(path: string, file: string): Promise<Checked<undefined>> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true || path.toLowerCase().endsWith(".csv")) return sound(undefined);
  const book = await readXlsxBook(await readFile(path), { file });
  return book.ok ? sound(undefined) : book;
}

/**
 * What years are planned again from: where their plans are, and which workbooks hold edits.
 *
 * @public
 */
export interface EarlierFiles {
  readonly plans: readonly Plan[];
  /** Reads what people edited in the workbook of a year; absent where the file of all plans was named. */
  readonly readEdited?: ReadEditedYear;
}

/**
 * Reads planned years from the file of all plans, or from their folder or the workbook of one year: then with what people
 * edited in the workbooks.
 *
 * @public
 */
export async function readEarlierYears(path: string, { folder = "." }: Folder = {}): Promise<Checked<EarlierFiles>> {
  const named = resolve(folder, path);
  if (named.toLowerCase().endsWith(".json")) {
    const plans = await readYearsFile(path, { folder });
    return plans.ok ? sound({ plans: plans.value }, plans.warnings) : plans;
  }
  const isWorkbook = named.toLowerCase().endsWith(".xlsx");
  const around = isWorkbook ? dirname(dirname(named)) : named;
  const plans = await readYearsFile(join(around, YEARS_FILE));
  if (!plans.ok) return plans;
  const readEdited: ReadEditedYear = async (county, plan) => {
    const year = String(county.planYear);
    const isNamed = isWorkbook && basename(dirname(named)) === year;
    return readYear(isNamed ? named : join(around, year, WORKBOOK_FILE), county, plan);
  };
  return sound({ plans: plans.value, readEdited });
}

/** Reads the workbook of a year; nothing where nobody changed it. */
async function readYear(path: string, county: Instance, plan: Plan): Promise<Checked<Roster | undefined>> {
  const state = await writtenState(path);
  if (state === "asWritten" || state === "absent") return sound(undefined);
  const other = await otherPlan(path, plan, { workbook: path, plan: YEARS_FILE });
  return other === undefined ? readRosterFile(path, county) : refused(other);
}

/** Returns that a workbook was made from another plan than this one. */
async function otherPlan(
  path: string,
  plan: Plan,
  names: { readonly workbook: string; readonly plan: string },
): Promise<Issue | undefined> {
  const stamp = await stampAt(path);
  return stamp === undefined || stamp === (await planDigest(plan)) ? undefined : mixed(names.workbook, names.plan);
}

/** What cannot be read has no stamp; whoever reads the roster says why it cannot be read. */
async function stampAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? readStamp(await readFile(path)) : undefined;
}

function mixed(file: string, plan: string): Issue {
  return {
    code: "plans-mixed",
    severity: "error",
    place: { file },
    received: plan,
    message: {
      zh: "这份名册不是由旁边的方案文件生成的，两者不是同一套",
      en: "This roster was made from another plan than the one beside it",
    },
    advice: {
      zh: "请把名册放回它原来的文件夹，或用 --plan 指定生成它的 plan.json",
      en: "Put it back into its own folder, or name the plan that it was made from with --plan",
    },
  };
}
