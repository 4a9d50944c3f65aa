import { say, type Wording } from './grammar.ts';
import { LANGUAGES, type Words } from './others-words.ts';

/** Words between two parts of one rule. */
const GAP = '[^.;|\\p{Sc}\\d%\\u0001]{0,30}?';
/** "of" and "with" of all these languages. */
const OF = '(?:de |du |des |del |dello |di |da |do |von |van |van de |um |um |na |za )?';
const WITH = '(?:mit |im |avec |con |com |z |ze |met |en |no |na |im |in |bei |bij |beim |with )*(?:dem |del |le |la |el |o |il |een |een |einem |un |l\')?';
/** "On", before what a reduction is for. */
const ON = '(?:auf|sur|en|su|sul|sulla|sui|na|nas|no|nos|em|op|på|за|на)';
const PURCHASE = '(?: (?:d\'achats?|einkaufswert|bestellwert|einkauf|de compras?|di spesa|de compra|zakupów))?';
const PAYMENT = '(?:paypal|klarna|kreditkarte|lastschrift|vorkasse|überweisung|kundenkarte|carte(?: bancaire| de fidélité)?|virement|tarjeta(?: [\\p{L}]{1,12})?|transferencia|bizum|carta(?: di credito| fedeltà)?|bonifico|pix|boleto|cart[ãa]o(?: [\\p{L}]{1,12})?|mb ?way|kart[ąę](?: [\\p{L}]{1,12})?|blik|przelewem|ideal|creditcard|klantenkaart|mercado ?pago|oxxo|multibanco|swish|vipps|mobilepay|bancontact)';

/** What the patterns of one language are made of: its words, "10 %" and "5 €" with what goes around them, and the ways to say "from". */
interface Parts {
  readonly w: Words;
  readonly upTo: string;
  readonly percent: string;
  readonly money: string;
  readonly amount: string;
  readonly from: string;
}

function partsOf(w: Words): Parts {
  const off = `(?: (?:${w.off}|off))?`;
  const upTo = `(?<upTo>${w.upTo})?`;
  return {
    w, upTo, percent: `${upTo}-?{percentOff} ?%${off}`, money: `${upTo}-?{offMinor}${off}`,
    amount: `${upTo}-?(?:{percentOff} ?%|{offMinor})${off}`, from: `(?:${w.spend}|${w.over})`,
  };
}

function nothing({ w }: Parts): readonly Wording[] {
  return [
    say('nothing', `(?:${w.nothing})`), say('nothing', `\\+? ?{money} (?:de |di |per la |für |voor )?(?:${w.shippingCost})(?!\\p{L})`), say('nothing', `(?:${w.shippingCost}) ?:? {money}`),
  ];
}

/** What is paid in parts, again and again, or given back. */
function perhapsLater({ w, amount, from }: Parts): readonly Wording[] {
  return [
    say('subscribe_save', `{priceMinor} ${WITH}(?:${w.subscribe})`),
    say('subscribe_save', `${amount} [^.\\d]{0,24}(?:${w.subscribe})`),
    say('subscribe_save', `(?:${w.subscribe})[^.\\d]{0,12}${amount}`),
    say('subscribe_save', `(?:${w.subscribe})`),
    say('installment', `(?:${w.noInterest})?[^\\d]{0,6}{periods} ?(?:x|×|${w.instalments}) ?(?:(?:${w.noInterest}) )?(?:de |von |da |à |van |po |a |d')?{amountMinor}(?: (?:${w.noInterest}))?`),
    say('installment', `{periods} ?(?:x |×|${w.instalments}) ?(?:${w.noInterest})`),
    say('installment', `(?:${w.noInterest})[^\\d]{0,12}{periods} (?:${w.instalments}|monate?|mois|meses|mesi|maanden|miesięcy)`),
    say('installment', `(?<!\\p{L})(?:in|en|em|w) {periods} ?(?!x)(?:${w.instalments})(?! ?\\d)`),
    say('free_shipping', `${from} {thresholdMinor}(?: (?:einkaufswert|bestellwert|d'achats?))? (?:${w.freeShipping})`),
    say('free_shipping', `(?:${w.freeShipping})(?:[^.\\d\\p{Sc}\\u0001]{0,30}?${from} {thresholdMinor})(?: d'achats?)?`),
    say('free_shipping', `(?:${w.freeShipping})`),
    say('points', `(?:doppelte|dreifache|\\d{1,2}-?fache?|dubbele|podwójne|potrójne|double|triple|x ?\\d{1,2}) (?:\\p{L}{2,12} )?(?:${w.points})(?!\\p{L})|(?<!\\p{L})(?:${w.points}) (?:dobles|triples|doppi|tripli|doublés|em dobro|x ?\\d{1,2})(?!\\p{L})`),
    say('points', `{points} ?(?:(?:extra|bonus)[ -]?)?(?:${w.points})(?!\\p{L}| (?:of|de(?! fid)|d'|on))`),
    say('cashback', `${amount} ${OF}(?:${w.cashback})(?: (?:en|in|als|w|em) cash-?back)?`),
    say('cashback', `(?:${w.cashback})[^.\\d]{0,8}${amount}`),
  ];
}

