import { loadInstance, retirementDate } from "@lungang/core";
import type { Instance, Person } from "@lungang/core";
import { openCounty } from "../src/node.ts";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Plan } from "../src/index.ts";
import { nextYearFile } from "../src/index.ts";
import { smallCase, smallCounty } from "./county.ts";

/** Who retires before the next year stays in the list, out of post; of whom nobody can say it, is asked for. */

const made = smallCounty(4, 60);
// No plan is made here that places recruits.
const base = { ...made, persons: made.persons.filter(({ homeSchool }) => homeSchool !== undefined) };
const nextStart = `${base.planYear + 1}-09-01`;

/** The last birthday in August or before it by which a category retires before the next exchanges. */
function bornFor(category: "male60" | "female50"): string {
  for (let year = base.planYear - 45; ; year--)
    if (retirementDate(`${year}-03-10`, category) < nextStart) return `${year}-03-10`;
}

/** The county with some teachers made older or without a category. */
function countyWith(changes: (teachers: { men: Person[]; women: Person[] }) => ReadonlyMap<string, object>): Instance {
  const teachers = base.persons.filter(
    ({ personType, exchanges }) => personType === "teacher" && exchanges.length === 0,
  );
  const [men, women] = (["male", "female"] as const).map((sex) => teachers.filter((person) => person.sex === sex));
  const changed = changes({ men: men ?? [], women: women ?? [] });
  const persons = base.persons.map((person) => ({ ...person, ...changed.get(person.id) }));
  const loaded = loadInstance({ ...base, persons });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
  return loaded.value;
}

async function nextOf(instance: Instance) {
  const planningCase = await smallCase({ county: { instance } });
  const plan = { moves: [], returns: [], basis: { policy: { id: "detailed-measures" }, settings: {} } };
  return nextYearFile("next.xlsx", { planningCase, plan: plan as unknown as Plan });
}

test("who retires keeps the row, out of post, and a woman of whom nobody knows is named", async () => {
  const ids: string[] = [];
  const instance = countyWith(({ men: [man], women: [unknown, known, young] }) => {
    ids.push(...[man, unknown, known, young].map((person) => person?.id ?? ""));
    const old = bornFor("female50");
    return new Map<string, object>([
      [man?.id ?? "", { birthDate: bornFor("male60"), retireCategory: undefined }],
      [unknown?.id ?? "", { name: "甄未填", birthDate: old, retireCategory: undefined }],
      [known?.id ?? "", { name: "甄已填", birthDate: old, retireCategory: "femaleCadre55" }],
      [young?.id ?? "", { name: "甄年轻", birthDate: `${base.planYear - 30}-03-10`, retireCategory: undefined }],
    ]);
  });
  const { file, retired, warnings } = await nextOf(instance);
  const goes = instance.persons.filter(
    ({ inPost, sex, birthDate, retireCategory = sex === "male" ? ("male60" as const) : undefined }) =>
      inPost && retireCategory !== undefined && retirementDate(birthDate, retireCategory) < nextStart,
  );
  expect(goes.map(({ id }) => id)).toContain(ids[0]);
  expect(retired).toBe(goes.length);
  expect(warnings.map(({ code, severity }) => [code, severity])).toEqual([["retirement-unknown", "warning"]]);
  const told = warnings[0]?.message.zh ?? "";
  expect(told).toMatch(/^1 名女教职工没有填写“退休类别”.*年9月1日已到龄.*：甄未填$/u);
  expect(warnings[0]?.advice?.zh).toContain("“在岗”列填“否”");

  const folder = await mkdtemp(join(tmpdir(), "lungang-next-"));
  await writeFile(join(folder, "next.xlsx"), file.content);
  const opened = await openCounty(join(folder, "next.xlsx"));
  await rm(folder, { recursive: true });
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  const people = new Map(opened.value.persons.map((person) => [person.id, person.inPost]));
  expect(people.size).toBe(instance.persons.length);
  expect(ids.map((id) => people.get(id))).toEqual([false, true, true, true]);
});

test("nobody is asked for where every category is known", async () => {
  const { warnings } = await nextOf(base);
  expect(base.persons.filter(({ sex, retireCategory }) => sex === "female" && retireCategory === undefined)).toEqual(
    [],
  );
  expect(warnings).toEqual([]);
});
