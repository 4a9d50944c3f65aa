import type { CurrencyCode } from '../../../model/money.ts';
import type { Promotion, PromotionParams } from '../../../model/promotion.ts';
import { normalise } from './normal.ts';
import type { CompiledWording } from './promotion/grammar.ts';
import { LAYER_OF, layerWords } from './promotion/layers.ts';
import { claimOf, quotasOf, scopeOf, soundsLikePromotion } from './promotion/marks.ts';
import { digitsForWords } from './promotion/numerals.ts';
import { derived, paramsOf, plausible } from './promotion/params.ts';
import { languageOf, type Spoken, tablesFor } from './promotion/tables.ts';
import { periodOf } from './promotion/when.ts';

export interface PromotionHints {
  /** The listing's currency: amounts are read in its minor units. */
  readonly currency?: CurrencyCode;
  readonly language?: string;
  /** When the page was fetched: what "today" and a date without a year are counted from. Without it only full dates are read. */
  readonly now?: Date;
  /** Minutes the page's clock is ahead of UTC; else 480 for Chinese labels, 540 for Japanese and Korean, 0 for others. */
  readonly offsetMinutes?: number;
}

/** Minutes ahead of UTC that a label's dates are meant in. */
const ZONE: Readonly<Record<Spoken, number>> = { zh: 480, ja: 540, ko: 540, other: 0 };
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
  return listen(text, hints).promotions;
}

/**
 * As {@link parsePromotions}, for a text that stands where a page has its promotions: one that speaks of an offer with a number and
 * is not understood gives one promotion of mechanic `unrecognised` with nothing but its words, never a guess.
 */
export function promotionsAt(text: string, hints: PromotionHints = {}): readonly Promotion[] {
  const { promotions, rest } = listen(text, hints);
  if (promotions.length > 0 || !soundsLikePromotion(rest)) return promotions;
  const label = text.trim().slice(0, MAX_LENGTH);
  return [{ label, mechanic: 'unrecognised', layer: layerWords(label) ?? 'product', params: {} }];
}

/** The promotions of a text, and what is left of it when all that was understood is taken out. */
function listen(text: string, hints: PromotionHints): { readonly promotions: readonly Promotion[]; readonly rest: string } {
  const label = text.trim().slice(0, MAX_LENGTH);
  const language = languageOf(label, hints.language);
  const words = digitsForWords(normalise(label), language);
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
  if (found.length === 0) return { promotions: [], rest };
  const tag = language === 'other' ? hints.language : language;
  const period = periodOf(words, { offsetMinutes: hints.offsetMinutes ?? ZONE[language], ...(tag !== undefined && { language: tag }), ...(hints.now && { now: hints.now }) });
  const inOrder = withQuotas(found.toSorted((a, b) => a.at - b.at), words);
  return { promotions: withoutMentions(withoutRepeats(inOrder.map(({ promotion }) => ({ ...promotion, ...period })))), rest };
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

/** The same mechanic with the same numbers is one promotion, however often the text says it. */
function withoutRepeats(promotions: readonly Promotion[]): readonly Promotion[] {
  const seen = new Set<string>();
  return promotions.filter((promotion) => {
    const key = JSON.stringify([promotion.mechanic, promotion.params]);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** What is given back or got by a coupon, named once more without a number (`5% remboursés en cashback`), is the one beside it. */
const NAMED_AGAIN: ReadonlySet<string> = new Set(['cashback', 'coupon', 'points', 'subscribe_save', 'installment', 'platform_subsidy', 'gov_subsidy']);

function withoutMentions(promotions: readonly Promotion[]): readonly Promotion[] {
  const isEmpty = ({ params }: Promotion): boolean => Object.keys(params).length === 0;
  return promotions.filter((one) => !NAMED_AGAIN.has(one.mechanic) || !isEmpty(one) || !promotions.some((other) => other.mechanic === one.mechanic && !isEmpty(other)));
}
