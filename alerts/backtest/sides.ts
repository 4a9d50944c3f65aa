import type { ChangeDetail } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { decimalOf, isMoney, moneyText, type Money } from '../../model/money.ts';
import { badShare } from '../../model/star-mix.ts';
import type { ChangeRow, MoneyRow, ValueRow } from './report.ts';

/** The two sides of a change, as far as it has two that can be written in a cell. */
export function sides(detail: ChangeDetail): Pick<ChangeRow, 'from' | 'to' | 'percent'> {
  if (detail.kind === 'star_mix') return { from: tenths(badShare(detail.from)), to: tenths(badShare(detail.to)), percent: null };
  const from = 'from' in detail ? valueRow(detail.from) : null;
  const to = 'to' in detail ? valueRow(detail.to) : null;
  return { from, to, percent: 'percent' in detail ? Math.round(detail.percent * 100) / 100 : null };
}

function tenths(share: number): number {
  return Math.round(share * 10) / 10;
}

function valueRow(value: unknown): ValueRow {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return null;
  if ('money' in value && 'kind' in value && isMoney(value.money)) return { ...moneyRow(value.money), kind: String(value.kind) };
  if (isMoney(value)) return moneyRow(value);
  if ('money' in value && 'per' in value && 'unit' in value && isMoney(value.money)) return `${moneyText(value.money)} / ${String(value.per)} ${String(value.unit)}`;
  if ('name' in value && typeof value.name === 'string') return value.name;
  return 'value' in value && typeof value.value === 'number' ? value.value : null;
}

function moneyRow(money: Money): MoneyRow {
  return { amount: Number(decimalOf(money)), currency: money.currency };
}

/** A price as recordings write it. */
export function priceRow(price: Price): MoneyRow {
  return { ...moneyRow(price.money), kind: price.kind };
}
