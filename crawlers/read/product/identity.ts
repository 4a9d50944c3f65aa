import { valueOf } from '../../../model/reading.ts';
import type { Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { copied } from '../markup/entities.ts';
import { decide } from '../decide/group.ts';
import { likeness } from '../schema-org/choose.ts';
import { canonicalUrl, parseUrl, pathKey } from '../url.ts';
import { ownIdInUrl, productIdOf } from '../../platforms/product-id.ts';

/** Which article a page is. */
export interface Identity {
  readonly productId: string;
  readonly url: string;
  /** Why it is not the one that was asked for. */
  readonly wrong?: string;
}

/**
 * The listing's id and URL: the platform's own id in the page's state, else in the URL, else the path. The id that was asked
 * for is kept where the page has it among its ids; `wrong` is set when the page names another one.
 */
export function identify(ownId: string | undefined, found: Candidates, page: PageContext): Identity {
  const { hints } = page;
  const canonical = canonicalOf(page);
  const urlId = productIdOf(canonical, hints.platform);
  const productId = copied(ownId ?? urlId);
  const url = copied(canonicalUrl(canonical));
  const asked = hints.productId;
  if (asked === undefined || asked === productId) return { productId, url };
  const skus = [...found.sku, ...found.mpn].map(({ value }) => value);
  const offers = found.offers.flatMap(({ value }) => value.map((offer) => offer.sku));
  const ids = new Set([urlId, productIdOf(page.url, hints.platform), ...skus, ...offers].map((id) => id.toLowerCase()));
  if (ids.has(asked.toLowerCase())) return { productId: asked, url };
  const named = ownId ?? ownIdInUrl(page.url, hints.platform);
  if (named !== undefined && sameForm(named, asked)) return { productId, url, wrong: `asked for ${asked}, the page is ${named}` };
  const wanted = parseUrl(hints.requestUrl);
  const title = valueOf(decide(found.title, (text) => text));
  const moved = wanted !== undefined && pathKey(wanted) !== pathKey(page.url) && likeness(pathKey(wanted), `${pathKey(page.url)} ${title ?? ''}`) < 0.34;
  return moved ? { productId, url, wrong: `asked for ${asked}, sent to ${page.url.pathname}` } : { productId: asked, url };
}

/** The canonical link when it is of the same site and no home page; shops that set it to `/` on every page are many. */
function canonicalOf(page: PageContext): URL {
  const canonical = parseUrl(page.head.canonical, page.url);
  const same = canonical !== undefined && canonical.hostname.replace(/^www\./, '') === page.url.hostname.replace(/^www\./, '');
  return same && pathKey(canonical) !== '/' ? canonical : page.url;
}

/** Ids of one form can contradict; a number and a path name cannot. */
function sameForm(a: string, b: string): boolean {
  return /^\d+$/.test(a) === /^\d+$/.test(b);
}
