import { type Shop, SHOPS } from './composed-words.ts';

/** A list page put together of the parts that shops show, with what it asks for known. */
export interface Composed {
  readonly html: string;
  readonly url: string;
  readonly shop: Shop;
  /** What its cards are made of, for a table of what fails. */
  readonly made: readonly string[];
  readonly cards: readonly { readonly price: string; readonly listPrice?: string }[];
}

interface Dice {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
}

/** Numbers that are the same for the same seed (mulberry32). */
function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[below(of.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  };
  for (let i = 0; i < 8; i += 1) next();
  return { below, chance: (share) => next() < share, one };
}

/** An amount in minor units, in whole and cents as the shop writes them. */
interface Written {
  readonly minor: number;
  readonly whole: string;
  readonly cents: string;
  readonly plain: string;
  readonly full: string;
}

function written(shop: Shop, minor: number): Written {
  const unit = shop.digits === 2 ? 100 : 1;
  const whole = String(Math.floor(minor / unit)).replaceAll(/\B(?=(?:\d{3})+$)/g, shop.group);
  const cents = shop.digits === 2 ? String(minor % unit).padStart(2, '0') : '';
  const plain = cents === '' ? whole : whole + shop.decimal + cents;
  return { minor, whole, cents, plain, full: shop.before ? shop.sign + shop.gap + plain : plain + shop.gap + shop.sign };
}

/** Decimal text of an amount. */
export function decimal(shop: Shop, minor: number): string {
  return shop.digits === 2 ? (minor / 100).toFixed(2) : String(minor);
}

type Form = (shop: Shop, amount: Written, name: string) => string;

const signed = (shop: Shop, sign: string, number: string): string => (shop.before ? sign + number : number + sign);

/** How the asked price stands in the markup. */
const FORMS: Readonly<Record<string, Form>> = {
  plain: (_, { full }, name) => `<span class="${name}">${full}</span>`,
  signApart: (shop, { plain }, name) => `<span class="${name}">${signed(shop, `<span>${shop.sign}</span>`, `<span>${plain}</span>`)}</span>`,
  supCents: (shop, { whole, cents }, name) => `<span class="${name}">${signed(shop, `<span>${shop.sign}</span>`, `<b>${whole}</b>${cents && `<sup>${cents}</sup>`}`)}</span>`,
  supPoint: (shop, { whole, cents }, name) => `<span class="${name}">${signed(shop, `<i>${shop.sign}</i>`, `${whole}${cents && shop.decimal}${cents && `<sup>${cents}</sup>`}`)}</span>`,
  fourParts: (shop, { whole, cents }, name) => `<span class="${name}">${signed(shop, `<span>${shop.sign}</span>`, `<span>${whole}</span>${cents && `<span>${shop.decimal}</span><span>${cents}</span>`}`)}</span>`,
  twice: (shop, amount, name) => `<span class="${name}"><span class="sr-only">${amount.full}</span><span aria-hidden="true">${signed(shop, `<span>${shop.sign}</span>`, `<span>${amount.whole}</span>${amount.cents && `<span class="fraction">${amount.cents}</span>`}`)}</span></span>`,
  spoken: (shop, amount, name) => `<div class="${name}"><span class="visually-hidden">${(shop.now[1] ?? '#').replace('#', amount.full)}</span><span aria-hidden="true">${amount.full}</span></div>`,
  labelled: (shop, amount, name) => `<span class="${name}" aria-label="${amount.full}"><span aria-hidden="true">${signed(shop, `<span>${shop.sign}</span>`, `<span>${amount.whole}</span>${amount.cents && `<sup>${amount.cents}</sup>`}`)}</span></span>`,
  labelAlone: (_, { full }, name) => `<span class="${name}" role="img" aria-label="${full}"></span>`,
  signInMiddle: (shop, { whole, cents, full }, name) => (shop.sign === '€' ? `<span class="${name}">${whole}€<sup>${cents}</sup></span>` : `<span class="${name}">${full}</span>`),
  signInClass: (shop, { plain }) => `<span class="price currency-${shop.currency.toLowerCase()}">${plain}</span>`,
  inData: (shop, { minor }, name) => `<span class="${name}" data-price="${decimal(shop, minor)}" data-currency="${shop.currency}"></span>`,
  inCents: (_, { minor, full }, name) => `<span class="${name}" data-price-cents="${minor}" data-price="${minor}">${full}</span>`,
  code: (shop, { plain }, name) => `<span class="${name}">${plain} ${shop.currency}</span>`,
  codeFirst: (shop, { plain }, name) => `<span class="${name}">${shop.currency} <b>${plain}</b></span>`,
  mobile: (_, { full }, name) => `<div class="d-md-none"><span class="${name}">${full}</span></div><div class="d-none d-md-block"><span class="${name}">${full}</span></div>`,
  marked: (shop, { minor, full }, name) => `<span class="${name}"><meta itemprop="price" content="${decimal(shop, minor)}"><meta itemprop="priceCurrency" content="${shop.currency}">${full}</span>`,
  labelledParts: (shop, { whole, cents, full }, name) => `<div role="text" aria-label="${full}" class="${name}"><span>${whole}</span>${cents && `<span>.</span><span>${cents}</span>`}<span>${shop.sign}</span></div>`,
  digits: (shop, { plain }, name) => `<span class="${name}">${signed(shop, `<em>${shop.sign}</em>`, plain.replaceAll(/./g, '<i>$&</i>'))}</span>`,
  linked: (_, { full }) => `<a href="#"><strong>${full}</strong></a>`,
  isolated: (shop, { plain }, name) => `<span class="currency-amount ${name}"><bdi>${signed(shop, `<span class="cur">${shop.sign}</span>`, plain)}</bdi></span>`,
  starred: (_, { full }, name) => `<p class="${name}">${full.replaceAll(' ', '&nbsp;')}*</p>`,
  value: (shop, { minor, full }, name) => `<data class="${name}" value="${decimal(shop, minor)}">${full}</data>`,
  nowApart: (shop, { full }, name) => `<span class="${name}"><span class="sr-only">${(shop.now[0] ?? '#').replace('#', '')}</span>${full}</span>`,
  taxed: (_, { full }, name) => `<span class="${name}">${full}</span><small>incl. VAT</small>`,
};

