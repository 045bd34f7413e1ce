import type { Text } from "@lungang/core";
import type { Variant } from "@lungang/explain";
import { parseShare, policyHead } from "@lungang/core/policy";
import type { Parameter, ParameterValue, Policy, Settings } from "@lungang/core/policy";
import type { Checked } from "@lungang/core";
import { resolveDocument } from "../case/policy.ts";
import { together } from "../case/together.ts";
import { shownValue } from "../case/setting-words.ts";

/** A policy that differs in something, and what readers call that. */
export interface TitledVariant extends Variant {
  readonly title: Text;
}

/** Returns the policy as it is with some settings changed. */
export function withSettings({ origin }: Policy, settings: Settings): Checked<Policy> {
  const { document, overrides } = origin;
  const found = { document, placeOf: () => ({}) };
  return resolveDocument(found, { settings: { ...origin.settings, ...settings }, overrides });
}

/**
 * Returns the policy with the settings of each point of a sweep, or all that is wrong with them: names that it has not, and
 * values that it does not take.
 *
 * @public
 */
export function sweepPolicies(policy: Policy, points: readonly Settings[]): Checked<readonly Policy[]> {
  return together(...points.map((settings) => withSettings(policy, settings)));
}

/**
 * Returns the policies in which one parameter is a step looser or tighter each: a share by one per cent, a whole number
 * by one, and every other choice of a word. Steps that the policy does not take are left out.
 */
export function parameterSteps(policy: Policy): readonly TitledVariant[] {
  return Object.entries(parametersOf(policy)).flatMap(([name, parameter]) => {
    const value = policy.origin.settings[name] ?? parameter.default;
    return value === undefined
      ? []
      : stepsOf(parameter, value).flatMap((step) => {
          const stepped = withSettings(policy, { [name]: step });
          const [from, to] = [value, step].map((each) => shownValue(parameter, each));
          const title = {
            zh: `${parameter.text.zh}：${to}（现为 ${from}）`,
            en: `${parameter.text.en}: ${String(step)} (now ${String(value)})`,
          };
          return stepped.ok ? [{ name: `${name}=${String(step)}`, title, policy: stepped.value }] : [];
        });
  });
}

/** Returns the words of settings of a policy: what each parameter is, and its value. */
export function settingsTitle(policy: Policy, settings: Settings): Text {
  const parts = settingsRows(policy, settings);
  return {
    zh: parts.map(({ meaning, value }) => `${meaning.zh}：${value.zh}`).join("；"),
    en: parts.map(({ meaning, value }) => `${meaning.en}: ${value.en}`).join("; "),
  };
}

/** Returns what each parameter of some settings is, and its value, in words. */
export function settingsRows(
  policy: Policy,
  settings: Settings,
): readonly { readonly meaning: Text; readonly value: Text }[] {
  const parameters = parametersOf(policy);
  return Object.entries(settings).map(([name, value]) => {
    const parameter = parameters[name];
    return {
      meaning: parameter?.text ?? { zh: name, en: name },
      value: { zh: parameter === undefined ? String(value) : shownValue(parameter, value), en: String(value) },
    };
  });
}

/** Returns the parameters of a policy, whose document may have words in one language. */
function parametersOf({ origin }: Policy): Readonly<Record<string, Parameter>> {
  return policyHead(origin.document).parameters;
}

function stepsOf({ type, choices }: Parameter, value: ParameterValue): readonly ParameterValue[] {
  if (type === "share") return shareSteps(String(value));
  if (type === "integer") return [Number(value) - 1, Number(value) + 1].filter((step) => step >= 0);
  if (type === "boolean") return [String(value) !== "true"];
  return type === "text" ? (choices ?? []).filter((choice) => choice !== value) : [];
}

/** One per cent less and more, between nothing and all. */
function shareSteps(text: string): readonly string[] {
  const share = parseShare(text);
  if (share === undefined) return [];
  const { numerator, denominator } = share;
  return [-1, 1].flatMap((step) => {
    const [over, under] = [100 * numerator + step * denominator, 100 * denominator];
    if (over < 0 || over > under) return [];
    return over % denominator === 0 ? [`${over / denominator}%`] : [`${over}/${under}`];
  });
}
