import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolvePolicy } from "@lungang/core/policy";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { loadPolicyBytes, loadPolicyDocument, loadPolicyText, policyDocument } from "../src/index.ts";
import { findPolicy } from "../src/node.ts";

function issuesOf(text: string, fileName = "policy.yaml") {
  const result = loadPolicyDocument(text, fileName);
  return result.ok ? [] : result.issues;
}

describe("loadPolicyDocument", () => {
  it("reads a shipped policy back from YAML and JSON, tabs included", () => {
    const document = policyDocument("yulin-notice");
    for (const [text, name] of [
      [stringify(document), "a.yaml"],
      [JSON.stringify(document, null, 2), "a.json"],
      [JSON.stringify(document, null, "\t"), "a.json"],
      [`\uFEFF${JSON.stringify(document)}`, "a.JSON"],
    ] as const) {
      const result = loadPolicyDocument(text, name);
      expect(result.ok && result.value).toEqual(document);
    }
  });

  it("names the line of a mistake", () => {
    expect(issuesOf("format: lungang-policy-1\nid: x\n  name: y\n")).toMatchObject([
      { code: "invalid-syntax", place: { file: "policy.yaml", line: 2 } },
    ]);
    expect(issuesOf('{\n  "id": "x",\n  "name" "y"\n}', "p.json")[0]).toMatchObject({ place: { line: 3 } });
  });

  it("refuses duplicate keys in both formats", () => {
    expect(issuesOf("id: a\nname: b\nid: c\n")).toMatchObject([{ code: "duplicate-key", place: { line: 3 } }]);
    expect(issuesOf('{"id": 1,\n"id": 2}', "p.json")).toMatchObject([{ code: "duplicate-key", place: { line: 2 } }]);
  });

  it("refuses custom tags, several documents, lists and empty files", () => {
    expect(issuesOf("id: a\nrun: !!js/function 'x'\n")).toMatchObject([{ code: "invalid-syntax", place: { line: 2 } }]);
    expect(issuesOf("id: a\n---\nid: b\n")).toMatchObject([{ code: "invalid-syntax" }]);
    expect(issuesOf("- a\n- b\n")).toMatchObject([{ code: "invalid-policy" }]);
    expect(issuesOf("")).toMatchObject([{ code: "invalid-policy" }]);
  });

  it("refuses bombs of aliases and very long files", () => {
    const bomb = `a: &a [x]\nb: [${"*a, ".repeat(101)}]\n`;
    expect(issuesOf(bomb)).toMatchObject([{ code: "invalid-syntax", place: { line: 2 } }]);
    const nested = Array.from({ length: 12 }, (_, k) => {
      const item = k === 0 ? "x" : `*a${k - 1}`;
      return `a${k}: &a${k} [${Array(8).fill(item).join(", ")}]`;
    });
    expect(issuesOf(nested.join("\n"))).toMatchObject([{ code: "invalid-syntax" }]);
    expect(issuesOf(`# ${"x".repeat(1_000_001)}`)).toMatchObject([{ code: "file-too-large" }]);
  });

  it("keeps words that only look like other values", () => {
    const result = loadPolicyDocument("cutoff: 08-31\nshare: 8%\nanswer: yes\ndate: 2024-08-31\n", "p.yaml");
    expect(result.ok && result.value).toEqual({ cutoff: "08-31", share: "8%", answer: "yes", date: "2024-08-31" });
  });

  it("accepts YAML comments but not in JSON", () => {
    expect(issuesOf("# ours\nid: a\n")).toEqual([]);
    expect(issuesOf('{ "id": "a", # ours\n "b": 1 }', "p.json")).toMatchObject([{ code: "invalid-syntax" }]);
  });
});

describe("placeOf", () => {
  it("finds the line of what resolvePolicy finds wrong", () => {
    const text = stringify(policyDocument("detailed-measures")).replace("rule: quota", "rule: quotum");
    const loaded = loadPolicyText(text, "ours.yaml");
    if (!loaded.ok) throw new Error("unreadable");
    const lines = text.split("\n");
    const rules = lines.indexOf("rules:") + 1;
    expect(loaded.value.placeOf(["rules"])).toEqual({ file: "ours.yaml", line: rules });
    const share = lines.findIndex((line) => line.includes("quotaShare:")) + 1;
    expect(loaded.value.placeOf(["parameters", "quotaShare", "no", "such", 1])).toEqual({
      file: "ours.yaml",
      line: share,
    });
  });

  it("is found for a file and its broken entry", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lungang-policy-"));
    try {
      const path = join(folder, "ours.yaml");
      await writeFile(path, stringify(policyDocument("detailed-measures")).replace("code: rotation", "code: rotatoin"));
      const found = await findPolicy(path);
      if (!found.ok) throw new Error("unreadable");
      const result = resolvePolicy(found.value.document);
      const [issue] = result.ok ? [] : result.issues;
      expect(issue?.path).toEqual(["forms", 2, "code"]);
      expect(found.value.placeOf(issue?.path ?? []).line).toBeGreaterThan(100);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("is not found where there is no regular file", async () => {
    const codes = async (path: string) => {
      const found = await findPolicy(path);
      return found.ok ? ["read"] : found.issues.map((issue) => issue.code);
    };
    expect(await codes("no-such-policy.yaml")).toEqual(["unknown-policy"]);
    expect(await codes(tmpdir())).toEqual(["not-a-file"]);
    const devices = ["/dev/zero"].filter((path) => existsSync(path));
    expect(await Promise.all(devices.map(codes))).toEqual(devices.map(() => ["not-a-file"]));
  });
});

describe("loadPolicyBytes", () => {
  it("reads UTF-8 and refuses what is none or too long", () => {
    const codes = (bytes: Uint8Array) => {
      const read = loadPolicyBytes(bytes, "p.yaml");
      return read.ok ? ["read"] : read.issues.map((issue) => issue.code);
    };
    expect(codes(Buffer.from("id: 政策\n"))).toEqual(["read"]);
    expect(codes(Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe]))).toEqual(["text-undecodable"]);
    expect(codes(new Uint8Array(4_000_001))).toEqual(["file-too-large"]);
  });
});
