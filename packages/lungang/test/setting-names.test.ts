import { describe, expect, it } from "vitest";
import { openCase } from "../src/index.ts";
import { county } from "./county.ts";

/** A setting that names a school may have its name in place of its id. */

const [school] = county.schools;
if (school === undefined) throw new Error("no school");

async function open(namedSchool: string) {
  const opened = await openCase({
    county: { instance: county },
    policy: { name: "xx-county-2021" },
    settings: { namedSchool, termMonths: "36", yearlyMoves: "5" },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  return opened.value.policy;
}

describe("a school that a setting names", () => {
  it("is the same by id and by name, with spaces or without", async () => {
    const byId = await open(school.id);
    expect(JSON.stringify(byId.rules)).toContain(`"value":"${school.id}"`);
    for (const name of [school.name, ` ${school.name.slice(0, 2)} ${school.name.slice(2)}　`]) {
      const byName = await open(name);
      expect(byName.rules).toEqual(byId.rules);
      expect(byName.origin.settings).toEqual(byId.origin.settings);
    }
  });

  it("that nobody knows stays as it was typed", async () => {
    expect((await open("某某学校")).origin.settings).toMatchObject({ namedSchool: "某某学校" });
  });
});
