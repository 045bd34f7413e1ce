import type { RuleDefinition } from "../definition.ts";
import { netInflowCheck } from "./check.ts";
import { addNetInflowRows } from "./rows.ts";
import type { NetInflowParams } from "./schema.ts";
import { netInflowMeaning } from "./schema.ts";
import { netInflowFindings, netInflowText } from "./text.ts";

/** Everything about the rule `netInflow`. */
export const netInflowRule: RuleDefinition<NetInflowParams> = {
  meaning: netInflowMeaning,
  text: netInflowText,
  findings: netInflowFindings,
  rows: addNetInflowRows,
  overYears: {
    rows: "yearly",
    reason: { zh: "净流入与净流出逐年核算", en: "net inflow and outflow are counted year by year" },
  },
  check: netInflowCheck,
  data: { read: ["schools.establishment"] },
};
