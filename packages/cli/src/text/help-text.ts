import type { Command, HelpConfiguration, Option } from "commander";
import { say } from "../session.ts";
import type { Session } from "../session.ts";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Global Options:": "通用选项：",
  "Commands:": "命令：",
};

/** Puts what the parser of the command line writes itself into the language of the session; its verbs take it over. */
export function withHelpIn(session: Session, program: Command): Command {
  const help: HelpConfiguration =
    session.language === "zh" ? { styleTitle: (title) => TITLES[title] ?? title, optionDescription: described } : {};
  return program
    .configureHelp(help)
    .helpOption("-h, --help", say(session, { zh: "显示用法", en: "display help for command" }))
    .helpCommand("help [command]", say(session, { zh: "显示一个命令的用法", en: "display help for command" }));
}

/** What an option means, which words it takes, and what it is where nobody gives it. */
function described({ description, argChoices, defaultValue, defaultValueDescription }: Option): string {
  const hasDefault = typeof defaultValue === "string" || typeof defaultValue === "number";
  const notes = [
    ...(argChoices === undefined ? [] : [`可选：${argChoices.join("、")}`]),
    ...(hasDefault ? [`默认：${defaultValueDescription ?? defaultValue}`] : []),
  ];
  return notes.length === 0 ? description : `${description}（${notes.join("；")}）`;
}
