import type { Checked } from "@lungang/core";
import { checked, hasError } from "@lungang/core";
import { buildMarket } from "./build.ts";
import { checkApplications } from "./check-applications.ts";
import { checkDraw } from "./check-draw.ts";
import { checkPeople } from "./check-people.ts";
import { checkPosts } from "./check-posts.ts";
import { checkRankings } from "./check-rankings.ts";
import { checkTitles } from "./check-titles.ts";
import { checkSwapRows } from "./check-swaps.ts";
import { orderClasses } from "./class-order.ts";
import { marketSchema } from "./document.ts";
import { indexRows } from "./index-of-rows.ts";
import type { Market } from "./market.ts";
import { shapeIssues } from "@lungang/core";

/**
 * Reads a market from data of the format `lungang-market-1`: shape, references, applications, points and rankings.
 *
 * @returns the market in canonical order with its warnings, or everything that is wrong with the data, all at once
 * @example
 * ```ts
 * import { loadMarket } from "@lungang/appointment";
 *
 * const read = loadMarket({ format: "lungang-market-1", posts: [{ id: "A", school: "S" }], people: [] });
 * if (!read.ok) console.log(read.issues.map((issue) => issue.code)); // ["capacity-missing"]
 * ```
 */
export function loadMarket(data: unknown): Checked<Market> {
  const parsed = marketSchema.safeParse(data);
  if (!parsed.success) return { ok: false, issues: shapeIssues(parsed.error, { data }) };
  const document = parsed.data;
  const rows = indexRows(document);
  const classes = orderClasses(document.priorityClasses);
  const issues = [
    ...classes.issues,
    ...checkPosts(document, rows),
    ...checkPeople(document, rows),
    ...checkApplications(document, rows),
    ...checkRankings(document, rows),
    ...checkSwapRows(document, rows),
    ...checkTitles(document),
  ];
  if (hasError(issues)) return { ok: false, issues };
  const market = buildMarket(document, classes.places);
  return checked(market, [...issues, ...checkDraw(market)]);
}
