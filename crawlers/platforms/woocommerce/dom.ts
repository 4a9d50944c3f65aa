import type { CheerioAPI } from 'cheerio';
import { amountOf, compareAmounts } from '../../read/amount.ts';
import { add, evidence, type Candidates, type OfferFound } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { parseJson } from '../../read/json/parse.ts';
import { isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { parseMoney } from '../../read/text/price.ts';
import { plainText } from '../../read/markup/entities.ts';

/** The product summary of the default templates, and the variations of the form (absent when a product has more than 30). */
export function readDom($: CheerioAPI, page: PageContext, into: Candidates): string | undefined {
  const summary = $('.product .summary, .product-summary, .entry-summary').first();
  const price = summary.find('.price').first();
  const now = price.find('ins .amount').first();
  const [low, high] = price.children('.amount').toArray().map((one) => plainText($(one).text()));
  // From the lowest to the highest of its variations; without a dash the second is the same in other money.
  const isRange = high !== undefined && /[–—-]/.test(price.clone().children().remove().end().text());
  addAmount(now.length > 0 ? plainText(now.text()) : isRange ? `${low} – ${high}` : low ?? '', 'price', page, into);
  addAmount(plainText(price.find('del .amount').first().text()), 'listPrice', page, into);
  const sku = plainText(summary.find('.sku').first().text(), 60);
  if (sku !== '' && !/^n\/a$/i.test(sku)) add(into, 'sku', sku, 0.85, evidence('platform', '.summary .sku', sku));
  const form = $('form.variations_form[data-product_variations]').first();
  addVariations(form.attr('data-product_variations'), page, into);
  return form.attr('data-product_id') ?? $('[name="add-to-cart"]').first().attr('value');
}

function addAmount(text: string, field: 'price' | 'listPrice', page: PageContext, into: Candidates): void {
  const read = parseMoney(text, page.text);
  if (read.state !== 'known') return;
  add(into, field, {
    amount: read.amount, kind: field === 'listPrice' ? 'list' : read.max === undefined ? 'page' : 'range', ...(read.max === undefined ? {} : { max: read.max }), ...(read.currency ? { currency: read.currency } : {}),
    ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}),
  }, 0.82, evidence('platform', field === 'price' ? '.summary .price' : '.summary .price del', text));
}

function addVariations(text: string | undefined, page: PageContext, into: Candidates): void {
  const variations = listOf(text === undefined ? undefined : parseJson(text)).filter(isObject);
  if (variations.length === 0) return;
  const offers = variations.slice(0, 500).map((variation) => offerOf(variation, page));
  const shown = offers.filter(({ selected }) => selected);
  add(into, 'offers', offers.filter((offer) => offer.sku !== ''), 0.9, evidence('embedded-state', 'form.variations_form@data-product_variations', `${variations.length} variations`));
  if (shown.length === 1) add(into, 'availability', shown[0]?.availability, 0.85, evidence('embedded-state', 'data-product_variations[].is_in_stock', shown[0]?.sku ?? ''));
  const amounts = (shown.length === 1 ? shown : offers).flatMap((offer) => offer.price ?? []).toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const [low, high] = [amounts[0], amounts.at(-1)];
  if (!low || !high) return;
  const differs = compareAmounts(low.amount, high.amount) < 0;
  add(into, 'price', differs ? { ...low, kind: 'range', max: high.amount } : low, shown.length === 1 ? 0.9 : 0.8, evidence('embedded-state', 'data-product_variations[].display_price', low.amount));
}

function offerOf(variation: JsonObject, page: PageContext): OfferFound {
  const price = amountOf(variation['display_price'], page.hints.currency, page, 'page');
  const list = amountOf(variation['display_regular_price'], page.hints.currency, page, 'list');
  const attributes = isObject(variation['attributes']) ? Object.entries(variation['attributes']) : [];
  const inStock = variation['is_in_stock'];
  return {
    sku: textOf(variation['variation_id']) ?? '',
    options: Object.fromEntries(attributes.flatMap(([key, value]) => {
      const option = textOf(value, 100);
      return option === undefined ? [] : [[decoded(key.replace(/^attribute_(?:pa_)?/, '')), decoded(option)]];
    })),
    ...(price ? { price } : {}), ...(list && price && compareAmounts(list.amount, price.amount) > 0 ? { listPrice: list } : {}),
    ...(typeof inStock === 'boolean' ? { availability: inStock ? 'in_stock' as const : 'out_of_stock' as const } : {}),
    ...(isAsked(attributes, page) ? { selected: true } : {}),
  };
}

/** True for the variation whose choices the address names: `?attribute_pa_size=l`. One without a value stands for any. */
function isAsked(attributes: readonly (readonly [string, Json])[], page: PageContext): boolean {
  const asked = [...page.url.searchParams].filter(([name, value]) => name.startsWith('attribute_') && value !== '');
  const own = new Map(attributes.map(([key, value]) => [decoded(key), decoded(textOf(value, 100) ?? '')]));
  return asked.length > 0 && own.size > 0 && asked.every(([name, value]) => ['', value].includes(own.get(name) ?? '-'));
}

/** Names in other scripts are kept as addresses have them: `%e5%b0%ba%e5%af%b8`. */
function decoded(text: string): string {
  try {
    return text.includes('%') ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
