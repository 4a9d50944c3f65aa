import { add, evidence, type Candidates } from '../candidates.ts';
import { isObject, listOf, type JsonObject } from '../json/value.ts';
import { textOf } from '../schema-org/values.ts';
import { pick } from './state-pick.ts';
import { trailOf } from './trail.ts';

const KEYS = ['breadcrumbs', 'breadcrumb', 'breadCrumbs', 'breadCrumb'] as const;
const NAME = ['name', 'label', 'title', 'text', 'displayName', 'displayText', 'categoryName'] as const;
const MOST = 12;

/** Adds the trail of breadcrumbs that an object of an app's state holds, the first one found. */
export function addTrail(node: JsonObject, place: string, into: Candidates): void {
  if (into.breadcrumbs.some((found) => found.evidence.method === 'embedded-state')) return;
  for (const key of KEYS) {
    const value = node[key];
    if (value === undefined) continue;
    const parts = listOf(isObject(value) ? value['items'] ?? value['list'] ?? value['links'] ?? [] : value);
    const names = parts.flatMap((part) => (isObject(part) ? pick(part, NAME)?.[1] : textOf(part, 120)) ?? []);
    const trail = trailOf(names.map((name) => name.slice(0, 120)));
    if (trail.length < 2 || trail.length > MOST || names.length < parts.length) continue;
    add(into, 'breadcrumbs', trail, 0.5, evidence('embedded-state', `${place}.${key}`, trail.join(' > ')));
    return;
  }
}
