import { toPayOf, type ToPayOfListing } from '../model/to-pay.ts';
import type { Compared } from '../model/pay.ts';
import type { ListingRead } from '../model/listing.ts';
import { money, moneyText } from '../model/money.ts';
import type { Io } from './io.ts';
import { oneLine, paint, table } from './output.ts';
import { leftOutWords } from './promotion-words.ts';

const MOST_LEFT_OUT = 8;

/** What pieces cost by the promotions, beside the page's own sum; empty when there is nothing to be worked out. */
export function toPayView(io: Io, listing: ListingRead): string {
  const result = toPayOf(listing.fields, io.clock());
  if (!result) return '';
  const rows = result.sums.map(({ quantity, money: sum, applied, requiresClaim }) => [
    String(quantity), moneyText(sum), oneLine(applied.map(({ label }) => label).join(' + '), 60) || 'no promotion', requiresClaim ? 'after claiming' : '',
  ]);
  return [
    paint(io, 'dim', "to pay, worked out from the page price and the promotions (inferred; the shop's checkout has the last word)"),
    table(io, ['pieces', 'to pay', 'with', ''], rows),
    ...(result.compared ? [comparedLine(io, result.compared)] : []), ...leftOutLines(io, result),
  ].join('\n');
}

function comparedLine(io: Io, { stated, differenceMinor, agrees }: Compared): string {
  if (agrees) return `The page itself says ${moneyText(stated)} for one: the same.`;
  const apart = moneyText(money(Math.abs(differenceMinor), stated.currency));
  return paint(io, 'yellow', `The page itself says ${moneyText(stated)} for one: ${apart} ${differenceMinor < 0 ? 'less' : 'more'} than worked out. Both are kept.`);
}

/** What takes no part even for the most pieces that were looked at. */
function leftOutLines(io: Io, { sums }: ToPayOfListing): readonly string[] {
  const rest = sums.at(-1)?.leftOut ?? [];
  return rest.slice(0, MOST_LEFT_OUT).map(({ promotion, why }) => paint(io, 'dim', `left out: ${oneLine(promotion.label, 60)} (${leftOutWords(why)})`));
}
