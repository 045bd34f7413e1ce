/** The one place where solvers are made; each is loaded when it is asked for. */
import type { Checked, Issue } from "@lungang/core";
import type { Solver } from "@lungang/program";
import { refused, sound } from "../case/together.ts";

/**
 * Solvers that need nothing installed.
 *
 * @public
 */
export const SOLVER_NAMES = ["network", "highs", "jslp"] as const;

const LOADERS: Readonly<Record<(typeof SOLVER_NAMES)[number], () => Promise<Solver>>> = {
  highs: async () => (await import("@lungang/solver-highs/node")).createHighsSolver(),
  network: async () => {
    const [{ createNetworkSolver }, { createHighsSolver }] = await Promise.all([
      import("@lungang/solver-network/node"),
      import("@lungang/solver-highs/node"),
    ]);
    return createNetworkSolver({ finisher: createHighsSolver() });
  },
  jslp: async () => (await import("@lungang/solver-jslp/node")).createJslpSolver(),
};

const INSTALLED = "exec:";

/**
 * Returns a new solver by its name, on threads of Node; `exec:cbc` and its like run a program of the machine.
 *
 * @public
 */
export async function loadSolver(name: string): Promise<Checked<Solver>> {
  if (Object.hasOwn(LOADERS, name)) return sound(await LOADERS[name as keyof typeof LOADERS]());
  return name.startsWith(INSTALLED) ? loadInstalled(name) : refused(unknownSolver(name, SOLVER_NAMES));
}

async function loadInstalled(name: string): Promise<Checked<Solver>> {
  const { PROGRAM_NAMES, createExecSolver, findProgram } = await import("@lungang/solver-exec/node");
  const program = name.slice(INSTALLED.length);
  const known = PROGRAM_NAMES.find((each) => each === program);
  if (known === undefined)
    return refused(
      unknownSolver(
        name,
        PROGRAM_NAMES.map((each) => `${INSTALLED}${each}`),
      ),
    );
  const found = findProgram(known);
  return found === undefined ? refused(notInstalled(name, program)) : sound(createExecSolver(found));
}

function unknownSolver(received: string, expected: readonly string[]): Issue {
  const message = { zh: `没有名为“${received}”的求解器`, en: `There is no solver called "${received}"` };
  return { code: "unknown-solver", severity: "error", received, expected: expected.join(", "), message };
}

function notInstalled(received: string, program: string): Issue {
  return {
    code: "solver-not-installed",
    severity: "error",
    received,
    message: { zh: `本机没有安装 ${program}`, en: `${program} is not installed on this machine` },
    advice: { zh: `请安装 ${program}，或改用 highs`, en: `Install ${program}, or use highs` },
  };
}
