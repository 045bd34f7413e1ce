import type { Parameter } from "@lungang/core/policy";

/**
 * A text in the two languages of every policy.
 *
 * @public
 */
export interface PolicyText {
  readonly zh: string;
  readonly en: string;
}

/**
 * A policy as it is written: JSON data in which `{"$param": name}` stands for the value of a parameter.
 *
 * @public
 */
export interface PolicyDocument {
  readonly format: "lungang-policy-1";
  readonly id: string;
  readonly version: string;
  readonly name: PolicyText;
  readonly description: PolicyText;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly [section: string]: unknown;
}

/** Returns a text in Chinese and English. */
export function text(zh: string, en: string): PolicyText {
  return { zh, en };
}

/** Returns the placeholder of a parameter. */
export function param(name: string): { readonly $param: string } {
  return { $param: name };
}
