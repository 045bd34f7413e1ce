/** Returns positions ordered by key, stable with respect to `previous`. */
export function stableOrder(keys: Int32Array, keyCount: number, previous?: Int32Array): Int32Array {
  const offsets = new Int32Array(keyCount + 1);
  for (const key of keys) offsets[key + 1] = (offsets[key + 1] as number) + 1;
  for (let key = 0; key < keyCount; key++) offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);
  const order = new Int32Array(keys.length);
  for (let k = 0; k < keys.length; k++) {
    const entry = previous === undefined ? k : (previous[k] as number);
    const key = keys[entry] as number;
    const at = offsets[key] as number;
    order[at] = entry;
    offsets[key] = at + 1;
  }
  return order;
}
