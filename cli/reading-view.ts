import { NO_ADDRESS } from '../crawlers/read/context.ts';
import { FIELD_NAMES, type FieldName, type ListingFields, type ListingRead, type Offer } from '../model/listing.ts';
import { moneyText } from '../model/money.ts';
import { type Evidence, type Reading, type UnknownReason, valueOf } from '../model/reading.ts';
import type { Io } from './io.ts';
import { oneLine, padded, paint, table, wrapped } from './output.ts';
import { anyText, offersText, priceText, promotionText } from './reading-text.ts';
import { selectorsView } from './selectors-view.ts';
import { toPayView } from './to-pay-view.ts';

const NAME_WIDTH = 14;
const SURE_WIDTH = 6;
const NARROWEST = 76;
const WIDEST = 150;
const ELSEWHERE = 120;
/** From here on a value is as good as certain; under the other it is a guess that deserves a look. */
const SURE = 0.9;
const DOUBTFUL = 0.6;
const MOST_OFFERS = 12;
const MOST_RAW = 44;

const REASONS: Readonly<Record<UnknownReason, string>> = {
  not_found: 'nothing on the page says it', unreadable: 'it is there, but was not understood', ambiguous: 'two values, and nothing decides',
  conflict: 'the page contradicts itself', not_read: 'this kind of page does not carry it', held_back: 'held back: the reading as a whole is in doubt',
};

/** A row: what is in its first column, its value, how sure, where it was read. */
interface Row {
  readonly name: string;
  readonly value: string;
  readonly sure?: number;
  readonly where: string;
  readonly kind: 'known' | 'absent' | 'unknown' | 'loser';
}

/** One listing as read, for people: every field with value, confidence and evidence, under each what lost, and at the end what the page does not say. */
export function listingView(io: Io, listing: ListingRead): string {
  const silent = FIELD_NAMES.filter((name) => isSilent(listing.fields[name]));
  const rows = FIELD_NAMES.filter((name) => !silent.includes(name)).flatMap((name) => fieldRows(name, listing.fields));
  const width = Math.min(WIDEST, Math.max(NARROWEST, io.columns ?? ELSEWHERE));
  const offers = listing.fields.offers.state === 'known' ? listing.fields.offers.value : [];
  return [
    heading(io, listing), '',
    paint(io, 'bold', rowLines({ name: 'field', value: 'value', where: 'read from', kind: 'known' }, width, 'sure').join('\n')),
    ...rows.flatMap((row) => paintedRow(io, row, width)),
    ...silentLines(io, silent, width),
    ...legend(io, rows, width),
    ...[selectorsView(io, listing, width), toPayView(io, listing)].filter(Boolean).map((text) => `\n${text}`),
    ...(offers.length > 1 ? ['', offersTable(io, offers)] : []),
  ].join('\n');
}

function heading(io: Io, { productId, url, fields }: ListingRead): string {
  const title = fields.title.state === 'known' ? fields.title.value : 'no title was read';
  const known = FIELD_NAMES.filter((name) => fields[name].state === 'known').length;
  const where = url === NO_ADDRESS ? 'address not known; --url gives it' : `product ${productId}  ${url}`;
  return `${paint(io, 'bold', oneLine(title, 110))}\n${paint(io, 'dim', `${where}\noutcome ok, ${known} of ${FIELD_NAMES.length} fields known`)}`;
}

function isSilent(reading: Reading<unknown>): boolean {
  return reading.state === 'unknown' && (reading.losers ?? []).length === 0 && reading.detail === undefined && (reading.reason === 'not_found' || reading.reason === 'not_read');
}

function fieldRows(name: FieldName, fields: ListingFields): readonly Row[] {
  const reading: Reading<unknown> = fields[name];
  if (reading.state === 'absent') return [{ name, value: 'none', where: evidenceText(reading.evidence, ''), kind: 'absent' }];
  const losers = (reading.losers ?? []).map(({ value, confidence, evidence }): Row => ({ name: '  lost', value: anyText(value), sure: confidence, where: evidenceText(evidence, anyText(value)), kind: 'loser' }));
  if (reading.state === 'unknown') return [{ name, value: '?', where: [REASONS[reading.reason], reading.detail ?? ''].filter(Boolean).join(': '), kind: 'unknown' }, ...losers];
  const value = valueOfField(name, fields) ?? anyText(reading.value);
  return [{ name, value, sure: reading.confidence, where: evidenceText(reading.evidence, value), kind: 'known' }, ...losers];
}

