import type { LinearProgram } from "../linear/program.ts";
import type { Engine, EngineLimits, EngineTask, SolveRequest } from "./engine.ts";
import { unusableNumber } from "./numbers.ts";
import type { PointRules } from "./point.ts";
import type { SolveLimits, SolveOptions } from "./port.ts";
import { UnsupportedModelError } from "./port.ts";

/** Gap at which a solve may stop unless its limits say otherwise. */
const DEFAULT_RELATIVE_GAP = 1e-4;

/**
 * Fills in what the options leave out and refuses what the engine cannot do.
 *
 * @throws {RangeError} if an option is outside its range or has another shape than the program
 * @throws {UnsupportedModelError} if the engine lacks something that the program or the options need, or a number is none
 *   that a solver can be trusted with
 */
export function prepareRequest(engine: Engine, program: LinearProgram, options: SolveOptions): SolveRequest {
  const level = program.levels[options.level];
  if (level === undefined) {
    throw new RangeError(`Cannot solve: level must be below ${program.levels.length}, got ${options.level}`);
  }
  const { cuts = [], columnLower = program.columnLower, columnUpper = program.columnUpper } = options;
  const request: SolveRequest = {
    program,
    level,
    columnLower: ofColumns(program, columnLower),
    columnUpper: ofColumns(program, columnUpper),
    cuts,
    ...kindOf(options),
    limits: fillLimits(options.limits ?? {}),
    seed: options.seed ?? 0,
    ...(options.start === undefined ? {} : { start: options.start }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  refuseUnsupported(engine, request);
  return request;
}

/** Which relaxation is asked for, if any. */
function kindOf({ relaxation = false, interior = false }: SolveOptions): Pick<EngineTask, "relaxation" | "interior"> {
  return { relaxation, interior };
}

/** Returns the rules that a point of a request has to keep. */
export function pointRules(request: SolveRequest): PointRules {
  const { program, columnLower, columnUpper, cuts, relaxation } = request;
  return { program, columnLower, columnUpper, cuts, relaxation };
}

function ofColumns(program: LinearProgram, values: Float64Array): Float64Array {
  if (values.length === program.columnCount) return values;
  throw new RangeError(`Cannot solve: wanted ${program.columnCount} bounds, got ${values.length}`);
}

function fillLimits(limits: SolveLimits): EngineLimits {
  const filled = {
    timeSeconds: limits.timeSeconds ?? Infinity,
    nodes: limits.nodes ?? Infinity,
    iterations: limits.iterations ?? Infinity,
    relativeGap: limits.relativeGap ?? DEFAULT_RELATIVE_GAP,
    absoluteGap: limits.absoluteGap ?? 0,
  };
  for (const [name, value] of Object.entries(filled)) {
    if (!(value >= 0)) throw new RangeError(`Cannot solve: limit ${name} must not be negative, got ${value}`);
  }
  return filled;
}

function refuseUnsupported(engine: Engine, request: SolveRequest): void {
  const { capabilities, name } = engine;
  const { program } = request;
  const refuse = (what: string): never => {
    throw new UnsupportedModelError(`Cannot solve with ${name}: ${what}`);
  };
  if (program.columnCount > capabilities.maxColumns) {
    refuse(`at most ${capabilities.maxColumns} columns, got ${program.columnCount}`);
  }
  if (request.relaxation && !capabilities.relaxation) refuse("it returns no reduced costs, a relaxation was asked for");
  const limit = limitThatIsMissing(engine, request);
  if (limit !== undefined) refuse(`it has no ${limit} limit`);
  if (!capabilities.continuousColumns && program.integer.includes(0)) refuse("it has no continuous columns");
  const unusable = unusableNumber(request, capabilities.greatestCoefficient);
  if (unusable !== undefined) refuse(unusable);
}

/** Returns which limit of work is asked for that an engine does not have. */
function limitThatIsMissing(
  { capabilities: { nodeLimit, iterationLimit = false } }: Engine,
  { limits: { nodes, iterations } }: SolveRequest,
): "node" | "iteration" | undefined {
  if (Number.isFinite(nodes) && !nodeLimit) return "node";
  return Number.isFinite(iterations) && !iterationLimit ? "iteration" : undefined;
}
