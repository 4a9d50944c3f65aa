import { expect, test } from 'vitest';
import { Recording } from '../../../alerts/backtest/recording.ts';
import { backtest } from '../../../alerts/backtest/run.ts';
import { judgeRecorded } from '../../../cli/judge-recorded.ts';
import type { Rule } from '../../../config/types.ts';
import { brand, type RuleId } from '../../../model/ids.ts';
import { RULES } from './measure.ts';

function recordingOf(...lines: readonly (string | object)[]): Recording {
  const recording = new Recording();
  for (const line of lines) recording.add(typeof line === 'string' ? line : JSON.stringify(line));
  return recording;
}

const DAY = (no: number, hour = 6): string => new Date(Date.UTC(2026, 0, 1 + no, hour)).toISOString();
const crawl = (no: number, more: object = {}): object => ({ crawl: `c${no}`, source: 'mart', kind: 'catalogue', startedAt: DAY(no), finishedAt: DAY(no, 7), ...more });
const seen = (no: number, productId: string, fields: object): object => ({ crawl: `c${no}`, source: 'mart', productId, observedAt: DAY(no), title: `Article ${productId}`, fields });
const usd = (amount: number | string): object => ({ price: { amount, currency: 'USD' } });

test('a file that begins with a byte order mark loses no line', () => {
  const recording = recordingOf(`\uFEFF${JSON.stringify(crawl(0, { listed: 7 }))}`, seen(0, 'a', usd(2)));
  expect([recording.errors, recording.crawls().map(({ listed }) => listed)]).toEqual([[], [7]]);
});

test('a bad line is named by its number and spoils no other', () => {
  const recording = recordingOf('{"crawl":', '', crawl(0), { crawl: 'c0', source: 'mart', productId: 'a', observedAt: 'yesterday', fields: {} }, seen(0, 'a', { price: { amount: 1, currency: 'XYZ' } }),
    seen(0, 'a', { price: { amount: -1, currency: 'USD' } }), seen(0, 'b', usd(2)), crawl(0), '[]', seen(0, 'c', { price: '1.2.3' }));
  expect(recording.errors.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    expect.stringMatching(/^1: not JSON/), '4: observedAt: not a time such as 2026-03-29T08:05:00Z', '5: fields.price has no currency that is an ISO 4217 code: taken as unknown', '6: fields.price: -1 is no price: taken as unknown',
    '8: crawl "c0" of "mart" is there twice', expect.stringMatching(/^9: /), expect.stringMatching(/^10: fields\.price/),
  ]);
  // A price that is none says nothing; the listing was there all the same.
  expect(recording.crawls().map(({ observed }) => [...observed.values()].map(({ productId, fields }) => [productId, fields.price.state]))).toEqual([[['a', 'unknown'], ['b', 'known'], ['c', 'unknown']]]);
});

test('a listing whose price cannot be used is not missing, and its price ends nowhere', () => {
  const all = (no: number, odd: object): object[] => [crawl(no), seen(no, 'a', usd(2)), seen(no, 'b', usd(3)), seen(no, 'c', usd(4)), seen(no, 'd', usd(5)), seen(no, 'odd', odd)];
  const recording = recordingOf(...all(0, usd(9)), ...[1, 2, 3, 4].flatMap((no) => all(no, { price: { amount: '9,00', currency: 'USD' } })), ...all(5, usd(9)));
  expect([backtest(recording, RULES, judgeRecorded).changes, recording.errors.map(({ line }) => line)]).toEqual([[], [12, 18, 24, 30]]);
});

test.each(['5', 'March 7', '2026-02-30', '2026-02-30T06:00:00Z', '2026-13-01', '2026-03-01T25:00Z', ''])('"%s" is no time', (text) => {
  expect(recordingOf(crawl(0, { startedAt: text })).errors).toEqual([{ line: 1, message: 'startedAt: not a time such as 2026-03-29T08:05:00Z' }]);
});

test.each([
  ['2026-03-01', '2026-03-01T00:00:00.000Z'], ['2026-03-01 06:00', '2026-03-01T06:00:00.000Z'], ['2026-03-01T06:00:00+08:00', '2026-02-28T22:00:00.000Z'], ['2026-03-01t06:00:00.5+0200', '2026-03-01T04:00:00.500Z'],
])('%s is %s', (text, time) => {
  expect(recordingOf(crawl(0, { startedAt: text, finishedAt: null })).crawls().map(({ startedAt }) => startedAt.toISOString())).toEqual([time]);
});

