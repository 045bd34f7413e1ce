import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeTemplate } from "@lungang/tabular";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * The batch files, as far as a machine without Windows can tell: what Windows reads wrongly is not in them, and what they
 * call works from folders with spaces, without a shell.
 */

const WINDOWS = join(import.meta.dirname, "../windows");
const run = promisify(execFile);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lungang 有 空格 & (1)-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const names = await readdir(WINDOWS);
const textOf = (name: string) => readFile(join(WINDOWS, name), "latin1");

/** The arguments of a line as `cmd` parts them, with what a call puts in place of variables. */
function argumentsOf(line: string, given: readonly string[]): readonly string[] {
  const here = `${join(folder, "package", "windows")}/`;
  const parts = line.match(/"[^"]*"|\S+/gu) ?? [];
  return parts.flatMap((part) => {
    if (part === "%*") return given;
    return part
      .replaceAll('"', "")
      .replaceAll("%~dp0", here)
      .replaceAll("%~1", given[0] ?? "")
      .replaceAll("\\", "/");
  });
}

describe.each(names)("%s", (name) => {
  test("has the line ends and the letters that Windows reads in every code page", async () => {
    const text = await textOf(name);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/u);
    expect(text.startsWith("@echo off")).toBe(true);
  });

  test("quotes every path, and jumps only to labels that it has", async () => {
    const text = await textOf(name);
    const bare = text.replaceAll(/"[^"\r\n]*"/gu, "");
    expect(bare).not.toMatch(/%~|%[A-Z]+%/u);
    const labels = [...text.matchAll(/^:(\w+)/gmu)].map(([, label]) => label);
    for (const [, label] of text.matchAll(/goto (\w+)/gu)) expect(labels).toContain(label);
  });
});

const PROGRAM = `process.stdout.write(JSON.stringify(process.argv.slice(2)));`;

test("what they call is found beside them and gets its arguments whole", async () => {
  await mkdir(join(folder, "package", "dist"), { recursive: true });
  await cp(WINDOWS, join(folder, "package", "windows"), { recursive: true });
  await writeFile(join(folder, "package", "dist", "bin.js"), PROGRAM);
  const dropped = join(folder, "我 县 (1) & 2.xlsx");
  await writeFile(dropped, await writeTemplate());
  for (const name of names)
    for (const line of (await textOf(name)).split("\r\n").filter((each) => each.startsWith("node "))) {
      const [, program = "", ...rest] = argumentsOf(line, [dropped, "--policy", "a b"]);
      expect((await stat(program)).isFile()).toBe(true);
      const { stdout } = await run(process.execPath, [program, ...rest]);
      expect(JSON.parse(stdout)).toEqual(
        line.includes("%*") ? [dropped, "--policy", "a b"] : line.includes("check") ? ["check", dropped] : ["--help"],
      );
    }
});

test("they are in the package", async () => {
  const manifest = JSON.parse(await readFile(join(WINDOWS, "../package.json"), "utf8")) as { files: readonly string[] };
  expect([manifest.files.includes("windows"), names.toSorted()]).toEqual([true, ["lungang.cmd", "start.cmd"]]);
});
