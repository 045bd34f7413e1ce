import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { builtinModules } from "node:module";
import { compareText } from "@lungang/core";
import { describe, expect, it } from "vitest";

/** What the main entry loads, followed from file to file through all packages: nothing of it may be of Node. */

const packages = fileURLToPath(new URL("../..", import.meta.url));

const IMPORT = /^(?:import|export)\s(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gmu;

interface Found {
  readonly files: ReadonlySet<string>;
  /** Files that name a module of Node. */
  readonly ofNode: readonly string[];
}

/** Follows imports from a file; types are erased and lead nowhere. */
function follow(entry: string): Found {
  const files = new Set<string>();
  const ofNode = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const name of importsOf(file)) {
      if (isOfNode(name)) ofNode.add(relative(packages, file));
      const target = targetOf(name, file);
      if (target !== undefined) open.push(target);
    }
  }
  return { files, ofNode: [...ofNode].sort() };
}

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, given, loaded]) => given ?? loaded ?? "");
}

function isOfNode(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}

/** Returns the file behind an import of ours; libraries are not followed. */
function targetOf(name: string, file: string): string | undefined {
  if (name.startsWith(".")) return resolve(dirname(file), name);
  const [, folder, door = ""] = /^(?:@lungang\/)?([\w-]+)(?:\/(.*))?$/u.exec(name) ?? [];
  if (folder === undefined || !(name.startsWith("@lungang/") || name.startsWith("lungang"))) return undefined;
  const manifest = JSON.parse(readFileSync(resolve(packages, folder, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, { readonly "@lungang/source"?: string }>>;
  };
  const source = manifest.exports[door === "" ? "." : `./${door}`]?.["@lungang/source"];
  return source === undefined ? undefined : resolve(packages, folder, source);
}

describe("the main entry", () => {
  const { files, ofNode } = follow(resolve(packages, "lungang/src/index.ts"));

  it("reaches core, policies, tabular, report, years, explain and appointment, and no solver", () => {
    const reached = new Set([...files].map((file) => relative(packages, file).split("/")[0] ?? ""));
    expect([...reached].sort(compareText)).toEqual([
      "appointment",
      "core",
      "explain",
      "geo",
      "lungang",
      "policies",
      "procedure",
      "program",
      "report",
      "tabular",
      "years",
    ]);
    for (const file of files) expect(existsSync(file)).toBe(true);
  });

  it("touches Node nowhere but in what waits for an entry of its own", () => {
    expect(ofNode).toEqual([]);
  });
});

describe("the entry for Node", () => {
  it("is where files and threads come in", () => {
    const { files, ofNode } = follow(resolve(packages, "lungang/src/node.ts"));
    expect(ofNode).toContain("lungang/src/node/output/write-files.ts");
    expect([...files].some((file) => file.includes("solver-highs"))).toBe(true);
  });
});
