import type { Language } from '../../config/schema.ts';
import { formatMoney, type Money } from '../../model/money.ts';
import type { Floor, FloorBy } from './limits.ts';
import type { RivalOffer, WonderedRefusal } from './rival.ts';

/** Why a price that was considered is not advised. */
export type HoldReason = WonderedRefusal | 'no_floor' | 'floor' | 'cap' | 'cooldown' | 'own_sold_out' | 'other_currency';

/** The figures a sentence may need. */
export interface Figures {
  readonly own: Money;
  /** The rival that is followed or refused, with its price per unit of ours. */
  readonly rival: RivalOffer;
  readonly unit: Money;
  /** How many rivals look cheaper; for refusals. */
  readonly cheaper: number;
  readonly to?: Money;
  readonly floor?: Extract<Floor, { readonly state: 'known' }>;
  readonly maxChange: number;
  readonly until?: Date;
  /** What stopped the price on its way: the floor, the cap, or nothing. */
  readonly stoppedBy?: 'floor' | 'cap';
}

type Sentence = (f: Figures, m: (amount: Money) => string) => string;

interface Catalogue {
  readonly lower: Sentence;
  readonly raise: Sentence;
  readonly hold: Readonly<Record<HoldReason, Sentence>>;
}

/** Who the rival is: its seller where one is named, else the host. */
function who(rival: RivalOffer): string {
  return rival.seller ?? (URL.canParse(rival.url) ? new URL(rival.url).host : rival.url);
}

