import type { CheerioAPI } from 'cheerio';
import type { FieldSelector } from '../../../config/schema.ts';
import { FIELD_NAMES, type FieldName } from '../../../model/listing.ts';
import { currencyCode } from '../../../model/money.ts';
import { amountOf } from '../amount.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { EmbeddedState } from '../json/state.ts';
import { at, type Json } from '../json/value.ts';
import { plainText } from '../markup/entities.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import { schemaAvailability } from '../schema-org/offers.ts';
import { parseAvailability } from '../text/availability.ts';
import { parseCount } from '../text/count.ts';
import { normaliseGtin } from '../text/gtin.ts';
import { parsePromotions } from '../text/promotion.ts';
import { parseRating } from '../text/rating.ts';
import { absolute } from '../url.ts';

/** What an operator set by hand is trusted, before the page's own data speak. */
const TRUST = 0.93;
/** Text a configured regular expression may look at. */
const MAX_REGEX_TEXT = 2_000_000;

/** What selectors are applied to; the parts are made only when a selector needs them. */
export interface ConfiguredInput {
  readonly html: string;
  readonly states: () => readonly EmbeddedState[];
  readonly dom: () => CheerioAPI;
}

/** Adds what the operator's own selectors find. A selector that finds nothing or is broken adds nothing. */
export function readConfigured(input: ConfiguredInput, page: PageContext, into: Candidates): void {
  for (const field of FIELD_NAMES) {
    const selector = page.hints.fields?.[field];
    if (!selector) continue;
    const found = findText(selector, input);
    if (found !== undefined && found.text !== '') addField(field, found.text, found.place, page, into);
  }
}

function findText(selector: FieldSelector, input: ConfiguredInput): { text: string; place: string } | undefined {
  try {
    if (selector.css !== undefined) {
      const element = input.dom()(selector.css).first();
      const raw = selector.attribute === undefined ? element.text() : element.attr(selector.attribute);
      return raw === undefined || element.length === 0 ? undefined : { text: plainText(raw), place: selector.attribute === undefined ? selector.css : `${selector.css}@${selector.attribute}` };
    }
    if (selector.regex !== undefined) {
      const match = new RegExp(selector.regex, 'su').exec(input.html.slice(0, MAX_REGEX_TEXT));
      return match ? { text: plainText(match[1] ?? match[0]), place: selector.regex } : undefined;
    }
    if (selector.json === undefined) return undefined;
    for (const state of input.states()) {
      const text = textOf(jsonAt(state.value, selector.json));
      if (text !== undefined) return { text, place: `${state.name}: ${selector.json}` };
    }
    return undefined;
  } catch {
    // A selector the library refuses: configuration is checked elsewhere, a page is never lost to it.
    return undefined;
  }
}

function jsonAt(value: Json, path: string): Json | undefined {
  return at(value, path.replace(/^\$\.?/, ''));
}

function addField(field: FieldName, text: string, where: string, page: PageContext, into: Candidates): void {
  const from = evidence('configured', where, text);
  switch (field) {
    case 'price': case 'listPrice': case 'shippingCost':
      return add(into, field, amountOf(text, undefined, page, field === 'listPrice' ? 'list' : 'page'), TRUST, from);
    case 'currency': return add(into, field, currencyCode(text), TRUST, from);
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
    case 'promotions': return add(into, field, parsePromotions(text, page.text), TRUST, from);
    case 'attributes': case 'offers': return undefined;
    case 'title': case 'brand': case 'sku': case 'mpn': case 'condition': case 'description':
      return add(into, field, text, TRUST, from);
    default: {
      const never: never = field;
      return never;
    }
  }
}
