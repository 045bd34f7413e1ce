import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Stop } from "./interrupted/child.ts";
import { isBuilt, runChild } from "./interrupted/child.ts";
import type { Found, Scene } from "./interrupted/scenes.ts";
import { VERBS, callIn, contentsOf, killOnce, makeScenes, same } from "./interrupted/scenes.ts";

/**
 * The command line killed at exact calls of the file system and at random, on full and read-only disks and beside programs
 * that hold a file open: the earlier result or the new one is there, whole, and nothing else is touched.
 *
 * `INTERRUPTED=all` kills every verb some fifty times and writes `docs/measurements/interrupted.md`; verbs by name are killed
 * as often and told on standard output. `INTERRUPTED_SEED` draws other points.
 */

const ASKED = process.env["INTERRUPTED"]?.split(",") ?? [];
const ALL = ASKED.length > 0;
const SEED = Number(process.env["INTERRUPTED_SEED"] ?? 1);
/** Kills at calls of each verb and at random, in all and in the sample, which takes one verb. */
const [EXACT, RANDOM] = ALL ? [42, 10] : [2, 0];
const KILLED = ALL
  ? VERBS.filter((verb) => ASKED.includes(verb) || ASKED.includes("all"))
  : [VERBS[(SEED - 1) % VERBS.length] ?? "plan"];
const PAGE = fileURLToPath(new URL("../../../docs/measurements/interrupted.md", import.meta.url));

let base = "";
let scenes: readonly Scene[] = [];

beforeAll(async () => {
  if (!isBuilt) return;
  base = await mkdtemp(join(tmpdir(), "lungang-scenes-"));
  scenes = await makeScenes(base, KILLED);
}, 240_000);
afterAll(() => rm(base, { recursive: true, force: true }));

/** A kill that was tried, and what was found. */
interface Tried {
  readonly verb: string;
  readonly point: string;
  readonly found: Found;
}

/** Returns numbers from 0 to 1, the same for the same seed. */
function numbersOf(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Returns every exact point of a verb, in an order drawn by the seed, and points at random while it runs. */
function pointsOf({ calls, ms }: Scene, random: () => number): readonly (readonly [string, Stop])[] {
  const exact = calls.flatMap((call, index): [string, Stop][] => {
    const hows = call === "writeFile" ? (["before", "half", "after"] as const) : (["before", "after"] as const);
    return hows.map((how) => [`${how} ${call} ${index + 1} of ${calls.length}`, { at: index + 1, how }]);
  });
  const drawn = exact.map((point) => ({ point, rank: random() })).sort((a, b) => a.rank - b.rank);
  const chosen = drawn.slice(0, EXACT).map(({ point }) => point);
  // Most of the time is spent before anything is written: half of the kills fall into the last tenth.
  const late = Array.from({ length: RANDOM }, (_, k): [string, Stop] => {
    const part = k % 2 === 0 ? 0.85 + 0.15 * random() : random();
    return ["at random", { afterMs: part * ms }];
  });
  return [...chosen, ...late];
}

async function tryAll(scene: Scene): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const points = pointsOf(scene, numbersOf(SEED + scene.verb.length));
  for (const [k, [point, stop]] of points.entries()) {
    const next = k % 4 === 3 ? "again" : "reader";
    let found = await killOnce(scene, stop, next);
    // How long a run takes was measured before; where the machine is quicker now the kill has to come sooner.
    for (let part = 0.6; "afterMs" in stop && !found.killed && part > 0.1; part *= 0.6)
      found = await killOnce(scene, { afterMs: stop.afterMs * part }, next);
    tried.push({ verb: scene.verb, point, found });
    // A campaign is long: what was found is told as it is found.
    if (ALL) console.log(`${scene.verb}, ${point}: ${found.set}${found.wrong === "" ? "" : `, WRONG: ${found.wrong}`}`);
  }
  return tried;
}

const told: Tried[] = [];

