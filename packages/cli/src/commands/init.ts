import { stat } from "node:fs/promises";
import { templateFile } from "lungang";
import { usageIssue } from "../input/arguments.ts";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { writeFile } from "../output.ts";
import { pathOf, say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput } from "../text/issue-text.ts";

/** Options of `init` as they stand on the command line. */
export interface InitOptions {
  readonly force?: boolean;
}

/** Writes the template workbook; an existing file is kept unless `--force` is given. */
export async function init(session: Session, name: string, options: InitOptions): Promise<ExitCode> {
  const path = pathOf(session, name);
  const wrong = await refusal(path, options.force === true);
  if (wrong !== undefined) return reportBadInput(session, [usageIssue("FILE", wrong, { received: name })]);
  // Whether what is there may go was asked before.
  const written = await writeFile(session, { out: name, force: true }, await templateFile(name));
  if (!written.ok) return reportBadInput(session, written.issues);
  if (session.json) tellJson(session, { file: path });
  else {
    const text = {
      zh: `模板已写入 ${path}。填好后运行：lungang check ${name} --policy yulin-notice`,
      en: `The template is in ${path}. Fill it in, then run: lungang check ${name} --policy yulin-notice`,
    };
    tell(session, say(session, text));
  }
  return EXIT.done;
}

async function refusal(path: string, force: boolean) {
  if (!path.toLowerCase().endsWith(".xlsx")) {
    return { zh: "模板是工作簿，文件名须以 .xlsx 结尾", en: "The template is a workbook; its name must end in .xlsx" };
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return { zh: "这是一个文件夹", en: "This is a folder" };
  if (found === undefined || force) return undefined;
  return {
    zh: "文件已存在，没有覆盖；确要覆盖请加 --force",
    en: "The file exists and was kept; use --force to overwrite it",
  };
}
