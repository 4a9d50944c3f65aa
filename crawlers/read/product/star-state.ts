import type { StarMix } from '../../../model/listing.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import { parseJson } from '../json/parse.ts';
import { embeddedStates, objectsIn, type EmbeddedState } from '../json/state.ts';
import { isList, isObject, type Json, type JsonObject } from '../json/value.ts';
import { isJsonLd, type Script } from '../markup/scripts.ts';
import { numberOf } from '../schema-org/values.ts';
import { mixOf, type StarRow } from '../text/star-rows.ts';

/** Only scripts that hold such names are parsed. */
export const STAR_STATE = /[dD]istribution|[hH]istogram|[bB]reakdown|[fF]ive_?[sS]tar|FiveCount|[sS]core5|5_?[sS]tars?["_]|[sS]tars?_?5/;
/** Names of what a mix stands under, and what else names one. */
const HOLDER = /distribution|histogram|breakdown|(?:star|rating|score)s?_?(?:counts?|stats|summary|totals?)$/i;
const RATED = /star|rat(?:e|ing)|score|review|histogram|distribution|breakdown/i;
/** A seller's stars are not the article's. */
const OTHERS = /(?:^|[._])(?:seller|merchant|vendor|house|store|shop)(?![a-z])/i;
const SELLER_KEYS = ['sellerId', 'seller_id', 'merchantId', 'houseId', 'storeId', 'shopId'] as const;
const WORDS = ['one', 'two', 'three', 'four', 'five'];
const STAR_IN_KEY = /(?<![\dA-Za-z])([1-5])(?!\d)|(?<=[a-z])([1-5])(?!\d)|(one|two|three|four|five)/i;
const STAR_KEYS = ['RatingValue', 'ratingValue', 'rating', 'Rating', 'star', 'stars', 'value', 'score', 'label', 'name', 'level', 'key'] as const;
const COUNT_KEYS = ['Count', 'count', 'ratingCount', 'reviewCount', 'numberOfReviews', 'reviews', 'total', 'quantity', 'frequency', 'votes', 'doc_count', 'num'] as const;
const SHARE_KEYS = ['percentage', 'percent', 'share', 'ratio'] as const;
const TRUST = 0.8;
const MAX_OBJECTS = 3_000;

/** Adds how ratings fall on the stars, as states of the page's scripts say it: keys of five stars side by side, a list of stars with their counts, or five numbers. */
export function readStarState(scripts: readonly Script[], into: Candidates): void {
  let left = MAX_OBJECTS;
  for (const state of statesOf(scripts)) {
    for (const { node, path } of objectsIn(state.value, left)) {
      left -= 1;
      if (!OTHERS.test(path) && !SELLER_KEYS.some((key) => key in node)) addNode(node, path, state, into);
    }
    if (left <= 0) return;
  }
}

function* statesOf(scripts: readonly Script[]): Generator<EmbeddedState> {
  yield* embeddedStates(scripts, STAR_STATE);
  for (const { body } of scripts.filter((script) => isJsonLd(script) && STAR_STATE.test(script.body))) {
    const value = parseJson(body);
    if (value !== undefined) yield { name: 'json-ld', value };
  }
}

function addNode(node: JsonObject, path: string, { name }: EmbeddedState, into: Candidates): void {
  const put = (mix: StarMix | undefined, at: string): void => add(into, 'starMix', mix, TRUST, evidence(name === 'json-ld' ? 'json-ld' : 'embedded-state', `${name}: ${at}`, mix?.stars.join(' ') ?? ''));
  for (const mix of ofKeys(node, path)) put(mix, path);
  for (const [key, value] of Object.entries(node)) {
    if (!isList(value) || value.length < 2 || value.length > 10 || !HOLDER.test(key)) continue;
    for (const mix of ofList(value)) put(mix, path === '' ? key : `${path}.${key}`);
  }
}

/** `{"5": 80, "4": 20}`, `five_star`, `score5Count`, `ratingValueFiveCount`: keys that are alike but for their star. */
function ofKeys(node: JsonObject, path: string): readonly StarMix[] {
  const groups = new Map<string, StarRow[]>();
  for (const [key, value] of Object.entries(node).slice(0, 200)) {
    const match = key.length <= 40 ? STAR_IN_KEY.exec(key) : null;
    const number = match && (typeof value === 'number' || typeof value === 'string') ? numberOf(value) : undefined;
    if (!match || number === undefined || number < 0) continue;
    const like = key.replace(match[0], '#').toLowerCase();
    const row = rowOf(starNamed(match), number, /percent|share|ratio/.test(like));
    groups.set(like, [...groups.get(like) ?? [], row]);
  }
  const holder = path.slice(path.lastIndexOf('.') + 1);
  return [...groups].flatMap(([like, rows]) => (RATED.test(like) || HOLDER.test(holder) ? whole(rows, HOLDER.test(holder)) ?? [] : []));
}

function starNamed([, alone, behind, word]: RegExpExecArray): number {
  return word === undefined ? Number(alone ?? behind) : WORDS.indexOf(word.toLowerCase()) + 1;
}

/** Objects with a star and a count each; bare numbers in either order, of which the article's rating tells the right one. */
function ofList(list: readonly Json[]): readonly StarMix[] {
  const numbers = list.map((one) => (typeof one === 'number' ? one : undefined)).filter((one) => one !== undefined);
  if (numbers.length === 5 && list.length === 5) {
    const up = numbers.map((number, at) => rowOf(at + 1, number, false));
    return [up, up.map((row) => ({ ...row, star: 6 - row.star }))].flatMap((rows) => whole(rows, false) ?? []);
  }
  const rows = list.flatMap((one) => (isObject(one) ? rowOfNode(one) ?? [] : []));
  return rows.length === list.length ? [whole(rows, true) ?? []].flat() : [];
}

function rowOfNode(node: JsonObject): StarRow | undefined {
  const starKey = STAR_KEYS.find((key) => starIn(node[key]) !== undefined);
  const star = starKey && starIn(node[starKey]);
  if (star === undefined) return undefined;
  const figure = (keys: readonly string[]): number | undefined => keys.filter((key) => key !== starKey).map((key) => numberOf(node[key])).find((number) => number !== undefined);
  const [count, share] = [figure(COUNT_KEYS), figure(SHARE_KEYS)];
  if (count !== undefined) return { star, count };
  const value = share ?? (starKey === 'value' ? undefined : numberOf(node['value']));
  return value === undefined ? undefined : rowOf(star, value, share !== undefined);
}

/** 5, "5", "5 stars", "Five". */
function starIn(value: Json | undefined): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const match = /^(?:([1-5])(?:\.0)?|(one|two|three|four|five))(?: ?-?\p{L}{0,12})$/iu.exec(String(value).trim());
  return match ? (match[2] === undefined ? Number(match[1]) : WORDS.indexOf(match[2].toLowerCase()) + 1) : undefined;
}

function rowOf(star: number, number: number, share: boolean): StarRow {
  return share || !Number.isInteger(number) ? { star, percent: number } : { star, count: number };
}

/** The mix of the rows; where a holder names only the stars that were given, nobody gave the others. Shares may be of one instead of a hundred. */
function whole(rows: readonly StarRow[], mayLack: boolean): StarMix | undefined {
  if (new Set(rows.map(({ star }) => star)).size !== rows.length || (!mayLack && rows.length < 5)) return undefined;
  if (rows.every(({ count }) => count !== undefined)) return mixOf([...rows, ...[1, 2, 3, 4, 5].filter((star) => !rows.some((row) => row.star === star)).map((star) => ({ star, count: 0 }))]);
  const shares = rows.map(({ star, percent, count }) => ({ star, percent: percent ?? count ?? 0 }));
  const ofOne = shares.every(({ percent }) => percent <= 1);
  return mixOf(shares.map(({ star, percent }) => ({ star, percent: ofOne ? Math.round(percent * 1_000) / 10 : percent })));
}
