import type { Command } from "commander";
import { Argument } from "commander";
import type { ProgramFormat, SchemaName } from "lungang";
import { PROGRAM_FORMATS, SCHEMA_NAMES } from "lungang";
import { exportProgram, exportSchema } from "./commands/export.ts";
import type { ExportOptions } from "./commands/export.ts";
import { say } from "./session.ts";
import { INSTANCE, forced, verb, withPolicy } from "./verb-options.ts";
import type { Builder } from "./verb-options.ts";

/** Adds the group of verbs that write programs and schemas. */
export function addExport(program: Command, builder: Builder): void {
  const { session, done } = builder;
  const group = program
    .command("export")
    .description(say(session, { zh: "导出规划模型或 JSON Schema", en: "writes the program or a JSON Schema" }))
    .exitOverride();
  for (const format of PROGRAM_FORMATS) addProgramExport(group, builder, format);
  verb(group, builder, "json-schema")
    .description(say(session, { zh: "数据、政策、方案或结果的 JSON Schema", en: "JSON Schema of a document" }))
    .addArgument(new Argument("<document>").choices([...SCHEMA_NAMES]))
    .action((name: SchemaName) => done(exportSchema(session, name)));
}

function addProgramExport(group: Command, builder: Builder, format: ProgramFormat): void {
  const { session, done } = builder;
  const tell = (zh: string, en: string) => say(session, { zh, en });
  forced(withPolicy(verb(group, builder, format), builder), builder)
    .description(tell(`规划模型的 ${format.toUpperCase()} 文本`, `the program as ${format.toUpperCase()} text`))
    .argument("<instance>", say(session, INSTANCE))
    .option("--level <name>", tell("目标层级（默认第一层）", "level that is minimised (the first by default)"))
    .option("--seed <text>", tell("抽签种子", "seed of the lottery"), "1")
    .option("--out <file>", tell("写入文件", "file to write"))
    .action(async (instance: string, options: Omit<ExportOptions, "format">) =>
      done(await exportProgram(session, instance, { ...options, format })),
    );
}
