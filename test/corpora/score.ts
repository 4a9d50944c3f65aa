import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of outside material, or undefined where it is not at hand. */
export const CORPORA = process.env['RIVALWATCH_CORPORA'];

/** True when the named file is there; says so when it is not. */
export function present(file: string): boolean {
  const here = CORPORA !== undefined && existsSync(join(CORPORA, file));
  if (!here) console.log(`skipped: ${file} is not at hand (set RIVALWATCH_CORPORA to the folder that holds it)`);
  return here;
}

/** The lines of a JSON Lines file as objects. */
export function readLines(file: string): Record<string, unknown>[] {
  return readFileSync(join(CORPORA ?? '', file), 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  });
}

/** Right and wrong answers of one half, with the wrong ones kept for looking at. */
export class Tally {
  right = 0;
  total = 0;
  readonly wrong: string[] = [];

  add(isRight: boolean, note: string): void {
    this.total += 1;
    if (isRight) this.right += 1;
    else this.wrong.push(note);
  }

  get share(): number {
    return this.total === 0 ? 1 : this.right / this.total;
  }

  shown(): string {
    return `${(this.share * 100).toFixed(1)} % (${this.right}/${this.total})`;
  }
}

/** Lines with an even number are tuned on, the others only checked. */
export function isTuned(index: number): boolean {
  return index % 2 === 0;
}

/** Shows the wrong answers of the tuned half when asked for by RIVALWATCH_WRONG. */
export function showWrong(tally: Tally): void {
  if (process.env['RIVALWATCH_WRONG']) console.log(tally.wrong.join('\n'));
}
