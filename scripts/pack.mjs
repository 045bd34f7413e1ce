// Packs every package as it would be published, and lets publint and attw look at the tarballs. Needs a build.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bin, pnpm } from "./pnpm.mjs";

const folder = mkdtempSync(join(tmpdir(), "lungang-pack-"));

/**
 * Runs both inspections on one tarball.
 * @param {string} tarball
 * @returns {boolean} whether both passed
 */
function inspect(tarball) {
  const publint = bin("publint", ["--strict", tarball]);
  return bin("attw", ["--profile", "esm-only", "--format", "ascii", "--quiet", tarball]) === 0 && publint === 0;
}

try {
  const packed = pnpm(["--recursive", "--filter", "./packages/*", "pack", "--pack-destination", folder]);
  const tarballs = readdirSync(folder).map((name) => join(folder, name));
  const bad = tarballs.filter((tarball) => !inspect(tarball));
  console.log(`${tarballs.length - bad.length} of ${tarballs.length} tarballs are fit to publish`);
  process.exitCode = packed === 0 && tarballs.length > 0 && bad.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
