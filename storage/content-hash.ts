import { createHash } from 'node:crypto';
import { FIELD_NAMES, type FieldName, type ListingFields, type RankedItem } from '../model/listing.ts';
import { placeOf } from '../model/address.ts';
import { statedPrices } from '../model/shown-prices.ts';
import type { Promotion } from '../model/promotion.ts';
import type { Reading } from '../model/reading.ts';

/**
 * What counts as content: the values and states of the readings. Never the evidence, the confidence or the losers, and
 * never an order that means nothing.
 * The same content has the same hash on every machine.
 */
export function listingHash(fields: ListingFields): string {
  return hash(fieldsContent(fields));
}

/** The same with the address (host and path), unless a list alone showed it. */
export function listingHashAt(fields: ListingFields, url: string): string {
  return listingHashes(fields, url).contentHash;
}

/** Both, and the content is put together once: the hash of today's versions, and that of those from before the address counted. */
export function listingHashes(fields: ListingFields, url: string): { readonly contentHash: string; readonly formerHash: string } {
  const content = fieldsContent(fields);
  const formerHash = hash(content);
  return { contentHash: isListed(fields) ? formerHash : hash(`${content}\nurl=${placeOf(url)}`), formerHash };
}

/** What no list carries. */
const OF_OWN_PAGE = ['sku', 'availability', 'images', 'description', 'breadcrumbs'] as const satisfies readonly FieldName[];

/** True when a list showed the listing, not its own page: lists link to one listing by many ways, and the address is no content. */
function isListed(fields: ListingFields): boolean {
  return OF_OWN_PAGE.every((name) => notRead(fields[name]));
}

/** True when the listing's own page is at another host or path than before. */
export function hasMoved(stored: { readonly fields: ListingFields; readonly url: string }, seen: { readonly fields: ListingFields; readonly url: string }): boolean {
  return !isListed(stored.fields) && !isListed(seen.fields) && placeOf(stored.url) !== placeOf(seen.url);
}

/** Fields that were not read from the first day: they count where there are some, so that versions from before keep their hash. */
const LATER: ReadonlySet<FieldName> = new Set(['unitPrice', 'starMix']);

function fieldsContent(fields: ListingFields): string {
  return FIELD_NAMES.filter((name) => !LATER.has(name) || fields[name].state === 'known').map((name) => fieldContent(name, fields[name])).join('\n') + statedContent(fields);
}

/** Prices with conditions that the data name beside the price, where there are some. */
function statedContent({ price }: ListingFields): string {
  const stated = statedPrices(price);
  return stated.length === 0 ? '' : `\nstated=${canonical(stated)}`;
}

/** Places in a list: who stands where, and who paid for it. Prices and titles there belong to the listings. */
export function rankingHash(items: readonly RankedItem[], empty: boolean): string {
  const places = items.toSorted((a, b) => a.position - b.position).map((item) => `${item.sponsored ? '$' : ''}${item.productId}`);
  return hash(`${empty}\n${places.join('\n')}`);
}

/** Readable text; white space means nothing. */
export function pageHash(text: string): string {
  return hash(text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter(Boolean).join('\n'));
}

/**
 * True when nothing that `seen` speaks of differs from `stored`. A kind of page that does not carry a field (`not_read`)
 * says nothing about it: a list page that shows what the listing's own page showed is no change.
 */
export function sameWhereRead(stored: ListingFields, seen: ListingFields): boolean {
  const stated = notRead(seen.price) || statedContent(stored) === statedContent(seen);
  return stated && FIELD_NAMES.every((name) => notRead(seen[name]) || fieldContent(name, stored[name]) === fieldContent(name, seen[name]));
}

/** True when a field is of a kind that this page does not carry. */
export function hasNotRead(fields: ListingFields): boolean {
  return FIELD_NAMES.some((name) => notRead(fields[name]));
}

/** Whether two readings of a field are the same content. */
export function sameField(name: FieldName, a: Reading<unknown>, b: Reading<unknown>): boolean {
  return fieldContent(name, a) === fieldContent(name, b);
}

function notRead(reading: Reading<unknown>): boolean {
  return reading.state === 'unknown' && reading.reason === 'not_read';
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function fieldContent(name: FieldName, reading: Reading<unknown>): string {
  return reading.state === 'known' ? `${name}=${canonical(valueContent(name, reading.value))}` : `${name}:${reading.state}`;
}

/** The value without the orders and parts that mean nothing. */
function valueContent(name: FieldName, value: unknown): unknown {
  if (name === 'description' && typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim();
  if (!Array.isArray(value)) return value;
  if (name === 'images') return [value[0], ...value.slice(1).map(String).toSorted()];
  if (name === 'offers') return value.map((offer: object) => canonical({ ...offer, selected: undefined })).toSorted();
  if (name === 'promotions') return value.map((promotion: Promotion) => canonical(promotionContent(promotion))).toSorted();
  return value;
}

/** Where the mechanics were understood the words do not count: shops reword the same promotion. */
function promotionContent(promotion: Promotion): Partial<Promotion> {
  const { label, ...rest } = promotion;
  return promotion.mechanic === 'unrecognised' ? { ...rest, label: label.replaceAll(/\s+/g, ' ').trim() } : rest;
}

/** JSON with sorted keys and without undefined members. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, item]) => item !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
