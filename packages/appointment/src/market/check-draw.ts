import type { Issue } from "@lungang/core";
import { errorIssue, text } from "./issues.ts";
import type { Market } from "./market.ts";
import { keepsPost, personAt, postAt } from "./market.ts";

/** Finds two applicants whom nothing but a draw can tell apart while nobody gave a seed for it. */
export function checkDraw(market: Market): readonly Issue[] {
  if (market.seed !== undefined) return [];
  const tied = firstTie(market);
  if (tied === undefined) return [];
  const [a, b] = tied.people.map((person) => personAt(market, person).id) as [string, string];
  const post = postAt(market, tied.post).id;
  return [
    errorIssue({
      code: "draw-seed-missing",
      path: ["seed"],
      message: text(
        `“${a}”与“${b}”在岗位“${post}”完全同分，需要公开抽签，但没有给出抽签种子`,
        `"${a}" and "${b}" are equal at post "${post}" in everything: a public draw has to decide and has no seed`,
      ),
      advice: text(
        "请填写申请截止后才产生的公开号码作为种子，或补充同分排序项",
        "Give as the seed a public number that is drawn after applications close, or declare more keys for ties",
      ),
    }),
  ];
}

interface Tie {
  readonly post: number;
  readonly people: readonly [number, number];
}

function firstTie(market: Market): Tie | undefined {
  const { lists, rankings } = market;
  const places = new Map([...rankings].map(([post, { people, places: at }]) => [post, mapOf(people, at)]));
  const seen = new Map<string, number>();
  for (let person = 0; person < market.people.length; person++) {
    for (let entry = lists.starts[person] as number; entry < (lists.starts[person + 1] as number); entry++) {
      const post = lists.posts[entry] as number;
      if (keepsPost(market, person, post)) continue;
      const place = places.get(post)?.get(person) ?? lists.points[entry];
      const key = `${post}/${lists.classes[entry]}/${place}/${personAt(market, person).ties.join("/")}`;
      const other = seen.get(key);
      if (other !== undefined) return { post, people: [other, person] };
      seen.set(key, person);
    }
  }
  return undefined;
}

function mapOf(people: Int32Array, places: Int32Array): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  people.forEach((person, index) => map.set(person, places[index] as number));
  return map;
}
