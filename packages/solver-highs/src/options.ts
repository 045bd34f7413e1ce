import type { EngineTask } from "@lungang/program";

/** Codes of the HiGHS option `simplex_strategy`. */
const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;

/** Added to the seed for the second opinion. */
const OTHER_SEED = 7919;

/** Stands for no limit; HiGHS takes finite options only. */
const UNLIMITED = 1e9;

/**
 * Bit of `presolve_rule_off` that switches off the search for dependent equations: on a flow network every component has
 * one, the search takes up to a share of the time limit, and with it the answer would depend on the clock.
 */
const DEPENDENT_EQUATIONS = 1 << 10;

type Options = Record<string, string | number | boolean>;

/** Returns the HiGHS options of a task. Everything that a solve depends on is set; no default decides an answer. */
export function highsOptions(task: EngineTask, basis: { readonly isPrimal: boolean } | undefined): Options {
  const isSecond = task.configuration === 1;
  const { timeSeconds, nodes } = task.limits;
  return {
    output_flag: false,
    time_limit: Math.min(timeSeconds, UNLIMITED),
    random_seed: (task.seed + (isSecond ? OTHER_SEED : 0)) % 2 ** 31,
    presolve_rule_off: DEPENDENT_EQUATIONS,
    // Presolve would throw the basis away.
    presolve: isSecond || (task.relaxation && basis !== undefined) ? "off" : "on",
    ...(task.relaxation ? relaxationOptions(task, basis?.isPrimal === true) : integerOptions(task, nodes)),
  };
}

function relaxationOptions({ configuration, interior }: EngineTask, isPrimal: boolean): Options {
  const isSecond = configuration === 1;
  // Where the interior point method fails, the other configuration is the simplex method.
  if (interior && !isSecond) return { solver: "ipm", run_crossover: "off" };
  const strategy = isPrimal ? PRIMAL_SIMPLEX : DUAL_SIMPLEX;
  return { solver: "simplex", simplex_strategy: strategy, simplex_scale_strategy: isSecond ? 0 : 1 };
}

function integerOptions(task: EngineTask, nodes: number): Options {
  return {
    mip_rel_gap: Math.min(task.limits.relativeGap, UNLIMITED),
    mip_abs_gap: Math.min(task.limits.absoluteGap, UNLIMITED),
    mip_feasibility_tolerance: task.configuration === 1 ? 1e-9 : 1e-6,
    mip_max_nodes: Math.min(nodes, UNLIMITED),
  };
}
