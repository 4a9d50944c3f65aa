import type { PageText } from './bytes/page.ts';
import { PLATFORM } from '../platforms/registry.ts';
import type { JsonAnswer } from '../platforms/platform.ts';
import { pageContext, type PageContext } from './context.ts';
import { parseJson } from './json/parse.ts';
import { isObject, type Json } from './json/value.ts';
import { hasNone, readJsonList } from './list/json-list.ts';
import type { PageRead, ReadHints } from './port.ts';
import { jsonReviews } from './reviews/json.ts';
import { clockOf } from './reviews/make.ts';

/** What a JSON answer has of a page's head. */
const NO_HEAD = { title: '', language: '', generator: '', meta: new Map<string, string>(), images: [] };

/** The JSON of an answer: bare, or wrapped in a JSONP call. Undefined for HTML and plain text. */
export function jsonOf(answer: PageText, contentType: string | undefined): Json | undefined {
  const start = answer.cut(0, 200).trimStart();
  if (start.startsWith('<')) return undefined;
  const padded = /^(?:\/\*[^*]{0,100}\*\/)?\s*[\w$.]{1,80}\s*\(\s*(?=[{[])/.exec(start);
  if (!/^[{[]/.test(start) && !padded) return undefined;
  if (!/json|javascript|text\/plain/i.test(contentType ?? 'json') && !/^[{[]/.test(start)) return undefined;
  const text = answer.whole;
  const body = padded ? text.slice(text.indexOf(start) + padded[0].length).replace(/\)\s*;?\s*$/, '') : text;
  return parseJson(body);
}

/** A JSON answer by the reader of its platform (a generic source: of whichever platform knows the shape), reviews by their shape. */
export function readJsonAnswer(json: Json, hints: ReadHints): PageRead {
  const page = pageContext(NO_HEAD, hints);
  const answer = answerOf(json, page);
  const list = !answer && (hints.role === 'search' || hints.role === 'catalogue') ? readJsonList(json, hints) : undefined;
  if (list?.isList) return { outcome: 'ok', listings: [], items: list.items, reviews: [], empty: list.empty, ...(list.total !== undefined && { total: list.total }), ...(list.next !== undefined && { next: list.next }) };
  const reviews = hints.role === 'reviews' && (answer?.reviews.length ?? 0) === 0 ? jsonReviews(json, clockOf(hints)) : answer?.reviews ?? [];
  if (!answer && reviews.length === 0 && !(hints.role === 'reviews' && saysNone(json))) return { outcome: 'parse_drift', detail: `JSON of a shape that platform ${hints.platform} does not have${shapeOf(json)}` };
  if (hints.role === 'listing') return oneListing(answer, hints);
  const empty = hints.role === 'search' && answer?.listings.length === 0 && hasNone(json);
  return {
    outcome: 'ok', listings: answer?.listings ?? [], items: [], reviews, ...(empty && { empty }),
    ...(answer?.next === undefined ? {} : { next: answer.next }), ...(answer?.total === undefined ? {} : { total: answer.total }),
  };
}

function answerOf(json: Json, page: PageContext): JsonAnswer | undefined {
  const own = PLATFORM[page.hints.platform].readJson?.(json, page);
  if (own || page.hints.platform !== 'generic') return own;
  for (const platform of Object.values(PLATFORM)) {
    const answer = platform.readJson?.(json, page);
    if (answer) return answer;
  }
  return undefined;
}

function oneListing(answer: JsonAnswer | undefined, hints: ReadHints): PageRead {
  const listings = answer?.listings ?? [];
  const own = listings.find((listing) => listing.productId === hints.productId) ?? (listings.length === 1 ? listings[0] : undefined);
  if (!own) return { outcome: 'parse_drift', detail: `the answer holds ${listings.length} listings, not the one that was asked for` };
  if (hints.productId !== undefined && own.productId !== hints.productId && /^\d+$/.test(hints.productId) && /^\d+$/.test(own.productId)) {
    return { outcome: 'wrong_item', detail: `asked for ${hints.productId}, the answer is ${own.productId}` };
  }
  return { outcome: 'ok', listings: [own], items: [], reviews: own.reviews };
}

/** An answer without reviews that says so: an empty list. */
function saysNone(json: Json): boolean {
  if (Array.isArray(json)) return json.length === 0;
  return isObject(json) && Object.values(json).some((value) => Array.isArray(value) && value.length === 0);
}

function shapeOf(json: Json): string {
  return isObject(json) ? ` (keys ${Object.keys(json).slice(0, 6).join(', ')})` : '';
}
