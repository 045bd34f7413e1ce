import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { verifyManifest } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Folder } from "./open.ts";
import { openCounty } from "./open.ts";
import { settleAround } from "./output/commit.ts";
import { madeFrom } from "./output/made-from.ts";
import type { MadeFrom } from "./output/record.ts";

/**
 * Returns what a plan, its workbook or an appointment was made from: as is on record where it was written, else the county
 * that lies beside and of which the plan has the hash.
 *
 * @param plan - the plan that the file holds or belongs to; without it only the record is asked
 * @returns paths; nothing where neither says anything
 * @public
 */
export async function sourcesOf(
  file: string,
  { plan, folder = "." }: Folder & { readonly plan?: Plan | undefined } = {},
): Promise<MadeFrom> {
  const path = resolve(folder, file);
  await settleAround(path);
  const recorded = await madeFrom(path);
  if (plan === undefined || Object.keys(recorded).length > 0) return recorded;
  const county = await countyBeside(dirname(path), plan);
  return county === undefined ? {} : { county };
}

/** In a folder of more files nobody expects them to be opened one after the other. */
const MOST_FILES = 20;

async function countyBeside(folder: string, plan: Plan): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const likely = names.filter((name) => /^[^.~].*\.(xlsx|json)$/iu.test(name)).sort();
  if (likely.length > MOST_FILES) return undefined;
  for (const name of likely) {
    const path = join(folder, name);
    const county = await openCounty(path, { policy: plan.basis.policy });
    if (county.ok && (await verifyManifest(plan, county.value)).length === 0) return path;
  }
  return undefined;
}
