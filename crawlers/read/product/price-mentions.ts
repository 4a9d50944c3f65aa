import type { PriceKind } from '../../../model/listing.ts';
import { compareAmounts } from '../amount.ts';
import type { Amount } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { Mention } from '../markup/mention.ts';
import { FOR_SOME_MARK, LIST_MARK, MONEY_TEXT, NOW_MARK, OTHER_MARK } from '../markup/words.ts';
import { KIND_HINTS, KIND_WORDS, REDUCED_WORDS, type KindHint } from '../text/price-words.ts';
import { remembered } from '../text/remembered.ts';
import { parseMoney, type PriceText } from '../text/price.ts';

/** An amount that the page shows. */
export interface Priced {
  readonly mention: Mention;
  readonly amount: Amount;
  readonly score: number;
  readonly list: boolean;
}

/** The lowest price of the last weeks, which European shops must show beside a reduced one: neither the price nor the one struck through. */
const LOWEST = /lowest (?:prior )?price|last 30 days|niedrigster preis|letzten 30 tage|prix le plus bas|najni[żz]sza cena|prezzo pi[uù] basso|ultimi 30 giorni|precio m[aá]s bajo|[uú]ltimos 30 d[ií]as|pre[cç]o mais baixo|laagste prijs|nejni[žz][šs][ií] cena|najni[žz][šs]ia cena|lägsta pris|laveste pris|cel mai mic pre[tț]|最低价|最安値/i;

