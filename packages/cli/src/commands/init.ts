import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { AppointedPeople, Checked, NextYear, OutFile, TemplatePolicy, Text } from "lungang";
import { applicationsTemplate, appointedOfCounty, nextYearFile, templateFile, together } from "lungang";
import { findPolicy, openCounty, readAppointmentListFile } from "lungang/node";
import { callIssue, readSettings, usageIssue } from "../input/arguments.ts";
import { issuesOf } from "../input/issues-of.ts";
import { readPlanInput } from "../input/plan-input.ts";
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
  /** County whose posts and holders the template of applications holds already, or that of the plan of last year. */
  readonly instance?: string;
  /** Plan of last year: the workbook is the county as it leaves it. */
  readonly after?: string;
  /** Appointment of last year: who was given which post. */
  readonly appointed?: string;
}

/** Writes the template workbook; an existing file is kept unless `--force` is given. */
export async function init(session: Session, name: string, options: InitOptions): Promise<ExitCode> {
  const path = pathOf(session, name);
  const wrong = await refusal(path, options.force === true);
  if (wrong !== undefined) return reportBadInput(session, [callIssue(wrong, { received: name })]);
  const made = await templateOf(session, basename(path), options);
  if (!made.ok) return reportBadInput(session, made.issues);
  // Whether what is there may go was asked before.
  const written = await writeFile(session, { out: name, force: true }, made.value.file);
  if (!written.ok) return reportBadInput(session, written.issues);
  reportWarnings(session, made.warnings);
  if (session.json) tellJson(session, { file: path });
  else {
    const { nextYear: year } = made.value;
    tell(session, say(session, year === undefined ? nextStep(path, name, options) : nextYearStep(path, name, year)));
  }
  return EXIT.done;
}

function nextStep(path: string, name: string, { policy, appoint }: InitOptions): Text {
  const check = `lungang check ${name}${policy === undefined ? " --policy yulin-notice" : ""}`;
  const next = appoint === true ? `lungang appoint ${name}` : check;
  return {
    zh: `模板已写入 ${path}。填好后运行：${next}`,
    en: `The template is in ${path}. Fill it in, then run: ${next}`,
  };
}

function nextYearStep(path: string, name: string, { namesPolicy, retired, appointed }: MadeYear): Text {
  const policy = namesPolicy ? "" : " --policy …";
  const gained =
    appointed === undefined
      ? {
          zh: "岗位竞聘的结果没有计入，有竞聘的请另加 --appointed 和聘任结果所在的文件夹重新写出",
          en: "no appointment is in it; if there was one, write it again with --appointed and the folder of the appointment",
        }
      : {
          zh: `经竞聘变动岗位的 ${appointed} 人已在新岗位`,
          en: `${appointed} people stand at the post they were appointed to`,
        };
  const left = retiredText(retired);
  return {
    zh: `下一年的县域数据已写入 ${path}：人员的学校和交流经历已按方案变动，${left.zh}；${gained.zh}。请补上新教师、状态、考核等变化，核对政策参数，然后运行：lungang check ${name}${policy}`,
    en: `The county of the next year is in ${path}: schools and exchanges of people are as the plan leaves them, ${left.en}; ${gained.en}. Add recruits, statuses, assessments and the like, check the settings, then run: lungang check ${name}${policy}`,
  };
}

/** Rows of who has retired stay: somebody may work on, and an exchange may have to be looked up. */
function retiredText(retired: number): Text {
  if (retired === 0) return { zh: "没有到龄退休的人员", en: "nobody has reached the age of retirement" };
  return {
    zh: `到龄退休的 ${retired} 人保留原行，“在岗”已改为“否”`,
    en: `the rows of ${retired} who ${retired === 1 ? "has" : "have"} reached the age of retirement stay, out of post (在岗 否)`,
  };
}

/** What is told of a county of the next year. */
interface MadeYear extends Pick<NextYear, "namesPolicy" | "retired"> {
  /** People at another post by a competition; undefined where no list of one was given. */
  readonly appointed: number | undefined;
}

/** A workbook to fill in. */
interface Template {
  readonly file: OutFile;
  /** Only of a county of the next year. */
  readonly nextYear?: MadeYear;
}

async function templateOf(session: Session, name: string, options: InitOptions): Promise<Checked<Template>> {
  const { appoint, instance, after, appointed } = options;
  if (after !== undefined) return nextYear(session, name, { ...options, after });
  if (appointed !== undefined) return { ok: false, issues: [usageIssue("--appointed", ONLY_AFTER)] };
  if (appoint !== true && instance !== undefined)
    return { ok: false, issues: [usageIssue("--instance", ONLY_APPOINT)] };
  if (appoint !== true) {
    const policy = await templatePolicy(session, options);
    return policy.ok ? { ...policy, value: { file: await templateFile(name, policy.value) } } : policy;
  }
  const made = await appointmentTemplate(session, name, options);
  return made.ok ? { ...made, value: { file: made.value } } : made;
}

/** The county as the plan of last year leaves it. */
async function nextYear(
  session: Session,
  name: string,
  { after, appoint, policy, set, instance, appointed }: InitOptions & { readonly after: string },
): Promise<Checked<Template>> {
  const beside = [...(appoint === true ? ["--appoint"] : []), ...(policy === undefined ? [] : ["--policy"])];
  if (beside.length > 0) return { ok: false, issues: beside.map((option) => usageIssue(option, NOT_AFTER)) };
  const read = await readPlanInput(session, after, {
    set,
    override: [],
    ...(instance === undefined ? {} : { instance }),
  });
  if (!read.ok) return read;
  const { planningCase, plan } = read.value;
  if (plan === undefined) return { ok: false, issues: [usageIssue("--after", NO_PLAN, { received: after })] };
  const gained = await appointedBy(session, appointed, { planningCase, plan });
  if (!gained.ok) return gained;
  const made = await nextYearFile(name, { planningCase, plan }, { appointed: gained.value ?? [] });
  const { file, namesPolicy, retired } = made;
  const year = { namesPolicy, retired, appointed: gained.value?.length };
  const warnings = [...read.warnings, ...gained.warnings, ...made.warnings];
  return { ok: true, value: { file, nextYear: year }, warnings };
}

/** Who has another post by the list of an appointment; undefined where none is given. */
async function appointedBy(
  { io }: Session,
  path: string | undefined,
  made: Parameters<typeof appointedOfCounty>[1],
): Promise<Checked<AppointedPeople | undefined>> {
  if (path === undefined) return { ok: true, value: undefined, warnings: [] };
  const list = await readAppointmentListFile(path, { folder: io.cwd });
  if (!list.ok) return list;
  const read = appointedOfCounty(list.value, made);
  return read.ok ? { ...read, warnings: [...list.warnings, ...read.warnings] } : read;
}

const ONLY_AFTER = {
  zh: "聘任结果只计入下一年的县域数据，请与 --after 同用",
  en: "An appointment enters only the county of the next year: use it with --after",
};

const NOT_AFTER = {
  zh: "不与 --after 同用：下一年的数据沿用方案的政策；岗位竞聘模板请用 --appoint --instance",
  en: "Not with --after: the next year keeps the policy of the plan; --appoint --instance makes a template of applications",
};

const NO_PLAN = {
  zh: "这份名册旁没有编制它的方案，请给出方案文件（plan.json）",
  en: "The plan that this roster was made from is not beside it: name the plan itself (plan.json)",
};

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