test('an observation that is dated far outside of its crawl is named, and taken as seen when that ended, whichever line comes first', () => {
  const lines = [crawl(1), { ...seen(1, 'a', usd(2)), observedAt: '2099-01-01T00:00:00Z' }, { ...seen(1, 'b', usd(2)), observedAt: DAY(1, 9) }];
  for (const order of [lines, lines.toReversed()]) {
    const recording = recordingOf(...order);
    expect(recording.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^product "a" is dated 2099.*"c1" of "mart"/)]);
    expect(recording.crawls().map(({ observed }) => [...observed.values()].map(({ productId, at }) => [productId, at.toISOString()]))).toEqual([[['a', DAY(1, 7)], ['b', DAY(1, 9)]]]);
  }
});

test('a crawl whose line cannot be used is not known to have ended; one without any lasted as long as what it saw', () => {
  const recording = recordingOf(seen(1, 'a', usd(2)), crawl(1, { listed: -1 }), { ...seen(2, 'b', usd(2)), observedAt: DAY(2, 9) }, seen(2, 'a', usd(2)));
  expect(recording.crawls().map(({ id, startedAt, finishedAt }) => [id, startedAt.toISOString(), finishedAt?.toISOString()])).toEqual([['c1', DAY(1), undefined], ['c2', DAY(2), DAY(2, 9)]]);
});

test('a kind that is none is named', () => {
  expect(recordingOf(crawl(0, { kind: 'shop' })).errors).toEqual([{ line: 1, message: 'kind: "shop" is none of product, catalogue, search, reviews, page: taken as a catalogue' }]);
});

test('numbers that no listing has say nothing', () => {
  const recording = recordingOf(crawl(0), seen(0, 'a', { quantity: -1, rating: 8.5, reviewCount: -3 }), seen(0, 'b', { rating: { value: 6, scale: 5 }, reviewCount: { value: -1 } }), seen(0, 'c', { rating: { value: 8.5, scale: 10 }, quantity: 0 }));
  const states = [...recording.crawls()[0]?.observed.values() ?? []].map(({ fields: { quantity, rating, reviewCount } }) => [quantity.state, rating.state, reviewCount.state]);
  expect(states).toEqual([['unknown', 'unknown', 'unknown'], ['unknown', 'unknown', 'unknown'], ['known', 'known', 'unknown']]);
});

test('a crawl that ended before it began is named, and taken as ended when it began', () => {
  const recording = recordingOf(crawl(1, { finishedAt: DAY(0) }), seen(1, 'a', usd(2)));
  expect([recording.errors, recording.crawls().map(({ finishedAt }) => finishedAt?.toISOString())]).toEqual([[{ line: 1, message: expect.stringContaining('before it began') }], [DAY(1)]]);
});

test('what is left out is unknown, null is absent, and both end no price', () => {
  const recording = recordingOf(
    crawl(0), crawl(1), crawl(2), crawl(3), seen(0, 'a', { ...usd('2.00'), listPrice: null }), seen(1, 'a', {}), seen(2, 'a', { price: null }), seen(3, 'a', { ...usd(1.5), listPrice: 2 }),
  );
  const { changes } = backtest(recording, RULES, judgeRecorded);
  expect(changes.map(({ kind, crawl: by, from, to }) => [kind, by, from, to])).toEqual([
    ['price', 'c3', { amount: 2, currency: 'USD', kind: 'page' }, { amount: 1.5, currency: 'USD', kind: 'page' }], ['list_price', 'c3', null, { amount: 2, currency: 'USD', kind: 'list' }],
  ]);
});

test('an observation is put to its crawl whatever the order, also when the crawl has no line', () => {
  const recording = recordingOf(seen(1, 'b', usd(3)), seen(1, 'a', usd(3)), crawl(0), seen(0, 'a', usd(2)), seen(0, 'a', { ...usd(9) }));
  expect(recording.crawls().map(({ id, kind, startedAt, observed }) => [id, kind, startedAt.toISOString(), [...observed.keys()]])).toEqual([
    ['c0', 'catalogue', DAY(0), ['a']], ['c1', 'catalogue', DAY(1), ['a', 'b']],
  ]);
});

