import type { LinearProgram } from "@lungang/program";
import { loadInstance, programOf } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { policyDocument } from "@lungang/policies";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { generateCounty } from "@lungang/synthetic";
import { afterAll, expect, test } from "vitest";
import { createNetworkSolver } from "./node.ts";

const highs = createHighsSolver();

afterAll(() => highs.close());

function countyProgram(): LinearProgram {
  const instance = loadInstance(generateCounty({ seed: "a", schools: 15 }));
  const policy = resolvePolicy(policyDocument("yulin-notice"), {
    settings: { exchangeScope: "county", candidateLimit: "10", document74Exemptions: "pregnancy" },
  });
  if (!instance.ok || !policy.ok) throw new Error("wanted an instance and a policy");
  const program = programOf(instance.value, policy.value);
  if (!program.ok) throw new Error(JSON.stringify(program.issues));
  return program.value;
}

/** Returns what a level said and how often the finisher was told to get ready. */
async function preparedFor(name: string, relativeGap: number): Promise<{ said: string; prepared: number }> {
  let prepared = 0;
  const finisher = { ...highs, prepare: () => void prepared++ };
  const program = countyProgram();
  const level = program.levels.findIndex((entry) => entry.name === name);
  const network = createNetworkSolver({ finisher, fewColumns: 0 });
  const { rawStatus } = await network.solve(program, { level, limits: { relativeGap } });
  return { said: rawStatus, prepared };
}

test("the finisher gets ready when prices move for long, and is left alone by a level that ends before", async () => {
  const long = await preparedFor("nearness", 0.5);
  expect(long.said).toMatch(/^41 evaluations/);
  expect(long.prepared).toBe(1);
  const short = await preparedFor("direction", 0);
  expect(short).toEqual({ said: expect.stringMatching(/^\d evaluations with ties broken$/u), prepared: 0 });
});
