import { objectsIn } from '../json/state.ts';
import { isList, isObject, type Json } from '../json/value.ts';

/** Names under which a list keeps how many items there are in all. */
const TOTAL = /^(?:(?:item|result|product|record|hit)s?_?)?total(?:_?(?:count|results?|items?|hits|products?|records?|num(?:ber)?|found|elements))?$|^(?:nb|num|number_?of)_?(?:hits|results|items|products|found)$|^(?:item|result|product|hit|aggregated)s?_?count$/i;
/** A list stands so many levels below what says how long it is, at most. */
const LEVELS = 3;

/** The total in the object that holds so many entries, or in one beside them, the nearest: `{"items": […], "page": {"item_total": 57}}`. */
export function totalBeside(root: Json, shown: number): number | undefined {
  let found: { total: number; depth: number } | undefined;
  for (const { node, path } of shown === 0 ? [] : objectsIn(root)) {
    const depth = path.split('.').length;
    const children = Object.values(node);
    const parts = [node, ...children.filter((child) => isObject(child))];
    const total = parts.flatMap((part) => Object.entries(part)).find(([name, value]) => TOTAL.test(name) && (typeof value === 'number' || typeof value === 'string' && /^\d{1,9}$/.test(value)) && Number.isInteger(Number(value)) && Number(value) >= shown);
    if (total && (!found || depth > found.depth) && children.some((child) => holds(child, shown, LEVELS))) found = { total: Number(total[1]), depth };
  }
  return found?.total;
}

/** True for a list of so many objects, and what holds one. */
function holds(value: Json, entries: number, levels: number): boolean {
  if (isList(value)) return value.length >= entries && isObject(value[0] ?? null) || levels > 0 && value.length > 0 && value.length < entries && holds(value[0] ?? null, entries, levels - 1);
  return isObject(value) && levels > 0 && Object.values(value).slice(0, 40).some((child) => typeof child === 'object' && holds(child, entries, levels - 1));
}
