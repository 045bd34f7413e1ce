import type { Issue, Text } from "lungang";
import type { CommanderError } from "commander";

/** What is wrong with a call: said in both languages, with what was given and what is right. */

/** The command that was called, as far as it was understood, and what may follow it. */
export interface CalledCommand {
  /** For example `lungang explain why`. */
  readonly name: string;
  readonly verbs: readonly string[];
}

/** Returns the issue of a wrong call. */
export function usageOf(error: CommanderError, { name, verbs }: CalledCommand): Issue {
  const told = (MISTAKES[error.code] ?? other)(partsOf(error), verbs);
  const near = /\(Did you mean (?:one of )?([^?]+)\?\)/u.exec(error.message)?.[1];
  return {
    code: "usage",
    severity: "error",
    message: {
      zh: `${name}：${told.message.zh}${near === undefined ? "" : `，是否想写 ${near}？`}`,
      en: `${name}: ${told.message.en}${near === undefined ? "" : `; did you mean ${near}?`}`,
    },
    ...(told.received === undefined ? {} : { received: told.received }),
    ...(told.expected === undefined ? {} : { expected: told.expected }),
    advice: { zh: `运行 ${name} --help 查看用法`, en: `Run "${name} --help" for the usage` },
  };
}

/** What a message of the parser of arguments says: the names in quotes, the numbers, the first line. */
interface Parts {
  readonly quoted: readonly string[];
  readonly numbers: readonly string[];
  readonly reason: string;
}

function partsOf({ message }: CommanderError): Parts {
  const [reason = ""] = message.replace(/^error: /u, "").split("\n");
  const quoted = [...reason.matchAll(/'([^']*)'/gu)].map(([, name = ""]) => name);
  return { quoted, numbers: reason.match(/\d+/gu) ?? [], reason };
}

interface Told extends Pick<Issue, "received" | "expected"> {
  readonly message: Text;
}

type Tell = (parts: Parts, verbs: readonly string[]) => Told;

/** What the mistakes are, by the codes of the parser. */
const MISTAKES: Readonly<Record<string, Tell>> = {
  "commander.excessArguments": ({ numbers: [expected = "", received = ""] }) => ({
    message: {
      zh: `参数多了：给出 ${received} 个，应为 ${expected} 个`,
      en: `too many arguments: ${received} given, ${expected} expected`,
    },
  }),
  "commander.help": (_parts, verbs) => ({
    message: { zh: "缺少命令", en: "a command is missing" },
    expected: { zh: verbs.join("、"), en: verbs.join(", ") },
  }),
  "commander.invalidArgument": ({ quoted: [option = "", received = ""], reason }) => ({
    message: { zh: `${option} 的值不正确`, en: `the value of ${option} is wrong` },
    received,
    ...choicesOf(reason),
  }),
  "commander.missingArgument": ({ quoted: [argument = ""] }) => ({
    message: { zh: `缺少参数 <${argument}>`, en: `the argument <${argument}> is missing` },
  }),
  "commander.missingMandatoryOptionValue": ({ quoted: [option = ""] }) => ({
    message: { zh: `缺少必需的选项 ${option}`, en: `the option ${option} is missing` },
  }),
  "commander.optionMissingArgument": ({ quoted: [option = ""] }) => ({
    message: { zh: `选项后面缺少值：${option}`, en: `a value is missing after ${option}` },
  }),
  "commander.unknownCommand": ({ quoted: [received = ""] }, verbs) => ({
    message: { zh: `没有“${received}”这个命令`, en: `there is no command "${received}"` },
    expected: { zh: verbs.join("、"), en: verbs.join(", ") },
  }),
  "commander.unknownOption": ({ quoted: [received = ""] }) => ({
    message: { zh: `没有 ${received} 这个选项`, en: `there is no option ${received}` },
  }),
};

function choicesOf(reason: string): Pick<Issue, "expected"> {
  const choices = /Allowed choices are (.*)\.$/u.exec(reason)?.[1];
  return choices === undefined ? {} : { expected: choices };
}

/** A later parser may have mistakes of its own. */
const other: Tell = ({ reason }) => ({ message: { zh: reason, en: reason } });
