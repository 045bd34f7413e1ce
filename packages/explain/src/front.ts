import type { PlanRequest } from "@lungang/core";
import { planCounty } from "@lungang/core";
import { LOTTERY } from "@lungang/core/formulation";
import type { PlanLevel } from "@lungang/core/plan";
import type { Policy } from "@lungang/core/policy";
import { z } from "zod";
import type { Explained } from "./explained.ts";
import { planSums, planSumsSchema } from "./plan-sums.ts";

const pair = z.tuple([z.number(), z.number()]);

/**
 * Shape of a plan that no other beats in both of two levels.
 *
 * @public
 */
export const frontPointSchema = planSumsSchema.extend({
  /** Values of the two levels. */
  values: pair,
  /** Whether both values, and those of all levels before them, are proven. */
  proven: z.boolean(),
});

/**
 * Shape of what can be had of two levels against each other.
 *
 * @public
 */
export const frontSchema = z.strictObject({
  levels: z.tuple([z.string(), z.string()]),
  /** Levels that come before both and stand at their best throughout; all others come after. */
  held: z.array(z.string()),
  /** From the best of the first level to the best of the second. */
  points: z.array(frontPointSchema),
  /** Whether the best of both levels was found; else an interruption came before, and there may be more on either side. */
  endsFound: z.boolean(),
  /** Neighbours between which there may be more points: what was not looked for. */
  open: z.array(z.strictObject({ after: z.int(), between: pair })),
});

/**
 * A plan that no other beats in both of two levels.
 *
 * @public
 */
export type FrontPoint = z.infer<typeof frontPointSchema>;

/**
 * What can be had of two levels against each other; see {@link frontSchema}.
 *
 * @public
 */
export type Front = z.infer<typeof frontSchema>;

/** Two neighbours, and the values of the second level among which points between them would lie, both excluded. */
interface Box {
  readonly from: FrontPoint;
  readonly to: FrontPoint;
  readonly above: number;
  readonly below: number;
}

/**
 * Returns plans that no other plan beats in both of two levels of the policy, all levels before them at their best: first
 * the two ends, then between them, where the most is unknown, until nothing is or `most` plans were made.
 *
 * Each is the least of the first level while the second is at most so much, then the least of the second (the
 * epsilon-constraint method with boxes: Hamacher, Pedersen and Ruzika, Finding representative systems for discrete
 * bicriterion optimization problems, Operations Research Letters 35, 2007).
 *
 * @param onPoint - hears every point as it is found
 * @throws {RangeError} if the policy has no such level, or both are the same
 * @throws {SolverFailedError} if the backend broke or its answer failed the check
 * @public
 */
export async function frontOf(
  explained: Explained,
  levels: readonly [string, string],
  { most, onPoint }: { readonly most: number; readonly onPoint?: (point: FrontPoint) => void },
): Promise<Front> {
  const run = new FrontRun(explained, levels, onPoint);
  const [best, last] = [await run.end(levels), await run.end([levels[1], levels[0]])];
  if (best === undefined || last === undefined) return { ...run.front([]), endsFound: false };
  const boxes: Box[] = boxBetween(best, last, { above: last.values[1], below: best.values[1] });
  while (run.made < most && !run.isOver) {
    const box = boxes.sort((a, b) => area(b) - area(a)).shift();
    if (box === undefined) break;
    const middle = Math.floor((box.above + box.below) / 2);
    const found = await run.between(middle);
    if (found === undefined) {
      boxes.push(box);
      break;
    }
    const [, at] = found.values;
    boxes.push(...boxBetween(box.from, found, { above: middle, below: box.below }));
    if (at > box.to.values[1]) boxes.push(...boxBetween(found, box.to, { above: box.above, below: at }));
  }
  return run.front(boxes);
}

class FrontRun {
  readonly #explained: Explained;
  readonly #levels: readonly [string, string];
  readonly #held: readonly string[];
  readonly #onPoint: ((point: FrontPoint) => void) | undefined;
  readonly #points = new Map<string, FrontPoint>();
  #memory: NonNullable<PlanRequest["after"]>;
  made = 0;
  /** A limit or somebody ended a plan before its value. */
  isOver = false;

