import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";

test("the example of the README prints what it says", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const code = /```ts\n([\s\S]*?)```/u.exec(readme)?.[1] as string;
  const expected = [...code.matchAll(/console\.log\(.*\);\n\/\/ (.*)/gu)].map(([, said]) => JSON.parse(said as string));
  expect(expected).toHaveLength(2);
  const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "readme-"));
  const printed: unknown[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((value: unknown) => void printed.push(value));
  try {
    const file = join(folder, "example.ts");
    writeFileSync(file, code);
    await import(/* @vite-ignore */ file);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
  expect(printed).toEqual(expected);
});
