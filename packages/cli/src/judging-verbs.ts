import type { Command } from "commander";
import { audit } from "./commands/audit.ts";
import type { AuditOptions } from "./commands/audit.ts";
import { verify } from "./commands/verify.ts";
import type { VerifyOptions } from "./commands/verify.ts";
import { say } from "./session.ts";
import { MADE_FROM, afterOption, besidePlan, forced, verb } from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";

/** Adds the verb that recounts every rule of what was made. */
export function addVerify(program: Command, builder: Builder): void {
  const { session, done } = builder;
  besidePlan(verb(program, builder, "verify"), builder)
    .description(
      say(session, {
        zh: "不用求解器，逐条复核方案或手工改过的名单",
        en: "verifies a plan or an edited roster without the solver",
      }),
    )
    .argument(
      "<plan>",
      say(session, { zh: "plan.json、名单或聘任工作簿", en: "plan.json, a roster or an appointment" }),
    )
    .option("--instance <instance>", say(session, MADE_FROM))
    .option(
      "--applications <file>",
      say(session, { zh: "复核聘任名单时的报名工作簿", en: "workbook of applications, for an appointment" }),
    )
    .addOption(afterOption(builder))
    .action(async (name: string, options: VerifyOptions) => done(await verify(session, name, options)));
}

/** Adds the verb that says what a plan does to whom. */
export function addAudit(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  forced(besidePlan(verb(program, builder, "audit"), builder), builder)
    .description(
      tell(
        "评估任何方案或聘任名单：谁不如留任、被越过，空岗、负担、距离、流动，逐项列出个案",
        "report card of any plan or appointment: who loses, who is passed over, vacancies, burden, every case",
      ),
    )
    .argument("<plan>", tell("plan.json、名单或聘任工作簿", "plan.json, a roster or an appointment"))
    .option("--instance <instance>", say(session, MADE_FROM))
    .option("--applications <file>", tell("聘任名单的报名工作簿", "workbook of applications, for an appointment"))
    .addOption(afterOption(builder))
    .option(
      "--public",
      tell("显示公开版：不列人员，隐去小数字", "shows the public edition: no people, small counts held back"),
    )
    .option("--out <folder>", tell("写出评估工作簿的文件夹", "folder for the card and its workbooks"))
    .action(async (name: string, options: AuditOptions) => done(await audit(session, name, options)));
}