/** How the price before a reduction stands in the markup, by name, tag, style or words. */
const OLD_FORMS: Readonly<Record<string, Form>> = {
  del: (_, { full }) => `<del>${full}</del>`,
  s: (_, { full }, name) => `<span class="${name}"><s>${full}</s></span>`,
  style: (_, { full }, name) => `<span class="${name}" style="text-decoration:line-through">${full}</span>`,
  utility: (_, { full }) => `<span class="text-sm line-through">${full}</span>`,
  named: (_, { full }) => `<span class="price price--old">${full}</span>`,
  hidden: (shop, { full }, name) => `<span class="${name}"><span class="sr-only">${(shop.was[2] ?? shop.was[0] ?? '').replace('#', '')}</span>${full}</span>`,
  words: (shop, { full }, name) => `<span class="${name}">${(shop.was[0] ?? '').replace('#', full)}</span>`,
  wordsApart: (shop, { full }, name) => `<span class="${name}"><span>${(shop.was[1] ?? '').replace('#', '')}</span><span>${full}</span></span>`,
  crossedParts: (shop, { whole, cents }) => `<del>${signed(shop, `<span>${shop.sign}</span>`, `<span>${whole}</span>${cents && `<sup>${cents}</sup>`}`)}</del>`,
  wordsInDel: (shop, { full }, name) => `<span class="${name}">${(shop.was[0] ?? '').replace('#', `<del>${full}</del>`)}</span>`,
  isolated: (shop, { plain }) => `<del aria-hidden="true"><span><bdi>${signed(shop, `<span>${shop.sign}</span>`, plain)}</bdi></span></del>`,
  strikeName: (_, { full }) => `<span class="strike">${full}</span>`,
  wordsAround: (shop, { full }) => `<small>${(shop.was[0] ?? '').replace('#', `<span>${full}</span>`)}</small>`,
  wordsInS: (shop, { full }) => `<s><span class="sr-only">${(shop.was[1] ?? '').replace('#', '')}</span><span>${full}</span></s>`,
};

