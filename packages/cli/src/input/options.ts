import type { Checked } from "@lungang/core";
import type { Session } from "../session.ts";
import { readOverrides, readSettings, together } from "./arguments.ts";
import type { PlanningInput } from "./planning-input.ts";
import { readPlanningInput } from "./planning-input.ts";

/** Options by which a county and its policy are named. */
export interface PlanningOptions {
  readonly policy: string;
  readonly set: readonly string[];
  readonly override: readonly string[];
  readonly lock?: string;
}

/** Reads what the options name; the problems of options and files at once. */
export async function readNamedInput(
  session: Session,
  instance: string,
  options: PlanningOptions,
): Promise<Checked<PlanningInput>> {
  const read = together(readSettings(options.set), readOverrides(options.override));
  if (!read.ok) return read;
  const [settings, overrides] = read.value;
  return readPlanningInput(session, { instance, policy: options.policy, settings, overrides, lock: options.lock });
}
