import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { mutated } from "./scripts/mutation/instrument.ts";
import { PARTS } from "./scripts/mutation/parts.ts";
import base from "./vitest.config.ts";

const name = process.env["MUTATION_PART"] ?? "";
const part = PARTS[name];
if (part === undefined) throw new Error(`MUTATION_PART is one of ${Object.keys(PARTS).join(", ")}; found "${name}"`);

/** `npm run mutation` runs this once for every part. */
export default defineConfig({
  ...base,
  plugins: [await mutated(part, resolve(process.env["MUTATION_FOLDER"] ?? "", `${name}.mutants.json`))],
  test: {
    setupFiles: ["scripts/keep-compiled.ts"],
    include: ["scripts/mutation/mutants.run.ts"],
    pool: "forks",
    maxWorkers: 1,
  },
});
