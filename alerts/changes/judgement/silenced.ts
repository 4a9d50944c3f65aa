import type { Change, ChangeKind } from '../../../model/change.ts';
import type { ListingFields } from '../../../model/listing.ts';
import { moneyText, sameCurrency } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import type { Suspicion } from '../../../model/suspicion.ts';
import type { Sides } from '../compare.ts';
import { isSilence } from '../silence.ts';

/** What ends a change of this kind by silence alone. */
const BY_SILENCE: Readonly<Partial<Record<ChangeKind, 'promotions' | 'listPrice'>>> = { promotion_ended: 'promotions', to_pay: 'promotions', list_price: 'listPrice' };

/**
 * Set when all the news is that a promotion or list price does not stand beside the same price any more, and no word of the page says so: it is seen a second time, because a
 * page that once was read without its words would end the promotion and begin it again.
 */
export function silencedOf({ before, after }: Pick<Sides, 'before' | 'after'>, changes: readonly Change[]): Suspicion | undefined {
  const [from, to] = [before.price && valueOf(before.price), valueOf(after.price)];
  if (!from || !to || from.kind !== to.kind || !sameCurrency(from.money, to.money) || from.money.minor !== to.money.minor || changes.length === 0) return undefined;
  if (!changes.every(({ detail }) => isOfSilence(detail.kind, after))) return undefined;
  return { from, to, bySize: false, silenced: true, why: `what stood beside the price of ${moneyText(to.money)} is not there any more, and the price is the same` };
}

/** True when a later version is as silent: what is seen twice holds. */
export function isSilencedAgain({ promotions, listPrice }: ListingFields): boolean {
  return isSilence(promotions) || isSilence(listPrice);
}

function isOfSilence(kind: ChangeKind, after: ListingFields): boolean {
  const name = BY_SILENCE[kind];
  return name !== undefined && isSilence(after[name]);
}
