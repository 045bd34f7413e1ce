import { loadInstance } from "@lungang/core";
import type { Instance } from "@lungang/core";
import type { DataNeeds } from "@lungang/core/policy";
import { dataNeeds } from "@lungang/core/policy";
import { policyDocument, policyNames } from "@lungang/policies";
import { readXlsxBook } from "@lungang/tabular";
import { expect, test } from "vitest";
import { MASKED } from "../../policies/test/masked-values.ts";
import { checkCase, findPolicy, openCase, templateFile } from "../src/index.ts";
import { smallCounty } from "./county.ts";

const instance = smallCounty(5, 70);

/** Fields that stand in sheets of their own, and those without which nothing is a person or a school. */
const RECORDS = ["offices", "exchanges", "statuses", "evaluations", "examRanks"];
const IDENTITY = ["id", "name", "sex", "birthDate", "personType", "type"];

/** What a county leaves empty whose template asks for what a policy needs, and for nothing else. */
function withoutUnread(county: Instance, needs: DataNeeds): Instance {
  const asked = (list: string, field: string) =>
    [...needs.keys()].some((place) => `${place}.`.startsWith(`${list}.${field}.`));
  const kept = (list: string, item: object) =>
    Object.fromEntries(
      Object.entries(item).filter(
        ([field]) => IDENTITY.includes(field) || (RECORDS.includes(field) ? needs.has(field) : asked(list, field)),
      ),
    );
  const loaded = loadInstance({
    ...county,
    persons: county.persons.map((person) => kept("persons", person)),
    schools: county.schools.map((school) => kept("schools", school)),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value;
}

async function checked(county: Instance, name: string) {
  const opened = await openCase({ county: { instance: county }, policy: { name }, settings: MASKED[name] ?? {} });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const { people, quotas } = checkCase(opened.value);
  // The canonical order goes by content.
  return { people: [...people].sort((a, b) => (a.person < b.person ? -1 : 1)), quotas };
}

test.each(policyNames)("%s decides the same without the columns that the template folds away", async (name) => {
  const needs = dataNeeds(policyDocument(name));
  await expect(checked(withoutUnread(instance, needs), name)).resolves.toEqual(await checked(instance, name));
});

/** The sheets of the template of a policy, and the headers of one of them. */
async function templateOf(name: string, sheet: string) {
  const found = findPolicy({ name });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const { content } = await templateFile("t.xlsx", { name, found: found.value });
  const book = await readXlsxBook(content as Uint8Array);
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  const { sheets } = book.value;
  return {
    sheets: sheets.map((each) => each.name),
    headers: sheets.find((each) => each.name === sheet)?.rows[0] ?? [],
  };
}

test("sheets stand in three groups, of which the first is what the policy has to have", async () => {
  const { sheets, headers } = await templateOf("yulin-notice", "人员");
  expect(sheets.slice(0, 6)).toEqual(["说明", "基本信息", "学校", "人员", "任职经历", "政策参数"]);
  expect(sheets.slice(-3)).toEqual(["已定人员", "质量监测", "选项"]);
  expect(headers.indexOf("到现校日期")).toBeLessThan(headers.indexOf("住房需求"));
  const other = await templateOf("implementation-2024", "人员");
  expect(other.sheets.indexOf("任职经历")).toBeGreaterThan(other.sheets.indexOf("政策参数"));
});

test("the stages of a parameter are called stages, though a title has a code of that name", async () => {
  const found = findPolicy({ name: "county-jiaoliu" });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  const { content } = await templateFile("t.xlsx", { name: "county-jiaoliu", found: found.value });
  const book = await readXlsxBook(content as Uint8Array);
  const rows = book.ok ? (book.value.sheets.find(({ name }) => name === "政策参数")?.rows ?? []) : [];
  const stages = rows.find(([name]) => name === "stages");
  expect(stages?.[3]).toBe("小学、初中、高中");
  expect(rows.find(([name]) => name === "expertTitles")?.[3]).toBe("小学高级教师、一级教师、高级教师、正高级教师");
});
