import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { Checked, Issue } from "@lungang/core";
import type { LoadedPolicy } from "../load-yaml.ts";
import { MAX_POLICY_BYTES, loadPolicyBytes } from "../load.ts";
import { policyDocument } from "../registry.ts";
import { unknownPolicy } from "../unknown-policy.ts";

/**
 * Where {@link findPolicy} looks.
 *
 * @public
 */
export interface FindPolicyOptions {
  /** Folder that a relative path starts from. @defaultValue the working directory */
  readonly folder?: string;
}

/**
 * Finds a policy: one that ships by its name, or a YAML or JSON file by its path.
 *
 * A name wins over a file of the same name; write `./name` for the file.
 *
 * @public
 */
export async function findPolicy(nameOrPath: string, options: FindPolicyOptions = {}): Promise<Checked<LoadedPolicy>> {
  const shipped = policyDocument(nameOrPath);
  if (shipped !== undefined) return { ok: true, value: { document: shipped, placeOf: () => ({}) }, warnings: [] };
  const { folder = "." } = options;
  const bytes = await readBytes(resolve(folder, nameOrPath), nameOrPath);
  return bytes instanceof Uint8Array ? loadPolicyBytes(bytes, nameOrPath) : { ok: false, issues: [bytes] };
}

/** Reads a regular file, one byte more than a policy may have at most, so that its length can be judged. */
async function readBytes(path: string, name: string): Promise<Uint8Array | Issue> {
  try {
    // A pipe is opened without waiting for who writes into it, and refused like every other thing that is no file.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await handle.stat()).isFile()) return notAFile(name);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_POLICY_BYTES + 1));
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? unknownPolicy(name) : unreadable(name);
  }
}

function notAFile(file: string): Issue {
  return {
    code: "not-a-file",
    severity: "error",
    place: { file },
    message: { zh: "不是普通文件（是管道、设备或文件夹）", en: "Not a file but a pipe, a device or a folder" },
    advice: { zh: "请给出 YAML 或 JSON 文件的路径", en: "Give the path of a YAML or JSON file" },
  };
}

function unreadable(file: string): Issue {
  return {
    code: "file-unreadable",
    severity: "error",
    place: { file },
    message: { zh: "政策文件无法读取", en: "Cannot read the policy file" },
    advice: { zh: "请核对读取权限", en: "Check its permissions" },
  };
}
