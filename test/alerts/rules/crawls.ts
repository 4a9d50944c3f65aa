import { messageOf } from '../../../alerts/messages/message.ts';
import { compileRules } from '../../../alerts/rules/compile.ts';
import type { RuleContext } from '../../../alerts/rules/context.ts';
import { startRun } from '../../../alerts/rules/run.ts';
import type { Rule } from '../../../config/types.ts';
import type { Change } from '../../../model/change.ts';
import { brand, type CrawlId } from '../../../model/ids.ts';
import type { Availability, Price } from '../../../model/listing.ts';
import { withPoint, type PriceHistory } from '../../../model/price-history.ts';
import { at, facts, price } from '../changes/support.ts';
import { change, moved, PRODUCT, stock } from './support.ts';

/** A crawl and what it saw of one listing. A price or stock that is left out is as before; a seller that is left out was not read. */
export interface Seen {
  readonly hour: number;
  readonly price?: number;
  readonly stock?: Availability;
  readonly seller?: string;
}

type Now = Required<Omit<Seen, 'seller'>> & Pick<Seen, 'seller'>;

const cents = (dollars: number): Price => price(Math.round(dollars * 100));

/** What the rule tells of these crawls, each with the hour and to whom. The own price is 95.00, the lowest allowed one 70.00. */
export function toldOf(rule: Rule, crawls: readonly Seen[], { own = true }: { readonly own?: boolean } = {}): readonly string[] {
  const run = startRun(compileRules([rule]));
  const lines: string[] = [];
  let before: Now | undefined;
  let history: PriceHistory = [];
  for (const seen of crawls) {
    const { hour } = seen;
    const now: Now = { price: before?.price ?? 100, stock: before?.stock ?? 'in_stock', ...seen };
    const crawlId = brand<CrawlId>(`crl_${hour}`);
    const context: RuleContext = { tags: ['key-rivals'], ...(own ? { product: PRODUCT, limits: { map: price(7_000).money } } : {}), listing: { price: cents(now.price), availability: now.stock, ...(now.seller === undefined ? {} : { seller: now.seller }) }, history };
    const alerts = [
      ...(before ? changesTo(now, before) : []).flatMap((one) => run.change({ ...one, crawlId }, context, at(hour))),
      ...run.look({ crawlId, targetId: facts(hour).targetId, confirms: () => true, contextOf: () => context }, at(hour)),
      ...run.standing({ facts: { ...facts(hour), crawlId }, listing: context.listing ?? {} }, context, at(hour)), ...run.tick(at(hour)),
    ];
    lines.push(...alerts.map((alert) => `${hour} ${alert.channels.join('+')}: ${messageOf(alert, { language: 'en', timezone: 'UTC' }).headline.replace(': Desk lamp', '')}`));
    history = withPoint(history, { at: at(hour), money: cents(now.price).money });
    before = now;
  }
  return lines;
}

/** Prices of two sellers are not compared: with another one only the seller is told. */
function changesTo(now: Now, before: Now): readonly Change[] {
  const [from, to] = [before.seller, now.seller];
  const sold = from !== undefined && to !== undefined && from !== to;
  return [
    ...(sold ? [change(now.hour, { kind: 'seller', from: { name: from }, to: { name: to }, fromPrice: cents(before.price), toPrice: cents(now.price) })] : []),
    ...(!sold && before.price !== now.price ? [moved(now.hour, cents(before.price).money.minor, cents(now.price).money.minor)] : []),
    ...(before.stock === now.stock ? [] : [stock(now.hour, before.stock, now.stock)]),
  ];
}
