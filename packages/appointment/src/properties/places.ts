import type { PropertyFinding, PropertyQuestion } from "./finding.ts";
import { occupantsOf, personId, personName, postId, postName } from "./finding.ts";
import { judgeOf } from "./standing.ts";

/** No post has more people than heads; where more people keep it than it has heads, nobody else is there. */
export function seatsKept(question: PropertyQuestion): readonly PropertyFinding[] {
  const judge = judgeOf(question.market);
  return occupantsOf(question).flatMap((people, post) => {
    const capacity = question.market.posts[post]?.capacity ?? 0;
    const keepers = people.filter((person) => judge.keeps(post, person)).length;
    const most = Math.max(capacity, keepers);
    if (people.length <= most) return [];
    const [id, heads, found] = [postId(question, post), String(most), String(people.length)];
    return [
      {
        property: "seatsKept" as const,
        people: people.map((person) => personId(question, person)),
        posts: [id],
        text: {
          zh: `岗位“${postName(question, id)}”最多 ${heads} 人，安排了 ${found} 人`,
          en: `Post "${postName(question, id)}" has ${heads} heads and was given ${found} people`,
        },
      },
    ];
  });
}

/** Everybody has a post of the own list or none. */
export function onlyWished(question: PropertyQuestion): readonly PropertyFinding[] {
  const { lists } = question.market;
  return Array.from(question.placement).flatMap((post, person) => {
    const wishes = lists.posts.subarray(lists.starts[person], lists.starts[person + 1]);
    if (post < 0 || wishes.includes(post)) return [];
    const [who, where] = [personId(question, person), postId(question, post)];
    return [
      {
        property: "onlyWished" as const,
        people: [who],
        posts: [where],
        text: {
          zh: `“${personName(question, who)}”被安排到没有申请或不能任用的岗位“${postName(question, where)}”`,
          en: `"${personName(question, who)}" was given post "${postName(question, where)}", which he did not wish or cannot have`,
        },
      },
    ];
  });
}

/** Who keeps the own post has it or one that he prefers. */
export function ownPostKept(question: PropertyQuestion): readonly PropertyFinding[] {
  const { people, lists } = question.market;
  return people.flatMap(({ id, ownPost, ownPostIs }, person) => {
    if (ownPost < 0 || ownPostIs !== "keeps") return [];
    const wishes = lists.posts.subarray(lists.starts[person], lists.starts[person + 1]);
    const got = wishes.indexOf(question.placement[person] as number);
    const own = wishes.indexOf(ownPost);
    if (got >= 0 && got <= own) return [];
    const where = postId(question, ownPost);
    return [
      {
        property: "ownPostKept" as const,
        people: [id],
        posts: [where],
        text: {
          zh: `“${personName(question, id)}”可留原岗“${postName(question, where)}”，结果却不如原岗`,
          en: `"${personName(question, id)}" keeps post "${postName(question, where)}" and got something worse`,
        },
      },
    ];
  });
}

/** Enough people are at the posts of every floor: what it asks for, or as many as at the start. */
export function floorsHold(question: PropertyQuestion): readonly PropertyFinding[] {
  const { market, placement } = question;
  return market.floors.flatMap((floor) => {
    const isIn = (post: number): boolean => floor.posts.includes(post);
    const fixed = market.placed.filter((row) => row.occupies && isIn(row.post)).length;
    const before = fixed + market.people.filter((row) => row.ownPostIs === "keeps" && isIn(row.ownPost)).length;
    const after = fixed + Array.from(placement).filter(isIn).length;
    const least = Math.min(before, floor.heads);
    if (after >= least) return [];
    return [
      {
        property: "floorsHold" as const,
        people: [],
        posts: floor.posts.map((post) => postId(question, post)),
        text: {
          zh: `“${floor.id}”至少应有 ${least} 人在岗，结果只有 ${after} 人`,
          en: `"${floor.id}" needs ${least} people to stay and has ${after}`,
        },
      },
    ];
  });
}
