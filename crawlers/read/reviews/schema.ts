import type { Review } from '../../../model/listing.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import type { Graph } from '../schema-org/nodes.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import type { DateHints } from '../text/date.ts';
import { makeReview } from './make.ts';
import { ratingOn, type Score, scaleOf } from './scale.ts';

const MAX_REVIEWS = 200;

/** The reviews of JSON-LD, microdata and RDFa: text, rating, date – never who wrote them. A review that a page marks up twice is one. `dates`: the page's clock. */
export function schemaReviews(graphs: readonly Graph[], dates: DateHints = {}): Review[] {
  const found: Review[] = [];
  const texts = new Set<string>();
  for (const graph of graphs) {
    const nodes = graph.reviews.slice(0, MAX_REVIEWS);
    const scale = scaleOf(nodes.flatMap((node) => scoreOf(node) ?? []));
    const more = nodes.flatMap((node) => reviewOf(node, scale, dates) ?? []).filter(({ text }) => !texts.has(text));
    const ids = new Set(found.map(({ id }) => id));
    for (const review of more) {
      if (ids.has(review.id)) continue;
      ids.add(review.id);
      texts.add(review.text);
      found.push(review);
    }
  }
  return found.slice(0, MAX_REVIEWS);
}

function scoreOf(node: JsonObject): Score | undefined {
  const rating = isObject(node['reviewRating']) ? node['reviewRating'] : node;
  const value = numberOf(rating['ratingValue']);
  return value === undefined ? undefined : { value, best: numberOf(rating['bestRating']) };
}

function reviewOf(node: JsonObject, scale: number, dates: DateHints): Review | undefined {
  const rating = ratingOn(scoreOf(node), scale);
  const text = textOf(node['reviewBody'] ?? node['description'], 10_000) ?? textOf(node['name'], 1_000);
  if (text === undefined) return undefined;
  return makeReview({
    id: textOf(node['@id'] ?? node['identifier'], 200), text, date: textOf(node['datePublished'] ?? node['dateCreated'], 40), ...(rating ? { rating } : {}),
  }, dates);
}
