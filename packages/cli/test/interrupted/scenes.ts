import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { loadInstance } from "@lungang/core";
import { generateCounty } from "@lungang/synthetic";
import { readStamp, readXlsxBook, writeCounty, writeWorkbook } from "@lungang/tabular";
import { unframed } from "../unframed.ts";
import { run } from "../../src/index.ts";
import type { Stop } from "./child.ts";
import { callsOf, runChild } from "./child.ts";

/** A folder in which a command takes the place of an earlier result, and what has to be there whenever it is killed. */
export interface Scene {
  readonly verb: string;
  /** Folder with the county, the earlier result, and work of somebody; it is copied for every kill. */
  readonly folder: string;
  readonly argv: readonly string[];
  /** A command that reads what was written. */
  readonly reader: readonly string[];
  /** Everything that lies in the folder before and after. */
  readonly before: Contents;
  readonly after: Contents;
  /** Calls of the file system in their order. */
  readonly calls: readonly string[];
  /** How long the command runs, in milliseconds. */
  readonly ms: number;
}

/** SHA-256 by path of all files of a folder; empty folders end in a slash. */
export type Contents = Readonly<Record<string, string>>;

/** Returns what lies in a folder. */
export async function contentsOf(folder: string): Promise<Contents> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly [string, string]> => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      if (entry.isDirectory()) return [`${name}/`, ""];
      return [
        name,
        createHash("sha256")
          .update(await readFile(path))
          .digest("hex"),
      ];
    }),
  );
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const POLICY = ["--policy", "detailed-measures"] as const;
const NOTE = "我的记录.txt";

/** Verbs that are killed. */
export const VERBS = ["plan", "adopt", "years", "report"] as const;
type Verb = (typeof VERBS)[number];

/** Makes scenes below a folder: in each a command takes the place of an earlier result. */
export async function makeScenes(base: string, verbs: readonly Verb[]): Promise<readonly Scene[]> {
  const first = join(base, "first");
  const planYear = await makeCounty(first);
  await mustCall(["plan", "county.xlsx", ...POLICY, "--out", "plan"], first);
  await editRoster(join(first, "plan"));
  await mustCall(["adopt", "plan/改.xlsx", "--out", "采用"], first);
  await mustCall(["report", "采用/plan.json", "--only", "R1", "--out", "报表.xlsx"], first);
  await mustCall([...YEARS, "--years", "2", "--out", "years"], first);
  const given: Readonly<Record<Verb, Pick<Scene, "argv" | "reader">>> = {
    plan: {
      argv: ["plan", "county.xlsx", ...POLICY, "--set", "quotaShare=15%", "--out", "plan"],
      reader: ["verify", "plan/plan.json"],
    },
    adopt: {
      argv: ["adopt", "plan/改.xlsx", "--lang", "en", "--out", "采用"],
      reader: ["verify", "采用/plan.json"],
    },
    // A year less than before: files are removed as well.
    years: {
      argv: [...YEARS, "--years", "1", "--seed", "2", "--out", "years"],
      reader: ["verify", `years/${planYear}/plan.json`],
    },
    report: {
      argv: ["report", "采用/plan.json", "--out", "报表.xlsx"],
      reader: ["report", "采用/plan.json", "--only", "R1", "--json"],
    },
  };
  const scenes: Scene[] = [];
  for (const verb of verbs) scenes.push(await scene(base, first, { verb, ...given[verb] }));
  return scenes;
}

const YEARS = ["years", "county.xlsx", ...POLICY, "--method", "rolling"] as const;

/** Writes a county and a file of somebody into a folder; returns the year that is planned. */
async function makeCounty(folder: string): Promise<number> {
  const loaded = loadInstance(generateCounty({ seed: "kill", schools: 4, people: 60 }));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  await mkdir(folder);
  await writeFile(join(folder, "county.xlsx"), await writeCounty(loaded.value));
  await writeFile(join(folder, NOTE), "somebody's own");
  return loaded.value.planYear;
}

