import { writeWorkbook } from "@lungang/tabular";
import type { Language, OutFile } from "../files/out-file.ts";
import { jsonFile } from "../files/out-file.ts";
import type { ReportCardDocument } from "./card-document.ts";
import { cardSheets } from "./card-sheets.ts";
import { publicCard } from "./public-card.ts";

const DOCUMENT_FILE = "report-card.json";
const WORKBOOK_FILE = "方案评估.xlsx";
const PUBLIC_WORKBOOK_FILE = "方案评估-公开.xlsx";

/**
 * Names of the files that {@link cardFiles} returns.
 *
 * @public
 */
export const cardFileNames: readonly string[] = [DOCUMENT_FILE, WORKBOOK_FILE, PUBLIC_WORKBOOK_FILE];

/**
 * Returns the files of a report card: the internal one as a document and as a workbook with every case, and the workbook of
 * its public edition.
 *
 * @param card - the internal edition
 * @public
 */
export async function cardFiles(card: ReportCardDocument, language: Language): Promise<readonly OutFile[]> {
  const workbook = (edition: ReportCardDocument) => writeWorkbook(cardSheets(edition, language), { title: card.title });
  return [
    jsonFile(DOCUMENT_FILE, card),
    { name: WORKBOOK_FILE, content: await workbook(card) },
    { name: PUBLIC_WORKBOOK_FILE, content: await workbook(publicCard(card)) },
  ];
}
