import fc from "fast-check";
import { expect, test } from "vitest";
import type { MarketInput } from "../src/market/document.ts";
import { loadMarket } from "../src/market/load.ts";
import type { RoundsInput } from "../src/rounds/round.ts";
import { loadRounds } from "../src/rounds/round.ts";
import { runRounds } from "../src/rounds/run-rounds.ts";
import { cases } from "../../../scripts/campaign-size.ts";
import { extremeStable } from "./brute-force.ts";
import { valueOf } from "./markets.ts";

/** The unplaced are placed step by step (XC-09, XC-18, XC-19), each step against every way to place them in it. */

const ACCEPTANCE = { name: "acceptance" as const };
const STEPS: RoundsInput["rounds"] = [
  { id: "wish", rule: ACCEPTANCE, reach: "ownTownship", who: "unplaced", fixes: "movers" },
  { id: "township", rule: ACCEPTANCE, reach: "ownTownship", who: "unplaced", wishes: "nearest", fixes: "movers" },
  { id: "county", rule: ACCEPTANCE, reach: "county", who: "unplaced", wishes: "nearest", fixes: "movers" },
];

type Metres = (person: string, school: string) => number;

function decided(input: MarketInput, metres: Metres): Readonly<Record<string, readonly (string | null)[]>> {
  const market = valueOf(loadMarket(input));
  const rounds = valueOf(loadRounds({ format: "lungang-rounds-1", rounds: STEPS }, market));
  const { lines } = valueOf(runRounds(market, rounds, { metres }));
  return Object.fromEntries(lines.map(({ person, post, round }) => [person, [post, round]]));
}

/** The lists of one step by the words of the plan: wished posts of the township, then what is near there, then anywhere. */
function listsOfStep(input: MarketInput, step: string, metres: Metres): Readonly<Record<string, readonly string[]>> {
  const rowOf = new Map(input.posts.map((post) => [post.id, post]));
  return Object.fromEntries(
    input.people.map(({ id, ownPost }) => {
      const own = rowOf.get(ownPost ?? "");
      const near = input.posts
        .filter((post) => post.subject === own?.subject && (step === "county" || post.township === own?.township))
        .sort((a, b) => metres(id, a.school) - metres(id, b.school) || (a.id < b.id ? -1 : 1))
        .map((post) => post.id);
      const filed = (input.applications?.find(({ person }) => person === id)?.wishes ?? []).map(String);
      return [id, step === "wish" ? filed.filter((post) => rowOf.get(post)?.township === own?.township) : near];
    }),
  );
}

/**
 * Step by step: of all ways to place those who are left, the ones in which nobody prefers a post with a place left or one that
 * somebody behind him got; of these the one that nobody would change for another.
 */
function stepwise(input: MarketInput, metres: Metres): Readonly<Record<string, readonly (string | null)[]>> {
  const result: Record<string, readonly (string | null)[]> = {};
  let left = input.people;
  const heads = new Map(input.posts.map(({ id, capacity = 0 }) => [id, capacity]));
  for (const { id: step } of STEPS) {
    const lists = listsOfStep({ ...input, people: left }, step, metres);
    const stage: MarketInput = {
      ...input,
      posts: input.posts.map((post) => ({ ...post, capacity: heads.get(post.id) ?? 0 })),
      people: left.map(({ id, points = 0 }) => ({ id, points })),
      applications: left.map(({ id }) => ({ person: id, wishes: [...(lists[id] ?? [])] })),
    };
    const best = extremeStable(stage, "best");
    for (const { id } of left) {
      const post = best[id] ?? null;
      if (post === null) continue;
      result[id] = [post, step];
      heads.set(post, (heads.get(post) as number) - 1);
    }
    left = left.filter(({ id }) => best[id] === null);
  }
  for (const { id } of left) result[id] = [null, null];
  return result;
}

const post = (id: string, township: string, capacity: number, subject = "音乐") => ({
  id,
  school: id,
  township,
  capacity,
  subject,
});

test("a music teacher of the town is not sent to the best distant school: wish, township, county, one after the other", () => {
  const metres: Metres = (_, school) => ({ Full: 500, Near: 6_000, Far: 9_000, Best: 100 })[school] ?? 0;
  const input = (near: number, far: number): MarketInput => ({
    format: "lungang-market-1",
    posts: [
      post("Town", "T", 0),
      post("Full", "T", 0),
      post("Near", "T", near),
      post("Far", "T", far),
      post("Best", "U", 1),
      post("Chinese", "T", 1, "语文"),
    ],
    people: [{ id: "music", points: 90, ownPost: "Town", ownPostIs: "leaves" }],
    applications: [{ person: "music", wishes: ["Best", "Full", "Far"] }],
  });
  expect(decided(input(1, 1), metres)).toEqual({ music: ["Far", "wish"] });
  expect(decided(input(1, 0), metres)).toEqual({ music: ["Near", "township"] });
  expect(decided(input(0, 0), metres)).toEqual({ music: ["Best", "county"] });
  for (const [near, far] of [
    [1, 1],
    [1, 0],
    [0, 0],
  ] as const)
    expect(stepwise(input(near, far), metres)).toEqual(decided(input(near, far), metres));
});

test("random waterfalls: every step is the best of all ways to place those whom the steps before left", () => {
  const person = fc.record({
    own: fc.constantFrom("H0", "H1", "H2"),
    points: fc.integer({ min: 0, max: 3 }),
    wishes: fc.shuffledSubarray(["P0", "P1", "P2", "P3"]),
  });
  const steps = new Set<string | null | undefined>();
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
      fc.nat(),
      fc.nat(99),
      (people, heads, seed, turn) => {
        const townships = ["T", "U", "T", "U"];
        const input: MarketInput = {
          format: "lungang-market-1",
          seed: `seed ${seed}`,
          posts: [
            ...["H0", "H1", "H2"].map((id, at) => post(id, townships[at] as string, 0)),
            ...heads.map((capacity, at) =>
              post(`P${at}`, townships[at] as string, capacity, at === 3 ? "语文" : "音乐"),
            ),
          ],
          people: people.map(({ own, points }, at) => ({ id: `U${at}`, points, ownPost: own, ownPostIs: "leaves" })),
          applications: people.map(({ wishes }, at) => ({ person: `U${at}`, wishes })),
        };
        const metres: Metres = (id, school) => ((id.charCodeAt(1) * 7 + school.charCodeAt(1) * turn) % 13) * 1000;
        const result = decided(input, metres);
        expect(result).toEqual(stepwise(input, metres));
        for (const [, step] of Object.values(result)) steps.add(step);
      },
    ),
    { seed: 1619, numRuns: cases(60) },
  );
  expect([...steps].map(String).sort()).toEqual(["county", "null", "township", "wish"]);
});
