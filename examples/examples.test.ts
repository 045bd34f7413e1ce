import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { exampleCounty } from "./county/load.mjs";
import { madeCounty } from "./county/make.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a module of this folder and returns the lines that it printed. */
async function linesOf(name: string): Promise<readonly string[]> {
  const lines: string[] = [];
  vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
  await import(pathToFileURL(fileURLToPath(new URL(name, import.meta.url))).href);
  return lines;
}

afterEach(() => vi.restoreAllMocks());

describe("the example county", () => {
  it("is what its script makes", async () => {
    expect(await exampleCounty()).toEqual(madeCounty());
  });
});

describe("the example of the README", () => {
  it.each(["README.md", "README.zh-CN.md"])("is example 01, word for word, in %s", async (name) => {
    const readme = await readFile(`${root}/${name}`, "utf8");
    const fences = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gmu)].map((match) => match[1]);
    const example = await readFile(new URL("01-plan-a-county.mjs", import.meta.url), "utf8");
    expect(fences).toEqual([example]);
  });

  it("plans, and the verifier agrees", async () => {
    const [first, ...measures] = await linesOf("01-plan-a-county.mjs");
    expect(first).toMatch(/ \d+ people exchange, .*proven optimal\.$/u);
    expect(measures.find((line) => line.startsWith("YL-07"))).toBeDefined();
    const written = (await readdir(`${root}/out/example`)).sort();
    expect(written).toEqual(["plan.json", "轮岗方案-公示.xlsx", "轮岗方案.xlsx"].sort());
  });
});

describe("the other examples", () => {
  it("02 prices the readings of a rule", async () => {
    const [, ...rows] = await linesOf("02-what-rules-cost.mjs");
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toMatch(/: (\d+ moves, \d+ heads short, [\d.]+ km|infeasible)$/u);
    const short = (scope: string) =>
      Number(rows.find((row) => row.startsWith(`${scope} 8%`))?.match(/(\d+) heads/u)?.[1]);
    expect(short("county")).toBeLessThanOrEqual(short("alliance"));
  });

  it("03 plans around decisions", async () => {
    const lines = await linesOf("03-lock-and-replan.mjs");
    expect(lines.slice(1)).toEqual(["kept: true", "sent: true", "locks in the plan: 2"]);
  });

  it("04 catches what an edit breaks", async () => {
    const lines = await linesOf("04-verify-an-edited-roster.mjs");
    expect(lines[0]).toMatch(/CSV files: 20 schools, 700 people$/u);
    expect(lines.slice(1, 3)).toEqual(["as planned: true", "edited: false"]);
    expect(lines.slice(3).some((line) => line.startsWith("YL-07"))).toBe(true);
  });
});
