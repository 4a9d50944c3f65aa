import { add, type Candidates, type UnitAmount } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { PageScan } from '../markup/mention.ts';
import { KIND_WORDS } from '../text/price-words.ts';
import { parseUnitPrice } from '../text/unit-price.ts';
import { place } from './place.ts';

/** How far from the heading the unit price of the article stands, in texts. */
const NEAR = { before: 5, behind: 150 } as const;
/** The nearest ones are enough: those further down are of other packs and other articles. */
const TRUST = [0.7, 0.45, 0.3] as const;

/** What is paid beside the price. */
const FEE = /(?<!\p{L})(?:fees?(?!\p{L})|surcharge|(?:versand|bearbeitungs|service)gebühr|mindermengenzuschlag|frais de (?:gestion|dossier|traitement|commande)|recargo|taxa de|opłata)|[費费]用|手[续續][费費]|手数料|수수료/iu;

/** Adds the prices for a measure that the main part of the page shows near the heading, the nearest first. */
export function unitPriceTexts(scan: PageScan, heading: number | undefined, page: PageContext, into: Candidates): void {
  const start = heading ?? 0;
  const near = scan.prices.filter((mention) => mention.region === 'main' && !mention.hidden && !mention.struck && mention.order >= start - NEAR.before && mention.order <= start + NEAR.behind);
  const seen = new Set<string>();
  for (const mention of near.toSorted((a, b) => a.order - b.order || a.text.length - b.text.length)) {
    const found = FEE.test(mention.text) || KIND_WORDS.list.before.test(mention.text.slice(0, 30)) ? undefined : parseUnitPrice(mention.text, page.text);
    if (!found || seen.has(keyOf(found))) continue;
    const trust = TRUST[seen.size];
    if (trust === undefined) return;
    seen.add(keyOf(found));
    add(into, 'unitPrice', found, trust, place(mention));
  }
}

/** A whole pack, shown like a price for a measure. */
const PER_PIECE = 0.5;
/** Texts between it and the price for a measure that it stands beside. */
const BESIDE = 12;

/** Where no other price is shown: the price of one piece beside a lower one of what is in it, or beside one for a measure: `£3.50/unit` `£0.70/ea`. */
export function pieceAsPrice(scan: PageScan, heading: number | undefined, page: PageContext, into: Candidates): void {
  if (heading === undefined) return;
  const near = scan.prices.filter(({ region, hidden, struck, aside, order }) => region === 'main' && !hidden && !struck && !aside && order > heading && order <= heading + NEAR.behind);
  const all = near.flatMap((mention) => {
    const found = parseUnitPrice(mention.text, page.text);
    return found ? [{ mention, found }] : [];
  });
  const whole = all.find(({ found }) => found.unit === 'piece' && found.per === 1);
  if (!whole) return;
  const { amount, currency, currencyCandidates } = whole.found;
  const beside = all.filter(({ mention, found }) => keyOf(found) !== keyOf(whole.found) && Math.abs(mention.order - whole.mention.order) <= BESIDE);
  const isWhole = beside.length > 0 && beside.every(({ found }) => found.unit !== 'piece' || Number(found.amount) < Number(amount));
  if (isWhole) add(into, 'price', { amount, kind: 'page', ...(currency && { currency }), ...(currencyCandidates && { currencyCandidates }) }, PER_PIECE, place(whole.mention));
}

function keyOf({ amount, per, unit }: UnitAmount): string {
  return `${Number(amount)} ${per} ${unit}`;
}
