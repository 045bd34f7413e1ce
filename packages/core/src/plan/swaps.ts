import { compareText } from "../instance/canonical-json.ts";
import { postName } from "../instance/cells.ts";
import type { County } from "../instance/county.ts";
import { NONE, indexCounty } from "../instance/county.ts";
import type { Instance } from "../instance/instance.ts";
import type { Text } from "../instance/issue.ts";
import type { Plan } from "./plan.ts";

/**
 * One person of a swap: the post left, the post entered, and whose place that was.
 *
 * @public
 */
export interface SwapStep {
  readonly person: string;
  /** School and post left; absent for a recruit, the post also where the person filled none. */
  readonly from: string | null;
  readonly leaves: string | null;
  readonly to: string;
  readonly enters: string;
  /** Who left the post that this person enters; nobody where it was vacant. */
  readonly replaces: string | null;
}

/**
 * People who replace each other.
 *
 * A `cycle` closes: the last enters the post of the first, and no post gains or loses a head. A `chain` ends in a post
 * that nobody of the plan left, and the post of its first person is taken by nobody.
 *
 * @public
 */
export interface Swap {
  readonly kind: "cycle" | "chain";
  readonly steps: readonly SwapStep[];
  readonly text: Text;
}

/** A move between cells, by position. */
interface Edge {
  readonly person: string;
  readonly from: string | null;
  readonly to: string;
  readonly origin: number;
  readonly target: number;
}

/**
 * What people are called in the sentences of swaps; a plan that is published gives masked names.
 *
 * @public
 */
export interface SwapNames {
  readonly person: (id: string) => string | Text;
}

const IDS: SwapNames = { person: (id) => ({ zh: `“${id}”`, en: `"${id}"` }) };

/** Cycles up to these lengths are looked for first: short swaps are the easiest to understand. */
const LENGTHS = [2, 3, Infinity] as const;

/**
 * Decomposes the moves and ended exchanges of a plan into cycles and chains: who replaces whom, post by post.
 *
 * Every person is in exactly one swap. Within a post the plan does not say who replaces whom; short cycles are preferred,
 * then the order of ids decides.
 *
 * @param names - what people are called in the sentences; by default their ids in quotes
 *
 * Cost: quadratic in the moves of a plan at worst.
 * @public
 */
export function swapsOf(
  plan: Pick<Plan, "moves" | "returns">,
  instance: Instance,
  names: SwapNames = IDS,
): readonly Swap[] {
  const { county } = indexCounty(instance);
  const open = new OpenEdges(edgesOf(plan, county));
  const cycles = LENGTHS.flatMap((longest) =>
    open.all().flatMap((edge) => {
      const cycle = open.has(edge) ? open.cycleFrom(edge, longest) : undefined;
      return cycle === undefined ? [] : [open.take(cycle)];
    }),
  );
  const chains: (readonly Edge[])[] = [];
  for (;;) {
    const first = open.all().find((edge) => !open.isEntered(edge.origin));
    if (first === undefined) break;
    chains.push(open.take(open.chainFrom(first)));
  }
  return [
    ...cycles.map((edges) => swapOf("cycle", edges, { county, names })),
    ...chains.map((edges) => swapOf("chain", edges, { county, names })),
  ];
}

function edgesOf(plan: Pick<Plan, "moves" | "returns">, county: County): readonly Edge[] {
  const cells = new Map(county.cellIndex);
  county.cells.forEach(({ posts }, cell) => {
    for (const post of posts) cells.set(post, cell);
  });
  const lines = [...plan.moves, ...plan.returns.filter(({ settles }) => !settles)];
  return lines
    .map(({ person, from, to, post }) => ({
      person,
      from,
      to,
      origin: county.cellOf[county.personIndex.get(person) ?? NONE] ?? NONE,
      target: cells.get(post) ?? NONE,
    }))
    .sort((a, b) => compareText(a.person, b.person));
}

/** Edges that are in no swap yet. */
class OpenEdges {
  readonly #edges: Set<Edge>;
  /** By cell left. */
  readonly #leaving = new Map<number, Set<Edge>>();
  /** How many enter a cell. */
  readonly #entering = new Map<number, number>();

  constructor(edges: readonly Edge[]) {
    this.#edges = new Set(edges);
    for (const edge of edges) {
      const leaving = this.#leaving.get(edge.origin) ?? new Set();
      this.#leaving.set(edge.origin, leaving.add(edge));
      this.#entering.set(edge.target, (this.#entering.get(edge.target) ?? 0) + 1);
    }
  }

