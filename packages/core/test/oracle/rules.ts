import type { Rule } from "./about.ts";
import type { After } from "./after.ts";
import { avoidance, linked } from "./couple-rules.ts";
import { itinerantBreaches, participationBreaches } from "./light.ts";
import {
  approvedStays,
  establishment,
  leaderPosts,
  mustMove,
  newRecruits,
  postBalance,
  prerequisite,
  protection,
  returnRoom,
  swapPartners,
} from "./post-rules.ts";
import type { Breach } from "./reading.ts";
import { Params } from "./reading.ts";
import { direction, directionMatrix, netInflow, pairBalance, perSchool, schoolPlaces } from "./school-rules.ts";
import { holdsEntry, quota, share, teamCap, total } from "./share-rules.ts";
import type { World } from "./world.ts";
import type { WrittenRule } from "./written.ts";

/** Every rule of the policy language, and what a plan breaks of those that a policy has. */

const none: Rule = () => [];

export const RULES: Readonly<Record<string, Rule>> = {
  mustMove,
  approvedStays,
  postBalance,
  establishment,
  leaderPosts,
  protection,
  returnRoom,
  newRecruits,
  prerequisite,
  quota,
  total,
  share,
  teamCap,
  perSchool,
  direction,
  netInflow,
  directionMatrix,
  pairBalance,
  balance: none,
  nearness: none,
  wishes: none,
  tenure: none,
  fairBurden: none,
  stability: none,
  itinerant: itinerantBreaches,
  participation: participationBreaches,
  batches: none,
  changes: none,
  evenShortfall: none,
  swapPartners,
  schoolPlaces,
  linked,
  avoidance,
};

/** Entries that hold: those of the policy, and the two that every policy has. */
export function entriesOf(world: World): readonly WrittenRule[] {
  const written = world.policy.rules.filter(holdsEntry);
  const usual = ["mustMove", "total"].filter((name) => !written.some(({ rule }) => rule === name));
  return [...written, ...usual.map((rule) => ({ id: rule, rule }))];
}

/** Every breach of every rule. */
export function breachesOf(world: World, after: After): readonly Breach[] {
  return entriesOf(world).flatMap((entry) => {
    const rule = RULES[entry.rule];
    if (rule === undefined) throw new Error(`No rule ${entry.rule}`);
    return rule({ world, after, entry, params: new Params(entry) }).map((found) => ({ rule: entry.id, ...found }));
  });
}