describe.skipIf(!isBuilt)("a command that is killed", () => {
  it.each(KILLED)(
    "as %s leaves the earlier result or the new one, and the next command goes on from it",
    async (verb) => {
      const scene = scenes.find((one) => one.verb === verb);
      if (scene === undefined) throw new Error(verb);
      expect(same(scene.before, scene.after)).toBe(false);
      expect(scene.calls.length).toBeGreaterThan(8);
      const tried = await tryAll(scene);
      told.push(...tried);
      expect(tried.filter(({ found }) => found.wrong !== "")).toEqual([]);
      for (const { found } of tried) expect(found).toMatchObject({ nextCode: 0, completed: true });
      // A call that clears what may be there is not made where nothing is: such a point is seldom not reached.
      const missed = tried.filter(({ point, found }) => point !== "at random" && !found.killed);
      expect(missed.length).toBeLessThanOrEqual(tried.length / 20);
      const ends = new Set(tried.map(({ found }) => found.set));
      const isEveryEnd = ends.has("before") && ends.has("after");
      expect(isEveryEnd || !ALL).toBe(true);
    },
    ALL ? 3_600_000 : 240_000,
  );
});

/** Whether small disks of their own can be made here, for example not in every container. */
function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const place = execFileSync("mktemp", ["-d"], { encoding: "utf8" }).trim();
  try {
    mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", place);
    execFileSync("umount", [place]);
    return true;
  } catch {
    return false;
  }
}

function mount(...args: readonly string[]): void {
  execFileSync("mount", args, { stdio: ["ignore", "ignore", "ignore"] });
}

/** The scene of a plan stands for all that write a set of files; the sample may be of another verb. */
const hasPlan = isBuilt && KILLED.includes("plan");
const disks = hasPlan && canMount();
/** Free space that is less than a plan and its copies need, from next to nothing to nearly enough. */
const ROOMS_KB = ALL ? [0, 4, 8, 16, 32, 64, 96] : [32];
const shortages: (readonly [string, string])[] = [];

async function onDisk(
  kilobytes: number | undefined,
  use: (folder: string, place: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(base, "disk-"));
  const place = join(folder, "plan");
  await mkdir(place);
  mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", place);
  try {
    const scene = scenes[0] as Scene;
    await cp(join(scene.folder, "county.xlsx"), join(folder, "county.xlsx"));
    await cp(join(scene.folder, "plan"), place, { recursive: true });
    if (kilobytes !== undefined) {
      // What is left of the disk is filled but for the room that is asked for.
      const told = execFileSync("df", ["-k", "--output=size,used", place], { encoding: "utf8" });
      const [total = 0, used = 0] = (told.split("\n")[1] ?? "").trim().split(/\s+/u).map(Number);
      await writeFile(join(place, "fill"), Buffer.alloc((total - used - kilobytes) * 1024));
    }
    await use(folder, place);
  } finally {
    execFileSync("umount", ["-l", place]);
  }
}

describe.skipIf(!disks)("a disk of its own (needs rights to mount)", () => {
  it.each(ROOMS_KB)(
    "with %i KB left keeps the earlier plan, and says why",
    async (kilobytes) => {
      await onDisk(kilobytes, async (folder, place) => {
        const before = await contentsOf(place);
        const { code, err } = await callIn(folder, (scenes[0] as Scene).argv);
        expect([code, err.includes("磁盘已满"), err.includes("原有文件没有改动")]).toEqual([2, true, true]);
        expect(await contentsOf(place)).toEqual(before);
        await rm(join(place, "fill"));
        expect((await callIn(folder, (scenes[0] as Scene).argv)).code).toBe(0);
      });
      shortages.push([`${kilobytes} KB left on the disk`, "exit 2, the earlier plan whole; done once there is room"]);
    },
    120_000,
  );

  it("that is read-only is refused before the solve, and read all the same", async () => {
    await onDisk(undefined, async (folder, place) => {
      const before = await contentsOf(place);
      mount("-o", "remount,ro", place);
      const { code, err } = await callIn(folder, (scenes[0] as Scene).argv);
      expect([code, err.includes("磁盘是只读的"), err.includes("求解")]).toEqual([2, true, false]);
      expect((await callIn(folder, (scenes[0] as Scene).reader)).code).toBe(0);
      expect(await contentsOf(place)).toEqual(before);
    });
    shortages.push(["read-only disk", "exit 2 before the solve; `verify` reads the earlier plan"]);
  }, 120_000);
});

