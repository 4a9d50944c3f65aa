import { isList, isObject, type Json, type JsonObject } from '../json/value.ts';

/** More values than this are not put together. */
const MAX_VALUES = 60_000;
const MAX_DEPTH = 40;
/** Names that Nuxt puts before the place of a wrapped value. */
const WRAPPED: ReadonlySet<string> = new Set(['Reactive', 'ShallowReactive', 'Ref', 'ShallowRef', 'EmptyRef', 'EmptyShallowRef', 'Set']);

/**
 * A state whose values stand in one flat list and name each other by place (`__NUXT_DATA__`), as the tree it stands for; any
 * other value as it is.
 */
export function unflattened(value: Json): Json {
  if (!isList(value) || value.length < 3 || !value.slice(0, 3).some((entry) => isObject(entry) || isList(entry) && typeof entry[0] === 'string' && WRAPPED.has(entry[0]))) return value;
  const first = value[0];
  if (isObject(first) ? !Object.values(first).every((place) => typeof place === 'number') : !isList(first)) return value;
  let left = MAX_VALUES;
  const known = new Map<number, Json>();
  const build = (place: number, depth: number): Json => {
    const seen = known.get(place);
    if (seen !== undefined) return seen;
    const here = value[place];
    left -= 1;
    if (here === undefined || left < 0 || depth > MAX_DEPTH) return null;
    if (typeof here !== 'object' || here === null) return here;
    known.set(place, null);
    const built = isList(here) ? listAt(here, depth) : Object.fromEntries(Object.entries(here).map(([key, child]) => [key, typeof child === 'number' ? build(child, depth + 1) : child]));
    known.set(place, built);
    return built;
  };
  const listAt = (list: readonly Json[], depth: number): Json => {
    const [name, place] = list;
    if (typeof name === 'string') return WRAPPED.has(name) && typeof place === 'number' ? build(place, depth + 1) : null;
    return list.map((child) => (typeof child === 'number' ? build(child, depth + 1) : child));
  };
  return build(0, 0);
}

/** The entry that a reference of a cache (`{"__ref": "Product:1"}`, `{"type": "id", "id": "…"}`) names in its root; others as they are. */
export function referred(entry: Json, root: Json): Json {
  if (!isObject(entry) || !isObject(root)) return entry;
  const name = entry['__ref'] ?? (entry['type'] === 'id' ? entry['id'] : undefined);
  return typeof name === 'string' && Object.hasOwn(root, name) ? root[name] ?? entry : entry;
}

/** So many references are followed from one entry, and so deep. */
const MAX_FOLLOWED = 60;
const MAX_LINKS = 4;

/** An entry with what the references in it name put in their places: `{"priceRange": {"id": "$Product:1.priceRange"}}`. */
export function withReferred(entry: JsonObject, root: Json): JsonObject {
  let left = MAX_FOLLOWED;
  const follow = (node: JsonObject, depth: number): JsonObject => Object.fromEntries(Object.entries(node).map(([name, child]) => {
    const named = left > 0 && depth < MAX_LINKS ? referred(child, root) : child;
    if (named === child || !isObject(named)) return [name, child];
    left -= 1;
    return [name, follow(named, depth + 1)];
  }));
  return follow(entry, 0);
}
