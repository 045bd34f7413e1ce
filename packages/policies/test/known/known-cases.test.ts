import { indexCounty } from "@lungang/core";
import { resolvePolicy } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { afterAll, describe, expect, test } from "vitest";
import { policyDocument } from "../../src/index.ts";
import { ROWS } from "./rows.ts";
import { KnownCase, bytesOf, countyOf, isThere, jsonOf, policyFor } from "./run.ts";

const solver = createHighsSolver();
afterAll(() => solver.close());

/** Returns what an answer misses: nothing, its value, which an open row may, or the trace of any other error. */
async function missed(answer: () => unknown): Promise<string> {
  try {
    await answer();
  } catch (error) {
    if (error instanceof Error)
      return error.name === "AssertionError" ? `${error.name}: ${error.message}` : String(error.stack);
  }
  return "";
}

const present = ROWS.filter(({ file }) => isThere(file));
// oxlint-disable-next-line no-console -- how much was left out has to be seen
if (present.length < ROWS.length) console.log(`${ROWS.length - present.length} known cases are skipped: not there`);

describe.runIf(present.length > 0)("counties that were planned wrongly", () => {
  test.each(present)("$file under $policy: $right", async ({ file, policy, settings = {}, open, ask }) => {
    const known = new KnownCase(file, policyFor(policy, settings), solver);
    const found = await missed(() => ask(known));
    expect(open === undefined ? found : found.split(":")[0]).toBe(open === undefined ? "" : "AssertionError");
  });
});

describe.runIf(isThere("attack/gbk.json"))("files that were read wrongly", () => {
  test("a county in GB18030 is refused at its bytes or read as it is in UTF-8", () => {
    const [gbk, utf8] = [countyOf("attack/gbk.json"), countyOf("attack/utf8.json")];
    expect([...gbk.issues, ...utf8.issues]).toEqual([]);
    expect(gbk.instance).toEqual(utf8.instance);
  });

  test("a capacity that wraps at 2^32 is refused at its place", () => {
    const { issues } = countyOf("attack/capacity-phone-number.json");
    expect(issues.map(({ path }) => path?.at(-1))).toContain("capacity");
  });

  test("a status that ends before it begins is an issue at its row", () => {
    const { instance, issues } = countyOf("attack/status-from-after-to.json");
    const found = instance === undefined ? issues : indexCounty(instance).issues;
    expect(found.some(({ path }) => path?.includes("statuses"))).toBe(true);
    expect(bytesOf("attack/状态-from-after-to.csv").length).toBeGreaterThan(0);
  });

  test("a weight beyond every range is refused", () => {
    const resolved = resolvePolicy(jsonOf("attack/policy-weight-1e8.json"));
    expect(resolved.ok ? [] : resolved.issues.map(({ code }) => code)).toContain("invalid-policy");
  });

  test("a share beyond the whole is refused", () => {
    const resolved = resolvePolicy(policyDocument("detailed-measures"), { settings: { quotaShare: "12" } });
    expect(resolved.ok).toBe(false);
  });
});
