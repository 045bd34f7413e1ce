import { readFileSync } from "node:fs";
import { loadInstance, planCounty, verifyPlan } from "@lungang/core";
import type { InstanceInput } from "@lungang/core";
import { lintPolicy, resolvePolicy, ruleText } from "@lungang/core/policy";
import type { Policy } from "@lungang/core/policy";
import { createHighsSolver } from "@lungang/solver-highs/node";
import { generateCounty } from "@lungang/synthetic";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { loadPolicyText } from "../src/index.ts";

/** `docs/tutorial-policy.md`: the file is read after every step, and what the page says of it is so. */

const PAGE = readFileSync(new URL("../../../docs/tutorial-policy.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "gu"))].map(([, text = ""]) => text);
const YAML = blocks("yaml");

type Fields = Readonly<Record<string, unknown>>;

/** Puts the entries of a step into the file: lists grow, sections that are there are added to. */
function merged(before: Fields, step: Fields): Fields {
  return Object.entries(step).reduce<Fields>((file, [key, value]) => {
    const old = file[key];
    if (Array.isArray(old) && Array.isArray(value)) return { ...file, [key]: [...old, ...value] };
    const isBoth = [old, value].every((each) => typeof each === "object" && each !== null && !Array.isArray(each));
    return { ...file, [key]: isBoth ? merged(old as Fields, value as Fields) : value };
  }, before);
}

/** The file after so many blocks. */
const fileAfter = (count: number) =>
  stringify(YAML.slice(0, count).reduce<Fields>((file, block) => merged(file, parse(block) as Fields), {}));

function documentOf(text: string): unknown {
  const loaded = loadPolicyText(text, "qinghe.yaml");
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, undefined, 2));
  return loaded.value.document;
}

function policyAfter(count: number): Policy {
  const resolved = resolvePolicy(documentOf(fileAfter(count)));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues, undefined, 2));
  return resolved.value;
}

const warningsAfter = (count: number) =>
  lintPolicy(documentOf(fileAfter(count))).map(({ code, severity }) => `${severity} ${code}`);
const errorsAfter = (count: number) => warningsAfter(count).filter((told) => told.startsWith("error"));
const ruleAfter = (count: number, id: string) => policyAfter(count).rules.find((rule) => rule.id === id);

const solver = createHighsSolver();
afterAll(() => solver.close());

describe("the tutorial", () => {
  test("has seven blocks of YAML, and no step has an error", () => {
    expect(YAML).toHaveLength(7);
    for (let count = 1; count <= YAML.length; count++) expect([count, errorsAfter(count)]).toEqual([count, []]);
  });

  test("asks for what the opinion leaves open until step 2 gives it", () => {
    const asked = resolvePolicy(documentOf(fileAfter(1)));
    const names = asked.ok ? [] : asked.issues.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`).sort();
    expect(names).toEqual(
      ["leaderYears", "schoolYears", "termMonths"].map((name) => `parameter-required parameters.${name}`),
    );
    const policy = policyAfter(2);
    expect(policy.eligibility.due.map(({ years }) => years?.min)).toEqual([6, 8]);
    expect(ruleText(ruleAfter(2, "quota") as Policy["rules"][number]).zh).toContain("12%");
  });

  test("step 3 makes one rule hold in principle, and leaves the others", () => {
    expect(ruleAfter(3, "backbone")).toMatchObject({ strength: "override", source: "NC-04" });
    expect(ruleAfter(3, "quota")).toMatchObject({ strength: "hard" });
  });

  test("step 4 declares a column, and a slip of the pen is told as the page says", () => {
    expect(policyAfter(4).eligibility.exemptions.map(({ id }) => id)).toEqual(["thatYear", "gaokao"]);
    const wrong = resolvePolicy(documentOf(fileAfter(4).replace("person.x.gaokao", "person.x.gaoko")));
    const [issue] = wrong.ok ? [] : wrong.issues;
    expect([issue?.message.zh, issue?.advice?.zh]).toEqual(blocks("text")[0]?.trim().split("\n"));
  });

  test("step 5 is warned of until points come first", () => {
    expect(warningsAfter(5)).toContain("warning wishes-may-pass-over");
    expect(warningsAfter(6)).not.toContain("warning wishes-may-pass-over");
  });

  test("the file of the last step is planned and verified", async () => {
    const policy = policyAfter(7);
    expect(policy.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(["byPoints", "ruralBackbone"]));
    const data = generateCounty({ seed: "tutorial", schools: 6, people: 120, planYear: 2024 }) as InstanceInput;
    const [first] = data.persons;
    const persons = data.persons.map((person) => ({
      ...person,
      ruralYears: person.ruralYears ?? 0,
      hiredOn: person.hiredOn ?? person.tenureStart ?? "2010-09-01",
      ...(person === first ? { x: { gaokao: true } } : {}),
    }));
    const loaded = loadInstance({ ...data, persons });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
    const instance = loaded.value;
    const outcome = await planCounty({ instance, policy, solver });
    if (outcome.status !== "planned") throw new Error(JSON.stringify(outcome).slice(0, 2000));
    expect(verifyPlan({ instance, policy, plan: outcome.plan }).ok).toBe(true);
  });

  test("every command of the last step is one of the program", () => {
    const verbs = blocks("sh")
      .flatMap((block) => block.trim().split("\n"))
      .map((line) => line.split(" ")[1]);
    expect(verbs).toEqual(["policies", "init", "check", "plan"]);
  });
});
