import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({ pid: z.int().positive(), port: z.int().positive(), watchdog: z.int().positive() });
/** Which process serves a folder on which port, and which one watches over its end. */
export type ServerRecord = z.infer<typeof recordSchema>;

/** What stands in the folder's server.json; undefined when nothing usable does. */
export async function readRecord(folder: string): Promise<ServerRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Notes it in the folder's server.json. */
export async function writeRecord(folder: string, record: ServerRecord): Promise<void> {
  await writeFile(join(folder, 'server.json'), JSON.stringify(record));
}
