import { loadInstance } from "@lungang/core";
import type { InstanceInput } from "@lungang/core";
import { expect, test } from "vitest";
import { postsOfCounty } from "./county-posts.ts";

const school = (id: string, name: string, establishment: number) =>
  ({ id, name, type: "primary", township: "X", establishment }) as const;

const teacher = (id: string, homeSchool: string, more: object = {}) => ({
  id,
  name: `${id}老师`,
  sex: "female",
  birthDate: "1985-06-15",
  homeSchool,
  personType: "teacher",
  stageCertified: ["primary"],
  subjects: [{ subject: "语文", main: true }],
  ...more,
});

const COUNTY = {
  format: "lungang-instance-1",
  county: { id: "c", name: "县" },
  planYear: 2026,
  groups: [{ id: "X", kind: "township", name: "城关镇" }],
  schools: [school("S1", "一小", 2), school("S2", "二小", 9)],
  posts: [{ id: "P1", school: "S1", stage: "primary", subject: "语文", capacity: 3 }],
  persons: [
    teacher("T1", "S1"),
    teacher("T2", "S1", {
      exchanges: [{ from: "S1", to: "S2", form: "support", start: "2025-09-01", end: "2027-08-31" }],
    }),
    teacher("T3", "S2"),
  ],
} as unknown as InstanceInput;

test("a post for every cell, a head kept at home for who is on an exchange, and what the establishment cannot bear", () => {
  const loaded = loadInstance(COUNTY);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 1));
  const { posts, people, issues } = postsOfCounty(loaded.value);
  expect(posts).toEqual([
    {
      id: "P1",
      school: "一小",
      township: "城关镇",
      kind: "teaching",
      stage: "小学",
      subject: "语文",
      capacity: 3,
      reserved: 1,
    },
    {
      id: "S2/teaching/primary/语文",
      school: "二小",
      township: "城关镇",
      kind: "teaching",
      stage: "小学",
      subject: "语文",
      capacity: 1,
    },
  ]);
  expect(people).toEqual([
    { id: "T1", name: "T1老师", ownPost: "P1" },
    { id: "T3", name: "T3老师", ownPost: "S2/teaching/primary/语文" },
  ]);
  expect(issues.map(({ code, path }) => [code, path?.join(".")])).toEqual([
    ["posts-beyond-establishment", "schools.0.establishment"],
  ]);
});
