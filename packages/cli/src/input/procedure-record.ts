import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Checked, ObjectionStage, Plan, PlanningCase } from "lungang";
import { objectionStage, openProcedure } from "lungang";
import { readProcedureFile } from "lungang/node";
import type { Session } from "../session.ts";
import { pathOf } from "../session.ts";
import { ADOPTED_FOLDERS } from "../commands/adopt.ts";

/** Name of the workbook beside the plan. */
const RECORD = "程序记录.xlsx";

/**
 * Returns the workbook of the procedure that a plan belongs to: beside it, or beside the plan from which it was adopted,
 * whose publicity and objections it carries on.
 */
export async function recordOf(folder: string): Promise<string> {
  const beside = join(folder, RECORD);
  for (let at = folder; ; at = dirname(at)) {
    const found = join(at, RECORD);
    if (await isThere(found)) return found;
    if (!ADOPTED_FOLDERS.includes(basename(at))) return beside;
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Reads how far the procedure of a plan has come, by the workbook beside it; without one nothing is known. */
export async function stageBeside(
  session: Session,
  planName: string,
  { planningCase, plan }: { readonly planningCase: PlanningCase; readonly plan: Plan },
): Promise<Checked<ObjectionStage | undefined>> {
  const book = await readProcedureFile(await recordOf(dirname(pathOf(session, planName))), { folder: session.io.cwd });
  if (!book.ok) return book;
  const opened = await openProcedure(planningCase, plan, book.value);
  return opened.ok ? { ok: true, value: objectionStage(opened.value), warnings: [] } : opened;
}
