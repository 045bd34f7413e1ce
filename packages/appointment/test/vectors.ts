import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MarketInput } from "../src/market/document.ts";

/** Folder of the vectors; undefined where the data are not there. */
export const VECTORS =
  process.env["LUNGANG_DATA"] === undefined ? undefined : join(process.env["LUNGANG_DATA"], "mechanisms");

/** What a test needs of an instance. */
export interface VectorInstance {
  readonly posts: readonly {
    readonly id: string;
    readonly school: string;
    readonly capacity: number;
    readonly subject: string;
  }[];
  readonly schools: readonly { readonly id: string; readonly township: string }[];
  readonly persons: readonly {
    readonly id: string;
    readonly homeSchool: string;
    readonly application?: { readonly volunteer: boolean; readonly wishes?: readonly string[] };
    readonly evaluations?: readonly { readonly score: number }[];
    readonly statuses?: readonly { readonly code: string }[];
  }[];
}

/** Reads the instance of a vector. */
export function readVector(name: string): VectorInstance {
  return JSON.parse(readFileSync(join(VECTORS as string, `${name}.json`), "utf8")) as VectorInstance;
}

/** The market of an instance: the score as points, wished schools as their posts. */
export function marketInputOf(instance: VectorInstance, seed?: string): MarketInput {
  const postOf = new Map(instance.posts.map((post) => [post.school, post.id]));
  const township = new Map(instance.schools.map((school) => [school.id, school.township]));
  return {
    format: "lungang-market-1",
    ...(seed === undefined ? {} : { seed }),
    posts: instance.posts.map(({ id, school, capacity, subject }) => ({
      id,
      school,
      capacity,
      subject,
      township: township.get(school) as string,
    })),
    people: instance.persons.map(({ id, homeSchool, evaluations }) => ({
      id,
      points: evaluations?.[0]?.score ?? 0,
      ownPost: postOf.get(homeSchool) as string,
    })),
    applications: instance.persons.flatMap(({ id, application }) =>
      application?.wishes === undefined
        ? []
        : [{ person: id, wishes: application.wishes.map((school) => postOf.get(school) as string) }],
    ),
  };
}
