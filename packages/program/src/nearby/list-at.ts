/** Returns the list under a key, a new one where there is none. */
export function listAt<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const found = lists.get(key);
  if (found !== undefined) return found;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