/** What stands beside a price and is none; `minor` is what is asked. */
const BESIDE: Readonly<Record<string, (shop: Shop, minor: number, roll: Dice) => string>> = {
  unitSmall: (shop, minor, roll) => text('unit', roll.one(shop.unit), shop, Math.max(3, Math.round(minor / 7))),
  unitLarge: (shop, minor, roll) => text('unit', roll.one(shop.unit), shop, Math.round(minor * 2.3)),
  unitNamed: (shop, minor, roll) => `<div class="unit-price"><span>${roll.one(shop.unit).replace('#', written(shop, Math.max(3, Math.round(minor / 4))).full)}</span></div>`,
  unitSplit: (shop, minor) => `<div class="x9"><span>${written(shop, Math.round(minor / 3)).full}</span><span>/kg</span></div>`,
  save: (shop, minor) => text('save', shop.save, shop, Math.round(minor / 5)),
  member: (shop, minor) => text('member', shop.member, shop, Math.round(minor * 0.9)),
  memberNamed: (shop, minor) => `<div class="member-price">${written(shop, Math.round(minor * 0.9)).full}</div>`,
  parts: (shop, minor) => text('parts', shop.parts, shop, Math.max(2, Math.round(minor / 4))),
  coupon: (shop, minor) => text('coupon', shop.coupon, shop, Math.max(2, Math.round(minor / 8))),
  shipping: (shop, minor) => text('ship', shop.shipping, shop, Math.max(2, Math.round(minor / 6))),
  shippingApart: (shop, minor) => apart('p', shop.shipping, shop, Math.max(2, Math.round(minor / 6))),
  free: (shop, minor) => text('free', shop.free, shop, Math.round(minor / 2 / 100 + 1) * 100),
  lowest: (shop, minor) => text('low', shop.lowest, shop, Math.round(minor * 0.95)),
  percent: () => '<span class="q2">-20%</span>',
  percentGlued: () => '<b>20%</b>',
  rated: (shop, _, roll) => `<div class="q3"><span aria-label="${shop.rated}">4.5</span><span>(${roll.below(900) + 20})</span></div>`,
  sold: (shop) => `<div class="q4">${shop.sold}</div>`,
  otherMoney: (shop, minor) => (shop.currency === 'USD' ? '' : `<small class="q5">≈ US$${(minor / 500 + 1).toFixed(2)}</small>`),
  colours: () => '<span class="q6">+3</span>',
  saveApart: (shop, minor) => apart('div', shop.save, shop, Math.round(minor / 5)),
  minus: (shop, minor) => `<em>-${written(shop, Math.round(minor / 5)).full}</em>`,
  percentSave: (shop, minor) => `<em>(20%) ${shop.save.replace('#', written(shop, Math.round(minor / 5)).full)}</em>`,
  unitLine: (shop, minor) => `<div class="x"><span>${shop.title.split(' ')[0] ?? ''}</span><span>500 g</span> <span>(${written(shop, minor * 2).full}/kg)</span></div>`,
  couponApart: (shop, minor) => apart('label', shop.coupon, shop, Math.max(2, Math.round(minor / 8))),
  memberApart: (shop, minor) => apart('div', shop.member, shop, Math.round(minor * 0.9)),
  partsApart: (shop, minor) => apart('div', shop.parts, shop, Math.max(2, Math.round(minor / 4))),
  lowestApart: (shop, minor) => apart('div', shop.lowest, shop, Math.round(minor * 0.95)),
  freeApart: (shop) => apart('div', shop.free, shop, 200),
  ratingBare: () => '<span>4.7</span><span>1.204</span>',
  stock: () => '<i>12</i>',
};

/** Words in elements of their own around an amount. */
function apart(tag: string, words: string, shop: Shop, minor: number): string {
  const [before = '', behind = ''] = words.split('#');
  return `<${tag}>${before && `<span>${before}</span>`}<b>${written(shop, minor).full}</b>${behind && `<span>${behind}</span>`}</${tag}>`;
}

