import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const PACKAGES = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const ENTRIES = ["tabular", "policies"];
/** Names that exist on Node and not in a browser. */
const NODE_GLOBALS = new Set(["Buffer", "process", "require", "__dirname", "__filename", "setImmediate", "NodeJS"]);

/** What the files that an entry loads, directly or not, take from Node, as `file: name`. */
function takenFromNode(entry: string, read = (path: string) => readFileSync(path, "utf8")): readonly string[] {
  const seen = new Set<string>();
  const taken: string[] = [];
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = read(path);
    for (const { fileName: name } of ts.preProcessFile(text, true, true).importedFiles) {
      const own = ownFile(path, name);
      if (own !== undefined) waiting.push(own);
      else if (isBuiltin(name)) taken.push(`${path.slice(PACKAGES.length + 1)}: ${name}`);
    }
    taken.push(...globalsIn(text).map((name) => `${path.slice(PACKAGES.length + 1)}: ${name}`));
  }
  return taken;
}

/** Returns the file of our own that an import loads; libraries are looked at by their own tests in browsers. */
function ownFile(from: string, name: string): string | undefined {
  return name.startsWith(".") ? resolve(dirname(from), name) : undefined;
}

function globalsIn(text: string): readonly string[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const isMember =
      node.parent !== undefined && ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (ts.isIdentifier(node) && !isMember && NODE_GLOBALS.has(node.text)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

test.each(ENTRIES)("nothing that the main entry of %s loads is of Node", (name) => {
  expect(takenFromNode(resolve(PACKAGES, name, "src/index.ts"))).toEqual([]);
});

test("an import or a global of Node anywhere in the graph is found", () => {
  const entry = resolve(PACKAGES, "policies/src/index.ts");
  const changed = (extra: string) => (path: string) =>
    path.endsWith("/load.ts") ? `${readFileSync(path, "utf8")}\n${extra}` : readFileSync(path, "utf8");
  const found = (extra: string) => takenFromNode(entry, changed(extra));
  expect(found('import { readFileSync } from "node:fs";')).toEqual(["policies/src/load.ts: node:fs"]);
  expect(found('export * from "fs";')).toEqual(["policies/src/load.ts: fs"]);
  expect(found('await import("node:path");')).toEqual(["policies/src/load.ts: node:path"]);
  expect(found("Buffer.from([]);")).toEqual(["policies/src/load.ts: Buffer"]);
});

test("the entries for Node do need Node, so the search sees what it should", () => {
  expect(takenFromNode(resolve(PACKAGES, "tabular/src/node/index.ts")).length).toBeGreaterThan(3);
  expect(takenFromNode(resolve(PACKAGES, "policies/src/node.ts")).length).toBeGreaterThan(1);
});
