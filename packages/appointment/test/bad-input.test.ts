import { describe, expect, test } from "vitest";
import { loadMarket } from "../src/market/load.ts";
import { loadSurplus } from "../src/market/surplus-document.ts";
import { verifyAppointment } from "../src/check/verify.ts";
import { appoint } from "../src/rules/appoint.ts";
import { marketOf, post } from "./markets.ts";

/** Code and place of everything that is wrong. */
function problems(data: unknown): readonly (readonly [string, string])[] {
  const read = loadMarket(data);
  const issues = read.ok ? read.warnings : read.issues;
  for (const issue of issues) {
    expect(issue.message.zh).toMatch(/[\u4e00-\u9fff]/u);
    expect(issue.message.en).not.toMatch(/[\u4e00-\u9fff]/u);
    expect(issue.advice?.zh).toBeDefined();
  }
  return issues.map((issue) => [issue.code, (issue.path ?? []).join(".")] as const);
}

const FORMAT = { format: "lungang-market-1" };

describe("loadMarket", () => {
  test("finds everything at once, each at its place", () => {
    expect(
      problems({
        ...FORMAT,
        posts: [
          { id: "A", school: "S" },
          { id: "B", school: "S", capacity: 1, offered: false, notOfferedBecause: "reserved" },
          { id: "C", school: "S", capacity: 1 },
          { id: "C", school: "S", capacity: 2 },
        ],
        people: [
          { id: "p", ownPost: "nowhere" },
          { id: "q", points: "87.55555" },
          { id: "q", points: 1 },
          { id: "r", ownPostIs: "leaves" },
          { id: "s", points: 1, priorityClass: "unknown" },
          { id: "t", points: 1, ties: [1] },
        ],
        applications: [
          { person: "p", wishes: ["C"] },
          { person: "p", wishes: ["C", "C"] },
          { person: "q", wishes: ["B", "X"] },
          { person: "stranger", wishes: [] },
          { person: "placed", wishes: ["C"] },
        ],
        rankings: [{ post: "C", people: ["q", ["s", "q"], "nobody"] }],
        placed: [
          { person: "placed", post: "C", because: "direct" },
          { person: "s", post: "C", because: "direct" },
          { person: "placed", post: "Z", because: "direct" },
        ],
        floors: [{ id: "f", posts: ["A", "Y"], heads: 1 }],
      }),
    ).toEqual([
      ["post-twice", "posts.3.id"],
      ["capacity-missing", "posts.0.capacity"],
      ["unknown-id", "placed.2.post"],
      ["placed-twice", "placed.2.person"],
      ["person-in-two-lists", "placed.1.person"],
      ["unknown-id", "floors.0.posts.1"],
      ["placed-beyond-capacity", "posts.2.capacity"],
      ["person-twice", "people.2.id"],
      ["unknown-id", "people.0.ownPost"],
      ["points-not-decimal", "people.1.points"],
      ["own-post-missing", "people.3.ownPost"],
      ["unknown-id", "people.4.priorityClass"],
      ["ties-missing", "people.0.ties"],
      ["ties-missing", "people.1.ties"],
      ["ties-missing", "people.2.ties"],
      ["ties-missing", "people.3.ties"],
      ["ties-missing", "people.4.ties"],
      ["application-twice", "applications.1.person"],
      ["unknown-id", "applications.3.person"],
      ["person-in-two-lists", "applications.4.person"],
      ["wish-twice", "applications.1.wishes.1"],
      ["wish-not-offered", "applications.2.wishes.0"],
      ["unknown-id", "applications.2.wishes.1"],
      ["unknown-id", "rankings.0.people.2"],
      ["ranked-twice", "rankings.0.people.1.1"],
      ["not-ranked", "applications.0.wishes.0"],
      ["not-ranked", "applications.1.wishes.0"],
      ["not-ranked", "applications.1.wishes.1"],
      ["not-ranked", "applications.4.wishes.0"],
    ]);
  });

  test("says which points are missing, and asks for none where the post ranks or the draw decides", () => {
    const market = {
      ...FORMAT,
      posts: [post("A"), post("B")],
      people: [{ id: "p" }],
      applications: [{ person: "p", wishes: ["A", "B"] }],
      rankings: [{ post: "A", people: ["p"] }],
    };
    expect(problems(market)).toEqual([["points-missing", "people.0.points"]]);
    expect(problems({ ...market, rankedBy: "draw" })).toEqual([]);
    expect(
      problems({ ...market, applications: [{ person: "p", wishes: ["A", { post: "B", points: "3.5" }] }] }),
    ).toEqual([]);
  });

  test("asks for points of who defends the own post, whether he applies or not", () => {
    const market = {
      ...FORMAT,
      ownPost: "contested",
      posts: [post("A"), post("B")],
      people: [
        { id: "h", ownPost: "A" },
        { id: "j", points: 70 },
      ],
      applications: [{ person: "j", wishes: ["A"] }],
    };
    expect(problems(market)).toEqual([["points-missing", "people.0.points"]]);
    expect(problems({ ...market, rankedBy: "draw", seed: "1" })).toEqual([]);
    expect(problems({ ...market, rankings: [{ post: "A", people: ["j", "h"] }] })).toEqual([]);
    expect(
      problems({
        ...market,
        applications: [...market.applications, { person: "h", wishes: [{ post: "A", points: 50 }] }],
      }),
    ).toEqual([]);
  });

  test("names the circle of priority classes, and classes that nothing orders", () => {
    const market = (priorityClasses: unknown): unknown => ({ ...FORMAT, posts: [], people: [], priorityClasses });
    const circle = market([
      { id: "a", before: ["b"] },
      { id: "b", before: ["c"] },
      { id: "c", before: ["a"] },
      { id: "d", before: ["a"] },
    ]);
    expect(problems(circle)).toEqual([["classes-in-a-circle", "priorityClasses.0.before"]]);
    const read = loadMarket(circle);
    expect(read.ok ? "" : read.issues[0]?.received).toBe("a > b > c > a");
    expect(problems(market([{ id: "a", before: ["c"] }, { id: "b", before: ["c"] }, { id: "c" }]))).toEqual([
      ["classes-without-order", "priorityClasses.0.before"],
    ]);
    expect(problems(market([{ id: "a", before: ["a"] }]))).toEqual([
      ["classes-in-a-circle", "priorityClasses.0.before"],
    ]);
  });

  test("asks for a seed only where a tie is left", () => {
    const market = (points: number): unknown => ({
      ...FORMAT,
      posts: [post("A")],
      people: [
        { id: "p", points: 1 },
        { id: "q", points },
      ],
      applications: [
        { person: "p", wishes: ["A"] },
        { person: "q", wishes: ["A"] },
      ],
    });
    expect(problems(market(1))).toEqual([["draw-seed-missing", "seed"]]);
    expect(problems(market(2))).toEqual([]);
  });

  test("says what stands where something else belongs", () => {
    expect(
      problems({
        ...FORMAT,
        posts: [{ id: "A", school: "S", capacity: 1.5, kind: "gardener", heads: 3 }],
        people: "all",
      }),
    ).toEqual([
      ["invalid-value", "posts.0.kind"],
      ["invalid-value", "posts.0.capacity"],
      ["unknown-key", "posts.0.heads"],
      ["invalid-value", "people"],
    ]);
    expect(problems(undefined)).toEqual([["missing-value", ""]]);
  });

  test("warns of wishes behind a post that is kept and of posts that are overfull", () => {
    expect(
      problems({
        ...FORMAT,
        posts: [post("A", 0), post("B")],
        people: [{ id: "p", points: 1, ownPost: "A" }],
        applications: [{ person: "p", wishes: ["A", "B"] }],
      }),
    ).toEqual([
      ["post-overfull", "posts.0.capacity"],
      ["wish-behind-own-post", "applications.0.wishes.1"],
    ]);
  });
});

