import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadMarket } from "../src/market/load.ts";
import { withHeldPlaces, withKeptPosts } from "../src/market/restrict.ts";
import { acceptance } from "../src/mechanisms/acceptance/acceptance.ts";
import { cycles } from "../src/mechanisms/cycles/cycles.ts";
import { examination } from "../src/mechanisms/examination/examination.ts";
import { acceptanceWithFloors } from "../src/mechanisms/floors/floors.ts";
import { trading } from "../src/mechanisms/trading/trading.ts";
import { twoSided } from "../src/mechanisms/two-sided/two-sided.ts";
import { verifyAppointment } from "../src/check/verify.ts";
import { appoint } from "../src/rules/appoint.ts";
import { checkProperties } from "../src/properties/properties.ts";
import { extremeStable, isImprovable, isStable, rankOf } from "./brute-force.ts";
import { byId, marketArbitrary, marketOf, shuffled, valueOf, withoutOverfull } from "./markets.ts";
import { cases } from "../../../scripts/campaign-size.ts";

// A blocking pair is justified envy or a place wasted.
const STABLE = ["seatsKept", "onlyWished", "ownPostKept", "noBlockingPair"] as const;

describe("random markets", () => {
  test("acceptance leaves no blocking pair and no justified envy", () => {
    let largest = 0;
    fc.assert(
      fc.property(marketArbitrary({ people: 9, posts: 5, rankings: true }), (input) => {
        const market = marketOf(input);
        const placement = acceptance(market);
        largest = Math.max(largest, placement.filter((post) => post >= 0).length);
        expect(checkProperties({ market, placement }, STABLE)).toEqual([]);
      }),
      { seed: 101, numRuns: cases(1000) },
    );
    expect(largest).toBeGreaterThan(5);
  });

  test("posts asking leave no blocking pair", () => {
    fc.assert(
      fc.property(marketArbitrary({ people: 10, posts: 5, rankings: true }), (input) => {
        const market = marketOf(input);
        expect(checkProperties({ market, placement: twoSided(market, "post") }, STABLE)).toEqual([]);
      }),
      { seed: 102, numRuns: cases(500) },
    );
  });

  test("trading leaves nobody below the own post, no place wasted and no improving trade", () => {
    const names = ["seatsKept", "onlyWished", "ownPostKept", "noWaste", "noImprovingTrade"] as const;
    fc.assert(
      fc.property(marketArbitrary({ people: 9, posts: 5, rankings: true }), (input) => {
        const market = withHeldPlaces(marketOf(input));
        expect(checkProperties({ market, placement: trading(market) }, names)).toEqual([]);
      }),
      { seed: 103, numRuns: cases(1000) },
    );
  });
});

describe("against every placement there is", () => {
  const small = { people: 4, posts: 3, rankings: true };
  const complete = { ...small, noOwnPosts: true, complete: true };

  test("acceptance is the best stable placement for every person, posts asking the worst", () => {
    let differing = 0;
    fc.assert(
      fc.property(fc.oneof(marketArbitrary(small), marketArbitrary(complete)), (input) => {
        const market = marketOf(input);
        const best = byId(market, acceptance(market));
        const worst = byId(market, twoSided(market, "post"));
        if (JSON.stringify(best) !== JSON.stringify(worst)) differing++;
        expect(best).toEqual(extremeStable(input, "best"));
        expect(worst).toEqual(extremeStable(input, "worst"));
      }),
      { seed: 104, numRuns: cases(400) },
    );
    expect(differing).toBeGreaterThan(2);
  });

  test("the checkers find a blocking pair exactly where one is", () => {
    let unstable = 0;
    fc.assert(
      fc.property(marketArbitrary(small), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (input, picks) => {
        const market = marketOf(input);
        const placement = Int32Array.from(market.people, (_, person) => {
          const list = [
            ...market.lists.posts.subarray(market.lists.starts[person], market.lists.starts[person + 1]),
            -1,
          ];
          return list[(picks[person] as number) % list.length] as number;
        });
        if (checkProperties({ market, placement }, ["seatsKept"]).length > 0) return;
        const isRight = checkProperties({ market, placement }, ["noBlockingPair", "ownPostKept"]).length === 0;
        if (!isRight) unstable++;
        expect(isRight).toBe(isStable(input, byId(market, placement)));
      }),
      { seed: 105, numRuns: cases(500) },
    );
    expect(unstable).toBeGreaterThan(50);
  });

  test("nobody can do better under trading without somebody doing worse, and the checker knows", () => {
    let improvable = 0;
    fc.assert(
      fc.property(marketArbitrary({ people: 4, posts: 4 }).map(withoutOverfull), (input) => {
        const market = marketOf(input);
        expect(isImprovable(input, byId(market, trading(market)))).toBe(false);
        const placement = acceptance(market);
        const found = checkProperties({ market, placement }, ["noImprovingTrade", "noWaste"]).length > 0;
        if (found) improvable++;
        expect(found).toBe(isImprovable(input, byId(market, placement)));
      }),
      { seed: 106, numRuns: cases(250) },
    );
    expect(improvable).toBeGreaterThan(1);
  });
});

