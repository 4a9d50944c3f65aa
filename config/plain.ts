import type { Path } from './yaml-file.ts';

/** What stands at the path of plain data (own keys only), or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, step) => (isContainer(here) && Object.hasOwn(here, step) ? Reflect.get(here, step) : undefined), value);
}

/** Puts `next` at the path; nothing happens when the path leads nowhere. */
export function setAt(value: unknown, path: Path, next: unknown): void {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (isContainer(parent) && last !== undefined) Reflect.set(parent, last, next);
}

/** Takes away what stands at the path; an entry of a list leaves no hole. False when there was nothing. */
export function deleteAt(value: unknown, path: Path): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (!isContainer(parent) || last === undefined || !Object.hasOwn(parent, last)) return false;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return true;
}

/** The keys of what stands at the path, when that is a map. */
export function keysAt(value: unknown, path: Path): readonly string[] {
  const here = valueAt(value, path);
  return isContainer(here) && !Array.isArray(here) ? Object.keys(here) : [];
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
