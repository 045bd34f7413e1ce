/** Returns a name as it may stand in public: the first character and two stars, whatever the length. */
export function maskName(name: string | undefined): string {
  const [first] = Array.from(name ?? "");
  return `${first ?? ""}**`;
}
