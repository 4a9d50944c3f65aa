import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import type { ChangeDetail } from '../../model/change.ts';
import { factId } from '../../model/ids.ts';
import type { Availability, Price } from '../../model/listing.ts';
import { sameCurrency } from '../../model/money.ts';
import type { CompiledRule } from './compiled.ts';
import type { RuleContext } from './context.ts';
import { fits, show } from './filter.ts';
import { judge } from './judge.ts';
import { betweenMoney, buyable } from './measure.ts';
import { asChange, type Standing } from './standing.ts';

/** A listing as it was accepted last, with what is known around it. */
export interface Present {
  readonly standing: Standing;
  readonly context: RuleContext;
}

interface Telling {
  readonly compiled: CompiledRule;
  readonly episode: Episode;
  readonly last: Alert;
  readonly present?: Present | undefined;
}

/**
 * What is told again, as it is now: a price may have moved since without a word, because it still was beyond its line, too small a step, or snoozed.
 * Undefined when it is known not to hold any more (the next crawl ends it), when nothing is left to compare with, or when the rule does not ask for such a
 * listing any more: another seller has it, its price left the band. Whatever is no price, or waits to be confirmed, is told as it was.
 */
export function asItIs(telling: Telling): Alert | undefined {
  const { compiled, episode, last, present } = telling;
  const { detail } = last.change;
  if (detail.kind === 'stock' && detail.offerSku === undefined && isOver(detail, present?.standing.listing.availability)) return undefined;
  const price = present?.standing.listing.price;
  const before = last.reason.to;
  if (!present || !price || !before || !sameCurrency(price.money, before) || (episode.waiting && compiled.rule.confirm.needed > 1)) return last;
  if (episode.side === undefined && (detail.kind !== 'price' || detail.offerSku !== undefined || price.kind !== detail.to.kind)) return last;
  const current = detail.kind !== 'price' || episode.side !== undefined ? onItsLine({ compiled, episode, last, present, price }) : movedOn({ last, present, detail, price });
  return current && fits(compiled, show(current.change, present.context)) ? current : undefined;
}

/** The page shows the other side, of another variant perhaps. */
function isOver({ to }: Extract<ChangeDetail, { kind: 'stock' }>, now: Availability | undefined): boolean {
  return now !== undefined && buyable(now) !== buyable(to);
}

interface Line extends Omit<Required<Telling>, 'present'> {
  readonly present: Present;
  readonly price: Price;
}

function onItsLine({ compiled, episode, last, present: { standing, context }, price }: Line): Alert | undefined {
  const { reason } = judge(compiled.clauses, { to: price.money, at: standing.facts.at, context, episode }, compiled.rule.rearm);
  const { from } = reason;
  if (!from) return undefined;
  if (episode.side !== (price.money.minor < from.minor ? 'below' : 'above') || price.money.minor === from.minor) return undefined;
  const same = last.reason.to?.minor === price.money.minor && last.reason.from?.minor === from.minor;
  const change = same ? undefined : asChange(standing, compiled);
  return change ? { ...last, change, reason, ...(context.product ? { product: context.product } : {}), ...(context.history ? { history: context.history } : {}) } : last;
}

interface Moved {
  readonly last: Alert;
  readonly present: Present;
  readonly detail: Extract<ChangeDetail, { kind: 'price' }>;
  readonly price: Price;
}

/** Counted from where it was told to have begun. */
function movedOn({ last, present: { standing: { facts, evidence }, context: { history } }, detail, price }: Moved): Alert | undefined {
  if (price.money.minor === detail.to.money.minor) return last;
  const from = last.reason.from ?? detail.from.money;
  const { way, percent } = betweenMoney(from, price.money);
  if (way !== betweenMoney(from, detail.to.money).way) return undefined;
  const now: ChangeDetail = { kind: 'price', from: { ...detail.from, money: from }, to: price, percent: percent ?? detail.percent };
  const change = { ...facts, ...(evidence?.price ? { evidence: evidence.price } : {}), id: factId('change', 'present', last.change.id, facts.toVersion ?? facts.crawlId), detail: now };
  return { ...last, change, reason: { ...last.reason, from, to: price.money, ...(percent === undefined ? {} : { percent }) }, ...(history ? { history } : {}) };
}
