import type { Alert } from '../../model/alert.ts';
import type { Told } from './catalogue.ts';
import { oneLine } from './cut.ts';
import { formatsFor } from './formats.ts';
import type { Reader } from './message.ts';
import { sureness } from './offer-words.ts';
import { byNow, CATALOGUES, toldBy } from './told.ts';

/** An alert without the title of its listing, for digests. */
export interface Short {
  /** What, from, to, whose, when, how sure, by which rule. */
  readonly line: string;
  /** What happened, in two or three words. */
  readonly what: string;
  /** Whose, when, how sure, by which rule. */
  readonly origin: string;
}

export function shortOf(alert: Alert, { language, timezone }: Reader): Short {
  const words = CATALOGUES[language];
  const formats = formatsFor(language, timezone);
  const told = toldBy(words, alert, formats);
  const { detail } = alert.change;
  // Of a variant that the page does not show: its name is told first.
  const variant = 'offerSku' in detail && detail.offerSku !== undefined ? told.lines?.[0] : undefined;
  const headline = `${words.reason.prefix(alert.reason)}${told.headline}`;
  const origin = [alert.change.sourceId, formats.time(alert.change.at), sureness(alert, language, formats), words.reason.rule(alert)].filter(Boolean).join(' · ');
  const line = [headline, variant, sidesOf(told, alert), ...byNow(words, alert, formats), origin].filter(Boolean).join(' · ');
  return { line: oneLine(line), what: oneLine(headline, 80), origin: oneLine(origin) };
}

/** From where to where; of what is compared, how it stands to the line: it never was there. */
function sidesOf({ from, to, compared }: Told, { reason }: Alert): string {
  const sides = [from, to].filter((part) => part !== undefined && part !== '');
  if (!compared || sides.length < 2) return sides.join(' → ');
  const above = (reason.to?.minor ?? 0) - (reason.from?.minor ?? 0);
  return sides.toReversed().join(above < 0 ? ' < ' : above > 0 ? ' > ' : ' = ');
}
