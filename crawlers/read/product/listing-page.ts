import { load, type CheerioAPI } from 'cheerio';
import type { ListingRead } from '../../../model/listing.ts';
import { activePlatforms } from '../../platforms/registry.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { PageText } from '../bytes/page.ts';
import { noCandidates, type Candidates } from '../candidates.ts';
import { pageContext, type PageContext } from '../context.ts';
import { decideListing } from '../decide/listing.ts';
import { isOtherCurrency } from '../decide/money.ts';
import { parseJson } from '../json/parse.ts';
import { embeddedStates, type EmbeddedState } from '../json/state.ts';
import { decodeEntities } from '../markup/entities.ts';
import { readHead } from '../markup/head.ts';
import type { PageScan } from '../markup/mention.ts';
import { scanPage } from '../markup/scan.ts';
import { cutScripts, isJsonLd, type Script } from '../markup/scripts.ts';
import type { PageRead, ReadHints } from '../port.ts';
import { clockOf } from '../reviews/make.ts';
import { schemaReviews } from '../reviews/schema.ts';
import { readBreadcrumbs } from '../schema-org/breadcrumbs.ts';
import { ownProduct } from '../schema-org/choose.ts';
import { graphOf, type Graph } from '../schema-org/nodes.ts';
import { readProduct } from '../schema-org/product.ts';
import { withAbsences } from './absences.ts';
import { readConfigured, type Configured } from './configured.ts';
import { isEnough } from './enough.ts';
import { identify } from './identity.ts';
import { readMeta } from './meta.ts';
import { settle } from './settle.ts';
import { isAnyPage } from './shop-name.ts';
import { readPageCurrency } from './page-currency.ts';
import { PAGE_WORDS } from './page-words.ts';
import { readStarMix } from './star-mix.ts';
import { readGenericState } from './state.ts';
import { readUrlNumber } from './url-number.ts';
import { readTexts } from './texts.ts';

/** Longest page a DOM is built of. */
const MAX_DOM = 4_000_000;

interface Work {
  /** Its whole is made when it is first asked for: a page with data is hardly read. No getter here: each made anew is a shape of its own, which V8 keeps, with the page, until it collects everything. */
  readonly text: PageText;
  readonly scripts: readonly Script[];
  readonly page: PageContext;
  readonly found: Candidates;
  readonly dom: () => CheerioAPI;
  readonly platforms: readonly Platform[];
  ownId: string | undefined;
  product: boolean;
  scanned: boolean;
  labelled?: PageScan['labelled'];
}

/** A product page to a listing: data first, the streamed page where they leave something open, a DOM last. */
export function readListingPage(text: PageText, hints: ReadHints): PageRead {
  const scripts = cutScripts(text);
  const page = pageContext(readHead(text), hints);
  const words = PAGE_WORDS.in(text.marks);
  let dom: CheerioAPI | undefined;
  const work: Work = {
    text, scripts, page, found: noCandidates(), ownId: undefined, product: false, scanned: false, platforms: activePlatforms(hints.platform, words, page.url.hostname),
    dom: () => (dom ??= load(work.text.whole.slice(0, MAX_DOM))),
  };
  const jsonLd = readJsonLd(work);
  readMeta(page, work.found);
  for (const platform of work.platforms) {
    const id = platform.readState?.(work, work.found);
    work.ownId ??= id;
    if (platform.domFirst) readPlatformDom(platform, work);
  }
  const graphs = isEnough(work.found, text, words, jsonLd) ? [jsonLd] : [jsonLd, ...readVisible(work)];
  readStarMix(text, words, scripts, work.found);
  const hasSelectors = hints.fields && Object.keys(hints.fields).length > 0;
  return finish(work, graphs, hasSelectors ? readConfigured({ html: text.whole, states: () => statesOf(work), dom: work.dom }, page) : undefined);
}

