import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { SolverName } from "lungang";
import { SOLVER_NAMES } from "lungang/node";
import type { ExitCode } from "./io.ts";
import { say } from "./session.ts";
import type { Session } from "./session.ts";

/** Everything that building a command needs. */
export interface Builder {
  readonly session: Session;
  readonly done: (code: ExitCode) => void;
}

/** Adds the option that lets a command replace what somebody else wrote. */
export function forced(command: Command, { session }: Builder): Command {
  const text = { zh: "覆盖有人改动过的文件", en: "overwrites files that somebody changed" };
  return command.option("--force", say(session, text));
}

/** Adds the option that names the plan of a workbook. */
export function withPlan(command: Command, { session }: Builder): Command {
  const text = {
    zh: "名册由哪个 plan.json 生成（默认为名册旁的）",
    en: "plan that a workbook was made from (the one beside it)",
  };
  return command.option("--plan <file>", say(session, text));
}

/** A solver by its name; one that is installed on the machine is looked for when it is used. */
export function solverOption({ session }: Builder, usual: SolverName): Option {
  const names = SOLVER_NAMES.join(", ");
  const text = {
    zh: `求解器：${names}，或本机安装的 exec:cbc 等`,
    en: `solver: ${names}, or one that is installed, such as exec:cbc`,
  };
  const known = (name: string) => SOLVER_NAMES.some((each) => each === name) || name.startsWith("exec:");
  return new Option("--solver <name>", say(session, text)).default(usual).argParser((name) => {
    if (known(name)) return name;
    throw new InvalidArgumentError(`Allowed choices are ${names}, exec:NAME.`);
  });
}