describe("the other rules keep what they claim", () => {
  test.each([2, 3, 5])("cycles of at most %i leave no circle that short", (longest) => {
    let moved = 0;
    fc.assert(
      fc.property(
        marketArbitrary({ people: 9, posts: 7 }),
        fc.constantFrom("none" as const, "chains" as const),
        (input, vacancies) => {
          const market = withHeldPlaces(withKeptPosts(marketOf(input)));
          const { placement, circles } = cycles(market, { longest, vacancies });
          moved += circles.length;
          expect(Math.max(0, ...circles.map((circle) => circle.people.length))).toBeLessThanOrEqual(longest);
          const names = ["seatsKept", "onlyWished", "ownPostKept", "noShortCircle"] as const;
          expect(checkProperties({ market, placement, longest, vacancies }, names)).toEqual([]);
        },
      ),
      { seed: 107, numRuns: cases(250) },
    );
    expect(moved).toBeGreaterThan(50);
  });

  test("the examination takes the best and never the last", () => {
    fc.assert(
      fc.property(marketArbitrary({ people: 8, posts: 3 }), (input) => {
        const market = marketOf(input);
        expect(checkProperties({ market, placement: examination(market) }, ["seatsKept", "examinationOrder"])).toEqual(
          [],
        );
      }),
      { seed: 108, numRuns: cases(250) },
    );
  });

  test("floors by hand: the same list without whom the floor held is found right, an exchange of two is not", () => {
    let broken = 0;
    fc.assert(
      fc.property(marketArbitrary({ people: 8, posts: 5, floors: true }), (input) => {
        const market = marketOf(input);
        const rule = { name: "floors" } as const;
        const { lines } = valueOf(appoint(market, rule));
        const byHand = (rows: readonly { person: string; post: string | null }[]) =>
          valueOf(verifyAppointment(market, { format: "lungang-appointment-1", lines: rows }, { rule })).holds;
        const list = lines.map(({ person, post }) => ({ person, post }));
        expect(byHand(list)).toBe(true);
        const [first, second] = list.filter(({ post }) => post !== null);
        if (first === undefined || second === undefined || first.post === second.post) return;
        const exchanged = list.map((line) =>
          line === first ? { ...line, post: second.post } : line === second ? { ...line, post: first.post } : line,
        );
        if (!byHand(exchanged)) broken++;
      }),
      { seed: 77, numRuns: cases(150) },
    );
    expect(broken).toBeGreaterThan(30);
  });

  test("floors hold, and who is free to go is treated by rank", () => {
    let holding = 0;
    fc.assert(
      fc.property(marketArbitrary({ people: 9, posts: 5, floors: true }), (input) => {
        const market = marketOf(input);
        const { placement, held } = acceptanceWithFloors(market);
        holding += held.length;
        const names = ["seatsKept", "onlyWished", "ownPostKept", "floorsHold", "fairAmongFree"] as const;
        expect(checkProperties({ market, placement, held }, names)).toEqual([]);
      }),
      { seed: 109, numRuns: cases(400) },
    );
    expect(holding).toBeGreaterThan(5);
  });

  test("the acceptance rule keeps everybody's rank within the list", () => {
    fc.assert(
      fc.property(marketArbitrary({ people: 5, posts: 4 }), (input) => {
        const market = marketOf(input);
        const answer = byId(market, acceptance(market));
        for (const person of input.people) expect(rankOf(input, person, answer)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 110, numRuns: cases(100) },
    );
  });
});

test("the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(marketArbitrary({ people: 9, posts: 5, rankings: true, floors: true }), fc.nat(20), (input, by) => {
      const one = valueOf(loadMarket(input));
      const other = valueOf(loadMarket(shuffled(input, by)));
      expect(other).toEqual(one);
      for (const rule of [acceptance, trading, examination]) expect(rule(other)).toEqual(rule(one));
      const bytes = (market: typeof one): string => JSON.stringify(appoint(market, { name: "floors" }));
      expect(bytes(other)).toBe(bytes(one));
      expect(cycles(other, { longest: 3, vacancies: "chains" })).toEqual(
        cycles(one, { longest: 3, vacancies: "chains" }),
      );
      expect(acceptanceWithFloors(other)).toEqual(acceptanceWithFloors(one));
    }),
    { seed: 111, numRuns: cases(150) },
  );
});
