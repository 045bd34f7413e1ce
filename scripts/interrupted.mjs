// Kills the command line at every call of the file system and at random, and writes the page of what was found.
import { bin, build, ensureInstalled } from "./pnpm.mjs";

ensureInstalled();
build();
process.env.INTERRUPTED = "all";
process.exitCode = bin("vitest", ["run", "packages/cli/test/interrupted.test.ts"]);
if (process.exitCode === 0) process.exitCode = bin("prettier", ["--write", "docs/measurements/interrupted.md"]);
