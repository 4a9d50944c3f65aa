// @ts-check
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string} line */
export const say = (line) => process.stderr.write(`setup: ${line}\n`);

/** A mistake or a lack that the person at the terminal can mend. */
export class SetupError extends Error {}

/** A file of the project, relative to it; empty when there is none. @param {string} path */
export const read = (path) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '');
/** @param {string} text */
export const hash = (text) => createHash('sha256').update(text).digest('hex');

/** Before something is written here, so that it is said in one line and not once for each file. */
export function checkWritable() {
  for (const path of [ROOT, join(ROOT, 'node_modules'), join(ROOT, 'dist')].filter((each) => existsSync(each))) {
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new SetupError(`${path} cannot be written by this user. Give the right to write there, or clone into a folder of your own.`);
    }
  }
}
