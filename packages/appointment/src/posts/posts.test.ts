import { share } from "@lungang/core/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueOf } from "../../test/markets.ts";
import { checkClassTeachers } from "./class-teachers.ts";
import { divideHeads } from "./divide.ts";
import { divideEstablishment } from "./establishment.ts";
import { evenGaps } from "./even-gaps.ts";
import { fraction } from "./fraction.ts";
import { setUpPosts } from "./set-up.ts";
import { titleBalance, titlePosts } from "./titles.ts";
import type { PostHeads } from "./vacancies.ts";
import { offerVacancies } from "./vacancies.ts";

const COUNTY = {
  format: "lungang-establishment-1",
  standard: { pupilsPerStaff: { primary: 19, junior: "13.5" } },
  countyTotal: 200,
  units: [
    { id: "A", pupils: { primary: 950 } },
    { id: "B", pupils: { primary: 100, junior: 27 } },
    { id: "C", pupils: { primary: 38 }, classes: 6 },
  ],
};

describe("divideEstablishment", () => {
  test("goes by pupils, and the county holds the rest", () => {
    const division = valueOf(divideEstablishment({ ...COUNTY, reserve: 5 }));
    // 950 / 19 = 50; 100 / 19 + 27 / 13.5 = 7.26; 38 / 19 = 2.
    expect(division.units.map((unit) => unit.heads)).toEqual([50, 8, 2]);
    expect(division).toMatchObject({ divided: 60, held: 140, isScarce: false });
  });

  test("counts small schools by classes as well", () => {
    const small = (method: string) => ({
      ...COUNTY,
      units: COUNTY.units.map((unit) => ({ classes: 20, ...unit })),
      standard: { ...COUNTY.standard, smallSchools: { pupilsBelow: 100, staffPerClass: "1.5", method } },
    });
    expect(valueOf(divideEstablishment(small("mean"))).units[2]).toEqual({
      unit: "C",
      byStandard: 6,
      smallSchoolHundredths: 350,
      heads: 6,
    });
    expect(valueOf(divideEstablishment(small("larger"))).units[2]?.heads).toBe(9);
  });

  test("divides a total that does not suffice in proportion, nobody below the least", () => {
    const division = valueOf(
      divideEstablishment({
        ...COUNTY,
        countyTotal: 50,
        units: COUNTY.units.map((unit) => (unit.id === "C" ? { ...unit, least: 3 } : unit)),
      }),
    );
    expect(division).toMatchObject({ divided: 50, held: 0, isScarce: true });
    expect(division.units.map((unit) => unit.heads)).toEqual([41, 6, 3]);
  });

  test("names what is missing", () => {
    const read = divideEstablishment({
      ...COUNTY,
      countyTotal: 1,
      standard: {
        pupilsPerStaff: { primary: 19 },
        smallSchools: { pupilsBelow: 200, staffPerClass: 1, method: "mean" },
      },
      units: [...COUNTY.units, { id: "C", pupils: {}, classes: 1, least: 2 }],
    });
    expect(read.ok ? [] : read.issues.map((issue) => `${issue.code} ${issue.path?.join(".")}`)).toEqual([
      "unit-twice units.3.id",
      "ratio-missing units.1.pupils.junior",
      "classes-missing units.1.classes",
      "least-beyond-total countyTotal",
    ]);
  });
});

