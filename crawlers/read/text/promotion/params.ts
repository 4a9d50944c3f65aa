import { type CurrencyCode, currencyCode, moneyFromDecimal } from '../../../../model/money.ts';
import type { Mechanic, PromotionParams } from '../../../../model/promotion.ts';
import { parsePrice } from '../price.ts';
import type { Spoken } from './tables.ts';

interface AmountHints {
  readonly currency?: CurrencyCode;
}

/** The numbers of a match as parameters; refused when one of them makes no sense. */
export function paramsOf(groups: Readonly<Record<string, string | undefined>>, hints: AmountHints, language: Spoken): PromotionParams | 'refused' {
  const params: Record<string, number | string | boolean> = {};
  for (const [name, raw] of Object.entries(groups)) {
    if (raw === undefined) continue;
    const value = name === 'upTo' || name === 'from' || name === 'repeat' ? true : name === 'member' ? raw.trim() : name === 'code' ? codeOf(raw) : numberOf(name, raw, hints, language);
    if (value === undefined) return 'refused';
    params[name === 'from' ? 'upTo' : name] = value;
  }
  const { sent, freed, buy } = params;
  if (typeof freed === 'number') {
    delete params['freed'];
    return typeof buy === 'number' && freed < buy ? { ...params, pay: buy - freed } : 'refused';
  }
  if (typeof sent !== 'number') return params;
  delete params['sent'];
  return typeof buy === 'number' && sent > buy ? { ...params, get: sent - buy } : 'refused';
}

/** A code stands in capitals or has digits; "code at checkout" names none. */
function codeOf(raw: string): string | undefined {
  return /\d/.test(raw) || raw === raw.toUpperCase() ? raw.toUpperCase() : undefined;
}

function numberOf(name: string, raw: string, hints: AmountHints, language: Spoken): number | undefined {
  if (name.endsWith('Minor')) return minorOf(raw, hints, language);
  const value = Number(name === 'points' ? raw.replace(/[.,]/g, '') : raw.replace(',', '.'));
  if (name !== 'payRatio') return value;
  // 折: 8 pays 80 %, 8.5 and 85 pay 85 %.
  return Math.round(value * (value >= 10 ? 100 : 1000)) / 10_000;
}

/** The money of a language that is spoken in one country. */
const HOME: Readonly<Record<Spoken, string | undefined>> = { zh: 'CNY', ja: 'JPY', ko: 'KRW', other: undefined };

/** Minor units of the listing's currency; in Chinese and Japanese labels a bare number is yuan or yen. */
function minorOf(raw: string, hints: AmountHints, language: Spoken): number | undefined {
  const cents = /^(\d{1,2}) ?[p¢]$/.exec(raw.trim())?.[1];
  if (cents !== undefined) return Number(cents);
  const large = /^(\d{1,3})([百千])/.exec(raw.trim());
  const read = parsePrice(large ? `${Number(large[1]) * (large[2] === '百' ? 100 : 1000)}元` : raw, hints.currency ? { currency: hints.currency } : {});
  if (read.state !== 'known') return undefined;
  const home = HOME[language];
  const fallback = hints.currency ?? (home && (read.currencyCandidates === undefined || read.currencyCandidates.some((code) => String(code) === home)) ? currencyCode(home) : undefined);
  const currency = read.currency ?? fallback ?? read.currencyCandidates?.[0] ?? currencyCode('USD');
  return currency ? moneyFromDecimal(read.amount, currency)?.minor : undefined;
}

/** False for numbers that no promotion has. */
export function plausible(params: PromotionParams): boolean {
  const { percentOff, payRatio, buy, pay, thresholdMinor, offMinor, minQty, maxQty } = params;
  return (percentOff === undefined || percentOff > 0 && percentOff <= 100) && (payRatio === undefined || payRatio >= 0 && payRatio < 1)
    && (buy === undefined || buy > 0 && buy < 100) && (buy === undefined || pay === undefined || pay < buy) && (thresholdMinor === undefined || offMinor === undefined || offMinor <= thresholdMinor)
    && (minQty === undefined || maxQty === undefined || minQty <= maxQty);
}

/** The other form of a ratio, where a mechanic is described by either. */
export function derived(mechanic: Mechanic, params: PromotionParams): PromotionParams {
  const { percentOff, payRatio } = params;
  if (mechanic === 'qty_discount' && payRatio !== undefined && percentOff === undefined) return { ...params, percentOff: Math.round((1 - payRatio) * 1e4) / 100 };
  if (mechanic === 'nth_discount' && percentOff !== undefined && !params.upTo) {
    const { percentOff: _, ...rest } = params;
    return { ...rest, payRatio: Math.round((100 - percentOff) * 100) / 1e4 };
  }
  const asRatio = mechanic === 'full_discount' || mechanic === 'qty_discount';
  return asRatio && payRatio === undefined && percentOff !== undefined && !params.upTo ? { ...params, payRatio: Math.round((100 - percentOff) * 100) / 1e4 } : params;
}
