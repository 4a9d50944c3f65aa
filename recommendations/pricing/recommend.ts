import type { ConfigFile, Language } from '../../config/schema.ts';
import { thresholdText } from '../../model/comparison.ts';
import type { Advice, AdviceInput, Product, Recommendation } from '../../model/advice.ts';
import { money, moneyText, type Money } from '../../model/money.ts';
import { newest, settle, type Draft } from '../identity.ts';
import { below, floorOf, largestStep, type Floor } from './limits.ts';
import { judgeRival, looksCheaper, type CheaperRefused, type JudgedRival, type RivalOffer } from './rival.ts';
import { priceReason, type Figures, type HoldReason } from './words.ts';

/*
 * Price advice for one product.
 *   rival.ts   which rivals may be followed, and why the others may not
 *   limits.ts  floor, cap and the place below a rival
 *   words.ts   the sentence for each outcome, English and Chinese
 */
export type PricingSettings = ConfigFile['advice']['pricing'];

export interface PriceInput {
  readonly product: Product;
  /** Everything matched with the product, confirmed or proposed, whatever its state: refusing is done here. */
  readonly rivals: readonly RivalOffer[];
  readonly settings: PricingSettings;
  /** Price recommendations made for the product so far, newest first or in any order; at least the newest of each kind. */
  readonly previous: readonly Recommendation[];
  readonly language: Language;
  readonly now: Date;
}

type Priced = JudgedRival & { readonly unit: Money };
const MOST_RIVALS_SHOWN = 20;

/**
 * The price recommendation that stands now, or undefined when there is nothing to say: any other open price recommendation of the
 * product is then superseded. A recommendation that stands already comes back with its id. Never below the floor, never further than the
 * cap, never twice within the cool-down, never after a rival that is sold out, unverified, stale, or the operator's own; a refusal that an
 * operator would wonder about becomes `hold_price` with its reason.
 */
export function recommendPrice(input: PriceInput): Recommendation | undefined {
  const { product, settings, now } = input;
  if (!settings.enabled || product.price.minor <= 0) return undefined;
  const judged = input.rivals.filter((rival) => rival.match !== 'rejected').map((rival) => judgeRival(rival, product, settings, now));
  const followed = judged.filter((one): one is Priced => one.refusal === undefined && one.unit !== undefined).toSorted((a, b) => a.unit.minor - b.unit.minor)[0];
  const refused = judged.filter((one): one is CheaperRefused => looksCheaper(one, product.price)).toSorted((a, b) => a.unit.minor - b.unit.minor);
  const goal = followed ? below(followed.unit, settings.undercutBy) : undefined;
  const situation: Situation = { input, judged, cheaper: refused.length };
  if (followed && goal !== undefined && goal < product.price.minor) return lower(situation, followed, goal);
  const [cheapest] = refused;
  if (cheapest) return hold(situation, cheapest.refusal, cheapest);
  return followed && goal !== undefined && goal > product.price.minor ? raise(situation, followed, goal) : undefined;
}

interface Situation {
  readonly input: PriceInput;
  readonly judged: readonly JudgedRival[];
  readonly cheaper: number;
}

function lower(situation: Situation, rival: Priced, goal: number): Recommendation | undefined {
  const { product, settings } = situation.input;
  const floor = floorOf(product, settings.minMargin);
  if (floor.state !== 'known') return hold(situation, floor.state === 'missing' ? 'no_floor' : 'other_currency', rival);
  if (product.stock === 0) return hold(situation, 'own_sold_out', rival);
  const lowest = product.price.minor - largestStep(product.price, settings.maxChange);
  const to = Math.max(goal, floor.money.minor, lowest);
  if (to >= product.price.minor) return hold(situation, floor.money.minor >= product.price.minor ? 'floor' : 'cap', rival, floor);
  const stoppedBy = to === goal ? undefined : to === floor.money.minor ? 'floor' : 'cap';
  return move(situation, 'lower_price', rival, money(to, product.price.currency), floor, stoppedBy);
}

