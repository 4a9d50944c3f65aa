import { amountKey } from '../amount.ts';
import { add, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { PageScan } from '../markup/mention.ts';
import { FREE_SHIPPING } from '../text/price-words.ts';
import { parseMoney } from '../text/price.ts';
import { place } from './place.ts';

/** Texts behind the heading in which the cost of sending the article is told. */
const NEAR = 250;
/** A longer text tells of conditions. */
const LONGEST = 60;
const TRUST = 0.5;

/** Adds what sending the article costs where words say so beside one amount: `Delivery: £4.90`. Nothing where it may cost nothing from some amount on, nor where the page names several: they are for other ways, baskets or places. */
export function shippingTexts(scan: PageScan, heading: number | undefined, page: PageContext, into: Candidates): void {
  if (heading === undefined || into.shippingCost.length > 0) return;
  const told = scan.prices.flatMap((mention) => {
    const near = (mention.region === 'main' || mention.region === 'shipping') && !mention.hidden && !mention.aside && !mention.struck && mention.order > heading && mention.order <= heading + NEAR;
    const read = near && mention.text.length <= LONGEST && !FREE_SHIPPING.test(`${mention.text} ${mention.after}`) ? parseMoney(mention.text, page.text) : undefined;
    return read?.state === 'known' && read.kindHint === 'shipping' ? [{ mention, read }] : [];
  });
  const [first] = told;
  if (!first || told.some(({ read }) => read.from || read.max !== undefined || amountKey(read.amount) !== amountKey(first.read.amount))) return;
  const { amount, currency, currencyCandidates } = first.read;
  add(into, 'shippingCost', { amount, kind: 'page', ...(currency && { currency }), ...(currencyCandidates && { currencyCandidates }) }, TRUST, place(first.mention));
}