function people(parts: Parts): readonly Wording[] {
  const { w, amount } = parts;
  const code = codeOf(parts);
  return [
    say('new_user', `${code}[ :,-]{0,3}[^.\\d\\p{Sc}\\u0001]{0,16}?${amount}[^.\\d]{0,30}(?:${w.firstOrder})`, { audience: 'new customers' }),
    say('new_user', `(?:${w.coupon})(?:e?[sn]|e)?(?!\\p{L}) "?{code}"?[ :,-]{1,3}${amount}[^.\\d]{0,30}(?:${w.firstOrder})`, { audience: 'new customers' }),
    say('new_user', `${amount}[^.\\d]{0,30}(?:${w.firstOrder})[^.%\\p{Sc}\\d\\u0001]{0,20}?(?<!\\p{L})${code}`, { audience: 'new customers' }),
    say('new_user', `(?:${w.newCustomer})[^.\\d]{0,16}${amount}`, { audience: 'new customers' }),
    say('new_user', `${amount}(?:[ -]| (?:pour|für|para|per|voor|dla|för|til|pro|для)(?: (?:les|tous les|alle|i|los|todos los))? )(?:${w.newCustomer})`, { audience: 'new customers' }),
    say('new_user', `(?:${w.firstOrder})[^.\\d]{0,12}${amount}`, { audience: 'new customers' }),
    say('new_user', `${amount}[^.\\d]{0,30}(?:${w.firstOrder})`, { audience: 'new customers' }),
    say('member', `(?:${w.members})[^.\\d]{0,16}${amount}`, { audience: 'members' }),
    say('payment_reduction', `(?<!\\p{L})(?:mit|avec|con|com|z|met|med|s) (?:\\p{L}{2,12} ){0,2}?${PAYMENT}(?!\\p{L})[^.\\d]{0,10}${amount}`, { layer: 'payment' }),
    say('payment_reduction', `${amount}${GAP}(?<!\\p{L})${PAYMENT}(?!\\p{L})`, { layer: 'payment' }),
  ];
}

function groups({ w }: Parts): readonly Wording[] {
  const free = { implies: { percentOff: 100 } };
  return [
    say('fixed_price', `(?:${w.over}|${w.buy}) {minQty} ?(?:${w.items})?:? ?(?:nur |seulement )?(?:je|jeweils|po) {priceMinor}`),
    say('fixed_price', `(?:${w.over}|${w.buy}) {minQty} ?(?:${w.items})?:? ?(?:à |a |por |für |voor )?{priceMinor} ?(?:/ ?|pro |par |per |cada |za |l'|la )?(?:stück|stk|pièce|unité|chacune?|unidad|un[oa]|ciascun[oa]|sztukę|szt|stuk)(?!\\p{L})`),
    say('buy_x_get_y', `(?:${w.buy}) {buy}(?: ${w.items})?,? ?(?:(?:${w.get}) )?{get}(?: ${w.items})? ?(?:${w.free})`, free),
    say('buy_x_get_y', `{buy}(?: \\p{L}{2,12})? (?:achetée?s?|gekauft|comprados?|acquistati|comprados) ?[=,+:] ?(?:le |la )?(?:{get}(?!e)|\\d(?:e|ème)?) ?(?:${w.free})`, { implies: { get: 1, percentOff: 100 } }),
    say('buy_x_get_y', `(?:${w.buy}) {buy}(?: ${w.items})?,? ?(?:(?:${w.get}) )?(?:le |la |den |der |das |de |el |il |o |a )?\\d(?:ème|ième|[.eaoº])?(?: ${w.items})?(?: est| ist| is| es| è| é| är| er| jest| je)? ?(?:${w.free})`, { implies: { get: 1, percentOff: 100 } }),
    say('buy_x_get_y', '(?:compra|compre)(?: apenas)? {buy},? (?:y |e )?(?:llévate|lleva|leve) {sent}(?! (?:gr[aá]tis|de))', free),
    say('buy_x_get_y', `{buy} ?\\+ ?{get} (?:${w.free})`, free),
    say('buy_x_pay_y', `(?:${w.buy}) {buy}(?: ${w.items})?,? ?(?:${w.pay}) {pay}(?! ?(?:[%\\p{Sc}]|zł|EUR))`),
    say('buy_x_pay_y', `(?:${w.pay}) {pay}(?: ${w.items})?,? ?(?:(?:y|e|i|en|und|et|och) )?(?:${w.buy}) {buy}(?! ?(?:[%\\p{Sc}]|zł|EUR))`),
    say('buy_x_pay_y', '{buy}(?: \\p{L}{3,12})? (?:kaufen|nehmen|mitnehmen|bestellen)[,=]? ?(?:nur |und |dafür )?{pay} (?:be)?zahlen'),
    say('buy_x_pay_y', '{buy} achetée?s ?[=,:] ?{pay} payée?s'),
    say('buy_x_pay_y', `(?<![\\d.,\\p{Sc}])\\b{buy}(?: ${w.items})? ?(?:${w.forPrice}|halen ?[,=]?) ?{pay}(?: betalen)?(?![\\d.,]*\\d| ?(?:[%\\p{Sc}]|zł|EUR|R\\$|kr|${w.items}|tage|jahre|jours|ans|días|giorni|dagen|dni))`),
    say('multibuy_price', `\\b{qty} ?(?:${w.items} )?(?:${w.forPrice}) ?{totalMinor}`),
    say('multibuy_price', `\\b{qty} ?(?:${w.items} )?(?:${w.forPrice}) ?(?<totalMinor>\\d{1,3}(?:[.,]\\d{2}|,-))(?![\\d%]| ?(?:${w.items}))`),
  ];
}

