import { loadInstance } from "@lungang/core";
import { generateCounty } from "@lungang/synthetic";
import type { CaseRequest, Instance, PlanningCase } from "../src/index.ts";
import { openCase } from "../src/index.ts";

/** Returns a small made-up county. */
export function smallCounty(schools = 6, people = 150): Instance {
  const loaded = loadInstance(generateCounty({ seed: "floor", schools, people }));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  return loaded.value;
}

export const county = smallCounty();

/** Settings under which nobody can be an expert although all who move have to be. */
export const IMPOSSIBLE = { expertShare: "100%", expertTitles: "", expertHonours: "" };

/** Opens the case of the small county under the detailed measures. */
export async function smallCase(given: Partial<CaseRequest> = {}): Promise<PlanningCase> {
  const opened = await openCase({ county: { instance: county }, policy: { name: "detailed-measures" }, ...given });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  return opened.value;
}
