import type { Checked, Issue, Parameter, Place } from "@lungang/core";
import type { PolicyDocument, PolicyText } from "./document.ts";
import { detailedMeasures } from "./detailed-measures.ts";
import { loadPolicyText } from "./load.ts";
import { yulinNotice } from "./yulin-notice.ts";

/** Every policy that ships, one line each. */
const POLICIES: ReadonlyMap<string, PolicyDocument> = new Map(
  [yulinNotice, detailedMeasures].map((policy) => [policy.id, policy]),
);

/** Names of the policies that ship, in the order of the rulebook. */
export const policyNames: readonly string[] = [...POLICIES.keys()];

/** What a list of policies shows. */
export interface PolicySummary {
  readonly name: string;
  readonly title: PolicyText;
  readonly description: PolicyText;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** A policy by name or from a file, and where its values stand. */
export interface FoundPolicy {
  readonly document: unknown;
  /** Place of the value at a path; empty for a policy that ships. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
}

/** Where {@link findPolicy} looks. */
export interface FindPolicyOptions {
  /** Folder that a relative path starts from. @defaultValue the working directory */
  readonly folder?: string;
}

/** Returns a summary of every policy that ships. */
export function listPolicies(): readonly PolicySummary[] {
  return [...POLICIES.values()].map(({ id, name, description, parameters }) => ({
    name: id,
    title: name,
    description,
    parameters,
  }));
}

/** Returns the document of a policy that ships, or undefined. */
export function policyDocument(name: string): PolicyDocument | undefined {
  return POLICIES.get(name);
}

/**
 * Finds a policy: one that ships by its name, or a YAML or JSON file by its path.
 *
 * A name wins over a file of the same name; write `./name` for the file.
 */
export async function findPolicy(nameOrPath: string, options: FindPolicyOptions = {}): Promise<Checked<FoundPolicy>> {
  const shipped = POLICIES.get(nameOrPath);
  if (shipped !== undefined) return { ok: true, value: { document: shipped, placeOf: () => ({}) }, warnings: [] };
  const text = await readText(nameOrPath, options.folder);
  return text === undefined ? { ok: false, issues: [notFound(nameOrPath)] } : loadPolicyText(text, nameOrPath);
}

async function readText(path: string, folder: string | undefined): Promise<string | undefined> {
  const { readFile } = await import("node:fs/promises");
  const paths = await import("node:path");
  try {
    return await readFile(folder === undefined ? path : paths.resolve(folder, path), "utf8");
  } catch {
    return undefined;
  }
}

function notFound(received: string): Issue {
  const known = policyNames.join(", ");
  return {
    code: "unknown-policy",
    severity: "error",
    received,
    expected: known,
    message: {
      zh: `没有名为“${received}”的方案，也没有这个文件`,
      en: `There is no policy and no file called "${received}"`,
    },
    advice: { zh: `内置方案：${known}；或给出 YAML/JSON 文件`, en: `Policies: ${known}; or a YAML or JSON file` },
  };
}
