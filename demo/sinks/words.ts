/** Every text under one of the keys, anywhere in what was posted, in its order. */
export function wordsIn(node: unknown, keys: readonly string[]): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one) => wordsIn(one, keys));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (keys.includes(key) && typeof value === 'string' ? [value] : wordsIn(value, keys)));
}
