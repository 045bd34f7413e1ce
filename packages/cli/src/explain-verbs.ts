import type { Command } from "commander";
import type { Priced, SolverName } from "lungang";
import { YEAR_SOLVER } from "lungang";
import { front, others } from "./commands/explain-choices.ts";
import type { FrontOptions, OthersOptions } from "./commands/explain-choices.ts";
import { comparison } from "./commands/explain-compare.ts";
import type { CompareOptions } from "./commands/explain-compare.ts";
import { conflict } from "./commands/explain-conflict.ts";
import type { ConflictOptions } from "./commands/explain-conflict.ts";
import { prices, sweep } from "./commands/explain-variants.ts";
import type { SweepOptions } from "./commands/explain-variants.ts";
import type { QuestionOptions, WhyOptions } from "./commands/explain-person.ts";
import { why, whyNot } from "./commands/explain-person.ts";
import type { ExplainOptions } from "./commands/explained-plan.ts";
import { say } from "./session.ts";
import { INSTANCE, collect, dated, forced, solverOption, verb, withPolicy, wordOption } from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";

/** Adds the group of verbs that explain plans. */
export function addExplain(program: Command, builder: Builder): void {
  const { session } = builder;
  const group = program
    .command("explain")
    .description(
      say(session, {
        zh: "解释方案：为什么、为什么不、哪些规定冲突、一条规定的代价、参数比较、两个方案的差别",
        en: "explains plans: why, why not, which rules conflict, what a rule costs, sweeps, comparison",
      }),
    )
    .exitOverride();
  addWhy(group, builder);
  addWhyNot(group, builder);
  addConflict(group, builder);
  addPrice(group, builder);
  addSweep(group, builder);
  addFront(group, builder);
  addOthers(group, builder);
  addCompare(group, builder);
}

/** Adds a verb that first makes the plan which it explains. */
function planned(group: Command, builder: Builder, name: string): Command {
  const { session } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  return solved(group, builder, { name, solver: YEAR_SOLVER })
    .option("--seed <text>", tell("抽签种子", "seed of the lottery"), "1")
    .option(
      "--gap <share>",
      tell("方案允许的相对差距（默认 1e-4）", "relative gap of the plan that is enough (default 1e-4)"),
    );
}

/** Adds a verb that reads a case and solves. */
function solved(
  group: Command,
  builder: Builder,
  { name, solver }: { readonly name: string; readonly solver: SolverName },
): Command {
  const { session } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  return withPolicy(verb(group, builder, name), builder)
    .argument("<instance>", say(session, INSTANCE))
    .addOption(solverOption(builder, solver))
    .option("--time-limit <seconds>", tell("每次求解的总时间", "seconds of each solve"))
    .option("--node-limit <count>", tell("每层目标的节点上限，结果可复现", "nodes of each level; stays reproducible"));
}

function addWhy(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  planned(group, builder, "why")
    .description(
      tell(
        "方案为什么这样安排一个人；或全部人员（--all）的理由和另作安排的代价下限",
        "why the plan places a person as it does; with --all everybody, and what another place costs at the least",
      ),
    )
    .argument("[person]", tell("姓名或人员编号", "name or id of the person"))
    .option("--school <name>", tell("一所学校的进出和缺员", "whom a school gains and loses, and what it lacks"))
    .option("--all", tell("适用范围内的全部人员", "everybody in scope"))
    .action(async (instance: string, person: string | undefined, options: WhyOptions) =>
      done(await why(session, { instance, person }, options)),
    );
}

function addWhyNot(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  planned(group, builder, "why-not")
    .description(tell("如果另作安排：代价、随之变动的人、会违反的规定", "what another place would cost, and whom"))
    .argument("[person]", tell("姓名或人员编号", "name or id of the person"))
    .option("--school <name>", tell("到这所学校；或与 --nobody 同用", "goes to this school; or with --nobody"))
    .option("--post <id>", tell("到这个岗位", "goes to this post"))
    .option("--not-school <name>", tell("不到这所学校", "does not go to this school"))
    .option("--stay", tell("留任", "stays"))
    .option("--leave", tell("参加交流，去向不限", "goes, wherever"))
    .addOption(
      wordOption(builder, {
        flags: "--nobody <what>",
        text: tell("不写人，问整所学校：不派出或不接收", "no person, a whole school: nobody leaves or comes"),
        words: NOBODY,
      }),
    )
    .action(async (instance: string, person: string | undefined, options: QuestionOptions) =>
      done(await whyNot(session, { instance, person }, options)),
    );
}

