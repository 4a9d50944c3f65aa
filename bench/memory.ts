import { z } from 'zod';
import { apart } from './apart.ts';
import { round } from './run.ts';

const sample = z.object({ pages: z.number(), heapMB: z.number(), rssMB: z.number() });

/** What reading keeps in memory. */
export interface MemoryMeasured {
  /** After a collection of garbage, at each of some numbers of pages. */
  readonly samples: readonly z.infer<typeof sample>[];
  /** Heap at the last sample to that at the first: 1 is flat. */
  readonly ratio: number;
}

/** Reads ten thousand different pages in a process of its own and weighs its heap on the way. Rejects when that process fails. */
export async function memoryOverPages(): Promise<MemoryMeasured> {
  const samples = await apart('memory-run', [], sample);
  return { samples, ratio: round((samples.at(-1)?.heapMB ?? Number.NaN) / (samples[0]?.heapMB ?? Number.NaN)) };
}
