import type { Offer, Price, UnitPrice } from '../model/listing.ts';
import { type CurrencyCode, decimalOf, isMoney, moneyText } from '../model/money.ts';
import type { Promotion } from '../model/promotion.ts';
import type { Reading } from '../model/reading.ts';
import { promotionWords } from './promotion-words.ts';

/** `19.90 USD`, with its kind when it is not the plain price: `25.00–31.00 USD (range)`. */
export function priceText({ kind, money, max }: Price): string {
  const amount = max ? `${decimalOf(money)}–${moneyText(max)}` : moneyText(money);
  return kind === 'page' || kind === 'list' ? amount : `${amount} (${kind})`;
}

/** A reading as a person reads it: its value, `none` when the page says there is none, `?` when unknown. */
export function valueText(reading: Reading<unknown>): string {
  if (reading.state === 'known') return anyText(reading.value);
  return reading.state === 'absent' ? 'none' : '?';
}

/** A value of any field. Texts are shown as they are, lists by their number and parts. */
export function anyText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 1 ? anyText(value[0]) : `${value.length}: ${value.map(anyText).join(' · ')}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isMoney(value)) return moneyText(value);
  if (isPrice(value)) return priceText(value);
  if (isUnitPrice(value)) return `${moneyText(value.money)} / ${value.per === 1 ? '' : `${value.per} `}${value.unit}`;
  if ('stars' in value && 'unit' in value && Array.isArray(value.stars)) return value.stars.map((share, index) => `${index + 1}★ ${String(share)}${value.unit === 'percent' ? '%' : ''}`).toReversed().join(', ');
  if ('label' in value) return String(value.label);
  if ('lowerBound' in value && 'value' in value) return `${String(value.value)}${value.lowerBound === true ? '+' : ''}`;
  if ('scale' in value && 'value' in value) return `${String(value.value)} of ${String(value.scale)}`;
  if ('name' in value) return String(value.name);
  return Object.entries(value).map(([key, part]) => `${key}=${anyText(part)}`).join(' · ');
}

function isPrice(value: object): value is Price {
  return 'money' in value && 'kind' in value && isMoney(value.money);
}

function isUnitPrice(value: object): value is UnitPrice {
  return 'money' in value && 'per' in value && 'unit' in value;
}

/** `12 variants, 19.00 USD to 25.00 USD, 3 sold out`. */
export function offersText(offers: readonly Offer[]): string {
  const prices = offers.flatMap(({ price }) => price ?? []).toSorted((a, b) => a.money.minor - b.money.minor);
  const [low] = prices;
  const high = prices.at(-1);
  const alike = prices.every(({ money }) => money.currency === low?.money.currency);
  const range = low && high && alike ? (low.money.minor === high.money.minor ? priceText(low) : `${priceText(low)} to ${priceText(high)}`) : '';
  const out = offers.filter(({ availability }) => availability === 'out_of_stock').length;
  return [`${offers.length} ${offers.length === 1 ? 'variant' : 'variants'}`, range, out > 0 ? `${out} sold out` : ''].filter(Boolean).join(', ');
}

/** A promotion's words with what was understood of them: `满300减50 [50.00 CNY off from 300.00 CNY]`. */
export function promotionText(promotion: Promotion, currency: CurrencyCode | undefined): string {
  return `${promotion.label} [${promotionWords(promotion, currency)}]`;
}