function nthPieces({ w, percent }: Parts): readonly Wording[] {
  return [
    say('nth_discount', `(?:${w.second})(?!\\p{L}) ?(?:${w.half})`, { implies: { payRatio: 0.5 } }),
    say('nth_discount', `(?:${w.second})(?!\\p{L}) ?(?:à|al|con|com|met|mit|z|za|a|um)?(?: un| el)? ?${percent}`),
    say('nth_discount', `${percent} (?:${ON}|de)(?: le| la| den| das| el| il| o| a| de)? ?(?:${w.second})(?!\\p{L})`),
    say('nth_discount', `(?:${w.second})(?!\\p{L}) ?(?:ist |est |es |è |é |is )?(?:${w.free})`, { implies: { payRatio: 0 } }),
    say('nth_price', `(?:${w.second})(?!\\p{L}) ?(?:${w.forPrice}|à|a|om) ?{priceMinor}`),
    say('purchase_limit', `(?:${w.limit}) {maxQty}(?: ${w.items})? (?:${w.per})`),
    say('purchase_limit', `{maxQty}(?: ${w.items})? (?:${w.per})`),
  ];
}

/** The sum, then the word, then from what sum on: looked for in all languages before a word of one of them, English too, takes the second sum for the first. */
function couponsFrom(parts: Parts): readonly Wording[] {
  const { w, amount, from } = parts;
  const code = codeOf(parts);
  const least = `${GAP}(?<!\\p{L})${from} (?:más de |plus de )?{thresholdMinor}${PURCHASE}`;
  return [
    say('coupon', `${amount}${least}[^.%\\p{Sc}\\d\\u0001]{0,20}?(?<!\\p{L})${code}`),
    say('coupon', `${code}[ :,-]{0,3}[^.\\d\\p{Sc}\\u0001]{0,16}?${amount}${least}`),
    say('coupon', `${amount}[ -]?${OF}${WITH}(?:${w.coupon})(?:e?[sn]|e)?(?!\\p{L})${least}`),
  ];
}

/** The word for a code, with the code. */
function codeOf({ w }: Parts): string {
  return `(?:${w.code})(?: promo| promotionnel)? ?:? ?"?{code}"?`;
}

