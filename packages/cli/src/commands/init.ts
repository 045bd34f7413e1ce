import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Checked, OutFile } from "lungang";
import { applicationsTemplate, templateFile } from "lungang";
import { openCounty } from "lungang/node";
import { usageIssue } from "../input/arguments.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { writeFile } from "../output.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";

/** Options of `init` as they stand on the command line. */
export interface InitOptions {
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
  if (wrong !== undefined) return reportBadInput(session, [usageIssue("FILE", wrong, { received: name })]);
  const made = await templateOf(session, basename(path), options);
  if (!made.ok) return reportBadInput(session, made.issues);
  // Whether what is there may go was asked before.
  const written = await writeFile(session, { out: name, force: true }, made.value);
  if (!written.ok) return reportBadInput(session, written.issues);
  reportWarnings(session, made.warnings);
  if (session.json) tellJson(session, { file: path });
  else {
    const next = options.appoint === true ? `lungang appoint ${name}` : `lungang check ${name} --policy yulin-notice`;
    const text = {
      zh: `模板已写入 ${path}。填好后运行：${next}`,
      en: `The template is in ${path}. Fill it in, then run: ${next}`,
    };
    tell(session, say(session, text));
  }
  return EXIT.done;
}

async function templateOf(
  { io }: Session,
  name: string,
  { appoint, instance }: InitOptions,
): Promise<Checked<OutFile>> {
  if (appoint !== true && instance !== undefined)
    return { ok: false, issues: [usageIssue("--instance", ONLY_APPOINT)] };
  if (appoint !== true) return { ok: true, value: await templateFile(name), warnings: [] };
  if (instance === undefined) return applicationsTemplate(name);
  const county = await openCounty(instance, { folder: io.cwd });
  return county.ok ? applicationsTemplate(name, county.value) : county;
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
