import type { Text } from "../../instance/issue.ts";
import type { EstablishmentParams } from "./schema.ts";
import { findingsOf } from "../../subject/finding.ts";

/**
 * The two headcounts of a school: people who work there, and personnel relations that it holds.
 *
 * @public
 */
export type Ledger = "working" | "relation";

const LEDGERS: Readonly<Record<Ledger, Text>> = {
  working: { zh: "在岗人数", en: "people working there" },
  relation: { zh: "人事关系人数", en: "personnel relations held" },
};

/** Returns the sentence that states how headcounts keep to the establishment. */
export function establishmentText({ working, relation }: EstablishmentParams): Text {
  const kept = (["working", "relation"] as const).filter((name) => ({ working, relation })[name] === "never");
  if (kept.length === 0) return { zh: "尽量减少超编与缺编", en: "Few schools are over or under establishment" };
  return {
    zh: `${kept.map((name) => LEDGERS[name].zh).join("与")}不得因交流超过编制或原有人数`,
    en: `Moves raise no school above its establishment or what it had: ${kept.map((name) => LEDGERS[name].en).join(", ")}`,
  };
}

/** What can be wrong with the headcount of a school. */
export const establishmentFindings = findingsOf("establishment", {
  exceeded: ({ ledger, after, most }: { ledger: Ledger; after: number; most: number }, { about }) => ({
    zh: `${about.zh}调配后${LEDGERS[ledger].zh}为${after}人，至多可为${most}人`,
    en: `${about.en}: ${LEDGERS[ledger].en} become ${after}, at most ${most} may be`,
  }),
});
