import type { Parameter, PolicySummary } from "lungang";
import { findPolicy, listPolicies } from "lungang";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput } from "../text/issue-text.ts";
import { tableText } from "../text/table.ts";

/** Lists the policies that ship, or shows one with its parameters; as JSON the document to start one's own from. */
export function policies(session: Session, name: string | undefined): ExitCode {
  if (name === undefined) return listAll(session);
  const found = findPolicy({ name });
  if (!found.ok) return reportBadInput(session, found.issues);
  const summary = listPolicies().find((entry) => entry.name === name);
  if (session.json) tellJson(session, found.value.document);
  else if (summary !== undefined) tellOne(session, summary);
  return EXIT.done;
}

function listAll(session: Session): ExitCode {
  const found = listPolicies();
  if (session.json) tellJson(session, { policies: found });
  else {
    for (const { name, title, description } of found) {
      tell(session, `${name}  ${say(session, title)}\n    ${say(session, description)}`);
    }
  }
  return EXIT.done;
}

function tellOne(session: Session, { name, title, description, parameters }: PolicySummary): void {
  tell(session, `${name}  ${say(session, title)}\n${say(session, description)}`);
  const columns = [
    { title: say(session, { zh: "参数（--set）", en: "parameter (--set)" }) },
    { title: say(session, { zh: "默认值", en: "default" }) },
    { title: say(session, { zh: "出处", en: "source" }) },
    { title: say(session, { zh: "含义", en: "meaning" }) },
  ];
  const rows = Object.entries(parameters).map(([key, parameter]) => [
    key,
    defaultText(session, parameter),
    parameter.source,
    say(session, parameter.text),
  ]);
  tell(session, tableText(columns, rows));
}

function defaultText(session: Session, { default: value }: Parameter): string {
  if (value === undefined) return say(session, { zh: "（必须给出）", en: "(has to be given)" });
  return Array.isArray(value) ? value.join(",") : String(value);
}
