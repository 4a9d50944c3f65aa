import type { ListingFields } from '../../../model/listing.ts';
import { sameCurrency, type Money } from '../../../model/money.ts';
import { shareOff, takesOff } from './shares.ts';

/** What is usual for a source, as the listings of one crawl show it. */
export interface Habits {
  /** It shows a list price also where nothing is reduced. */
  readonly listAlways: boolean;
  /** Whatever is reduced there carries a promotion: a lower price without one is no sale. */
  readonly salesNamed: boolean;
  /** The least share of the list price that its sales leave. */
  readonly leastLeft: number;
  /** A share that its promotions name is what its prices are below their list prices. */
  readonly sharesHold: boolean;
  /** Several of its listings show a sale: a promotion, or a list price above the price where not every one has a list price. */
  readonly salesShown: boolean;
  /** Hardly any of its prices is without cents. */
  readonly centsAlways: boolean;
}

/** No sale is believed to leave less than this of the list price or the price before: a comma in the wrong place leaves a tenth. */
const LEAST_LEFT = 0.25;
export const NO_HABITS: Habits = { listAlways: false, salesNamed: false, leastLeft: LEAST_LEFT, sharesHold: false, salesShown: false, centsAlways: false };

/** So large a share of the list prices of a crawl that are the price itself is a habit; so large a share of the reduced listings, too. */
const ALWAYS = 0.4;
const NAMED = 0.8;
/** At most this share of prices without cents is hardly any. */
const HARDLY = 0.03;
/** Fewer listings show no habit. */
const FEW = 8;
/** The deepest twentieth of a crawl's sales are its misreadings and its exceptions; a sale may go beyond the rest: where most go to half price, to 60 per cent off and its rounding. */
const DEEPEST = 0.05;
const BEYOND = 0.75;

/** The habits that the listings of one crawl show. */
export function habitsOf(listings: Iterable<Pick<ListingFields, 'price' | 'listPrice' | 'promotions'>>): Habits {
  const left: number[] = [];
  let [equal, named, shares, held, prices, whole, shown] = [0, 0, 0, 0, 0, 0, 0];
  for (const { price, listPrice, promotions } of listings) {
    if (price.state === 'known') prices += 1;
    if (price.state === 'known' && isWhole(price.value.money)) whole += 1;
    const promoted = promotions.state === 'known' && promotions.value.length > 0;
    if (promoted) shown += 1;
    if (price.state !== 'known' || listPrice.state !== 'known' || !sameCurrency(price.value.money, listPrice.value.money)) continue;
    const [now, list] = [price.value.money.minor, listPrice.value.money.minor];
    if (now === list) equal += 1;
    if (now >= list) continue;
    left.push(now / list);
    if (!promoted) continue;
    named += 1;
    if (!promotions.value.some((promotion) => shareOff(promotion) !== undefined)) continue;
    shares += 1;
    if (takesOff(promotions.value, listPrice.value.money, price.value.money)) held += 1;
  }
  const sorted = left.toSorted((a, b) => a - b);
  const deepest = left.length < FEW ? 0 : (sorted[Math.ceil(left.length * DEEPEST)] ?? 0);
  const listAlways = equal >= FEW && equal >= ALWAYS * (equal + left.length);
  return {
    listAlways, salesNamed: left.length >= FEW && named >= NAMED * left.length, leastLeft: Math.max(LEAST_LEFT, BEYOND * deepest),
    sharesHold: shares >= FEW && held >= NAMED * shares, salesShown: shown >= FEW || (left.length >= FEW && !listAlways), centsAlways: prices >= FEW && whole <= HARDLY * prices,
  };
}

function isWhole({ minor, exponent }: Money): boolean {
  return minor % 10 ** exponent === 0;
}
