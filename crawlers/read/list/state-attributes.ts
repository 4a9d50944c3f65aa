import { parseJson } from '../json/parse.ts';
import { isObject, type Json } from '../json/value.ts';
import type { FlatPage } from './flat.ts';
import { unflattened } from './linked.ts';

/** More entries than this are looked at in no list. */
export const MAX_ENTRIES = 2_000;
/** A list object has nothing of an item, however it is shaped. */
export const WANTED = /"?(?:[tT]itle|[nN]ame|\w{1,30}_(?:title|name)|[a-z]{1,20}(?:Title|Name)|subject)\\?"?\s*:/;
const PRICED = /"\w{0,20}price\w{0,20}"\s*:/i;
/** Names of what stands beside the list. */
export const BESIDE = /recommend|related|recent|similar|cross_?sell|up_?sell|facet|filter|navigation|menu|breadcrumb|variant|skus?\b|image|swatch|banner|suggest|categor(?:y|ies)Tree|alsoBought|alsoViewed/i;
/** Fewer characters than this hold no list of items, fewer than that none. */
const LEAST_STATE = 300;
const LEAST_CARD = 40;

const COUNTED = /click|track|analytic|layer|gtm|event|impression|option|setting|slide|carousel/i;

/**
 * State that stands as JSON in an attribute of an element that a script is still to fill: `<div id="app" data-data='{"items": …'`;
 * and what the same attribute of one card after the other holds, as one list.
 */
export function* statesOfAttributes(page: FlatPage): Generator<Json> {
  const cards = new Map<string, Json[]>();
  for (const { attributes, tag, textFrom, textTo } of page.elements) {
    for (const name in attributes) {
      const text = attributes[name] ?? '';
      if (text.length < LEAST_CARD || !/^\s*[{[]/.test(text) || COUNTED.test(name) || BESIDE.test(name) || !WANTED.test(text) && !PRICED.test(text)) continue;
      if (textFrom < textTo && text.length >= LEAST_STATE) continue;
      const value = parseJson(text);
      if (value === undefined) continue;
      if (text.length >= LEAST_STATE) yield unflattened(value);
      if (isObject(value)) cards.set(`${tag} ${name}`, [...(cards.get(`${tag} ${name}`) ?? []).slice(0, MAX_ENTRIES), value]);
    }
  }
  yield* cards.values();
}
