import { currencyCode, type CurrencyCode } from '../../../model/money.ts';
import { objectsIn } from '../json/state.ts';
import { isList, isObject, type Json } from '../json/value.ts';
import type { ReadHints } from '../port.ts';
import { currencyOfHost } from '../text/currencies.ts';
import { parseUrl } from '../url.ts';
import type { ListRead } from './index.ts';
import { numbered, withoutRepeats } from './order.ts';
import { itemsOfJson, RESULTS } from './state.ts';

const MAX_OBJECTS = 5_000;
/** Names under which answers say how many items there are in all. */
const TOTAL = /^(?:total(?:_?(?:count|results?|items?|hits|products?|num|found))?|(?:num|nb|item|result|product|hits?)_?(?:found|hits|count|total)|totalElements|count)$/i;

/** The items of a JSON answer of any shape to a search or for a category; an answer whose list of results is empty says that there are none. */
export function readJsonList(json: Json, hints: ReadHints): ListRead {
  const base = parseUrl(hints.url) ?? parseUrl(hints.requestUrl);
  if (!base) return { items: [], empty: false, isList: false };
  const currency = hints.currency ?? currencyIn(json) ?? currencyCode(currencyOfHost(base.hostname) ?? '');
  const items = numbered(withoutRepeats(itemsOfJson(json, base, { host: base.hostname, ...(currency && { currency }), ...(hints.language && { language: hints.language }) })));
  if (items.length === 0) return { items: [], empty: hasNone(json), isList: hasNone(json) };
  const [total, next] = [totalIn(json, items.length), nextIn(json, base)];
  return { items, empty: false, isList: true, ...(total !== undefined && { total }), ...(next !== undefined && { next }) };
}

/** The code that the answer itself names as its currency, where it names one only. */
function currencyIn(json: Json): CurrencyCode | undefined {
  const codes = new Set<CurrencyCode>();
  for (const { node } of objectsIn(json, MAX_OBJECTS)) {
    for (const [name, value] of Object.entries(node)) {
      const code = /currency/i.test(name) && typeof value === 'string' ? currencyCode(value) : undefined;
      if (code) codes.add(code);
    }
  }
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Names under which answers say where they go on. */
const NEXT = /^(?:next|next_?(?:page|link|href|ur[il])(?:_?(?:link|href|ur[il]))?)$/i;

/** The address of the next page that the answer names, of the same host. */
function nextIn(json: Json, base: URL): string | undefined {
  for (const { node } of objectsIn(json, MAX_OBJECTS)) {
    for (const [name, value] of Object.entries(node)) {
      const stated = isObject(value) ? value['href'] ?? value['url'] : value;
      const url = NEXT.test(name) && typeof stated === 'string' && /^(?:https?:\/\/|\/|\?)/.test(stated) ? parseUrl(stated, base) : undefined;
      if (url && url.host === base.host && url.href !== base.href) return url.href;
    }
  }
  return undefined;
}

function totalIn(json: Json, shown: number): number | undefined {
  for (const { node } of objectsIn(json, MAX_OBJECTS)) {
    for (const [name, value] of Object.entries(node)) {
      const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
      if (TOTAL.test(name) && typeof count === 'number' && Number.isInteger(count) && count >= shown) return count;
    }
  }
  return undefined;
}

/** An empty list of results, and no other that holds anything. */
export function hasNone(json: Json): boolean {
  let none = false;
  for (const { node } of objectsIn(json, MAX_OBJECTS)) {
    for (const [name, value] of Object.entries(node)) {
      if (!isList(value) || !RESULTS.test(name)) continue;
      if (value.length > 0) return false;
      none = true;
    }
  }
  return none;
}
