import { configSchema, type ConfigFile } from '../../config/schema.ts';
import type { Product } from '../../model/advice.ts';
import { brand, listingId, type Sku, type SourceId, type VersionId } from '../../model/ids.ts';
import type { PriceKind } from '../../model/listing.ts';
import { currencyCode, money, type CurrencyCode, type Money } from '../../model/money.ts';
import { ONE_TO_ONE } from '../../model/pack.ts';
import { known, type Evidence } from '../../model/reading.ts';
import type { RivalOffer } from '../../recommendations/pricing/rival.ts';

export const now = new Date('2026-01-07T12:00:00Z');
export const evidence: Evidence = { method: 'json-ld', place: 'offers.price', raw: '' };

export function currency(code: string): CurrencyCode {
  const found = currencyCode(code);
  if (!found) throw new Error(`no currency: ${code}`);
  return found;
}
export const usd = (minor: number): Money => money(minor, currency('USD'));

/** An own product at 30.00 USD with a floor of 20.00. */
export function aProduct(over: Partial<Product> = {}): Product {
  return { sku: brand<Sku>('BOTTLE'), title: 'Alder Insulated Bottle 750 ml', price: usd(3_000), floor: usd(2_000), keywords: [], rivalUrls: [], ...over };
}

export interface RivalSketch extends Partial<Omit<RivalOffer, 'price'>> {
  readonly no?: number;
  /** Minor units. */
  readonly price?: number;
  readonly kind?: PriceKind;
  readonly currency?: string;
  readonly priceReading?: RivalOffer['price'];
}

/** A verified rival in stock, seen a minute ago. */
export function aRival({ no = 1, price = 3_000, kind = 'page', currency: code = 'USD', priceReading, ...over }: RivalSketch = {}): RivalOffer {
  return {
    listingId: listingId(brand<SourceId>('rival'), String(no)), versionId: brand<VersionId>(`ver_${no}`), url: `https://rival.example/p/${no}`,
    price: priceReading ?? known({ kind, money: money(price, currency(code)) }, evidence), availability: known('in_stock', evidence), presence: 'present', match: 'confirmed',
    packRatio: ONE_TO_ONE, lastSeenAt: new Date(now.getTime() - 60_000), ...over,
  };
}

export interface SettingsSketch { readonly enabled?: boolean; readonly undercutBy?: string; readonly maxChange?: number; readonly minMargin?: number; readonly cooldown?: string; readonly maxRivalAge?: string; readonly ownSellers?: readonly string[] }

/** The settings as the configuration file gives them. */
export function pricingSettings(sketch: SettingsSketch = {}): ConfigFile['advice']['pricing'] {
  return configSchema.shape.advice.parse({ pricing: sketch }).pricing;
}

export function listingSettings(minRivals = 2): ConfigFile['advice']['listing'] {
  return configSchema.shape.advice.parse({ listing: { minRivals } }).listing;
}