function coupons(parts: Parts): readonly Wording[] {
  const { w, amount, from } = parts;
  const code = codeOf(parts);
  return [
    say('coupon', `${amount}[^.%\\p{Sc}\\d\\u0001]{0,30}?(?<!\\p{L})${code}`),
    say('coupon', `${code}[ :,-]{0,3}[^.\\d\\p{Sc}\\u0001]{0,16}?${amount}`),
    say('coupon', `(?:${w.coupon})(?:e?[sn]|e)?(?!\\p{L}) "?{code}"?[ :,-]{1,3}${amount}`),
    say('coupon', `(?:${w.coupon})(?:e?[sn]|e)?(?!\\p{L})[^.\\d\\p{Sc}\\u0001]{0,12}?${amount}${GAP}(?<!\\p{L})${from} (?:más de |plus de )?{thresholdMinor}${PURCHASE}`),
    say('coupon', `(?:${w.coupon})(?:e?[sn]|e)?(?!\\p{L})[^.\\d\\p{Sc}\\u0001]{0,12}?${amount}[^.\\d\\u0001]{0,40}`),
    say('coupon', `${amount}[ -]?${OF}${WITH}(?:${w.coupon})(?:e?[sn]|e)? ?:? ?"?{code}"?`),
    say('coupon', `${amount}[ -]?${WITH}(?:${w.coupon})(?:e?[sn]|e)?(?!\\p{L})[^.\\d\\u0001]{0,40}`),
    say('coupon', `${code}$`),
  ];
}

function amounts({ w, percent, money, from }: Parts): readonly Wording[] {
  const buy = `(?:${w.buy}|${w.over}|bei|per|bij|en|op|con|przy zakupie)`;
  return [
    say('qty_discount', `${percent} ?(?:sparen |(?:${w.save}) )?(?:mit |con |avec |met |com |z )?(?:${w.multi})`),
    say('qty_discount', `{minQty} ?(?:${w.items}) (?:${w.buy})[^.\\d\\p{Sc}\\u0001]{0,12}?${percent}`),
    say('qty_discount', `(?:${w.buy}|${w.over}) {minQty} ?(?:${w.items})?[^.\\d\\p{Sc}\\u0001]{0,16}?${percent}`),
    say('qty_discount', `${percent}${GAP}(?<!\\p{L})${buy} {minQty}(?: ?(?:${w.items})|(?= ?(?:$|[.,;!])))`),
    say('qty_discount', `(?<![\\d.,])\\b{minQty} ?(?:${w.items})[:,]? ?-?{percentOff} ?% (?:${w.off})(?!\\p{L})`),
    say('qty_reduction', `(?:${w.buy}) {minQty}(?: ${w.items})?[^.\\d\\p{Sc}\\u0001]{0,16}?(?:${w.save}) {offMinor}`),
    say('qty_reduction', `(?:${w.buy}|${w.over}) {minQty} (?:${w.items})[^.\\d\\p{Sc}\\u0001]{0,16}?${money}`),
    say('qty_reduction', `${money}${GAP}(?<!\\p{L})${buy} {minQty}(?: ?(?:${w.items})|(?= ?(?:$|[.,;!])))`),
    say('every_full_reduction', `${money} (?:${w.every}) {thresholdMinor}${PURCHASE}`, { implies: { repeat: true } }),
    say('full_reduction', `(?:(?:${w.save}) )?${money}${GAP}(?<!\\p{L})${from} {thresholdMinor}${PURCHASE}`),
    say('full_reduction', `(?<!\\p{L})${from} {thresholdMinor}${PURCHASE}[^.\\d%\\p{Sc}\\u0001]{0,20}?${money}(?: (?:${w.off}|${w.save}))`),
    say('full_discount', `(?:(?:${w.save}) )?${percent}${GAP}(?<!\\p{L})${from} {thresholdMinor}${PURCHASE}`),
    say('full_discount', `(?<!\\p{L})${from} {thresholdMinor}${PURCHASE}[^.\\d%\\p{Sc}\\u0001]{0,20}?${percent}`),
  ];
}

function rest({ w, amount, percent, upTo, from }: Parts): readonly Wording[] {
  return [
    say('flash_sale', `(?:${w.flash})[ :!-]{1,3}${percent}`),
    say('flash_sale', `(?:${w.flash})`),
    say('gift', `(?:${w.buy}) {minQty}(?: ${w.items})?[,:]? ?(?:(?:${w.get}) )?(?:een |un |eine? |una )?(?:${w.free}) (?!${w.items})[\\p{L}-]{3,20}`),
    say('gift', `(?:${w.gift})[^.\\d%\\u0001]{0,24}?${from} {thresholdMinor}${PURCHASE}`),
    say('gift', `(?:${w.gift})`),
    say('presale_deposit', `(?:${w.deposit}):? ${OF}{depositMinor}`),
    say('coupon', `^(?:${w.save}) {percentOff} ?%$`),
    say('direct_reduction', `${upTo}(?:-)?(?:{percentOff} ?%|{offMinor}) (?:${w.off})(?!\\p{L})`),
    say('direct_reduction', `(?:${w.save}) ${amount}`),
    say('direct_reduction', `(?:rabatt|remise|descuento|sconto|desconto|rabat|korting|réduction|zniżka|sleva|zľava|скидка|знижка):?(?: (?:immédiate|extra|inmediato|directo|imediato|immediato))? ${OF}?${amount}`),
    say('direct_reduction', `^(?<upTo>${w.upTo})-?{percentOff} ?%$`),
    say('direct_reduction', `(?<upTo>${w.upTo})-{percentOff} ?%(?: ${ON} [^\\d.%\\p{Sc}\\u0001]{3,60})?$`),
    say('coupon', `^(?:${w.coupon}) ?: ?"?{code}"?$`),
    say('coupon', `^(?:${w.coupon})$`),
  ];
}

