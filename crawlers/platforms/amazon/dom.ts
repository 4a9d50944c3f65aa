import type { CheerioAPI } from 'cheerio';
import { add, evidence, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { marketCurrency } from '../market.ts';
import { plainText } from '../../read/markup/entities.ts';
import { parseAvailability } from '../../read/text/availability.ts';
import { parseCount } from '../../read/text/count.ts';
import { promotionsOf } from '../../read/promotion-place.ts';
import { parseQuantity } from '../../read/text/quantity.ts';
import { parseRating } from '../../read/text/rating.ts';
import { readDetails } from './details.ts';
import { readPrices } from './price.ts';

const TRUST = 0.92;

/** Adds what Amazon's own elements say; carousels are other articles and lie outside of these ids. Gives the ASIN. */
export function readDom($: CheerioAPI, page: PageContext, into: Candidates): string | undefined {
  const text = (selector: string): string => plainText($(selector).first().text());
  const title = text('#productTitle');
  if (title !== '') add(into, 'title', title, TRUST, evidence('platform', '#productTitle', title));
  const byline = text('#bylineInfo').replace(/^(?:visit the|(?:brand|marca|marke|marque|merk|marka|märke|varumärke|العلامة التجارية)\s*[:：]|besök|visita (?:lo|la tienda de)|besuche den|visiter la boutique|besuchen sie den|bezoek de|odwiedź sklep|访问|ブランド:|品牌[:：])\s*/i, '').replace(/\s*(?:store|-store|-winkel|-butiken|旗舰店|のストアを表示)$/i, '').trim();
  if (byline !== '') add(into, 'brand', byline, 0.85, evidence('platform', '#bylineInfo', byline));
  marketCurrency(page, into);
  if (readPrices($, page, into)) add(into, 'condition', 'used', TRUST, evidence('platform', '#usedAccordionRow', 'used'));
  addStock($, text, into);
  const seller = text('#sellerProfileTriggerId') || text('#merchantInfoFeature_feature_div .offer-display-feature-text-message');
  if (seller !== '') add(into, 'seller', { name: seller }, TRUST, evidence('platform', '#sellerProfileTriggerId', seller));
  const stars = $('#acrPopover').first().attr('title') ?? text('[data-hook="rating-out-of-text"]');
  if (stars) add(into, 'rating', parseRating(stars), TRUST, evidence('platform', '#acrPopover@title', stars));
  const count = text('#acrCustomerReviewText') || text('[data-hook="total-review-count"]');
  if (count !== '') add(into, 'reviewCount', parseCount(count, page.text.language), TRUST, evidence('platform', '#acrCustomerReviewText', count));
  addRest($, text, page, into);
  readDetails($, into);
  const asin = $('input#ASIN, input[name="ASIN"]').first().attr('value') ?? $('#averageCustomerReviews').first().attr('data-asin') ?? /\/dp\/([A-Z\d]{10})/.exec(page.head.canonical ?? '')?.[1];
  if (asin) add(into, 'sku', asin, 0.85, evidence('platform', 'input#ASIN', asin));
  return asin || undefined;
}

/** Stock in words, else the button that sells. An empty box of words says nothing. */
function addStock($: CheerioAPI, text: (selector: string) => string, into: Candidates): void {
  const shown = text('#availability span') || text('#availability');
  const words = parseAvailability(shown) === undefined ? text('#availability') || text('#availabilityInsideBuyBox_feature_div') || text('#outOfStock') || text('#deliveryBlock_feature_div #exports_desktop_undeliverable_buybox') : shown;
  const value = parseAvailability(words);
  add(into, 'quantity', parseQuantity(words), 0.9, evidence('platform', '#availability', words));
  if (value !== undefined) return add(into, 'availability', value, TRUST, evidence('platform', '#availability', words));
  if ($('#outOfStock, #outOfStockBuyBox_feature_div').text().trim() !== '') return add(into, 'availability', 'out_of_stock', 0.85, evidence('platform', '#outOfStock', words));
  const button = $('#add-to-cart-button, input[name="submit.add-to-cart"], #buy-now-button').first();
  if (button.length > 0) add(into, 'availability', 'in_stock', 0.8, evidence('platform', '#add-to-cart-button', button.attr('value') ?? button.text().trim()));
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
    const found = raw === '' ? [] : promotionsOf(raw.slice(0, 300), page);
    if (found.length > 0) add(into, 'promotions', found, 0.85, evidence('platform', selector, raw));
  }
}
