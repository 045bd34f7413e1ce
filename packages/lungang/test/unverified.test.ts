import type * as Core from "@lungang/core";
import { afterAll, expect, it, vi } from "vitest";
import { FailedVerificationError } from "../src/index.ts";
import { openSession } from "../src/node.ts";
import { smallCase } from "./county.ts";

/** A planner that errs, which no test can ask of the real one: it takes a person's move out of a plan that was right. */
const planner = vi.hoisted(() => ({ errs: false }));
vi.mock("@lungang/core", async (original) => {
  const real = await original<typeof Core>();
  return {
    ...real,
    planCounty: async (request: Parameters<typeof real.planCounty>[0]) => {
      const outcome = await real.planCounty(request);
      if (!planner.errs || outcome.status !== "planned") return outcome;
      return { ...outcome, plan: { ...outcome.plan, moves: outcome.plan.moves.slice(1) } };
    },
  };
});

const session = openSession();
afterAll(() => session.close());

it("no plan leaves before a second reading has found the same", { timeout: 60_000 }, async () => {
  const planningCase = await smallCase();
  expect((await session.plan(planningCase)).status).toBe("planned");
  planner.errs = true;
  await expect(session.plan(planningCase)).rejects.toThrow(FailedVerificationError);
});
