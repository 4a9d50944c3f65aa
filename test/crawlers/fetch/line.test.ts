import { describe, expect, test } from 'vitest';
import { Line } from '../../../crawlers/fetch/budget/line.ts';
import { neverStopped, stopOf } from '../../../crawlers/fetch/stop.ts';

const LONG = 60_000;

/** Enters, and notes in `order` when it is in. */
async function enter(line: Line, name: string, order: string[]): Promise<void> {
  if (await line.enter(LONG, neverStopped)) order.push(name);
}

describe('the line of a host', () => {
  test('lets in as many as there are places, then whoever came first as others leave', async () => {
    const line = new Line(2);
    const order: string[] = [];
    const [, , third, fourth] = ['one', 'two', 'three', 'four'].map((name) => enter(line, name, order));
    await Promise.resolve();
    expect(order).toEqual(['one', 'two']);
    line.leave();
    await third;
    expect(order).toEqual(['one', 'two', 'three']);
    line.leave();
    await fourth;
    expect(order).toEqual(['one', 'two', 'three', 'four']);
  });

  test('a place that nobody waited for stays free', async () => {
    const line = new Line(1);
    expect(await line.enter(LONG, neverStopped)).toBe(true);
    line.leave();
    expect(await line.enter(LONG, neverStopped)).toBe(true);
    expect(await line.enter(1, neverStopped)).toBe(false);
  });

  test('who lost patience or was stopped takes no place', async () => {
    const line = new Line(1);
    const { stop, trigger } = stopOf(new AbortController().signal);
    const order: string[] = [];
    await enter(line, 'one', order);
    expect(await line.enter(1, neverStopped)).toBe(false);
    const stopped = line.enter(LONG, stop).catch((error: unknown) => String(error));
    const last = enter(line, 'last', order);
    trigger();
    expect(await stopped).toContain('stopped');
    await expect(line.enter(LONG, stop)).rejects.toThrow('stopped');
    line.leave();
    await last;
    expect(order).toEqual(['one', 'last']);
  });
});
