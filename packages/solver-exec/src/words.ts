/** Returns the arguments of a limit, none where it is infinite. */
export function finiteLimit(limit: number, args: (limit: number) => readonly string[]): readonly string[] {
  return Number.isFinite(limit) ? args(limit) : [];
}

/** Returns the number that a word stands for. @throws {Error} if it stands for none */
export function numberIn(word: string, program: string): number {
  const value = Number(word);
  if (word !== "" && !Number.isNaN(value)) return value;
  throw new Error(`${program} wrote "${word.slice(0, 100)}" where a number should stand`);
}
