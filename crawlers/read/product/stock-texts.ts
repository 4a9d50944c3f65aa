import type { Availability } from '../../../model/listing.ts';
import { add, type Candidates } from '../candidates.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { BUY_ALONE, BUY_WORD, CONTACT_ALONE, STOCK_MARK } from '../markup/words.ts';
import { parseAvailability } from '../text/availability.ts';
import { parseQuantity } from '../text/quantity.ts';
import { place } from './place.ts';

/** Names of parts that show only when something is clicked: what they say of stock is for another case. */
const DIALOG = /(?:^|[\s_-])(?:modal|dialog|lightbox|popup|tooltip)(?:$|[\s_-])/;
/** Elements that stand for one of several sizes or colours. */
const OPTION = /(?:^|[\s_-])(?:option|swatch|variant|size|attribute|radio|label|(?:is-)?disabled)/;
/** Buttons that stand for one size. */
const OF_SIZE = /(?:^|[\s_-])(?:size|swatch)/;
/** A name for words laid over the picture. */
const BADGE = /(?:^|[\s_-])(?:badge|label|flag|sticker|ribbon)(?:$|[\s_-])/;
/** A text that names what it says. */
const LABELLED = /^(?:availability|stock(?: status)?|verfügbarkeit|lager(?:stand|status|bestand)|disponibilit(?:é|à|y)|disponibilidade?|dostępność|dostupnost|beschikbaarheid|voorraad|наличие|наявність|наличност|elérhetőség|disponibilitate|διαθεσιμότητα|在庫(?:状況|数)?|[库庫]存(?:状态|狀態)?|재고)\s*[:：]/iu;
/** A sentence that names the article itself. */
const ABOUT_IT = /(?<!\p{L})(?:this|the) (?:product|item|article)(?! (?:to|in))|(?:dieser|der) artikel|dieses produkt|(?:ce|cet|le) (?:produit|article)|(?:este|el) (?:producto|art[ií]culo)|(?:questo|il) (?:prodotto|articolo)|(?:este|o) produto|(?:ten|produkt) (?:produkt|jest)|(?:dit|het) (?:product|artikel)|den här (?:varan|produkten)|(?:данный|этот) товар|(?:该|此|本)(?:商品|宝贝)|この商品|이 상품/iu;
/** An offer to write when goods come: themes have it ready for the variant that is not there. */
const OFFERS_NOTE = /notif|alert me|let you know|(?:get|receive) an? (?:e?-?mail|text)|informier|laten (?:het )?(?:je )?weten|ontvang|recevez|avvisere|te avis|dostanete|(?:mail|text|tell) me|benachrichtig|m.(?:alerter|avertir)|préven(?:ir|ez)|av[ií]s[ae]r?me|avise|avvis|powiadom|houd me|stuur mij|hlídat|strážit|bevaka|besked|beskjed|ilmoita|értesít|anun[tț]|haber ver|сообщить|уведомить|повідомити|재입고 ?알림|[到入][货貨荷](?:提醒|通知|お知らせ)/i;
/** Stock of one branch, or of one way of delivery, is not the article's. */
const BRANCH = /(?<!\p{L})(?:(?:in|at) (?:store|your|this|selected|nearby)|stores?|pick[ -]?up|collect(?:ion)?|branch|filiale?n?|markt|magasin|retrait|tiendas?|recogida|negozi[oi]?|ritiro|lojas?|retirada|sklepie|salonie|odbi[oó]r|winkels?|afhalen|predajni|prodejn[ěa]|poboč\p{L}+|butik|店舗|门店|自提)(?!\p{L})|(?:delivery|shipping) (?:is )?(?:currently )?(?:unavailable|not (?:available|possible))|(?:un|not )available for (?:delivery|shipping)|(?:lieferung|versand)[^.]{0,40} nicht (?:möglich|verfügbar)|livraison[^.]{0,20} (?:indisponible|impossible)|non livrable|(?:env[ií]o|entrega|consegna|spedizione)[^.]{0,20} (?:no|non|não|in)[ ]?dispon|(?:bezorg|lever)ing[^.]{0,30} niet (?:mogelijk|beschikbaar)|dostaw[ay][^.]{0,40}niedostępn|不支持(?:配送|送[货貨])|配送(?:不可|できません)/iu;
/** Names of what shows the stock of branches. */
const BRANCH_MARK = /(?:^|[\s_-])(?:in-?stores?|store-?(?:stock|availab\w*|pick-?up|inventory|list|finder|locator)|pick-?up\w*|click-?(?:and|n)?-?(?:collect|reserve)|branch(?:es)?|filial\w*|magasins?|markt-?(?:bestand|verf\w*)|winkel-?voorraad|butik\w*|tiendas|negozi|lojas|salony?|pobočk\w*)(?=$|[\s_-])/;
/** A sentence with the words of a button ("cannot be bought now") sells nothing. */
const OUT: ReadonlySet<Availability | undefined> = new Set(['out_of_stock', 'delisted']);
/** Texts about stock that are looked at. */
const MOST_TEXTS = 40;
/** A button of this many characters is a sentence. */
const MAX_BUTTON = 60;

