import { z } from "zod";
import type { Text } from "../instance/issue.ts";
import type { Parameter } from "./parameters.ts";
import { parameterSchema, textSchema } from "./parameters.ts";

/**
 * What a policy document says of itself, as far as it can be read: its names and its parameters.
 *
 * @public
 */
export interface PolicyHead {
  readonly id: string | undefined;
  readonly name: Text | undefined;
  readonly description: Text | undefined;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

const headSchema = z.object({
  id: z.string().optional().catch(undefined),
  name: textSchema.optional().catch(undefined),
  description: textSchema.optional().catch(undefined),
  parameters: z.record(z.string(), z.unknown()).catch({}),
});

/**
 * Reads what a policy document says of itself; nothing is judged, and parameters that cannot be read are left out.
 *
 * @public
 */
export function policyHead(document: unknown): PolicyHead {
  const { data } = headSchema.safeParse(document);
  if (data === undefined) return { id: undefined, name: undefined, description: undefined, parameters: {} };
  const parameters = Object.entries(data.parameters).flatMap(([name, written]) => {
    const read = parameterSchema.safeParse(written);
    return read.success ? [[name, read.data] as const] : [];
  });
  return { id: data.id, name: data.name, description: data.description, parameters: Object.fromEntries(parameters) };
}
