import { NO_POST, personAt } from "../../market/market.ts";
import type { Circle, CyclesState } from "./circle.ts";

/** How a search came to a post. */
interface Step {
  readonly post: number;
  /** Who goes to the post. */
  readonly person: number;
  /** Number of people so far, the first one included. */
  readonly length: number;
  readonly before: Step | undefined;
}

/** Returns the shortest circle within the limit in which a person gets a post; undefined where there is none. */
export function findCircle(state: CyclesState, person: number, post: number): Circle | undefined {
  const first: Step = { post, person, length: 1, before: undefined };
  const seen = new Set([post]);
  const queue: Step[] = [first];
  for (let at = 0; at < queue.length; at++) {
    const step = queue[at] as Step;
    if (isClosed(state, step, person)) return circleOf(step);
    if (step.length === state.options.longest) continue;
    for (const next of nextSteps(state, step, person)) {
      if (seen.has(next.post)) continue;
      seen.add(next.post);
      queue.push(next);
    }
  }
  return undefined;
}

/** A circle ends at the post that its first person leaves, a chain at a free place. */
function isClosed(state: CyclesState, { post }: Step, person: number): boolean {
  const { ownPost, ownPostIs } = personAt(state.market, person);
  if (ownPost === post && ownPostIs !== "leaves") return true;
  return state.options.vacancies === "chains" && (state.free[post] as number) > 0;
}

/** Everybody at the post who has not moved may go on to any post that he prefers to it. */
function* nextSteps(state: CyclesState, step: Step, first: number): Generator<Step> {
  const { lists } = state.market;
  for (const person of state.holders[step.post] ?? []) {
    if (person === first || state.hasMoved[person] === 1) continue;
    for (let entry = lists.starts[person] as number; entry < (lists.starts[person + 1] as number); entry++) {
      const post = lists.posts[entry] as number;
      if (post === step.post || post === NO_POST) break;
      yield { post, person, length: step.length + 1, before: step };
    }
  }
}

function circleOf(last: Step): Circle {
  const steps: Step[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.before) steps.unshift(step);
  return { people: steps.map((step) => step.person), posts: steps.map((step) => step.post) };
}
