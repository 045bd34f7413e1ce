import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Checked, OutFile, TemplatePolicy } from "lungang";
import { applicationsTemplate, templateFile, together } from "lungang";
import { findPolicy, openCounty } from "lungang/node";
import { callIssue, readSettings, usageIssue } from "../input/arguments.ts";
import { issuesOf } from "../input/issues-of.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { writeFile } from "../output.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `init` as they stand on the command line. */
export interface InitOptions {
  /** Policy whose parameters the template asks for. */
  readonly policy?: string;
  readonly set: readonly string[];
  readonly force?: boolean;
  /** A template of applications for posts in place of that of a county. */
  readonly appoint?: boolean;
  /** County whose posts and holders the template of applications holds already. */
  readonly instance?: string;
}

/** Writes the template workbook; an existing file is kept unless `--force` is given. */
export async function init(session: Session, name: string, options: InitOptions): Promise<ExitCode> {
  const path = pathOf(session, name);
  const wrong = await refusal(path, options.force === true);
  if (wrong !== undefined) return reportBadInput(session, [callIssue(wrong, { received: name })]);
  const made = await templateOf(session, basename(path), options);
  if (!made.ok) return reportBadInput(session, made.issues);
  // Whether what is there may go was asked before.
  const written = await writeFile(session, { out: name, force: true }, made.value);
  if (!written.ok) return reportBadInput(session, written.issues);
  reportWarnings(session, made.warnings);
  if (session.json) tellJson(session, { file: path });
  else {
    const check = `lungang check ${name}${options.policy === undefined ? " --policy yulin-notice" : ""}`;
    const next = options.appoint === true ? `lungang appoint ${name}` : check;
    const text = {
      zh: `模板已写入 ${path}。填好后运行：${next}`,
      en: `The template is in ${path}. Fill it in, then run: ${next}`,
    };
    tell(session, say(session, text));
  }
  return EXIT.done;
}

async function templateOf(session: Session, name: string, options: InitOptions): Promise<Checked<OutFile>> {
  const { appoint, instance } = options;
  if (appoint !== true && instance !== undefined)
    return { ok: false, issues: [usageIssue("--instance", ONLY_APPOINT)] };
  if (appoint !== true) {
    const policy = await templatePolicy(session, options);
    return policy.ok ? { ...policy, value: await templateFile(name, policy.value) } : policy;
  }
  return appointmentTemplate(session, name, options);
}

async function appointmentTemplate(session: Session, name: string, options: InitOptions): Promise<Checked<OutFile>> {
  const { io } = session;
  const { instance } = options;
  const policy = await templatePolicy(session, options);
  const county = instance === undefined ? undefined : await openCounty(instance, { folder: io.cwd });
  if (!policy.ok || county?.ok === false)
    return { ok: false, issues: [...issuesOf(policy), ...(county === undefined ? [] : issuesOf(county))] };
  return applicationsTemplate(name, county?.value, policy.value);
}

/** Reads the policy whose parameters the template asks for, and values that are known. */
async function templatePolicy(
  { io }: Session,
  { policy, set }: InitOptions,
): Promise<Checked<TemplatePolicy | undefined>> {
  const settings = readSettings(set);
  if (policy === undefined) return settings.ok ? { ok: true, value: undefined, warnings: [] } : settings;
  const read = together(await findPolicy(policy, { folder: io.cwd }), settings);
  return read.ok ? { ...read, value: { name: policy, found: read.value[0], settings: read.value[1] } } : read;
}

const ONLY_APPOINT = {
  zh: "只有岗位竞聘模板（--appoint）能由县域数据预填",
  en: "Only the template of applications (--appoint) is filled from a county",
};

async function refusal(path: string, force: boolean) {
  if (!path.toLowerCase().endsWith(".xlsx")) {
    return { zh: "模板是工作簿，文件名须以 .xlsx 结尾", en: "The template is a workbook; its name must end in .xlsx" };
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return { zh: "这是一个文件夹", en: "This is a folder" };
  if (found === undefined || force) return undefined;
  return {
    zh: "文件已存在，没有覆盖；确要覆盖请加 --force",
    en: "The file exists and was kept; use --force to overwrite it",
  };
}
