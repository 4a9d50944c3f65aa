import { rename, rm, writeFile } from 'node:fs/promises';
import { CliError, EXIT } from './errors.ts';

/**
 * Puts the text into the file's place in one step: a full disk or a crash leaves what was there, and no half of it. The folder must be there.
 * Throws a CliError that names the file: the system's words for a full disk do not.
 * @param mode of the file, where it matters
 */
export async function replaceFile(path: string, text: string, mode?: number): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, mode === undefined ? {} : { mode });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new CliError(EXIT.failed, `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
