import type { Text } from "lungang";
import type { CommanderError } from "commander";

/** What the mistakes in a call are called in Chinese; the name in quotes comes from the message. */
const CHINESE: Readonly<Record<string, string>> = {
  "commander.excessArguments": "多余的参数",
  "commander.help": "缺少命令",
  "commander.invalidArgument": "值不正确",
  "commander.missingArgument": "缺少参数",
  "commander.missingMandatoryOptionValue": "缺少必需的选项",
  "commander.optionMissingArgument": "选项后面缺少值",
  "commander.unknownCommand": "没有这个命令",
  "commander.unknownOption": "没有这个选项",
};

/** Returns what is wrong with a call. */
export function usageText(error: CommanderError): Text {
  const reason = error.code === "commander.help" ? "a command is missing" : error.message.replace(/^error: /u, "");
  const chinese = CHINESE[error.code];
  const quoted = /'[^']*'/u.exec(reason)?.[0] ?? "";
  return {
    zh: `命令写法不正确：${chinese === undefined ? reason : `${chinese} ${quoted}`.trim()}`,
    en: `Wrong call: ${reason}`,
  };
}
