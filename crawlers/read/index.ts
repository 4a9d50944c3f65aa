import { decodePage } from './bytes/decode.ts';
import { binaryKind } from './bytes/kind.ts';
import type { PageText } from './bytes/page.ts';
import type { ListingRead, RankedItem } from '../../model/listing.ts';
import { isGuessed } from '../../model/reading.ts';
import { readList } from './list/index.ts';
import { LIST_URL, PRODUCT_URL } from './list/words.ts';
import { classify, OF_PAGE } from './outcome/classify.ts';
import type { NotData } from './outcome/not-data.ts';
import { jsonOf, readJsonAnswer } from './json-answer.ts';
import { readableText } from './page-text.ts';
import type { PageRead, ReadAnswer, ReadHints } from './port.ts';
import { readListingPage } from './product/listing-page.ts';
import { parseUrl } from './url.ts';

/** An answer that is fine and holds nothing yet. */
const NOTHING = { outcome: 'ok', listings: [], items: [], reviews: [] } as const;
/** Largest answer that is read, after decompression. */
const MAX_BYTES = 60_000_000;

/**
 * Reads any answer: bytes to text, its outcome before anything else, then by the role of the request. Never throws: a fault
 * of the reader is the outcome `parse_drift` with its message, because the page may be fine.
 */
export const readAnswer: ReadAnswer = (body, hints) => {
  if (body.byteLength > MAX_BYTES) return { outcome: 'too_large', detail: `${body.byteLength} bytes, at most ${MAX_BYTES} are read` };
  try {
    const kind = hints.status < 400 ? binaryKind(body) : undefined;
    if (kind !== undefined) return { outcome: 'not_supported', detail: `the answer is ${kind}; nothing here reads that` };
    return readText(decodePage(body, hints.contentType).page, hints);
  } catch (error) {
    return { outcome: 'parse_drift', detail: `the reader failed on this page: ${error instanceof Error ? error.message : String(error)}` };
  }
};

function readText(text: PageText, hints: ReadHints): PageRead {
  const wall = classify(text, hints);
  if (wall) {
    const list = isListRole(hints) && mayBeList(wall, hints) ? listOf(text.whole, hints) : undefined;
    return list && (list.outcome === 'ok' || wall.outcome === 'shell') ? list : wall;
  }
  if (hints.role === 'page') return readPage(text.whole, hints);
  const json = jsonOf(text, hints.contentType);
  if (json !== undefined) return readJsonAnswer(json, hints);
  if (hints.role === 'listing') return oneOrList(text, hints);
  if (hints.role === 'reviews') return readReviewPage(text, hints);
  return listOf(text.whole, hints) ?? { outcome: 'parse_drift', detail: 'nothing on the page reads as a list of items, and it does not say that there are none' };
}

/** Fields that a page about one article names in its data. */
const OWN_FIELDS = ['price', 'sku', 'gtin', 'mpn', 'availability'] as const;
/** A price that is shown once where an article's own stands is worth more; prices of a list are worth half, those of other articles less. */
const OWN_PRICE = 0.62;
/** Prices of a list are worth about the same. */
const ALIKE = 0.6;
/** Fewer items make no list of a page that was asked for as one article's. */
const LEAST_ITEMS = 3;

/** The article of a page; a list that an address of an article now leads to is none, and its first price nobody's. Looked at where no data name an article. */
function oneOrList(text: PageText, hints: ReadHints): PageRead {
  const read = readListingPage(text, hints);
  const listing = read.outcome === 'ok' ? read.listings[0] : undefined;
  const named = listing && OWN_FIELDS.some((name) => { const field = listing.fields[name]; return field.state === 'known' && !isGuessed(field.evidence.method); });
  const asksForList = LIST_URL.test(hints.url);
  if (!listing || named || PRODUCT_URL.test(hints.url) || !asksForList && isHeaded(listing) && hasOwnPrice(listing)) return read;
  const { isList, items, empty } = readList(text.whole, { ...hints, role: 'search' });
  if (empty && asksForList) return { outcome: 'wrong_item', detail: 'the page is a list in which nothing was found, not the page of an article' };
  const others = items.filter(({ url }) => !isOfPage(url, hints));
  return isList && others.length >= LEAST_ITEMS && !isSoldOutAbove(listing, items, text.whole) ? { outcome: 'wrong_item', detail: `the page is a list of ${items.length} articles, not the page of one` } : read;
}

