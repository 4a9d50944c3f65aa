import { currencyCode } from '../../../model/money.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { type FlatElement, type FlatPage, textOf } from './flat.ts';
import { statedPrice } from './marks.ts';
import { hasMoney } from './money.ts';
import { type Candidate, type Known, readOnce } from './price-around.ts';
import type { AmountText } from './price-texts.ts';
import { REGULAR } from './struck.ts';

/** Prices that the markup states in numbers. */
export function inData(page: FlatPage, block: FlatElement, hints: CurrencyHints): Candidate[] {
  for (const element of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    if (element.attributes['itemprop'] !== 'price') continue;
    const amount = element.attributes['content'] ?? '';
    const stated = page.elements.slice(block.index, Math.min(block.end, block.index + 600)).find((one) => one.attributes['itemprop'] === 'priceCurrency')?.attributes['content'];
    const currency = currencyCode(stated ?? '') ?? hints.currency;
    if (/^\d{1,9}(?:\.\d{1,4})?$/.test(amount) && currency) return [{ read: { state: 'known', amount, currency }, struck: 'no', rank: 20 }];
  }
  return [];
}

/** Amounts in labels and attributes of elements without any number of their own: drawn by style or by a script, they stand there as others do in a text. */
export function statedTexts(page: FlatPage, block: FlatElement): AmountText[] {
  const found: AmountText[] = [];
  for (let i = block.index + 1; i < Math.min(block.end, block.index + 600); i += 1) {
    const element = page.elements[i];
    const label = element && statedBy(element, page);
    if (element && label !== undefined && !/\d/.test(textOf(page, element, MAX_LABEL))) found.push({ text: label, labelled: label, element, signed: true, spoken: false, within: false });
  }
  return found;
}

function statedBy({ tag, attributes }: FlatElement, page: FlatPage): string | undefined {
  const label = attributes['aria-label'];
  if (label !== undefined) return tag !== 'a' && tag !== 'button' && label.length <= MAX_LABEL && /\d/.test(label) && hasMoney(label, page) ? label : undefined;
  const amount = statedPrice(attributes);
  const currency = amount === undefined || /\.\d{3}/.test(amount) ? undefined : currencyCode(statedCurrency(attributes));
  return amount !== undefined && currency ? `${amount} ${currency}` : undefined;
}

function statedCurrency(attributes: Readonly<Record<string, string>>): string {
  return (attributes['data-currency'] ?? attributes['data-price-currency'] ?? '').toUpperCase();
}

/** Amounts that stand in no text, only in labels for those who do not see the page and in attributes for its scripts. */
export function inLabels(page: FlatPage, block: FlatElement, hints: CurrencyHints): Candidate[] {
  const found: Candidate[] = [];
  for (const { attributes } of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    const label = attributes['aria-label'] ?? '';
    const read = label.length <= MAX_LABEL && hasMoney(label, page) ? readOnce(label, hints) : statedIn(attributes, hints);
    if (read?.state === 'known') found.push({ read, struck: REGULAR.test(label) ? 'regular' : read.kindHint === 'list' ? 'yes' : 'no', rank: label === '' ? 0 : 1 });
  }
  return found;
}

const MAX_LABEL = 60;

/** `data-price="68.90"`, in the currency that stands beside it or that of the page. */
function statedIn(attributes: Readonly<Record<string, string>>, hints: CurrencyHints): Known | undefined {
  const amount = statedPrice(attributes);
  const currency = amount === undefined ? undefined : currencyCode(statedCurrency(attributes)) ?? hints.currency;
  return amount !== undefined && currency ? { state: 'known', amount, currency } : undefined;
}
