import { copied } from '../markup/entities.ts';

/** Most texts that are kept: those of a shop's menus, filters and footers, which come again on each of its pages. */
const MOST_TEXTS = 8_000;
/** Longer texts are of one article. */
const LONGEST = 100;

/**
 * The same function, which understands a short text once and knows it when it comes again. For functions of nothing but their text, whose answers nobody
 * changes. Holds copies of its texts, no windows on pages, and begins anew when it has {@link MOST_TEXTS}.
 */
export function remembered<T>(understand: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    const value = understand(text);
    if (text.length > LONGEST) return value;
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(copied(text), { value });
    return value;
  };
}
