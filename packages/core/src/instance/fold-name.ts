const DIGITS: ReadonlyMap<string, string> = new Map(
  Array.from("〇一二三四五六七八九", (char, digit) => [char, String(digit)]),
);

/** Returns the form under which names that people type are the same: no width, case or spaces. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/** Returns the form under which names are alike enough to be asked about: no brackets and signs, numbers as digits. */
export function foldLoosely(name: string): string {
  const plain = foldName(name)
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return Array.from(plain, (char) => DIGITS.get(char) ?? char).join("");
}
