import { join } from "node:path";
import type { Issue } from "@lungang/core";
import { writtenState } from "./output/made-from.ts";

/**
 * Says which workbooks beside a plan somebody has changed: who names the plan gets the plan, and what was changed in the
 * workbook is not in it.
 */
export async function editedBeside(folder: string, names: readonly string[]): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const name of names)
    if ((await writtenState(join(folder, name))) === "changed") issues.push(editedIssue(join(folder, name)));
  return issues;
}

function editedIssue(file: string): Issue {
  return {
    code: "edited-beside",
    severity: "warning",
    place: { file },
    message: {
      zh: "方案文件旁的这份名册有人改动过，给出的是方案文件，改动没有采用",
      en: "Somebody edited this roster beside the plan; the plan was named, so the edits are not in it",
    },
    advice: {
      zh: "要按改动办理，请给出名册（多年方案给出文件夹），或先运行 lungang adopt",
      en: "To use the edits, name the roster (the folder of plans over years), or run lungang adopt first",
    },
  };
}
