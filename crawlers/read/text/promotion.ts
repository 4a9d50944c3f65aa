import { type CurrencyCode, currencyCode, moneyFromDecimal } from '../../../model/money.ts';
import type { Mechanic, Promotion, PromotionParams } from '../../../model/promotion.ts';
import { normalise } from './normal.ts';
import { parsePrice } from './price.ts';
import { ENGLISH, ENGLISH_LAST } from './promotion/en.ts';
import { compile, type CompiledWording } from './promotion/grammar.ts';
import { JAPANESE } from './promotion/ja.ts';
import { LAYER_OF, layerWords } from './promotion/layers.ts';
import { claimOf, quotasOf, scopeOf } from './promotion/marks.ts';
import { languagesOf, OTHERS } from './promotion/others.ts';
import { digitsForWords } from './promotion/numerals.ts';
import { periodOf } from './promotion/when.ts';
import { CHINESE } from './promotion/zh.ts';

export interface PromotionHints {
  /** The listing's currency: amounts are read in its minor units. */
  readonly currency?: CurrencyCode;
  readonly language?: string;
  /** When the page was fetched: what "today" and a date without a year are counted from. Without it only full dates are read. */
  readonly now?: Date;
  /** Minutes the page's clock is ahead of UTC; else 480 for Chinese labels, 540 for Japanese, 0 for others. */
  readonly offsetMinutes?: number;
}

const SIGNED_TABLE = compile([...ENGLISH, ...OTHERS, ...ENGLISH_LAST], false);
const CHINESE_TABLE = compile(CHINESE, true);
const JAPANESE_TABLE = compile(JAPANESE, true);
/** A label is short; a longer text is description. */
const MAX_LENGTH = 400;
/** More promotions than this in one label are no label. */
const MAX_FOUND = 20;

/**
 * The promotions a label states, in the order of the text, each with its mechanic, numbers and layer. A compound text
 * gives several, a list of tiers one for each tier. Texts that only look like one (sales figures, stock, ranks, shipping
 * cost, saving notes, price labels, blanks such as 满X减Y) give none. Only for texts that stand where promotions stand:
 * a title ("Buy 4, Get 2 Free Pack") must not be given. Never throws.
 */
export function parsePromotions(text: string, hints: PromotionHints = {}): readonly Promotion[] {
  const label = text.trim();
  const language = languageOf(label, hints.language);
  const words = digitsForWords(normalise(label.slice(0, MAX_LENGTH)), language);
  let rest = words;
  const found: Found[] = [];
  for (const wording of tablesFor(language, words, hints.language)) {
    wording.regex.lastIndex = 0;
    rest = rest.replace(wording.regex, (...args: unknown[]) => {
      const [whole, at, groups] = matchOf(args);
      if (whole.trim() === '') return whole;
      const promotion = found.length < MAX_FOUND ? promotionOf(wording, groups, { label, whole, text: words, hints, language }) : undefined;
      if (promotion === 'refused') return whole;
      if (promotion) found.push({ at, promotion });
      return '\u0001'.repeat(whole.length);
    });
  }
  if (found.length === 0) return [];
  const tag = language === 'other' ? hints.language : language;
  const period = periodOf(words, { offsetMinutes: hints.offsetMinutes ?? ZONE[language], ...(tag !== undefined && { language: tag }), ...(hints.now && { now: hints.now }) });
  const inOrder = withQuotas(found.toSorted((a, b) => a.at - b.at), words);
  return withoutRepeats(inOrder.map(({ promotion }) => ({ ...promotion, ...period })));
}

interface Found {
  readonly at: number;
  readonly promotion: Promotion;
}

/** A quota belongs to the rule that begins behind it, the last one when none does. */
function withQuotas(found: readonly Found[], text: string): readonly Found[] {
  const out = [...found];
  for (const { at, quota } of quotasOf(text)) {
    const behind = out.findIndex((one) => one.at >= at);
    const index = behind === -1 ? out.length - 1 : behind;
    const one = out[index];
    if (one && one.promotion.mechanic !== 'purchase_limit') out[index] = { ...one, promotion: { ...one.promotion, params: { ...one.promotion.params, quota } } };
  }
  return out;
}

