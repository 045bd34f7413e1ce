import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadInstance } from "@lungang/core";
import type { Instance } from "@lungang/core";
import { generateCounty } from "@lungang/synthetic";
import { afterAll } from "vitest";
import { run } from "../src/index.ts";
import type { ExitCode } from "../src/index.ts";

/** What one call of the command line did. */
export interface Called {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own in which the command line is called; it is removed when the test file ends. */
export interface Terminal {
  readonly folder: string;
  readonly call: (...argv: string[]) => Promise<Called>;
  readonly callWith: (signal: AbortSignal, ...argv: string[]) => Promise<Called>;
  readonly path: (name: string) => string;
}

/** Opens a terminal with an empty folder; Chinese unless the call says otherwise. */
export function openTerminal(env: Readonly<Record<string, string>> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), "lungang-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const call = async (argv: readonly string[], signal?: AbortSignal): Promise<Called> => {
    let out = "";
    let err = "";
    const code = await run(argv, {
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      env,
      cwd: folder,
      ...(signal === undefined ? {} : { signal }),
    });
    return { code, out, err };
  };
  return {
    folder,
    call: (...argv) => call(argv),
    callWith: (signal, ...argv) => call(argv, signal),
    path: (name) => join(folder, name),
  };
}

/** Returns a small made-up county. */
export function smallCounty(schools = 6, people = 150): Instance {
  const loaded = loadInstance(generateCounty({ seed: "cli", schools, people }));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  return loaded.value;
}

/** Writes a document as JSON into the folder of a terminal and returns its name. */
export async function writeJson({ path }: Terminal, name: string, document: unknown): Promise<string> {
  await writeFile(path(name), JSON.stringify(document));
  return name;
}
