import { z } from "zod";

/** Kinds of posts (YY-02, XC-07); titles and offices are set beside them. */
export const MARKET_POST_KINDS = ["management", "teaching", "support", "logistics", "dormitory"] as const;

/** What the holder of a post may expect of it. */
export const OWN_POST_RIGHTS = ["keeps", "contested", "leaves"] as const;

/** Why somebody has a post before anybody competes. */
export const PLACED_REASONS = ["direct", "returning", "recruit", "leader", "earlierRound", "other"] as const;

const id = z.string().trim().min(1);
const heads = z.int().min(0).max(100_000);
const decimal = z.union([z.string(), z.number()]);

const postRow = z.strictObject({
  id,
  school: id,
  township: id.optional(),
  kind: z.enum(MARKET_POST_KINDS).default("teaching"),
  stage: id.optional(),
  subject: id.optional(),
  /** What the holder is, in a management post: read by people alone. */
  office: id.optional(),
  /** Heads of the post, those who hold it included; a cell that is left empty is an issue and not 0. */
  capacity: heads.optional(),
  /** False where nobody may apply. */
  offered: z.boolean().default(true),
  /** Why not, for the answer to those who applied. */
  notOfferedBecause: z.string().optional(),
});

const personRow = z.strictObject({
  id,
  ownPost: id.optional(),
  /** `keeps`: never below it; `contested`: defends it by rank; `leaves`: has to go. */
  ownPostIs: z.enum(OWN_POST_RIGHTS).optional(),
  points: decimal.optional(),
  priorityClass: id.optional(),
  /** Values of the declared tie keys, each one better when larger. */
  ties: z.array(decimal).default([]),
  /** Professional title (职称); asked for where title posts are limited. */
  title: id.optional(),
});

const wish = z.union([id, z.strictObject({ post: id, points: decimal.optional(), priorityClass: id.optional() })]);

const applicationRow = z.strictObject({
  person: id,
  /** Best first; a wish may carry points or a class that hold at this post only (IT-05, YY-08). */
  wishes: z.array(wish),
});

const rankingRow = z.strictObject({
  post: id,
  /** Best first, a list inside is a tie; who is not named is not acceptable. */
  people: z.array(z.union([id, z.array(id).min(1)])),
});

const placedRow = z.strictObject({
  person: id,
  post: id,
  because: z.enum(PLACED_REASONS),
  /** False where the person does not count for the posts (XC-15). */
  occupies: z.boolean().default(true),
  /** Professional title, where the person holds a title post of the school. */
  title: id.optional(),
});

const floorRow = z.strictObject({ id, posts: z.array(id).min(1), heads });

/** Somebody who names the person to change posts with (S5). */
const swapRow = z.strictObject({
  person: id,
  partner: id,
  /** Whether the school of the person agrees. */
  schoolAgrees: z.boolean(),
});

/** Title posts of a level at a school (结构比例). */
const titleRow = z.strictObject({
  school: id,
  level: id,
  /** Titles that take a post of the level; the level itself where none are named. */
  titles: z.array(id).min(1).optional(),
  posts: heads,
  /** Posts of the level that people hold who are in neither list, for example on an exchange. */
  taken: heads.default(0),
});

/** A class of applicants that comes before the classes it names. */
const classRow = z.strictObject({ id, name: z.string().optional(), before: z.array(id).default([]) });

/** A market: posts, people, what they wish, and what they are ranked by; the format `lungang-market-1`. */
export const marketSchema = z.strictObject({
  format: z.literal("lungang-market-1"),
  /** Seed of the public draw; asked for only where a tie is left. */
  seed: z.string().trim().min(1).optional(),
  /** Right of a holder whose row does not say. */
  ownPost: z.enum(["keeps", "contested"]).default("keeps"),
  /** `draw`: all are equal before the draw, points are not needed. */
  rankedBy: z.enum(["points", "draw"]).default("points"),
  priorityClasses: z.array(classRow).default([]),
  posts: z.array(postRow),
  people: z.array(personRow),
  applications: z.array(applicationRow).default([]),
  rankings: z.array(rankingRow).default([]),
  placed: z.array(placedRow).default([]),
  /** Heads that must stay at some posts together (S6). */
  floors: z.array(floorRow).default([]),
  /** Named partners, for the rule `swaps`. */
  swaps: z.array(swapRow).default([]),
  /** Nobody comes to a school whose posts of the level of his title are full. */
  titlePosts: z.array(titleRow).default([]),
});

/** A market as it is written in a file. */
export type MarketInput = z.input<typeof marketSchema>;
/** A market after its shape was read. */
export type MarketDocument = z.output<typeof marketSchema>;
