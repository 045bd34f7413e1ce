// What each part of each policy does, found by taking it away or shifting it; writes the table and the pages.
import { bin, ensureInstalled } from "./pnpm.mjs";

ensureInstalled();
// With names of policies as arguments only their parts are tried again.
process.env.EVIDENCE = process.argv.slice(2).join(",") || "all";
const tried = bin("vitest", ["run", "packages/policies/test/evidence.test.ts", "examples/county/binds.test.ts"]);
process.env.UPDATE_RULEBOOK = "1";
const pages = ["packages/policies/test/rulebook.test.ts", "packages/policies/test/binds-page.test.ts"];
process.exitCode = tried === 0 ? bin("vitest", ["run", ...pages]) : tried;
