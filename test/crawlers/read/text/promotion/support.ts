import type { CurrencyCode } from '../../../../../model/money.ts';
import { currencyCode } from '../../../../../model/money.ts';
import { parsePromotions } from '../../../../../crawlers/read/text/promotion.ts';

/** The code of a currency that a test names. */
export function code(text: string): CurrencyCode {
  const found = currencyCode(text);
  if (!found) throw new TypeError(`no currency: ${text}`);
  return found;
}

/** What a label gives, `mechanic name=value …` for each rule, the names in order of the alphabet, joined by ` + `. */
export function rules(text: string, currency: string, language?: string): string {
  return parsePromotions(text, { currency: code(currency), ...(language !== undefined && { language }) })
    .map(({ mechanic, params }) => [mechanic, ...Object.entries(params).map(([name, value]) => `${name}=${String(value)}`).toSorted()].join(' ')).join(' + ');
}

/** The rows of a table written as lines `label => rules`; the parameters in any order. */
export function rows(table: string): readonly (readonly [label: string, want: string])[] {
  return table.trim().split('\n').filter((line) => line.trim() !== '').map((line) => {
    const [label = '', want = ''] = line.split(' => ');
    const inOrder = want.split(' + ').map((rule) => {
      const [mechanic = '', ...params] = rule.trim().split(' ');
      return [mechanic, ...params.toSorted()].join(' ');
    });
    return [label.trim(), inOrder.join(' + ')];
  });
}

/** The labels of a table of texts that are no promotion. */
export function lines(table: string): readonly string[] {
  return table.trim().split('\n').map((line) => line.trim());
}
