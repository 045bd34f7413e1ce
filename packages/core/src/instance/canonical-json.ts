/**
 * Compares by code points, the same on every machine and in every locale.
 *
 * @public
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Returns JSON with sorted keys and without undefined values: equal content gives equal text.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sortedKeys(value));
}

/** Returns the value itself where all keys in it stand in order already, as in what the schemas of lists have read. */
function sortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  return Array.isArray(value) ? sortedItems(value) : sortedRecord(value as Readonly<Record<string, unknown>>);
}

function sortedItems(items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const sorted = sortedKeys(item);
    if (sorted === item) continue;
    copy ??= [...items];
    copy[index] = sorted;
  }
  return copy ?? items;
}

/** Looks at every value once, whether it has to copy or not: documents may be deep. */
function sortedRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(record);
  let copy = isInOrder(record, keys) ? undefined : {};
  const order = copy === undefined ? keys : orderOf(keys);
  for (let at = 0; at < order.length; at++) {
    const key = order[at] as string;
    const value = record[key];
    const sorted = sortedKeys(value);
    if (copy === undefined && sorted !== value) {
      copy = {};
      for (const before of order.slice(0, at)) define(copy, before, record[before]);
    }
    if (copy !== undefined) define(copy, key, sorted);
  }
  return copy ?? record;
}

/** Only plain records are written key by key in any case. */
function isInOrder(record: object, keys: readonly string[]): boolean {
  if (Object.getPrototypeOf(record) !== Object.prototype) return false;
  for (let at = 1; at < keys.length; at++) if ((keys[at] as string) < (keys[at - 1] as string)) return false;
  return true;
}

function define(copy: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") Object.defineProperty(copy, key, { value, enumerable: true });
  else copy[key] = value;
}

/** Sorted keys by the keys as they came: a document has many objects of few shapes. */
const orders = new Map<string, readonly string[]>();
const MOST_ORDERS = 1000;

function orderOf(keys: readonly string[]): readonly string[] {
  if (keys.length < 2) return keys;
  const shape = keys.join("\n");
  const known = orders.get(shape);
  if (known?.length === keys.length) return known;
  const order = [...keys].sort(compareText);
  // A list with the separator in a key may look like another one, but is never as long.
  if (orders.size < MOST_ORDERS && !keys.some((key) => key.includes("\n"))) orders.set(shape, order);
  return order;
}

/**
 * Returns the SHA-256 of a text in hexadecimal.
 *
 * @public
 */
export async function sha256(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
