// Removes what builds and tools leave behind; node_modules stays.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pnpm.mjs";

const built = readdirSync(join(root, "packages")).map((name) => join("packages", name, "dist"));
for (const folder of [...built, "out", "coverage", "reports"]) {
  rmSync(join(root, folder), { recursive: true, force: true });
}
