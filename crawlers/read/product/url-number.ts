import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';

/** Numbers this short are years, sizes and pages. A large letter in front, but for the `P` of "product", is part of the number. */
const NUMBER = /(?:^|[/_.=-])[a-zP]?([A-OQ-Z]?\d{5,14})(?=$|[/_.-])/g;
/** A last part of large letters and digits alone; a longer one without dashes is a number with fewer digits as well. */
const CODE = /\/((?=(?:[^/]*\d){3})[A-Z\d][A-Z\d-]{5,22}|(?=(?:[^/]*\d){2})[A-Z\d]{9,16})(?:\.html?)?\/?$/;

/** A last part that is nothing but a number; a year is none. */
const SHORT = /\/((?!19|20)\d{4})\.html?$/;

/** Adds the article number a URL carries, the last one of its path or of an id parameter: weak, and only where the page names none. */
export function readUrlNumber(page: PageContext, into: Candidates): void {
  const { pathname, searchParams } = page.url;
  const param = ['pid', 'id', 'sku', 'productid', 'product_id', 'itemid'].flatMap((name) => searchParams.get(name) ?? []).find((value) => /^[\w-]{4,30}$/.test(value) && /\d{3}/.test(value));
  const number = param ?? [...pathname.matchAll(NUMBER)].at(-1)?.[1] ?? CODE.exec(pathname)?.[1] ?? SHORT.exec(pathname)?.[1];
  if (number !== undefined) add(into, 'sku', number, 0.4, evidence('url', param === undefined ? 'path' : 'query', pathname));
}
