import type { ChangeDetail, ChangeKind } from '../../model/change.ts';
import type { Offer, Price, UnitPrice } from '../../model/listing.ts';
import type { Money } from '../../model/money.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { Told } from './catalogue.ts';
import type { Formats } from './formats.ts';
import { listed } from './shared.ts';
import { availability, conditions, priceKinds, units } from './words-en.ts';

type Detail<K extends ChangeKind> = Extract<ChangeDetail, { kind: K }>;

/** The value as it is written: availabilities in words, amounts as they are. */
export function stockWord(side: string): string {
  return Object.entries(availability).find(([name]) => name === side)?.[1] ?? side;
}

/** An amount with what it is conditional on, where it is. */
export function amount(price: Price, formats: Formats): string {
  const kind = price.kind === 'range' ? '' : priceKinds[price.kind];
  return kind ? `${formats.amount(price)} (${kind})` : formats.amount(price);
}

/** The variant, where it is not the one that the page shows. */
export function variant(sku: string | undefined): readonly string[] {
  return sku === undefined ? [] : [`Variant ${sku}`];
}

/** What a fall is worth, and whether the price was there before. */
export function discountLines({ discount, returned }: Detail<'price'>, f: Formats): readonly string[] {
  const lines: string[] = [];
  if (discount) {
    const days = discount.knownDays >= 30 ? 'the last 30 days' : discount.knownDays === 1 ? 'the one day that is known' : `the ${f.number(discount.knownDays)} days that are known`;
    lines.push(discount.real ? `The lowest of ${days} (before: ${f.money(discount.lowest)})` : `Not below the lowest of ${days} (${f.money(discount.lowest)})`);
    if (discount.raised) lines.push(`Was raised ${daysBefore(discount.raised.daysBefore, f)}, from ${f.money(discount.raised.from)} to ${f.money(discount.raised.to)}`);
  }
  if (returned) lines.push(`Back at the price that held until ${f.time(returned.until)}`);
  return lines;
}

function daysBefore(days: number, f: Formats): string {
  if (days === 0) return 'the same day';
  return days === 1 ? 'one day before' : `${f.number(days)} days before`;
}

/** A price for a measure. */
export function unitPrice({ money, per, unit }: UnitPrice, f: Formats): string {
  return `${f.money(money)} / ${per === 1 ? '' : `${f.number(per)} `}${units[unit]}`;
}

/** What is to be paid after the promotions. */
export function toPay({ quantity, audience, from, to, percent, by, requiresClaim }: Detail<'to_pay'>, f: Formats): Told {
  const pieces = quantity === 1 ? 'one piece' : `${f.number(quantity)} pieces`;
  return {
    headline: `Price to pay for ${pieces} ${percent < 0 ? 'down' : 'up'} ${f.percent(percent)}`, from: f.money(from), to: f.money(to),
    lines: [
      ...(audience === undefined ? [] : [`For ${audience} only`]), by.length > 0 ? `With ${by.join(' + ')}` : 'Without any promotion now',
      ...(requiresClaim ? ['Has to be claimed first'] : []), "Worked out from the page; the shop's checkout has the last word",
    ],
  };
}

/** A promotion by its label, with the code that its label does not say. */
export function promotion({ label, params }: Promotion): string {
  return params.code === undefined || label.includes(params.code) ? label : `${label} (code ${params.code})`;
}

/** What became of the struck-through price. */
export function listPriceHeadline({ from, to }: Detail<'list_price'>): string {
  if (!from || !to) return to ? 'List price added' : 'List price removed';
  return `List price ${to.money.minor < from.money.minor ? 'lowered' : 'raised'}`;
}

/** Whether a promotion lasts longer or shorter than was said. */
export function endHeadline({ endedAt, promotion: { endsAt } }: Detail<'promotion_extended'>): string {
  return endsAt && endsAt < endedAt ? 'Promotion ends earlier' : 'Promotion extended';
}

/** What became of the stock. */
export function stockHeadline({ from, to }: Detail<'stock'>): string {
  if (to === 'out_of_stock') return 'Sold out';
  if (to === 'delisted') return 'No longer sold';
  return from === 'out_of_stock' || from === 'delisted' ? `Back: ${availability[to]}` : `Stock: ${availability[to]}`;
}

/** A condition, as readers name it. */
export function condition(text: string | null): string {
  return text === null ? 'none stated' : (conditions[text.toLowerCase()] ?? text);
}

/** Who has the offer now. */
export function seller({ from, to, fromPrice, toPrice }: Detail<'seller'>, f: Formats): Told {
  const who = (one: Detail<'seller'>['from'], price: Price | undefined): string => `${one ? one.name : 'nobody'}${price ? `, at ${amount(price, f)}` : ''}`;
  return { headline: to === null ? 'Nobody sells it now' : from === null ? 'Sold again' : 'Seller changed', from: who(from, fromPrice), to: who(to, toPrice) };
}

/** What became of the shipping cost. */
export function shippingHeadline({ from, to }: Detail<'shipping'>): string {
  if (to?.minor === 0) return 'Shipping is free now';
  if (!from || !to) return 'Shipping cost changed';
  return `Shipping costs ${to.minor < from.minor ? 'less' : 'more'}`;
}

/** A shipping cost. */
export function shipping(cost: Money | null, f: Formats): string {
  if (cost === null) return 'none stated';
  return cost.minor === 0 ? 'free' : f.money(cost);
}

/** A line for each variant. */
export function offerLines({ offers, total }: Detail<'variant_added' | 'variant_removed'>, f: Formats): readonly string[] {
  return [...offers.slice(0, 15).map((offer) => offerLine(offer, f)), ...more(total - Math.min(15, offers.length))];
}

function offerLine({ sku, options, price, availability: stock }: Offer, f: Formats): string {
  const name = Object.values(options).join(' / ') || sku;
  return listed([name, [price ? amount(price, f) : '', stock ? availability[stock] : ''].filter(Boolean).join(', ')], ': ');
}

/** How many were left out. */
export function more(count: number): readonly string[] {
  return count > 0 ? [`and ${count} more`] : [];
}
