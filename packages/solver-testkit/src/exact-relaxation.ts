/** A linear program in integers: minimise `cost` over `rows` with every variable between 0 and its `width`. */
export interface ExactProgram {
  readonly cost: readonly bigint[];
  readonly width: readonly bigint[];
  /** Each is `Σ values[j] x[j] <= side`. */
  readonly rows: readonly { readonly values: readonly bigint[]; readonly side: bigint }[];
}

/** An optimum: numerators over one positive denominator. */
export interface ExactOptimum {
  readonly value: bigint;
  readonly point: readonly bigint[];
  readonly denominator: bigint;
}

/**
 * Solves a linear program without rounding: the dual simplex method on a tableau of integers over one denominator, with
 * Bland's rule. Variables of negative cost are counted from their upper end, so that the first tableau is dual feasible.
 *
 * Returns nothing if there is no point.
 */
export function exactRelaxation(program: ExactProgram): ExactOptimum | undefined {
  const tableau = new Tableau(program);
  return tableau.solve() ? tableau.optimum() : undefined;
}

/** Row i stands for `denominator * basic[i] + Σ entries[i][j] * nonbasic[j] = right[i]`; the last row is the objective. */
class Tableau {
  readonly #program: ExactProgram;
  readonly #entries: bigint[][];
  readonly #right: bigint[];
  readonly #basic: number[];
  readonly #nonbasic: number[];
  #denominator = 1n;

  constructor(program: ExactProgram) {
    const { cost, width, rows } = program;
    this.#program = program;
    const bounds = width.map((side, column) => ({ values: cost.map((_, k) => (k === column ? 1n : 0n)), side }));
    const all = [...rows.map((row) => turned(row, program)), ...bounds];
    this.#entries = [...all.map(({ values }) => [...values]), cost.map((c) => (c < 0n ? c : -c))];
    this.#right = [...all.map(({ side }) => side), 0n];
    this.#nonbasic = cost.map((_, column) => column);
    this.#basic = all.map((_, row) => cost.length + row);
  }

  solve(): boolean {
    for (;;) {
      const row = this.#leavingRow();
      if (row < 0) return true;
      const column = this.#enteringColumn(row);
      if (column < 0) return false;
      this.#pivot(row, column);
    }
  }

  optimum(): ExactOptimum {
    const { cost, width } = this.#program;
    const denominator = this.#denominator;
    const counted = cost.map(() => 0n);
    for (const [row, variable] of this.#basic.entries()) {
      if (variable < cost.length) counted[variable] = this.#right[row] as bigint;
    }
    const point = counted.map((x, column) =>
      (cost[column] as bigint) < 0n ? (width[column] as bigint) * denominator - x : x,
    );
    return { value: point.reduce((sum, x, column) => sum + x * (cost[column] as bigint), 0n), point, denominator };
  }

  #leavingRow(): number {
    let best = -1;
    for (const [row, variable] of this.#basic.entries()) {
      if ((this.#right[row] as bigint) < 0n && (best < 0 || variable < (this.#basic[best] as number))) best = row;
    }
    return best;
  }

  #enteringColumn(row: number): number {
    const entries = this.#entries[row] as bigint[];
    const costs = this.#entries.at(-1) as bigint[];
    let best = -1;
    for (const [column, entry] of entries.entries()) {
      if (entry >= 0n) continue;
      if (best < 0) {
        best = column;
        continue;
      }
      // Ratios of two numbers that are not positive: cost / entry.
      const difference = (costs[column] as bigint) * (entries[best] as bigint) - (costs[best] as bigint) * entry;
      const isFirst = (this.#nonbasic[column] as number) < (this.#nonbasic[best] as number);
      if (difference < 0n || (difference === 0n && isFirst)) best = column;
    }
    return best;
  }

  #pivot(row: number, column: number): void {
    const pivotRow = this.#entries[row] as bigint[];
    const pivot = pivotRow[column] as bigint;
    const sign = pivot < 0n ? -1n : 1n;
    for (const [i, entries] of this.#entries.entries()) {
      if (i === row) continue;
      const factor = entries[column] as bigint;
      for (let j = 0; j < entries.length; j++) {
        const moved = (entries[j] as bigint) * pivot - factor * (pivotRow[j] as bigint);
        entries[j] = (sign * moved) / this.#denominator;
      }
      entries[column] = -sign * factor;
      const moved = (this.#right[i] as bigint) * pivot - factor * (this.#right[row] as bigint);
      this.#right[i] = (sign * moved) / this.#denominator;
    }
    this.#entries[row] = pivotRow.map((entry, j) => sign * (j === column ? this.#denominator : entry));
    this.#right[row] = sign * (this.#right[row] as bigint);
    const leaving = this.#basic[row] as number;
    this.#basic[row] = this.#nonbasic[column] as number;
    this.#nonbasic[column] = leaving;
    this.#denominator = sign * pivot;
  }
}

/** A row in variables that are counted from the end where they cost least. */
function turned({ values, side }: ExactProgram["rows"][number], { cost, width }: ExactProgram) {
  let right = side;
  const turnedValues = values.map((value, column) => {
    if ((cost[column] as bigint) >= 0n) return value;
    right -= value * (width[column] as bigint);
    return -value;
  });
  return { values: turnedValues, side: right };
}
