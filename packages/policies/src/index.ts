/** Rotation policies as data, and the reader for policies in YAML or JSON. */
export type { PolicyDocument, PolicyText } from "./document.ts";
export { loadPolicyDocument, loadPolicyText } from "./load.ts";
export type { LoadedPolicy } from "./load.ts";
export { findPolicy, listPolicies, policyDocument, policyNames } from "./registry.ts";
export type { FindPolicyOptions, FoundPolicy, PolicySummary } from "./registry.ts";
