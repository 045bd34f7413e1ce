import { r13, r15 } from "./definitions/appointment.ts";
import { r18, r21 } from "./definitions/balance.ts";
import { r19 } from "./definitions/benefit.ts";
import { r14 } from "./definitions/exempt.ts";
import { r11, r5, r7 } from "./definitions/inventory.ts";
import { r2 } from "./definitions/quota.ts";
import { r12 } from "./definitions/registration.ts";
import { r3, r4, r8 } from "./definitions/series.ts";
import { r16 } from "./definitions/assessment.ts";
import { r17 } from "./definitions/forecast.ts";
import { r22, r9 } from "./definitions/service.ts";
import { r6 } from "./definitions/township.ts";
import { versionsOf } from "./definitions/versions.ts";
import { r1, r10, r20 } from "./definitions/yearly-lists.ts";
import type { ReportDefinition } from "./spec.ts";

// prettier-ignore
const LISTS: readonly ReportDefinition[] = [
  r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19, r20, r21, r22,
];

/** Every report that the source documents ask for, in its order. */
export const CATALOGUE: readonly ReportDefinition[] = [...LISTS, versionsOf(LISTS)];
