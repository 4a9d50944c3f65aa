import type { Price } from '../../../model/listing.ts';
import { moneyFromDecimal } from '../../../model/money.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parsePrice, type PriceText } from '../text/price.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { PRICE_MARK, SALE_MARK, STRUCK_MARK } from './words.ts';

type Known = Extract<PriceText, { state: 'known' }>;

interface Candidate {
  readonly read: Known;
  readonly struck: boolean;
  readonly sale: boolean;
  readonly marked: boolean;
}

/** More text runs than this are looked at in no block. */
const MAX_RUNS = 80;
const MAX_TEXT = 70;
const NO_PRICE: ReadonlySet<string> = new Set(['saving', 'deposit', 'shipping', 'threshold', 'instalment', 'excluding_tax']);

export interface BlockPrices {
  readonly price?: Price;
  readonly listPrice?: Price;
}

/** The price and the list price of a block; a currency that nothing decides leaves the price out. */
export function pricesOf(page: FlatPage, block: FlatElement, hints: CurrencyHints, selectors: { readonly price?: readonly FlatElement[]; readonly listPrice?: readonly FlatElement[] } = {}): BlockPrices {
  const chosen = selectors.price?.map((element) => candidateAt(page, block, element, hints)).find((one) => one !== undefined && !one.struck);
  const struck = selectors.listPrice?.map((element) => candidateAt(page, block, element, hints)).find((one) => one !== undefined);
  const all = chosen && struck ? [] : candidates(page, block, hints);
  const open = all.filter((one) => !one.struck);
  const best = chosen ?? open.find((one) => one.sale && one.marked && one.read.kindHint === undefined) ?? open.find((one) => one.marked && one.read.kindHint === undefined) ?? open.find((one) => one.read.kindHint === undefined) ?? open[0];
  const price = best && priceOf(best.read, best.read.kindHint === 'conditional' ? 'conditional' : 'page');
  const old = struck ?? all.find((one) => one.struck);
  const listPrice = old && priceOf(old.read, 'list');
  const higher = listPrice && (!price || listPrice.money.currency === price.money.currency && listPrice.money.minor > price.money.minor);
  return { ...(price && { price }), ...(higher && { listPrice }) };
}

function priceOf(read: Known, kind: 'page' | 'list' | 'conditional'): Price | undefined {
  if (!read.currency) return undefined;
  const money = moneyFromDecimal(read.amount, read.currency);
  const max = read.max === undefined ? undefined : moneyFromDecimal(read.max, read.currency);
  if (!money || money.minor <= 0) return undefined;
  return kind === 'page' && (max || read.from) ? { kind: 'range', money, ...(max && { max }) } : { kind, money };
}

function candidates(page: FlatPage, block: FlatElement, hints: CurrencyHints): Candidate[] {
  const found: Candidate[] = [];
  const last = Math.min(block.textTo, block.textFrom + MAX_RUNS);
  for (let i = block.textFrom; i < last; i += 1) {
    const run = page.texts[i];
    if (!run || !/\d/.test(run.text) || run.text.length > 4 * MAX_TEXT) continue;
    const holder = page.elements[run.element];
    const candidate = holder && holder.index >= block.index ? candidateAt(page, block, holder, hints) : undefined;
    if (candidate) found.push(candidate);
  }
  return found;
}

/** The smallest element around this one whose text is one price, at most three levels up; a range above it wins. */
function candidateAt(page: FlatPage, block: FlatElement, holder: FlatElement, hints: CurrencyHints): Candidate | undefined {
  let found: { read: Known; element: FlatElement } | undefined;
  for (const element of upwards(page, holder.index, 4)) {
    if (element.index < block.index) break;
    const text = textOf(page, element, MAX_TEXT + 1);
    if (text.length > MAX_TEXT) break;
    const read = parsePrice(text, hints);
    if (read.state === 'ambiguous' || found && read.state === 'known' && read.max === undefined) break;
    if (read.state === 'known' && (read.currency && hasSign(text) || read.currencyCandidates || PRICE_MARK.test(markOf(element)))) {
      found = { read, element };
      if (read.max !== undefined) break;
    }
  }
  if (!found || found.read.perUnit || found.read.recurring || NO_PRICE.has(found.read.kindHint ?? '')) return undefined;
  const marks = [...upwards(page, found.element.index, 4)].filter((element) => element.index > block.index);
  return {
    read: found.read, struck: found.read.kindHint === 'list' || marks.some(isStruck), sale: marks.some((element) => SALE_MARK.test(markOf(element))), marked: marks.some((element) => PRICE_MARK.test(markOf(element))),
  };
}

function hasSign(text: string): boolean {
  return /\p{Sc}|\p{L}{2}|[元円원Rр]/u.test(text);
}

function isStruck(element: FlatElement): boolean {
  return /^(?:del|s|strike)$/.test(element.tag) || element.attributes['data-a-strike'] === 'true' || STRUCK_MARK.test(markOf(element)) || /line-through/.test(`${element.attributes['style'] ?? ''} ${element.attributes['class'] ?? ''}`);
}

function markOf(element: FlatElement): string {
  const { attributes } = element;
  return `${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''} ${attributes['data-automation-id'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300);
}
