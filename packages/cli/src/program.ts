import { Command } from "commander";
import { YEARS_SOLVER, YEAR_SOLVER } from "lungang";
import { adopt } from "./commands/adopt.ts";
import type { AdoptOptions } from "./commands/adopt.ts";
import { appoint } from "./commands/appoint.ts";
import type { AppointOptions } from "./commands/appoint.ts";
import { check } from "./commands/check.ts";
import type { CheckOptions } from "./commands/check.ts";
import { plan } from "./commands/plan.ts";
import type { PlanOptions } from "./commands/plan.ts";
import { report } from "./commands/report.ts";
import type { ReportOptions } from "./commands/report-options.ts";
import { METHODS, years } from "./commands/years.ts";
import type { YearsOptions } from "./commands/years.ts";
import { addExplain } from "./explain-verbs.ts";
import { addExport } from "./export-verbs.ts";
import { addInit } from "./init-verb.ts";
import type { ExitCode } from "./io.ts";
import { addProcedure } from "./procedure-verbs.ts";
import { addPolicies } from "./policies-verb.ts";
import { say } from "./session.ts";
import type { Session } from "./session.ts";
import {
  INSTANCE,
  MADE_FROM,
  afterOption,
  besidePlan,
  collect,
  dated,
  forced,
  lettersOption,
  replanOption,
  solverOption,
  verb,
  withPolicy,
  withdrawOption,
  wordOption,
} from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";
import { addAudit, addVerify } from "./judging-verbs.ts";
import { withHelpIn } from "./text/help-text.ts";
import { VERSION } from "./version.ts";

/** Returns the command line; `done` hears the exit code of the verb that ran. */
export function createProgram(session: Session, done: (code: ExitCode) => void): Command {
  const builder: Builder = { session, done };
  const program = new Command("lungang")
    .description(
      say(session, {
        zh: "轮岗：县域教师校长交流轮岗规划",
        en: "Lungang: planning of teacher rotation between the schools of a county",
      }),
    )
    .version(VERSION, "-V, --version", say(session, { zh: "显示版本", en: "output the version number" }))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void (session.json ? session.io.stderr : session.io.stdout).write(text),
      writeErr: (text) => void (text.startsWith("error:") ? undefined : session.io.stderr.write(text)),
    });
  withHelpIn(session, program);
  for (const add of VERBS) add(program, builder);
  return program;
}

const VERBS = [
  addPlan,
  addYears,
  addAppoint,
  addCheck,
  addVerify,
  addAudit,
  addAdopt,
  addReport,
  addProcedure,
  addExplain,
  addInit,
  addPolicies,
  addExport,
] as const;

function addPlan(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  dated(forced(withPolicy(verb(program, builder, "plan"), builder), builder), builder)
    .description(tell("编制一年的交流方案", "plans one year"))
    .argument("<instance>", say(session, INSTANCE))
    .addOption(solverOption(builder, YEAR_SOLVER))
    .option("--seed <text>", tell("抽签种子", "seed of the lottery"), "1")
    .option("--gap <share>", tell("允许的相对差距（默认 1e-4）", "relative gap that is enough (default 1e-4)"))
    .option("--time-limit <seconds>", tell("全部目标的总时间", "seconds for all levels together"))
    .option("--node-limit <count>", tell("每层目标的节点上限，结果可复现", "nodes of each level; stays reproducible"))
    .option(
      "--prove-candidates",
      tell(
        "在政策允许的全部去向中再求解一次，说明扩大候选是否会使结果更好",
        "solve once more among all admitted moves and say whether more candidates make anything better",
      ),
    )
    .option("--out <folder>", tell("写出方案和工作簿的文件夹", "folder for the plan and its workbooks"))
    .action(async (instance: string, options: PlanOptions) => done(await plan(session, instance, options)));
}

function addYears(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  dated(forced(withPolicy(verb(program, builder, "years"), builder), builder), builder)
    .description(tell("编制至多六年的滚动方案，或按原方案最少变动重排", "plans up to six years, or plans them again"))
    .argument("<instance>", say(session, INSTANCE))
    .option("--years <count>", tell("年数，1 至 6", "number of years, 1 to 6"), "3")
    .option(
      "--yearly <name=value,value>",
      tell("逐年的参数，末值沿用，可重复", "a parameter year by year, the last value goes on; repeatable"),
      collect,
      [],
    )
    .addOption(solverOption(builder, YEARS_SOLVER))
    .addOption(
      wordOption(builder, {
        flags: "--method <name>",
        text: tell("怎样求解", "one program, or year after year"),
        words: METHODS,
      }).default("program", tell(METHODS.program, "program")),
    )
    .option("--seed <text>", tell("抽签种子", "seed of the lottery"), "1")
    .option("--gap <share>", tell("允许的相对差距（默认 1e-3）", "relative gap that is enough (default 1e-3)"))
    .option(
      "--time-limit <seconds>",
      tell(
        "整体求解的总时间（未给的，默认求解器按工作量停止）",
        "seconds for the program of all years (without: the default solver ends after a fixed amount of work)",
      ),
    )
    .addOption(replanOption(builder))
    .addOption(withdrawOption(builder))
    .option("--fixed <count>", tell("前几年保持不变（与 --replan 同用）", "first years that stand, with --replan"))
    .option("--out <folder>", tell("写出各年方案的文件夹", "folder for the plans of all years"))
    .action(async (instance: string, options: YearsOptions) => done(await years(session, instance, options)));
}

