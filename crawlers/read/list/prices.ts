import type { Price } from '../../../model/listing.ts';
import { moneyFromDecimal } from '../../../model/money.ts';
import type { CurrencyHints } from '../text/currency.ts';
import type { FlatElement, FlatPage } from './flat.ts';
import { type Candidate, isSame, type Known } from './price-around.ts';
import { inElement } from './price-candidates.ts';
import { inData, inLabels } from './price-stated.ts';

/** What only a sentence about something else says is no price: "new it cost 599 €". */
const SPOKEN = -5;
const NO_PRICE: ReadonlySet<string> = new Set(['past', 'saving', 'deposit', 'shipping', 'threshold', 'instalment', 'excluding_tax']);

export interface BlockPrices {
  readonly price?: Price;
  readonly listPrice?: Price;
}

/**
 * The price and the list price of a block; a currency that nothing decides leaves the price out. `selectors`: what a known
 * layout names as them, which is believed where it reads as one.
 */
export function pricesOf(page: FlatPage, block: FlatElement, hints: CurrencyHints, selectors: { readonly price?: readonly FlatElement[]; readonly listPrice?: readonly FlatElement[] } = {}): BlockPrices {
  const chosen = selectors.price?.flatMap((element) => inElement(page, block, element, hints)).find(isOpen);
  const struck = selectors.listPrice?.flatMap((element) => inElement(page, block, element, hints))[0];
  const shown = chosen && struck ? [] : [...inData(page, block, hints), ...inElement(page, block, block, hints)];
  const all = chosen || shown.some((one) => isOpen(one) && one.rank > SPOKEN) ? shown : [...shown, ...inLabels(page, block, hints)];
  const open = all.filter(isOpen).toSorted((a, b) => b.rank - a.rank);
  const reduced = chosen ? undefined : reducedForOne(all, open);
  const spoken = open.filter((one) => one.rank > SPOKEN);
  const best = chosen ?? reduced ?? lowest(spoken.filter((one) => !one.isBeside)) ?? onePiece(all) ?? lowest(spoken) ?? onlyAmount(all);
  const price = best && best.rank > SPOKEN && priceOf(best.read, best.read.kindHint === 'conditional' ? 'conditional' : 'page');
  const above = all.filter((one) => !one.isBeside && one.rank > SPOKEN && (one.read.currency !== undefined || one.struck === 'yes') && (isOwn(one.read) || one.read.kindHint === 'list' && !one.read.perUnit || one.struck === 'yes' && best?.read.perUnit === true) && isAbove(one.read, best?.read));
  const old = struck ?? above.find((one) => best !== undefined && isSaved(all, one, best)) ?? above.find((one) => one.struck !== 'no' && one.struck !== 'soft' && !one.read.from) ?? above.find((one) => one.struck === 'soft') ?? above.find((one) => one.struck !== 'no') ?? (best && open.find((one) => (one.rank === best.rank || reduced !== undefined) && above.includes(one) && !isEnd(one, open)));
  // What is struck through without a sign is in the money of the price.
  const listPrice = old && priceOf(old.read.currency || !best?.read.currency ? old.read : { ...old.read, currency: best.read.currency }, 'list');
  const higher = listPrice && (!price || listPrice.money.currency === price.money.currency && listPrice.money.minor > price.money.minor);
  return { ...(price && { price }), ...(higher && { listPrice }) };
}

/** What one piece costs, where the saving beside it is what another amount is above it. */
function reducedForOne(all: readonly Candidate[], open: readonly Candidate[]): Candidate | undefined {
  const savings = all.filter(({ read }) => read.kindHint === 'saving').map(({ read }) => Number(read.amount));
  return all.find((one) => one.forOne && savings.some((saving) => open.some(({ read }) => Math.abs(Number(read.amount) - Number(one.read.amount) - saving) < 0.005)));
}

/** The block says that one amount less the other is what is saved. */
function isSaved(all: readonly Candidate[], one: Candidate, best: Candidate): boolean {
  return all.some(({ read }) => read.kindHint === 'saving' && Math.abs(Number(one.read.amount) - Number(best.read.amount) - Number(read.amount)) < 0.005);
}

/** The high end of a range that another candidate is. */
function isEnd({ read }: Candidate, all: readonly Candidate[]): boolean {
  return all.some((other) => other.read.max !== undefined && Number(other.read.max) === Number(read.amount));
}

/** What one piece costs, where that is all that is asked for one. */
function onePiece(all: readonly Candidate[]): Candidate | undefined {
  const [only, ...others] = all.filter((one) => one.forOne && one.struck !== 'yes' && one.read.kindHint === undefined);
  return only && others.every((other) => isSame(other.read, only.read)) ? only : undefined;
}

/** What is called the regular price, or is for a piece or a measure, where it is the only amount beside what it was and what it is for some. */
function onlyAmount(all: readonly Candidate[]): Candidate | undefined {
  const own = all.filter((one) => isOwn(one.read) && one.rank > SPOKEN || one.read.kindHint === 'list' && !(one.read.perUnit && one.struck === 'yes'));
  const pieces = own.length > 0 ? [] : all.filter((one) => one.forOne);
  const [only, ...others] = pieces.length > 0 ? pieces : [...own, ...all.filter((one) => one.read.perUnit && one.struck === 'no')];
  const asks = only?.struck === 'regular' || only?.struck === 'no' && only.read.kindHint === undefined && only.read.perUnit;
  return asks && others.every((other) => isSame(other.read, only.read)) ? only : undefined;
}

/** An amount that can be the price. */
function isOpen({ read, struck }: Candidate): boolean {
  return struck !== 'yes' && isOwn(read);
}

function isOwn(read: Known): boolean {
  return !read.perUnit && !read.recurring && read.kindHint !== 'list' && !NO_PRICE.has(read.kindHint ?? '');
}

function isAbove(read: Known, than: Known | undefined): boolean {
  return than === undefined || Number(read.amount) > Number(than.max ?? than.amount);
}

/** Of the candidates that speak equally well the lowest: the other is what it was before. */
function lowest(open: readonly Candidate[]): Candidate | undefined {
  const equal = open.filter((one) => one.rank === open[0]?.rank);
  return equal.reduce<Candidate | undefined>((low, one) => (low === undefined || Number(one.read.amount) < Number(low.read.amount) || isSame(one.read, low.read) && low.read.max === undefined && one.read.max !== undefined ? one : low), undefined);
}

function priceOf(read: Known, kind: 'page' | 'list' | 'conditional'): Price | undefined {
  if (!read.currency) return undefined;
  const money = moneyFromDecimal(read.amount, read.currency);
  const max = read.max === undefined ? undefined : moneyFromDecimal(read.max, read.currency);
  if (!money || money.minor <= 0) return undefined;
  return kind === 'page' && (max || read.from) ? { kind: 'range', money, ...(max && { max }) } : { kind, money };
}
