import type { Command } from "commander";
import { CommanderError } from "commander";
import { createProgram } from "./program.ts";
import { EXIT } from "./io.ts";
import type { ExitCode, Io } from "./io.ts";
import { chooseLanguage, say, tellJson, warn } from "./session.ts";
import type { Session } from "./session.ts";
import { reportBadInput } from "./text/issue-text.ts";
import type { CalledCommand } from "./text/usage-text.ts";
import { usageOf } from "./text/usage-text.ts";

/**
 * Runs the command line and returns its exit code; nothing is thrown.
 *
 * With `--json` one JSON document goes to standard output, whatever the exit code is.
 *
 * @param argv - arguments after the name of the program
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const session = sessionOf(argv, io);
  const ending: { code: ExitCode } = { code: EXIT.done };
  const program = createProgram(session, (code) => {
    ending.code = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return ending.code;
  } catch (error) {
    if (error instanceof CommanderError) return reportUsage(session, error, { argv, program });
    return reportBroken(session, error);
  }
}

/** The language and the form of answers are needed before the arguments are understood, and when they are not. */
function sessionOf(argv: readonly string[], io: Io): Session {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const asked = argv[at] === "--lang" ? argv[at + 1] : argv[at]?.slice("--lang=".length);
  return { io, language: chooseLanguage(asked, io.env), json: argv.includes("--json") };
}

interface Call {
  readonly argv: readonly string[];
  readonly program: Command;
}

/** Help and version are answers; everything else is a wrong call. */
function reportUsage(session: Session, error: CommanderError, { argv, program }: Call): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  // Without a verb the help was shown, which says it all.
  if (error.code === "commander.help" && !session.json) return EXIT.badInput;
  return reportBadInput(session, [usageOf(error, calledCommand(argv, program))]);
}

/** Follows the words of a call through the verbs and their groups. */
function calledCommand(argv: readonly string[], program: Command): CalledCommand {
  let called = program;
  const names = [program.name()];
  for (const word of argv) {
    const next = called.commands.find((command) => command.name() === word);
    if (next === undefined) continue;
    called = next;
    names.push(word);
  }
  return { name: names.join(" "), verbs: called.commands.map((command) => command.name()) };
}

/** Longest message of an unexpected error: solvers are known to print their whole source. */
const LONGEST = 500;

function reportBroken(session: Session, error: unknown): ExitCode {
  const reason = shortReason(error);
  if (session.json) tellJson(session, { error: { message: reason } });
  const text = { zh: `程序出错：${reason}`, en: `Something broke: ${reason}` };
  warn(session, say(session, text));
  if (session.io.env["LUNGANG_DEBUG"] !== undefined && error instanceof Error) {
    warn(session, (error.stack ?? "").slice(0, LONGEST * 8));
  }
  return EXIT.broken;
}

function shortReason(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [line = ""] = text.split("\n");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
