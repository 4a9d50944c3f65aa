/** A number as it stands in a text that {@link normalise} made. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  /** The digit groups, e.g. `1`, `299`, `00`. */
  readonly groups: readonly string[];
  /** What stands between the groups, one less than groups. */
  readonly separators: readonly string[];
}

const MAX_GROUPS = 12;
const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const digit = (char: string): boolean => char >= '0' && char <= '9';

/**
 * All numbers of a text, left to right, with the separators kept: what they mean depends on the currency. A number glued to a word
 * (`S24 899,00 €`) goes on behind a blank only where `isCurrency` says that the word before this place is one (`EUR1 299`).
 */
export function readNumbers(text: string, isCurrency: (at: number) => boolean = () => false): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (let i = 0; i < text.length;) {
    const bare = /[.,]/.test(text.charAt(i)) && digit(text.charAt(i + 1)) && /^[^\p{L}\p{M}\d/.,]?$/u.test(text.charAt(i - 1));
    if (!digit(text.charAt(i)) && !bare) {
      i += 1;
      continue;
    }
    const token = readNumber(text, i, bare, !LETTER.test(text.charAt(i - 1)) || isCurrency(i));
    tokens.push(token);
    i = token.end;
  }
  return tokens;
}

function readNumber(text: string, start: number, bare: boolean, blanks: boolean): NumberToken {
  const groups: string[] = bare ? ['0'] : [];
  const separators: string[] = bare ? ['.'] : [];
  let at = bare ? start + 1 : start;
  for (;;) {
    const from = at;
    while (digit(text.charAt(at))) at += 1;
    groups.push(text.slice(from, at));
    const separator = groups.length < MAX_GROUPS ? separatorAt(text, at, groups, separators) : '';
    if (separator === ' ' && !blanks) return { start, end: at, groups, separators };
    if (separator === '') return { start, end: at, groups, separators };
    separators.push(separator.trim() || ' ');
    at += separator.length;
  }
}

/** The separator at this place when the number goes on behind it, else ''. */
function separatorAt(text: string, at: number, groups: readonly string[], separators: readonly string[]): string {
  const char = text.charAt(at);
  if (/[.,'·]/.test(char)) {
    if (digit(text.charAt(at + 1))) return char;
    const cents = char !== "'" && text.charAt(at + 1) === ' ' && /^\d\d(?![\d.,%])/.test(text.slice(at + 2, at + 5));
    return cents && !separators.includes(char) && !/^\d\d ?\p{L}{3}/u.test(text.slice(at + 2, at + 8)) ? `${char} ` : '';
  }
  if (char !== ' ' || separators.some((other) => other !== ' ')) return '';
  const first = groups.length > 1 || (groups[0]?.length ?? 0) <= 3;
  return first && groups[0] !== '0' && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? ' ' : '';
}

/**
 * The number as a plain decimal text (`1299.00`), or undefined when the separators make no number (a date, a version).
 * One separator before exactly three digits groups thousands, unless the currency has three decimals or nothing but a
 * zero stands before it; of two kinds the last one is the decimal separator.
 */
export function decimalText(token: Pick<NumberToken, 'groups' | 'separators'>, exponent = 2): string | undefined {
  const { groups, separators } = token;
  const last = groups[groups.length - 1] ?? '';
  const mark = separators[separators.length - 1];
  if (mark === undefined) return plain(last, '');
  const others = separators.slice(0, -1);
  const decimal = isDecimal(groups, mark, others, exponent);
  const whole = decimal ? groups.slice(0, -1) : groups;
  if (whole.length > 1 && !grouped(whole)) return undefined;
  if (decimal && others.length > 0 && new Set(others).size > 1) return undefined;
  return plain(whole.join(''), decimal ? last : '');
}

function isDecimal(groups: readonly string[], mark: string, others: readonly string[], exponent: number): boolean {
  const last = groups[groups.length - 1] ?? '';
  if (mark === ' ') return false;
  if (mark === "'") return others.length === 0 && last.length === 2;
  if (others.length > 0) return !others.includes(mark) || last.length !== 3 && groups.slice(1, -1).every((group) => group.length === 3);
  if (last.length !== 3) return true;
  const first = groups[0] ?? '';
  return first === '0' || first === '' || first.length > 3 || exponent === 3;
}

/** Thousands in threes, or the Indian way: three at the end, twos before. */
function grouped(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  if (first.length > 3 || first === '0') return false;
  return rest.every((group) => group.length === 3) || (rest[rest.length - 1]?.length === 3 && first.length <= 2 && rest.slice(0, -1).every((group) => group.length === 2));
}

function plain(whole: string, fraction: string): string {
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  return fraction === '' ? trimmed : `${trimmed}.${fraction}`;
}

/** A decimal text times a power of ten, exactly: `1.5` by 4 is `15000`, `99` by -2 is `0.99`. */
export function timesPowerOfTen(decimal: string, power: number): string {
  if (power === 0) return decimal;
  const [whole = '0', fraction = ''] = decimal.split('.');
  if (power < 0) {
    const padded = whole.padStart(1 - power, '0');
    return plain(padded.slice(0, power), padded.slice(power) + fraction);
  }
  const digits = fraction.padEnd(power, '0');
  return plain(whole + digits.slice(0, power), digits.slice(power).replace(/0+$/, ''));
}

/** The sum of a whole number text and another one, exactly. */
export function addWhole(a: string, b: string): string {
  return /^\d{1,30}$/.test(a) && /^\d{1,30}$/.test(b) ? String(BigInt(a) + BigInt(b)) : a;
}

/** Compares two plain decimals exactly: negative, zero or positive. */
export function compareDecimals(a: string, b: string): number {
  const [wholeA = '0', fractionA = ''] = a.split('.');
  const [wholeB = '0', fractionB = ''] = b.split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  const length = Math.max(fractionA.length, fractionB.length);
  const x = wholeA + fractionA.padEnd(length, '0');
  const y = wholeB + fractionB.padEnd(length, '0');
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
