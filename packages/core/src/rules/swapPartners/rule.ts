import type { RuleDefinition } from "../definition.ts";
import { swapPartnersCheck } from "./check.ts";
import { addSwapPartnersRows } from "./rows.ts";
import type { SwapPartnersParams } from "./schema.ts";
import { swapPartnersMeaning } from "./schema.ts";
import { swapPartnersFindings, swapPartnersText } from "./text.ts";

/** Everything about the rule `swapPartners`. */
export const swapPartnersRule: RuleDefinition<SwapPartnersParams> = {
  meaning: swapPartnersMeaning,
  text: swapPartnersText,
  findings: swapPartnersFindings,
  rows: addSwapPartnersRows,
  overYears: { rows: "yearly", reason: { zh: "互换逐年安排", en: "swaps are made year by year" } },
  check: swapPartnersCheck,
  data: { read: ["persons.swapPartner"] },
};