describe.skipIf(!hasPlan)("a place that is not free", () => {
  it.each([
    [
      "another program has the workbook open",
      (plan: string) => writeFile(join(plan, ".~lock.轮岗方案.xlsx#"), ""),
      "表格软件中打开",
    ],
    [
      "a device has the name of a file",
      (plan: string) => rm(join(plan, "plan.json")).then(() => symlink("/dev/full", join(plan, "plan.json"))),
      "同名的文件夹、管道或设备",
    ],
  ] as const)("because %s is refused before the solve", async (what, change, said) => {
    const folder = await mkdtemp(join(base, "taken-"));
    const scene = scenes[0] as Scene;
    await cp(scene.folder, folder, { recursive: true });
    await change(join(folder, "plan"));
    const before = await contentsOf(join(folder, "years"));
    const { code, err } = await callIn(folder, scene.argv);
    expect([code, err.includes(said), err.includes("求解")]).toEqual([2, true, false]);
    expect(await contentsOf(join(folder, "years"))).toEqual(before);
    shortages.push([what, "exit 2 before the solve, nothing touched"]);
  });

  it.runIf(ALL)("because files may not grow that large leaves the earlier plan", async () => {
    const folder = await mkdtemp(join(base, "limited-"));
    const scene = scenes[0] as Scene;
    await cp(scene.folder, folder, { recursive: true });
    const limited = await runChild(scene.argv, { cwd: folder, limits: "ulimit -f 4" });
    expect(limited.code).not.toBe(0);
    expect((await callIn(folder, scene.reader)).code).toBe(0);
    expect(await contentsOf(folder)).toEqual(scene.before);
    shortages.push(["files of 4 blocks at most", `exit ${limited.code ?? "by a signal"}, the earlier plan whole`]);
  });
});

const HEADER = `# Interrupted commands

\`npm run interrupted\`: the built command line in processes of its own, over an earlier result, with a roster that somebody
edited and a file of his own beside. A process ends by SIGKILL before, after or in the middle of a call of the file system
(a module loaded before it counts them; half of a file is written then), or at a random moment, half of them in the last
part of its run. Then the next command is called, and everything that lies in the folder is compared byte by byte with what
lay there before and with what an undisturbed run leaves; then the command is called once more, and has to leave the latter.
`;

afterAll(async () => {
  if (!ALL || told.length === 0) return;
  const verbs = [...new Set(told.map(({ verb }) => verb))];
  const count = (verb: string, test: (tried: Tried) => boolean) =>
    told.filter((tried) => tried.verb === verb && test(tried)).length;
  const rows = verbs.map((verb) => [
    `\`${verb}\``,
    scenes.find((scene) => scene.verb === verb)?.calls.length ?? 0,
    count(verb, ({ point }) => point !== "at random"),
    count(verb, ({ point, found }) => point === "at random" && found.killed),
    count(verb, ({ found }) => found.set === "before"),
    count(verb, ({ found }) => found.set === "after"),
    count(verb, ({ found }) => found.set === "mixed" || !found.completed),
  ]);
  const kills = told.filter(({ found }) => found.killed).length;
  const head = [
    "verb",
    "calls",
    "killed at calls",
    "killed at random",
    "earlier result",
    "new result",
    "mixed or lost",
  ];
  const table = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const others = [["place", "found"], ["---", "---"], ...shortages].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const page = `${HEADER}\n${kills} kills, seed ${SEED}:\n\n${table}\n\nPlaces that cannot be written:\n\n${others}\n`;
  if (ASKED.includes("all")) await writeFile(PAGE, page);
  else console.log(page);
});
