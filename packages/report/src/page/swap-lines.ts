import type { SwapStep } from "@lungang/core/plan";
import { swapsOf } from "@lungang/core/plan";
import type { Ground } from "./ground.ts";
import { routeKinds } from "./places.ts";
import type { SwapLine } from "./page.ts";

/** Returns who replaces whom; who fills a vacancy alone is in the list of people. */
export function swapLines(ground: Ground): readonly SwapLine[] {
  const { plan, instance, names } = ground;
  const kinds = routeKinds(ground);
  const step = ({ person, from, to, enters }: SwapStep) => ({
    name: names.person(person),
    from: from === null ? "" : names.school(from),
    to: names.school(to),
    post: names.post(enters),
    kind: kinds.get(person) ?? "exchange",
  });
  return swapsOf(plan, instance, names)
    .filter(({ steps }) => steps.length > 1)
    .map(({ kind, steps, text }) => ({
      kind: kind === "cycle" && steps.length === 2 ? "pair" : kind,
      steps: steps.map(step),
      leavesOpen: kind === "chain" && steps[0]?.from !== null,
      text,
    }));
}
