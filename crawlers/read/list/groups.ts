import type { FlatElement, FlatPage } from './flat.ts';

/** A class that this share of the children with the same tag carry is what they are called. */
const SHARED = 0.6;

/**
 * Elements by the path of tags and names that leads to them. The name of an element is the class that most of its siblings
 * with the same tag share; where they share none (odd and even rows, classes made by a build tool) it has none.
 */
export function groupsOf(page: FlatPage): Iterable<FlatElement[]> {
  const frequency = frequencies(page);
  const shared = sharedNames(page, frequency);
  const keys: number[] = [];
  const known = new Map<string, number>();
  const groups = new Map<number, FlatElement[]>();
  for (const element of page.elements) {
    const path = `${keys[element.parent] ?? 0}/${element.tag}.${nameOf(element, shared, frequency)}`;
    const key = known.get(path) ?? known.size + 1;
    known.set(path, key);
    keys.push(key);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups.values();
}

interface Siblings {
  count: number;
  readonly names: Map<string, number>;
}

function siblingKey(element: FlatElement): string {
  return `${element.parent}/${element.tag}`;
}

function frequencies(page: FlatPage): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const element of page.elements) for (const name of classesOf(element)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  return frequency;
}

/** For the children of one tag of each element the name most of them share; undefined when they share none. */
function sharedNames(page: FlatPage, frequency: ReadonlyMap<string, number>): Map<string, string | undefined> {
  const siblings = new Map<string, Siblings>();
  for (const element of page.elements) {
    const key = siblingKey(element);
    const here = siblings.get(key) ?? { count: 0, names: new Map<string, number>() };
    here.count += 1;
    if (here.names.size < 2_000) for (const name of classesOf(element)) here.names.set(name, (here.names.get(name) ?? 0) + 1);
    siblings.set(key, here);
  }
  const shared = new Map<string, string | undefined>();
  for (const [key, { count, names }] of siblings) {
    if (count < 3) continue;
    const common = [...names].filter(([, times]) => times >= count * SHARED).toSorted((a, b) => b[1] - a[1] || (frequency.get(b[0]) ?? 0) - (frequency.get(a[0]) ?? 0) || (a[0] < b[0] ? -1 : 1))[0];
    shared.set(key, common?.[0]);
  }
  return shared;
}

function nameOf(element: FlatElement, shared: ReadonlyMap<string, string | undefined>, frequency: ReadonlyMap<string, number>): string {
  const classes = classesOf(element);
  const key = siblingKey(element);
  if (shared.has(key)) {
    const name = shared.get(key);
    if (name === undefined) return '';
    if (classes.includes(name)) return name;
  }
  let common = '';
  for (const name of classes) {
    const [mine, best] = [frequency.get(name) ?? 0, frequency.get(common) ?? 0];
    if (mine > 1 && (mine > best || mine === best && name < common)) common = name;
  }
  return common;
}

/** The classes of an element; those with numbers are made for it alone. */
function classesOf(element: FlatElement): string[] {
  const all = element.attributes['class'];
  return all === undefined ? [] : all.slice(0, 500).split(/\s+/).filter((name) => name !== '' && !/\d{3}/.test(name)).slice(0, 20);
}
