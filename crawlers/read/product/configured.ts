import type { CheerioAPI } from 'cheerio';
import { firstMatch } from '../../../model/pattern.ts';
import type { FieldSelector } from '../../../config/schema.ts';
import { FIELD_NAMES, type FieldName } from '../../../model/listing.ts';
import type { SelectorUse } from '../../../model/reading.ts';
import { amountOf, currencyOf } from '../amount.ts';
import { add, evidence, noCandidates, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { EmbeddedState } from '../json/state.ts';
import { at } from '../json/value.ts';
import { plainText } from '../markup/entities.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import { schemaAvailability } from '../schema-org/offers.ts';
import { parseAvailability } from '../text/availability.ts';
import { parseCount } from '../text/count.ts';
import { normaliseGtin } from '../text/gtin.ts';
import { parsePromotions } from '../text/promotion.ts';
import { parseRating } from '../text/rating.ts';
import { parseUnitPrice } from '../text/unit-price.ts';
import { absolute } from '../url.ts';

/** What an operator set by hand is trusted. */
const TRUST = 0.93;
/** Text a regular expression may look at, and how long, in milliseconds: one that takes longer backtracks without end. */
const MAX_REGEX_TEXT = 2_000_000;
const REGEX_LIMIT = 1_000;

/** What selectors are applied to; the parts are made only when a selector needs them. */
export interface ConfiguredInput {
  readonly html: string;
  readonly states: () => readonly EmbeddedState[];
  readonly dom: () => CheerioAPI;
}

/** What the operator's own selectors gave, apart from what the page says by itself. */
export interface Configured {
  readonly found: Candidates;
  /** Of every selector of the source. `used` here means: it gave a value. */
  readonly uses: ReadonlyMap<FieldName, SelectorUse>;
}

/** Applies the operator's own selectors. One that is broken or takes too long finds nothing and says so: a page is never lost to it. */
export function readConfigured(input: ConfiguredInput, page: PageContext): Configured {
  const found = noCandidates();
  const uses = new Map<FieldName, SelectorUse>();
  for (const field of FIELD_NAMES) {
    const selector = page.hints.fields?.[field];
    if (selector) uses.set(field, apply(field, selector, input, page, found));
  }
  return { found, uses };
}

function apply(field: FieldName, selector: FieldSelector, input: ConfiguredInput, page: PageContext, into: Candidates): SelectorUse {
  const written = writtenAs(selector);
  let text: string | undefined;
  try {
    text = findText(selector, input);
  } catch (error) {
    return { state: 'nothing', place: written, why: reasonOf(error) };
  }
  if (text === undefined || text === '') return { state: 'nothing', place: written, why: text === '' ? 'what it matches is empty' : 'it matches nothing on this page' };
  const from = evidence('configured', written, text);
  addField(field, text, from, page, into);
  const { place, raw } = from;
  return into[field].length > 0 ? { state: 'used', place, raw } : { state: 'unreadable', place, raw, why: `this does not read as ${field}` };
}

/** The selector in one line, as evidence shows it. */
function writtenAs({ css, attribute, json, regex }: FieldSelector): string {
  return css === undefined ? (json ?? regex ?? '') : attribute === undefined ? css : `${css}@${attribute}`;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /timed out/.test(text) ? 'it took longer than a second on this page and was stopped' : `it is refused: ${text}`;
}

function findText(selector: FieldSelector, input: ConfiguredInput): string | undefined {
  if (selector.css !== undefined) {
    const element = input.dom()(selector.css).first();
    const raw = selector.attribute === undefined ? element.text() : element.attr(selector.attribute);
    return raw === undefined || element.length === 0 ? undefined : plainText(raw);
  }
  if (selector.regex !== undefined) {
    const match = firstMatch(selector.regex, input.html.slice(0, MAX_REGEX_TEXT), REGEX_LIMIT);
    return match === undefined ? undefined : plainText(match);
  }
  const path = selector.json?.replace(/^\$\.?/, '');
  if (path === undefined) return undefined;
  for (const state of input.states()) {
    const text = textOf(at(state.value, path));
    if (text !== undefined) return text;
  }
  return undefined;
}

function addField(field: FieldName, text: string, from: ReturnType<typeof evidence>, page: PageContext, into: Candidates): void {
  switch (field) {
    case 'price': case 'listPrice': case 'shippingCost':
      return add(into, field, amountOf(text, undefined, page, field === 'listPrice' ? 'list' : 'page'), TRUST, from);
    case 'unitPrice': return add(into, field, parseUnitPrice(text, page.text), TRUST, from);
    case 'currency': return add(into, field, currencyOf(text), TRUST, from);
    case 'availability': return add(into, field, schemaAvailability(text) ?? parseAvailability(text), TRUST, from);
    case 'quantity': return add(into, field, numberOf(text), TRUST, from);
    case 'gtin': return add(into, field, normaliseGtin(text), TRUST, from);
    case 'rating': return add(into, field, parseRating(text), TRUST, from);
    case 'reviewCount': case 'sales': return add(into, field, parseCount(text, page.text.language), TRUST, from);
    case 'seller': return add(into, field, { name: text }, TRUST, from);
    case 'images': {
      const image = absolute(text, page.url);
      return add(into, field, image === undefined ? undefined : [image], TRUST, from);
    }
    case 'breadcrumbs': return add(into, field, text.split(/\s*[>›»/|]\s*/).filter(Boolean), TRUST, from);
    case 'promotions': {
      const promotions = parsePromotions(text, page.text);
      return add(into, field, promotions.length > 0 ? promotions : undefined, TRUST, from);
    }
    case 'attributes': case 'offers': case 'starMix': return undefined;
    case 'title': case 'brand': case 'sku': case 'mpn': case 'condition': case 'description':
      return add(into, field, text, TRUST, from);
    default: {
      const never: never = field;
      return never;
    }
  }
}
