import type { Applications, Checked } from "lungang";
import { together } from "lungang";
import { findPolicy, openApplications, sourcesOf } from "lungang/node";
import { say, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { readSettings } from "./arguments.ts";

/** Options by which the policy of applications is named. */
export interface ApplicationsOptions {
  /** The one that the workbook names by default. */
  readonly policy?: string;
  readonly set: readonly string[];
}

/** Reads a workbook of applications by the policy that is named. */
export async function readApplications(
  { io }: Session,
  name: string,
  { policy, set }: ApplicationsOptions,
): Promise<Checked<Applications>> {
  const folder = io.cwd;
  const changes = readSettings(set);
  if (policy === undefined) return changes.ok ? openApplications(name, { folder, settings: changes.value }) : changes;
  const read = together(changes, await findPolicy(policy, { folder }));
  if (!read.ok) return read;
  const [settings, found] = read.value;
  return openApplications(name, { folder, settings, policy: found });
}

/** Returns the applications that an appointment was made from, which is said; undefined for what was made from none. */
export async function applicationsBehind(session: Session, name: string): Promise<string | undefined> {
  const { county, applications } = await sourcesOf(name, { folder: session.io.cwd });
  if (applications === undefined || county !== undefined) return undefined;
  warn(session, say(session, { zh: `报名数据：${applications}`, en: `Applications: ${applications}` }));
  return applications;
}