/** JSON-LD blocks are the states an operator's JSON path looks into as well. */
function statesOf(work: Work): EmbeddedState[] {
  const blocks = work.scripts.filter(isJsonLd).flatMap(({ body }) => {
    const value = parseJson(body);
    return value === undefined ? [] : [{ name: 'json-ld', value }];
  });
  return [...embeddedStates(work.scripts, undefined, true), ...blocks];
}

function readJsonLd(work: Work): Graph {
  const roots = work.scripts.filter(isJsonLd).flatMap(({ body }, index) => {
    const value = parseJson(body.includes('&quot;') && !body.includes('"') ? decodeEntities(body) : body);
    return value === undefined ? [] : [{ value, place: `json-ld[${index}]` }];
  });
  const graph = graphOf(roots);
  const own = ownProduct(graph, work.page);
  if (own) {
    work.product = true;
    readProduct(own, graph, work.page, 'json-ld', work.found);
  }
  readBreadcrumbs(graph, 'json-ld', work.found);
  return graph;
}

/** The streamed page: microdata, RDFa, texts; then unknown state, and platform selectors, while price or title are open. */
function readVisible(work: Work): Graph[] {
  work.scanned = true;
  const scan = scanPage(work.text, [work.page.head.title, work.page.head.meta.get('og:title') ?? '']);
  work.labelled = scan.labelled;
  const graphs = (['microdata', 'rdfa'] as const).map((method) => {
    const graph = graphOf(scan[method].map((value, index) => ({ value, place: `${method}[${index}]` })));
    const own = ownProduct(graph, work.page);
    if (own) {
      work.product = true;
      readProduct(own, graph, work.page, method, work.found);
    }
    readBreadcrumbs(graph, method, work.found);
    return graph;
  });
  readTexts(scan, work.page, work.found);
  if (work.platforms.some((platform) => platform.ownPricesOnly)) dropTextPrices(work.found);
  readGenericState(work.scripts, work.text, work.page, work.found);
  if (work.found.sku.length === 0) readUrlNumber(work.page, work.found);
  for (const platform of work.platforms) if (!platform.domFirst) readPlatformDom(platform, work);
  readPageCurrency(work.text.marks, work.page, work.found);
  return graphs;
}

function dropTextPrices(found: Candidates): void {
  for (const list of [found.price, found.listPrice]) list.splice(0, list.length, ...list.filter(({ evidence }) => evidence.method !== 'text'));
}

function readPlatformDom(platform: Platform, work: Work): void {
  if (!platform.readDom) return;
  const id = platform.readDom(work.dom(), work.page, work.found);
  work.ownId ??= id;
}

function finish(work: Work, graphs: readonly Graph[], configured: Configured | undefined): PageRead {
  const { page } = work;
  const { fields, found, selectors } = configured ? settle(configured, work.found, page, work.scanned) : { fields: decideListing(work.found, page, work.scanned), found: work.found };
  const identity = identify(work.ownId, found, page);
  if (identity.wrong !== undefined) return { outcome: 'wrong_item', detail: identity.wrong };
  const nothing = !work.product && found.price.length === 0 && found.availability.length === 0 && found.sku.length === 0;
  if ((found.title.length === 0 && !isAnyPage(page.head.title)) || (nothing && !found.title.some(({ evidence }) => evidence.place.startsWith('h1')))) {
    return { outcome: 'parse_drift', detail: 'nothing on the page reads as a product: no title, price, stock or article number' };
  }
  if (page.hints.currency && isOtherCurrency(found, page.hints.currency)) {
    return { outcome: 'wrong_locale', detail: `prices are in ${found.currency[0]?.value ?? found.price[0]?.value.currency ?? 'another currency'}, the source is configured with ${page.hints.currency}` };
  }
  const listing: ListingRead = {
    productId: identity.productId, url: identity.url, fields: withAbsences(fields, { text: work.text, graphs, labelled: work.labelled }, page), reviews: schemaReviews(graphs, clockOf({ ...page.hints, language: page.text.language })), ...(selectors ? { selectors } : {}),
  };
  return { outcome: 'ok', listings: [listing], items: [], reviews: listing.reviews };
}
