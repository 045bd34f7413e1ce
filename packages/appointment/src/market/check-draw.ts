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
  const titles = titleKeys(market);
  const places = new Map([...rankings].map(([post, { people, places: at }]) => [post, mapOf(people, at)]));
  const seen = new Map<string, number>();
  for (let person = 0; person < market.people.length; person++) {
    for (let entry = lists.starts[person] as number; entry < (lists.starts[person + 1] as number); entry++) {
      const post = lists.posts[entry] as number;
      if (keepsPost(market, person, post)) continue;
      const place = places.get(post)?.get(person) ?? lists.points[entry];
      const rest = personAt(market, person).ties.join("/");
      const keys = [
        `${post}/${lists.classes[entry]}/${place}/${rest}`,
        ...titles(person, post).map((level) => `${level}/${lists.classes[entry]}/${lists.points[entry]}/${rest}`),
      ];
      const other = keys.map((key) => seen.get(key)).find((found) => found !== undefined && found !== person);
      if (other !== undefined) return { post, people: [other, person] };
      for (const key of keys) seen.set(key, person);
    }
  }
  return undefined;
}

/** Levels whose posts newcomers compete for, at whatever post of the school. */
function titleKeys({ people, posts, titleLimits }: Market): (person: number, post: number) => readonly string[] {
  return (person, post) => {
    const { title, titleHome } = people[person] as Market["people"][number];
    const { school } = posts[post] as Market["posts"][number];
    if (title === undefined || school === titleHome) return [];
    return titleLimits.flatMap((limit, at) =>
      limit.school === school && limit.titles.has(title) ? [`title ${at}`] : [],
    );
  };
}

function mapOf(people: Int32Array, places: Int32Array): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  people.forEach((person, index) => map.set(person, places[index] as number));
  return map;
}
