import type { Command } from "commander";
import { init } from "./commands/init.ts";
import type { InitOptions } from "./commands/init.ts";
import { say } from "./session.ts";
import { collect, verb } from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";

/** Adds the verb that writes workbooks to fill in. */
export function addInit(program: Command, builder: Builder): void {
  const { session, done } = builder;
  verb(program, builder, "init")
    .description(say(session, { zh: "写出填报模板", en: "writes the template workbook" }))
    .argument("<file>", say(session, { zh: "模板文件名（.xlsx）", en: "name of the workbook (.xlsx)" }))
    .option("--force", say(session, { zh: "覆盖已有文件", en: "overwrites an existing file" }))
    .option(
      "--policy <name|file>",
      say(session, { zh: "按这份政策附上参数表", en: "adds the sheet of its parameters" }),
    )
    .option("--set <name=value>", say(session, { zh: "填好的参数，可重复", en: "a parameter filled in" }), collect, [])
    .option(
      "--appoint",
      say(session, { zh: "岗位竞聘（县管校聘）的报名模板", en: "template of applications for posts instead" }),
    )
    .option(
      "--instance <instance>",
      say(session, {
        zh: "用县域数据预填岗位和现有人员（与 --appoint 同用）",
        en: "county whose posts and people are filled in, with --appoint",
      }),
    )
    .option(
      "--after <plan>",
      say(session, {
        zh: "写出下一年的县域数据：上一年的方案落实以后的学校、人员和交流经历",
        en: "the county of the next year, as the plan of last year leaves it",
      }),
    )
    .option(
      "--appointed <list>",
      say(session, {
        zh: "与 --after 同用：上一年的聘任结果（文件夹、聘任结果.xlsx 或 appointment.json），聘到新岗位的人员列在新岗位",
        en: "with --after: the appointment of last year (its folder, workbook or appointment.json); people stand at their new posts",
      }),
    )
    .action(async (file: string, options: InitOptions) => done(await init(session, file, options)));
}
