import { canonicalJson, loadInstance } from "@lungang/core";
import { generateCounty } from "@lungang/synthetic";
import { expect, test } from "vitest";
import { readCounty, writeCounty, writeCountyCsv } from "../src/index.ts";

const SEEDS = ["1", "2", "3", "4", "5", "6"];

test.each(SEEDS)(
  "a made-up county of seed %s comes back from a workbook and from CSV files without a remark",
  async (seed) => {
    const made = loadInstance(generateCounty({ seed, schools: 12 }));
    if (!made.ok) throw new Error("The county is not valid");
    const csv = writeCountyCsv(made.value).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
    for (const source of [await writeCounty(made.value), csv]) {
      const read = await readCounty(source);
      expect(read.ok ? read.warnings : read.issues).toEqual([]);
      expect(read.ok && canonicalJson(read.value) === canonicalJson(made.value)).toBe(true);
    }
  },
);
