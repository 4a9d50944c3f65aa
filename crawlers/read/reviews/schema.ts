import type { Review } from '../../../model/listing.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import type { Graph } from '../schema-org/nodes.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import { makeReview } from './make.ts';

const MAX_REVIEWS = 200;

/** The reviews of JSON-LD, microdata and RDFa: text, rating, date – never who wrote them. A review that a page marks up twice is one. */
export function schemaReviews(graphs: readonly Graph[]): Review[] {
  const found: Review[] = [];
  const texts = new Set<string>();
  for (const graph of graphs) {
    const more = graph.reviews.slice(0, MAX_REVIEWS).flatMap((node) => reviewOf(node) ?? []).filter(({ text }) => !texts.has(text));
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

function reviewOf(node: JsonObject): Review | undefined {
  const rating = isObject(node['reviewRating']) ? node['reviewRating'] : node;
  const value = numberOf(rating['ratingValue']);
  const scale = numberOf(rating['bestRating']) ?? 5;
  const text = textOf(node['reviewBody'] ?? node['description'], 10_000) ?? textOf(node['name'], 1_000);
  if (text === undefined) return undefined;
  return makeReview({
    id: textOf(node['@id'] ?? node['identifier'], 200), text, date: textOf(node['datePublished'] ?? node['dateCreated'], 40),
    ...(value !== undefined && value >= 0 && value <= scale ? { rating: { value, scale } } : {}),
  });
}
