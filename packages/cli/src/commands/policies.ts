import type { Parameter, PolicyHead } from "lungang";
import { hasError, lintPolicy, listPolicies, policyHead, policyYaml } from "lungang";
import { findPolicy } from "lungang/node";
import { EXIT } from "../io.ts";
import type { ExitCode } from "../io.ts";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { reportBadInput, reportWarnings } from "../text/issue-text.ts";
import { tellAttributes, tellForms, tellRules } from "../text/language-text.ts";
import { tableText } from "../text/table.ts";

/** Options of `policies` as they stand on the command line. */
export interface PoliciesOptions {
  readonly yaml?: true;
  readonly attributes?: true;
  readonly rules?: true;
  readonly forms?: true;
}

/** Lists the policies that ship or the words of the policy language, or shows one policy; as text to start one's own from. */
export async function policies(
  session: Session,
  name: string | undefined,
  { yaml, attributes, rules, forms }: PoliciesOptions,
): Promise<ExitCode> {
  const list = attributes ? tellAttributes : rules ? tellRules : forms ? tellForms : undefined;
  if (list !== undefined) {
    list(session);
    return EXIT.done;
  }
  if (name === undefined) return listAll(session);
  const found = await findPolicy(name, { folder: session.io.cwd });
  if (!found.ok) return reportBadInput(session, found.issues);
  reportWarnings(session, found.warnings);
  const { document } = found.value;
  if (session.json) tellJson(session, document);
  else if (yaml) tell(session, policyYaml(document).trimEnd());
  else tellOne(session, name, policyHead(document));
  return EXIT.done;
}

/** Checks a policy file line by line and says what is seldom meant; only errors are a failure. */
export async function lint(session: Session, name: string): Promise<ExitCode> {
  const found = await findPolicy(name, { folder: session.io.cwd });
  if (!found.ok) return reportBadInput(session, found.issues);
  const issues = [...found.warnings, ...lintPolicy(found.value)];
  if (hasError(issues)) return reportBadInput(session, issues);
  if (session.json) tellJson(session, { issues });
  else if (issues.length > 0) reportWarnings(session, issues);
  else tell(session, say(session, { zh: "没有发现问题。", en: "Nothing was found." }));
  return EXIT.done;
}

function listAll(session: Session): ExitCode {
  const found = listPolicies();
  if (session.json) tellJson(session, { policies: found });
  else {
    for (const { name, title, description, appoints } of found) {
      const mark = appoints ? say(session, { zh: "（含岗位竞聘）", en: " (with appointment to posts)" }) : "";
      tell(session, `${name}  ${say(session, title)}${mark}\n    ${say(session, description)}`);
    }
  }
  return EXIT.done;
}

function tellOne(session: Session, given: string, { name, description, parameters }: PolicyHead): void {
  const title = name === undefined ? "" : `  ${say(session, name)}`;
  tell(session, `${given}${title}${description === undefined ? "" : `\n${say(session, description)}`}`);
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
