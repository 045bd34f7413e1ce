/**
 * Stands for `vitest` in tests that are run once for every mutant: they are collected when their file is loaded and called as
 * often as needed, in one process that loads everything once.
 */
export * from "vitest";

/** A test: whoever calls it sees it fail by a rejection. */
export interface CollectedTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

type Body = (...given: readonly never[]) => unknown;
type Named = (name: string, ...rest: readonly unknown[]) => void;

/** Every test of the files loaded so far. */
export const collected: CollectedTest[] = [];
/** What stands before all tests, and after them. */
export const hooks: Readonly<Record<"before" | "after", (() => unknown)[]>> = { before: [], after: [] };

let suite: readonly string[] = [];

const bodyOf = (rest: readonly unknown[]) => rest.find((value) => typeof value === "function") as Body;

function addTest(name: string, body: Body, given: readonly unknown[]): void {
  const run = async () => {
    await body(...(given as readonly never[]));
  };
  collected.push({ name: [...suite, name].join(" > "), run });
}

function addSuite(name: string, body: Body, given: readonly unknown[]): void {
  const outer = suite;
  suite = [...suite, name];
  body(...(given as readonly never[]));
  suite = outer;
}

/** Returns `test` or `describe` with the ways of calling it that the tests use. */
function callable(add: typeof addTest) {
  const plain: Named = (name, ...rest) => add(name, bodyOf(rest), [{}]);
  const nothing: Named = () => {};
  const each =
    (cases: readonly unknown[]): Named =>
    (name, ...rest) =>
      cases.forEach((given, at) => add(`${name} #${at}`, bodyOf(rest), Array.isArray(given) ? given : [given]));
  return Object.assign(plain, {
    each,
    for: each,
    skip: nothing,
    runIf: (holds: unknown) =>
      holds ? Object.assign(plain, { each }) : Object.assign(nothing, { each: () => nothing }),
    skipIf: (holds: unknown) => (holds ? nothing : plain),
  });
}

export const test = callable(addTest);
/** @alias */
export const it = test;

// Tests take these in place of those of vitest, so that nothing here imports them.
/** @public */
export const describe = callable(addSuite);
/** @public */
export const beforeAll = (hook: () => unknown) => hooks.before.push(hook);
/** @public */
export const afterAll = (hook: () => unknown) => hooks.after.push(hook);