test("divideHeads adds up, keeps every least and is near the proportion", () => {
  const claims = fc.array(fc.record({ size: fc.integer({ min: 1, max: 50 }), least: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(claims, fc.integer({ min: 24, max: 300 }), (rows, total) => {
      const parts = divideHeads(
        total,
        rows.map((row, at) => ({ id: `u${at}`, size: fraction(row.size, 1), least: row.least })),
      );
      expect([...parts.values()].reduce((sum, heads) => sum + heads, 0)).toBe(total);
      rows.forEach((row, at) => expect(parts.get(`u${at}`)).toBeGreaterThanOrEqual(row.least));
      const all = rows.reduce((sum, row) => sum + row.size, 0);
      const plain = divideHeads(
        total,
        rows.map((row, at) => ({ id: `u${at}`, size: fraction(row.size, 1) })),
      );
      rows.forEach((row, at) =>
        expect(Math.abs((plain.get(`u${at}`) as number) * all - total * row.size)).toBeLessThan(all),
      );
    }),
    { seed: 31 },
  );
});

test("setUpPosts: periods over full load, rounded up; what the establishment lacks is said", () => {
  const plan = {
    school: "S",
    establishment: 12,
    management: 2,
    teaching: [
      { stage: "primary", subject: "语文", periodsPerWeek: 65, fullLoad: 13 },
      { stage: "primary", subject: "音乐", periodsPerWeek: 18, fullLoad: 16 },
    ],
    support: 1,
    logistics: 0,
    dormitory: { boarders: 101, boardersPerPost: 50 },
  };
  const setUp = setUpPosts(plan);
  expect(setUp.posts.map((post) => [post.id, post.capacity])).toEqual([
    ["S/management", 2],
    ["S/primary/语文", 5],
    ["S/primary/音乐", 2],
    ["S/support", 1],
    ["S/dormitory", 3],
  ]);
  expect(setUp).toMatchObject({ heads: 13, spare: 0, beyond: 1, issues: [{ code: "posts-beyond-establishment" }] });
  expect(setUpPosts({ ...plan, establishment: 15 })).toMatchObject({ spare: 2, beyond: 0, issues: [] });
  expect(() => setUpPosts({ ...plan, dormitory: { boarders: 1, boardersPerPost: 0 } })).toThrow(RangeError);
});

test("title posts keep the structure ratio and say which levels are overfull", () => {
  const posts = titlePosts(33, [
    { level: "senior", share: share(15, 100) },
    { level: "middle", share: share(45, 100) },
    { level: "junior" },
  ]);
  expect(posts.map((level) => level.posts)).toEqual([4, 14, 15]);
  const balance = titleBalance(
    posts,
    new Map([
      ["senior", 6],
      ["middle", 10],
    ]),
  );
  expect(balance.map(({ vacant, over }) => [vacant, over])).toEqual([
    [0, 2],
    [4, 0],
    [15, 0],
  ]);
  expect(() =>
    titlePosts(10, [{ level: "a", share: share(9, 10) }, { level: "b", share: share(9, 10) }, { level: "c" }]),
  ).toThrow(RangeError);
});

test("a class teacher leads one class and teaches a subject at its school", () => {
  const places = [
    { person: "a", school: "S", kind: "teaching" },
    { person: "b", school: "T", kind: "teaching" },
    { person: "c", school: "S", kind: "logistics" },
  ];
  const roles = [
    { classId: "1", school: "S", teacher: "a" },
    { classId: "2", school: "S", teacher: "a" },
    { classId: "3", school: "S" },
    { classId: "4", school: "S", teacher: "b" },
    { classId: "5", school: "S", teacher: "c" },
  ];
  expect(checkClassTeachers(roles, places).map((finding) => [finding.classId, finding.code])).toEqual([
    ["2", "teacherOfTwoClasses"],
    ["3", "classWithoutTeacher"],
    ["4", "teacherOfOtherSchool"],
    ["5", "teacherWithoutSubject"],
  ]);
});

test("arrivals go where the gap is largest", () => {
  const schools = [5, 1, 0].map((gap, at) => ({ school: `s${at}`, gap, need: 10 }));
  expect([...evenGaps(schools, 3).values()]).toEqual([3, 0, 0]);
  expect([...evenGaps(schools, 9).values()]).toEqual([5, 1, 0]);
  expect([
    ...evenGaps(
      [
        { school: "a", gap: 2, need: 4 },
        { school: "b", gap: 3, need: 30 },
      ],
      1,
    ).values(),
  ]).toEqual([1, 0]);
});

describe("offerVacancies", () => {
  const gaps = (heads: readonly number[]): PostHeads[] =>
    heads.map((gap, at) => ({ id: `p${at}`, school: `s${at}`, heads: gap, holders: 0 }));

  test("half of the gaps, rounded up; a single one as the school says (TW-06)", () => {
    const rule = { share: share(1, 2), round: "up", by: "school", schoolDecidesUpTo: 1 } as const;
    expect(offerVacancies(gaps([1, 2, 3, 5]), rule).map((post) => post.offered)).toEqual([0, 1, 2, 3]);
    const says = gaps([1, 2, 3, 5]).map((post, at) => (at === 0 ? { ...post, declared: 1 } : post));
    expect(offerVacancies(says, rule).map((post) => post.offered)).toEqual([1, 1, 2, 3]);
  });

  test("8% of 25 gaps are held back (TW-07)", () => {
    const offered = offerVacancies(gaps([10, 8, 7]), {
      share: share(1, 1),
      round: "up",
      by: "together",
      holdBack: share(8, 100),
    });
    expect(offered.reduce((sum, post) => sum + post.offered, 0)).toBe(23);
    expect(
      offered
        .flatMap((post) => post.notOffered)
        .reduce((sum, reason) => sum + (reason.reason === "heldBack" ? reason.heads : 0), 0),
    ).toBe(2);
  });

  test("every gap that is not offered has its reason, and a hidden one is named", () => {
    const post = {
      id: "p",
      school: "s",
      heads: 10,
      holders: 2,
      reserved: 2,
      blocked: [{ heads: 1, because: "撤并" }],
      declared: 3,
    };
    expect(offerVacancies([post], { share: share(4, 5), round: "up", by: "school" })).toMatchObject([
      {
        gap: 8,
        offered: 3,
        notOffered: [
          { reason: "reserved", heads: 2 },
          { reason: "blocked", heads: 1, text: { zh: "撤并" } },
          { reason: "share", heads: 1 },
          { reason: "hidden", heads: 1 },
        ],
      },
    ]);
  });

  test("offered and reasons add up to the gap", () => {
    const post = fc.record({
      school: fc.constantFrom("a", "b", "c"),
      township: fc.constantFrom("x", "y"),
      heads: fc.nat(9),
      holders: fc.nat(9),
      reserved: fc.nat(3),
      declared: fc.option(fc.nat(5), { nil: undefined }),
    });
    const rule = fc.record({
      share: fc.integer({ min: 0, max: 10 }).map((tenths) => share(tenths, 10)),
      round: fc.constantFrom("up" as const, "down" as const),
      by: fc.constantFrom("school" as const, "township" as const, "together" as const),
      holdBack: fc.constant(share(1, 5)),
      schoolDecidesUpTo: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(post, { maxLength: 8 }), rule, (rows, offer) => {
        const posts = rows.map(({ declared, ...row }, at) => ({
          ...row,
          id: `p${at}`,
          ...(declared === undefined ? {} : { declared }),
        }));
        for (const line of offerVacancies(posts, offer)) {
          const rest = line.notOffered.reduce((sum, reason) => sum + reason.heads, 0);
          expect(line.offered + rest).toBe(line.gap);
          expect(line.offered).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 32, numRuns: 500 },
    );
  });
});
