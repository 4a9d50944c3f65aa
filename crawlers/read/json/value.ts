/** Any JSON value. Integers beyond 2^53 are kept as text, so that ids survive. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject { readonly [key: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The value as a list: a list as it is, nothing as none, anything else as one. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** Paths come from the program and its configuration, never from a page: there are few, and each is asked for at every entry of a list. */
const known = new Map<string, readonly string[]>();

function stepsOf(path: string): readonly string[] {
  const steps = known.get(path) ?? path.replaceAll(/\[([^\]]*)\]/g, '.$1').split('.').filter((step) => step !== '');
  known.set(path, steps);
  return steps;
}

/** The value under a dotted path (`offers[0].price`, `offers.0.price`) that is no part of a page; undefined where the path leads nowhere. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let here = value;
  for (const step of stepsOf(path)) {
    if (isList(here)) here = here[Number(step)];
    else if (isObject(here) && Object.hasOwn(here, step)) here = here[step];
    else return undefined;
  }
  return here;
}

/** The first of several paths that leads to something other than null. */
export function firstAt(value: Json | undefined, ...paths: readonly string[]): { readonly value: Json; readonly path: string } | undefined {
  for (const path of paths) {
    const found = at(value, path);
    if (found !== undefined && found !== null) return { value: found, path };
  }
  return undefined;
}