  all(): readonly Edge[] {
    return [...this.#edges];
  }

  has(edge: Edge): boolean {
    return this.#edges.has(edge);
  }

  isEntered(cell: number): boolean {
    return cell !== NONE && (this.#entering.get(cell) ?? 0) > 0;
  }

  take(edges: readonly Edge[]): readonly Edge[] {
    for (const edge of edges) {
      this.#edges.delete(edge);
      this.#leaving.get(edge.origin)?.delete(edge);
      this.#entering.set(edge.target, (this.#entering.get(edge.target) ?? 0) - 1);
    }
    return edges;
  }

  /** Returns the shortest cycle through an edge of at most so many people, by a breadth-first search. */
  cycleFrom(first: Edge, longest: number): readonly Edge[] | undefined {
    if (first.origin === NONE) return undefined;
    let front: (readonly Edge[])[] = [[first]];
    const seen = new Set([first.target]);
    for (let length = 1; front.length > 0 && length <= longest; length++) {
      const closed = front.find((path) => path.at(-1)?.target === first.origin);
      if (closed !== undefined) return closed;
      front = front.flatMap((path) =>
        this.#from(path.at(-1)?.target).flatMap((edge) => {
          if (seen.has(edge.target)) return [];
          seen.add(edge.target);
          return [[...path, edge]];
        }),
      );
    }
    return undefined;
  }

  /** Follows who is replaced until a post that nobody leaves. */
  chainFrom(first: Edge): readonly Edge[] {
    const chain = [first];
    for (;;) {
      const [next] = this.#from(chain.at(-1)?.target);
      if (next === undefined) return chain;
      chain.push(next);
    }
  }

  #from(cell: number | undefined): readonly Edge[] {
    return cell === undefined || cell === NONE ? [] : [...(this.#leaving.get(cell) ?? [])];
  }
}

interface SwapContext {
  readonly county: County;
  readonly names: SwapNames;
}

function swapOf(kind: Swap["kind"], edges: readonly Edge[], context: SwapContext): Swap {
  const post = (cell: number) => {
    const found = context.county.cells[cell];
    return found === undefined ? null : postName(found);
  };
  const steps = edges.map(({ person, from, to, origin, target }, k): SwapStep => {
    const next = edges[k + 1] ?? (kind === "cycle" ? edges[0] : undefined);
    return { person, from, leaves: post(origin), to, enters: post(target) ?? "", replaces: next?.person ?? null };
  });
  return { kind, steps, text: sentence(kind, steps, context) };
}

function sentence(kind: Swap["kind"], steps: readonly SwapStep[], { county, names }: SwapContext): Text {
  const school = (id: string | null) => county.schools[county.schoolIndex.get(id ?? "") ?? NONE]?.name ?? id ?? "";
  const who = ({ person }: SwapStep): Text => {
    const called = names.person(person);
    return typeof called === "string" ? { zh: called, en: called } : called;
  };
  const [first, second] = steps as [SwapStep, SwapStep | undefined];
  if (kind === "cycle" && steps.length === 2 && second !== undefined)
    return {
      zh: `${who(first).zh}（${school(first.from)}）与${who(second).zh}（${school(second.from)}）对调`,
      en: `${who(first).en} (${school(first.from)}) and ${who(second).en} (${school(second.from)}) swap places`,
    };
  const last = steps.at(-1) as SwapStep;
  const route = ({ from, to }: SwapStep): Text =>
    from === null
      ? { zh: `新招聘→${school(to)}`, en: `recruit to ${school(to)}` }
      : { zh: `${school(from)}→${school(to)}`, en: `${school(from)} to ${school(to)}` };
  const named = (step: SwapStep): Text => ({
    zh: `${who(step).zh}（${route(step).zh}）`,
    en: `${who(step).en} (${route(step).en})`,
  });
  const zh = steps.map((step) => named(step).zh).join("接替");
  const en = steps.map((step) => named(step).en).join(" replaces ");
  if (kind === "cycle")
    return {
      zh: `${zh}接替${who(first).zh}，${steps.length}人轮换`,
      en: `${en} replaces ${who(first).en}: ${steps.length} people rotate`,
    };
  const left =
    first.leaves === null
      ? { zh: "", en: "" }
      : { zh: `；${school(first.from)}不再补员`, en: `; nobody takes the post left at ${school(first.from)}` };
  // In Chinese the vacancy comes first, then who follows whom.
  const follows = steps.toReversed().map((step, at, all) => {
    const before = all[at - 1];
    if (before === undefined)
      return `${who(step).zh}${step.from === null ? "（新招聘）到" : "交流至"}${school(step.to)}补缺`;
    const recruit = step.from === null ? "（新招聘）" : "";
    return `${at === 1 ? "其" : `${who(before).zh}的`}原岗位由${who(step).zh}${recruit}接任`;
  });
  return {
    zh: `${follows.join("，")}${left.zh}`,
    en: `${en}${steps.length === 1 ? "" : ", who"} fills a vacancy at ${school(last.to)}${left.en}`,
  };
}
