import type { FlatElement } from './flat.ts';

const names = new WeakMap<FlatElement, string>();

/** All names that an element carries: classes, ids, test ids, item properties. */
export function markOf(element: FlatElement): string {
  const known = names.get(element);
  if (known !== undefined) return known;
  const { attributes } = element;
  const mark = `${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''} ${attributes['data-test'] ?? ''} ${attributes['data-automation-id'] ?? ''} ${attributes['data-qa'] ?? ''} ${attributes['data-hook'] ?? ''} ${attributes['data-cy'] ?? ''} ${attributes['id'] ?? ''}${NAMED_BY_PRICE.test(attributes['data-price'] ?? '') ? ` price-${attributes['data-price'] ?? ''}` : ''}`.slice(0, 300);
  names.set(element, mark);
  return mark;
}

/** `data-price="current"`; a number there is that of the whole card. */
const NAMED_BY_PRICE = /^[a-z]/i;
const MAX_REMEMBERED = 2_000;
const remembered = new WeakMap<RegExp, Map<string, boolean>>();

/** Whether names fit a pattern; the cards of a list carry the same names again and again, so that the answer is remembered. */
export function isMarked(pattern: RegExp, mark: string): boolean {
  const known = remembered.get(pattern) ?? new Map<string, boolean>();
  remembered.set(pattern, known);
  const seen = known.get(mark);
  if (seen !== undefined) return seen;
  const fits = pattern.test(mark);
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(mark, fits);
  return fits;
}
