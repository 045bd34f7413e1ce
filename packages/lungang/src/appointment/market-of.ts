import type { Market, MarketInput } from "@lungang/appointment";
import { loadMarket } from "@lungang/appointment";
import { pointsText } from "@lungang/core/policy";
import type { PostVacancy } from "@lungang/appointment/posts";
import type { AppointmentRows } from "@lungang/tabular";
import type { CountedPoints } from "./points-of.ts";
import { marketPoints } from "./points-of.ts";
import type { SelectedCandidates } from "./selection-of.ts";
import { titleCode } from "./titles-of.ts";

/** What a market is made from beside the rows. */
interface MarketParts {
  readonly counted: CountedPoints;
  readonly vacancies: readonly PostVacancy[];
  readonly leaving: ReadonlySet<string>;
  readonly selected: Pick<SelectedCandidates, "isStruck" | "sheetAt">;
  readonly titlePosts: NonNullable<MarketInput["titlePosts"]>;
}

/** Puts a market together: heads that are not offered are taken off, points are those that were counted. */
export function marketOf(rows: AppointmentRows, parts: MarketParts): MarketInput {
  const { counted, vacancies, leaving } = parts;
  const { settings } = rows;
  const kept = new Map(
    vacancies.map(({ id, notOffered }) => [id, notOffered.reduce((sum, { heads }) => sum + heads, 0)]),
  );
  return {
    format: "lungang-market-1",
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
    ownPost: settings.ownPost ?? "keeps",
    rankedBy: settings.rankedBy ?? "points",
    priorityClasses: rows.priorityClasses.map(({ id, before }) => ({ id, before: [...before] })),
    posts: rows.posts.map((post) => postRow(post, kept.get(post.id) ?? 0)),
    people: rows.people.map((person) => personRow(person, { rows, counted, leaving })),
    applications: applicationsOf(rows, parts),
    rankings: rows.rankings.map(({ post, people }) => ({ post, people: people.map((tier) => [...tier]) })),
    placed: rows.placed.map(({ person, post, because, occupies, title }) => ({
      person,
      post,
      because: because as "direct",
      occupies: occupies ?? true,
      ...titleOf(title),
    })),
    titlePosts: [...parts.titlePosts],
    swaps: rows.swaps.map((swap) => ({ ...swap })),
    floors: rows.floors.map(({ id, posts, heads }) => ({ id, posts: [...posts], heads })),
  };
}

function postRow(post: AppointmentRows["posts"][number], kept: number): MarketInput["posts"][number] {
  const { id, school, township, kind, stage, subject, office, capacity, offered, notOfferedBecause } = post;
  return {
    id,
    school,
    kind: (kind ?? "teaching") as "teaching",
    ...(township === undefined ? {} : { township }),
    ...(stage === undefined ? {} : { stage }),
    ...(subject === undefined ? {} : { subject }),
    ...(office === undefined ? {} : { office }),
    ...(capacity === undefined ? {} : { capacity: Math.max(0, capacity - kept) }),
    offered: offered ?? true,
    ...(notOfferedBecause === undefined ? {} : { notOfferedBecause }),
  };
}

function titleOf(written: string | undefined): { readonly title?: string } {
  // A title that nobody knows is an issue of its own, and not one that is missing.
  const title = titleCode(written) ?? written;
  return title === undefined ? {} : { title };
}

interface PersonParts {
  readonly rows: AppointmentRows;
  readonly counted: CountedPoints;
  readonly leaving: ReadonlySet<string>;
}

function personRow(
  person: AppointmentRows["people"][number],
  { rows, counted, leaving }: PersonParts,
): MarketInput["people"][number] {
  const { id, ownPost, ownPostIs, points, priorityClass } = person;
  const sheet = counted.sheets.get(id);
  const right = leaving.has(id) ? "leaves" : ownPostIs;
  // Who neither applies nor defends a post is compared with nobody, whatever stands in the columns of ties.
  const ties = rows.settings.ties?.map(() => "0") ?? [];
  return {
    id,
    ...(ownPost === undefined ? {} : { ownPost }),
    ...(right === undefined ? {} : { ownPostIs: right }),
    ...(points === undefined ? {} : { points }),
    ...(priorityClass === undefined ? {} : { priorityClass }),
    ...titleOf(person.title),
    ties,
    ...(sheet === undefined ? {} : marketPoints(sheet)),
  };
}

/**
 * Points that hold at one post only stand with the wish; the post that somebody has to leave is no wish any more, nor is one
 * filled by a selection that the person did not pass.
 */
function applicationsOf(
  { people, applications }: AppointmentRows,
  { counted, leaving, selected }: Pick<MarketParts, "counted" | "leaving" | "selected">,
): NonNullable<MarketInput["applications"]> {
  const left = new Map(people.flatMap(({ id, ownPost }) => (leaving.has(id) ? [[id, ownPost] as const] : [])));
  return applications.map(({ person, wishes }) => {
    const special = new Map(counted.sheets.get(person)?.atPosts.map(({ post, total }) => [post, pointsText(total)]));
    return {
      person,
      wishes: wishes
        .filter((post) => post !== left.get(person) && !selected.isStruck(person, post))
        .map((post) => {
          const sheet = selected.sheetAt(person, post);
          const points = sheet === undefined ? special.get(post) : pointsText(sheet.total);
          return points === undefined ? post : { post, points };
        }),
    };
  });
}

/** Posts and people alone, for what refers to them where the rest is wrong. */
export function marketOfIds({ posts, people }: AppointmentRows): Market {
  const read = loadMarket({
    format: "lungang-market-1",
    seed: "none",
    posts: [...new Map(posts.map((post) => [post.id, post])).values()].map(({ id, school }) => ({
      id,
      school,
      capacity: 0,
    })),
    people: [...new Set(people.map(({ id }) => id))].map((id) => ({ id })),
  });
  if (!read.ok) throw new Error("Posts and people without anything else are a market");
  return read.value;
}