type Spoken = 'zh' | 'ja' | 'other';
const ZONE: Readonly<Record<Spoken, number>> = { zh: 480, ja: 540, other: 0 };

function languageOf(text: string, hint: string | undefined): Spoken {
  if (/[ぁ-んァ-ヶ]|無料|税込|[0-9]円/.test(text) || /^ja/i.test(hint ?? '') && /[\u4e00-\u9fff]/.test(text)) return 'ja';
  return /[\u4e00-\u9fff]/.test(text) || /^zh/i.test(hint ?? '') ? 'zh' : 'other';
}

/** The tables that can say something of the text: hundreds of wordings with Latin letters are spared where there are none. */
function tablesFor(language: Spoken, text: string, hint: string | undefined): readonly CompiledWording[] {
  if (language === 'other') return signedTable(text, hint);
  const own = language === 'zh' ? CHINESE_TABLE : JAPANESE_TABLE;
  return /[a-z]{4}/i.test(text) ? [...own, ...signedTable(text, hint)] : own;
}

const SIGNED_TABLES = new Map<string, readonly CompiledWording[]>();

/** English, the languages whose words the text has, and the page's own. */
function signedTable(text: string, hint: string | undefined): readonly CompiledWording[] {
  const languages = languagesOf(text, hint?.slice(0, 2).toLowerCase());
  const key = languages.join();
  const known = SIGNED_TABLES.get(key) ?? SIGNED_TABLE.filter(({ language }) => language === undefined || languages.includes(language));
  SIGNED_TABLES.set(key, known);
  return known;
}

/** The parts of String.replace's arguments that are used: the match, its place, its named groups. */
function matchOf(args: readonly unknown[]): [whole: string, at: number, groups: Readonly<Record<string, string | undefined>>] {
  const groups = args[args.length - 1];
  const named = typeof groups === 'object' && groups !== null;
  const at = args[args.length - (named ? 3 : 2)];
  const read: Record<string, string | undefined> = {};
  if (named) for (const [name, value] of Object.entries(groups)) if (typeof value === 'string') read[name] = value;
  return [typeof args[0] === 'string' ? args[0] : '', typeof at === 'number' ? at : 0, read];
}

/** The words a rule was found in. */
interface Heard {
  readonly label: string;
  /** The part that states the rule, and the whole text as the grammar sees it. */
  readonly whole: string;
  readonly text: string;
  readonly hints: PromotionHints;
  readonly language: Spoken;
}

/** Undefined: the words are understood and no promotion. Refused: a number makes no sense, so this wording does not apply. */
function promotionOf(wording: CompiledWording, groups: Readonly<Record<string, string | undefined>>, { label, whole, text, hints, language }: Heard): Promotion | 'refused' | undefined {
  const { mechanic } = wording;
  if (mechanic === 'nothing') return undefined;
  const params = paramsOf(groups, hints, language);
  if (params === 'refused') return 'refused';
  const all: PromotionParams = { ...wording.implies, ...params };
  if (!plausible(all)) return 'refused';
  const audience = wording.audience ?? all.member;
  const [scope, requiresClaim] = [scopeOf(text), claimOf(mechanic, whole)];
  return {
    label, mechanic, layer: wording.layer ?? layerWords(text) ?? LAYER_OF[mechanic], params: derived(mechanic, all),
    ...(audience && { audience }), ...(scope && { scope }), ...(requiresClaim !== undefined && { requiresClaim }),
  };
}

function paramsOf(groups: Readonly<Record<string, string | undefined>>, hints: PromotionHints, language: Spoken): PromotionParams | 'refused' {
  const params: Record<string, number | string | boolean> = {};
  for (const [name, raw] of Object.entries(groups)) {
    if (raw === undefined) continue;
    const value = name === 'upTo' || name === 'from' || name === 'repeat' ? true : name === 'member' ? raw.trim() : name === 'code' ? codeOf(raw) : numberOf(name, raw, hints, language);
    if (value === undefined) return 'refused';
    params[name === 'from' ? 'upTo' : name] = value;
  }
  const { sent, buy } = params;
  if (typeof sent !== 'number') return params;
  delete params['sent'];
  return typeof buy === 'number' && sent > buy ? { ...params, get: sent - buy } : 'refused';
}

