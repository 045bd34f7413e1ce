// Runs the pinned pnpm with the arguments given, so that a clone needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PINNED = "12.21.0";

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const onWindows = process.platform === "win32";

/**
 * Runs a command in the repository and returns its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {number}
 */
export function run(command, args, options = {}) {
  const result = spawnSync(onWindows ? `${command}.cmd` : command, args, {
    cwd: root,
    // Windows starts .cmd files through a shell only, and a shell wants its arguments quoted.
    shell: onWindows,
    stdio: options.quiet ? ["ignore", "ignore", "inherit"] : "inherit",
    env: { ...process.env, ...options.env },
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/**
 * Runs pnpm: the pinned version from the cache of npx, fetched once.
 * @param {readonly string[]} args
 * @returns {number}
 */
export function pnpm(args) {
  // CI=true keeps pnpm from asking before it replaces node_modules.
  // What another npx was told (`npx -p node@22 -c "npm test"`) is meant for it and not for this one.
  const env = { CI: "true", npm_config_loglevel: "error", npm_config_call: undefined, npm_config_package: undefined };
  return run("npx", ["--yes", "--prefer-offline", `pnpm@${PINNED}`, ...args], { env });
}

/**
 * Runs a program of node_modules/.bin.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 * @returns {number}
 */
export function bin(name, args, options = {}) {
  return run(join(root, "node_modules", ".bin", name), args, options);
}

/** Installs the dependencies unless the last install was of this very lockfile. */
export function ensureInstalled() {
  const stamp = join(root, "node_modules", ".installed-lockfile");
  const lockfile = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockfile) return;
  const code = pnpm(["install", "--frozen-lockfile"]);
  if (code !== 0) throw new Error(`pnpm install ended with exit code ${code}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lockfile);
}

/** Builds every package, siblings first. */
export function build() {
  const code = pnpm(["--recursive", "--reporter=append-only", "--filter", "./packages/*", "run", "build"]);
  if (code !== 0) throw new Error(`the build ended with exit code ${code}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = pnpm(process.argv.slice(2));
}
