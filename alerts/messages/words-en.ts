import type { Unit } from '../../model/listing.ts';

export const availability = { in_stock: 'in stock', low: 'low stock', out_of_stock: 'out of stock', preorder: 'preorder', delisted: 'delisted' } as const;
export const priceKinds = { page: '', list: 'list price', conditional: 'with conditions', deposit: 'deposit', estimated: 'estimated', range: 'from – to' } as const;
export const fields = { title: 'title', price: 'price', availability: 'stock' } as const;
export const methods = {
  api: 'API', configured: 'own selector', 'json-ld': 'JSON-LD', 'embedded-state': 'embedded data', meta: 'meta tag', microdata: 'microdata', rdfa: 'RDFa',
  platform: 'platform selector', text: 'page text', url: 'address',
} as const;
export const outcomes = {
  ok: 'fine', not_found: 'not found', gone: 'gone', login_wall: 'a sign-in wall', challenge: 'a captcha', blocked: 'a refusal', rate_limited: 'a rate limit',
  server_error: 'a server error', shell: 'an empty page', wrong_item: 'another item', wrong_locale: 'another country or currency', parse_drift: 'a page that is built differently',
  not_supported: 'an unknown content type', too_large: 'a page that is too large', too_many_redirects: 'too many redirects', timeout: 'no answer in time',
  network_error: 'a network error', address_refused: 'a private address', robots_refused: 'robots.txt', robots_unreachable: 'robots.txt that cannot be fetched',
} as const;
/** Conditions as readers name them; other words stay as the shop has them. */
export const conditions: Readonly<Record<string, string>> = { new: 'new', used: 'used', refurbished: 'refurbished', damaged: 'damaged' };
/** What a unit price is for, behind the number: `100 g`; of one piece or load alone the number is left out. */
export const units: Readonly<Record<Unit, string>> = {
  mg: 'mg', g: 'g', kg: 'kg', jin: '斤 (500 g)', oz: 'oz', lb: 'lb', ml: 'ml', cl: 'cl', dl: 'dl', l: 'l', fl_oz: 'fl oz', gal: 'gal', cm: 'cm', m: 'm', ft: 'ft', yd: 'yd', m2: 'm²', sqft: 'sq ft', m3: 'm³',
  piece: 'piece', pair: 'pair', sheet: 'sheet', roll: 'roll', tablet: 'tablet', wash: 'wash', dose: 'dose',
};
