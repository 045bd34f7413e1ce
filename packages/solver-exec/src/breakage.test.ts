import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { hasIncumbent } from "@lungang/program";
import { smallProgram } from "@lungang/solver-testkit";
import { CBC } from "./cbc.ts";
import type { ExecRun, NativeProgram } from "./node.ts";
import { createExecSolver, findProgram } from "./node.ts";

/** max x + y, x + y <= 3, each at most 2: the value is -3. */
const PROGRAM = smallProgram({
  columns: [
    { lower: 0, upper: 2, costs: [-1] },
    { lower: 0, upper: 2, costs: [-1] },
  ],
  rows: [{ lower: -Infinity, upper: 3, terms: [[0, 1], [1, 1]] }], // prettier-ignore
  levels: [{ offset: 10 }],
});

const RIGHT = "Optimal - objective value -3\n0 R0 3 -1\n0 C0 2 0\n1 C1 1 0\n";

/** A program of JavaScript that is asked and read like cbc; `answer` is the path to write to. */
function fake(script: string, changes: Partial<NativeProgram> = {}) {
  const program: NativeProgram = {
    ...CBC,
    args: ({ answer }) => ["-e", `const answer = process.argv[1]; const fs = require("node:fs"); ${script}`, answer],
    ...changes,
  };
  return { program, executable: process.execPath, version: "0" };
}

const answering = (text: string) => fake(`fs.writeFileSync(answer, ${JSON.stringify(text)})`);

/** Where the folders of the runs are made, here alone. */
const folder = mkdtempSync(join(tmpdir(), "lungang-breakage-"));
const before = process.env["TMPDIR"];
process.env["TMPDIR"] = folder;

afterEach(() => {
  const left = readdirSync(folder);
  if (left.length > 0) throw new Error(`Folders were not deleted: ${left.join(", ")}`);
});

afterAll(() => {
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
  rmSync(folder, { recursive: true });
});

describe("a program that breaks", () => {
  test("a right answer comes back with the offset", async () => {
    const result = await createExecSolver(answering(RIGHT)).solve(PROGRAM, { level: 0 });
    expect(result).toMatchObject({ termination: { reason: "optimal" }, primalBound: 7, dualBound: 7 });
    expect(hasIncumbent(result) && [...result.values]).toEqual([2, 1]);
  });

  test.each([
    ["writes nothing", fake(""), /wrote no answer/u],
    ["crashes", fake("process.kill(process.pid, 'SIGSEGV')"), /died of SIGSEGV/u],
    ["ends with an error", fake("console.log('no licence'); process.exit(3)"), /exit code 3: no licence/u],
    ["writes garbage", answering("\u0000\u0001 what"), /cbc says/u],
    ["writes a line of garbage", answering(`${RIGHT}half a li`), /wrote "half a li"/u],
    ["writes a word for a number", answering(RIGHT.replace("C0 2", "C0 two")), /where a number should stand/u],
    ["leaves a column out", answering(RIGHT.replace("1 C1 1 0\n", "")), /leaves out column C1/u],
    ["speaks of an unknown column", answering(RIGHT.replace("C1", "C7")), /speaks of "C7"/u],
    ["breaks a row", answering(RIGHT.replace("C1 1", "C1 2")), /row 0 must be in/u],
    ["gives half a head", answering(RIGHT.replace("C1 1", "C1 0.5")), /must be an integer/u],
    ["claims a bound above its value", answering(RIGHT.replace("value -3", "value 1")), /bound 11 above the value 7/u],
    ["claims to have no point", answering("Infeasible - objective value 0\n"), /the start point is feasible/u],
  ])("%s: the solver fails or asks again, and says why", async (_what, installed, why) => {
    const outcome = createExecSolver(installed).solve(PROGRAM, { level: 0, start: { values: Float64Array.of(1, 1) } });
    await expect(outcome).rejects.toMatchObject({ name: "SolverFailedError", message: expect.stringMatching(why) });
  });

  test("is not there", async () => {
    const missing = { ...answering(RIGHT), executable: "lungang-no-such-program" };
    await expect(createExecSolver(missing).solve(PROGRAM, { level: 0 })).rejects.toThrow(/ENOENT/u);
    expect(findProgram("cbc", "lungang-no-such-program")).toBeUndefined();
    expect(() => findProgram("cplex")).toThrow(RangeError);
  });

  test("rounds to whole numbers what is nearly one", async () => {
    const near = answering(RIGHT.replace("C1 1", "C1 0.9999999").replace("C0 2", "C0 2.0000001"));
    const result = await createExecSolver(near).solve(PROGRAM, { level: 0 });
    expect(hasIncumbent(result) && [...result.values]).toEqual([2, 1]);
    expect(result.primalBound).toBe(7);
  });

  test("never ends: it is killed, the start stays", async () => {
    const endless = fake("setInterval(() => {}, 1000)");
    const options = { level: 0, start: { values: Float64Array.of(1, 1) }, limits: { timeSeconds: 0.2 } };
    const result = await createExecSolver(endless).solve(PROGRAM, options);
    expect(result).toMatchObject({ termination: { reason: "feasible", limit: "time" }, primalBound: 8 });
    expect(result.reproducible).toBe(false);
  });

  test("is closed while it runs: the solve is interrupted", async () => {
    const solver = createExecSolver(fake("setInterval(() => {}, 1000)"));
    const pending = solver.solve(PROGRAM, { level: 0 });
    setTimeout(() => void solver.close(), 300);
    expect((await pending).termination).toEqual({ reason: "noSolutionFound", limit: "interrupted" });
  });

  test("stopped before its gap: the bound that it says is kept", async () => {
    const stopped = fake(
      `console.log("Lower bound:                    -3.400"); fs.writeFileSync(answer, "Stopped on time - objective value -2\\n0 C0 1 0\\n1 C1 1 0\\n")`,
    );
    const result = await createExecSolver(stopped).solve(PROGRAM, { level: 0, limits: { relativeGap: 0 } });
    expect(result).toMatchObject({ termination: { reason: "feasible", limit: "time" }, primalBound: 8, dualBound: 7 });
  });

  test("measures every run", async () => {
    const runs: ExecRun[] = [];
    const solver = createExecSolver(answering(RIGHT), { onRun: (run) => runs.push(run) });
    await solver.solve(PROGRAM, { level: 0 });
    expect(runs.length).toBe(1);
    expect(runs[0]?.programSeconds).toBeGreaterThan(0);
    expect(runs[0]?.ownSeconds).toBe(runs[0]?.programSeconds);
  });
});
