import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFiles } from "../src/node.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lungang-write-"));
  await writeFile(join(folder, "a.txt"), "old");
});
afterEach(() => rm(folder, { recursive: true }));

describe("writeFiles", () => {
  it("makes the folders that names ask for", async () => {
    const files = [
      { name: "a.txt", content: "new" },
      { name: "2025/b.bin", content: Uint8Array.of(1, 2) },
    ];
    expect(await writeFiles(folder, files)).toEqual([join(folder, "a.txt"), join(folder, "2025/b.bin")]);
    expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("new");
    expect([...(await readFile(join(folder, "2025/b.bin")))]).toEqual([1, 2]);
    expect(await readdir(join(folder, "2025"))).toEqual(["b.bin"]);
  });

  it("leaves nothing behind when one of the files cannot be written", async () => {
    const files = [
      { name: "a.txt", content: "new" },
      { name: `${"x".repeat(300)}.txt`, content: "x" },
    ];
    await expect(writeFiles(folder, files)).rejects.toThrow("ENAMETOOLONG");
    expect(await readdir(folder)).toEqual(["a.txt"]);
    expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("old");
  });
});
