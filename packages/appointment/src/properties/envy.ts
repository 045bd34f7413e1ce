import type { PropertyFinding, PropertyName, PropertyQuestion } from "./finding.ts";
import { occupantsOf, personId, personName, postId, postName, preferredPosts } from "./finding.ts";
import type { Judge } from "./standing.ts";
import { judgeOf } from "./standing.ts";

/**
 * Nobody prefers a post that holds somebody who came from elsewhere and stands behind him there.
 *
 * One finding a person and post, against the last of those who hold the post.
 */
export function noJustifiedEnvy(question: PropertyQuestion): readonly PropertyFinding[] {
  return envy(question, "noJustifiedEnvy", new Set());
}

/** No justified envy of people whom no floor kept where they are. */
export function fairAmongFree(question: PropertyQuestion): readonly PropertyFinding[] {
  return envy(question, "fairAmongFree", new Set(question.held));
}

function envy(
  question: PropertyQuestion,
  property: PropertyName,
  held: ReadonlySet<number>,
): readonly PropertyFinding[] {
  const judge = judgeOf(question.market);
  const last = occupantsOf(question).map((people, post) => lastOf(judge, post, people));
  return question.market.people.flatMap((_, person) =>
    (held.has(person) ? [] : preferredPosts(question, person)).flatMap((post) => {
      const holder = last[post];
      if (holder === undefined || !judge.outranks(post, person, holder)) return [];
      return [envyFinding(question, property, { person, post, holder })];
    }),
  );
}

/** The last of those who came from elsewhere; undefined where nobody did. */
function lastOf(judge: Judge, post: number, people: readonly number[]): number | undefined {
  return people
    .filter((person) => !judge.keeps(post, person))
    .reduce<number | undefined>(
      (last, person) => (last === undefined || judge.outranks(post, last, person) ? person : last),
      undefined,
    );
}

function envyFinding(
  question: PropertyQuestion,
  property: PropertyName,
  { person, post, holder }: { readonly person: number; readonly post: number; readonly holder: number },
): PropertyFinding {
  const [who, whom, where] = [personId(question, person), personId(question, holder), postId(question, post)];
  return {
    property,
    people: [who, whom],
    posts: [where],
    text: {
      zh: `“${personName(question, who)}”更愿去岗位“${postName(question, where)}”，排序在“${personName(question, whom)}”之前，却由“${personName(question, whom)}”取得`,
      en: `"${personName(question, who)}" prefers post "${postName(question, where)}" and comes before "${personName(question, whom)}" there, who got it`,
    },
  };
}

/** Nobody prefers a post that has a place left. */
export function noWaste(question: PropertyQuestion): readonly PropertyFinding[] {
  const isFree = occupantsOf(question).map(
    (people, post) => people.length < (question.market.posts[post]?.capacity ?? 0),
  );
  return question.market.people.flatMap((row, person) =>
    preferredPosts(question, person)
      .filter((post) => isFree[post])
      .map((post) => {
        const where = postId(question, post);
        return {
          property: "noWaste" as const,
          people: [row.id],
          posts: [where],
          text: {
            zh: `“${personName(question, row.id)}”更愿去岗位“${postName(question, where)}”，该岗位尚有空额`,
            en: `"${personName(question, row.id)}" prefers post "${postName(question, where)}", which has a place left`,
          },
        };
      }),
  );
}

/** No person and post prefer each other to what they have: neither a place left nor somebody further behind. */
export function noBlockingPair(question: PropertyQuestion): readonly PropertyFinding[] {
  const waste = noWaste(question);
  const wasted = new Set(waste.map(pairOf));
  // Where a place is free the pair is found already, whoever else is there.
  const envy = noJustifiedEnvy(question).filter((finding) => !wasted.has(pairOf(finding)));
  return [...envy, ...waste].map((finding) => ({ ...finding, property: "noBlockingPair" as const }));
}

function pairOf({ people, posts }: PropertyFinding): string {
  return JSON.stringify([people[0], posts[0]]);
}

/** Of those who take the examination of a post the best are taken, as many as there are places, but never the last. */
export function examinationOrder(question: PropertyQuestion): readonly PropertyFinding[] {
  const { market, placement } = question;
  const judge = judgeOf(market);
  const keepers = market.posts.map(
    (_, post) => market.people.filter((_row, person) => judge.keeps(post, person)).length,
  );
  const applicants: number[][] = market.posts.map(() => []);
  market.people.forEach((_, person) => {
    const first = market.lists.starts[person] as number;
    const post = first < (market.lists.starts[person + 1] as number) ? (market.lists.posts[first] as number) : -1;
    if (post >= 0 && !judge.keeps(post, person)) applicants[post]?.push(person);
  });
  return applicants.flatMap((people, post) => {
    const places = Math.max(0, (market.posts[post]?.capacity ?? 0) - (keepers[post] ?? 0));
    const rightCount = Math.max(0, Math.min(places, people.length - 1));
    return people.flatMap((person) => {
      const better = people.filter((other) => other !== person && judge.outranks(post, other, person)).length;
      const isTaken = placement[person] === post;
      return isTaken === better < rightCount ? [] : [examinationFinding(question, { person, post, isTaken })];
    });
  });
}

function examinationFinding(
  question: PropertyQuestion,
  { person, post, isTaken }: { readonly person: number; readonly post: number; readonly isTaken: boolean },
): PropertyFinding {
  const [who, where] = [personId(question, person), postId(question, post)];
  return {
    property: "examinationOrder",
    people: [who],
    posts: [where],
    text: isTaken
      ? {
          zh: `“${personName(question, who)}”按考试名次不应取得岗位“${postName(question, where)}”`,
          en: `"${personName(question, who)}" got post "${postName(question, where)}" against the examination order`,
        }
      : {
          zh: `“${personName(question, who)}”按考试名次应取得岗位“${postName(question, where)}”`,
          en: `"${personName(question, who)}" should have got post "${postName(question, where)}" by the examination`,
        },
  };
}
