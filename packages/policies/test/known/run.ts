import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadInstance, planCounty, readJsonFile, verifyPlan, verifyRoster } from "@lungang/core";
import type { Instance, Issue, PlanOutcome, VerifyReport } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { Policy, Settings } from "@lungang/core/policy";
import { resolvePolicy } from "@lungang/core/policy";
import type { Solver } from "@lungang/program";
import { expect } from "vitest";
import { policyOf } from "../sentences.ts";

/** Folder of counties that a wrong program got wrong; no part of the project: tests are skipped where it is absent. */
const FOLDER = process.env["LUNGANG_DATA"] === undefined ? undefined : join(process.env["LUNGANG_DATA"], "../cases");

/** Returns whether a county is there. */
export function isThere(file: string): boolean {
  return FOLDER !== undefined && existsSync(join(FOLDER, file));
}

/** Returns the bytes of a file. */
export function bytesOf(file: string): Uint8Array {
  return readFileSync(join(FOLDER ?? "", file));
}

/** Returns what a file says, as JSON. */
export function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER ?? "", file), "utf8"));
}

/** Returns a county, or the issues that it is refused for. */
export function countyOf(file: string): { readonly instance?: Instance; readonly issues: readonly Issue[] } {
  const read = readJsonFile(bytesOf(file), file);
  if (!read.ok) return { issues: read.issues };
  const loaded = loadInstance(read.value.value);
  return loaded.ok ? { instance: loaded.value, issues: [] } : { issues: loaded.issues };
}

/** A county under a policy, ready to be asked. */
export class KnownCase {
  readonly instance: Instance;
  readonly policy: Policy;
  readonly #solver: Solver;

  constructor(file: string, policy: Policy, solver: Solver) {
    const { instance, issues } = countyOf(file);
    if (instance === undefined) throw new Error(JSON.stringify(issues));
    this.instance = instance;
    this.policy = policy;
    this.#solver = solver;
  }

  /** Plans the county to the proven optimum. */
  async outcome(policy = this.policy): Promise<PlanOutcome> {
    const { instance } = this;
    return planCounty({ instance, policy, solver: this.#solver, limits: { relativeGap: 0 } });
  }

  /** Returns the plan, which the check has to pass. */
  async plan(): Promise<Plan> {
    const outcome = await this.outcome();
    if (outcome.status !== "planned") expect.fail(JSON.stringify(outcome).slice(0, 4000));
    const report = verifyPlan({ instance: this.instance, policy: this.policy, plan: outcome.plan });
    if (!report.ok) expect.fail(JSON.stringify(report.violations));
    return outcome.plan;
  }

  /** Checks moves that people wrote by hand: `person>post`, with `/form` where it is stated. */
  roster(...lines: readonly string[]): VerifyReport {
    const schoolOf = new Map(this.instance.posts.map(({ id, school }) => [id, school]));
    const moves = lines.map((line) => {
      const [, person = "", post = "", form] = /^(.*?)>(.*?)(?:\/(\w+))?$/u.exec(line) ?? [];
      const stated = form === undefined ? {} : { form: form as Plan["moves"][number]["form"] };
      return { person, post, to: schoolOf.get(post) ?? "", ...stated };
    });
    return verifyRoster({ instance: this.instance, policy: this.policy, moves });
  }
}

/** Returns the policy of a case: one that ships, or one from a file. */
export function policyFor(name: string, settings: Settings): Policy {
  if (!name.endsWith(".json")) return policyOf(name, settings);
  const resolved = resolvePolicy(jsonOf(name), { settings });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
}

/** Returns who moves, as `person>school`, in order. */
export function whoMoves({ moves }: Plan): readonly string[] {
  return moves.map(({ person, to }) => `${person}>${to}`).sort();
}
