/** What the conformance suite reads from files. */
export { readModels } from "./node/read-models.ts";