/** A code stands in capitals or has digits; "code at checkout" names none. */
function codeOf(raw: string): string | undefined {
  return /\d/.test(raw) || raw === raw.toUpperCase() ? raw.toUpperCase() : undefined;
}

function numberOf(name: string, raw: string, hints: PromotionHints, language: Spoken): number | undefined {
  if (name.endsWith('Minor')) return minorOf(raw, hints, language);
  const value = Number(name === 'points' ? raw.replace(/[.,]/g, '') : raw.replace(',', '.'));
  if (name !== 'payRatio') return value;
  // 折: 8 pays 80 %, 8.5 and 85 pay 85 %.
  return Math.round(value * (value >= 10 ? 100 : 1000)) / 10_000;
}

/** Minor units of the listing's currency; in Chinese and Japanese labels a bare number is yuan or yen. */
function minorOf(raw: string, hints: PromotionHints, language: Spoken): number | undefined {
  const cents = /^(\d{1,2}) ?[p¢]$/.exec(raw.trim())?.[1];
  if (cents !== undefined) return Number(cents);
  const large = /^(\d{1,3})([百千])/.exec(raw.trim());
  const read = parsePrice(large ? `${Number(large[1]) * (large[2] === '百' ? 100 : 1000)}元` : raw, hints.currency ? { currency: hints.currency } : {});
  if (read.state !== 'known') return undefined;
  const home = language === 'zh' ? 'CNY' : language === 'ja' ? 'JPY' : undefined;
  const fallback = hints.currency ?? (home && (read.currencyCandidates === undefined || read.currencyCandidates.some((code) => String(code) === home)) ? currencyCode(home) : undefined);
  const currency = read.currency ?? fallback ?? read.currencyCandidates?.[0] ?? currencyCode('USD');
  return currency ? moneyFromDecimal(read.amount, currency)?.minor : undefined;
}

function plausible(params: PromotionParams): boolean {
  const { percentOff, payRatio, buy, pay, thresholdMinor, offMinor, minQty, maxQty } = params;
  return (percentOff === undefined || percentOff > 0 && percentOff <= 100) && (payRatio === undefined || payRatio >= 0 && payRatio < 1)
    && (buy === undefined || buy > 0 && buy < 100) && (buy === undefined || pay === undefined || pay < buy) && (thresholdMinor === undefined || offMinor === undefined || offMinor <= thresholdMinor)
    && (minQty === undefined || maxQty === undefined || minQty <= maxQty);
}

/** The other form of a ratio, where a mechanic is described by either. */
function derived(mechanic: Mechanic, params: PromotionParams): PromotionParams {
  const { percentOff, payRatio } = params;
  if (mechanic === 'qty_discount' && payRatio !== undefined && percentOff === undefined) return { ...params, percentOff: Math.round((1 - payRatio) * 1e4) / 100 };
  if (mechanic === 'nth_discount' && percentOff !== undefined && !params.upTo) {
    const { percentOff: _, ...rest } = params;
    return { ...rest, payRatio: Math.round((100 - percentOff) * 100) / 1e4 };
  }
  const asRatio = mechanic === 'full_discount' || mechanic === 'qty_discount';
  return asRatio && payRatio === undefined && percentOff !== undefined && !params.upTo ? { ...params, payRatio: Math.round((100 - percentOff) * 100) / 1e4 } : params;
}

/** The same mechanic with the same numbers is one promotion, however often the text says it. */
function withoutRepeats(promotions: readonly Promotion[]): readonly Promotion[] {
  const seen = new Set<string>();
  return promotions.filter((promotion) => {
    const key = JSON.stringify([promotion.mechanic, promotion.params]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
