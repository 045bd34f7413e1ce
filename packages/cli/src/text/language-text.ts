import { policyAttributes, policyForms, policyRules } from "lungang";
import { say, tell, tellJson } from "../session.ts";
import type { Session } from "../session.ts";
import { tableText } from "./table.ts";

const COLUMNS = {
  name: { zh: "写法", en: "written" },
  meaning: { zh: "含义", en: "meaning" },
  type: { zh: "类型", en: "type" },
  words: { zh: "词语", en: "words" },
  usual: { zh: "不写时", en: "default" },
  scope: { zh: "范围", en: "scope" },
  months: { zh: "月数", en: "months" },
  source: { zh: "出处", en: "source" },
} as const;

function columns(session: Session, ...names: readonly (keyof typeof COLUMNS)[]) {
  return names.map((name) => ({ title: say(session, COLUMNS[name]) }));
}

/** Lists the attributes of conditions with their words. */
export function tellAttributes(session: Session): void {
  const attributes = policyAttributes();
  if (session.json) return tellJson(session, { attributes });
  const rows = attributes.map(({ attr, text, type, words = [] }) => [
    attr,
    say(session, text),
    type,
    words.map((word) => `${word.code} ${say(session, word.text)}`).join(say(session, { zh: "、", en: ", " })),
  ]);
  tell(session, tableText(columns(session, "name", "meaning", "type", "words"), rows));
}

/** Lists the rules with their parameters. */
export function tellRules(session: Session): void {
  const rules = policyRules();
  if (session.json) return tellJson(session, { rules });
  for (const { name, title, does, params } of rules) {
    tell(session, `${name}  ${say(session, title)}\n    ${say(session, does)}`);
    const rows = params.map(({ path, type, text, required, usual }) => [
      `    ${path.join(".")}`,
      text === undefined ? "" : say(session, text),
      say(session, type),
      required ? say(session, { zh: "必填", en: "required" }) : usual === undefined ? "" : JSON.stringify(usual),
    ]);
    if (rows.length > 0) tell(session, tableText(columns(session, "name", "meaning", "type", "usual"), rows));
  }
}

/** Lists the catalogue of forms. */
export function tellForms(session: Session): void {
  const forms = policyForms();
  if (session.json) return tellJson(session, { forms });
  const rows = forms.map(({ code, text, scope, termMonths, source }) => [
    code,
    say(session, text),
    scope,
    `${termMonths.min}-${termMonths.max}`,
    source,
  ]);
  tell(session, tableText(columns(session, "name", "meaning", "scope", "months", "source"), rows));
}
