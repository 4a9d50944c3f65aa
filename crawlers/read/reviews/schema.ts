import type { Review } from '../../../model/listing.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import type { Graph } from '../schema-org/nodes.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import { makeReview } from './make.ts';

const MAX_REVIEWS = 200;

/** The reviews of JSON-LD or microdata: text, rating, date – never who wrote them. */
export function schemaReviews(graph: Graph): Review[] {
  return graph.reviews.slice(0, MAX_REVIEWS).flatMap((node) => reviewOf(node) ?? []);
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
