import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import { readStamp } from "@lungang/tabular";
import { planDigest } from "../documents/plan-document.ts";
import { PLAN_FILE } from "../files/plan-files.ts";
import { refused, sound } from "../case/together.ts";
import type { Folder } from "./open.ts";
import { readPlanFile } from "./open.ts";

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
  if (plan === undefined && !isThere) return sound(undefined);
  const read = await readPlanFile(plan ?? beside, { folder });
  if (!read.ok) return read;
  const stamp = await stampAt(path);
  if (stamp !== undefined && stamp !== (await planDigest(read.value))) return refused(mixed(workbook, plan ?? beside));
  return read;
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
