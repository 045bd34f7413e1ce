/** What needs files: a policy by its name, or from a YAML or JSON file by its path. */
export type { FindPolicyOptions } from "./node/find-policy.ts";
export { findPolicy } from "./node/find-policy.ts";
