import { NONE, postName } from "@lungang/core";
import { needOf } from "@lungang/core/recount";
import type { DecidedCounty } from "@lungang/core/policy";
import type { PlanFacts } from "@lungang/core/recount";
import { z } from "zod";

const heads = z.int().min(0);

/** Shape of the heads of a post: needed, before the plan and after. */
export const headsSchema = z.strictObject({
  post: z.string(),
  school: z.string(),
  demand: heads,
  before: heads,
  after: heads,
});

/** Heads of a post: needed, before the plan and after. */
export type Heads = z.infer<typeof headsSchema>;

/** Returns the heads of cells as a plan leaves them; a cell that is none has no heads. */
export function headsIn(
  { county }: DecidedCounty,
  { cellBefore, cellAfter }: PlanFacts,
): (cell: number) => Heads | null {
  const { cells, schools } = county;
  return (index) => {
    const cell = index === NONE ? undefined : cells[index];
    if (cell === undefined) return null;
    const [before, after] = [cellBefore[index] as number, cellAfter[index] as number];
    const demand = needOf(county, cellAfter, index);
    return { post: postName(cell), school: schools[cell.school]?.id ?? "", demand, before, after };
  };
}
