import { describe, expect, test } from "vitest";
import { county, person, post, school } from "../../test/instance/small-county.ts";
import type { LockEntry } from "./check-locks.ts";
import { checkLocks } from "./check-locks.ts";
import { instanceSchema } from "./instance.ts";

const INSTANCE = instanceSchema.parse(
  county({
    schools: [school("S1", { name: "一小" }), school("S2", { name: "二小" }), school("S3", { name: "二小" })],
    posts: [post("P1"), post("P2", { school: "S2" }), post("Q2", { school: "S2", subject: "数学" })],
    persons: [
      person("T1", { name: "张三" }),
      person("T2", { name: "李四" }),
      person("T3", { name: "李四" }),
      person("T4", { name: "欧阳红欣" }),
    ],
  }),
);
type Where = Omit<LockEntry, "person">;
const STAY: Where = { stay: true };

/** Two decisions about one person, and what is said about them. */
const PAIRS: readonly (readonly [name: string, one: Where, other: Where, code: string | undefined])[] = [
  ["two schools", { school: "S2" }, { school: "S3" }, "locks-contradict"],
  ["a school and staying", { school: "S2" }, STAY, "locks-contradict"],
  ["the own school and staying", { school: "S1" }, STAY, undefined],
  ["a post elsewhere and staying", { post: "P2" }, STAY, "locks-contradict"],
  ["a post and another at the same school", { post: "P2" }, { post: "Q2" }, "locks-contradict"],
  ["a post and its school", { post: "P2" }, { school: "S2" }, undefined],
  ["a post and another school", { post: "P2" }, { school: "S3" }, "locks-contradict"],
  ["a school that is forbidden", { school: "S2" }, { forbid: "S2" }, "locks-contradict"],
  ["a post at a school that is forbidden", { post: "P2" }, { forbid: "S2" }, "locks-contradict"],
  ["staying where it is forbidden", STAY, { forbid: "S1" }, "locks-contradict"],
  ["a school and another forbidden", { school: "S2" }, { forbid: "S3" }, undefined],
  ["two schools forbidden", { forbid: "S2" }, { forbid: "S3" }, undefined],
  ["the same twice", { school: "S2" }, { school: "S2" }, "lock-twice"],
  ["staying twice", STAY, STAY, "lock-twice"],
  ["one school by id and by name", { school: "S1" }, { school: "一 小" }, "lock-twice"],
];

const codesOf = (locks: readonly LockEntry[]) => {
  const read = checkLocks(locks, INSTANCE);
  return (read.ok ? read.warnings : read.issues).map(({ code, path }) => [code, path]);
};

test("a post is known by school and work, and what is misspelt is asked about", () => {
  const read = checkLocks(
    [
      { person: "T1", post: "二小 小学数学" },
      { person: "张三", post: "P1" },
    ],
    INSTANCE,
  );
  expect(read.ok || read.issues.map(({ message }) => message.zh)).toEqual([
    // S2 and S3 share a name; only S2 has a post of this subject.
    "第 1 条和第 2 条“已定人员”互相矛盾（人员“T1”）",
  ]);
  const advised = (lock: LockEntry) => {
    const { issues } = checkLocks([lock], INSTANCE) as { readonly issues: readonly { advice?: { zh: string } }[] };
    return issues.map(({ advice }) => advice?.zh);
  };
  expect(advised({ person: "欧阳红心", school: "一校小" })).toEqual(["是否应为“欧阳红欣”？", "是否应为“一小”？"]);
  expect(advised({ person: "T1", post: "一小 小学语" })).toEqual(["是否应为“一小 小学语文”？"]);
});

describe("checkLocks", () => {
  test.each(PAIRS)("%s, in either order", (_name, one, other, code) => {
    const said = code === undefined ? [] : [[code, [1]]];
    expect(
      codesOf([
        { person: "T1", ...one },
        { person: "T1", ...other },
      ]),
    ).toEqual(said);
    expect(
      codesOf([
        { person: "张三", ...other },
        { person: "T1", ...one },
      ]),
    ).toEqual(said);
    expect(
      codesOf([
        { person: "T1", ...one },
        { person: "T2", ...other },
      ]),
    ).toEqual([]);
  });

  test("names both entries", () => {
    const locks: readonly LockEntry[] = [
      { person: "T2", stay: true },
      { person: "T1", stay: true },
      { person: "T1", school: "S2" },
    ];
    const read = checkLocks(locks, INSTANCE);
    expect(read.ok ? [] : read.issues.map(({ message }) => message.zh)).toEqual([
      "第 2 条和第 3 条“已定人员”互相矛盾（人员“T1”）",
    ]);
  });

  test("takes names that only one has, and refuses others at their place", () => {
    const read = checkLocks([{ person: "张三", school: "一小", reason: "r" }], INSTANCE);
    expect(read.ok && read.value).toEqual([{ person: "T1", school: "S1", reason: "r" }]);
    expect(
      codesOf([
        { person: "李四", stay: true },
        { person: "T1", school: "二小" },
      ]),
    ).toEqual([
      ["unknown-reference", [0, "person"]],
      ["unknown-reference", [1, "school"]],
    ]);
    expect(
      codesOf([
        { person: "T1", post: "" },
        { person: "T9", forbid: "S9" },
      ]),
    ).toEqual([
      ["unknown-reference", [0, "post"]],
      ["unknown-reference", [1, "person"]],
      ["unknown-reference", [1, "forbid"]],
    ]);
  });

  test("a name that several have is told with their ids, be they people or schools", () => {
    const read = checkLocks([{ person: "李 四", school: "二小" }], INSTANCE);
    expect(read.ok ? [] : read.issues.map(({ path, message }) => [path, message.zh])).toEqual([
      [[0, "person"], "人员“李 四”同名的有 2 个，编号为T2、T3"],
      [[0, "school"], "学校“二小”同名的有 2 个，编号为S2、S3"],
    ]);
  });
});
