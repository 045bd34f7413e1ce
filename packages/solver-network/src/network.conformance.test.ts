import { join } from "node:path";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { conformanceTests } from "@lungang/solver-testkit";
import { readModels } from "@lungang/solver-testkit/node";
import { describe, expect, test } from "vitest";
import { isCampaign } from "../../../scripts/campaign-size.ts";
import { createNetworkSolver } from "./node.ts";

/** Counted, so that no case is lost without being seen; the models of javascript-lp-solver need the folder of data. */
const CASES = { own: 82, models: 46 };

/** Of each kind; campaigns try more. */
const PROGRAMS = isCampaign ? 30 : 15;

/** Seconds for a model, all of which are solved: a machine that is busy with something else takes its time. */
const PATIENCE = 100;

const data = process.env["LUNGANG_DATA"];
const cases = conformanceTests(
  // Small programs too go through the kernel here.
  () => createNetworkSolver({ finisher: createHighsSolver(), fewColumns: 0, siftFrom: 0, checkInvariants: true }),
  {
    programs: PROGRAMS,
    patience: PATIENCE,
    ...(data === undefined ? {} : { models: readModels(join(data, "models/yalps/cases")) }),
  },
);

describe("conformance of network with highs", () => {
  for (const { name, run } of cases) {
    test(`case ${name}`, async () => {
      await expect(run()).resolves.toBeUndefined();
    });
  }

  test("runs every case", () => {
    expect(cases.length).toBe(CASES.own + (data === undefined ? 0 : CASES.models));
  });

  test.runIf(data === undefined)(`skips ${CASES.models} models because LUNGANG_DATA is not set`, () => {
    expect(cases.some(({ name }) => name.startsWith("model: "))).toBe(false);
  });
});