test('listings stand in the order in which they were seen, so that it is known what stood beside them', () => {
  const recording = recordingOf(crawl(0), { ...seen(0, 'a', usd(2)), observedAt: DAY(0, 8) }, { ...seen(0, 'b', usd(3)), observedAt: DAY(0, 7) }, seen(0, 'd', usd(4)), seen(0, 'c', usd(5)));
  expect(recording.crawls().map(({ observed }) => [...observed.keys()])).toEqual([['c', 'd', 'b', 'a']]);
});

test('a slip is suspicious and dropped by the next crawl; a jump that stays is confirmed by it and told then', () => {
  const prices = { a: [5, 50, 5, 5], b: [4, 1.5, 1.5, 1.5], c: [4, 1.5, 1.52, 1.52] };
  const recording = recordingOf(...[0, 1, 2, 3].flatMap((no) => [crawl(no), ...Object.entries(prices).map(([id, row]) => seen(no, id, { ...usd(row[no] ?? 0), reviewCount: no }))]));
  const { suspicious, changes, alerts } = backtest(recording, RULES, judgeRecorded);
  expect(suspicious.map(({ productId, crawl: by, became, decidedBy }) => [productId, by, became, decidedBy])).toEqual([
    ['a', 'c1', 'dropped', 'c2'], ['b', 'c1', 'confirmed', 'c2'], ['c', 'c1', 'confirmed', 'c2'],
  ]);
  expect(changes.filter(({ kind }) => kind === 'price').map(({ productId, crawl: by, firstSeen, to }) => [productId, by, firstSeen?.crawl, to])).toEqual([
    ['b', 'c2', 'c1', expect.objectContaining({ amount: 1.5 })], ['c', 'c2', 'c1', expect.objectContaining({ amount: 1.5 })], ['c', 'c2', undefined, expect.objectContaining({ amount: 1.52 })],
  ]);
  expect(alerts.every(({ productId }) => productId !== 'a')).toBe(true);
});

test('an empty, an unfinished and a short crawl are named, and none of them removes', () => {
  const ids = Array.from({ length: 30 }, (_, no) => `p${no}`);
  const full = (no: number): object[] => [crawl(no), ...ids.map((id) => seen(no, id, usd(1)))];
  const recording = recordingOf(
    ...[0, 1, 2].flatMap(full), crawl(3), ...full(4), crawl(5, { finishedAt: null }), ...ids.map((id) => seen(5, id, usd(1))), ...full(6), crawl(7), ...ids.slice(0, 20).map((id) => seen(7, id, usd(1))), ...full(8),
  );
  const { crawlEvents, changes } = backtest(recording, RULES, judgeRecorded);
  expect(crawlEvents.map(({ crawl: by, verdict, why }) => [by, verdict, why])).toEqual([
    ['c3', 'failed', 'it brought no observation'], ['c5', 'partial', 'it never came to its end'], ['c7', 'partial', 'only 20 listings after 30: not believed to be all'],
  ]);
  expect(changes).toEqual([]);
});

test('prices that all went by one factor are held for a misreading of the whole crawl, a round fall is a sale', () => {
  const ids = Array.from({ length: 20 }, (_, no) => `p${no}`);
  const at = (no: number, factor: number): object[] => [crawl(no), ...ids.map((id, index) => seen(no, id, usd((2 + index) * factor)))];
  const taxed = backtest(recordingOf(...at(0, 1), ...at(1, 1.19), ...at(2, 1)), RULES, judgeRecorded);
  expect([taxed.changes, taxed.alerts, taxed.suspicious.every(({ became }) => became === 'dropped'), taxed.crawlEvents.map(({ crawl: by, verdict }) => [by, verdict])]).toEqual([[], [], true, [['c1', 'broken']]]);
  const sale = backtest(recordingOf(...at(0, 1), ...at(1, 0.8)), RULES, judgeRecorded);
  expect([sale.changes.length, sale.crawlEvents]).toEqual([20, []]);
});

