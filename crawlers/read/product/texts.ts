import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { withoutNumber } from '../markup/labels.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { absolute } from '../url.ts';
import { brandTexts } from './brand-texts.ts';
import { ownName } from './heading.ts';
import { labelledTexts } from './labelled.ts';
import { place } from './place.ts';
import { priceTexts } from './price-texts.ts';
import { promotionTexts } from './promotion-texts.ts';
import { countTexts, ratingTexts } from './rating-texts.ts';
import { sellerTexts } from './seller-texts.ts';
import { shippingTexts } from './shipping-texts.ts';
import { isAnyPage, withoutShop } from './shop-name.ts';
import { specTexts } from './spec-texts.ts';
import { stockTexts } from './stock-texts.ts';
import { trailOf } from './trail.ts';
import { unitPriceTexts } from './unit-price-texts.ts';

/** Adds what the page's visible texts say: heading, prices, stock, breadcrumbs, rating and labelled numbers. */
export function readTexts(scan: PageScan, page: PageContext, into: Candidates): void {
  const heading = ownName(scan, page);
  if (heading && !isAnyPage(heading.text)) add(into, 'title', withoutShop(withoutNumber(heading.text), page), 0.75, place(heading));
  stockTexts(scan, heading?.order, into);
  priceTexts(scan, heading, page, into);
  unitPriceTexts(scan, heading?.order, page, into);
  if (heading) pictures(scan, heading, page, into);
  const trail = trailOf(scan.breadcrumbs);
  if (trail.length > 0) add(into, 'breadcrumbs', trail, 0.6, evidence('text', 'breadcrumb', scan.breadcrumbs.join(' > ')));
  specTexts(scan, into);
  ratingTexts(scan, heading?.order, page, into);
  countTexts(scan, heading?.order, page, into);
  promotionTexts(scan, heading?.order ?? 0, page, into);
  labelledTexts(scan, heading?.order, into);
  brandTexts(scan, heading, page, into);
  sellerTexts(scan, heading?.order, into);
  shippingTexts(scan, heading?.order, page, into);
}

/** Pictures beside the heading that are marked as the article's, open large, or carry its name. */
function pictures(scan: PageScan, heading: Mention, page: PageContext, into: Candidates): void {
  const name = heading.text.toLowerCase();
  const own = scan.pictures.filter(({ region, order, marked, alt }) => region === 'main' && order >= heading.order - 60 && order <= heading.order + 200
    && (marked || alt.toLowerCase().startsWith(name)));
  const urls = [...new Set(own.flatMap(({ address }) => absolute(address, page.url) ?? []))].slice(0, 50);
  const [first] = own;
  if (first && urls.length > 0) add(into, 'images', urls, 0.4, evidence('text', `picture "${first.alt}"`, first.address));
}