test("rules say what they cannot use", () => {
  const market = marketOf({
    posts: [post("A"), post("B")],
    people: [
      { id: "p", points: 1 },
      { id: "q", points: 1 },
    ],
    applications: [
      { person: "p", wishes: [{ post: "A", points: 5 }] },
      { person: "q", wishes: ["A", "B"] },
    ],
    floors: [{ id: "f", posts: ["A"], heads: 1 }],
  });
  const codes = (rule: Parameters<typeof appoint>[1]): readonly string[] => {
    const answer = appoint(market, rule);
    return (answer.ok ? answer.warnings : answer.issues).map((issue) => `${answer.ok} ${issue.code}`);
  };
  expect(codes({ name: "acceptance" })).toEqual(["true floors-unused"]);
  expect(codes({ name: "trading" })).toEqual(["false draw-seed-missing", "false points-by-post-unused"]);
  expect(codes({ name: "examination" })).toEqual(["true examination-one-wish"]);
});

test("an appointment made by hand loses nobody, names nobody twice and knows everybody", () => {
  const market = marketOf({ posts: [post("A")], people: [{ id: "p" }, { id: "q" }] });
  const checkedBy = verifyAppointment(market, {
    format: "lungang-appointment-1",
    lines: [
      { person: "p", post: "A" },
      { person: "p", post: null },
      { person: "x", post: "Y" },
    ],
  });
  expect(checkedBy.ok ? [] : checkedBy.issues.map((issue) => [issue.code, issue.path?.join(".")])).toEqual([
    ["appointed-twice", "lines.1.person"],
    ["unknown-id", "lines.2.person"],
    ["unknown-id", "lines.2.post"],
    ["person-lost", "lines"],
  ]);
});

test("surplus: missing points, a person in two groups, ties without a draw", () => {
  const read = loadSurplus({
    format: "lungang-surplus-1",
    order: "lowestPoints",
    volunteerOrder: "highestPoints",
    groups: [
      { id: "g", school: "S", posts: 1, people: [{ id: "a" }, { id: "b", points: 1 }, { id: "c", points: "1.0" }] },
      { id: "h", school: "S", posts: 1, people: [{ id: "a", points: 3 }] },
    ],
  });
  expect(read.ok ? [] : read.issues.map((issue) => [issue.code, issue.path?.join(".")])).toEqual([
    ["person-in-two-lists", "groups.1.people.0.id"],
    ["points-missing", "groups.0.people.0.points"],
    ["draw-seed-missing", "groups.0.people.2"],
  ]);
});