/** True for an address of a place of the page itself: there somebody else offers its article. */
function isOfPage(address: string | undefined, hints: ReadHints): boolean {
  const [there, here] = [parseUrl(address), parseUrl(hints.url)];
  return there !== undefined && here !== undefined && there.hash !== '' && there.pathname === here.pathname && there.search === here.search;
}

/** True when the page is headed with the name of what is taken for its article. */
function isHeaded({ fields: { title } }: ListingRead): boolean {
  return title.state === 'known' && title.evidence.place.startsWith('h1');
}

/** True when the page shows one price as its article's, and hardly another worth as much; spares looking for a list, which takes as long as all the rest. */
function hasOwnPrice({ fields: { price } }: ListingRead): boolean {
  if (price.state !== 'known' || price.confidence < OWN_PRICE) return false;
  return (price.losers ?? []).filter(({ confidence }) => confidence >= price.confidence * ALIKE).length <= 1;
}

/** True when the page says of its article that it is sold out, and lists under another heading what to buy instead. */
function isSoldOutAbove({ fields: { availability } }: ListingRead, items: readonly RankedItem[], text: string): boolean {
  const first = parseUrl(items[0]?.url)?.pathname;
  if (first === undefined || availability.state !== 'known' || (availability.value !== 'out_of_stock' && availability.value !== 'delisted')) return false;
  const said = text.indexOf(availability.evidence.raw);
  return said >= 0 && /<h[2-6][\s>]/i.test(text.slice(said, Math.max(said, text.indexOf(first))));
}

/** A page of scripts may embed its items; the words of a search without results are those of an article that is gone. */
function mayBeList({ outcome, detail }: NotData, { status, url }: ReadHints): boolean {
  return outcome === 'shell' || outcome === 'not_found' && status < 400 && LIST_URL.test(url) && !OF_PAGE.test(detail.slice(detail.indexOf('"')));
}

function isListRole({ role }: ReadHints): boolean {
  return role === 'search' || role === 'catalogue';
}

/** The items of a list page, also of one that only embeds them for its scripts; undefined when there are none and the page does not say why. */
function listOf(text: string, hints: ReadHints): PageRead | undefined {
  const list = readList(text, hints);
  if (list.isList || list.empty) {
    return {
      ...NOTHING, items: list.items, empty: list.empty,
      ...(list.next === undefined ? {} : { next: list.next }), ...(list.total === undefined ? {} : { total: list.total }),
    };
  }
  switch (list.instead) {
    case undefined: return undefined;
    case 'shell': return { outcome: 'shell', detail: 'the page shows only the places of its items before its scripts run; a browser may be needed (mode: browser)' };
    case 'product': return { outcome: 'parse_drift', detail: 'the page is about one product: what it lists beside it are other items' };
    case 'basket': return { outcome: 'parse_drift', detail: 'the page is a basket, no list' };
    default: return list.instead satisfies never;
  }
}

/** The text of a watched page. A selector that finds nothing is a fault of the reading, not an emptied page. */
function readPage(text: string, hints: ReadHints): PageRead {
  const readable = readableText(text, hints.select);
  if (readable === '') return { outcome: 'parse_drift', detail: hints.select === undefined ? 'the page has no readable text' : `the selector ${hints.select} finds no text on the page` };
  return { ...NOTHING, text: readable };
}

/** Reviews that stand on a page. A page of the product without any is an answer too: there are none on it. */
function readReviewPage(text: PageText, hints: ReadHints): PageRead {
  const read = readListingPage(text, hints);
  return read.outcome === 'ok' ? { ...NOTHING, reviews: read.reviews } : read;
}
