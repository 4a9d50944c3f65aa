import { embeddedStates, objectsIn } from '../json/state.ts';
import { parseJson } from '../json/parse.ts';
import { streamedStates } from '../json/streamed.ts';
import { isList, isObject, type Json, type JsonObject, listOf } from '../json/value.ts';
import type { CurrencyHints } from '../text/currency.ts';
import type { FlatPage } from './flat.ts';
import type { Item } from './item.ts';
import { unflattened } from './linked.ts';
import { BESIDE, MAX_ENTRIES, statesOfAttributes, WANTED } from './state-attributes.ts';
import { itemOfEntry, itemOfJson, type StateItem } from './state-entry.ts';
import { totalBeside } from './state-total.ts';

const MIN_ITEMS = 3;
const MAX_SECTIONS = 300;
/** Names of lists that a search gives; under them fewer items are a list too. */
export const RESULTS = /^(?:[a-z]*products?|[a-z]*items?|results?|hits|records|content|tiles|ads|(?:product|goods|item|search|offer)s?_?(?:list|results?|data)|searchResults?|listings|auctions|wareList)$/i;

/** The items of the JSON-LD ItemList of the page, in the order of their positions; empty without one. */
export function itemsOfJsonLd(page: FlatPage, base: URL, hints: CurrencyHints): Item[] {
  let best: Item[] = [];
  const single: Json[] = [];
  for (const script of page.scripts) {
    if (!script.type.includes('ld+json') || !/ItemList|OfferCatalog|"Product"/.test(script.body)) continue;
    const value = parseJson(script.body);
    if (value === undefined) continue;
    const lists: Json[][] = [];
    for (const { node, path } of objectsIn(value, 5_000)) {
      if (BESIDE.test(path)) continue;
      lists.push(inOrder([...listOf(node['itemListElement'])]), [...listOf(node['@graph'])].filter(isProduct));
    }
    lists.push([...listOf(value)].filter(isProduct));
    if (isProduct(value)) single.push(value);
    for (const list of [...lists, single]) {
      const items = list.flatMap((entry) => (isObject(entry) ? itemOfJson(listedIn(entry), base, hints)?.item ?? [] : []));
      if (items.length > best.length) best = items;
    }
  }
  return best;
}

/** An element of a list with what it stands for; with an offer that is an article, also without a type of its own. */
function listedIn(entry: JsonObject): JsonObject {
  const { item } = entry;
  if (!isObject(item)) return entry;
  const { '@type': type, ...place } = entry;
  return { ...(item['offers'] === undefined && type !== undefined && { '@type': type }), ...place, ...item };
}

function isProduct(value: Json): boolean {
  return isObject(value) && listOf(value['@type']).some((type) => typeof type === 'string' && /^(?:https?:\/\/schema\.org\/)?(?:Product|ProductGroup)$/.test(type));
}

/** The elements of a list by their positions, where all have one. */
function inOrder(list: readonly Json[]): Json[] {
  const positions = list.map((entry) => Number(isObject(entry) ? entry['position'] : Number.NaN));
  if (positions.some((position) => !Number.isFinite(position))) return [...list];
  return list.map((entry, i) => ({ entry, position: positions[i] ?? 0 })).toSorted((a, b) => a.position - b.position).map(({ entry }) => entry);
}

/** The longest list of items in the state the page embeds for its scripts, and how many there are in all where it says so; empty without one. */
export function itemsOfState(page: FlatPage, base: URL, hints: CurrencyHints): { readonly items: readonly Item[]; readonly total?: number } {
  let best: { items: Item[]; root: Json } = { items: [], root: null };
  const look = (root: Json): void => {
    const items = itemsOfJson(root, base, hints);
    if (items.length > best.items.length) best = { items, root };
  };
  const roots = [...statesOf(page)];
  roots.forEach(look);
  if (best.items.length === 0) for (const root of roots) for (const held of textsOf(root)) look(held);
  const total = totalBeside(best.root, best.items.length);
  return { items: best.items, ...(total !== undefined && { total }) };
}

/** So many texts of a state are read as states of their own, the longest of at most so many characters. */
const MAX_TEXTS = 20;
const MAX_TEXT = 3_000_000;

/** JSON that a state keeps as text: the answers to its questions, kept for its scripts. */
function* textsOf(root: Json): Generator<Json> {
  let left = MAX_TEXTS;
  for (const { node } of objectsIn(root)) {
    for (const value of Object.values(node)) {
      if (left === 0) return;
      if (typeof value !== 'string' || value.length < 100 || value.length > MAX_TEXT || !/^\s*[[{]\s*["{[]/.test(value)) continue;
      left -= 1;
      const read = parseJson(value);
      if (read !== undefined) yield read;
    }
  }
}

/** The longest list of items in a value: most of its entries have an amount. Lists of the same place in sections of one list count as one. */
export function itemsOfJson(root: Json, base: URL, hints: CurrencyHints): Item[] {
  let best: Item[] = [];
  const places: string[] = [];
  for (const { list, name, place } of listsIn(root)) {
    if (list.length <= best.length || places.some((one) => place.startsWith(`${one}.`))) continue;
    const found = list.map((entry) => (holdsResults(entry) ? undefined : itemOfEntry(entry, root, base, hints))).filter((one) => one !== undefined);
    if (!isItems(found, list.length, name)) continue;
    places.push(place);
    if (found.length > best.length) best = found.map(({ item }) => item);
  }
  return best;
}

/** An answer to one of several searches: what it lists are the items. */
function holdsResults(entry: Json): boolean {
  return isObject(entry) && Object.entries(entry).some(([name, child]) => /^(?:hits|results|records)$/i.test(name) && isList(child) && child.length > 0);
}

function isItems(found: readonly StateItem[], entries: number, name: string): boolean {
  const priced = found.filter((one) => one.priced).length;
  return found.length >= MIN_ITEMS ? priced * 2 >= found.length : RESULTS.test(name) && found.length === entries && priced === found.length;
}

function* statesOf(page: FlatPage): Generator<Json> {
  for (const state of embeddedStates(page.scripts, WANTED)) yield unflattened(state.value);
  yield* streamedStates(page.scripts, WANTED);
  yield* statesOfAttributes(page);
}

interface NamedList {
  readonly list: readonly Json[];
  readonly name: string;
  /** The path to it, all places in lists alike. */
  readonly place: string;
}

/** Lists and tables of entries, those of what stands beside the list left out. */
function* listsIn(value: Json): Generator<NamedList> {
  if (isList(value)) yield { list: value, name: '', place: '' };
  const sections = new Map<string, Json[]>();
  for (const { node, path } of objectsIn(value)) {
    if (BESIDE.test(path)) continue;
    for (const [name, child] of Object.entries(node)) {
      if (!isList(child) || child.length === 0 || BESIDE.test(name) || !child.some((entry) => isObject(entry))) continue;
      const place = `${path.replace(/\d+/g, '#')}.${name}`;
      if (child.length >= MIN_ITEMS || RESULTS.test(name)) yield { list: child, name, place };
      if (!place.includes('#') || sections.size >= MAX_SECTIONS) continue;
      const section = sections.get(place) ?? [];
      sections.set(place, section);
      if (section.length < MAX_ENTRIES) section.push(...child.slice(0, MAX_ENTRIES));
    }
    const entries = Object.values(node);
    if (entries.length >= MIN_ITEMS && entries.length <= 500 && entries.every((entry) => isObject(entry))) yield { list: entries, name: '', place: path.replace(/\d+/g, '#') };
  }
  for (const [place, list] of sections) yield { list, name: '', place };
}
