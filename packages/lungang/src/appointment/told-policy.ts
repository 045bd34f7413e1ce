import type { Checked, Issue } from "@lungang/core";
import { checked } from "@lungang/core";
import type { PolicyAppointment, Settings } from "@lungang/core/policy";
import type { AppointmentRows } from "@lungang/tabular";
import type { FoundPolicy } from "../case/policy.ts";
import { appointmentOfPolicy } from "../case/policy.ts";

/** A policy that is given, or how one is found that the workbook names. */
export interface SoughtPolicy {
  readonly policy?: FoundPolicy;
  readonly settings?: Settings;
  readonly find: (name: string) => Promise<Checked<FoundPolicy>>;
}

/** The settings of the workbook alone, and what the policy says. */
export interface ToldPolicy {
  readonly own: AppointmentRows["settings"];
  readonly read: Checked<PolicyAppointment>;
  /** Whether the workbook counts points itself, so that the items of the policy are not asked. */
  readonly hasOwnPoints: boolean;
}

export const NO_POLICY = {
  ok: true as const,
  value: { terms: undefined, publicityDays: undefined, publication: undefined },
  warnings: [],
} satisfies Checked<PolicyAppointment>;

/** What the policy says of an appointment; undefined where it cannot be read or has no such section. */
export function termsOf({ read }: ToldPolicy): PolicyAppointment["terms"] {
  return read.ok ? read.value.terms : undefined;
}

/** Reads what the policy that is given says, else the one that the workbook names. */
export async function policyOf(
  { policy: name }: AppointmentRows["settings"],
  { policy, settings, find }: SoughtPolicy,
  hasOwnPoints: boolean,
): Promise<Checked<PolicyAppointment>> {
  const found = policy === undefined && name !== undefined ? await find(name) : undefined;
  if (found?.ok === false) return found;
  const document = policy ?? found?.value;
  const read = appointmentOfPolicy(document, settings, { withItems: !hasOwnPoints });
  const left = hasOwnPoints ? itemsLeftOut(document) : [];
  return read.ok ? checked(read.value, [...read.warnings, ...left]) : read;
}

/** Points that were counted elsewhere stand as they are; that the items of the policy were not asked is said. */
function itemsLeftOut(found: FoundPolicy | undefined): readonly Issue[] {
  const { appointment } = (found?.document ?? {}) as { readonly appointment?: { readonly items?: unknown } };
  if (appointment?.items === undefined) return [];
  return [
    {
      code: "policy-items-not-used",
      severity: "warning",
      message: {
        zh: "积分由工作簿给出，没有按政策规定的计分项计算",
        en: "Points stand in the workbook; the items of the policy did not count them",
      },
      advice: {
        zh: "如应按政策计分，请清空“积分”列和“计分项”表",
        en: "To count by the policy, empty the column of points and the sheet of items",
      },
    },
  ];
}
