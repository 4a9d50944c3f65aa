import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageScan } from '../markup/mention.ts';
import { plainText } from '../markup/entities.ts';
import { MONEY_TEXT } from '../markup/words.ts';

/** One row alone is as likely an address or a price. */
const LEAST_ROWS = 2;
const MOST_ROWS = 100;
/** Rows that speak of the sale, of sizes for sale or of people. */
const NO_PROPERTY = /^(?:price|preis|prix|precio|prezzo|pre[cç]o|cena|prijs|价格|total|subtotal|quantity|menge|qty|availability|verfügbarkeit|delivery|shipping|lieferung|rating|bewertung|reviews?|\d[\d\s.,:-]*|[1-5] ?(?:stars?|★))$/i;

/** An address of somebody, which is no property of an article; and what is one only under such a name. */
const MAIL_ADDRESS = /[^\s@]@[^\s@]+\.\p{L}{2}/u;
const PHONE_NAME = /^(?:tel(?:e(?:fon|phone))?|phone|t[ée]l[ée]phone|mobile|mobil|fax|hotline|телефон)\b|电话|電話|전화/iu;
const PHONE_NUMBER = /^\+?[\d\s()/.-]{6,}$/;

function isContact(name: string, value: string): boolean {
  return MAIL_ADDRESS.test(value) || (PHONE_NAME.test(name) && PHONE_NUMBER.test(value));
}

/** Adds the article's properties out of its tables and lists of two columns, where data give none: not every reading looks at the tables. */
export function specTexts(scan: PageScan, into: Candidates): void {
  if (into.attributes.length > 0) return;
  const attributes: Record<string, string> = {};
  let count = 0;
  for (const { label, value, zone } of scan.specs) {
    const name = plainText(label, 100);
    if (zone.region !== 'main' || count >= MOST_ROWS || NO_PROPERTY.test(name) || MONEY_TEXT.test(value) || isContact(name, value.trim()) || attributes[name] !== undefined) continue;
    attributes[name] = plainText(value, 300);
    count += 1;
  }
  if (count >= LEAST_ROWS) add(into, 'attributes', attributes, 0.55, evidence('text', 'table of properties', Object.entries(attributes).map(([name, value]) => `${name}: ${value}`).join(', ')));
}
