/** Returns the middle value, the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Returns least and greatest as `2-5`, or one of them where they are equal. */
export function spread(values: readonly number[]): string {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return least === most ? String(least) : `${least}-${most}`;
}

/** A power law `y = factor * x ** exponent`. */
export interface PowerLaw {
  readonly exponent: number;
  readonly factor: number;
}

/** Returns the power law of least squares in the logarithms; nothing where there are less than two different x. */
export function fitPower(points: readonly (readonly [x: number, y: number])[]): PowerLaw | undefined {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (at: 0 | 1) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const width = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (!(width > 0)) return undefined;
  const exponent = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / width;
  return { exponent, factor: Math.exp(meanY - exponent * meanX) };
}
