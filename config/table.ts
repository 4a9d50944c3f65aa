import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { textOf } from './csv-text.ts';
import { suggestion, type Mistake } from './mistakes.ts';

/** One row of a table: cells by the canonical name of their column, trimmed; empty cells are left out. */
export interface Row<Column extends string> {
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** 1-based line of the file on which the row begins. */
  readonly line: number;
}

/** The columns of a table: for each the headings it may have, in lower case without spaces and underscores. The first is shown in messages. */
export type Columns<Column extends string> = ReadonlyMap<Column, readonly string[]>;

const MAX_BYTES = 64_000_000;

/**
 * Reads a CSV as spreadsheets write it: comma, semicolon, tab, or what a first line `sep=…` names; in the encodings of {@link textOf}; quoted line
 * breaks. Headings in English or Chinese, in any order and case. Empty rows are skipped.
 */
export async function readTable<Column extends string>(path: string, file: string, columns: Columns<Column>, needed: readonly Column[]): Promise<{ readonly rows: readonly Row<Column>[]; readonly mistakes: readonly Mistake[] }> {
  const wrong = (message: string, line?: number): Mistake => ({ file, ...(line === undefined ? {} : { line }), path: '', message });
  let body: Buffer;
  try {
    body = await readFile(path);
  } catch (error) {
    return { rows: [], mistakes: [wrong(unreadable(error))] };
  }
  if (body.length > MAX_BYTES) return { rows: [], mistakes: [wrong(`has ${body.length} bytes; at most ${MAX_BYTES} are read. Split it and list both files.`)] };
  const text = textOf(body);
  if (text === undefined || text.includes('\0')) return { rows: [], mistakes: [wrong('is no CSV text; save it from the spreadsheet as "CSV UTF-8".')] };
  try {
    return readRows(records(text), columns, needed, wrong);
  } catch (error) {
    return { rows: [], mistakes: [wrong(error instanceof CsvError ? csvProblem(error) : `cannot be read: ${String(error)}`, error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : undefined)] };
  }
}

const IN_QUOTES = 'A quotation mark inside a quoted cell is written twice.';

function csvProblem(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `a quotation mark that is opened here is never closed. ${IN_QUOTES}`;
  return /QUOTE/.test(error.code) ? `a quotation mark stands where none may stand. ${IN_QUOTES}` : `${error.message}.`;
}

interface RawRow { readonly cells: readonly string[]; readonly line: number }

function records(text: string): RawRow[] {
  const rows: RawRow[] = [];
  const named = SEPARATOR_LINE.exec(text);
  // The line count is that of a row's end: a row begins on the line after the end of the one before.
  let line = 1;
  // The line that names the separator stays as an empty one, so that the count holds.
  parse(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? delimiterOf(text), record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true,
    on_record: (record: string[], context) => {
      rows.push({ cells: record.map((cell) => cell.trim()), line });
      line = context.lines + 1;
      return null;
    },
  });
  return rows;
}

/** What Excel obeys and some programs write above the headings: `sep=;`. */
const SEPARATOR_LINE = /^"?sep=([,;\t|])"?(?=[\r\n])/i;

/** The delimiter that stands most often in the first line that has any text, outside quotes. */
function delimiterOf(text: string): string {
  const heading = text.split(/\r\n|\n|\r/, 20).find((line) => line.trim() !== '') ?? '';
  const bare = heading.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return [';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best), ',');
}

function readRows<Column extends string>(raw: readonly RawRow[], columns: Columns<Column>, needed: readonly Column[], wrong: (message: string, line?: number) => Mistake): { rows: Row<Column>[]; mistakes: Mistake[] } {
  const filled = raw.filter((row) => row.cells.some((cell) => cell !== ''));
  const [heading, ...rest] = filled;
  if (!heading) return { rows: [], mistakes: [wrong(`is empty; the first line must name the columns: ${[...columns.keys()].join(', ')}.`)] };
  const { places, mistakes } = readHeading(heading, columns, needed, wrong);
  if (mistakes.length > 0) return { rows: [], mistakes };
  const rows: Row<Column>[] = [];
  for (const { cells, line } of rest) {
    if (cells.slice(heading.cells.length).some((cell) => cell !== '')) mistakes.push(wrong(`has ${cells.length} cells, but the first line names ${heading.cells.length} columns; put a cell that holds the delimiter in quotes.`, line));
    const row: Partial<Record<Column, string>> = {};
    for (const [column, place] of places) {
      const cell = cells[place];
      if (cell) row[column] = cell;
    }
    rows.push({ cells: row, line });
  }
  return { rows, mistakes };
}

function readHeading<Column extends string>(heading: RawRow, columns: Columns<Column>, needed: readonly Column[], wrong: (message: string, line?: number) => Mistake): { places: Map<Column, number>; mistakes: Mistake[] } {
  const places = new Map<Column, number>();
  const mistakes: Mistake[] = [];
  const names = [...columns.keys()];
  heading.cells.forEach((cell, place) => {
    if (cell === '') return;
    const column = names.find((name) => columns.get(name)?.includes(cell.toLowerCase().replaceAll(/[\s_-]+/g, '')));
    if (column === undefined) mistakes.push(wrong(`there is no column "${cell.slice(0, 60)}".${suggestion(cell, names)}`, heading.line));
    else if (places.has(column)) mistakes.push(wrong(`the column "${column}" is there twice.`, heading.line));
    else places.set(column, place);
  });
  for (const column of needed) if (!places.has(column)) mistakes.push(wrong(`the column "${column}" (${(columns.get(column) ?? []).join(', ')}) is missing; the first line must name the columns.`, heading.line));
  return { places, mistakes };
}

/** The parts of a cell that holds several values, separated by `|`, `;`, their wide forms, or a line break. */
export function listCell(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(/[|;；｜\r\n]+/).map((part) => part.trim()).filter((part) => part !== '');
}

function unreadable(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file; the path is relative to the configuration.';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
}
