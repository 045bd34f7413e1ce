import type { RuleDefinition } from "../definition.ts";
import { establishmentCheck } from "./check.ts";
import { addEstablishmentRows } from "./rows.ts";
import type { EstablishmentParams } from "./schema.ts";
import { establishmentMeaning } from "./schema.ts";
import { establishmentFindings, establishmentText } from "./text.ts";
import { addEstablishmentHorizon } from "./years.ts";

/** Everything about the rule `establishment`. */
export const establishmentRule: RuleDefinition<EstablishmentParams> = {
  meaning: establishmentMeaning,
  text: establishmentText,
  findings: establishmentFindings,
  rows: addEstablishmentRows,
  overYears: { rows: addEstablishmentHorizon },
  check: establishmentCheck,
  data: { needed: ["schools.establishment"] },
};
