import type { CheerioAPI } from 'cheerio';
import { add, evidence, type Candidates } from '../../read/candidates.ts';
import { cutBalanced } from '../../read/json/cut.ts';
import { parseJson } from '../../read/json/parse.ts';
import { isList, isObject, listOf } from '../../read/json/value.ts';
import { labelKind } from '../../read/markup/labels.ts';
import { plainText } from '../../read/markup/entities.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { normaliseGtin } from '../../read/text/gtin.ts';
import type { StatePage } from '../platform.ts';

const TABLES = '#productOverview_feature_div tr, #productDetails_techSpec_section_1 tr, #productDetails_detailBullets_sections1 tr, #technicalSpecifications_section_1 tr, #prodDetails tr, #detailBullets_feature_div li';
const MAX_ROWS = 120;

/** Adds the rows of the tables of details: attributes, and brand, part number and GTIN among them. */
export function readDetails($: CheerioAPI, into: Candidates): void {
  const attributes: Record<string, string> = {};
  $(TABLES).slice(0, MAX_ROWS).each((_, row) => {
    const cells = $(row).is('tr') ? $(row).children('th, td') : $(row).find('.a-list-item').first().children('span');
    const label = plainText(cells.eq(0).text(), 80).replaceAll(/[\u200e\u200f]/g, '').replace(/\s*[:：]\s*$/, '').trim();
    const value = plainText(cells.eq(1).text(), 300).replaceAll(/[\u200e\u200f]/g, '').trim();
    if (label === '' || value === '' || cells.length < 2) return;
    attributes[label] ??= value;
    const from = evidence('platform', `details: ${label}`, value);
    const kind = labelKind(label);
    if (kind === 'brand') add(into, 'brand', value, 0.86, from);
    else if (kind === 'mpn') add(into, 'mpn', value, 0.85, from);
    else if (kind === 'gtin') add(into, 'gtin', normaliseGtin(value.split(/[\s,]/, 1)[0] ?? value), 0.85, from);
  });
  if (Object.keys(attributes).length > 0) add(into, 'attributes', attributes, 0.85, evidence('platform', 'details', Object.keys(attributes).join(', ')));
}

/** Adds the variants of the article, each with its ASIN, out of the scripts of its chooser. Gives the ASIN the page shows. */
export function readVariants({ scripts }: StatePage, into: Candidates): string | undefined {
  const script = scripts.find(({ body }) => body.includes('dimensionValuesDisplayData'));
  if (!script) return undefined;
  const values = valueAfter(script.body, 'dimensionValuesDisplayData');
  const names = listOf(valueAfter(script.body, 'dimensionsDisplay')).map((one) => textOf(one, 60));
  const current = /["']?currentAsin["']?\s*:\s*["']([A-Z\d]{10})["']/.exec(script.body)?.[1];
  if (!isObject(values)) return current;
  const offers = Object.entries(values).slice(0, 500).flatMap(([sku, options]) => {
    if (!/^[A-Z\d]{10}$/.test(sku) || !isList(options)) return [];
    const named = options.flatMap((option, index): [string, string][] => [[names[index] ?? `option ${index + 1}`, textOf(option, 100) ?? '']]);
    return [{ sku, options: Object.fromEntries(named), ...(sku === current ? { selected: true } : {}) }];
  });
  if (offers.length > 0) add(into, 'offers', offers, 0.9, evidence('embedded-state', 'dimensionValuesDisplayData', `${offers.length} variants`));
  return current;
}

function valueAfter(body: string, name: string): ReturnType<typeof parseJson> {
  const at = body.search(new RegExp(`["']?${name}["']?\\s{0,5}:\\s{0,5}[{[]`));
  const start = at < 0 ? -1 : at + body.slice(at).search(/[{[]/);
  const text = start < 0 ? undefined : cutBalanced(body, start);
  return text === undefined ? undefined : parseJson(text);
}
