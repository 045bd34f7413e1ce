import type { Checked } from "@lungang/core";
import type { Decisions } from "@lungang/tabular";
import { readDecisions } from "@lungang/tabular";
import type { CountyOptions, CountySource } from "./county.ts";
import { openCounty } from "./county.ts";
import { NOTHING_SAID, termsOf } from "./decisions.ts";
import type { LocksSource } from "./locks.ts";
import { readLocks } from "./locks.ts";
import type { FoundPolicy, PolicyChanges, PolicySource } from "./policy.ts";
import { findPolicy } from "./policy.ts";
import { sound } from "./together.ts";

/** Where the parts of a case come from. */
export interface CaseSources extends PolicyChanges {
  readonly county: CountySource;
  /** @defaultValue the one that the county names in its sheet 政策参数 */
  readonly policy?: PolicySource;
  /** @defaultValue those of the sheet 已定人员 of the county, else nothing is decided yet */
  readonly locks?: LocksSource;
}

/** Reads the parts of a case; what is given goes over what the county says of its policy in sheets of its own. */
export async function readSources({ county, policy, locks, settings, overrides }: CaseSources) {
  const given = {
    ...(policy === undefined ? {} : { policy: nameOf(policy) }),
    ...(settings === undefined ? {} : { settings }),
    ...(overrides === undefined ? {} : { overrides }),
    locks: locks === undefined ? undefined : readLocks(locks),
  };
  const find = async (name: string) => findPolicy(policy ?? { name });
  const terms = await termsOf(given, await saidBy(county), find);
  return { county: await openCounty(county, documentOf(terms.policy)), ...terms };
}

/** The columns that a policy declares are read with the county; a policy that is not there declares none. */
export function documentOf(found: Checked<FoundPolicy>): CountyOptions {
  return found.ok ? { policy: found.value.document } : {};
}

/** Reads what a county says of its policy; only workbooks and sheets say anything. */
async function saidBy(county: CountySource): Promise<Checked<Decisions>> {
  if ("sheets" in county) return readDecisions(county.sheets);
  if (!("workbook" in county)) return sound(NOTHING_SAID);
  const { workbook, file } = county;
  return readDecisions(file === undefined ? workbook : [{ name: file, bytes: workbook }]);
}

/** Returns what people would call a policy, for comparing it with the one that the county names. */
function nameOf(policy: PolicySource): string {
  if ("name" in policy) return policy.name;
  if ("text" in policy) return policy.file;
  const { id } = (policy.document ?? {}) as { readonly id?: unknown };
  return typeof id === "string" ? id : "";
}
