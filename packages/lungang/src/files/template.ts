import { writeTemplate } from "@lungang/tabular";
import type { OutFile } from "./out-file.ts";

/**
 * Returns the workbook that a county fills in, with explanations and drop-down lists.
 *
 * @public
 */
export async function templateFile(name: string): Promise<OutFile> {
  return { name, content: await writeTemplate() };
}
