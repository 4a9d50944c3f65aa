import type { Review } from '../../../model/listing.ts';
import { objectsIn } from '../json/state.ts';
import { isObject, listOf, type Json, type JsonObject } from '../json/value.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import type { DateHints } from '../text/date.ts';
import { parseRating } from '../text/rating.ts';
import { makeReview } from './make.ts';
import { ratingOn, type Score, scaleOf } from './scale.ts';

const TEXT = ['rateContent', 'content', 'feedback', 'comment', 'commentData', 'reviewBody', 'review', 'body', 'text', 'reviewText', 'review_text', 'message'] as const;
const DATE = ['rateDate', 'feedbackDate', 'dateTime', 'creationTime', 'commentDate', 'created_at', 'createdAt', 'date_created', 'datePublished', 'date', 'submissionTime', 'SubmissionTime', 'time', 'createTime'] as const;
const ID = ['id', 'feedId', 'reviewId', 'review_id', 'commentId', 'guid', 'Id'] as const;
const SCORE = ['score', 'rating', 'stars', 'star', 'commentScore', 'ratingValue', 'Rating', 'review_score'] as const;
const SKU = ['auctionSku', 'skuInfo', 'skuValueStr', 'skuText', 'specs', 'variant', 'variant_title', 'productColor', 'wareAttribute'] as const;
const MAX_REVIEWS = 500;

/**
 * Reviews out of JSON of any shape: the objects of a list that have a text beside a date, a score or an id of their own. Only
 * text, date, score and variant are taken; whatever says who wrote it is not looked at.
 */
export function jsonReviews(json: Json, dates: DateHints = {}): Review[] {
  const best: Review[] = [];
  for (const { node } of objectsIn(json, 20_000)) {
    for (const list of Object.values(node)) {
      if (!Array.isArray(list)) continue;
      const reviews = reviewsIn(listOf(list), dates);
      if (reviews.length > best.length) best.splice(0, best.length, ...reviews);
    }
  }
  const own = Array.isArray(json) ? reviewsIn(json, dates) : [];
  return own.length > best.length ? own : best;
}

/** The reviews of one list; wrapped records (`{commentInfo: {…}}`) are opened. `dates`: the clock of whoever wrote it. */
export function reviewsIn(list: readonly Json[], dates: DateHints = {}): Review[] {
  const nodes = list.slice(0, MAX_REVIEWS).flatMap((item) => {
    const inner = isObject(item) ? item['commentInfo'] ?? item['review'] : undefined;
    return isObject(inner) ? [inner] : isObject(item) ? [item] : [];
  });
  const scale = scaleOf(nodes.flatMap((node) => scoreOf(node) ?? []));
  return nodes.flatMap((node) => reviewOf(node, scale, dates) ?? []);
}

function reviewOf(node: JsonObject, scale: number, dates: DateHints): Review | undefined {
  const text = pick(node, TEXT, 10_000);
  const date = pick(node, DATE, 40);
  const id = pick(node, ID, 100);
  const rating = ratingOn(scoreOf(node), scale);
  if (text === undefined || /^https?:/.test(text) || (date === undefined && !rating)) return undefined;
  const skuText = pick(node, SKU, 300);
  return makeReview({ id, text, date, skuText, ...(rating ? { rating } : {}) }, dates);
}

function pick(node: JsonObject, keys: readonly string[], max: number): string | undefined {
  for (const key of keys) {
    const value = node[key];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = textOf(value, max);
    if (text !== undefined) return text;
  }
  return undefined;
}

function scoreOf(node: JsonObject): Score | undefined {
  for (const key of SCORE) {
    const raw = node[key];
    const best = isObject(raw) ? numberOf(raw['bestRating'] ?? raw['max'] ?? raw['scale']) : undefined;
    const one = isObject(raw) ? raw['value'] ?? raw['ratingValue'] : raw;
    const value = numberOf(one);
    if (value !== undefined && value > 0 && value <= 100) return { value, best };
    // "4 out of 5", "★★★★☆"
    const said = typeof one === 'string' && value === undefined ? parseRating(one) : undefined;
    if (said) return { value: said.value, best: said.scale };
  }
  return undefined;
}