function text(name: string, words: string, shop: Shop, minor: number): string {
  return `<div class="c-${name.length}${name.charCodeAt(0)}">${words.replace('#', written(shop, minor).full)}</div>`;
}

const NAMES = ['price', 'product-price', 'Price_root__x1', 'sc-a1b2c3', 'a7f', 'offer-value', 'amount', 'text-base font-normal'];
const WAYS = ['one', 'one', 'one', 'from', 'range', 'now'] as const;

/** The list page of a seed: one shop, one way to build cards, twelve articles of which two thirds are reduced where any is. */
export function composed(seed: number): Composed {
  const roll = dice(seed);
  const shop = SHOPS[seed % SHOPS.length] ?? roll.one(SHOPS);
  const form = roll.one(Object.keys(FORMS));
  const way = /^(?:plain|mobile|signApart)$/.test(form) ? roll.one(WAYS) : 'one';
  const old = way !== 'range' && roll.chance(0.6) ? roll.one(Object.keys(OLD_FORMS)) : undefined;
  const beside = [...new Set(Array.from({ length: roll.below(5) }, () => roll.one(Object.keys(BESIDE))))];
  const name = roll.one(NAMES);
  const oldFirst = roll.chance(0.5);
  const flat = roll.chance(0.3);
  const places = beside.map(() => roll.below(3));
  const cards = Array.from({ length: 12 }, (_, n) => {
    const minor = shop.digits === 2 ? (roll.below(30) === 0 ? 129_900 : 0) + 300 + roll.below(roll.one([900, 9_000, 60_000])) : (roll.below(90) + 1) * roll.one([9, 99, 110, 990]) + 80;
    const reduced = old !== undefined && n % 3 !== 2;
    return { minor, reduced, before: Math.round(minor * 1.25) };
  });
  const body = cards.map(({ minor, reduced, before }, n) => {
    const price = priceOf(shop, form, way, name, minor);
    const oldPrice = reduced && old ? OLD_FORMS[old]?.(shop, written(shop, before), name === 'price' ? 'price-x' : 'q1') ?? '' : '';
    const both = oldFirst ? oldPrice + price : price + oldPrice;
    const at = (place: number): string => beside.filter((_, i) => places[i] === place).map((one) => BESIDE[one]?.(shop, minor, roll) ?? '').join('');
    const title = `<h3><a href="/item/article-10${seed}${n + 10}">${shop.title} ${'ABCDEFGHIJKL'[n] ?? ''}</a></h3>`;
    return `<li class="card"><a href="/item/article-10${seed}${n + 10}"><img alt=""></a>${at(0)}${title}${flat ? at(1) + both : `<div class="q8 w-full">${at(1)}<div>${both}</div></div>`}${at(2)}</li>`;
  });
  const made = [`form ${form}`, `way ${way}`, `old ${old ?? 'none'}`, ...beside.map((one) => `beside ${one}`), `shop ${shop.language}`, `name ${name}`, flat ? 'flat' : 'nested', oldFirst ? 'old first' : 'old last'];
  return {
    html: `<!doctype html><html lang="${shop.language}"><head><title>x</title></head><body><h1>${shop.title}</h1><ul class="grid">${body.join('')}</ul></body></html>`, url: 'https://www.shop.example.com/search?q=x', shop, made,
    cards: cards.map(({ minor, reduced, before }) => ({ price: decimal(shop, minor), ...(reduced && { listPrice: decimal(shop, before) }) })),
  };
}

function priceOf(shop: Shop, form: string, way: (typeof WAYS)[number], name: string, minor: number): string {
  const amount = written(shop, minor);
  const shown = FORMS[form]?.(shop, amount, name) ?? '';
  if (way === 'range') return shown.replaceAll(amount.full, `${amount.full} – ${written(shop, minor * 2).full}`);
  if (way === 'from') return shown.replaceAll(amount.full, shop.from.replace('#', amount.full));
  if (way === 'now') return shown.replaceAll(amount.full, (shop.now[0] ?? '#').replace('#', amount.full));
  return shown;
}
