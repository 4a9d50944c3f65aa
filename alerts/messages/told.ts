import type { Language } from '../../config/schema.ts';
import type { Alert } from '../../model/alert.ts';
import type { Catalogue, Told } from './catalogue.ts';
import { en } from './en.ts';
import type { Formats } from './formats.ts';
import { zhCn } from './zh-cn.ts';

/** The words of each language. */
export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, 'zh-CN': zhCn };

/** What happened, in words, as the rule sees it: against a line of its own, from where it counted, or as over. */
export function toldBy(words: Catalogue, alert: Alert, formats: Formats): Told {
  const { change: { detail }, reason, moment } = alert;
  const told = words.tell(detail, formats);
  const counted = reason.baseline === 'previous' || reason.baseline === 'last_alerted';
  if (!counted && (detail.kind === 'price' || reason.to !== undefined)) return { ...words.reason.against(alert, formats), ...(told.lines ? { lines: told.lines } : {}) };
  if (detail.kind === 'stock' && detail.from === detail.to) return withoutFrom(told);
  if (moment === 'recovered' && detail.kind === 'search_rank') return { ...told, headline: words.rankRegained(detail.to) };
  if (detail.kind !== 'price' || reason.from === undefined || reason.percent === undefined) return told;
  // Against another baseline than the last value, the figures are the reason's, not those of the last step.
  const step = { ...detail, percent: reason.percent, from: { ...detail.from, money: reason.from } };
  return reason.from.minor === detail.from.money.minor || detail.from.max !== undefined ? told : words.tell(step, formats);
}

/** It stood like this when it was looked at: there is no value from before. */
function withoutFrom(told: Told): Told {
  const { from: _, ...rest } = told;
  return rest;
}

/** The price by the time the alert is told, where it has moved on. */
export function byNow({ reason }: Catalogue, { byNow: price }: Alert, formats: Formats): readonly string[] {
  return price === undefined ? [] : [reason.byNow(formats.money(price))];
}
