import { normalise } from './normal.ts';

const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);
/** Prefixes of the GS1 system that are never a trade item: in-store codes, coupons, refunds, serials. */
const NO_TRADE_ITEM = /^(?:0?977|0?98[0-4]|0?99)/;
const LABEL = /^(?:(?:gtin|ean|upc|isbn|jan|barcode|bar code|商品条码|条形码|条码|国条码|jan코드|ean\/upc)[-_ ]?(?:code)?[-_ ]?(?:8|10|12|13|14)?(?:[-_ ]?(?:code|nummer|number|no))?(?:\.|:|#|=|：| |-)*)+/i;

/**
 * A trade item number normalised to 14 digits, or undefined when the text is none: wrong length, wrong check digit,
 * or a number no trade item has (an ISSN, a coupon). Accepts labels, spaces and hyphens, ISBN-10 and ISBN-13.
 * Check digit: GS1 General Specifications 7.9; ISBN-10: ISO 2108.
 */
export function normaliseGtin(text: string): string | undefined {
  const bare = normalise(text.slice(0, 100)).replace(LABEL, '').trim();
  if (/^\d{4}-\d{3}[\dX]$/i.test(bare)) return undefined;
  const digits = bare.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) return fromIsbn10(digits);
  if (!/^\d+$/.test(digits) || !LENGTHS.has(digits.length) || /^(\d)\1*$/.test(digits)) return undefined;
  const padded = digits.padStart(14, '0');
  if (Number(padded.charAt(13)) !== checkDigit(padded.slice(0, 13))) return undefined;
  const thirteen = padded.slice(1);
  return padded.startsWith('0') && digits.length >= 13 && NO_TRADE_ITEM.test(thirteen) ? undefined : padded;
}

function fromIsbn10(isbn: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < 10; i += 1) sum += (isbn.charAt(i) === 'X' ? 10 : Number(isbn.charAt(i))) * (10 - i);
  if (sum % 11 !== 0 || /^(\d)\1*$/.test(isbn)) return undefined;
  const body = `0978${isbn.slice(0, 9)}`;
  return body + String(checkDigit(body));
}

/** Check digit over 13 digits: weights 3 and 1 from the right, complement to ten. */
function checkDigit(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) sum += Number(body.charAt(i)) * ((body.length - i) % 2 === 1 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}
