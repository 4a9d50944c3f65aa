import { z } from 'zod';
import type { ListingRecord } from './records/listings.ts';

/** Spreadsheets take the text for UTF-8 only behind this mark. */
export const BYTE_ORDER_MARK = '\uFEFF';

export type Cell = string | number | boolean | null | undefined;

/**
 * One line of CSV (RFC 4180), ended by CR LF. Text that a spreadsheet would run as a formula is made harmless by an apostrophe
 * before it: whoever writes a shop's titles must not compute on an operator's desk.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) || /^\s+[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const priceValue = z.object({ kind: z.string(), money: z.object({ amount: z.string(), currency: z.string() }) });
const reading = z.object({ state: z.string(), value: z.unknown().optional() });

type Column = readonly [name: string, cell: (listing: ListingRecord) => Cell];

const COLUMNS: readonly Column[] = [
  ['id', (listing) => listing.id], ['source', (listing) => listing.sourceId], ['product_id', (listing) => listing.productId], ['title', (listing) => listing.title], ['url', (listing) => listing.url],
  ['presence', (listing) => listing.presence], ['price', (listing) => amountOf(listing, 'price')], ['price_kind', (listing) => priceOf(listing, 'price')?.kind],
  ['list_price', (listing) => amountOf(listing, 'listPrice')], ['currency', (listing) => priceOf(listing, 'price')?.money.currency ?? textOf(listing, 'currency')],
  ['availability', (listing) => textOf(listing, 'availability')], ['brand', (listing) => textOf(listing, 'brand')], ['sku', (listing) => textOf(listing, 'sku')], ['gtin', (listing) => textOf(listing, 'gtin')],
  ['first_seen', (listing) => listing.firstSeenAt], ['last_seen', (listing) => listing.lastSeenAt], ['archive', (listing) => listing.current?.archive],
];

/** The line of column names. */
export function csvHead(): string {
  return csvLine(COLUMNS.map(([name]) => name));
}

/** A listing as one line. An unknown value is an empty cell, never 0. */
export function listingLine(listing: ListingRecord): string {
  return csvLine(COLUMNS.map(([, cell]) => cell(listing)));
}

function valueOf(listing: ListingRecord, field: string): unknown {
  const read = reading.safeParse(listing.current?.fields[field]);
  return read.success && read.data.state === 'known' ? read.data.value : undefined;
}

function textOf(listing: ListingRecord, field: string): string | undefined {
  const value = valueOf(listing, field);
  return typeof value === 'string' ? value : undefined;
}

function priceOf(listing: ListingRecord, field: string): z.output<typeof priceValue> | undefined {
  return priceValue.safeParse(valueOf(listing, field)).data;
}

/** The amount as decimal text with the currency's digits: `15.00`, `1200`. */
function amountOf(listing: ListingRecord, field: string): string | undefined {
  return priceOf(listing, field)?.money.amount;
}
