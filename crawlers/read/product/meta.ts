import { amountOf, compareAmounts, currencyOf } from '../amount.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { plainText } from '../markup/entities.ts';
import { labelKind } from '../markup/labels.ts';
import { conditionOf, isEmptyWord } from '../schema-org/product.ts';
import { schemaAvailability } from '../schema-org/offers.ts';
import { parseAvailability } from '../text/availability.ts';
import { normaliseGtin } from '../text/gtin.ts';
import { parsePrice } from '../text/price.ts';
import { absolute } from '../url.ts';
import { isAnyPage, withoutShop } from './shop-name.ts';
import type { Availability, FieldName } from '../../../model/listing.ts';

const PRICE_TAGS = [['product:sale_price:amount', 0.85], ['product:price:amount', 0.85], ['og:price:amount', 0.82], ['price', 0.6], ['product:price', 0.75], ['og:price', 0.75], ['twitter:data1', 0.5]] as const;
const LIST_TAGS = ['product:original_price:amount', 'og:price:standard_amount', 'product:price:standard_amount'] as const;
const TEXT_TAGS: readonly (readonly [FieldName & ('brand' | 'sku' | 'mpn'), string, number])[] = [
  ['brand', 'product:brand', 0.8], ['brand', 'og:brand', 0.75], ['sku', 'product:retailer_item_id', 0.62], ['sku', 'product:sku', 0.8], ['mpn', 'product:mfr_part_no', 0.8],
];

const GTIN_TAGS = ['product:gtin', 'product:ean', 'product:upc', 'product:isbn', 'books:isbn', 'book:isbn'] as const;
const STOCK_TAGS = [['product:availability', 0.84], ['og:availability', 0.84], ['og:product:availability', 0.84], ['availability', 0.7]] as const;
/** Pairs of a label and what it says, made for cards: `twitter:label2` = Availability, `twitter:data2` = Out of stock. */
const CARD_PAIRS = [1, 2, 3, 4] as const;
const FROM_CARD = 0.7;

/** Adds what OpenGraph, product and Twitter meta tags say. */
export function readMeta(page: PageContext, into: Candidates): void {
  const { meta } = page.head;
  readPrices(page, into);
  for (const [field, key, trust] of TEXT_TAGS) {
    const text = plainText(meta.get(key) ?? '', 200);
    if (text !== '' && !isEmptyWord(text)) add(into, field, text, trust, evidence('meta', key, text));
  }
  for (const key of GTIN_TAGS) add(into, 'gtin', normaliseGtin(meta.get(key) ?? ''), 0.8, evidence('meta', key, meta.get(key) ?? ''));
  add(into, 'condition', conditionOf(meta.get('product:condition')), 0.7, evidence('meta', 'product:condition', meta.get('product:condition') ?? ''));
  for (const [key, trust] of STOCK_TAGS) {
    const text = meta.get(key);
    if (text) add(into, 'availability', stockIn(text), trust, evidence('meta', key, text));
  }
  readLabelled(page, into);
  const title = plainText(meta.get('og:title') ?? meta.get('twitter:title') ?? '', 500);
  if (title !== '' && !isAnyPage(title)) add(into, 'title', withoutShop(title, page), 0.6, evidence('meta', 'og:title', title));
  if (page.head.title !== '' && !isAnyPage(page.head.title)) add(into, 'title', withoutShop(page.head.title, page), 0.4, evidence('text', 'title', page.head.title));
  const description = plainText(meta.get('og:description') ?? meta.get('description') ?? '', 5_000);
  if (description !== '') add(into, 'description', description, 0.4, evidence('meta', 'og:description', description));
  const images = [...new Set(page.head.images.flatMap((image) => absolute(image, page.url) ?? []))];
  if (images.length > 0) add(into, 'images', images, 0.7, evidence('meta', 'og:image', images[0] ?? ''));
}

function stockIn(text: string): Availability | undefined {
  return schemaAvailability(text) ?? parseAvailability(text);
}

function readLabelled({ head: { meta } }: PageContext, into: Candidates): void {
  for (const number of CARD_PAIRS) {
    const [label, text] = [meta.get(`twitter:label${number}`), plainText(meta.get(`twitter:data${number}`) ?? '', 100)];
    if (label === undefined || text === '') continue;
    const kind = labelKind(label);
    const from = evidence('meta', `twitter:data${number}`, `${label}: ${text}`);
    if (kind === 'stock') add(into, 'availability', stockIn(text), FROM_CARD, from);
    else if (kind === 'brand' && !isEmptyWord(text)) add(into, 'brand', text, FROM_CARD, from);
    else if (kind === 'sku' && /\d/.test(text)) add(into, 'sku', text, FROM_CARD, from);
  }
}

function readPrices(page: PageContext, into: Candidates): void {
  const { meta } = page.head;
  const currencyText = ['product:sale_price:currency', 'product:price:currency', 'og:price:currency', 'priceCurrency'].flatMap((key) => meta.get(key) ?? [])[0];
  const currency = currencyOf(currencyText);
  add(into, 'currency', currency, 0.85, evidence('meta', 'product:price:currency', currencyText ?? ''));
  let least: string | undefined;
  for (const [key, trust] of PRICE_TAGS) {
    const text = meta.get(key);
    if (!text || ((key === 'twitter:data1' || key === 'price') && parsePrice(text, page.text).state !== 'known')) continue;
    if (key === 'twitter:data1' && !/[^\d.,\s]/.test(text)) continue;
    const amount = amountOf(text, currency, page, 'page');
    add(into, 'price', amount, trust, evidence('meta', key, text));
    if (amount && (least === undefined || compareAmounts(amount.amount, least) < 0)) least = amount.amount;
  }
  for (const key of LIST_TAGS) {
    const amount = amountOf(meta.get(key), currency, page, 'list');
    if (amount && least !== undefined && compareAmounts(amount.amount, least) > 0) add(into, 'listPrice', amount, 0.85, evidence('meta', key, meta.get(key) ?? ''));
  }
}
