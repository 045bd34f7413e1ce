import type { AfterPlan, Applications, Checked, Plan } from "lungang";
import { together } from "lungang";
import { findPolicy, openApplications, sourcesOf } from "lungang/node";
import { say, warn } from "../session.ts";
import type { Session } from "../session.ts";
import { readSettings, usageIssue } from "./arguments.ts";
import { readPlanInput } from "./plan-input.ts";

/** Options by which the policy of applications is named. */
export interface ApplicationsOptions {
  /** The one that the workbook names by default. */
  readonly policy?: string;
  readonly set: readonly string[];
  /** Rotation plan after which people compete, and the county that it was made from where that is not on record. */
  readonly after?: string;
  readonly instance?: string;
}

/** Reads a workbook of applications by the policy and after the rotation plan that are named. */
export async function readApplications(
  session: Session,
  name: string,
  options: ApplicationsOptions,
): Promise<Checked<Applications>> {
  const folder = session.io.cwd;
  const { policy } = options;
  const read = together(
    readSettings(options.set),
    policy === undefined ? NOTHING : await findPolicy(policy, { folder }),
    await readAfter(session, options),
  );
  if (!read.ok) return read;
  const [settings, found, after] = read.value;
  const given = {
    ...(found === undefined ? {} : { policy: found }),
    ...(after === undefined ? {} : { after }),
  };
  const opened = await openApplications(name, { folder, settings, ...given });
  return opened.ok ? { ...opened, warnings: [...read.warnings, ...opened.warnings] } : opened;
}

const NOTHING: Checked<undefined> = { ok: true, value: undefined, warnings: [] };

/** Reads the rotation plan after which people compete, as its file has it. */
async function readAfter(
  session: Session,
  { after, instance }: ApplicationsOptions,
): Promise<Checked<AfterPlan | undefined>> {
  if (after === undefined) return NOTHING;
  if (!after.toLowerCase().endsWith(".json"))
    return { ok: false, issues: [usageIssue("--after", NO_PLAN_FILE, { received: after, expected: "plan.json" })] };
  const given = instance === undefined ? {} : { instance };
  const read = await readPlanInput(session, after, { set: [], override: [], ...given });
  if (!read.ok) return read;
  const { plan, planningCase } = read.value;
  return { ok: true, value: { plan: plan as Plan, planningCase }, warnings: read.warnings };
}

const NO_PLAN_FILE = {
  zh: "--after 应给出交流轮岗的方案文件；改过的名册请先用 lungang adopt 采用",
  en: "--after takes the file of a rotation plan; adopt an edited roster first (lungang adopt)",
};

/** What an appointment was made from. */
export interface BehindAppointment {
  readonly applications: string;
  /** The rotation plan after which people competed. */
  readonly after?: string;
}

/** Returns what an appointment was made from, which is said; undefined for what was made from no applications. */
export async function applicationsBehind(session: Session, name: string): Promise<BehindAppointment | undefined> {
  const { county, applications, plan } = await sourcesOf(name, { folder: session.io.cwd });
  if (applications === undefined || county !== undefined) return undefined;
  warn(session, say(session, { zh: `报名数据：${applications}`, en: `Applications: ${applications}` }));
  return afterRecorded(session, applications, plan);
}

/** Returns what an appointment was made from where the applications are named: the plan on record, unless one is named. */
export async function behindNamed(
  session: Session,
  name: string,
  { applications, after }: { readonly applications: string; readonly after: string | undefined },
): Promise<BehindAppointment> {
  if (after !== undefined) return { applications, after };
  const { plan } = await sourcesOf(name, { folder: session.io.cwd });
  return afterRecorded(session, applications, plan);
}

function afterRecorded(session: Session, applications: string, plan: string | undefined): BehindAppointment {
  if (plan === undefined) return { applications };
  warn(session, say(session, { zh: `交流轮岗方案：${plan}`, en: `Rotation plan: ${plan}` }));
  return { applications, after: plan };
}