  constructor(explained: Explained, levels: readonly [string, string], onPoint?: (point: FrontPoint) => void) {
    const { levels: all } = explained.request.policy;
    const places = levels.map((name) => all.findIndex((level) => level.name === name && name !== LOTTERY));
    if (levels[0] === levels[1] || Math.min(...places) < 0) {
      throw new RangeError(`Cannot set "${levels[0]}" against "${levels[1]}": the policy has no two such levels`);
    }
    this.#explained = explained;
    this.#levels = levels;
    this.#held = all.slice(0, Math.min(...places)).map(({ name }) => name);
    this.#onPoint = onPoint;
    this.#memory = explained.outcome.memory;
  }

  /** Returns the best of one level, and then of the other. */
  end(order: readonly [string, string]): Promise<FrontPoint | undefined> {
    return this.#plan(order, []);
  }

  /** Returns the best of the first level while the second is at most so much. */
  between(most: number): Promise<FrontPoint | undefined> {
    return this.#plan(this.#levels, [{ level: this.#levels[1], atMost: most }]);
  }

  front(boxes: readonly Box[]): Front {
    const points = [...this.#points.values()].sort((a, b) => a.values[0] - b.values[0]);
    const open = boxes.map(({ from, above, below }) => {
      const between: [number, number] = [above, below];
      return { after: points.findIndex(({ values }) => values[1] === from.values[1]), between };
    });
    const [first, second] = this.#levels;
    return {
      levels: [first, second],
      held: [...this.#held],
      points,
      endsFound: true,
      open: open.sort((a, b) => a.after - b.after),
    };
  }

  async #plan(
    order: readonly [string, string],
    questions: NonNullable<PlanRequest["questions"]>,
  ): Promise<FrontPoint | undefined> {
    const { onProgress: _onProgress, ...request } = this.#explained.request;
    const again = await planCounty({
      ...request,
      policy: withOrder(request.policy, this.#held, order),
      limits: { ...request.limits, relativeGap: 0, proveUnique: false },
      after: this.#memory,
      questions,
    });
    this.made++;
    // A plan that was ended in the middle is no point, even where one had been found.
    if (again.status !== "planned" || request.signal?.aborted === true) {
      this.isOver = true;
      return undefined;
    }
    this.#memory = again.memory;
    const point = this.#pointOf(again.plan.levels, planSums(again.plan));
    const known = this.#points.get(String(point.values));
    if (known !== undefined) return known;
    this.#points.set(String(point.values), point);
    this.#onPoint?.(point);
    return point;
  }

  #pointOf(levels: readonly PlanLevel[], sums: Omit<FrontPoint, "values" | "proven">): FrontPoint {
    const [one, other] = this.#levels.map((name) => levels.find((level) => level.name === name));
    const upTo = levels.slice(0, 1 + Math.max(...this.#levels.map((name) => levels.findIndex((l) => l.name === name))));
    return {
      values: [one?.value ?? 0, other?.value ?? 0],
      proven: upTo.every(({ value, dualBound }) => value === dualBound),
      ...sums,
    };
  }
}

/** Returns a policy in which two levels come one after the other, after those held and before all others. */
function withOrder(policy: Policy, held: readonly string[], order: readonly [string, string]): Policy {
  const named = (name: string) => policy.levels.filter((level) => level.name === name);
  const first = held.flatMap(named);
  // A tolerance would let the one slip for the other.
  const both = order.flatMap(named).map((level) => ({ ...level, tolerance: 0 }));
  const rest = policy.levels.filter(({ name }) => !held.includes(name) && !order.includes(name));
  return { ...policy, levels: [...first, ...both, ...rest] };
}

/** A box without room for a point, in either level, is none. */
function boxBetween(from: FrontPoint, to: FrontPoint, range: Pick<Box, "above" | "below">): Box[] {
  const isEmpty = to.values[0] - from.values[0] <= 1 || range.below - range.above <= 1;
  return isEmpty ? [] : [{ from, to, ...range }];
}

function area({ from, to, above, below }: Box): number {
  return (to.values[0] - from.values[0]) * (below - above);
}