/** Stock as the page's words have it: near the heading first, then a button that sells, which is weak proof of stock. */
export function stockTexts(scan: PageScan, heading: number | undefined, into: Candidates): void {
  const start = heading ?? 0;
  const near = (mention: Mention): boolean => mention.region !== 'related' && mention.region !== 'navigation' && mention.region !== 'reviews' && mention.region !== 'cart'
    && !mention.hidden && !DIALOG.test(mention.marks) && mention.order >= start - 15;
  const said = scan.stock.filter((one) => near(one) && !isSelling(one)).slice(0, MOST_TEXTS).flatMap((mention) => {
    const value = parseAvailability(mention.text);
    return value === undefined ? [] : [{ mention, value, trust: stockTrust(value, mention, start) }];
  });
  const seen = new Set<string>();
  for (const { mention, value, trust } of said.toSorted((a, b) => b.trust - a.trust)) {
    // Of an element and the ones around it the words count once, where they are named best.
    if (seen.has(`${value}|${mention.text}`)) continue;
    seen.add(`${value}|${mention.text}`);
    add(into, 'availability', value, trust, place(mention));
  }
  buttons(scan.buttons.filter(near), start, scan.prices, into);
  quantities(scan.stock.filter((one) => near(one) && !one.aside && one.order <= start + NEAR_QUANTITY && !OPTION.test(one.marks) && one.tag !== 'option' && !BRANCH_MARK.test(one.marks) && !BRANCH.test(one.text)), into);
}

/** Words of stock further down count what is left of something else. */
const NEAR_QUANTITY = 120;

/** How many there are, where all words of stock that say so say the same. */
function quantities(said: readonly Mention[], into: Candidates): void {
  const counts = said.flatMap((mention) => {
    const count = parseQuantity(mention.text);
    return count === undefined ? [] : [{ mention, count }];
  });
  const [first] = counts;
  if (first && counts.every(({ count }) => count === first.count)) add(into, 'quantity', first.count, 0.6, place(first.mention));
}

