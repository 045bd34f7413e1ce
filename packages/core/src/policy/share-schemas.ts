import { z } from "zod";
import type { Share } from "./share.ts";
import { ROUNDINGS } from "./rounding.ts";
import { isWithinWhole, likelyShare, parseShare } from "./share.ts";

/** A ratio written as `150%`, `1.5` or `3/2`; read exactly. */
export const ratioSchema = z.union([z.string(), z.number()]).transform((value, context): Share => {
  const parsed = parseShare(String(value));
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "must be a share such as 8%, 0.08 or 1/12" });
  return z.NEVER;
});

/** A share of a whole, from 0 to 100 %, written as `8%`, `0.08` or `1/12`; read exactly. */
export const shareSchema = z.union([z.string(), z.number()]).transform((value, context): Share => {
  const parsed = parseShare(String(value));
  if (parsed !== undefined && isWithinWhole(parsed)) return parsed;
  const message = "must be a share from 0 to 100% such as 8%, 0.08 or 1/12";
  context.addIssue({ code: "custom", message, params: { likely: likelyShare(String(value)) } });
  return z.NEVER;
});

/** How a share becomes a number of people; without it a least is rounded up and a most down. */
export const roundingSchema = z.enum(ROUNDINGS).optional();
