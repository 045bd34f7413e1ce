import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import type { CollectedTest } from "./collected.ts";
import { collected, hooks } from "./collected.ts";
import type { Mutant } from "./instrument.ts";
import { PARTS, filesOf } from "./parts.ts";

/** What became of a mutant; `started` alone is one at which the process had to be ended. */
export interface Fate {
  readonly id: string;
  readonly fate: "started" | "killed" | "survived" | "uncovered" | "static" | "endless";
  readonly by?: string;
}

/** The switches that the instrumenter puts into the code read and write these. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  /** Switches asked, of whichever mutant, and how many may be. */
  asked?: number;
  askedLimit?: number;
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> };
}

type Hits = Record<string, number>;

const switches = ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {});
const name = process.env["MUTATION_PART"] ?? "";
const folder = process.env["MUTATION_FOLDER"] ?? "";
/** What was missed is tried again with the tests that take longer. */
const isAgain = process.env["MUTATION_AGAIN"] === "1";
/** Milliseconds of tests that one mutant may take, as they take without it. */
const MOST = 20_000;

/** How many more switches are asked than without a mutant before somebody says that it never ends. */
const ENDLESS = { least: 200_000, times: 30 };

interface Timed extends CollectedTest {
  readonly covers: Hits;
  readonly asked: number;
  readonly milliseconds: number;
}

/** Runs every test as it is: how long it takes and which mutants it comes by. */
async function timed(): Promise<readonly Timed[]> {
  const tests: Timed[] = [];
  for (const [at, one] of collected.entries()) {
    Object.assign(switches, { currentTestId: String(at), asked: 0, askedLimit: Infinity });
    const start = performance.now();
    await one.run();
    const covers = switches.mutantCoverage?.perTest[String(at)] ?? {};
    tests.push({ ...one, covers, asked: switches.asked ?? 0, milliseconds: performance.now() - start });
  }
  switches.currentTestId = undefined;
  return tests;
}

/** How many mutants each test has noticed so far. */
const noticed = new Map<string, number>();

/** What has noticed most per millisecond comes first, then the quickest. */
const byNotice = (a: Timed, b: Timed) => yieldOf(b) - yieldOf(a) || a.milliseconds - b.milliseconds;
const yieldOf = ({ name: by, milliseconds }: Timed) => (noticed.get(by) ?? 0) / (1 + milliseconds);

/** The same order in every run and in no file's order: a run that is ended early leaves a fair sample. */
function shuffled(mutants: readonly Mutant[]): readonly Mutant[] {
  const place = ({ id }: Mutant) => (Number(id) * 40_503) % 65_537;
  return mutants.toSorted((a, b) => place(a) - place(b));
}

/** As many tests as one mutant may take, from the quickest. */
function quickest(tests: readonly Timed[]): Timed[] {
  let sum = 0;
  return tests
    .toSorted((a, b) => a.milliseconds - b.milliseconds)
    .filter(({ milliseconds }) => (sum += milliseconds) <= MOST);
}

/** Returns which mutants are to be tried: those not tried yet, or again those that were missed. */
function isOpenIn(file: string): (mutant: Mutant) => boolean {
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
  const last = new Map(lines.map((line) => JSON.parse(line) as Fate).map(({ id, fate }) => [id, fate]));
  if (!isAgain) return ({ id }) => !last.has(id);
  return ({ id }) => last.get(id) === "survived" || last.get(id) === "uncovered";
}

/** Tries the tests that come by a mutant until one fails. */
async function fateOf(id: string, tests: readonly Timed[]): Promise<Fate> {
  const covering = quickest(tests.filter(({ covers }) => covers[id] !== undefined)).sort(byNotice);
  if (covering.length === 0)
    return { id, fate: switches.mutantCoverage?.static[id] === undefined ? "uncovered" : "static" };
  switches.activeMutant = id;
  try {
    for (const { name: by, run, asked } of covering) {
      const askedLimit = ENDLESS.least + ENDLESS.times * asked;
      Object.assign(switches, { asked: 0, askedLimit });
      try {
        await run();
      } catch {
        noticed.set(by, (noticed.get(by) ?? 0) + 1);
        return { id, fate: (switches.asked ?? 0) > askedLimit ? "endless" : "killed", by };
      }
    }
    return { id, fate: "survived" };
  } finally {
    switches.activeMutant = undefined;
  }
}

test("mutants", { timeout: 0 }, async () => {
  const part = PARTS[name];
  if (part === undefined) throw new Error(`No part is called "${name}"`);
  const fates = resolve(folder, `${name}.jsonl`);
  const isOpen = isOpenIn(fates);
  const globs = process.env["MUTATION_TESTS"]?.split(" ") ?? (isAgain ? (part.slowTests ?? []) : part.tests);
  for (const file of filesOf(globs)) await import(/* @vite-ignore */ resolve(file));
  for (const hook of hooks.before) await hook();
  const tests = await timed();
  const mutants = JSON.parse(readFileSync(resolve(folder, `${name}.mutants.json`), "utf8")) as readonly Mutant[];
  const write = (fate: Fate) => appendFileSync(fates, `${JSON.stringify(fate)}\n`);
  for (const { id } of shuffled(mutants).filter(isOpen)) {
    write({ id, fate: "started" });
    write(await fateOf(id, tests));
  }
  for (const hook of hooks.after) await hook();
  expect(mutants.length).toBeGreaterThan(0);
});
