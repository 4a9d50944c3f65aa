import type { CheerioAPI } from 'cheerio';
import { add, evidence, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { marketCurrency } from '../market.ts';
import { labelKind } from '../../read/markup/labels.ts';
import { plainText } from '../../read/markup/entities.ts';
import { normaliseGtin } from '../../read/text/gtin.ts';
import { parseAvailability } from '../../read/text/availability.ts';
import { parseCount } from '../../read/text/count.ts';
import { parsePrice } from '../../read/text/price.ts';

const TRUST = 0.92;
const BID = /current bid|starting bid|winning bid|aktuelles gebot|startpreis|startgebot|ench[eè]re|offerta (?:attuale|iniziale)|puja (?:actual|inicial)|\d+ (?:bids?|gebote?|ench[eè]res?|offert[ea]|pujas?)\b/i;
const ENDED = /(?:listing|auction|bidding|item) (?:was |has )?(?:ended|sold)|this (?:listing|item) (?:sold|ended)|no longer available|beendet|verkauft am|terminé|vendu le|terminata|finaliz/i;
const BUY_BUTTONS = '[data-testid="x-bin-action"], [data-testid="x-atc-action"], #binBtn_btn_1, #atcBtn_btn_1, #isCartBtn_btn, #binBtn_btn, a[href*="cart.ebay"]';

type Text = (selector: string) => string;

/** Adds what eBay's own elements say; gives the item id. An auction's bid gives no price, the price for buying at once does. */
export function readDom($: CheerioAPI, page: PageContext, into: Candidates): string | undefined {
  const text: Text = (selector) => plainText($(selector).first().text());
  const title = text('.x-item-title__mainTitle') || text('#itemTitle').replace(/^Details about\s+/i, '');
  if (title !== '') add(into, 'title', title, TRUST, evidence('platform', '.x-item-title__mainTitle', title));
  marketCurrency(page, into);
  addPrices(text, page, into);
  addStock($, text, page, into);
  addSpecifics($, into);
  addRest($, text, page, into);
  const id = /\/itm\/(?:[^/]+\/)?(\d{9,14})/.exec(`${page.head.canonical ?? ''} ${page.url.pathname}`)?.[1];
  if (id !== undefined) add(into, 'sku', id, 0.6, evidence('url', 'itm', id));
  return id;
}

function addPrices(text: Text, page: PageContext, into: Candidates): void {
  const now = text('.x-bin-price .x-price-primary') || text('.x-bin-price__content');
  const primary = now || text('.x-price-primary') || text('#prcIsum') || text('#mm-saleDscPrc');
  const box = text('.x-bid-price, .x-price-section, .vim.x-price-section');
  if (now !== '' || !BID.test(`${box} ${primary} ${text('.x-bid-count')}`)) addAmount(primary, 'price', '.x-price-primary', page, into);
  addAmount(text('.x-additional-info__textual-display .ux-textspans--STRIKETHROUGH') || text('.x-price-section .ux-textspans--STRIKETHROUGH') || text('#orgPrc'), 'listPrice', '.ux-textspans--STRIKETHROUGH', page, into);
}

/** A listing that ended is sold by nobody; then the words for quantity, then a button that sells. */
function addStock($: CheerioAPI, text: Text, page: PageContext, into: Candidates): void {
  const status = text('.d-statusmessage, .statusLeftContent, .vi-is1-titleH1, .msgTextAlign');
  if (ENDED.test(status)) add(into, 'availability', 'delisted', 0.95, evidence('platform', '.d-statusmessage', status));
  const stock = text('.d-quantity__availability') || text('.x-quantity__availability') || text('#qtySubTxt');
  const left = /(?:^|[^\d.,])(\d{1,6}) (?:available|verfügbar|disponibles?|disponibili|disponíveis|dostępn\p{L}*|beschikbaar)/iu.exec(stock)?.[1];
  const value = /last one|letzter artikel|dernier article|ultimo/i.test(stock) ? 'low' : parseAvailability(stock.replace(/\s*[/·].*$/, '')) ?? (left === undefined ? undefined : Number(left) > 0 ? 'in_stock' : 'out_of_stock');
  if (value !== undefined) add(into, 'availability', value, TRUST, evidence('platform', '.d-quantity__availability', stock));
  else if (status === '' && $(BUY_BUTTONS).length > 0) add(into, 'availability', 'in_stock', 0.8, evidence('platform', 'buy button', text(BUY_BUTTONS)));
  if (left !== undefined && !/more than|mehr als|plus de|più di|más de/i.test(stock)) add(into, 'quantity', Number(left), 0.9, evidence('platform', '.d-quantity__availability', stock));
  const sold = /([\d.,]+)\s*(?:sold|verkauft|vendus?|venduti|vendidos)/i.exec(stock)?.[0];
  if (sold !== undefined) add(into, 'sales', parseCount(sold, page.text.language), TRUST, evidence('platform', '.d-quantity__availability', sold));
}

/** The table of item specifics. */
function addSpecifics($: CheerioAPI, into: Candidates): void {
  const attributes: Record<string, string> = {};
  $('.ux-labels-values, .ux-layout-section-evo__col dl').slice(0, 100).each((_, element) => {
    const label = plainText($(element).find('.ux-labels-values__labels').first().text(), 80).replace(/\s*[:：]$/, '');
    const value = plainText($(element).find('.ux-labels-values__values').first().text(), 200);
    if (label === '' || value === '' || /^(?:does not apply|nicht zutreffend|na|n\/a|non applicable|no aplica|unbranded|markenlos|sans marque)$/i.test(value)) return;
    attributes[label] ??= value;
    const from = evidence('platform', `.ux-labels-values ${label}`, value);
    const kind = labelKind(label);
    if (kind === 'brand') add(into, 'brand', value, 0.88, from);
    else if (kind === 'mpn' && /\d/.test(value)) add(into, 'mpn', value, 0.85, from);
    else if (kind === 'gtin') add(into, 'gtin', normaliseGtin(value), 0.85, from);
  });
  if (Object.keys(attributes).length > 0) add(into, 'attributes', attributes, 0.85, evidence('platform', '.ux-labels-values', Object.keys(attributes).join(', ')));
}

function addRest($: CheerioAPI, text: Text, page: PageContext, into: Candidates): void {
  const condition = text('.x-item-condition-text .ux-textspans') || text('#vi-itm-cond');
  if (condition !== '') add(into, 'condition', condition, TRUST, evidence('platform', '.x-item-condition-text', condition));
  const seller = text('.x-sellercard-atf__info__about-seller a') || text('.x-sellercard-atf__about-seller-item--seller-name') || text('[data-testid="x-sellercard-atf"] .ux-textspans--BOLD') || text('.x-sellercard-atf__info__about-seller') || text('#mbgLink');
  if (seller !== '') add(into, 'seller', { name: seller }, 0.85, evidence('platform', '.x-sellercard-atf', seller));
  const shipping = text('.ux-labels-values--shipping .ux-labels-values__values .ux-textspans') || text('.ux-labels-values--shipping .ux-textspans') || text('#fshippingCost');
  if (/^(?:free|kostenlos|gratis|gratuit\p{L}*)/iu.test(shipping)) add(into, 'shippingCost', { amount: '0', kind: 'page' }, 0.85, evidence('platform', '.ux-labels-values--shipping', shipping));
  else addAmount(shipping, 'shippingCost', '.ux-labels-values--shipping', page, into);
  const crumbs = $('nav.breadcrumbs li a, .seo-breadcrumb-text').toArray().map((one) => plainText($(one).text(), 120)).filter((one) => one !== '');
  if (crumbs.length > 1) add(into, 'breadcrumbs', [...new Set(crumbs)], 0.85, evidence('platform', 'nav.breadcrumbs', crumbs.join(' > ')));
}

function addAmount(raw: string, field: 'price' | 'listPrice' | 'shippingCost', place: string, page: PageContext, into: Candidates): void {
  const read = raw === '' ? undefined : parsePrice(raw, page.text);
  if (read?.state !== 'known') return;
  const kind = field === 'listPrice' ? 'list' : read.max === undefined ? 'page' : 'range';
  add(into, field, {
    amount: read.amount, kind, ...(read.max === undefined ? {} : { max: read.max }), ...(read.currency ? { currency: read.currency } : {}),
    ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}),
  }, TRUST, evidence('platform', place, raw));
}
