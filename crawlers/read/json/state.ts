import { decodeEntities } from '../markup/entities.ts';
import type { Script } from '../markup/scripts.ts';
import { isJsonLd } from '../markup/scripts.ts';
import { cutBalanced } from './cut.ts';
import { parseJson } from './parse.ts';
import { isList, isObject, type Json, type JsonObject } from './value.ts';

/** A piece of state that a page embeds for its own scripts. */
export interface EmbeddedState {
  /** Where it stands: script id, type, or the name it is assigned to. */
  readonly name: string;
  readonly value: Json;
}

/** `window.__STATE__ = {`, `var meta = {`, `Foo.bar = [`, `TShop.Setup({`, `JSON.parse("…")`, `page.stock = '[{…}]'`. */
const ASSIGNED = /(?:^|[;\s,({])(?:(?:var|let|const)\s+)?((?:window|self|globalThis)?\.?[\w$]+(?:\.[\w$]+|\[["'][\w$.-]+["']\]){0,4})\s*=\s*(?:\([\w$\s|{}]{0,30}\)\s*\|\|\s*)?([{[])/g;
const PARSED = /(?<![\w$.])([\w$.]{1,200})\s*=\s*JSON\.parse\(\s*(["'`])/g;
const JSON_PARSE = 'JSON.parse(';
/** A text that is data: `page.stockPrice = '[{"productId": …'`. */
const TEXT_DATA = /(?<![\w$.])([\w$.]{1,200})\s{0,20}=\s{0,20}(["'`])(?=\s{0,20}[[{]\s{0,20}\\?["{[])/g;
const HAS_TEXT_DATA = /=\s{0,20}["'`]\s{0,20}[[{]/;
/** Begins at the bracket, of which there are fewer than letters that may begin a name. */
const CALLED = /\((?<=([\w$.]{2,60})\()\s*(?:["'][\w$.-]{1,60}["']\s*,\s*)?(\{)/g;
const MAX_STATES = 60;
/** Smaller objects are settings, not articles. */
const MIN_LENGTH = 40;
/** Where an operator names the place, the smallest object counts, and so do more of them. */
const NAMED = { least: 8, most: 300 };

/** All states of the page's scripts, parsed only as they are asked for, the JSON scripts first. JSON-LD is not among them. `named`: for a path that somebody wrote down, small ones too. */
export function* embeddedStates(scripts: readonly Script[], wanted?: RegExp, named = false): Generator<EmbeddedState> {
  const least = named ? NAMED.least : MIN_LENGTH;
  let left = named ? NAMED.most : MAX_STATES;
  for (const script of scripts) {
    if (isJsonLd(script) || !isJsonScript(script) || left <= 0) continue;
    if (wanted && !wanted.test(script.body)) continue;
    left -= 1;
    const value = parseJson(script.body.includes('&quot;') ? decodeEntities(script.body) : script.body);
    if (value !== undefined) yield { name: script.id === '' ? script.type : `#${script.id}`, value };
  }
  for (const script of scripts) {
    if (isJsonLd(script) || isJsonScript(script) || script.body.length < least) continue;
    if (wanted && !wanted.test(script.body)) continue;
    const called = calledState(script.body);
    if (called) yield called;
    for (const state of assignedStates(script.body, wanted, least)) {
      left -= 1;
      if (left <= 0) return;
      yield state;
    }
  }
}

/** How Nuxt 2 keeps a state short: `window.__NUXT__=(function(a,b){return {brand:a,price:b}}("Acme",212));`, with what needs more before the return. */
const CALLED_WITH = /__NUXT__\s{0,5}=\s{0,5}\(?\s{0,5}function\s{0,5}\(([\w$,\s]{0,50000})\)\s{0,5}\{/;
const MAX_BEFORE = 50_000;

/** The state that a function gives back, with what it is called with in the places of its names. */
function calledState(body: string): EmbeddedState | undefined {
  const call = body.includes('__NUXT__') ? CALLED_WITH.exec(body) : null;
  if (!call) return undefined;
  const begin = call.index + call[0].length;
  const back = /return\s{0,5}\{/.exec(body.slice(begin, begin + MAX_BEFORE));
  const from = back ? begin + back.index + back[0].length - 1 : -1;
  const text = from < 0 ? undefined : cutBalanced(body, from);
  if (text === undefined) return undefined;
  const rest = body.slice(from + text.length);
  const given = parseJson(`[${rest.slice(rest.indexOf('(') + 1, rest.lastIndexOf(')') + 1).replace(/\)+$/, '')}]`);
  const names = new Map((call[1] ?? '').split(',').flatMap((name, index): [string, Json][] => (isList(given) && given[index] !== undefined ? [[name.trim(), given[index]]] : [])));
  const value = parseJson(text, names);
  return value === undefined ? undefined : { name: '__NUXT__', value };
}

function isJsonScript(script: Script): boolean {
  return /json|x-magento-init/.test(script.type) || script.id === '__NEXT_DATA__' || script.id === '__NUXT_DATA__';
}

/** Objects and lists that a script assigns to a name, as they are or as text, passes to a call, or gives to JSON.parse. */
export function* assignedStates(body: string, wanted?: RegExp, least = MIN_LENGTH): Generator<EmbeddedState> {
  let from = 0;
  for (const { index, name, quote } of starts(body)) {
    if (index < from) continue;
    const text = quote === undefined ? cutBalanced(body, index) : stringAt(body, index, quote);
    if (text === undefined || text.length < least || (wanted && !wanted.test(text))) continue;
    from = index + text.length;
    const value = parseJson(text);
    if (value !== undefined && (isObject(value) || Array.isArray(value))) yield { name, value };
  }
}

function starts(body: string): { index: number; name: string; quote?: string }[] {
  const found: { index: number; name: string; quote?: string }[] = [];
  for (const pattern of [ASSIGNED, ...(body.includes(JSON_PARSE) ? [PARSED] : []), ...(HAS_TEXT_DATA.test(body) ? [TEXT_DATA] : []), CALLED]) {
    for (const match of body.matchAll(pattern)) {
      const [whole, name = '', mark = ''] = match;
      found.push({ index: match.index + whole.length - 1, name, ...(pattern === PARSED || pattern === TEXT_DATA ? { quote: mark } : {}) });
      if (found.length > 300) break;
    }
  }
  return found.toSorted((a, b) => a.index - b.index);
}

/** The text of a string literal that begins at `start`, escapes resolved. */
function stringAt(body: string, start: number, quote: string): string | undefined {
  for (let i = start + 1; i < body.length; i += 1) {
    if (body.charAt(i) === '\\') i += 1;
    else if (body.charAt(i) === quote) {
      const inner = parseJson(`[${quote}${body.slice(start + 1, i)}${quote}]`);
      const first = isList(inner) ? inner[0] : undefined;
      return typeof first === 'string' ? first : undefined;
    }
  }
  return undefined;
}

/** Every object in a value, breadth first, so that the nearest comes first. At most `max` objects. */
export function* objectsIn(value: Json, max = 20_000): Generator<{ readonly node: JsonObject; readonly path: string }> {
  const queue: { value: Json; path: string }[] = [{ value, path: '' }];
  for (let i = 0; i < queue.length && i < max; i += 1) {
    const here = queue[i];
    if (!here) return;
    if (isObject(here.value)) yield { node: here.value, path: here.path };
    if (typeof here.value !== 'object' || here.value === null || queue.length > max) continue;
    for (const [key, child] of childrenOf(here.value, max)) queue.push({ value: child, path: here.path === '' ? key : `${here.path}.${key}` });
  }
}

/** The lists and objects directly in a value, looked for among its first `max` entries. */
function* childrenOf(value: JsonObject | readonly Json[], max: number): Generator<readonly [string, Json]> {
  const entries = isList(value) ? value.slice(0, max).entries() : Object.entries(value).slice(0, max);
  for (const [key, child] of entries) if (typeof child === 'object' && child !== null) yield [String(key), child];
}