const hour = (until: Date | undefined): string => (until ? `${until.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '');
const only = (f: Figures): string => (f.cheaper === 1 ? 'The only cheaper rival' : `The cheapest of ${f.cheaper} cheaper rivals`);
const onlyChinese = (f: Figures): string => (f.cheaper === 1 ? '唯一更低价的竞品' : `${f.cheaper}个更低价竞品中最低的`);

const FLOORS: Readonly<Record<FloorBy, string>> = { floor: 'your floor', margin: 'your cost with its least margin', map: 'the lowest price that may be advertised (MAP)' };
const FLOORS_CHINESE: Readonly<Record<FloorBy, string>> = { floor: '底价', margin: '成本加最低毛利', map: '控价' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the rival asks for as much as one of ours, and how that comes about where one of theirs is not one of ours. */
const theirs: Sentence = ({ unit, rival: { price, packRatio } }, m) =>
  (price.state !== 'known' || packRatio.ours === packRatio.theirs ? m(unit) : `${m(unit)} (${m(price.value.money)} each, ${packRatio.theirs} of theirs = ${packRatio.ours} of yours)`);
const theirsChinese: Sentence = ({ unit, rival: { price, packRatio } }, m) =>
  (price.state !== 'known' || packRatio.ours === packRatio.theirs ? m(unit) : `${m(unit)}（每件 ${m(price.value.money)}，对方 ${packRatio.theirs} 件合您的 ${packRatio.ours} 件）`);

const ENGLISH: Catalogue = {
  lower: (f, m) => `${who(f.rival)} asks ${theirs(f, m)}, you ask ${m(f.own)}.${f.stoppedBy === 'floor' ? ` ${capital(FLOORS[f.floor?.by ?? 'floor'])} stops the price at ${m(f.to ?? f.own)}.` : f.stoppedBy === 'cap' ? ` One step may move the price by ${f.maxChange}% at most.` : ''}`,
  raise: (f, m) => `The lowest comparable rival, ${who(f.rival)}, asks ${theirs(f, m)}; you ask ${m(f.own)} and may climb.${f.stoppedBy === 'cap' ? ` One step may move the price by ${f.maxChange}% at most.` : ''}`,
  hold: {
    sold_out: (f, m) => `${only(f)}, ${who(f.rival)} at ${theirs(f, m)}, is sold out.`,
    preorder: (f, m) => `${only(f)}, ${who(f.rival)} at ${theirs(f, m)}, only takes pre-orders.`,
    stock_unknown: (f, m) => `${only(f)}, ${who(f.rival)} at ${theirs(f, m)}, does not say whether it has stock.`,
    unconfirmed: (f, m) => `${only(f)}, ${who(f.rival)} at ${theirs(f, m)}, is not confirmed to be the same article. "rivalwatch matches" shows it: confirm or reject it.`,
    stale: (f, m) => `${only(f)}, ${who(f.rival)} at ${theirs(f, m)}, was last seen too long ago (${hour(f.rival.lastSeenAt)}).`,
    used: (f, m) => `${only(f)}, ${who(f.rival)} at ${theirs(f, m)}, does not sell the article new.`,
    conditional: (f, m) => `${only(f)}, ${who(f.rival)}, asks ${theirs(f, m)} only under a condition such as a coupon or a membership.`,
    range: (f, m) => `${only(f)}, ${who(f.rival)}, shows a range from ${theirs(f, m)}: which variant costs that is not known.`,
    estimated: (f, m) => `${only(f)}, ${who(f.rival)}, shows ${theirs(f, m)} as an estimate of the platform, not as its price.`,
    no_floor: (f, m) => `${who(f.rival)} asks ${theirs(f, m)}, you ask ${m(f.own)}, but the product has neither a floor nor a cost: without one no price is advised.`,
    floor: (f, m) => `${who(f.rival)} asks ${theirs(f, m)}, but ${FLOORS[f.floor?.by ?? 'floor']} is ${m(f.floor?.money ?? f.own)} and you ask ${m(f.own)}.`,
    cap: (f, m) => `${who(f.rival)} asks ${theirs(f, m)} and you ask ${m(f.own)}, but a step of ${f.maxChange}% at most leads to no allowed price.`,
    cooldown: (f, m) => `${who(f.rival)} asks ${theirs(f, m)}, you ask ${m(f.own)}; the next price advice for this product comes after ${hour(f.until)}.`,
    own_sold_out: (f, m) => `${who(f.rival)} asks ${theirs(f, m)}, you ask ${m(f.own)}, but you have none in stock to sell.`,
    other_currency: (f) => `${who(f.rival)} is cheaper, but floor, cost or MAP of the product are in another currency than its price.`,
  },
};

const CHINESE: Catalogue = {
  lower: (f, m) => `${who(f.rival)} 售价 ${theirsChinese(f, m)}，您的售价 ${m(f.own)}。${f.stoppedBy === 'floor' ? `受${FLOORS_CHINESE[f.floor?.by ?? 'floor']}限制，只降到 ${m(f.to ?? f.own)}。` : f.stoppedBy === 'cap' ? `单次调价不超过 ${f.maxChange}%。` : ''}`,
  raise: (f, m) => `可比竞品中最低的 ${who(f.rival)} 售价 ${theirsChinese(f, m)}，您的售价 ${m(f.own)}，可以上调。${f.stoppedBy === 'cap' ? `单次调价不超过 ${f.maxChange}%。` : ''}`,
  hold: {
    sold_out: (f, m) => `${onlyChinese(f)}（${who(f.rival)}，${theirsChinese(f, m)}）已售罄。`,
    preorder: (f, m) => `${onlyChinese(f)}（${who(f.rival)}，${theirsChinese(f, m)}）仅接受预售。`,
    stock_unknown: (f, m) => `${onlyChinese(f)}（${who(f.rival)}，${theirsChinese(f, m)}）未说明是否有货。`,
    unconfirmed: (f, m) => `${onlyChinese(f)}（${who(f.rival)}，${theirsChinese(f, m)}）尚未确认为同款。请运行 rivalwatch matches 查看，并确认或否决。`,
    stale: (f, m) => `${onlyChinese(f)}（${who(f.rival)}，${theirsChinese(f, m)}）的价格已过时，最后一次看到是 ${hour(f.rival.lastSeenAt)}。`,
    used: (f, m) => `${onlyChinese(f)}（${who(f.rival)}，${theirsChinese(f, m)}）并非全新商品。`,
    conditional: (f, m) => `${onlyChinese(f)}（${who(f.rival)}）的 ${theirsChinese(f, m)} 需满足条件，如领券或会员。`,
    range: (f, m) => `${onlyChinese(f)}（${who(f.rival)}）显示 ${theirsChinese(f, m)} 起，无法确定是哪个规格的价格。`,
    estimated: (f, m) => `${onlyChinese(f)}（${who(f.rival)}）的 ${theirsChinese(f, m)} 是平台估算价，并非实际售价。`,
    no_floor: (f, m) => `${who(f.rival)} 售价 ${theirsChinese(f, m)}，您的售价 ${m(f.own)}，但该商品既无底价也无成本，因此不给出价格建议。`,
    floor: (f, m) => `${who(f.rival)} 售价 ${theirsChinese(f, m)}，但您的${FLOORS_CHINESE[f.floor?.by ?? 'floor']}为 ${m(f.floor?.money ?? f.own)}，当前售价 ${m(f.own)}。`,
    cap: (f, m) => `${who(f.rival)} 售价 ${theirsChinese(f, m)}，您的售价 ${m(f.own)}，但单次调价不超过 ${f.maxChange}%，没有允许的价格。`,
    cooldown: (f, m) => `${who(f.rival)} 售价 ${theirsChinese(f, m)}，您的售价 ${m(f.own)}；该商品的下一次价格建议将在 ${hour(f.until)} 之后给出。`,
    own_sold_out: (f, m) => `${who(f.rival)} 售价 ${theirsChinese(f, m)}，您的售价 ${m(f.own)}，但您自己没有库存。`,
    other_currency: (f) => `${who(f.rival)} 更便宜，但该商品的底价、成本或控价与售价币种不同。`,
  },
};

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: ENGLISH, 'zh-CN': CHINESE };

/** The sentence for a piece of price advice, in the operator's language. */
export function priceReason(what: 'lower' | 'raise' | HoldReason, figures: Figures, language: Language): string {
  const catalogue = CATALOGUES[language];
  const format = (amount: Money): string => formatMoney(amount, language);
  if (what === 'lower' || what === 'raise') return catalogue[what](figures, format);
  return catalogue.hold[what](figures, format);
}
