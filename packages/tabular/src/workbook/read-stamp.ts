import { STAMP } from "./write-xlsx.ts";
import { readArchive } from "./zip.ts";

const PART = "docProps/custom.xml";
const PROPERTY = new RegExp(`name="${STAMP}"[^>]*>\\s*<vt:lpwstr[^>]*>([^<]*)<`, "u");

/**
 * Returns the stamp that `writeWorkbook` put into a workbook, also after other programs saved it; undefined where there is
 * none.
 *
 * @public
 */
export async function readStamp(workbook: Uint8Array): Promise<string | undefined> {
  const archive = await readArchive(workbook, (name) => name === PART, {});
  const part = "code" in archive ? undefined : archive.parts.get(PART);
  return part === undefined ? undefined : PROPERTY.exec(new TextDecoder().decode(part.content))?.[1];
}
