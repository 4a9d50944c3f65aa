import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const listening = z.object({ port: z.number(), bytes: z.number() });

/** A page server in a process of its own. */
export interface BenchServer {
  readonly origin: string;
  /** Size of one page. */
  readonly bytes: number;
  /** Which prices it shows from now on. */
  day(day: 'first day' | 'second day'): void;
  stop(): void;
}

/** Starts the page server with so many product pages and waits until it listens. */
export async function startServer(pages: number): Promise<BenchServer> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./server.js', import.meta.url)), [String(pages)], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (message: unknown) => {
      const { port, bytes } = listening.parse(message);
      resolve({ origin: `http://127.0.0.1:${port}`, bytes, day: (day) => { child.send(day); }, stop: () => { child.disconnect(); } });
    });
  });
}

/** What one reader did. */
export interface Measured {
  readonly name: string;
  readonly pages: number;
  readonly pagesPerSecond: number;
  readonly cpuMsPerPage: number;
  /** Highest resident memory seen while it ran. */
  readonly peakMB: number;
  /** Pages on which every field agreed with what the page says. */
  readonly right: number;
}

/** As it is sent from one process to another. */
export const measured: z.ZodType<Measured> = z.object({ name: z.string(), pages: z.number(), pagesPerSecond: z.number(), cpuMsPerPage: z.number(), peakMB: z.number(), right: z.number() });

/** Times one reader over `pages` pages; `work` returns how many it read right. */
export async function measure(name: string, pages: number, work: () => Promise<number>): Promise<Measured> {
  globalThis.gc?.();
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 50);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const right = await work();
  const seconds = (performance.now() - started) / 1_000;
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  return {
    name, pages, right, pagesPerSecond: Math.round(pages / seconds), cpuMsPerPage: round((used.user + used.system) / 1_000 / pages),
    peakMB: Math.round(Math.max(peak, process.memoryUsage.rss()) / 1e6),
  };
}

/** Runs `work` over numbers 0 to `count` − 1, at most `width` at a time. */
export async function inParallel(count: number, width: number, work: (no: number) => Promise<boolean>): Promise<number> {
  let next = 0;
  let right = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const no = next;
      next += 1;
      if (await work(no)) right += 1;
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return right;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}
