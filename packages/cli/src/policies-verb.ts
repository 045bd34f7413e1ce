import type { Command } from "commander";
import { lint, policies } from "./commands/policies.ts";
import type { PoliciesOptions } from "./commands/policies.ts";
import { say } from "./session.ts";
import { verb } from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";

/** Adds the verb that lists, shows and checks policies. */
export function addPolicies(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  const group = verb(program, builder, "policies")
    .description(
      tell(
        "列出内置政策，或一项政策的参数；--yaml、--json 输出政策全文；lint 检查政策文件",
        "lists the policies, or the parameters of one; its whole text with --yaml or --json; lint checks a file",
      ),
    )
    .argument("[name|file]", tell("政策名，或 YAML/JSON 文件", "name of a policy, or a YAML or JSON file"))
    .option("--yaml", tell("输出政策全文（带说明的 YAML）", "the whole text as YAML with comments"))
    .option("--attributes", tell("列出条件可用的属性和词语", "lists the attributes of conditions and their words"))
    .option("--rules", tell("列出规则及其参数", "lists the rules and their parameters"))
    .option("--forms", tell("列出形式目录", "lists the catalogue of forms"))
    .action(async (name: string | undefined, options: PoliciesOptions) => done(await policies(session, name, options)));
  verb(group, builder, "lint")
    .description(tell("逐行检查政策文件，并提醒少见的写法", "checks a policy line by line, and what is seldom meant"))
    .argument("<name|file>", tell("政策名，或 YAML/JSON 文件", "name of a policy, or a YAML or JSON file"))
    .action(async (name: string) => done(await lint(session, name)));
}
