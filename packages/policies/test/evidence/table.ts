import { readFileSync } from "node:fs";
import type { RulebookEntry } from "../../src/index.ts";
import type { Evidence } from "./kill.ts";

/** Where the evidence of every part is kept: made by `npm run evidence`. */
export const TABLE = new URL("table.json", import.meta.url);

/** Returns the evidence that was found last. */
export function evidenceTable(): readonly Evidence[] {
  return JSON.parse(readFileSync(TABLE, "utf8")) as readonly Evidence[];
}

/** What is known of a rule of the source documents. */
export interface RuleState {
  readonly state: "killed" | "printed" | "reported" | "implied" | "open";
  /** Part and sentence, or why nothing is shown. */
  readonly why: string;
}

/** Returns the state of a rule: from the parts of policies that cite it, never from a claim. */
export function stateOf({ id, coverage }: RulebookEntry, table: readonly Evidence[]): RuleState {
  const parts = table.filter(({ source }) => source === id);
  const killed =
    parts.find(({ fate, refused }) => fate === "plan" && refused) ?? parts.find(({ fate }) => fate === "plan");
  if (killed !== undefined) return { state: "killed", why: told(killed) };
  const printed = parts.find(({ fate }) => fate === "printed");
  if (printed !== undefined) return { state: "printed", why: told(printed) };
  const reported = parts.find(({ fate }) => fate === "reported");
  if (reported !== undefined) return { state: "reported", why: told(reported) };
  const implied = parts.find(({ impliedBy }) => impliedBy !== undefined);
  if (implied !== undefined)
    return { state: "implied", why: `${implied.policy} ${implied.place}: implied by ${implied.impliedBy ?? ""}` };
  return { state: "open", why: openReason({ coverage }, parts) };
}

function told({ policy, place, killedBy, refused, county }: Evidence): string {
  const where = county === undefined ? "" : ` (${county})`;
  return `${policy} ${place}${where}: ${killedBy ?? ""}${refused === true ? " (refused without)" : ""}`;
}

function openReason({ coverage }: Pick<RulebookEntry, "coverage">, parts: readonly Evidence[]): string {
  if (coverage === "notYet") return "no code yet";
  if (parts.length === 0) return "no part of a policy cites it";
  if (parts.every(({ place }) => place.startsWith("benefits/") || place.startsWith("reports/")))
    return "only reports read it, and none shows it in the small county";
  return "no small county in which it binds";
}
