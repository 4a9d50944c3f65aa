import type { CheerioAPI } from 'cheerio';
import { add, evidence, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { marketCurrency } from '../market.ts';
import { plainText } from '../../read/markup/entities.ts';
import { parseAvailability } from '../../read/text/availability.ts';
import { parseCount } from '../../read/text/count.ts';
import { parsePrice } from '../../read/text/price.ts';
import { parsePromotions } from '../../read/text/promotion.ts';
import { parseRating } from '../../read/text/rating.ts';

const PRICE = [
  '#corePriceDisplay_desktop_feature_div .priceToPay .a-offscreen', '#corePriceDisplay_desktop_feature_div .priceToPay', '#corePrice_feature_div .a-price:not([data-a-strike]) .a-offscreen',
  '#corePrice_desktop .a-price:not([data-a-strike]) .a-offscreen', '#tp_price_block_total_price_ww .a-offscreen', '#price_inside_buybox', '#newBuyBoxPrice', '#priceblock_dealprice', '#priceblock_saleprice', '#priceblock_ourprice',
];
const LIST = ['.basisPrice .a-offscreen', '#corePriceDisplay_desktop_feature_div [data-a-strike="true"] .a-offscreen', '#corePrice_desktop [data-a-strike="true"] .a-offscreen', '#priceblock_listprice', '#price .priceBlockStrikePriceString'];
const TRUST = 0.92;

/** Adds what Amazon's own elements say; carousels are other articles and lie outside of these ids. Gives the ASIN. */
export function readDom($: CheerioAPI, page: PageContext, into: Candidates): string | undefined {
  const text = (selector: string): string => plainText($(selector).first().text());
  const title = text('#productTitle');
  if (title !== '') add(into, 'title', title, TRUST, evidence('platform', '#productTitle', title));
  const byline = text('#bylineInfo').replace(/^(?:visit the|brand:|marca:|marke:|marque\s*:|visita (?:lo|la tienda de)|besuche den|visiter la boutique|ブランド:|品牌[:：])\s*/i, '').replace(/\s*(?:store|-store)$/i, '').trim();
  if (byline !== '') add(into, 'brand', byline, 0.85, evidence('platform', '#bylineInfo', byline));
  marketCurrency(page, into);
  addPrice(text, PRICE, 'price', page, into);
  addPrice(text, LIST, 'listPrice', page, into);
  const stock = text('#availability span') || text('#availability');
  if (stock !== '') add(into, 'availability', parseAvailability(stock), TRUST, evidence('platform', '#availability', stock));
  else if ($('#add-to-cart-button').length > 0) add(into, 'availability', 'in_stock', 0.8, evidence('platform', '#add-to-cart-button', $('#add-to-cart-button').first().attr('value') ?? $('#add-to-cart-button').first().text().trim()));
  const seller = text('#sellerProfileTriggerId') || text('#merchantInfoFeature_feature_div .offer-display-feature-text-message');
  if (seller !== '') add(into, 'seller', { name: seller }, TRUST, evidence('platform', '#sellerProfileTriggerId', seller));
  const stars = $('#acrPopover').first().attr('title') ?? text('[data-hook="rating-out-of-text"]');
  if (stars) add(into, 'rating', parseRating(stars), TRUST, evidence('platform', '#acrPopover@title', stars));
  const count = text('#acrCustomerReviewText') || text('[data-hook="total-review-count"]');
  if (count !== '') add(into, 'reviewCount', parseCount(count, page.text.language), TRUST, evidence('platform', '#acrCustomerReviewText', count));
  addRest($, text, page, into);
  const asin = $('input#ASIN, input[name="ASIN"]').first().attr('value') ?? /\/dp\/([A-Z\d]{10})/.exec(page.head.canonical ?? '')?.[1];
  if (asin) add(into, 'sku', asin, 0.85, evidence('platform', 'input#ASIN', asin));
  return asin || undefined;
}

function addPrice(text: (selector: string) => string, selectors: readonly string[], field: 'price' | 'listPrice', page: PageContext, into: Candidates): void {
  for (const selector of selectors) {
    const raw = text(selector);
    const read = raw === '' ? undefined : parsePrice(raw, page.text);
    if (read?.state !== 'known' || read.perUnit) continue;
    const kind = field === 'listPrice' ? 'list' : read.max === undefined ? 'page' : 'range';
    add(into, field, {
      amount: read.amount, kind, ...(read.max === undefined ? {} : { max: read.max }), ...(read.currency ? { currency: read.currency } : {}),
      ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}),
    }, TRUST, evidence('platform', selector, raw));
    return;
  }
}

function addRest($: CheerioAPI, text: (selector: string) => string, page: PageContext, into: Candidates): void {
  const crumbs = $('#wayfinding-breadcrumbs_feature_div a').toArray().map((one) => plainText($(one).text(), 120)).filter(Boolean);
  if (crumbs.length > 0) add(into, 'breadcrumbs', crumbs, TRUST, evidence('platform', '#wayfinding-breadcrumbs_feature_div a', crumbs.join(' > ')));
  const bullets = $('#feature-bullets li').toArray().map((one) => plainText($(one).text(), 1_000)).filter(Boolean).join('\n');
  if (bullets !== '') add(into, 'description', bullets, 0.8, evidence('platform', '#feature-bullets li', bullets));
  const image = $('#landingImage').first().attr('data-old-hires') || $('#landingImage').first().attr('src');
  if (image?.startsWith('http')) add(into, 'images', [image], TRUST, evidence('platform', '#landingImage', image));
  for (const selector of ['#promoPriceBlockMessage_feature_div', '[id^="couponText"]', '.couponBadge', '[id^="promoMessage"]']) {
    const raw = text(selector);
    const found = raw === '' ? [] : parsePromotions(raw.slice(0, 300), page.text);
    if (found.length > 0) add(into, 'promotions', found, 0.85, evidence('platform', selector, raw));
  }
}
