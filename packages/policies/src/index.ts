/** Rotation policies as data, and the reader for policies in YAML or JSON. */
export type { PolicyDocument, PolicyText } from "./document.ts";
export { loadPolicyBytes, loadPolicyDocument, loadPolicyText } from "./load.ts";
export type { LoadedPolicy } from "./load-yaml.ts";
export { listPolicies, policyDocument, policyNames } from "./registry.ts";
export type { PolicySummary } from "./registry.ts";
export type { PolicyAttribute, PolicyRuleHelp } from "./language/language.ts";
export { policyAttributes, policyForms, policyRules } from "./language/language.ts";
export { policyJsonSchema } from "./language/json-schema.ts";
export { policyYaml } from "./to-yaml.ts";
export { unknownPolicy } from "./unknown-policy.ts";
export { NATIONAL_RULES, RULEBOOK, ruleOf } from "./rulebook/rulebook.ts";
export type { Coverage, RuleKind, RulebookEntry } from "./rulebook/entry.ts";
export type { PoliciesIssueCode } from "./issue-codes.ts";
