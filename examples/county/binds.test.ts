import { readFileSync, writeFileSync } from "node:fs";
import type { PlanOutcome } from "@lungang/core";
import { planCounty, planOfRoster, verifyRoster } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import type { PolicyDocument } from "@lungang/policies";
import { policyDocument } from "@lungang/policies";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { createNetworkSolver } from "@lungang/solver-network/node";
import { format } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import type { PolicyPart } from "../../packages/policies/test/evidence/entries.ts";
import { OF_THE_PUBLIC, partsOf, withoutPart } from "../../packages/policies/test/evidence/entries.ts";
import { readable } from "../../packages/policies/test/sentences.ts";
import { SETTINGS } from "./load.mjs";
import { madeCounty } from "./make.mjs";

/**
 * Every rule of the notice decides something in the example county.
 *
 * `npm run evidence -- yulin-notice` tries every rule and writes `binds.json`; here a seeded few have to give what it says.
 */
const ASKED = process.env["EVIDENCE"]?.split(",") ?? [];
const WRITES = ASKED.some((name) => name === "all" || name === "yulin-notice");
const SEED = Number(process.env["EVIDENCE_SEED"] ?? 1);
const SAMPLE = 2;
const TABLE = new URL("binds.json", import.meta.url);

/** Rules that every policy has, written or not: without the entry the same rule holds. */
const HELD_ANYWAY = ["rules/mustMove", "rules/total"];

/**
 * A rule, and what the plan that is made without it would be by the whole notice: refused, worse at a level, or told otherwise.
 * Another draw among equals alone shows nothing.
 */
interface Bind {
  readonly place: string;
  readonly source: string;
  readonly without: string;
}

const DECIDES = /^(?:rules|forms|eligibility|scope)\//u;
const parts = partsOf("yulin-notice").filter(
  ({ place }) => DECIDES.test(place) && !OF_THE_PUBLIC.test(place) && !HELD_ANYWAY.includes(place),
);
const document = policyDocument("yulin-notice") as PolicyDocument;

const highs = createHighsSolver();
const network = createNetworkSolver({ finisher: highs });
afterAll(() => Promise.all([network.close(), highs.close()]));
const instance = madeCounty();
const settings = { ...SETTINGS, quotaShare: "10%" };

const rulesOf = (written: PolicyDocument) => {
  const resolved = resolvePolicy(written, { settings });
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  return resolved.value;
};

type Planned = Extract<PlanOutcome, { status: "planned" }>;

async function planOf(written: PolicyDocument): Promise<Planned | undefined> {
  const outcome = await planCounty({ instance, policy: rulesOf(written), solver: network });
  return outcome.status === "planned" ? outcome : undefined;
}

/** What the plan is told to be beside who moves; what a rule says of itself goes with it and shows nothing. */
function told(written: PolicyDocument, planned: Planned, place: string): readonly string[] {
  const { stays, measures, violations } = readable({ ...planned, policy: rulesOf(written) });
  const own = `${place.replace(/^rules\//u, "")} (`;
  return [...violations, ...stays, ...measures].filter((line) => !line.startsWith("not due") && !line.startsWith(own));
}

async function bindOf({ place, source, changed: [written = document] }: PolicyPart, whole: Planned): Promise<Bind> {
  const without = await planOf(written);
  if (without === undefined) return { place, source, without: "no plan" };
  const { moves, returns, participations, itineraries } = without.plan;
  const roster = { instance, policy: rulesOf(document), moves, returns, participations, itineraries };
  const report = verifyRoster(roster);
  const [broken] = report.ok
    ? []
    : [...report.violations.filter(({ strength }) => strength === "hard"), ...report.issues];
  if (broken !== undefined)
    return { place, source, without: `refused: ${"rule" in broken ? broken.rule : broken.code}` };
  const levels = (await planOfRoster(roster, "1")).levels.map(({ name, value }) => ({ name, value }));
  const at = levels.findIndex(({ value }, k) => value !== whole.plan.levels[k]?.value);
  const [here, there] = [levels[at], whole.plan.levels[at]];
  if (here !== undefined && there !== undefined && Number(here.value) > Number(there.value))
    return { place, source, without: `worse: ${here.name}` };
  const after = told(written, without, place);
  return { place, source, without: told(document, whole, place).find((line) => !after.includes(line)) ?? "" };
}

async function bindsOf(tried: readonly PolicyPart[]): Promise<readonly Bind[]> {
  const whole = await planOf(document);
  if (whole === undefined) throw new Error("The example county has no plan");
  const found: Bind[] = [];
  for (const part of tried) found.push(await bindOf(part, whole));
  return found;
}

const known = () => JSON.parse(readFileSync(TABLE, "utf8")) as readonly Bind[];
const key = ({ place, source }: Pick<Bind, "place" | "source">) => `${place} ${source}`;

test.runIf(WRITES)("every rule is tried and the table is written", { timeout: 1_800_000 }, async () => {
  const binds = await bindsOf(parts);
  writeFileSync(TABLE, await format(JSON.stringify(binds), { parser: "json", printWidth: 120 }));
  expect(binds).toHaveLength(parts.length);
});

describe("in the example county", () => {
  test("every rule of the notice binds", () => {
    expect(known().map(key)).toEqual(parts.map(key));
    expect(known().filter(({ without }) => without === "")).toEqual([]);
  });

  test("what every policy has holds without being written", () => {
    const ruled = rulesOf(document);
    for (const place of HELD_ANYWAY) {
      const own = ruled.rules.find(({ id }) => `rules/${id}` === place);
      const held = rulesOf(withoutPart(document, place)).rules.find(({ rule }) => rule === own?.rule);
      expect(held?.params).toEqual(own?.params);
    }
  });

  test.skipIf(WRITES)("some of them do as the table says", async () => {
    const stride = Math.floor(parts.length / SAMPLE);
    const tried = parts.filter((_part, at) => at % stride === (SEED * 7919) % stride).slice(0, SAMPLE);
    const told = new Map(known().map((bind) => [key(bind), bind]));
    expect(await bindsOf(tried)).toEqual(tried.map((part) => told.get(key(part))));
  });
});