function addConflict(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  dated(forced(solved(group, builder, { name: "conflict", solver: YEAR_SOLVER }), builder), builder)
    .description(tell("没有方案时：哪些规定不能同时满足，各至少放宽多少", "which rules cannot hold together"))
    .option(
      "--highest",
      tell(
        "另算每项比例最高能到多少（其余规定不变）",
        "also how far each quota and share can be raised, all else kept",
      ),
    )
    .option(
      "--out <folder>",
      tell("写出说明（无方案说明.xlsx）的文件夹", "folder for the workbook that says why there is no plan"),
    )
    .action(async (instance: string, options: ConflictOptions) => done(await conflict(session, instance, options)));
}

/** Words of documents for what is asked about a school, and for what is priced. */
const NOBODY = { leaves: "不派出", comes: "不接收" } as const;
const PRICED: Readonly<Record<Priced, string>> = { rules: "规定", parameters: "参数" };

function addPrice(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  planned(group, builder, "price")
    .description(tell("每条规定或每个参数的代价，代价大的在前", "what each rule or parameter costs, the dearest first"))
    .addOption(
      wordOption(builder, {
        flags: "--of <what>",
        text: tell("规定（去掉）或参数（放宽、收紧一步）", "rules left out, or parameters by a step"),
        words: PRICED,
      }).default("rules", tell("规定", "rules")),
    )
    .action(async (instance: string, options: ExplainOptions & { readonly of: Priced }) =>
      done(await prices(session, instance, options)),
    );
}

function addSweep(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  planned(group, builder, "sweep")
    .description(tell("参数的多个取值各编一个方案", "a plan for each of several values of parameters"))
    .option(
      "--grid <name=value,value>",
      tell("参数的取值，可重复，各种组合都算", "values of a parameter; repeatable, all combinations"),
      collect,
      [],
    )
    .option(
      "--resume <file>",
      tell(
        "接着算：中断前用 --json 写出的结果，其中已有的点不再重算",
        "goes on: what an ended sweep wrote with --json",
      ),
    )
    .action(async (instance: string, options: SweepOptions) => done(await sweep(session, instance, options)));
}

function addFront(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  planned(group, builder, "front")
    .description(
      tell(
        "两项目标之间的取舍：在两项上都不被超过的方案",
        "what two aims cost each other: plans that no other beats in both",
      ),
    )
    .option("--between <aim,aim>", tell("两项目标的名称", "names of two aims of the policy"))
    .option("--points <count>", tell("最多编制多少个方案", "plans that are made at most"), "20")
    .action(async (instance: string, options: FrontOptions) => done(await front(session, instance, options)));
}

function addOthers(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  planned(group, builder, "others")
    .description(tell("同样好而人选尽量不同的其他方案", "other plans that are as good and as different as they can be"))
    .option("--count <count>", tell("要几个", "how many"), "3")
    .option(
      "--within <aim=share>",
      tell("一项目标可以差多少，可重复，如 nearness=2%", "what an aim may lose; repeatable, such as nearness=2%"),
      collect,
      [],
    )
    .action(async (instance: string, options: OthersOptions) => done(await others(session, instance, options)));
}

function addCompare(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  verb(group, builder, "compare")
    .description(tell("两个方案的差别：目标、人员、学校", "the difference of two plans: levels, people, schools"))
    .argument("<plan>", tell("plan.json", "plan.json"))
    .argument("<other>", tell("另一个 plan.json", "another plan.json"))
    .requiredOption("--instance <instance>", say(session, INSTANCE))
    .action(async (plan: string, other: string, options: CompareOptions) =>
      done(await comparison(session, { plan, other }, options)),
    );
}
