import type { Method } from '../../../model/reading.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import { isObject, listOf } from '../json/value.ts';
import type { Graph } from './nodes.ts';
import { numberOf, textOf } from './values.ts';

/** Adds the breadcrumb lists of structured data, in the order of their positions. */
export function readBreadcrumbs(graph: Graph, method: Method, into: Candidates): void {
  for (const { node, place } of graph.breadcrumbs.slice(0, 3)) {
    const items = listOf(node['itemListElement']).map((item) => graph.resolve(item)).filter(isObject)
      .map((item, index) => ({ name: textOf(item['name'] ?? graph.resolve(item['item']), 120), at: numberOf(item['position']) ?? index }));
    const names = items.toSorted((a, b) => a.at - b.at).flatMap(({ name }) => (name === undefined || /^https?:/.test(name) ? [] : [name]));
    if (names.length > 0) add(into, 'breadcrumbs', names, 0.9, evidence(method, place, names.join(' > ')));
  }
}
