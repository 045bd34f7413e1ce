import { loadInstance } from "@lungang/core";
import type { InstanceInput } from "@lungang/core";
import { expect, test } from "vitest";
import { postsOfCounty } from "./county-posts.ts";
import { distancesOfCounty } from "./school-distances.ts";

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
  schools: [{ ...school("S1", "一小", 2), seniorPosts: 3, middlePosts: 2 }, school("S2", "二小", 9)],
  posts: [{ id: "P1", school: "S1", stage: "primary", subject: "语文", capacity: 3 }],
  persons: [
    teacher("T1", "S1"),
    teacher("T2", "S1", {
      professionalTitle: "level1",
      exchanges: [{ from: "S1", to: "S2", form: "support", start: "2025-09-01", end: "2027-08-31" }],
    }),
    teacher("T3", "S2", { professionalTitle: "senior" }),
  ],
} as unknown as InstanceInput;

test("a post for every cell, a head kept at home for who is on an exchange, and what the establishment cannot bear", () => {
  const loaded = loadInstance(COUNTY);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 1));
  const { posts, people, titlePosts, issues } = postsOfCounty(loaded.value);
  // T2 is away and holds a post of middle titles at home.
  expect(titlePosts).toEqual([
    { school: "一小", level: "senior", posts: 3, taken: 0 },
    { school: "一小", level: "middle", posts: 2, taken: 1 },
  ]);
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
    { id: "T1", name: "T1老师", ownPost: "P1", title: "无职称" },
    { id: "T3", name: "T3老师", ownPost: "S2/teaching/primary/语文", title: "高级教师" },
  ]);
  expect(issues.map(({ code, path }) => [code, path?.join(".")])).toEqual([
    ["posts-beyond-establishment", "schools.0.establishment"],
  ]);
});

test("distances between schools by road, every pair once, by the names of the posts; unknown ones are left out", () => {
  const at = (latitude: number) => ({ coordinates: { latitude, longitude: 109 } });
  const loaded = loadInstance({
    ...COUNTY,
    schools: [
      { ...school("S2", "二小", 9), ...at(34.1) },
      { ...school("S1", "一小", 9), ...at(34) },
      { ...school("S3", "三小", 9), ...at(34.1) },
      school("S4", "四小", 9),
      { ...school("S5", "三小", 9), ...at(34.2) },
    ],
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 1));
  // A tenth of a degree is 11.12 km, and the road is 1.3 times as long.
  expect(distancesOfCounty(loaded.value).map(({ from, to, km }) => `${from} ${to} ${km.toFixed(2)}`)).toEqual([
    "S3 S5 14.46",
    "S3 一小 14.46",
    "S3 二小 0.00",
    "S5 一小 28.91",
    "S5 二小 14.46",
    "一小 二小 14.46",
  ]);
});

test("posts and people stand school by school as the county lists its schools", () => {
  const schools = COUNTY.schools.map((each, at) => ({ ...each, listOrder: 9 - at }));
  const loaded = loadInstance({ ...COUNTY, schools });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues, null, 1));
  const { posts, people } = postsOfCounty(loaded.value);
  expect(posts.map(({ school: name }) => name)).toEqual(["二小", "一小"]);
  expect(people.map(({ id }) => id)).toEqual(["T3", "T1"]);
});
