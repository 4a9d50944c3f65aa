import { createHash } from 'node:crypto';
import { brand, type Sku, type TargetId } from '../model/ids.ts';
import type { Mistake } from './mistakes.ts';
import { listCell, readTable, type Columns, type Row } from './table.ts';
import { duration } from './units.ts';

/** A row of a watch list: a product target without its source yet. */
export interface WatchRow {
  readonly id: TargetId;
  readonly url: string;
  /** Milliseconds; the general schedule when absent. */
  readonly every?: number;
  readonly tags: readonly string[];
  readonly sku?: Sku;
  readonly definedAt: string;
  readonly file: string;
  readonly line: number;
}

type Column = 'url' | 'every' | 'tags' | 'sku';
const COLUMNS: Columns<Column> = new Map<Column, readonly string[]>([
  ['url', ['url', 'link', '网址', '链接']], ['every', ['every', 'frequency', '频率']], ['tags', ['tags', 'tag', '标签']], ['sku', ['sku', '货号']],
]);

/** The id of a watch list's target: its host and a hash of its URL, so that sorting, adding and removing rows changes no other target. */
export function watchTargetId(url: string): TargetId {
  const host = new URL(url).host.replaceAll(/[^a-z0-9.-]/gi, '-').replace(/^[^a-z0-9]+/i, '').slice(0, 50);
  return brand<TargetId>(`${host || 'target'}-${createHash('sha256').update(url).digest('hex').slice(0, 10)}`);
}

/** Reads one watch list (url, every, tags, sku). `file` is its name for messages. */
export async function readWatchList(path: string, file: string): Promise<{ readonly rows: readonly WatchRow[]; readonly mistakes: readonly Mistake[] }> {
  const table = await readTable(path, file, COLUMNS, ['url']);
  const mistakes = [...table.mistakes];
  const rows = table.rows.flatMap((row) => {
    const read = readRow(row, file);
    mistakes.push(...read.mistakes);
    return read.row ? [read.row] : [];
  });
  return { rows, mistakes };
}

function readRow({ cells, line }: Row<Column>, file: string): { row?: WatchRow; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const wrong = (path: Column, message: string): void => void mistakes.push({ file, line, path, message });
  const url = webAddress(cells.url);
  if (url === undefined) wrong('url', cells.url === undefined ? 'missing; every row needs the address of a product page.' : 'not an http:// or https:// URL.');
  const every = cells.every === undefined ? undefined : duration.safeParse(cells.every);
  if (every && !every.success) wrong('every', `${every.error.issues[0]?.message ?? 'not a duration'}.`);
  if (url === undefined || mistakes.length > 0) return { mistakes };
  return {
    mistakes,
    row: {
      id: watchTargetId(url), url, file, line, definedAt: `${file}:${line}`, tags: tagCell(cells.tags),
      ...(every?.data === undefined ? {} : { every: every.data }), ...(cells.sku === undefined ? {} : { sku: brand<Sku>(cells.sku) }),
    },
  };
}

/** Tags hold no commas, so these separate as well. */
function tagCell(cell: string | undefined): readonly string[] {
  return [...new Set(listCell(cell?.replaceAll(/[,，、]/g, '|')))];
}

/** The address in its normal form, without a fragment; undefined when it is no http(s) URL. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  url.hash = '';
  return url.username === '' && url.password === '' ? url.href : undefined;
}
