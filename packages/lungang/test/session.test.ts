import type { Worker } from "node:worker_threads";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { describe, expect, it } from "vitest";
import type { Solver } from "@lungang/program";
import { openSession } from "../src/index.ts";
import { openSession as openOnNode } from "../src/node.ts";
import { IMPOSSIBLE, county, smallCase } from "./county.ts";

/** A session holds solvers open and remembers, beside its outcomes, what makes the next plan faster. */

/** Returns a loader that counts the solvers that it made and those that were closed. */
function counting() {
  const counts = { made: [] as string[], closed: 0 };
  const loadSolver = (name: string) => {
    counts.made.push(name);
    const solver = createHighsSolver();
    const close = () => {
      counts.closed++;
      return solver.close();
    };
    const value: Solver = new Proxy(solver, {
      get: (target, key) => {
        if (key === "close") return close;
        const found: unknown = Reflect.get(target, key);
        return typeof found === "function" ? (found.bind(target) as unknown) : found;
      },
    });
    return Promise.resolve({ ok: true as const, value, warnings: [] });
  };
  return { counts, loadSolver };
}

describe("solvers of a session", () => {
  it("are loaded when used, kept, and closed with the session", async () => {
    const { counts, loadSolver } = counting();
    const session = openSession({ loadSolver });
    expect(counts.made).toEqual([]);
    const planningCase = await smallCase();
    await session.plan(planningCase, { solver: "highs" });
    await session.plan(planningCase, { solver: "highs" });
    expect(counts).toEqual({ made: ["highs"], closed: 0 });
    await session.close();
    expect(counts.closed).toBe(1);
    await expect(session.plan(planningCase)).rejects.toThrow("the session is closed");
    expect(counts.made).toEqual(["highs"]);
  });

  it("leave no thread behind", async () => {
    const running = new Set<Worker>();
    const note = (worker: Worker) => {
      running.add(worker);
      worker.once("exit", () => running.delete(worker));
    };
    process.on("worker", note);
    const session = openOnNode();
    await session.plan(await smallCase(), { solver: "highs" });
    expect(running.size).toBeGreaterThan(0);
    await session.close();
    expect(running.size).toBe(0);
    process.off("worker", note);
  });
});

describe("what if", () => {
  it("gives the levels of a plan made afresh, and asks again where there was no plan", async () => {
    const session = openOnNode();
    try {
      const first = await session.plan(await smallCase());
      const settings = { quotaShare: "25%" };
      const again = await session.whatIf(first, { settings });
      const afresh = await session.plan(await smallCase({ settings }));
      if (again.status !== "planned" || afresh.status !== "planned") throw new Error("no plan");
      const values = (outcome: typeof again) =>
        outcome.plan.levels.map(({ name, value }) => [name, value]).slice(0, -1);
      expect(values(again)).toEqual(values(afresh));
      expect(again.plan.basis.settings).toEqual(settings);
      expect(JSON.stringify(again)).not.toContain("lungang-memory");

      const none = await session.whatIf(again, { settings: IMPOSSIBLE });
      expect(none.status).toBe("infeasible");
      const back = await session.whatIf(none, { settings: { expertShare: "0%" } });
      expect(back.status).toBe("planned");
      expect(await session.whatIf(back, { settings: { nothing: "1" } })).toMatchObject({
        status: "invalid",
        issues: [{ code: "unknown-parameter" }],
      });
      const copy = structuredClone(first);
      await expect(session.whatIf(copy, {})).rejects.toThrow("none of this session");
    } finally {
      await session.close();
    }
  });

  it("takes locks in place of those of before", async () => {
    const session = openOnNode();
    try {
      const first = await session.plan(await smallCase());
      if (first.status !== "planned") throw new Error("no plan");
      const person = first.plan.moves.find(({ form }) => form === "rotation")?.person ?? "";
      expect(county.persons.map(({ id }) => id)).toContain(person);
      const locks = [{ person, stay: true as const, reason: "毕业班" }];
      const held = await session.whatIf(first, { locks });
      if (held.status !== "planned") throw new Error("no plan");
      expect(held.plan.moves.map((move) => move.person)).not.toContain(person);
      expect(held.plan.basis.locks).toEqual(locks);
    } finally {
      await session.close();
    }
  });
});