/** A button that sells; one that is switched off waits for a choice of size as often as for goods, and proves less. */
function buttons(all: readonly Mention[], start: number, prices: readonly Mention[], into: Candidates): void {
  const sellers = all.filter((mention) => mention.order < start + 400 && isSelling(mention));
  // What stands around a button has its words too, and is never switched off itself.
  const off = new Set(sellers.flatMap(({ disabled, order }) => disabled ? [order] : []));
  const own = sellers.filter(({ aside }) => !aside);
  const button = own.find(({ order }) => !off.has(order)) ?? own[0] ?? sellers.find((one) => !isRepeated(one, sellers));
  // One that is switched off beside no amount still waits for what it sells.
  if (button && (!off.has(button.order) || prices.length > 0)) add(into, 'availability', 'in_stock', (off.has(button.order) ? 0.4 : 0.55) * (button.aside ? 0.6 : 1), place(button));
  const contact = all.find((one) => !one.aside && one.order < start + 150 && isButton(one) && CONTACT_ALONE.test(one.text));
  if (!button && contact) add(into, 'availability', 'in_stock', 0.35, place(contact));
  for (const mention of all.slice(0, 20)) {
    const value = parseAvailability(mention.text);
    const says = value === 'out_of_stock' || (value === 'preorder' && mention.text.length <= 30);
    const sold = button && !off.has(button.order) && button.order < mention.order;
    const trust = OF_SIZE.test(mention.marks.split(' < ', 2).join(' ')) ? 0.2 : sold || isOfOtherOffer(mention, prices, start) ? 0.4 : 0.6;
    if (says && !mention.aside && mention.order < start + 300 && mention.text.length <= MAX_BUTTON && !BRANCH.test(mention.text)) add(into, 'availability', value, value === 'preorder' ? 0.6 : trust, place(mention));
  }
}

/** A price this far above the one beside a button is not of the same offer. */
const APART = 30;
/** Texts between a price and the button that belongs to it. */
const BESIDE = 5;

/** True for a button behind an amount of its own, far below the article's and another than that: one of several offers or packs. */
function isOfOtherOffer({ order }: Mention, prices: readonly Mention[], start: number): boolean {
  const first = prices.find((one) => one.order >= start);
  const own = prices.findLast((one) => one.order < order && one.order >= order - BESIDE);
  return first !== undefined && own !== undefined && own.order - first.order > APART && digitsOf(own) !== digitsOf(first);
}

function digitsOf({ text }: Mention): string {
  return text.replaceAll(/\D/g, '');
}

/** The same button in the same place of several cards sells other articles. */
function isRepeated({ text, marks, order }: Mention, all: readonly Mention[]): boolean {
  return all.some((other) => other.order !== order && other.text === text && other.marks === marks);
}

/** By its words, or by its name where its words are of a language not known here. */
function isSelling(mention: Mention): boolean {
  if (BUY_WORD.test(mention.text) || isButton(mention) && BUY_ALONE.test(mention.text)) return !OUT.has(parseAvailability(mention.text));
  return mention.buys && mention.text.length <= MAX_BUTTON && /\p{L}{2}/u.test(mention.text) && parseAvailability(mention.text) === undefined;
}

/** Something to press, by its tag or names. */
function isButton({ tag, own }: Mention): boolean {
  return tag === 'button' || tag === 'input' || /btn|button|buy|cart|basket/.test(own);
}

/** One of a list of branches, by its names; what says that nothing is left also by the words before it: `Available in store: Bath, sold out`. */
function isOfBranches({ marks, before }: Mention, value: Availability): boolean {
  return BRANCH_MARK.test(marks) || (OUT.has(value) && BRANCH.test(before));
}

function stockTrust(value: Availability, mention: Mention, start: number): number {
  const distance = mention.order - start;
  // A badge stands in the page of every article of some themes, shown by its style alone.
  const marked = ((STOCK_MARK.test(mention.own) && !BADGE.test(mention.own)) || LABELLED.test(mention.text) || ABOUT_IT.test(mention.text)) && !OFFERS_NOTE.test(mention.text);
  const base = marked ? 0.66 : 0.5;
  // One size that is sold out is not the article; a word far down is about something else.
  const isOption = OPTION.test(mention.marks) || mention.tag === 'option' || mention.tag === 'label' || (mention.tag === 'li' && !marked && !STOCK_MARK.test(mention.own));
  const far = distance > 250 ? 0.5 : distance > 120 ? 0.75 : 1;
  // When it comes is said of what is ordered and of what will be back, too.
  const delivery = mention.region === 'shipping' && value === 'in_stock' ? 0.6 : 1;
  return base * far * delivery * (mention.aside ? 0.6 : 1) * (isOption && value !== 'in_stock' ? 0.4 : 1) * (isOfBranches(mention, value) ? 0.35 : BRANCH.test(mention.text) ? 0.6 : 1);
}
