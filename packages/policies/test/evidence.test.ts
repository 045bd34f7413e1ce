import { writeFileSync } from "node:fs";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { format } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { policyNames } from "../src/index.ts";
import { OF_APPOINTMENT, appointmentEvidence } from "./evidence/appointed.ts";
import type { PolicyPart } from "./evidence/entries.ts";
import { partsOf } from "./evidence/entries.ts";
import { BOUNDARIES, BoundaryCourt, boundariesOf, knownBoundaries } from "./evidence/boundaries.ts";
import type { Evidence } from "./evidence/kill.ts";
import { EvidenceCourt } from "./evidence/kill.ts";
import { TABLE, evidenceTable } from "./evidence/table.ts";

/**
 * What each part of a policy does, found by taking it away: `npm run evidence` tries every part and writes the table from
 * which `docs/rulebook.md` is made; here a seeded sample has to give what the table says.
 *
 * `EVIDENCE=all` tries every part, `EVIDENCE=hanling-town,county-jiaoliu` those of some policies and keeps what is known of the
 * others; `EVIDENCE_SEED` draws another sample.
 */
const ASKED = process.env["EVIDENCE"]?.split(",") ?? [];
const WRITES = ASKED.length > 0;
const SEED = Number(process.env["EVIDENCE_SEED"] ?? 1);
const SAMPLE = 12;
const BOUNDARY_SAMPLE = 4;
const APPOINTMENT_SAMPLE = 10;

const solver = createHighsSolver();
afterAll(() => solver.close());

const parts = policyNames.flatMap(partsOf);

/** The same parts for the same seed: one of every stretch of the list. */
function sampled<T>(list: readonly T[], size: number): readonly T[] {
  const stride = Math.floor(list.length / size);
  return Array.from({ length: size }, (_, k) => list[k * stride + ((SEED * 7919 + k * 104_729) % stride)]).filter(
    (part) => part !== undefined,
  );
}

/** Parts of a plan are tried by planning, those of an appointment by appointing. */
function evidenceOf(part: PolicyPart, court: EvidenceCourt): Promise<Evidence> {
  return OF_APPOINTMENT.test(part.place) ? appointmentEvidence(part) : court.of(part);
}

/** Several forms of one policy may share a code, and so a place. */
const key = ({ policy, place, source }: Pick<Evidence, "policy" | "place" | "source">) =>
  `${policy} ${place} ${source}`;

test.runIf(WRITES)("the parts asked for are tried and the table is written", { timeout: 7_200_000 }, async () => {
  const court = new EvidenceCourt(solver);
  const table: Evidence[] = [];
  const before = new Map(evidenceTable().map((found) => [key(found), found]));
  for (const part of parts) {
    const known = ASKED.includes("all") || ASKED.includes(part.policy) ? undefined : before.get(key(part));
    table.push(known ?? (await evidenceOf(part, court)));
  }
  const kept = ASKED.includes("all") ? [] : knownBoundaries().filter(({ policy }) => !ASKED.includes(policy));
  const boundaries = await boundariesOf(table, { court: new BoundaryCourt(solver), kept });
  writeFileSync(BOUNDARIES, await format(JSON.stringify(boundaries), { parser: "json", printWidth: 120 }));
  writeFileSync(TABLE, await format(JSON.stringify(table), { parser: "json", printWidth: 120 }));
  const count = (fate: string) => table.filter((found) => found.fate === fate).length;
  process.stdout.write(
    `${count("plan")} change the plan, ${count("printed")} a number, ${count("reported")} a report, ${count("survives")} nothing\n`,
  );
  expect(table).toHaveLength(parts.length);
});

describe.runIf(!WRITES)("the table", () => {
  test("has every part of every policy", () => {
    expect(evidenceTable().map(key).sort()).toEqual(parts.map(key).sort());
    expect(new Set(parts.map(key)).size).toBe(parts.length);
  });

  test.each(sampled(parts, SAMPLE))("tells what $policy does without $place", async (part) => {
    const recorded = evidenceTable().find((found) => key(found) === key(part));
    expect(await evidenceOf(part, new EvidenceCourt(solver))).toEqual(recorded);
  });

  test.each(
    sampled(
      parts.filter(({ place }) => OF_APPOINTMENT.test(place)),
      APPOINTMENT_SAMPLE,
    ),
  )("tells who gets which post by $policy without $place", async (part) => {
    const recorded = evidenceTable().find((found) => key(found) === key(part));
    expect(await appointmentEvidence(part)).toEqual(recorded);
  });

  test.each(sampled(knownBoundaries(), BOUNDARY_SAMPLE))(
    "tells at which $number of $place of $policy the plan changes",
    async (boundary) => {
      const part = evidenceTable().find((found) => key(found) === key(boundary));
      expect(await new BoundaryCourt(solver).again(part as Evidence, boundary)).toEqual(boundary);
    },
  );
});
