import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, MarkPointComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Money } from '../../../model/money.ts';
import type { PriceHistory } from '../../../model/price-history.ts';
import { drawTexts } from './digits.ts';

use([LineChart, GridComponent, MarkLineComponent, MarkPointComponent, SVGRenderer]);

export const CHART_SIZE = { width: 560, height: 180 } as const;
const COLOURS = { line: '#2b6cb0', fell: '#2f855a', rose: '#c53030', lowest: '#6b46c1', axis: '#8b949e', grid: '#e6e8eb', text: '#57606a' } as const;
const DAY_MS = 86_400_000;
const LABELS = 4;

export interface Drawing {
  /** At least two points, oldest first, of one currency. */
  readonly history: PriceHistory;
  /** Up to when the last price is known to have held. */
  readonly until: Date;
  readonly timezone: string;
}

type Point = readonly [at: number, amount: number];

/** The price over time as steps: its lowest and its newest change marked. Numbers and dates only, drawn as strokes: it needs no font. */
export function chartSvg({ history, until, timezone }: Drawing): string {
  const steps = history.map(({ at, money }): Point => [at.getTime(), amountOf(money)]);
  const [first] = steps;
  const last = steps.at(-1);
  const before = steps.at(-2);
  if (!first || !last || !before) throw new RangeError('a chart needs two prices');
  const end = Math.max(until.getTime(), last[0] + Math.max(DAY_MS / 4, (last[0] - first[0]) / 12));
  const lowest = steps.reduce((low, point) => (point[1] <= low[1] ? point : low), first);
  const digits = history[0]?.money.exponent ?? 2;
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...CHART_SIZE });
  try {
    chart.setOption(optionOf({ steps, end, before, last, lowest, digits, timezone }));
    return withoutScript(drawTexts(chart.renderToSVGString()));
  } finally {
    chart.dispose();
  }
}

interface Shape {
  readonly steps: readonly Point[];
  readonly end: number;
  readonly before: Point;
  readonly last: Point;
  readonly lowest: Point;
  readonly digits: number;
  readonly timezone: string;
}

function optionOf({ steps, end, before, last, lowest, digits, timezone }: Shape): EChartsCoreOption {
  const start = steps[0]?.[0] ?? end;
  const fell = last[1] < before[1];
  const colour = fell ? COLOURS.fell : COLOURS.rose;
  const dates = Array.from({ length: LABELS }, (_, index) => start + ((end - start) * index) / (LABELS - 1));
  const marked = lowest === last ? [] : [{ coord: [...lowest], value: lowest[1].toFixed(digits), itemStyle: { color: COLOURS.lowest }, label: { position: 'bottom', color: COLOURS.lowest } }];
  return {
    animation: false, backgroundColor: '#ffffff', textStyle: { fontSize: 12 },
    grid: { left: 12, right: 22, top: 24, bottom: 12 },
    xAxis: {
      type: 'value', min: start, max: end, splitLine: { show: false }, axisLine: { lineStyle: { color: COLOURS.axis } },
      axisLabel: { customValues: dates, color: COLOURS.text, formatter: dateFormat(timezone, end - start), alignMinLabel: 'left', alignMaxLabel: 'right' }, axisTick: { customValues: dates },
    },
    yAxis: { type: 'value', scale: true, splitNumber: 3, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: COLOURS.text, formatter: plainNumber }, splitLine: { lineStyle: { color: COLOURS.grid } } },
    series: [{
      type: 'line', step: 'end', symbol: 'none', data: [...steps, [end, last[1]]], lineStyle: { width: 2, color: COLOURS.line },
      markLine: { symbol: 'none', silent: true, label: { show: false }, lineStyle: { type: 'dashed', width: 1, color: colour }, data: [{ xAxis: last[0] }] },
      markPoint: {
        symbol: 'circle', symbolSize: 8, silent: true, label: { show: true, fontSize: 12, distance: 7 },
        data: [...marked, { coord: [...last], value: last[1].toFixed(digits), itemStyle: { color: colour }, label: { position: fell ? 'bottom' : 'top', color: colour } }],
      },
    }],
  };
}

/** An axis is no money: as many digits as it needs. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** Month and day; over more than ten months year and month; within three days the time as well. Numbers alone, the same in every language. */
function dateFormat(timezone: string, span: number): (time: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    if (span > 300 * DAY_MS) return `${of('year')}-${of('month')}`;
    const day = `${of('month')}-${of('day')}`;
    return span > 3 * DAY_MS ? day : `${day} ${of('hour')}:${of('minute')}`;
  };
}

function amountOf(money: Money): number {
  return money.minor / 10 ** money.exponent;
}

/** ECharts adds styles and marks for a mouse, with a number that grows with every chart. */
function withoutScript(svg: string): string {
  return svg.replaceAll(/<style ?>.*?<\/style>/gs, '').replaceAll(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '').replaceAll(/zr\d+-c/g, 'c');
}
