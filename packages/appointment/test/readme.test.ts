import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

test("the example of the README prints what it says", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const code = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1] as string;
  const expected = [...code.matchAll(/console\.log\([\s\S]*?\);\n\/\/ (.*)/gu)].map((match) => match[1]);
  expect(expected).toHaveLength(5);
  const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "readme-"));
  const printed: unknown[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((value: unknown) => void printed.push(value));
  try {
    const file = join(folder, "example.ts");
    writeFileSync(file, code.replaceAll("@lungang/appointment", "../../src/index.ts"));
    await import(/* @vite-ignore */ file);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
  const asValue = (line: string | undefined): unknown =>
    /^\[|^true/u.test(line ?? "") ? JSON.parse(line as string) : line;
  expect(printed).toEqual(expected.map(asValue));
});
