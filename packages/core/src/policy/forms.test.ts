import { expect, test } from "vitest";
import { FORMS } from "../instance/codes.ts";
import { FORM_CATALOGUE, isFullTime, isLong } from "./forms.ts";
import { formSchema } from "./policy.ts";
import { predicateIssues } from "./condition-issues.ts";

/** Forms that end an exchange: no policy names them. */
const ENDINGS = ["return", "settle"];

const CODES = FORMS.filter((code) => !ENDINGS.includes(code));

test("the catalogue knows every form that a policy can name", () => {
  expect(Object.keys(FORM_CATALOGUE).sort()).toEqual([...CODES].sort());
});

test.each(CODES)("a policy form %s can be written as its base alone", (code) => {
  const form = formSchema.parse({ base: code });
  expect(form).toMatchObject({ code, base: code, scope: FORM_CATALOGUE[code]?.scope });
  expect(form.source).not.toBe("");
  expect(predicateIssues(form.where, { sets: {}, path: [] })).toEqual([]);
  expect(predicateIssues(form.who, { sets: {}, path: [] })).toEqual([]);
  expect(form.termMonths.min).toBeLessThanOrEqual(form.termMonths.max);
});

test("what a policy states wins over the catalogue", () => {
  const form = formSchema.parse({
    base: "support",
    source: "HL-15",
    termMonths: { min: 12, max: 24 },
    management: "home",
  });
  expect(form).toMatchObject({
    code: "support",
    source: "HL-15",
    termMonths: { min: 12, max: 24 },
    management: "home",
  });
  expect(form.scope).toBe("county");
});

test("a base that is no code is the only thing told", () => {
  const { error } = formSchema.safeParse({ base: "rotaton" });
  expect(error?.issues.map(({ path }) => path)).toEqual([["base"]]);
});

test("a form without a base is written out in full", () => {
  expect(formSchema.safeParse({ code: "support" }).success).toBe(false);
  expect(formSchema.safeParse({ base: "return" }).success).toBe(false);
  const plain = {
    code: "rotation",
    source: "s",
    text: { zh: "轮岗", en: "rotation" },
    scope: "county",
    relationMoves: false,
  };
  const form = formSchema.parse({ ...plain, termMonths: { min: 6, max: 12 } });
  expect(isFullTime(form)).toBe(true);
  expect(isLong(form)).toBe(false);
  expect(isLong({ ...form, countsAsLong: true })).toBe(true);
});

test("light forms take less than a post and are no moves in quotas", () => {
  const light = CODES.map((code) => formSchema.parse({ base: code })).filter((form) => !isFullTime(form));
  expect(light.map(({ code }) => code).sort()).toEqual([
    "collaborate",
    "flexible",
    "masterLead",
    "network",
    "partTime",
    "shadow",
    "teamResearch",
    "walk",
  ]);
  for (const form of light) expect(form).toMatchObject({ countsInQuota: false, relationMoves: false });
});
