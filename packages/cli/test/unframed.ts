/** Returns header and rows of a sheet without the lines above and below, which have one cell each. */
export function unframed<T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return rows.filter((row) => row.filter((cell) => cell !== null && cell !== undefined && cell !== "").length > 1);
}