/** The most that something may be: "we match prices up to £100". */
const UP_TO = /(?<!\p{L})(?:up to|bis zu|jusqu['’]à|hasta|fino a|até|tot wel|nawet)[^\p{L}\d]{0,4}(?:(?:rs|inr|usd|eur|r|us)[ .$]{0,2})?\d|(?:최대|最大|最多)[^\d]{0,4}\d/iu;

/** A text that ends in the middle of an amount: `Buy it for ₹2,43…`. */
const CUT_OFF = /\d(?:…|\.{3})\s*$/;

const LOWEST_BEFORE = new RegExp(`(?:${LOWEST.source})(?:(?: \\p{L}+){0,3} \\d\\d \\p{L}+)?\\D{0,30}$`, 'iu');

const kindNamed = remembered((words) => KIND_HINTS.find((kind) => KIND_WORDS[kind].before.test(words)));

/** What the words before an amount make of it, when they say that it is not the price. The article's name says nothing: `Drill Original` `€119`. */
function kindBefore(before: string, name: string): KindHint | undefined {
  const whole = name !== '' && before.trimEnd().endsWith(name) ? '' : before.slice(-40);
  const near = OWN_LABEL.exec(whole)?.[1] ?? whole.replaceAll(SPACED, '');
  const words = near.replace(/^.*[\d０-９٠-٩۰-۹]/, '');
  const kind = words.trim() === '' || PRICE_ALONE.test(before) ? undefined : kindNamed(words) ?? (SHARE_LAST.test(near) && KIND_WORDS.conditional.before.test(near.replaceAll(SHARE, '').replace(/^.*\d/, '')) ? 'conditional' : undefined);
  // "excl. VAT" between two amounts speaks of the first.
  return kind === 'excluding_tax' && words !== near ? undefined : kind;
}

/** What is taken off, in per cent, among words that say for whom: `Subscribe & save 15%` `$15.30`. */
const SHARE = /\d{1,2} ?[%％]/g;
const SHARE_LAST = /[%％]\s*$/;

/** Chinese labels are set wide: `参 考 价`. */
const SPACED = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** A label of its own that names the price and nothing else: words in front of it, `去刮券 价格`, are about something else. */
const PRICE_ALONE = /\s(?:价格|售价|现价|價格|售價|現價)\s?[:：]?\s*$/;

/** A label that names a price, with a colon: what stands in front of it, `分期付：花呗 商城价：`, is about something else. */
const OWN_LABEL = /\s([^\s:：]{1,5}[价價]格?\s?[:：]\s*)$/u;

/** More than one sentence. */
const SENTENCES = /\p{L}{2}\. \p{Lu}|\p{L}[。！].*\p{L}/u;

/** A pack of another size: `4-pack: $38.96`. */
const OTHER_PACK = /(?<![\d.,])\d{1,3} ?[-x×]? ?(?:pack|pk|er-?pack|count|ct)\s?[:：]|(?:pack|case|box) of \d{1,3}\s?[:：]/i;

/** Kinds of amounts that are no price of the article at all. */
const NO_PRICE: ReadonlySet<KindHint> = new Set(['past', 'saving', 'shipping', 'threshold', 'instalment']);

/** What is known while the prices of one page are read; a text that stands there many times is understood once. */
export interface Seen {
  /** Where buttons that sell stand. */
  readonly buttons: readonly number[];
  readonly heading: number | undefined;
  /** The end of the article's name, as long as what is kept of the words before an amount. */
  readonly name: string;
  readonly page: PageContext;
  readonly texts: Map<string, PriceText>;
}

/** Names of an element that shows a price. */
const PRICED = /pric|preis|prix|prec|prezzo|prijs|cena/;
/** True for a text that ends in per cent and holds no money: `-20%`, but not `₹2,433 2%`. */
function isShare(text: string): boolean {
  return /%\s*$/.test(text) && !MONEY_TEXT.test(text.replace(/[\d.,]+ ?%\s*$/, ''));
}

/** True for an amount to the cent in an element that shows the price, when nothing else names its currency: `<price><b>6.95</b></price>`. */
function isCentsInPrice({ text, marks }: Mention): boolean {
  return /^\d{1,6}[.,]\d{2}$/.test(text) && marks.split(' < ', 2).some((name) => PRICED.test(name));
}

/** Whole units written as money without its sign: `5990.-`, `229,-`. */
const WITH_DASH = /\d[.,:] ?[-–—](?!\d)/;

/** The amount of a text with what it is and how likely it is the article's; its list price too, where one text names both. */
export function pricedIn(mention: Mention, seen: Seen): Priced[] {
  const one = priced(mention, seen);
  if (!one) return [];
  const old = one.list ? undefined : oldAmountIn(mention.text, one, seen);
  return old ? [one, { ...one, amount: old, list: true }] : [one];
}

/** The list price of a text that names both: "€119 instead of €149". */
function oldAmountIn(text: string, one: Priced, { page }: Seen): Amount | undefined {
  const word = KIND_WORDS.list.before.exec(text);
  const amount = word ? /^\D{1,40}\d[\d.,'’ ]{0,14}\D{0,3}/.exec(text.slice(word.index))?.[0] : undefined;
  if (amount === undefined || LOWEST.test(text)) return undefined;
  const read = parseMoney(amount.slice(word?.[0].length ?? 0), page.text);
  const higher = read.state === 'known' && read.max === undefined && compareAmounts(read.amount, one.amount.amount) > 0;
  return higher ? { ...one.amount, amount: read.amount, kind: 'list' } : undefined;
}

function priced(mention: Mention, { buttons, heading, name, page, texts }: Seen): Priced | undefined {
  if (mention.region === 'cart' || mention.region === 'navigation') return undefined;
  const read = texts.get(mention.text) ?? parseMoney(mention.text, page.text);
  texts.set(mention.text, read);
  if (read.state !== 'known' || read.perUnit || read.recurring) return undefined;
  if (!/[1-9]/.test(read.amount) || isShare(mention.text) || (read.max === undefined && UP_TO.test(mention.text)) || CUT_OFF.test(mention.text)) return undefined;
  if (LOWEST.test(mention.text) || LOWEST_BEFORE.test(mention.before)) return undefined;
  const hint = read.kindHint ?? kindBefore(mention.before, name);
  if (hint !== 'list' && read.currency === undefined && !read.currencyCandidates && !PRICED.test(mention.own) && !isCentsInPrice(mention) && !WITH_DASH.test(mention.text)) return undefined;
  if (hint !== undefined && NO_PRICE.has(hint)) return undefined;
  // What it costs elsewhere, in a description: `It works. List price $250.`
  if (hint === 'list' && !mention.struck && !PRICED.test(mention.own) && SENTENCES.test(mention.text)) return undefined;
  const list = OTHER_PACK.test(mention.text) ? mention.struck : mention.struck || hint === 'list' || LIST_MARK.test(mention.own) || (LIST_MARK.test(mention.marks) && !NOW_NAMED.test(mention.own));
  const score = scoreOf(mention, buttons, heading) * (hint === 'excluding_tax' || isWithoutTax(mention) || OTHER_PACK.test(mention.text) ? 0.6 : 1);
  if (score <= 0.05) return undefined;
  const kind: PriceKind = read.max !== undefined || read.from ? 'range' : hint === 'deposit' || hint === 'conditional' ? hint : isForSome(mention) || isForTrade(mention) ? 'conditional' : 'page';
  return {
    mention, list, score: kind === 'page' ? score : score * 0.8,
    amount: {
      amount: read.amount, kind, ...(read.max === undefined ? {} : { max: read.max }), ...(read.currency ? { currency: read.currency } : {}),
      ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}),
    },
  };
}

/** One article of several in a list. */
const TILE = /product-?(?:tile|miniature|thumb)/;

/** A name that says of an element what the names around it do not. */
const NOW_NAMED = /current|sale(?!s)|final|special|(?:^|[\s_-])(?:now|our|actual|new|reduced|today)|offer-?price|selling|price[-_]{0,2}(?:now|new|sale|final|current|actual)/;
/** Words right behind an amount that not everybody pays. */
const FOR_SOME_AFTER = /^\(?(?:with|using|for|mit|für|avec|pour|con|per|com|para|met|voor|z|dla|s|с|c|для|med|för|for) (?:(?:your|the|a|my|our|der|ihrer|einer|la|votre|una|tu|de|je|o|seu|\p{L}[\p{L}\d]{1,14}) ){0,2}(?:club ?card|nectar|members?|membership|(?:loyalty|club|rewards?|bonus|store) ?card|mitglied\p{L}*|kunden-?karte|bonus-?karte|carte|adhérents?|tarjeta|socios?|carta|soci|cart[ãa]o|bonuskaart|klubkort|kart[ąęy]|карт\p{L}{1,2}|prime|plus|coupon|gutschein|cup[óo]n|code)(?!\p{L})/iu;

/** Words for those who sell on. */
const FOR_TRADE = /(?<!\p{L})(?:опт(?:ов\p{L}+|ом)?|wholesale|trade price|dealer|reseller|großhandels?\p{L}*|händler\p{L}*|grossiste|revendeurs?|mayorista|por mayor|atacado|ingrosso|rivenditor[ei]|hurt(?:ow\p{L}+)?|velkoobchodn\p{L}+|groothandels?\p{L}*|toptan)(?!\p{L})|批发|批發|卸(?:売|価格)|도매/iu;
/** Words that name a price. */
const PRICE_NAMED = /цен[аы]|price|preis|prix|precio|prezzo|preço|cena|prijs|fiyat|[价價]|価格|가격/iu;

/** A price for those who sell on, by the words with the amount: in its text, behind it where a price is named there, else in front of it. */
function isForTrade({ text, before, after }: Mention): boolean {
  const label = PRICE_NAMED.test(after.slice(0, 25)) ? after.slice(0, 25) : before.slice(-25).replace(/^.*\d/, '');
  return FOR_TRADE.test(text) || FOR_TRADE.test(label);
}

/** A price for members, subscribers or holders of a card, by the names around it. */
function isForSome({ marks, after }: Mention): boolean {
  return FOR_SOME_AFTER.test(after) || marks.split(' < ', 2).some((name) => FOR_SOME_MARK.test(name));
}

/** Without the taxes, by the words right behind the amount; those in front of another amount speak of that one. */
function isWithoutTax({ after }: Mention): boolean {
  return KIND_WORDS.excluding_tax.after.test(after) && !/\d/.test(after);
}

/** How likely this is the price of the page's article: 0 to 0.8. */
function scoreOf(mention: Mention, buttons: readonly number[], heading: number | undefined): number {
  let score = 0.4;
  if (/pric|preis|prix|prec|prezzo|prijs|cena/.test(mention.own)) score += 0.1;
  else if (/pric|preis|prix|prec|prezzo|prijs|cena/.test(mention.marks)) score += 0.05;
  if (NOW_MARK.test(mention.own) || REDUCED_WORDS.test(mention.before.slice(-15))) score += 0.08;
  if (mention.tag === 'h1') score -= 0.15;
  // A question is about another way to buy: `想￥136拿下？`.
  if (/[?？]\s*$/.test(mention.text)) score -= 0.2;
  // An amount in the middle of a sentence.
  if (mention.text.length > 60) score -= 0.12;
  if (OTHER_MARK.test(mention.own)) score -= 0.3;
  else if (OTHER_MARK.test(mention.marks)) score -= 0.12;
  if (mention.hidden) score -= 0.2;
  if (!MONEY_TEXT.test(mention.text) && !/data-price/.test(mention.own)) score -= 0.05;
  if (mention.region === 'related' || TILE.test(mention.marks)) score *= 0.3;
  else if (mention.region !== 'main') score *= 0.4;
  if (heading !== undefined) {
    const distance = mention.order - heading;
    if (distance >= 0 && distance <= 40) score += 0.12;
    else if (distance >= 0 && distance <= 120) score += 0.04;
    else if (distance > 400 || distance < -60) score -= 0.15;
    else if (distance > 200) score -= 0.05;
  }
  if (buttons.some((order) => Math.abs(order - mention.order) <= 20)) score += 0.08;
  return mention.aside ? score * 0.6 : score;
}