const PARTS = LANGUAGES.map(partsOf);
const STAGES = [nothing, perhapsLater, people, groups, nthPieces, coupons, amounts, rest] as const;

/** The wordings of one stage in all languages, each with its language. */
function inAll(stage: (parts: Parts) => readonly Wording[]): readonly Wording[] {
  return PARTS.flatMap((parts) => stage(parts).map((wording) => ({ ...wording, language: parts.w.language })));
}

/** What several of these languages say alike. */
const SHARED: readonly Wording[] = [
  say('buy_x_get_y', '(?<![\\d+=])1 ?\\+ ?1 ?= ?3(?!\\d)', { implies: { buy: 2, get: 1, percentOff: 100 } }),
  say('fixed_price', '(?:(?:club|mitglieder|karten|app|bonus|vorteils|leden|leden)-?(?:preis|prijs)|prix (?:membres?|club|adhérents?|fidélité|carte)|precio (?:soci[oa]s?|club|miembros?)|prezzo (?:soci|club|fidelity|tesserati)|preço (?:clube|sócios?|membros?|assinantes?)|cena (?:klubowa|dla klubowiczów|z kartą)|medlemspris|jäsenhinta|klubová cena|цена по карте)(?: nur| seulement)? ?:? ?{priceMinor}', { audience: 'members' }),
  say('bundle_price', '(?<!\\p{L})(?:combo|kit|conjunto|bundle|zestaw|paket|pakiet) (?:por|für|pour|a|za|voor) {priceMinor}'),
  say('installment', '(?:(?<upTo>hasta) )?{periods} msi(?!\\p{L})(?: de {amountMinor})?'),
];

/** `-20% sur tout le site`: after all that names what it is for. */
const SHARED_LAST: readonly Wording[] = [
  say('direct_reduction', `^{percentOff} ?% ${ON} (?:das|die|den|alle[sn]?|unser\\p{L}*|ausgewählte|tou[ts]|toutes?|l'ensemble|tod[oa]s?|tutt[oiae]|hele|cał\\p{L}+|wszystk\\p{L}+|hela|všechn\\p{L}|вс[её]|весь)(?!\\p{L})[^\\d.%\\p{Sc}\\u0001]{0,60}$`),
  say('direct_reduction', `^-{percentOff} ?% ${ON} [^\\d.%\\p{Sc}\\u0001]{3,80}$`),
];

/** What must be looked for before the wordings in English. */
export const OTHERS_FIRST: readonly Wording[] = inAll(couponsFrom);
/** The wordings of the languages of {@link LANGUAGES}, special before general in all of them, for they share words. */
export const OTHERS: readonly Wording[] = [...SHARED, ...STAGES.flatMap(inAll), ...SHARED_LAST];

/** One pattern for each language: a word of it that promotions are made of. A text without any is spared its wordings. */
const TELLING: readonly (readonly [language: string, words: RegExp])[] = LANGUAGES.map((w) => {
  const words = [w.freeShipping, w.save, w.off, w.upTo, w.coupon, w.code, w.subscribe, w.flash, w.buy, w.free, w.pay, w.half, w.instalments, w.noInterest, w.newCustomer, w.firstOrder, w.members, w.points, w.cashback, w.gift, w.limit, w.per, w.deposit, w.shippingCost, w.multi, w.items, w.second.replaceAll('{nth}', '\\d'), PAYMENT];
  const sources = words.map((source) => source.replace(/\(\?<\w+>/g, '(?:').trim()).join('|');
  return [w.language, new RegExp(`(?<![\\p{L}\\d])(?:${sources})(?!\\p{L})|\\d ?(?:${w.forPrice}|x|${w.items}) ?[\\d€]`, 'iu')];
});

/** The languages of {@link OTHERS} whose words the text has, and that of the page, in one fixed order. */
export function languagesOf(text: string, own?: string): readonly string[] {
  return TELLING.flatMap(([language, words]) => (language === own || words.test(text) ? [language] : []));
}
