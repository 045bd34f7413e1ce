/** Sets a nested value: `quota.minOut` goes into the object `quota`. */
export function setPath(target: Record<string, unknown>, key: string, value: unknown): void {
  const at = key.indexOf(".");
  if (at < 0) {
    target[key] = value;
    return;
  }
  const head = key.slice(0, at);
  const inner = (target[head] ?? {}) as Record<string, unknown>;
  target[head] = inner;
  setPath(inner, key.slice(at + 1), value);
}

/** Returns a nested value; undefined where the way ends early. */
export function getPath(source: unknown, key: string): unknown {
  return key.split(".").reduce<unknown>((value, part) => {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  }, source);
}
