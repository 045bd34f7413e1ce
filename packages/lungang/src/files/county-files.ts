import type { Checked, Instance } from "@lungang/core";
import type { NamedFile, Roster } from "@lungang/tabular";
import { readRoster as readRosterBytes, writeCountyCsv } from "@lungang/tabular";

/**
 * Returns a county as CSV files, which `openCounty` reads back.
 *
 * @public
 */
export function countyFiles(instance: Instance): readonly NamedFile[] {
  const encoder = new TextEncoder();
  return writeCountyCsv(instance).map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));
}

/**
 * Reads the workbook of a roster, as written or as edited by hand, from its bytes.
 *
 * @public
 */
export function readRoster(workbook: Uint8Array, instance: Instance): Promise<Checked<Roster>> {
  return readRosterBytes(workbook, instance);
}
