import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

/** Every example that a package's README shows is one that the compiler takes. */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(root, "packages");

/** The examples by the path of a file that would stand beside the README. */
const examples = new Map(
  readdirSync(packages).flatMap((name) => {
    const readme = readFileSync(join(packages, name, "README.md"), "utf8");
    return [...readme.matchAll(/```[jt]s\n([\s\S]*?)```/gu)].map(
      ([, code], k) => [join(packages, name, `readme-${k + 1}.ts`), `${code}\nexport {};\n`] as const,
    );
  }),
);

/** What the examples leave to the reader. */
const GIVEN = join(packages, "readme-given.d.ts");
const given = `
declare const program: import("@lungang/program").LinearProgram;
declare const createMySolver: () => import("@lungang/program").Solver;
declare function test(name: string, run: () => unknown): void;
declare const console: { log(...values: readonly unknown[]): void };
`;

function compilerErrors(): readonly string[] {
  const config = ts.readConfigFile(join(root, "tsconfig.base.json"), (path) => ts.sys.readFile(path)).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const plain = ts.createCompilerHost({ ...options, noEmit: true });
  const written = (path: string) => (path === GIVEN ? given : examples.get(path));
  const host: ts.CompilerHost = {
    ...plain,
    fileExists: (path) => written(path) !== undefined || plain.fileExists(path),
    readFile: (path) => written(path) ?? plain.readFile(path),
    getSourceFile: (path, target, ...rest) => {
      const text = written(path);
      return text === undefined ? plain.getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target);
    },
  };
  const built = ts.createProgram(
    [GIVEN, ...examples.keys()],
    { ...options, noEmit: true, noUnusedLocals: false },
    host,
  );
  const files = [...examples.keys()].flatMap((path) => built.getSourceFile(path) ?? []);
  return files.flatMap((file) =>
    ts.getPreEmitDiagnostics(built, file).map(({ messageText, start = 0 }) => {
      const { line } = file.getLineAndCharacterOfPosition(start);
      return `${file.fileName}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    }),
  );
}

test("the compiler takes the examples of the packages", () => {
  expect(examples.size).toBeGreaterThan(10);
  expect(compilerErrors()).toEqual([]);
});
