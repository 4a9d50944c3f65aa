import type { PageText } from '../bytes/page.ts';
import type { Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { foldedTitle } from '../decide/title.ts';
import { parseJson } from '../json/parse.ts';
import { embeddedStates, objectsIn, type EmbeddedState } from '../json/state.ts';
import { streamedStates } from '../json/streamed.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import { decodeEntities } from '../markup/entities.ts';
import type { Script } from '../markup/scripts.ts';
import { shareIn, wordsOf } from '../schema-org/choose.ts';
import { addNode, hasPrice, ID, NAME } from './state-node.ts';
import { pick } from './state-pick.ts';
import { addTrail } from './state-trail.ts';

/** Only scripts that hold such words are parsed. */
const WANTED = /["']?(?:price|salePrice|finalPrice|item_id|ecommerce)["']?\s*:/i;
const MAX_OBJECTS = 8_000;

/** Names under which an app keeps the one article of its page. */
const OWN_PLACE = /(?:^|\.)(?:product|item|article|currentProduct|selectedProduct|pdp|productData|productDetails?)$/i;
/** Shorter ids are numbers of pages and sizes. */
const LEAST_ID = 5;
/** What tells the page's own article from others in its states. */
interface Own {
  readonly title: ReadonlySet<string>;
  /** Its numbers in the page's data. */
  readonly ids: ReadonlySet<string>;
  readonly page: PageContext;
}

/**
 * Adds what unknown embedded state (Next, Nuxt, dataLayer, `window.__X__ = …`, pieces that an app streams) says of the page's own article: an
 * object with a name like the page's title and an id, or with the very number that the page's data give, and a price. Whole numbers may be minor
 * units, so a price here only supports what is seen elsewhere unless it carries decimals or its currency.
 */
export function readGenericState(scripts: readonly Script[], text: PageText, page: PageContext, into: Candidates): void {
  const words = wordsOf(`${page.head.meta.get('og:title') ?? ''} ${page.head.title}`);
  const title = new Set(words.length > 0 ? words : into.title.flatMap(({ value }) => wordsOf(value)));
  const own: Own = { title, ids: new Set(into.sku.map(({ value }) => value).filter((id) => id.length >= LEAST_ID)), page };
  let left = MAX_OBJECTS;
  for (const state of statesOf(scripts)) {
    for (const { node, path } of objectsIn(state.value, left)) {
      left -= 1;
      if (isOwn(node, path === '' ? state.name : path, own)) addNode(node, state, path, page, into);
      addTrail(node, `${state.name}: ${path}`, into);
      if (left <= 0) return;
    }
  }
  const names = new Set(into.title.map(({ value }) => foldedTitle(value)));
  for (const { name, value } of attributeStates(text)) {
    const title = isObject(value) ? pick(value, NAME)?.[1] : undefined;
    if (isObject(value) && title !== undefined && names.has(foldedTitle(title))) addNode(value, { name, value }, '', page, into);
  }
}

/** An object in an attribute, made for counting what people look at: `data-analytics='{"id":"4711","brand":"Acme"}'`. */
const IN_ATTRIBUTE = /\s(data-[\w-]{2,40})=(?:'(\{[^']{20,6000})'|"(\{[^"]{20,6000})")/g;
const MAX_ATTRIBUTES = 40;

/** What cards of other articles carry as well: only one with the very name of the page's article may speak for it. */
function* attributeStates(page: PageText): Generator<EmbeddedState> {
  let left = MAX_ATTRIBUTES;
  for (const { 0: { length }, 1: name = '', 2: single, 3: double, index } of page.marks.matchAll(IN_ATTRIBUTE)) {
    const end = index + length - 1;
    const text = decodeEntities(page.cut(end - (single ?? double ?? '').length, end));
    if (!/"\w{0,20}(?:price|brand)"\s*:/i.test(text)) continue;
    const value = parseJson(text);
    if (value !== undefined) yield { name, value };
    left -= 1;
    if (left <= 0) return;
  }
}

function* statesOf(scripts: readonly Script[]): Generator<EmbeddedState> {
  yield* embeddedStates(scripts, WANTED);
  for (const value of streamedStates(scripts, WANTED)) yield { name: '__next_f', value };
}

function isOwn(node: JsonObject, path: string, { title, ids, page }: Own): boolean {
  const id = pick(node, ID)?.[1];
  if (!hasPrice(node)) return false;
  if (id !== undefined && ids.has(id)) return true;
  const name = pick(node, NAME);
  if (!name || (id === undefined && !OWN_PLACE.test(path))) return false;
  const alike = shareIn(title, wordsOf(name[1]));
  return alike >= 0.8 || (alike >= 0.5 && id !== undefined && id.length >= 4 && page.url.href.includes(id));
}
