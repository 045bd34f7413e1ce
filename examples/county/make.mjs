// Makes the workbook of the example county: 20 schools, 700 people, all made up. After a build: node examples/county/make.mjs
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadInstance } from "@lungang/core";
import { generateCounty } from "@lungang/synthetic";
import { writeCounty } from "@lungang/tabular";
import { detailed } from "./details.mjs";
import { need } from "./load.mjs";

/** Returns the example county; the same on every machine. */
export function madeCounty() {
  const drawn = generateCounty({ seed: "lungang-example", schools: 20, people: 700, planYear: 2024 });
  return need(loadInstance(detailed(drawn)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(new URL("county.xlsx", import.meta.url), await writeCounty(madeCounty()));
}
