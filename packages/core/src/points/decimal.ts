/**
 * Units of one point: points are integers in ten-thousandths, so that no sum of them is ever rounded.
 *
 * @public
 */
export const UNITS_PER_POINT = 10_000;

const DECIMAL = /^([+-]?)(\d{1,9})(?:\.(\d{1,4})0*)?$/;
const DECIMALS = 4;

/**
 * Reads points such as `87.5` exactly.
 *
 * A number is read by its shortest decimal spelling; full-width digits count as digits.
 *
 * Units: the result is in ten-thousandths of a point.
 *
 * @returns undefined where the value is no decimal, has more than four decimals or nine digits before the point
 * @public
 */
export function parsePoints(value: string | number): number | undefined {
  const text = typeof value === "number" ? String(value) : value.normalize("NFKC").trim();
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const digits = (match[3] ?? "").padEnd(DECIMALS, "0");
  const units = Number(match[2]) * UNITS_PER_POINT + Number(digits);
  return match[1] === "-" && units !== 0 ? -units : units;
}

/**
 * Returns units as points for readers: `87.5`, never more decimals than needed.
 *
 * @public
 */
export function pointsText(units: number): string {
  const sign = units < 0 ? "-" : "";
  const size = Math.abs(units);
  const whole = Math.floor(size / UNITS_PER_POINT);
  const decimals = String(size % UNITS_PER_POINT)
    .padStart(DECIMALS, "0")
    .replace(/0+$/u, "");
  return `${sign}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