function raise(situation: Situation, rival: Priced, goal: number): Recommendation | undefined {
  const { product, settings } = situation.input;
  const floor = floorOf(product, settings.minMargin);
  if (floor.state !== 'known') return undefined; // Nobody wonders why a price is not raised.
  const highest = product.price.minor + largestStep(product.price, settings.maxChange);
  const to = Math.min(goal, highest);
  if (to <= product.price.minor || situation.judged.some((one) => mayBeBelow(one, to))) return undefined;
  if (to < floor.money.minor) return hold(situation, 'cap', rival, floor);
  return move(situation, 'raise_price', rival, money(to, product.price.currency), floor, to === goal ? undefined : 'cap');
}

/** The same article, and whether it can be had for less than that now is not known: climbing past it would be a guess. */
function mayBeBelow({ rival, unit, refusal }: JudgedRival, minor: number): boolean {
  const isUnsure = refusal === 'no_price' || refusal === 'stale' || refusal === 'stock_unknown';
  return isUnsure && rival.match === 'confirmed' && (unit === undefined || unit.minor < minor);
}

/** A change of price, unless the last one is too young; the one that stands already is not held back by its own cool-down. */
function move(situation: Situation, kind: 'lower_price' | 'raise_price', rival: Priced, to: Money, floor: Floor, stoppedBy: 'floor' | 'cap' | undefined): Recommendation | undefined {
  const { product, settings, previous, now, language } = situation.input;
  const last = newest(previous.filter((one) => one.advice.kind === 'lower_price' || one.advice.kind === 'raise_price'));
  const figures: Figures = { ...figuresOf(situation, rival, floor), to, ...(stoppedBy ? { stoppedBy } : {}) };
  const advice: Advice = { kind, from: product.price, to };
  const settled = settle(draft(situation, advice, priceReason(kind === 'lower_price' ? 'lower' : 'raise', figures, language)), last, now, settings.expires);
  if (!settled || settled.id === last?.id || !last) return settled;
  const until = new Date(last.createdAt.getTime() + settings.cooldown);
  return until > now ? hold(situation, 'cooldown', rival, floor, until) : settled;
}

function hold(situation: Situation, because: HoldReason, rival: Priced, floor?: Floor, until?: Date): Recommendation | undefined {
  const { product, settings, previous, now, language } = situation.input;
  const figures: Figures = { ...figuresOf(situation, rival, floor), ...(until ? { until } : {}) };
  const last = newest(previous.filter((one) => one.advice.kind === 'hold_price'));
  return settle(draft(situation, { kind: 'hold_price', price: product.price, because }, priceReason(because, figures, language)), last, now, settings.expires);
}

function figuresOf(situation: Situation, { rival, unit }: Priced, floor?: Floor): Figures {
  const { product, settings } = situation.input;
  return { own: product.price, rival, unit, cheaper: situation.cheaper, maxChange: settings.maxChange, ...(floor?.state === 'known' ? { floor } : {}) };
}

/** The draft with everything that went into it: own figures, limits, and each rival with what was made of it. */
function draft(situation: Situation, advice: Advice, reason: string): Draft {
  const { product, settings } = situation.input;
  const own: (AdviceInput | undefined)[] = [
    { name: 'own_price', value: moneyText(product.price) }, product.floor && { name: 'floor', value: moneyText(product.floor) }, product.cost && { name: 'cost', value: moneyText(product.cost) },
    product.map && { name: 'map', value: moneyText(product.map) },
    product.stock === undefined ? undefined : { name: 'own_stock', value: String(product.stock) },
    { name: 'undercut_by', value: thresholdText(settings.undercutBy) }, { name: 'max_change', value: `${settings.maxChange}%` }, { name: 'min_margin', value: `${settings.minMargin}%` },
  ];
  const rivals = situation.judged.slice(0, MOST_RIVALS_SHOWN).map(({ rival, unit, refusal }): AdviceInput => ({
    name: refusal ? `rival_refused_${refusal}` : 'rival', value: unit ? moneyText(unit) + packText(rival) : 'unknown', listingId: rival.listingId, versionId: rival.versionId, url: rival.url,
  }));
  return { sku: product.sku, advice, reason, inputs: [...own.filter((one) => one !== undefined), ...rivals] };
}

/** How the price for one of ours comes about where one of theirs is not one of ours. */
function packText({ price, packRatio: { ours, theirs } }: RivalOffer): string {
  return ours === theirs || price.state !== 'known' ? '' : ` (${moneyText(price.value.money)} each, ${theirs} of theirs are ${ours} of ours)`;
}
