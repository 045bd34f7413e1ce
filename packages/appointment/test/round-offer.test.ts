import { expect, it } from "vitest";
import { loadMarket, loadRounds, runRounds } from "../src/index.ts";

/** A named school with three empty mathematics posts and one of Chinese, five who would come, and a post elsewhere. */
function placed(offered: object | undefined) {
  const read = loadMarket({
    format: "lungang-market-1",
    posts: [
      { id: "maths", school: "X", capacity: 3 },
      { id: "chinese", school: "X", capacity: 2 },
      { id: "other", school: "Y", capacity: 1 },
    ],
    people: ["a", "b", "c", "d"].map((id, at) => ({ id, points: 90 - at })),
    applications: [
      { person: "a", wishes: ["chinese"] },
      { person: "b", wishes: ["chinese", "maths"] },
      { person: "c", wishes: ["maths"] },
      { person: "d", wishes: ["maths", "other"] },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const rounds = loadRounds(
    {
      format: "lungang-rounds-1",
      rounds: [
        {
          id: "named",
          rule: { name: "acceptance" },
          reach: "county",
          posts: { ids: ["maths", "chinese"] },
          fixes: "movers",
          ...(offered === undefined ? {} : { offered }),
        },
        { id: "rest", rule: { name: "acceptance" }, reach: "county", posts: { ids: ["other"] }, fixes: "movers" },
      ],
    },
    read.value,
  );
  if (!rounds.ok) throw new Error(JSON.stringify(rounds.issues));
  const ran = runRounds(read.value, rounds.value, { metres: () => undefined });
  if (!ran.ok) throw new Error(JSON.stringify(ran.issues));
  return Object.fromEntries(ran.value.lines.map(({ person, post }) => [person, post]));
}

it("offers no more heads than the most together, those of the post that lacks most first (XC-10)", () => {
  expect(placed(undefined)).toEqual({ a: "chinese", b: "chinese", c: "maths", d: "maths" });
  expect(placed({ most: 2 })).toEqual({ a: "chinese", b: "maths", c: null, d: "other" });
  expect(placed({ most: 1 })).toEqual({ a: null, b: "maths", c: null, d: "other" });
  expect(placed({ most: 9 })).toEqual(placed(undefined));
  expect(placed({ share: "1/2", most: 2 })).toEqual({ a: "chinese", b: "maths", c: null, d: "other" });
});
