import type { DataNeeds, Parameter, Settings } from "@lungang/core/policy";
import { dataNeeds, ownColumns, policyHead } from "@lungang/core/policy";
import type { SettingRow } from "@lungang/tabular";
import { decisionSheets, writeTemplate } from "@lungang/tabular";
import { policyDocument, policyNames } from "@lungang/policies";
import type { FoundPolicy } from "../case/policy.ts";
import { choiceWord, offeredWords, shownValue } from "../case/setting-words.ts";
import type { OutFile } from "./out-file.ts";

/**
 * What a template says of the policy from the start.
 *
 * @public
 */
export interface TemplatePolicy {
  /** Name or path as people give it. */
  readonly name: string;
  /** From `findPolicy`. */
  readonly found: FoundPolicy;
  /** Values of parameters that are known already. @defaultValue none */
  readonly settings?: Settings;
}

/**
 * Returns the workbook that a county fills in, with explanations and drop-down lists; where the policy is known, also the
 * sheets of its parameters and of decisions already taken, which every later command reads.
 *
 * @public
 */
export async function templateFile(name: string, policy?: TemplatePolicy): Promise<OutFile> {
  if (policy === undefined) return { name, content: await writeTemplate({ needs: needsOfAny() }) };
  const { document } = policy.found;
  const template = { decisions: policySheets(policy), own: ownColumns(document), needs: dataNeeds(document) };
  return { name, content: await writeTemplate(template) };
}

/** Where the policy is not chosen yet: what every built-in policy needs is needed, what any of them reads is read. */
function needsOfAny(): DataNeeds {
  const all = policyNames.map((name) => dataNeeds(policyDocument(name)));
  const places = new Set(all.flatMap((needs) => [...needs.keys()]));
  return new Map(
    [...places].map((place) => [place, all.every((needs) => needs.get(place) === "needed") ? "needed" : "read"]),
  );
}

/** Returns the sheets of a policy with its parameters and of decisions already taken. */
export function policySheets({ name, found, settings = {} }: TemplatePolicy) {
  const { name: title, parameters } = policyHead(found.document);
  const rows = Object.entries(parameters).map(([key, parameter]) => rowOf(key, parameter, settings[key]));
  const policy = {
    meaning: title?.zh ?? name,
    value: name,
    question: "采用哪一份政策：内置政策名，或 YAML/JSON 文件",
    source: "",
    ...(policyNames.includes(name) ? { choices: policyNames } : {}),
  };
  return decisionSheets(policy, rows);
}

function rowOf(name: string, parameter: Parameter, value: Settings[string] | undefined): SettingRow {
  const { text, source, default: usual } = parameter;
  const offered = offeredWords(parameter);
  return {
    name,
    meaning: text.zh,
    question: questionOf(parameter),
    source,
    ...(value === undefined ? {} : { value: shownValue(parameter, value) }),
    ...(usual === undefined ? {} : { usual: shownValue(parameter, usual) }),
    ...(offered === undefined ? {} : { choices: offered }),
  };
}

/** What to fill in, with the words to choose from; what has no usual value has to be given. */
function questionOf(parameter: Parameter): string {
  const { text, question, choices, type, default: usual, example } = parameter;
  const words =
    type === "list" && choices !== undefined
      ? `（可填：${choices.map((choice) => choiceWord(choice, choices)).join("、")}；没有则填“无”）`
      : "";
  const asked = `${(question ?? text).zh}${words}`;
  if (usual !== undefined) return asked;
  const sample = example === undefined ? "" : `例如：${shownValue(parameter, example.split(","))}。`;
  return `必填。${asked}${sample}`;
}
