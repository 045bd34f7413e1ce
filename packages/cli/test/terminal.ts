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
  /** Calls and interrupts as soon as standard error shows a text. */
  readonly callUntil: (text: string, ...argv: string[]) => Promise<Called>;
  readonly path: (name: string) => string;
}

/** Opens a terminal with an empty folder; Chinese unless the call says otherwise. */
export function openTerminal(env: Readonly<Record<string, string>> = {}): Terminal {
  const folder = mkdtempSync(join(tmpdir(), "lungang-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const call = async (argv: readonly string[], until?: string): Promise<Called> => {
    const controller = new AbortController();
    let out = "";
    let err = "";
    const code = await run(argv, {
      stdout: { write: (text) => (out += text) },
      stderr: {
        write: (text) => {
          err += text;
          if (until !== undefined && err.includes(until)) controller.abort();
        },
      },
      env,
      cwd: folder,
      signal: controller.signal,
    });
    return { code, out, err };
  };
  return {
    folder,
    call: (...argv) => call(argv),
    callUntil: (text, ...argv) => call(argv, text),
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
