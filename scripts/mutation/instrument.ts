import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import type { Plugin } from "vitest/config";
import { filesOf } from "./parts.ts";
import type { MutationPart } from "./parts.ts";

/** A change of the code, switched on by its id. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  /** Lines and columns from 0. */
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const silent = { isDebugEnabled: () => false, debug: () => {}, info: () => {} };

/**
 * Returns a plugin that gives tests the code of a part with every mutant in it, all switched off, and `vitest` as it is kept in
 * `collected.ts`. The list of mutants is written to `list`.
 */
export async function mutated({ mutate }: MutationPart, list: string): Promise<Plugin> {
  const files = filesOf(mutate)
    .filter((file) => !file.endsWith(".test.ts"))
    .map((name) => ({ name: resolve(name), content: readFileSync(name, "utf8"), mutate: true }));
  const instrumenter = new Instrumenter(silent as unknown as ConstructorParameters<typeof Instrumenter>[0]);
  const made = await instrumenter.instrument(files, { plugins: null, ignorers: [], excludedMutations: [] });
  mkdirSync(resolve(list, ".."), { recursive: true });
  writeFileSync(list, JSON.stringify(made.mutants));
  const code = new Map(made.files.map(({ name, content }) => [name, countingAll(content)]));
  return {
    name: "mutants",
    enforce: "pre",
    load: (id) => code.get(id.replace(/\?.*$/u, "")),
    resolveId: (id, importer) =>
      id === "vitest" && importer?.includes("/packages/") === true
        ? resolve(import.meta.dirname, "collected.ts")
        : undefined,
  };
}

/** A loop that no longer ends may not come by the mutant itself again: every switch that is asked counts, of whichever mutant. */
function countingAll(content: string): string {
  const asked = "function isActive(id) {";
  // A file of types alone has no mutant and no switch.
  if (!content.includes("stryMutAct")) return content;
  if (!content.includes(asked)) throw new Error("The instrumenter writes its switches in another way");
  return content.replace(asked, `${asked} if (++ns.asked > ns.askedLimit) throw new Error("Endless");`);
}
