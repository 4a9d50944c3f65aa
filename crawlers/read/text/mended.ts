import type { CurrencyCode } from '../../../model/money.ts';

const SIGN = '(?:[$€£¥₹₽₺₴₪₩₫₱฿]|zł|kr\\.?|Kč|[Ll]ei|RON|R\\$|CHF)';
/** All of the text is a sign, whole units, a blank and two digits of cents, or has the sign at the end: raised cents that lost their mark-up. */
const RAISED_BEHIND = new RegExp(`^([^\\d]{0,20}${SIGN} ?)(\\d{1,3}(?:,?\\d{3})?) (\\d{2})$`, 'u');
const RAISED_BEFORE = new RegExp(`^(\\d{1,3}(?:\\.?\\d{3})?) (\\d{2}) ?(${SIGN})$`, 'u');

/** Cents behind the sign: `12 € 50`, `19€95`. Not those of two prices with the sign before each: `€10 €15`. */
const CENTS_BEHIND = /(?<![.,]\d?)(?<!(?:€|EUR|Fr\.?) ?\d{0,7})(\d)( ?)(€|EUR|euros?|Fr\.?)( ?)(\d{2})(?! ?[\d.,€$£¥%\p{L}-])/giu;
/** What the text is but for its end: a number alone. */
const NUMBER_ALONE = /^[\d .]{0,9}$/;

/** Labels that ran together when the mark-up between them went: `Sale priceFrom $15`, `Regular priceRp 249.000`. */
const LABEL_END = /(\p{Ll})(?=(?:From|Now|Was|Sale|Regular|Special|Our|Save|Price|Ab|Nur|Jetzt|Statt|Preis|Prix|Precio|Prezzo|Verkaufspreis|Angebotspreis|Sonderpreis)(?!\p{Ll})|(?:[A-Z]{3}|R[Mps]\.?|[A-Z]{1,3}\$) ?\d)/gu;
/** Swedish shops write 99:90, which looks like a time. */
const CROWN_TIME = /^\d{1,5}:\d{2}$/;
const CROWNS: ReadonlySet<string> = new Set(['SEK', 'NOK', 'DKK']);

/** Something here may be apart; most texts have nothing of it. */
const APART = /\d ?[元块塊:€$]|\d (?=[.,\d])|\d\. \d|\d ?(?:EUR|Fr)|\$ ?\d[\d.,]{0,20} ?[A-Z]|[$€£¥₹] ?\d{1,3} /iu;

/**
 * A text of {@link normalise} with the amounts put together again that mark-up or the language takes apart: `$12 .99`, `$ 1 , 299 . 00`,
 * `12 € 50`, `$12 99`, `12:50 kr`, `12,99 $ CA`, `3块5`, `5元5角`. Everything else stays as it is.
 * @param currency that of the page, where it is known: `99:90` alone is a time elsewhere
 */
export function mended(text: string, currency?: CurrencyCode): string {
  if (CROWN_TIME.test(text) && CROWNS.has(currency ?? '')) return text.replace(':', '.');
  const parted = text.replace(LABEL_END, '$1 ');
  if (!APART.test(parted)) return parted;
  return parted
    .replace(/(\d) ?元 ?(\d) ?[角毛](?: ?(\d) ?分)?/gu, '$1.$2$3元').replace(/(\d) ?[块塊](\d)(?![\d\p{L}])/gu, '$1.$2元')
    .replace(/(\d) ([.,])(?=\d{2}(?!\d))/g, '$1$2').replace(/([$€£¥₹] ?\d{1,3}) ([.,]) (?=\d{3}(?!\d))/g, '$1$2').replace(/(\d) ?\. (?=\d{2}(?!\d| ?\p{L}{3}))/gu, '$1.')
    .replace(CENTS_BEHIND, centsBehind)
    .replace(/(\d):(\d{2})(?= ?(?:kr|:-|sek)(?!\p{L}))/giu, '$1.$2')
    .replace(/\$ ?(\d[\d.,]{0,20}) ?(US|CA|AU|NZ|CDN|MN|M\.N\.)(?![\p{L}\d])/gu, (_, amount: string, land: string) => `${land.startsWith('M') ? 'MX' : land}$${amount}`)
    .replace(/(\d) ?\$ ?(US|CA|AU|NZ)(?![\p{L}\d$])/gu, '$1 $2$')
    .replace(RAISED_BEHIND, '$1$2.$3').replace(RAISED_BEFORE, '$1.$2 $3');
}

/** A sign that is glued to what follows and not to what is before it belongs there: `Size 42 €15`. */
function centsBehind(whole: string, digit: string, before: string, sign: string, after: string, cents: string, at: number, text: string): string {
  return before !== '' && after === '' && !NUMBER_ALONE.test(text.slice(0, at)) ? whole : `${digit}.${cents} ${sign}`;
}
