import { once } from 'node:events';
import { z } from 'zod';
import type { Io } from '../io.ts';
import { linesOf, type Line } from './lines.ts';
import { listOutput, pageInput, pageOutput } from './pages.ts';
import { availabilityInput, availabilityOutput, priceInput, priceOutput, promotionInput, promotionOutput, robotsInput, robotsOutput } from './texts.ts';

/** What can be read in batches. */
export const BATCH_KINDS = ['page', 'list', 'price', 'promotion', 'availability', 'robots'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** Turns the JSON of one line into the members of its answer; throws when it cannot. */
type Work = (value: unknown, io: Io) => object | Promise<object>;

function work<T>(input: z.ZodType<T>, output: (input: T, io: Io) => object | Promise<object>): Work {
  return (value, io) => output(input.parse(value), io);
}

const WORK: Readonly<Record<BatchKind, Work>> = {
  page: work(pageInput, pageOutput), list: work(pageInput, listOutput), price: work(priceInput, priceOutput),
  promotion: work(promotionInput, promotionOutput), availability: work(availabilityInput, availabilityOutput), robots: work(robotsInput, robotsOutput),
};

const WithId = z.looseObject({ id: z.union([z.string(), z.number()], { error: 'must be a text or a number' }) });

/**
 * Reads JSON Lines from stdin and writes one line for each to stdout, in order, one at a time: a slow reader of stdout slows down the
 * reading of stdin. A line that cannot be read gives `{"id","error"}` and the next one is read; ends with stdin or when stopped.
 */
export async function runBatch(kind: BatchKind, io: Io): Promise<void> {
  let number = 0;
  for await (const line of linesOf(io.stdin())) {
    if (io.signal.aborted) return;
    number += 1;
    const answer = await answerTo(line, number, WORK[kind], io);
    if (!io.stream.write(`${JSON.stringify(answer)}\n`)) await once(io.stream, 'drain', { signal: io.signal });
  }
}

async function answerTo(line: Line, number: number, run: Work, io: Io): Promise<object> {
  let id: string | number | null = null;
  try {
    if ('tooLong' in line) throw new Error('the line is too long');
    const value: unknown = JSON.parse(line.text);
    id = WithId.parse(value).id;
    return { id, ...await run(value, io) };
  } catch (error) {
    return { id, error: `line ${number}: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}
