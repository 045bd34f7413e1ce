import type { Instance, Text } from "@lungang/core";
import { words } from "@lungang/core";
import type { PlanMove } from "@lungang/core/plan";

const MANAGEMENT: Text = { zh: "管理岗位", en: "management" };

/** Returns how many people enter posts of every stage, in the order of stages, then of management; other posts come last. */
export function stageCounts(moves: readonly PlanMove[], { posts }: Instance): readonly Text[] {
  const listed = new Map(posts.map(({ id, stage, kind }) => [id, kind === "management" ? kind : stage]));
  // The key of a cell without a listed post has the kind in its second place, the stage in the second from behind.
  const stageOf = (post: string) => {
    if (listed.has(post)) return listed.get(post);
    const parts = post.split("/");
    return parts[1] === "management" ? parts[1] : parts.at(-2);
  };
  const counts = new Map<string | undefined, number>();
  for (const { post } of moves) counts.set(stageOf(post), (counts.get(stageOf(post)) ?? 0) + 1);
  const known = Object.entries({ ...words.stage, management: MANAGEMENT }).flatMap(([stage, word]): Text[] => {
    const count = counts.get(stage);
    counts.delete(stage);
    return count === undefined ? [] : [{ zh: `${word.zh}${count}人`, en: `${word.en}: ${count}` }];
  });
  const others = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return others === 0 ? known : [...known, { zh: `其他岗位${others}人`, en: `other posts: ${others}` }];
}