test('a crawl that shows another currency on most pages is named, and not believed before the next one shows it too', () => {
  const ids = Array.from({ length: 20 }, (_, no) => `p${no}`);
  const at = (no: number, currency: string): object[] => [crawl(no), ...ids.map((id, index) => seen(no, id, { price: { amount: 2 + index, currency } }))];
  for (const [next, became] of [['USD', 'dropped'], ['EUR', 'confirmed']] as const) {
    const report = backtest(recordingOf(...at(0, 'USD'), ...at(1, 'EUR'), ...at(2, next)), RULES, judgeRecorded);
    expect(report.crawlEvents.map(({ crawl: by, verdict, why }) => [by, verdict, why.slice(0, 29)])).toEqual([['c1', 'broken', 'most prices are in EUR now: a']]);
    expect([report.changes, report.suspicious.length, report.suspicious.every((one) => one.became === became)]).toEqual([[], 20, true]);
  }
});

test('what is of another shape says nothing, and a listing that the list spoke of is not missing', () => {
  const odd = { price: { amount: 2, currency: 'USD', kind: 'regular' }, listPrice: 'n/a', rating: '4.5', availability: 'who knows', unitPrice: { amount: 1, currency: 'USD', unit: 'bushel' } };
  const list = { listed: ['a', 'b'] };
  const recording = recordingOf(...[0, 1, 2, 3, 4].flatMap((no) => [crawl(no, list), seen(no, 'a', odd), ...(no === 0 ? [seen(no, 'b', odd)] : [])]));
  expect(recording.errors).toEqual([]);
  const fields = recording.crawls()[0]?.observed.get('a')?.fields;
  expect([fields?.price.state, fields?.listPrice.state, fields?.rating.state, fields?.availability.state]).toEqual(['known', 'unknown', 'unknown', 'unknown']);
  expect(backtest(recording, RULES, judgeRecorded).changes).toEqual([]);
});

test('a crawl whose prices are all gone is broken, however they are gone', () => {
  const ids = Array.from({ length: 20 }, (_, no) => `p${no}`);
  const at = (no: number, fields: object): object[] => [crawl(no), ...ids.map((id) => seen(no, id, fields))];
  const report = backtest(recordingOf(...at(0, usd(1)), ...at(1, usd(1)), ...at(2, { price: null }), ...at(3, {}), ...at(4, usd(1))), RULES, judgeRecorded);
  expect(report.crawlEvents.map(({ crawl: by, verdict }) => [by, verdict])).toEqual([['c2', 'broken'], ['c3', 'broken']]);
  expect(report.changes).toEqual([]);
});

test('what is so at first sight is told once, and that it is over', () => {
  const state: Rule = { ...(RULES.find(({ id }) => id === 'sold-out') ?? RULES[0] ?? never()), id: brand<RuleId>('sold-out-state'), state: 'out_of_stock' };
  const stock = [false, false, true, false];
  const recording = recordingOf(...stock.flatMap((availability, no) => [crawl(no), seen(no, 'a', { ...usd(1), availability })]));
  const { alerts } = backtest(recording, [state], judgeRecorded);
  expect(alerts.map(({ crawl: by, moment, change }) => [by, moment, change])).toEqual([['c0', 'fired', 'stock'], ['c2', 'recovered', 'stock'], ['c3', 'fired', 'stock']]);
});

function never(): never {
  throw new Error('the rules of these tests have no such rule');
}

test('what is due by the clock with a crawl is told as that crawl found it', () => {
  const stock = (no: number, availability: string): object => seen(no, 'a', { ...usd(2), availability });
  const recording = recordingOf(crawl(0), stock(0, 'out_of_stock'), crawl(1), stock(1, 'out_of_stock'), crawl(2), stock(2, 'out_of_stock'), crawl(3), stock(3, 'out_of_stock'), crawl(4), stock(4, 'in_stock'));
  const reminded: Rule = { ...(RULES.find(({ id }) => id === 'sold-out') ?? never()), id: brand<RuleId>('out'), state: 'out_of_stock', rearm: { after: 2 * 86_400_000 } };
  expect(backtest(recording, [reminded], judgeRecorded).alerts.map(({ crawl: by, moment }) => `${by} ${moment}`)).toEqual(['c0 fired', 'c2 fired', 'c4 recovered']);
});
