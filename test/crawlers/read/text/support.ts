import { parsePrice } from '../../../../crawlers/read/text/price.ts';
import { currencyCode } from '../../../../model/money.ts';

export interface Hints {
  readonly language?: string;
  readonly host?: string;
  readonly currency?: string;
}

/** What a text was read as: `amount CODE flags`, `10..20 EUR` for a range, or the state and amounts when not known. */
export function show(text: string, hints: Hints = {}): string {
  const { currency, ...rest } = hints;
  const code = currency === undefined ? undefined : currencyCode(currency);
  const read = parsePrice(text, code ? { ...rest, currency: code } : rest);
  if (read.state === 'none') return 'none';
  if (read.state === 'ambiguous') return `ambiguous ${read.amounts.join(' ')}`;
  const flags = [read.from && 'from', read.perUnit && 'unit', read.recurring && 'recurring', read.kindHint].filter(Boolean);
  return [`${read.amount}${read.max ? `..${read.max}` : ''}`, read.currency ?? read.currencyCandidates?.map(String).slice(0, 2).join('?') ?? '', ...flags].filter(Boolean).join(' ');
}

/** Rows of a table: `text => what is read {"host":"…"}`, one a line; what is known of the page stands at the end, as JSON. */
export function table(lines: string): [text: string, want: string, hints: Hints][] {
  return lines.trim().split('\n').map((line) => {
    const [text = '', rest = ''] = line.trim().split(' => ');
    const [, want = '', hints = '{}'] = /^(.*?)(?: (\{.*\}))?$/.exec(rest) ?? [];
    const read: unknown = JSON.parse(hints);
    return [text, want, typeof read === 'object' && read !== null ? read : {}];
  });
}
