import { suggestion } from '../config/mistakes.ts';
import type { Config } from '../config/types.ts';
import { brand, type Sku } from '../model/ids.ts';
import { CliError, EXIT } from './errors.ts';

/**
 * The own products that are meant, all of the configuration when none is named. `words` are what else may stand in their place (`confirm`), so that one written
 * wrongly is not taken for an article number. Throws a CliError for one that is none.
 */
export function skusNamed({ products }: Config, typed: readonly string[], words: readonly string[]): readonly Sku[] {
  const all = [...products.keys()];
  return typed.length === 0 ? all : typed.map((text) => {
    const sku = brand<Sku>(text);
    if (!products.has(sku)) throw new CliError(EXIT.usage, `There is no product "${text}".${suggestion(text, [...words, ...all])}`);
    return sku;
  });
}
