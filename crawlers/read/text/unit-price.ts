import type { UnitAmount } from '../candidates.ts';
import { type Amount, amountsIn } from './amounts.ts';
import type { CurrencyHints } from './currency.ts';
import { mended } from './mended.ts';
import { MAX_TEXT, normalise } from './normal.ts';
import { MAX_NUMBERS, moneyNumbers } from './price.ts';
import { UNIT, unitOf } from './units.ts';

const MEASURE = `(?:(\\d{1,5}(?:[.,]\\d{1,3})?) ?)?(${UNIT})`;
const PER = "(?:per|pro|par|por|por cada|je|al|à|le|la|l'|il|lo|el|das|het|de|za|na|за|pr\\.?|each|\\/|／|每)";
/** Behind the amount: `/kg`, `per 100 g`, `/ 1 Liter`, `每斤`, `each`. */
const AFTER = new RegExp(`^[ )*]{0,3}(?:${PER} ?${MEASURE}|(each|ea)(?!\\p{L}))`, 'iu');
/** Before the amount: `1 kg =`, `100gあたり`, `100g당`. */
const EQUALS = new RegExp(`${MEASURE} ?(?:=|あたり|当たり|当り|당)[ :約ca.]{0,5}$`, 'iu');
/** Before the amount: `price per kg`, `Grundpreis pro 100 g:`, `每100克`. */
const NAMED = new RegExp(`(?:(?<!\\p{L})(?:per|pro|par|por|au|al|je|za|за|unit price|grundpreis|jmf\\.?-?pris|jämförpris)|每|单价|単価)[ :(]{0,3}${MEASURE}[ :)=]{0,4}$`, 'iu');
/** Without one of these there is no unit price; most price texts have none. */
const SAYS_PER = /[/=／每]|(?<!\p{L})(?:per|pro|par|por|je|al|au|à|le|la|l['’]|il|lo|el|das|het|de|za|na|за|pr|each|ea|unit price|grundpreis|jmf|jämförpris)(?!\p{L})|単価|单价|あたり|当|당/iu;
/** The sign and the measure before the number: `€/kg 5,98`. */
const SIGN_FIRST = new RegExp(`(\\p{Sc}|EUR|CHF|zł|kr) ?\\/ ?(${UNIT})[ :]{1,3}(\\d[\\d.,]{0,12})`, 'iu');

/**
 * The price for a measure that a text states, beside a price or alone: `£1.20 per 100g`, `(1,99 € / 1 kg)`, `1 kg = 3,98 €`, `100gあたり120円`,
 * `¥3.2/斤`. Undefined when it states none, or two for one measure. The amount is in whole units of the currency. Never throws.
 */
export function parseUnitPrice(text: string, hints: CurrencyHints = {}): UnitAmount | undefined {
  if (!SAYS_PER.test(text.slice(0, MAX_TEXT))) return undefined;
  const normal = mended(normalise(text)).replace(SIGN_FIRST, '$3 $1/$2');
  const tokens = moneyNumbers(normal);
  if (tokens.length > MAX_NUMBERS) return undefined;
  const amounts = amountsIn(normal, tokens, hints);
  let from = 0;
  const found = amounts.flatMap((amount, i) => {
    const behind = AFTER.exec(normal.slice(amount.end, amounts[i + 1]?.start));
    const before = normal.slice(from, Math.max(from, amount.start));
    from = amount.end + (behind?.[0].length ?? 0);
    return measured(amount, behind ?? EQUALS.exec(before) ?? NAMED.exec(before)) ?? [];
  });
  const [first, ...others] = found;
  const contradicted = others.some((other) => other.unit === first?.unit && other.per === first.per && Number(other.amount) !== Number(first.amount));
  return contradicted ? undefined : first;
}

function measured(amount: Amount, match: RegExpExecArray | null): UnitAmount | undefined {
  if (!match || amount.max !== undefined || !/[1-9]/.test(amount.value)) return undefined;
  const unit = unitOf(match[2] ?? match[3] ?? '');
  const per = Number((match[1] ?? '1').replace(',', '.'));
  if (unit === undefined || !(per > 0)) return undefined;
  const { currency, candidates } = amount.currency;
  return { amount: amount.value, per, unit, ...(currency ? { currency } : candidates?.length ? { currencyCandidates: candidates } : {}) };
}
