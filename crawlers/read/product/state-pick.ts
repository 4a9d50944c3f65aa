import { isObject, type JsonObject } from '../json/value.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { textOf } from '../schema-org/values.ts';

/** The first of these members that says something, with its name: a text, a number, or an object with a name. */
export function pick(node: JsonObject, keys: readonly string[]): readonly [string, string] | undefined {
  for (const key of keys) {
    const value = node[key];
    const text = typeof value === 'string' || typeof value === 'number' || (isObject(value) && 'name' in value) ? textOf(value, 300) : undefined;
    if (text !== undefined && !isEmptyWord(text)) return [key, text];
  }
  return undefined;
}
