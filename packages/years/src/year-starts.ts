import type { County, Person } from "@lungang/core";
import { postName } from "@lungang/core";
import type { Plan } from "@lungang/core/plan";
import type { YearsFinding } from "./findings.ts";
import type { Heads, LedgerWalk, Stand } from "./ledger-walk.ts";
import { cellsByName, standIn } from "./ledger-walk.ts";

/** What is compared of a person, the first that differs is told: who is at another school has another post, too. */
const PARTS: readonly (readonly [keyof Stand, YearsFinding["code"]])[] = [
  ["works", "school-differs"],
  ["home", "relation-differs"],
  ["post", "post-differs"],
  ["type", "office-differs"],
  ["subject", "subject-differs"],
];

/**
 * Returns where the county of a year has people elsewhere than the lines of the plans before: who stands where after a year
 * is who stands where before the next.
 *
 * @param before - people of the year before
 */
export function startFindings(walk: LedgerWalk, county: County, before: readonly Person[]): readonly YearsFinding[] {
  const { planYear: year } = county.instance;
  const missing = before.filter(({ id }) => !county.personIndex.has(id));
  const cells = cellsByName(county);
  return [
    ...missing.map(({ id }) => ofPerson("person-missing", id, year)),
    ...county.persons.flatMap((person, index) => {
      const stands = walk.standOf(person.id);
      if (stands === undefined) return [];
      const found = standIn(county, index);
      const differs = PARTS.find(([part]) => stands[part] !== found[part]);
      if (differs === undefined) return [];
      const [part, code] = differs;
      const called = (stand: Stand) => (part === "post" ? calledPost(cells, stand.post) : stand[part]);
      return [{ ...ofPerson(code, person.id, year), ...sides(called(stands), called(found)) }];
    }),
  ];
}

function ofPerson(code: YearsFinding["code"], person: string, year: number): YearsFinding {
  return { code, year, about: { kind: "person", person }, amount: 1, strength: "hard" };
}

function sides(expected: string | undefined, found: string | undefined) {
  return { ...(expected === undefined ? {} : { expected }), ...(found === undefined ? {} : { found }) };
}

function calledPost(cells: ReturnType<typeof cellsByName>, key: string | undefined): string | undefined {
  const cell = cells.get(key ?? "");
  return cell === undefined ? key : postName(cell);
}

/**
 * Returns where the heads of posts that a plan states, before and after it, are not those of the walk.
 *
 * @param heads - of the walk before the lines of the plan and after them
 */
export function misstatedPosts(
  { shortfalls }: Plan,
  county: County,
  heads: { readonly before: Heads; readonly after: Heads },
): readonly YearsFinding[] {
  const cells = cellsByName(county);
  return shortfalls.flatMap(({ post, before, after }): YearsFinding[] => {
    const key = cells.get(post)?.key ?? post;
    const off =
      Math.abs(before - (heads.before.posts.get(key) ?? 0)) + Math.abs(after - (heads.after.posts.get(key) ?? 0));
    if (off === 0) return [];
    const { planYear: year } = county.instance;
    return [{ code: "post-heads-differ", year, about: { kind: "post", post }, amount: off, strength: "hard" }];
  });
}