/** Writes a copy of the roster in which somebody has cleared all distances. */
async function editRoster(folder: string): Promise<void> {
  const bytes = await readFile(join(folder, "轮岗方案.xlsx"));
  const [book, stamp] = [await readXlsxBook(bytes), await readStamp(bytes)];
  const sheets = (book.ok ? book.value.sheets : [])
    .map(({ name, rows: all }) => ({ name, rows: unframed(all) }))
    .map(({ name, rows: [header = [], ...rows] }) => ({
      name,
      columns: header.map((title) => ({ header: String(title ?? "") })),
      rows: rows.map((row) => row.map((cell, at) => (header[at] === "距离（公里）" ? null : cell))),
    }));
  await writeFile(join(folder, "改.xlsx"), await writeWorkbook(sheets, stamp === undefined ? {} : { stamp }));
}

/** Calls the command line in this process, where everything is loaded already. */
export async function callIn(
  cwd: string,
  argv: readonly string[],
): Promise<{ readonly code: number; readonly err: string }> {
  let err = "";
  const code = await run(argv, {
    stdout: { write: () => true },
    stderr: { write: (text) => (err += text) },
    env: {},
    cwd,
  });
  return { code, err };
}

async function mustCall(argv: readonly string[], cwd: string): Promise<void> {
  const { code, err } = await callIn(cwd, argv);
  if (code !== 0) throw new Error(`${argv.join(" ")}: ${code}\n${err}`);
}

async function scene(base: string, first: string, given: Pick<Scene, "verb" | "argv" | "reader">): Promise<Scene> {
  const [counted, done] = [await mkdtemp(join(base, "counted-")), await mkdtemp(join(base, "done-"))];
  for (const folder of [counted, done]) await cp(first, folder, { recursive: true });
  const before = await contentsOf(first);
  const { calls, ms } = await callsOf(given.argv, counted);
  await mustCall(given.argv, done);
  const after = await contentsOf(done);
  if (!same(await contentsOf(counted), after)) throw new Error(`${given.verb} differs in a process of its own`);
  await rm(counted, { recursive: true });
  return { ...given, folder: first, before, after, calls, ms };
}

/** What was found after a kill. */
export interface Found {
  /** What lay there after the next command had been called. */
  readonly set: "before" | "after" | "mixed";
  /** Whether the process was killed, and not done before. */
  readonly killed: boolean;
  /** Whether the next command did what it does. */
  readonly nextCode: number;
  /** Whether the command, called again, left what it leaves when nothing kills it. */
  readonly completed: boolean;
  /** What was not as it should be, for whoever reads of it. */
  readonly wrong: string;
}

/** Kills a command at a point, calls the next one, looks at what is there, and calls the first again. */
export async function killOnce(scene: Scene, stop: Stop, next: "reader" | "again"): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), "lungang-killed-"));
  try {
    await cp(scene.folder, folder, { recursive: true });
    const ended = await runChild(scene.argv, { cwd: folder, stop });
    const killed = ended.code === null;
    if (next === "again") return await again(scene, folder, killed);
    const read = await callIn(folder, scene.reader);
    const there = await contentsOf(folder);
    const set = same(there, scene.before) ? "before" : same(there, scene.after) ? "after" : "mixed";
    const found = await again(scene, folder, killed);
    const wrong = set === "mixed" ? differences(scene, there) : read.code === 0 ? "" : read.err;
    return { ...found, set, nextCode: read.code, wrong: `${wrong}${found.wrong}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function again({ argv, after }: Scene, folder: string, killed: boolean): Promise<Found> {
  const ended = await callIn(folder, argv);
  const there = await contentsOf(folder);
  const completed = ended.code === 0 && same(there, after);
  const wrong = completed ? "" : `${ended.err}\n${JSON.stringify(there)}`;
  return { set: completed ? "after" : "mixed", killed, nextCode: ended.code, completed, wrong };
}

export function same(a: Contents, b: Contents): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function differences({ before, after }: Scene, there: Contents): string {
  const names = [...new Set([before, after, there].flatMap((contents) => Object.keys(contents)))];
  const odd = names.filter((name) => there[name] !== before[name] || there[name] !== after[name]);
  return odd
    .map(
      (name) => `${name}: ${there[name] === before[name] ? "before" : there[name] === after[name] ? "after" : "other"}`,
    )
    .join("; ");
}
