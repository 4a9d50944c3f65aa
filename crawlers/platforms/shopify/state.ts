import { currencyCode, type CurrencyCode } from '../../../model/money.ts';
import type { Candidates } from '../../read/candidates.ts';
import { embeddedStates } from '../../read/json/state.ts';
import { isObject, type JsonObject } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { parseUrl } from '../../read/url.ts';
import type { StatePage } from '../platform.ts';
import { addProduct } from './product.ts';

/** ProductJson of themes and the `meta` of Shopify's analytics; both write amounts in hundredths. Gives the product id. */
export function readState({ text, scripts, page }: StatePage, into: Candidates): string | undefined {
  const currency = activeCurrency(text.marks) ?? page.hints.currency;
  const handle = handleOf(page.head.canonical) ?? handleOf(page.url.pathname);
  let id: string | undefined;
  for (const { name, value } of embeddedStates(scripts, /["']?variants["']?\s*:/)) {
    const node = productIn(value);
    if (!node) continue;
    const own = textOf(node['handle']);
    // A page may carry the JSON of recommended products too.
    if (own !== undefined && handle !== undefined && own.toLowerCase() !== handle) continue;
    id ??= textOf(node['id']);
    addProduct({ node, units: 'minor', method: 'embedded-state', place: name, currency }, page, into);
    if (own !== undefined) break;
  }
  return id;
}

function productIn(value: unknown): JsonObject | undefined {
  if (!isJson(value)) return undefined;
  const node = isObject(value['product']) ? value['product'] : value;
  return Array.isArray(node['variants']) && node['id'] !== undefined && hasWholePrices(node['variants']) ? node : undefined;
}

function isJson(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Theme state with decimal amounts is of somebody's own making: its unit cannot be told. */
function hasWholePrices(variants: readonly unknown[]): boolean {
  return variants.every((variant) => isJson(variant) && /^\d+$/.test(textOf(variant['price']) ?? ''));
}

function activeCurrency(html: string): CurrencyCode | undefined {
  const match = /Shopify\.currency\s*=\s*\{[^}]{0,80}?["']active["']\s*:\s*["']([A-Z]{3})["']/.exec(html);
  return match?.[1] === undefined ? undefined : currencyCode(match[1]);
}

function handleOf(text: string | undefined): string | undefined {
  const path = parseUrl(text, 'http://local.invalid')?.pathname ?? '';
  return /\/products\/([^/]+)/.exec(path)?.[1]?.toLowerCase();
}
