import { add, type Candidates } from '../candidates.ts';
import { labelKind } from '../markup/labels.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { MONEY_TEXT } from '../markup/words.ts';
import { place } from './place.ts';

/** Texts from the heading in which the seller of the article is named. */
const NEAR = { before: 20, behind: 250 } as const;
/** Behind a name: how often it sold and how it is rated. */
const RATED = /\s*(?:\(\s?[\d.,]+\s?[kK万]?\+?\s?\)|\d{1,3}(?:[.,]\d{1,2})?\s?%.*|[★⭐].*|·.*|\|.*)$/u;
/** In front of a name. */
const LEAD = /^(?:sold by|seller|by|verkauft (?:von|durch)|verkäufer|vendu par|vendeur|vendido por|vendedor|venduto da|venditore|sprzedawca|verkocht door|verkoper|卖家|賣家|店铺|出品者|판매자)\s*[:：]?\s+/i;
/** Words of links and headings about a seller, no names. */
const NO_NAME = /^(?:about|all|contact|chat|follow|message|more|other|see|sell|seller|sellers|shop|show|store|view|visit|is|rating|reviews?|info(?:rmation)?|details?|alle|mehr|kontakt|verkäufer|zum shop|voir|contacter|ver|otros|contatta|vedi|zobacz|bekijk|进店|關注|关注|联系|店铺|卖家)(?![\p{L}\d])/iu;

/** Adds who sells the article: what stands behind a label that asks for it, else in an element named after it. Nothing where several are named: those are other offers. */
export function sellerTexts(scan: PageScan, heading: number | undefined, into: Candidates): void {
  const own = (mention: Mention): boolean => heading !== undefined && mention.region === 'main' && !mention.hidden && !mention.aside && mention.order >= heading - NEAR.before && mention.order <= heading + NEAR.behind;
  const labelled = scan.labelled.flatMap(({ label, mention }) => (labelKind(label) === 'seller' && own(mention) ? [mention] : []));
  if (!addOne(labelled, 0.6, into)) addOne(scan.sellers.filter(own), 0.5, into);
}

function addOne(mentions: readonly Mention[], trust: number, into: Candidates): boolean {
  const named = mentions.flatMap((mention) => {
    const name = mention.text.replace(/^[\s:：]+/, '').replace(LEAD, '').replace(RATED, '').trim();
    return /\p{L}{2}/u.test(name) && name.length <= 60 && !NO_NAME.test(name) && !MONEY_TEXT.test(name) ? [{ mention, name }] : [];
  });
  const [first] = named;
  if (!first || named.some(({ name }) => name !== first.name)) return false;
  add(into, 'seller', { name: first.name }, trust, place(first.mention));
  return true;
}
