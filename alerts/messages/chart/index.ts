import { renderAsync } from '@resvg/resvg-js';
import type { Language } from '../../../config/schema.ts';
import type { Alert } from '../../../model/alert.ts';
import { lowestWithin, type PriceHistory } from '../../../model/price-history.ts';
import { formatsFor } from '../formats.ts';
import type { Reader } from '../message.ts';
import { CHART_SIZE, chartSvg } from './svg.ts';

/*
 * The picture of a price over time. Loaded when the first one is drawn: ECharts and resvg take a moment.
 *   svg.ts      the drawing
 *   digits.ts   numbers without a font
 */

/** Twice as fine as it is shown, for screens that are. */
const ZOOM = 2;

const ALT: Readonly<Record<Language, (parts: { readonly title: string; readonly from: string; readonly to: string; readonly since: string; readonly lowest: string }) => string>> = {
  en: ({ title, from, to, since, lowest }) => `Price of ${title} since ${since}: last ${from} → ${to}, lowest ${lowest}`,
  'zh-CN': ({ title, from, to, since, lowest }) => `${title} 自 ${since} 以来的价格：最近由 ${from} 变为 ${to}，最低 ${lowest}`,
};

/** Draws the history of an alert as PNG, with words for those who cannot see it. Undefined when there is nothing to see: fewer than two prices. */
export async function drawChart({ history = [], change, at }: Pick<Alert, 'history' | 'change' | 'at'>, reader: Reader): Promise<{ readonly png: Uint8Array; readonly alt: string } | undefined> {
  if (history.length < 2) return undefined;
  const svg = chartSvg({ history, until: at, timezone: reader.timezone });
  const { width } = CHART_SIZE;
  const image = await renderAsync(svg, { fitTo: { mode: 'width', value: width * ZOOM }, font: { loadSystemFonts: false }, background: '#ffffff' });
  return { png: image.asPng(), alt: altOf(history, change.title, at, reader) };
}

function altOf(history: PriceHistory, title: string, until: Date, { language, timezone }: Reader): string {
  const { money, time } = formatsFor(language, timezone);
  const [first] = history;
  const [from, to] = history.slice(-2);
  const lowest = first && lowestWithin(history, first.at, new Date(until.getTime() + 1));
  if (!first || !from || !to || !lowest) return title;
  return ALT[language]({ title: title.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(), from: money(from.money), to: money(to.money), since: time(first.at), lowest: money(lowest) });
}
