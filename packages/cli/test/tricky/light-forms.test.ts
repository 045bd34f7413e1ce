import { readFile } from "node:fs/promises";
import { readXlsxBook } from "@lungang/tabular";
import { unframed } from "../unframed.ts";
import { expect, test } from "vitest";
import { openTerminal, writeJson } from "../terminal.ts";
import { changing, planBook, verifyEdited, without } from "./answers.ts";
import { hubAndPoints, schoolDistrict } from "./cases.ts";
import { walking } from "./policies.ts";

/** Forms beside the own post, from the workbook of a planner to the workbook of the plan and back. */

const terminal = openTerminal();

test("walking: ten periods to spare go to two of three points, and the workbook says who, where and how far", async () => {
  await writeJson(terminal, "walking.json", walking());
  const planned = await planBook(terminal, "walking", { sheets: hubAndPoints, policy: ["--policy", "walking.json"] });
  const { itineraries, levels, moves } = planned.plan;
  expect(moves).toEqual([]);
  expect(new Set(itineraries.map(({ person }) => person))).toEqual(new Set(["m"]));
  expect(itineraries.reduce((sum, { periods }) => sum + periods, 0)).toBe(10);
  expect(levels.find(({ name }) => name === "untaught")?.value).toBe(5);
  expect(planned.out).toMatch(/走教和兼课（含本校兼课）2 人次/u);
  expect(planned.out).toMatch(/师m.*中心校.*教学点.*走教.*小学音乐 \d 节/u);

  const read = await readXlsxBook(await readFile(terminal.path(planned.roster)));
  const sheet = read.ok ? read.value.sheets.find(({ name }) => name === "走教和跨校兼课") : undefined;
  const rows = unframed(sheet?.rows ?? []);
  expect(rows).toHaveLength(1 + itineraries.length);
  expect(rows[1]).toEqual(expect.arrayContaining(["师m", "走教", "中心校", "小学音乐", itineraries[0]?.periods]));
  const ways = rows.slice(1).map((row) => row[rows[0]?.indexOf("校间路程（公里）") ?? -1]);
  expect(ways.every((way) => typeof way === "number" && way > 7 && way < 22)).toBe(true);

  const more = await verifyEdited(terminal, planned, changing(["m"], { 周课时: 9 }), "走教和跨校兼课");
  expect(more).toMatchObject({ code: 3, broken: ["itinerant"] });
  expect(await more.text()).toContain("人员“师m”周课时合计24节，至多16节");
});

test("case 11, big school district: a person counts once in any form, and 6% go for a school year", async () => {
  const policy = ["--policy", "daxuequ-baqiao", "--set", "deductShare=10%", "--set", "postMonths=6"];
  const planned = await planBook(terminal, "district", { sheets: schoolDistrict, policy });
  const { measures, moves, participations } = planned.plan;
  const shares = measures
    .filter(({ source }) => source.startsWith("BQ-06"))
    .map(({ value, target }) => [value, target]);
  expect(shares).toEqual(expect.arrayContaining([[12, 12]]));
  const people = [...moves, ...participations].map(({ person }) => person);
  expect(new Set(people).size).toBe(people.length);
  expect(people).toHaveLength(12);
  expect(planned.out).toContain(`不占岗位的交流：${participations.length} 人次`);

  const [first] = participations;
  const fewer = await verifyEdited(terminal, planned, without([first?.person ?? ""]), "兼职和柔性交流");
  expect(fewer.code).toBe(3);
  expect(await fewer.text()).toMatch(/20人中应至少12人参加交流，实际11人/u);
});
