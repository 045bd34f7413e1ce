import type { Person } from "@lungang/core";
import type { Share } from "@lungang/core/policy";
import { floorShare } from "@lungang/core/policy";

/** Titles of the data of a county that take a post of a level, and what the level is called. */
export interface TitleLevel {
  readonly name: string;
  readonly titles: readonly Person["professionalTitle"][];
}

/**
 * Levels as the structure ratio names them (国人部发〔2007〕59号); `senior` holds both its ranks, `chief` and `deputy`.
 */
export const TITLE_LEVELS: Readonly<Record<"chief" | "deputy" | "senior" | "middle" | "junior", TitleLevel>> = {
  chief: { name: "正高级", titles: ["chiefSenior"] },
  deputy: { name: "副高级", titles: ["senior"] },
  senior: { name: "高级", titles: ["senior", "chiefSenior"] },
  middle: { name: "中级", titles: ["level1", "primarySenior"] },
  junior: { name: "初级", titles: ["level2", "level3", "assistant"] },
};

/** A title level with its share of the professional posts, the highest level first. */
export interface TitleShare {
  readonly level: string;
  /** Share of the heads; the last level takes what is left and needs none. */
  readonly share?: Share;
}

/** Posts of a title level. */
export interface TitlePosts {
  readonly level: string;
  readonly posts: number;
}

/** Posts of a level against those who hold the title there. */
export interface TitleBalance extends TitlePosts {
  readonly holders: number;
  /** Places left; holders of a higher level that is overfull do not use lower ones. */
  readonly vacant: number;
  /** Holders beyond the posts: nobody new is appointed to the level until they are absorbed. */
  readonly over: number;
}

/**
 * Sets up title-level posts by the structure ratio (结构比例): no level gets more than its share, rounded down, and what is
 * left goes to the lowest one.
 *
 * @throws {RangeError} if the shares together are more than the whole
 */
export function titlePosts(heads: number, shares: readonly TitleShare[]): readonly TitlePosts[] {
  const upper = shares
    .slice(0, -1)
    .map(({ level, share }) => ({ level, posts: share === undefined ? 0 : floorShare(share, heads) }));
  const used = upper.reduce((sum, { posts }) => sum + posts, 0);
  if (used > heads) throw new RangeError(`Cannot set up title posts: the shares make ${used} of ${heads} posts`);
  const last = shares[shares.length - 1];
  return last === undefined ? [] : [...upper, { level: last.level, posts: heads - used }];
}

/** Returns every level with who holds its title: whether appointments keep the structure ratio. */
export function titleBalance(
  posts: readonly TitlePosts[],
  holders: ReadonlyMap<string, number>,
): readonly TitleBalance[] {
  return posts.map(({ level, posts: set }) => {
    const held = holders.get(level) ?? 0;
    return { level, posts: set, holders: held, vacant: Math.max(0, set - held), over: Math.max(0, held - set) };
  });
}
