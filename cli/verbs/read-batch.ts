import { BATCH_KINDS, runBatch } from '../batch/run.ts';
import { CliError, EXIT } from '../errors.ts';
import type { Io } from '../io.ts';

/** `read KIND --batch`: JSON Lines in, one line out for each; described in docs/batch.md. */
export async function readBatch(io: Io, name: string): Promise<void> {
  const kind = BATCH_KINDS.find((one) => one === name);
  if (kind === undefined) throw new CliError(EXIT.usage, `--batch reads no "${name}", but: ${BATCH_KINDS.join(', ')}. Example: rivalwatch read price --batch < prices.jsonl`);
  await runBatch(kind, io);
}
