/** Every text under one of the keys, anywhere in what was posted, in its order; what stands on a button in brackets. */
export function wordsIn(node: unknown, keys: readonly string[]): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one) => wordsIn(one, keys));
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'button') return wordsIn({ ...node, type: 'text' }, keys).map((word) => (URL.canParse(word) ? word : `[${word}]`));
  return Object.entries(node).flatMap(([key, value]) => (keys.includes(key) && typeof value === 'string' ? [value] : wordsIn(value, keys)));
}
