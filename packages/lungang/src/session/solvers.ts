import type { Checked, Issue } from "@lungang/core";
import type { Solver } from "@lungang/program";

/**
 * Solvers by name; `exec:` is followed by the name of a program that is installed on the machine.
 *
 * @public
 */
export type SolverName = "network" | "highs" | "jslp" | `exec:${string}`;

/**
 * Returns a new solver by its name, loaded when it is asked for; a name that means none is an issue.
 *
 * @public
 */
export type SolverLoader = (name: string) => Promise<Checked<Solver>>;

/**
 * Fastest on one year; small programs it hands to HiGHS.
 *
 * @public
 */
export const YEAR_SOLVER: SolverName = "network";

/**
 * Over years the levels have no network to speak of.
 *
 * @public
 */
export const YEARS_SOLVER: SolverName = "highs";

/** Placements with couples and limits have no network either. */
export const STABLE_SOLVER: SolverName = "highs";

/** Solvers that are held open by their names, so that their workers stay warm. */
export class OpenSolvers {
  readonly #load: SolverLoader;
  readonly #open = new Map<string, Promise<Checked<Solver>>>();
  #closed = false;

  constructor(load: SolverLoader) {
    this.#load = load;
  }

  /**
   * @param number - which of several of the name: calls of one are served one after another
   * @throws {Error} if the session was closed
   */
  get(name: string, number = 1): Promise<Checked<Solver>> {
    if (this.#closed) throw new Error("Cannot solve: the session is closed");
    const key = `${number} ${name}`;
    const known = this.#open.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(name);
    this.#open.set(key, loading);
    return loading;
  }

  /** @throws {RangeError} if there is no such solver */
  async must(name: string, number = 1): Promise<Solver> {
    const solver = await this.get(name, number);
    if (solver.ok) return solver.value;
    throw new RangeError(solver.issues[0]?.message.en ?? "no such solver");
  }

  async close(): Promise<void> {
    this.#closed = true;
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(open.map(closeQuietly));
  }
}

/** A worker that does not end in order must not hide the plan. */
async function closeQuietly(loading: Promise<Checked<Solver>>): Promise<void> {
  try {
    const loaded = await loading;
    if (loaded.ok) await loaded.value.close();
  } catch {
    // There is nothing left to close.
  }
}

/** What a solver cannot do is no failure: the user chose it. */
export function unsupportedModel(reason: string): Issue {
  return {
    code: "unsupported-model",
    severity: "error",
    message: { zh: `所选求解器不能处理这个问题：${reason}`, en: reason },
    advice: { zh: "请改用求解器 highs（--solver highs）", en: "Use the solver highs (--solver highs)" },
  };
}