/** Values that read better in words of their own. */
function valueOfField(name: FieldName, { offers, promotions, currency }: ListingFields): string | undefined {
  if (name === 'offers' && offers.state === 'known') return offersText(offers.value);
  if (name === 'promotions' && promotions.state === 'known') return promotions.value.map((promotion) => promotionText(promotion, valueOf(currency))).join(' · ');
  return undefined;
}

/** `json-ld  "19.90"  offers.price`; the raw text only where it is not the value itself. */
function evidenceText({ method, place, raw }: Evidence, value: string): string {
  const same = oneLine(raw, 1_000) === oneLine(value, 1_000) || raw === '';
  return `${method}  ${same ? '' : `"${oneLine(raw, MOST_RAW)}"  `}${oneLine(place, 300)}`;
}

/** The lines of a row: value and evidence wrapped, each in its own column. */
function rowLines({ name, value, sure, where, kind }: Row, width: number, sureText = sure?.toFixed(2) ?? ''): readonly string[] {
  const room = width - NAME_WIDTH - SURE_WIDTH - 4;
  const valueWidth = Math.floor(room * 0.45);
  const most = kind === 'loser' ? 1 : 3;
  const left = wrapped(value, valueWidth, most);
  const right = wrapped(where, room - valueWidth, kind === 'unknown' ? 4 : 2);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, line) => {
    const first = line === 0;
    return `${padded(first ? name : '', NAME_WIDTH)}${padded(left[line] ?? '', valueWidth)}  ${padded(first ? sureText : '', SURE_WIDTH)}${right[line] ?? ''}`.trimEnd();
  });
}

function paintedRow(io: Io, row: Row, width: number): readonly string[] {
  const lines = rowLines(row, width);
  if (row.kind === 'loser') return lines.map((line) => paint(io, 'dim', line));
  const sure = row.sure?.toFixed(2);
  return lines.map((line, index) => {
    if (index > 0) return line;
    const named = `${paint(io, 'cyan', row.name)}${line.slice(row.name.length)}`;
    if (row.kind === 'unknown') return named.replace('?', paint(io, 'yellow', '?'));
    const style = (row.sure ?? 1) >= SURE ? 'green' : 'yellow';
    return sure === undefined || ((row.sure ?? 1) < SURE && (row.sure ?? 1) >= DOUBTFUL) ? named : named.replace(`  ${sure}  `, `  ${paint(io, style, sure)}  `);
  });
}

function silentLines(io: Io, silent: readonly FieldName[], width: number): readonly string[] {
  if (silent.length === 0) return [];
  const lines = wrapped(silent.join(', '), width - NAME_WIDTH, 6);
  return ['', ...lines.map((line, index) => paint(io, 'dim', `${padded(index === 0 ? 'not said' : '', NAME_WIDTH)}${line}`))];
}

/** What the columns mean, for who reads such a page the first time. */
function legend(io: Io, rows: readonly Row[], width: number): readonly string[] {
  const lines: readonly (readonly [string, string])[] = [
    ['sure', `the share of such readings that are right: from ${SURE.toFixed(2)} on as good as certain, under ${DOUBTFUL.toFixed(2)} a guess`],
    ...(rows.some(({ kind }) => kind === 'loser') ? [['lost', 'what else stands on the page and could be the value, with the place; it was less sure, or in another part of the page'] as const] : []),
    ...(rows.some(({ kind }) => kind === 'unknown') ? [['?', 'not known, with the reason; no value is ever made up'] as const] : []),
  ];
  return ['', ...lines.flatMap(([word, text]) => wrapped(text, width - NAME_WIDTH, 3).map((line, index) => paint(io, 'dim', `${padded(index === 0 ? word : '', NAME_WIDTH)}${line}`)))];
}

/** The variants, one a line. */
function offersTable(io: Io, offers: readonly Offer[]): string {
  const rows = offers.slice(0, MOST_OFFERS).map(({ sku, options, price, listPrice, availability, quantity, selected }) => [
    `${selected ? '▸ ' : '  '}${oneLine(sku, 30)}`, oneLine(Object.entries(options).map(([key, value]) => `${key}=${value}`).join(' · '), 46), price ? priceText(price) : '?',
    listPrice ? moneyText(listPrice) : '', availability ?? '?', quantity === undefined ? '' : String(quantity),
  ]);
  const more = offers.length > MOST_OFFERS ? `\n… and ${offers.length - MOST_OFFERS} more variants; --json shows all.` : '';
  return `${table(io, ['  variant', 'options', 'price', 'list price', 'stock', 'left'], rows)}${more}`;
}
