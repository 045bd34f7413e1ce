import type { Command } from "commander";
import { procedure } from "./commands/procedure.ts";
import type { ProcedureOptions } from "./commands/procedure.ts";
import { say } from "./session.ts";
import { MADE_FROM, besidePlan, verb } from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";

/** Adds the verbs of what follows a plan: publicity, objections, the end, assessments. */
export function addProcedure(program: Command, builder: Builder): void {
  const { session } = builder;
  const group = program
    .command("procedure")
    .exitOverride()
    .description(
      say(session, {
        zh: "公示、异议和申诉、定稿、期末考核：逐步记入方案旁的 程序记录.xlsx",
        en: "publicity, objections, the end, assessments: kept step by step in a workbook beside the plan",
      }),
    );
  addPublish(group, builder);
  addObject(group, builder);
  addFinalise(group, builder);
  addAssess(group, builder);
}

/** Adds what every verb of the group has: the plan, the day, the workbook. */
function step(group: Command, builder: Builder, name: string): Command {
  const tell = (zh: string, en: string) => say(builder.session, { zh, en });
  return besidePlan(verb(group, builder, name), builder)
    .argument("<plan>", tell("plan.json 或名单工作簿", "plan.json or a roster workbook"))
    .option("--instance <instance>", say(builder.session, MADE_FROM))
    .option("--on <day>", tell("办理日期，如 2026-08-20", "day of the step, such as 2026-08-20"))
    .option("--record <file>", tell("程序记录工作簿（默认在方案旁）", "workbook of the procedure (beside the plan)"));
}

function addPublish(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  step(group, builder, "publish")
    .description(tell("公示方案，推算公示期；或撤回", "publishes the plan and works out the days, or withdraws it"))
    .option("--days <count>", tell("公示的工作日数（默认按政策）", "working days of publicity (by the policy)"))
    .option("--withdraw", tell("撤回公示的方案，修改后重新公示", "withdraws the plan: it may be changed"))
    .action(async (planName: string, options: ProcedureOptions) =>
      done(await procedure(session, { verb: "publish", planName }, options)),
    );
}

function addObject(group: Command, builder: Builder): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  step(group, builder, "object")
    .description(tell("登记异议或申诉，或记入复核结果", "records an objection or appeal, or how it was decided"))
    .option("--person <name>", tell("涉及的人员", "whose line it is about"))
    .option("--by <name>", tell("提出人（默认为本人）", "who raised it (the person)"))
    .option("--reason <text>", tell("事由", "why"))
    .option("--appeal", tell("定稿后的申诉", "an appeal, after the plan is final"))
    .option("--decide <result>", tell("复核结果：成立、不成立", "how it was decided: upheld, dismissed"))
    .option("--note <text>", tell("复核意见", "what the review says"))
    .action(async (planName: string, options: ProcedureOptions) =>
      done(await procedure(session, { verb: "object", planName }, options)),
    );
}

function addFinalise(group: Command, builder: Builder): void {
  const { session, done } = builder;
  step(group, builder, "finalise")
    .description(
      say(session, {
        zh: "定稿：公示期满，没有待复核的异议，方案与公示的一致",
        en: "makes the plan final: publicity over, nothing open, the plan as it was public",
      }),
    )
    .action(async (planName: string, options: ProcedureOptions) =>
      done(await procedure(session, { verb: "finalise", planName }, options)),
    );
}

function addAssess(group: Command, builder: Builder): void {
  const { session, done } = builder;
  step(group, builder, "assess")
    .description(
      say(session, {
        zh: "期末考核：列出应考核人员供填写，汇总师德、教学、考勤得分",
        en: "assessments at the end of a term: lists whom to assess, sums up what was filled in",
      }),
    )
    .action(async (planName: string, options: ProcedureOptions) =>
      done(await procedure(session, { verb: "assess", planName }, options)),
    );
}
