import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { NO_ADDRESS } from '../../crawlers/read/context.ts';
import { readAnswer } from '../../crawlers/read/index.ts';
import type { PageRead } from '../../crawlers/read/port.ts';
import type { RequestRole } from '../../model/crawl.ts';
import type { ListingRead, RankedItem } from '../../model/listing.ts';
import { valueOf } from '../../model/reading.ts';
import type { Io } from '../io.ts';
import { ownAddress, savedPage } from '../saved-page.ts';
import { fieldLines } from './fields.ts';
import { priceLine } from './money.ts';

/** A saved page: HTML, also packed with gzip. Without `url`, or where it is null, the address that it gives as its own counts. */
export const pageInput = z.object({ file: z.string().min(1), url: z.url().nullish(), contentType: z.string().nullish() });
type PageInput = z.infer<typeof pageInput>;

/** A page is called gone on its own word alone. */
const SURE = 0.95;

/** A product page: outcome, id, address and every field with its state; none of a page that is no product. Of one that is gone that is all there is to say. */
export async function pageOutput(input: PageInput, io: Io): Promise<object> {
  const read = await readFrom(input, io, 'listing');
  if (read.outcome === 'gone') return { ...read, fields: { availability: { state: 'known', value: 'delisted', confidence: SURE, evidence: { method: 'text', place: 'what the page says of itself', raw: read.detail } } } };
  if (read.outcome !== 'ok') return { ...read, fields: {} };
  const listing = read.listings[0];
  const url = addressOf(listing?.url);
  return listing ? { outcome: 'ok', productId: url === null ? null : listing.productId, url, fields: fieldLines(listing.fields) } : { outcome: 'parse_drift', detail: 'the answer holds no listing', fields: {} };
}

/** A list page: outcome and the items in order. `empty`: the page says that nothing was found. */
export async function listOutput(input: PageInput, io: Io): Promise<object> {
  const read = await readFrom(input, io, 'search');
  if (read.outcome !== 'ok') return { ...read, items: [], next: null, total: null };
  const items = read.items.length > 0 ? read.items.map(itemLine) : read.listings.map(listingLine);
  return { outcome: 'ok', items, next: addressOf(read.next), total: read.total ?? null, empty: read.empty ?? false };
}

/** The same reading as that of a fetched answer of a source nobody configured. */
async function readFrom(input: PageInput, io: Io, role: RequestRole): Promise<PageRead> {
  const path = resolve(io.cwd, input.file);
  const body = await savedPage(path, `${input.file} is no file that can be read`);
  const url = input.url ?? ownAddress(body) ?? pathToFileURL(path).href;
  return readAnswer(body, { url, requestUrl: url, status: 200, role, platform: 'generic', fetchedAt: io.clock(), ...(input.contentType && { contentType: input.contentType }) });
}

/** An address of a page; null where nobody knows that of the page itself, and so where its links lead. */
function addressOf(url: string | undefined): string | null {
  return url === undefined || url.startsWith(NO_ADDRESS) ? null : url;
}

/** A listing of an answer that carries them whole (JSON), in the shape of an item. */
function listingLine({ productId, url, fields }: ListingRead, index: number): object {
  const { title, price, listPrice, rating, reviewCount } = fields;
  const [own, list] = [valueOf(price), valueOf(listPrice)];
  return {
    id: productId, title: valueOf(title) ?? null, url, position: index + 1, sponsored: false, organicPosition: index + 1,
    price: own ? priceLine(own) : null, listPrice: list ? priceLine(list) : null, rating: valueOf(rating) ?? null, reviewCount: valueOf(reviewCount) ?? null,
  };
}

/** An item with every member; what the list does not say is null. */
function itemLine(item: RankedItem): object {
  return {
    id: item.productId, title: item.title, url: addressOf(item.url), position: item.position, sponsored: item.sponsored, organicPosition: item.organicPosition ?? null,
    price: item.price ? priceLine(item.price) : null, listPrice: item.listPrice ? priceLine(item.listPrice) : null, rating: item.rating ?? null, reviewCount: item.reviewCount ?? null,
  };
}