function addAppoint(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  dated(forced(verb(program, builder, "appoint"), builder), builder)
    .description(
      tell("按报名志愿聘任到岗（县管校聘），并复核", "appoints people to posts by their wishes, and checks it"),
    )
    .argument(
      "<applications>",
      tell("报名工作簿（.xlsx，模板见 init --appoint）", "workbook of applications; see init --appoint"),
    )
    .option(
      "--policy <name|file>",
      tell(
        "写明聘任规则和轮次的政策（默认为工作簿“参数”表中的）",
        "policy that says rule and rounds (the one that the workbook names by default)",
      ),
    )
    .option("--set <name=value>", tell("设定政策参数，可重复", "sets a parameter of the policy"), collect, [])
    .addOption(afterOption(builder))
    .option("--instance <instance>", tell("该交流轮岗方案的县域数据", "county of that rotation plan"))
    .option(
      "--fewest-changes",
      tell(
        "撤回决定后另求变动最少的名单，并逐一列出由此被越过的人",
        "also finds the list with the fewest changes after withdrawn decisions, and names whom it passes over",
      ),
    )
    .option("--out <folder>", tell("写出聘任名单的文件夹", "folder for the appointment and its workbooks"))
    .action(async (name: string, options: AppointOptions) => done(await appoint(session, name, options)));
}

function addCheck(program: Command, builder: Builder): void {
  const { session, done } = builder;
  withPolicy(verb(program, builder, "check"), builder)
    .description(
      say(session, {
        zh: "检查数据；求解前列出符合条件、不纳入、指标和余缺",
        en: "checks the data; who is eligible or exempt, the quota, supply and demand, before any solve",
      }),
    )
    .argument("<instance>", say(session, INSTANCE))
    .option(
      "--out <file>",
      say(session, {
        zh: "标注问题的工作簿（默认为数据旁的 检查结果.xlsx）",
        en: "workbook with the problems marked (problems.xlsx beside the data by default)",
      }),
    )
    .action(async (instance: string, options: CheckOptions) => done(await check(session, instance, options)));
}

function addAdopt(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  dated(forced(besidePlan(verb(program, builder, "adopt"), builder), builder), builder)
    .description(tell("采用手工改过的名册：列出改动，复核，重新生成全部文件", "makes a plan of an edited workbook"))
    .argument("<workbook>", tell("改过的名册工作簿", "roster workbook that was edited"))
    .option("--instance <instance>", say(session, MADE_FROM))
    .option("--out <folder>", tell("写出文件的文件夹（默认为名册旁的“采用”）", "folder to write (adopted, beside it)"))
    .action(async (workbook: string, options: AdoptOptions) => done(await adopt(session, workbook, options)));
}

function addReport(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  dated(forced(besidePlan(verb(program, builder, "report"), builder), builder), builder)
    .description(tell("由方案生成各类报表（内部或公开版本）", "makes the reports of a plan, internal or public"))
    .argument("<plan>", say(session, { zh: "plan.json 或名单工作簿", en: "plan.json or a roster workbook" }))
    .option("--instance <instance>", say(session, MADE_FROM))
    .option("--only <ids>", tell("只生成这些报表，如 R1,R2", "only these reports, for example R1,R2"))
    .option("--public", tell("公开版本：隐去姓名和个人情形", "public version: names and circumstances masked"))
    .option("--decided <date>", tell("方案确定日期，用于推算公示期", "day of the decision; publicity follows it"))
    .option(
      "--records <file>",
      tell(
        "补充记录（JSON）：往年、落聘、任务等；或 程序记录.xlsx：进度、异议、考核",
        "records beside the data (JSON), or the workbook of the procedure",
      ),
    )
    .option("--out <file>", tell("写入的工作簿（.xlsx）", "workbook to write (.xlsx)"))
    .option(
      "--html <file>",
      tell("写入一个网页报告（.html），断网可看", "page to write (.html), one file that needs no network"),
    )
    .addOption(lettersOption(builder))
    .option("--person <name>", tell("网页报告：此人的本人版", "page: the person's own edition"))
    .option("--compare <plan>", tell("网页报告：与另一 plan.json 比较", "page: compares with another plan.json"))
    .option(
      "--explained <file>",
      tell(
        "网页报告：附上 explain why、sweep、price、conflict 的 --json 输出，可重复",
        "page: shows what explain why, sweep, price or conflict wrote with --json; repeatable",
      ),
      collect,
      [],
    )
    .action(async (planName: string, options: ReportOptions) => done(await report(session, planName, options)));
}
