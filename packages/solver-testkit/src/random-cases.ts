import { claimAgrees } from "./claims.ts";
import type { ConformanceCase, ConformanceContext } from "./case.ts";
import type { Family } from "./families.ts";
import * as families from "./families.ts";
import { networkProgram, SIDE_ROW_KINDS } from "./network-families.ts";
import { Draws, seedOf } from "./random.ts";

const FAMILIES: readonly (readonly [name: string, family: Family])[] = [
  ["general integer programs", families.generalProgram],
  ["teachers to schools", families.assignmentProgram],
  ["fair numbers, mixed integer", families.mixedProgram],
  ["bounds below 0", families.negativeProgram],
  ["infinite bounds", families.freeProgram],
  ["wide ranges", families.wideProgram],
  ["systems of equations", families.equationProgram],
  ["degenerate", families.degenerateProgram],
  ...SIDE_ROW_KINDS.map(
    (kind) => [`network with side rows: ${kind}`, (draws: Draws) => networkProgram(kind, draws)] as const,
  ),
];

/** Random programs of every family against exhaustive search, on every level. */
export function randomCases(context: ConformanceContext): ConformanceCase[] {
  return FAMILIES.map(([name, family], k) => ({
    name: `random: ${name}`,
    run: async () => {
      for (let number = 0; number < context.programs; number++) {
        const seed = seedOf(context.seed * 1000 + k, number);
        await agreesOnEveryLevel(context, family(new Draws(seed)), `${name}, seed ${seed}`);
      }
    },
  }));
}

async function agreesOnEveryLevel(
  { solver }: ConformanceContext,
  program: ReturnType<Family>,
  where: string,
): Promise<void> {
  for (const level of program.levels.keys()) {
    try {
      await claimAgrees(solver(), program, { level });
    } catch (error) {
      throw new Error(`${where}, level ${level}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}
