import { add, evidence, type Candidates } from '../candidates.ts';
import { labelKind } from '../markup/labels.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { normaliseGtin } from '../text/gtin.ts';

/** A shop's own number, shown once beside the heading under its name, is what the shop calls the article. */
const SHOWN_NUMBER = 0.93;
/** Texts between the heading and a label that still speaks of the article itself. */
const NEAR = 400;

interface Named {
  readonly label: string;
  readonly value: string;
  readonly mention: Mention;
}

/** Adds brand and numbers that stand under their names: `SKU: 4711`, `Marke | Acme`. */
export function labelledTexts(scan: PageScan, heading: number | undefined, into: Candidates): void {
  const numbers: Named[] = [];
  for (const { label, mention } of scan.labelled) {
    if (mention.region !== 'main' && mention.region !== 'shipping') continue;
    const value = mention.text.replace(/^[\s:#：]+/, '').trim();
    if (value === '' || value.length > 60 || isEmptyWord(value)) continue;
    const from = evidence('text', `${label} | ${mention.marks.slice(0, 120)}`, value);
    const kind = labelKind(label);
    if (kind === 'gtin') add(into, 'gtin', normaliseGtin(value), 0.75, from);
    else if (kind === 'brand') add(into, 'brand', value, 0.6, from);
    else if (kind === 'mpn' && isNumber(value)) add(into, 'mpn', value, 0.6, from);
    else if (kind === 'sku' && !mention.hidden && isNumber(value)) numbers.push({ label, value, mention });
  }
  addNumbers(numbers, heading, into);
}

/** The number that is shown; where the page shows several, those of parts or of other sizes are among them. */
function addNumbers(numbers: readonly Named[], heading: number | undefined, into: Candidates): void {
  const near = numbers.filter(({ mention }) => heading !== undefined && mention.order >= heading - 60 && mention.order <= heading + NEAR);
  const alone = new Set(numbers.map(({ value }) => value.toLowerCase())).size === 1;
  for (const one of numbers) {
    const trust = alone && near.includes(one) ? SHOWN_NUMBER : 0.6;
    add(into, 'sku', one.value, trust, evidence('text', `${one.label} | ${one.mention.marks.slice(0, 120)}`, one.value));
  }
}

function isNumber(value: string): boolean {
  return (/\d/.test(value) && !/\s.*\s/.test(value)) || /^[A-Z][A-Z_-]{3,}$/.test(value);
}
