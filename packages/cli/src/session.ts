import { resolve } from "node:path";
import type { Language, Text } from "lungang";
import type { Io } from "./io.ts";

/** One run of the command line: its world, its language and how it answers. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
  /** One JSON document on standard output and nothing else. */
  readonly json: boolean;
}

/** Returns the language asked for, else that of the environment, else Chinese. */
export function chooseLanguage(asked: string | undefined, env: Io["env"]): Language {
  if (asked === "zh" || asked === "en") return asked;
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return locale?.toLowerCase().startsWith("en") === true ? "en" : "zh";
}

/** Writes a line for readers to standard output. */
export function tell({ io }: Session, line: string): void {
  io.stdout.write(`${line}\n`);
}

/** Writes a line for readers to standard error. */
export function warn({ io }: Session, line: string): void {
  io.stderr.write(`${line}\n`);
}

/** Writes the one JSON document of the run. */
export function tellJson({ io }: Session, document: unknown): void {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Returns the text in the language of the session. */
export function say({ language }: Pick<Session, "language">, text: Text): string {
  return text[language];
}

/** Returns a path as the user meant it. */
export function pathOf({ io }: Session, path: string): string {
  return resolve(io.cwd, path);
}
