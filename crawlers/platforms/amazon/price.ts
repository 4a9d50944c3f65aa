import type { CheerioAPI } from 'cheerio';
import { amountOf, currencyOf } from '../../read/amount.ts';
import { add, evidence, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { parseJson } from '../../read/json/parse.ts';
import { isObject, listOf, type JsonObject } from '../../read/json/value.ts';
import { plainText } from '../../read/markup/entities.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { parsePrice } from '../../read/text/price.ts';

const TRUST = 0.92;
/** Boxes of other ways to buy the article: used, or again and again. */
const OTHER_WAYS = '[id^="usedAccordionRow"], #usedOnlyBuybox, #usedBuySection, [id^="snsAccordionRow"], #sns-base-price, #mir-layout-DELIVERY_BLOCK, [id*="_usedAccordionRow"]';
/** Rows of other articles. */
const OTHER_ARTICLES = '.a-carousel, [id*="similarities"], [id*="sims"], [class*="carousel"], [class*="octopus"], [data-asin]';
const BOXES = ['#corePriceDisplay_desktop_feature_div', '#corePriceDisplay_mobile_feature_div', '#corePrice_desktop', '#apex_desktop', '#corePrice_feature_div', '#newAccordionRow_0', '#qualifiedBuybox', '#desktop_qualifiedBuyBox', '#buybox', '#tp_price_block_total_price_ww'];
const OLD_BOXES = ['#price_inside_buybox', '#newBuyBoxPrice', '#priceblock_dealprice', '#priceblock_saleprice', '#priceblock_ourprice', '#kindle-price', '#tmmSwatches .selected .slot-price'];
const OLD_LIST = ['#priceblock_listprice', '#price .priceBlockStrikePriceString', '#listPrice'];

/** Adds price and list price: what the form of the buy box submits, then what it shows. Gives true for an article that is only sold used. */
export function readPrices($: CheerioAPI, page: PageContext, into: Candidates): boolean {
  submitted($, page, into);
  const box = BOXES.find((selector) => addShown($, selector, page, into)) ?? OLD_BOXES.find((selector) => addText(plainText($(selector).first().text()), 'price', selector, page, into));
  for (const selector of BOXES) {
    const old = $(selector).first().find('.basisPrice .a-offscreen, [data-a-strike="true"] .a-offscreen, .a-text-price:not([data-a-strike]) .a-offscreen').filter((_, one) => $(one).closest('.pricePerUnit').length === 0).first();
    if (old.closest(OTHER_WAYS).length === 0 && addText(plainText(old.text()), 'listPrice', `${selector} [data-a-strike]`, page, into)) break;
  }
  if (into.listPrice.length === 0) outsideOfBoxes($, page, into);
  if (into.listPrice.length === 0) OLD_LIST.some((selector) => addText(plainText($(selector).first().text()), 'listPrice', selector, page, into));
  if (box !== undefined || into.price.length > 0) return false;
  const used = ['#usedOnlyBuybox', '#usedAccordionRow', '#usedBuySection'].find((selector) => addText(amountIn($(selector).first().find('.a-price, .offer-price, .a-color-price').first()), 'price', selector, page, into));
  return used !== undefined;
}

/** A list price in a box that is not known here, but in none of another offer or article. */
function outsideOfBoxes($: CheerioAPI, page: PageContext, into: Candidates): void {
  const old = $('.basisPrice').filter((_, one) => $(one).closest(`${OTHER_WAYS}, ${OTHER_ARTICLES}`).length === 0).first();
  const spoken = plainText(old.find('.a-offscreen').first().text());
  addText(spoken === '' ? plainText(old.find('.a-text-price span').last().text()) : spoken, 'listPrice', '.basisPrice', page, into);
}

/** The price the page's own form and scripts carry for the new article. */
function submitted($: CheerioAPI, page: PageContext, into: Candidates): void {
  const input = $('input[name*="customerVisiblePrice][amount]"]').filter((_, one) => $(one).closest(OTHER_WAYS).length === 0).first();
  const code = $('input[name*="customerVisiblePrice][currencyCode]"]').first().attr('value');
  const amount = amountOf(input.attr('value') ?? '', currencyOf(code), page, 'page');
  add(into, 'price', amount, TRUST, evidence('embedded-state', 'input customerVisiblePrice', `${input.attr('value') ?? ''} ${code ?? ''}`.trim()));
  if (amount) add(into, 'currency', currencyOf(code), TRUST, evidence('embedded-state', 'input customerVisiblePrice', code ?? ''));
  const groups = parseJson($('.twister-plus-buying-options-price-data').first().text());
  const options = (isObject(groups) ? Object.values(groups) : []).flatMap((group) => listOf(group)).filter(isObject);
  const fresh = options.find((one) => isNew(one));
  if (!fresh) return;
  const shown = textOf(fresh['displayPrice']);
  const read = shown === undefined ? undefined : parsePrice(shown, page.text);
  if (read?.state !== 'known') return;
  add(into, 'price', { amount: read.amount, kind: 'page', ...(read.currency ? { currency: read.currency } : {}), ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}) }, TRUST, evidence('embedded-state', 'twister-plus-buying-options-price-data', shown ?? ''));
}

function isNew(option: JsonObject): boolean {
  return /^new$/i.test(textOf(option['buyingOptionType']) ?? '');
}

function addShown($: CheerioAPI, selector: string, page: PageContext, into: Candidates): boolean {
  const box = $(selector).first();
  const range = box.find('.a-price-range').first();
  if (range.length > 0) {
    const ends = range.find('.a-price').toArray().map((one) => amountIn($(one))).filter(Boolean);
    return addText(ends.join(' - '), 'price', `${selector} .a-price-range`, page, into);
  }
  const prices = box.find('.priceToPay, .apexPriceToPay, .a-price:not([data-a-strike="true"]):not(.a-text-price)').filter((_, one) => $(one).closest(OTHER_WAYS).length === 0 && $(one).closest('.pricePerUnit, .basisPrice').length === 0);
  return prices.toArray().some((one) => addText(amountIn($(one)), 'price', `${selector} .a-price`, page, into));
}

/** The text for screen readers; where it is blank, sign, whole and cents put together, whose point is drawn by the style sheet. */
function amountIn(price: ReturnType<CheerioAPI>): string {
  const spoken = plainText(price.find('.a-offscreen').first().text());
  if (/\d/.test(spoken)) return spoken;
  const whole = plainText(price.find('.a-price-whole').first().text()).replace(/[^\d]+$/, '');
  if (whole === '') return plainText(price.first().text());
  const cents = plainText(price.find('.a-price-fraction').first().text());
  const point = plainText(price.find('.a-price-decimal').first().text()) || '.';
  return `${plainText(price.find('.a-price-symbol').first().text())} ${whole}${/^\d{2}$/.test(cents) ? `${point}${cents}` : ''}`.trim();
}

function addText(raw: string, field: 'price' | 'listPrice', place: string, page: PageContext, into: Candidates): boolean {
  const read = /\d/.test(raw) ? parsePrice(raw, page.text) : undefined;
  if (read?.state !== 'known' || read.perUnit || read.recurring || !/[1-9]/.test(read.amount)) return false;
  add(into, field, {
    amount: read.amount, kind: field === 'listPrice' ? 'list' : read.max === undefined ? 'page' : 'range', ...(read.max === undefined ? {} : { max: read.max }),
    ...(read.currency ? { currency: read.currency } : {}), ...(read.currencyCandidates ? { currencyCandidates: read.currencyCandidates } : {}),
  }, TRUST, evidence('platform', place, raw));
  return true;
}
