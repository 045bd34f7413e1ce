import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFiles } from "./load-files.ts";

/** A program of every POSIX system. */
const MAKE_PIPE = "mkfifo";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lungang-load-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function codes(path: string): Promise<readonly string[]> {
  const loaded = await loadFiles(path);
  return loaded.ok ? ["loaded"] : loaded.issues.map((issue) => issue.code);
}

describe("loadFiles", () => {
  test("loads the sheets of a folder and names what else lies there", async () => {
    await writeFile(join(folder, "学校.csv"), "a");
    await writeFile(join(folder, "人员.CSV"), "b");
    await writeFile(join(folder, "照片.png"), "c");
    await mkdir(join(folder, "旧"));
    const loaded = await loadFiles(folder);
    expect(loaded.ok && loaded.value.files.map((file) => file.name).sort()).toEqual(["人员.CSV", "学校.csv"]);
    expect(loaded.ok && loaded.value.unread).toEqual(["旧", "照片.png"]);
  });

  test("says what is no file", async () => {
    expect(await codes(join(folder, "nowhere.xlsx"))).toEqual(["file-not-found"]);
    expect(await codes(join(folder, "学校.csv", "x"))).toEqual(["file-not-found"]);
  });

  test.skipIf(process.platform === "win32")("refuses pipes and devices instead of waiting for them", async () => {
    const pipe = join(folder, "pipe.xlsx");
    execFileSync(MAKE_PIPE, [pipe, join(folder, "状态.csv")]);
    expect(await codes(pipe)).toEqual(["not-a-file"]);
    expect(await codes("/dev/zero")).toEqual(["not-a-file"]);
    expect(await codes(folder)).toEqual(["not-a-file"]);
  });

  test("refuses a file beyond the limit without loading the rest of it", async () => {
    const large = join(folder, "large.xlsx");
    await writeFile(large, new Uint8Array(21 * 2 ** 20));
    expect(await codes(large)).toEqual(["file-too-large"]);
  });
});
