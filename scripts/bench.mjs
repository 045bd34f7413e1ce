// Installs where needed, builds the packages and the bench, and runs the bench with the arguments given.
import { join } from "node:path";
import { bin, build, ensureInstalled, run } from "./pnpm.mjs";

ensureInstalled();
build();
const compiled = bin("tsc", ["--project", join("bench", "tsconfig.build.json")]);
process.exitCode =
  compiled === 0 ? run(process.execPath, [join("bench", "dist", "main.js"), ...process.argv.slice(2)]) : compiled;
