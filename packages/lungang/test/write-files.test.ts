import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import type * as Files from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OutFile } from "../src/index.ts";
import type { WriteOptions } from "../src/node.ts";
import { checkOutput, readPlanFile, sourcesOf, writeFiles } from "../src/node.ts";

/** A disk that stops at a chosen step, and from there on for good, as for a program that is killed there. */
const disk = vi.hoisted(() => ({ steps: 0, stopAt: Infinity, error: "EKILLED", forGood: true }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof Files>();
  const counted = ["writeFile", "rename", "rm", "rmdir", "mkdir", "copyFile"] as const;
  const stopping = counted.map((name) => {
    const call = real[name] as (...given: unknown[]) => Promise<unknown>;
    const stop = (...given: unknown[]) => {
      disk.steps++;
      const stops = disk.forGood ? disk.steps >= disk.stopAt : disk.steps === disk.stopAt;
      return stops ? Promise.reject(Object.assign(new Error(disk.error), { code: disk.error })) : call(...given);
    };
    return [name, stop];
  });
  return { ...real, ...(Object.fromEntries(stopping) as object) };
});

function diskStops(at: number, error = "EKILLED", forGood = true) {
  Object.assign(disk, { steps: 0, stopAt: at, error, forGood });
}

let folder = "";
beforeEach(async () => {
  diskStops(Infinity);
  folder = await mkdtemp(join(tmpdir(), "lungang-write-"));
});
afterEach(async () => {
  diskStops(Infinity);
  await rm(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const OLD = [
  { name: "plan.json", content: "old plan" },
  { name: "2025/roster.txt", content: "old roster" },
  { name: "2024/gone.txt", content: "gone" },
];
const NEW = [
  { name: "plan.json", content: "new plan" },
  { name: "2025/roster.txt", content: Uint8Array.from(Buffer.from("new roster")) },
  { name: "2026/more.txt", content: "more" },
];

/** Writes files as a set that takes the place of the one before. */
const writeSet = (files: readonly OutFile[], options: WriteOptions = {}) =>
  writeFiles(folder, files, { set: "years", ...options });

/** Names and texts of everything in the folder but the record. */
async function contents(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== ".lungang-record.json");
  const texts = await Promise.all(files.map(async (file) => readFile(join(file.parentPath, file.name), "utf8")));
  const named = files.map((file, k) => [join(file.parentPath, file.name).slice(folder.length + 1), texts[k] ?? ""]);
  return Object.fromEntries(named) as Record<string, string>;
}

const BEFORE = { "plan.json": "old plan", "2025/roster.txt": "old roster", "2024/gone.txt": "gone" };
const AFTER = { "plan.json": "new plan", "2025/roster.txt": "new roster", "2026/more.txt": "more" };

describe("writeFiles", () => {
  it("makes the folders that names ask for, and replaces what it wrote itself", async () => {
    expect((await writeSet(OLD)).ok).toBe(true);
    const written = await writeSet(NEW);
    expect(written.ok && written.value).toEqual(NEW.map(({ name }) => at(name)));
    expect(await contents()).toEqual(AFTER);
  });

  it("removes what the set before has left and the new one has no place for, and says so", async () => {
    await writeSet(OLD);
    await writeFiles(folder, [{ name: "other.txt", content: "of another set" }], { set: "other" });
    const asked = await checkOutput(
      folder,
      NEW.map(({ name }) => name),
      { set: "years" },
    );
    const said = [{ code: "earlier-set-removed", message: { zh: expect.stringContaining("2024/gone.txt") as string } }];
    expect(asked).toMatchObject({ ok: true, warnings: said });
    expect(await contents()).toMatchObject(BEFORE);
    expect(await writeSet(NEW)).toMatchObject({ ok: true, warnings: said });
    expect(await contents()).toEqual({ ...AFTER, "other.txt": "of another set" });
    expect(await readdir(folder)).not.toContain("2024");
    expect(await writeSet(NEW)).toMatchObject({ ok: true, warnings: [] });
  });

  it("keeps a left file that somebody changed, and a folder in which something else lies", async () => {
    await writeSet(OLD);
    await writeFile(at("2024/gone.txt"), "edited");
    await writeFile(at("2024/mine.txt"), "mine");
    const kept = await writeSet(NEW);
    expect(kept.ok ? [] : kept.issues.map(({ code, place }) => [code, place?.file])).toEqual([
      ["changed-by-hand", at("2024/gone.txt")],
    ]);
    expect((await writeSet(NEW, { force: true })).ok).toBe(true);
    expect(await contents()).toEqual({ ...AFTER, "2024/mine.txt": "mine" });
  });

  it("puts on record what files were made from, wherever both are moved together", async () => {
    await mkdir(at("out"));
    await writeFile(at("county.xlsx"), "county");
    const made = [{ name: "2025/plan.json", content: "{}" }];
    await writeFiles(at("out"), made, { madeFrom: { county: at("county.xlsx") } });
    const county = { county: at("county.xlsx") };
    expect(await sourcesOf("out/2025/plan.json", { folder })).toEqual(county);
    await writeFile(at("out/copy.xlsx"), "a copy beside");
    expect(await sourcesOf("out/copy.xlsx", { folder })).toEqual(county);
    await rename(at("out"), at("moved"));
    expect(await sourcesOf("moved/2025/plan.json", { folder })).toEqual(county);
    await writeFiles(at("moved"), [{ name: "other.json", content: "{}" }], { madeFrom: { county: at("other.xlsx") } });
    // Two counties on record say nothing of a file that is on none, and one that is gone is none.
    expect(await sourcesOf("moved/copy.xlsx", { folder })).toEqual({});
    expect(await sourcesOf("moved/other.json", { folder })).toEqual({});
    expect(await sourcesOf("county.xlsx", { folder })).toEqual({});
  });

  it("leaves alone what a program that still runs is getting ready, and takes away what an ended one left", async () => {
    await writeSet(OLD);
    await mkdir(at(".lungang-pending"));
    const running = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    try {
      await writeFile(at(".lungang-pending/owner.json"), JSON.stringify({ process: running.pid }));
      await readPlanFile("plan.json", { folder });
      expect(await readdir(folder)).toContain(".lungang-pending");
      expect(await writeSet(NEW)).toMatchObject({ ok: false, issues: [{ code: "cannot-write" }] });
    } finally {
      running.kill();
      await once(running, "exit");
    }
    await readPlanFile("plan.json", { folder });
    expect(await readdir(folder)).not.toContain(".lungang-pending");
    expect(await contents()).toEqual(BEFORE);
  });

  it("leaves nothing behind when one of the files cannot be written", async () => {
    await writeSet(OLD);
    const written = await writeSet([...NEW, { name: `${"x".repeat(300)}.txt`, content: "x" }]);
    expect(written.ok ? [] : written.issues).toMatchObject([{ code: "cannot-write" }]);
    expect(await contents()).toEqual(BEFORE);
  });

  it("keeps what somebody changed or put there, unless it is told to overwrite it", async () => {
    await writeSet(OLD);
    await writeFile(at("2025/roster.txt"), "edited");
    await mkdir(at("2026"));
    await writeFile(at("2026/more.txt"), "mine");
    const kept = await writeSet(NEW);
    expect(kept.ok ? [] : kept.issues.map(({ code, place }) => [code, place?.file])).toEqual([
      ["changed-by-hand", at("2025/roster.txt")],
      ["changed-by-hand", at("2026/more.txt")],
    ]);
    expect(await contents()).toEqual({ ...BEFORE, "2025/roster.txt": "edited", "2026/more.txt": "mine" });
    expect((await writeSet(NEW, { force: true })).ok).toBe(true);
    expect(await contents()).toEqual(AFTER);
  });

  it.each([
    [".~lock.plan.json#", "file-open"],
    ["~$plan.json", "file-open"],
    ["~$an.json", "file-open"],
  ])("sees by %s that a program has a file open", async (mark, code) => {
    await writeSet(OLD);
    await writeFile(at(mark), "");
    const kept = await writeSet(NEW, { force: true });
    expect(kept.ok ? [] : kept.issues.map((issue) => issue.code)).toEqual([code]);
  });
});

describe("a program that is killed while it writes", () => {
  it("leaves the old set or the new one at every step, whatever else was going on", async () => {
    await writeSet(OLD);
    diskStops(Infinity);
    await writeSet(NEW);
    const steps = disk.steps;
    expect(steps).toBeGreaterThan(15);
    const ends = new Set<string>();
    for (let stop = 1; stop <= steps; stop++) {
      diskStops(Infinity);
      await rm(folder, { recursive: true });
      await writeSet(OLD);
      diskStops(stop);
      await writeSet(NEW);
      // Where the first command of a new process is killed as well, the one after it finds the same.
      for (let again = 1; again <= 4; again++) {
        diskStops(again);
        await checkOutput(folder, []);
      }
      diskStops(Infinity);
      const checked = await checkOutput(folder, []);
      expect(checked.ok).toBe(true);
      const found = await contents();
      expect([BEFORE, AFTER]).toContainEqual(found);
      ends.add(JSON.stringify(found));
      // The record goes with the set: nothing is taken for the work of somebody else.
      expect((await writeSet(OLD)).ok).toBe(true);
      expect((await readdir(folder)).filter((name) => /pending|done|probe|part/u.test(name))).toEqual([]);
    }
    expect(ends.size).toBe(2);
  });

  it("leaves nothing of what it only tried with, once somebody reads from the folder", async () => {
    await writeSet(OLD);
    await mkdir(join(folder, ".lungang-probe"));
    await readPlanFile(join(folder, "plan.json"));
    expect((await readdir(folder)).filter((name) => name.includes("probe"))).toEqual([]);
  });

  it("has its set completed by whoever reads from the folder", async () => {
    await writeSet(OLD);
    diskStops(Infinity);
    await writeSet(NEW);
    const steps = disk.steps;
    await writeSet(OLD);
    diskStops(steps - 5);
    await writeSet(NEW);
    diskStops(Infinity);
    await readPlanFile(at("plan.json"));
    expect(await contents()).toEqual(AFTER);
  });

  it("keeps what somebody wrote before the set was completed", async () => {
    await writeSet(OLD);
    diskStops(Infinity);
    await writeSet(NEW);
    const last = disk.steps;
    for (let stop = 1; stop <= last; stop++) {
      diskStops(Infinity);
      await rm(folder, { recursive: true });
      await writeSet(OLD);
      diskStops(stop);
      await writeSet(NEW);
      diskStops(Infinity);
      await writeFile(at("plan.json"), "edited");
      await checkOutput(folder, []);
      expect(Object.values(await contents())).toContain("edited");
    }
  });
});

describe("a disk that fails", () => {
  it.each(["ENOSPC", "EIO", "EROFS", "EBUSY"])(
    "with %s at any step leaves all or nothing, and says why",
    async (error) => {
      await writeSet(OLD);
      diskStops(Infinity);
      await writeSet(NEW);
      const steps = disk.steps;
      for (let stop = 1; stop <= steps; stop++) {
        diskStops(Infinity);
        await rm(folder, { recursive: true });
        await writeSet(OLD);
        diskStops(stop, error, false);
        const written = await writeSet(NEW);
        const told = written.ok ? [] : written.issues.map(({ code, advice }) => [code, advice !== undefined]);
        diskStops(Infinity);
        const settled = await checkOutput(folder, []);
        expect([settled.ok, [BEFORE, AFTER].map((set) => JSON.stringify(set))]).toContainEqual(expect.anything());
        expect([BEFORE, AFTER]).toContainEqual(await contents());
        expect(written.ok ? [["cannot-write", true]] : told).toEqual([["cannot-write", true]]);
      }
    },
  );
});

describe("checkOutput", () => {
  it.each([
    ["a device", () => "/dev/null"],
    ["a folder of the system", () => "/proc/lungang"],
    ["a file", () => at("file")],
    ["a folder below a file", () => at("file/deep/er")],
    ["a name that is too long", () => at("x".repeat(300))],
  ])("refuses %s before anything is solved", async (_what, place) => {
    await writeFile(at("file"), "");
    const checked = await checkOutput(place(), ["plan.json"]);
    expect(checked.ok ? [] : checked.issues.map(({ code, advice }) => [code, typeof advice])).toEqual([
      ["cannot-write", "object"],
    ]);
  });

  it("refuses a folder or a device in the place of a file", async () => {
    await mkdir(at("plan.json"));
    await symlink("/dev/null", at("other.json"));
    const checked = await checkOutput(folder, ["plan.json", "other.json"], { force: true });
    expect(checked.ok ? [] : checked.issues).toHaveLength(2);
  });

  it("makes no folder", async () => {
    expect((await checkOutput(at("a/b"), ["plan.json"])).ok).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("refuses a folder that may not be written", async () => {
    await chmod(folder, 0o500);
    expect((await checkOutput(folder, ["plan.json"])).ok).toBe(false);
    await chmod(folder, 0o700);
  });
});
