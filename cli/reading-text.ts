import { decimalOf, type Money } from '../model/money.ts';
import type { ListingRead, Price } from '../model/listing.ts';
import { FIELD_NAMES, type FieldName } from '../model/listing.ts';
import type { Candidate, Evidence, Reading } from '../model/reading.ts';

/** `19.90 USD`, with its kind when it is not the plain price: `25.00–31.00 USD (range)`. */
export function priceText({ kind, money, max }: Price): string {
  const amount = max ? `${decimalOf(money)}–${moneyText(max)}` : moneyText(money);
  return kind === 'page' || kind === 'list' ? amount : `${amount} (${kind})`;
}

function moneyText(money: Money): string {
  return `${decimalOf(money)} ${money.currency}`;
}

/** A reading as a person reads it: its value, `none` when the page says there is none, `?` when unknown. */
export function valueText(reading: Reading<unknown>): string {
  if (reading.state === 'known') return anyText(reading.value);
  return reading.state === 'absent' ? 'none' : '?';
}

/** A value of any field. Texts are shown as they are, lists by their number and parts. */
function anyText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `${value.length}: ${value.map(anyText).join(' · ')}`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isMoney(value)) return moneyText(value);
  if (isPrice(value)) return priceText(value);
  if ('label' in value) return String(value.label);
  if ('lowerBound' in value && 'value' in value) return `${String(value.value)}${value.lowerBound === true ? '+' : ''}`;
  if ('scale' in value && 'value' in value) return `${String(value.value)} of ${String(value.scale)}`;
  return Object.entries(value).map(([key, part]) => `${key}=${anyText(part)}`).join(', ');
}

function isMoney(value: object): value is Money {
  return 'minor' in value && 'currency' in value && 'exponent' in value;
}

function isPrice(value: object): value is Price {
  return 'money' in value && 'kind' in value && typeof value.money === 'object' && value.money !== null && isMoney(value.money);
}

/** One line of the table that `read` prints: a field or one of its losing candidates. */
export type ReadingRow = readonly [field: string, value: string, confidence: string, evidence: string];

/** Every field of a listing with its evidence, each followed by the candidates that lost. Fields that nothing spoke of come last, in one row. */
export function readingRows({ fields }: ListingRead): readonly ReadingRow[] {
  const silent: FieldName[] = [];
  const rows = FIELD_NAMES.flatMap((name): ReadingRow[] => {
    const reading: Reading<unknown> = fields[name];
    const losers = reading.state === 'absent' ? [] : (reading.losers ?? []).map((loser) => loserRow(loser));
    if (reading.state === 'unknown' && losers.length === 0 && reading.detail === undefined) {
      silent.push(name);
      return [];
    }
    return [rowOf(name, reading), ...losers];
  });
  return silent.length === 0 ? rows : [...rows, [silent.join(', '), '?', '', 'nothing on the page speaks of it']];
}

function rowOf(name: FieldName, reading: Reading<unknown>): ReadingRow {
  if (reading.state === 'known') return [name, valueText(reading), reading.confidence.toFixed(2), evidenceText(reading.evidence)];
  if (reading.state === 'absent') return [name, 'none', '', evidenceText(reading.evidence)];
  return [name, '?', '', [reading.reason, reading.detail].filter(Boolean).join(': ')];
}

function loserRow({ value, confidence, evidence }: Candidate<unknown>): ReadingRow {
  return ['  or', anyText(value), confidence.toFixed(2), evidenceText(evidence)];
}

function evidenceText({ method, place, raw }: Evidence): string {
  return `${method} ${place}: "${raw}"`;
}
