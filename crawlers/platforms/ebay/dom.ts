import type { CheerioAPI } from 'cheerio';
import { add, evidence, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { marketCurrency } from '../market.ts';
import { plainText } from '../../read/markup/entities.ts';
import { parseAvailability } from '../../read/text/availability.ts';
import { parseCount } from '../../read/text/count.ts';
import { parsePrice } from '../../read/text/price.ts';

const TRUST = 0.9;
const BID = /current bid|starting bid|aktuelles gebot|startpreis|ench[eè]re|offerta attuale|puja actual|\d+ bids?\b/i;

/** Adds what eBay's own elements say; gives the item id. An auction's bid gives no price. */
export function readDom($: CheerioAPI, page: PageContext, into: Candidates): string | undefined {
  const text = (selector: string): string => plainText($(selector).first().text());
  const title = text('.x-item-title__mainTitle') || text('#itemTitle').replace(/^Details about\s+/i, '');
  if (title !== '') add(into, 'title', title, TRUST, evidence('platform', '.x-item-title__mainTitle', title));
  marketCurrency(page, into);
  const box = text('.x-bid-price, .x-price-section, .vim.x-price-section');
  const primary = text('.x-price-primary') || text('#prcIsum');
  if (!BID.test(`${box} ${primary}`)) addAmount(primary, 'price', '.x-price-primary', page, into);
  addAmount(text('.x-additional-info__textual-display .ux-textspans--STRIKETHROUGH') || text('#orgPrc'), 'listPrice', '.ux-textspans--STRIKETHROUGH', page, into);
  const stock = text('.d-quantity__availability') || text('#qtySubTxt');
  if (stock !== '') {
    add(into, 'availability', parseAvailability(stock), TRUST, evidence('platform', '.d-quantity__availability', stock));
    const sold = /([\d.,]+)\s*(?:sold|verkauft|vendus?|venduti|vendidos)/i.exec(stock)?.[0];
    if (sold !== undefined) add(into, 'sales', parseCount(sold, page.text.language), TRUST, evidence('platform', '.d-quantity__availability', sold));
  }
  $('.ux-labels-values').slice(0, 60).each((_, element) => {
    const label = plainText($(element).find('.ux-labels-values__labels').text(), 80).replace(/:$/, '');
    const value = plainText($(element).find('.ux-labels-values__values').text(), 200);
    if (/^(?:brand|marke|marque|marca)$/i.test(label) && value !== '') add(into, 'brand', value, 0.85, evidence('platform', `.ux-labels-values ${label}`, value));
    if (/^(?:mpn|herstellernummer|numéro de pièce fabricant)$/i.test(label) && /\d/.test(value)) add(into, 'mpn', value, 0.85, evidence('platform', `.ux-labels-values ${label}`, value));
  });
  const seller = text('.x-sellercard-atf__info__about-seller a') || text('[data-testid="x-sellercard-atf"] .ux-textspans--BOLD');
  if (seller !== '') add(into, 'seller', { name: seller }, 0.85, evidence('platform', '.x-sellercard-atf', seller));
  return /\/itm\/(?:[^/]+\/)?(\d{9,14})/.exec(`${page.head.canonical ?? ''} ${page.url.pathname}`)?.[1];
}

function addAmount(raw: string, field: 'price' | 'listPrice', place: string, page: PageContext, into: Candidates): void {
  const read = raw === '' ? undefined : parsePrice(raw, page.text);
  if (read?.state !== 'known') return;
  const kind = field === 'listPrice' ? 'list' : read.max === undefined ? 'page' : 'range';
  add(into, field, {
    amount: read.amount, kind, ...(read.max === undefined ? {} : { max: read.max }), ...(read.currency ? { currency: read.currency } : {}),
    ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}),
  }, TRUST, evidence('platform', place, raw));
}
