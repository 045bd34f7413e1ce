import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { SolverName, Text } from "lungang";
import { LANGUAGES } from "lungang";
import { SOLVER_NAMES } from "lungang/node";
import type { ExitCode } from "./io.ts";
import { say } from "./session.ts";
import type { Session } from "./session.ts";

/** Everything that building a command needs. */
export interface Builder {
  readonly session: Session;
  readonly done: (code: ExitCode) => void;
}

/** What names a county. */
export const INSTANCE: Text = {
  zh: "xlsx 工作簿、CSV 文件夹或 JSON 文件",
  en: "xlsx workbook, folder of CSV files or JSON file",
};

/** What names the county of a plan, which is on record where the plan was written. */
export const MADE_FROM: Text = {
  zh: "县域数据（默认为编制方案所用的）",
  en: "the county (by default the one that the plan was made from)",
};

/** Adds a verb with the options that every verb has. */
export function verb(program: Command, { session }: Builder, name: string): Command {
  return program
    .command(name)
    .exitOverride()
    .addOption(
      new Option("--lang <language>", say(session, { zh: "输出语言", en: "language of the output" })).choices([
        ...LANGUAGES,
      ]),
    )
    .option("--json", say(session, { zh: "标准输出为一份 JSON", en: "one JSON document on standard output" }));
}

/** Collects the values of an option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** What an option of words is called and says, and the Chinese word of every English one. */
interface WordOption<T extends string> {
  readonly flags: string;
  readonly text: string;
  readonly words: Readonly<Record<T, string>>;
}

/** Returns an option that takes one of some words, as documents write them in Chinese or by their English names. */
export function wordOption<T extends string>({ session }: Builder, { flags, text, words }: WordOption<T>): Option {
  const pairs = Object.entries<string>(words);
  const allowed = pairs.map(([name, zh]) => say(session, { zh: `${zh} (${name})`, en: `${name} (${zh})` }));
  return new Option(flags, text).choices(allowed).argParser((given) => {
    const found = pairs.find(([name, zh]) => given.trim().toLowerCase() === name || given.trim() === zh);
    if (found !== undefined) return found[0];
    throw new InvalidArgumentError(`Allowed choices are ${allowed.join(", ")}.`);
  });
}

/** Adds the options that name a policy and what changes it. */
export function withPolicy(command: Command, builder: Builder): Command {
  const text = {
    zh: "内置政策名，或 YAML/JSON 文件（默认为数据“政策参数”表中的）",
    en: "policy by name, or a YAML or JSON file (the one that the county names by default)",
  };
  return withChanges(command.option("--policy <name|file>", say(builder.session, text)), builder);
}

/** Adds the options that go over what a plan says that it was made with. */
export function besidePlan(command: Command, builder: Builder): Command {
  const text = {
    zh: "政策（方案文件记载了所用的政策和参数，通常不必给出）",
    en: "policy; a plan file says by which policy and settings it was made, so that none is needed",
  };
  const planned = withPlan(command.option("--policy <name|file>", say(builder.session, text)), builder);
  return withChanges(planned, builder);
}

function withChanges(command: Command, { session }: Builder): Command {
  const tell = (zh: string, en: string) => say(session, { zh, en });
  return command
    .option(
      "--set <name=value>",
      tell("设定政策参数，可重复", "sets a parameter of the policy; repeatable"),
      collect,
      [],
    )
    .option(
      "--override <rule=reason>",
      tell("放宽“一般”“原则上”的规则并写明理由，可重复", "sets a rule aside that the policy allows to; repeatable"),
      collect,
      [],
    )
    .option(
      "--lock <file>",
      tell("已定人员：JSON、plan.json 或工作簿", "decisions already taken: JSON, a plan file or a workbook"),
    );
}

/** Adds the option that names the plan of a workbook. */
function withPlan(command: Command, { session }: Builder): Command {
  const text = {
    zh: "名册由哪个 plan.json 生成（默认为名册旁的）",
    en: "plan that a workbook was made from (the one beside it)",
  };
  return command.option("--plan <file>", say(session, text));
}

/** The rotation plan after which people compete for the same posts. */
export function afterOption({ session }: Builder): Option {
  const text = {
    zh: "先行的交流轮岗方案 plan.json：其安排的人员不再竞聘，腾出的岗位一并竞聘",
    en: "rotation plan (plan.json) that comes first: whom it places does not compete, posts that it frees are open",
  };
  return new Option("--after <plan>", say(session, text));
}

/** Adds the option that lets a command replace what somebody else wrote. */
export function forced(command: Command, { session }: Builder): Command {
  const text = { zh: "覆盖有人改动过的文件", en: "overwrites files that somebody changed" };
  return command.option("--force", say(session, text));
}

/** Adds the option that dates the documents. */
export function dated(command: Command, { session }: Builder): Command {
  const text = {
    zh: "文件上的日期，如 2026-07-01（默认按政策所定的方案确定日；政策未定的留空，由人填写）",
    en: "day of the documents, such as 2026-07-01 (by default that of the decision where the policy names one, else left open)",
  };
  return command.option("--date <day>", say(session, text));
}

/** The file of letters to everybody who moves, and to those who were due or applied and stay. */
export function lettersOption({ session }: Builder): Option {
  const text = {
    zh: "写入交流人员的通知书、介绍信和本人说明，及应交流或申请而未安排者的说明（.html），一次打印",
    en: "letters to everybody who moves, or was due or applied and stays (.html)",
  };
  return new Option("--letters <file>", say(session, text));
}

/** What years are planned again from. */
export function replanOption({ session }: Builder): Option {
  const text = {
    zh: "原方案 years.json：以最少变动重排；给出其文件夹或某年改过的名册，则先采用改动",
    en: "earlier years.json: fewest changes; with its folder or an edited roster of a year the edits are adopted first",
  };
  return new Option("--replan <file|folder>", say(session, text));
}

/** Who is no longer there when years are planned again. */
export function withdrawOption({ session }: Builder): Option {
  const text = {
    zh: "退出者的编号或姓名，可重复（与 --replan 同用）",
    en: "who withdraws, by id or name; repeatable, with --replan",
  };
  return new Option("--withdraw <person>", say(session, text)).argParser(collect).default([]);
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
