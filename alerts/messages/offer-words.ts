import type { Language } from '../../config/schema.ts';
import type { Advice } from '../../model/advice.ts';
import type { Alert } from '../../model/alert.ts';
import type { ChangeDetail } from '../../model/change.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import type { Formats } from './formats.ts';

/** Words for what a message says beside the change: by how much, which article of whom, how sure, what to do. */
interface OfferWords {
  readonly by: (amount: string, percent: string) => string;
  readonly article: (sku: string) => string;
  readonly seller: (name: string) => string;
  readonly sure: (percent: string) => string;
  readonly advised: (what: string) => string;
  readonly lower: (from: string, to: string) => string;
  readonly raise: (from: string, to: string) => string;
  readonly hold: (price: string) => string;
}

const WORDS: Readonly<Record<Language, OfferWords>> = {
  en: {
    by: (amount, percent) => `By ${amount}${percent === '' ? '' : ` (${percent})`}`, article: (sku) => `Article ${sku}`, seller: (name) => `sold by ${name}`, sure: (percent) => `${percent} sure`,
    advised: (what) => `Advised: ${what}`, lower: (from, to) => `lower your price, ${from} → ${to}`, raise: (from, to) => `raise your price, ${from} → ${to}`, hold: (price) => `keep your price of ${price}`,
  },
  'zh-CN': {
    by: (amount, percent) => `幅度 ${amount}${percent === '' ? '' : `（${percent}）`}`, article: (sku) => `商品编号 ${sku}`, seller: (name) => `卖家 ${name}`, sure: (percent) => `可信度 ${percent}`,
    advised: (what) => `建议：${what}`, lower: (from, to) => `降价，${from} → ${to}`, raise: (from, to) => `提价，${from} → ${to}`, hold: (price) => `维持 ${price}`,
  },
};

/** By how much an amount moved, which article it is and whose: up to two lines. Nothing where it is not known. */
export function offerLines(alert: Alert, language: Language, f: Formats): readonly string[] {
  const words = WORDS[language];
  const moved = movementOf(alert);
  const { sku, seller } = alert.offer ?? {};
  const whose = [sku === undefined ? '' : words.article(sku), seller === undefined ? '' : words.seller(seller)].filter(Boolean).join(' · ');
  return [...(moved ? [words.by(`${signOf(moved.by.minor)}${f.money({ ...moved.by, minor: Math.abs(moved.by.minor) })}`, moved.percent === undefined ? '' : `${signOf(moved.percent)}${f.percent(moved.percent)}`)] : []), ...(whose === '' ? [] : [whose])];
}

function signOf(value: number): string {
  return value < 0 ? '−' : '+';
}

/** How sure the reading is, e.g. `97% sure`; undefined when it is not known. */
export function sureness({ offer }: Alert, language: Language, f: Formats): string | undefined {
  return offer?.confidence === undefined ? undefined : WORDS[language].sure(f.percent(Math.floor(offer.confidence * 100)));
}

/** What is advised, with the reason where it is in the reader's language. */
export function adviceLines({ advice }: Alert, language: Language, f: Formats): readonly string[] {
  if (!advice) return [];
  const what = adviceText(advice.advice, WORDS[language], f);
  if (what === undefined) return [];
  return [WORDS[language].advised(what), ...(advice.language === language ? [advice.reason] : [])];
}

function adviceText(advice: Advice, words: OfferWords, f: Formats): string | undefined {
  switch (advice.kind) {
    case 'lower_price': return words.lower(f.money(advice.from), f.money(advice.to));
    case 'raise_price': return words.raise(f.money(advice.from), f.money(advice.to));
    case 'hold_price': return words.hold(f.money(advice.price));
    case 'add_keywords': case 'add_images': case 'add_attributes': return undefined;
    default: return advice satisfies never;
  }
}

/** The two amounts that the message shows as from and to. */
function movementOf({ reason, change: { detail } }: Alert): { readonly by: Money; readonly percent?: number } | undefined {
  const [from, to] = amountsOf(detail);
  const [was, is] = [reason.from ?? from, reason.to ?? to];
  if (!was || !is || !sameCurrency(was, is) || was.minor === is.minor) return undefined;
  const percent = was.minor === 0 ? undefined : reason.percent ?? ('percent' in detail ? detail.percent : undefined);
  return { by: { ...is, minor: is.minor - was.minor }, ...(percent === undefined ? {} : { percent }) };
}

function amountsOf(detail: ChangeDetail): readonly [Money | undefined, Money | undefined] {
  switch (detail.kind) {
    case 'price': return detail.from.max || detail.to.max ? [undefined, undefined] : [detail.from.money, detail.to.money];
    case 'list_price': return [detail.from?.money, detail.to?.money];
    case 'to_pay': return [detail.from, detail.to];
    case 'unit_price': return detail.from.unit === detail.to.unit && detail.from.per === detail.to.per ? [detail.from.money, detail.to.money] : [undefined, undefined];
    case 'shipping': return [detail.from ?? undefined, detail.to ?? undefined];
    default: return [undefined, undefined];
  }
}
