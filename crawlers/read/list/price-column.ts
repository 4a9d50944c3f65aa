import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';

/** A head of a column with more letters than this says more than what stands below it. */
const MAX_HEAD = 30;
/** Tables with more columns than this are no lists. */
const MAX_COLUMNS = 30;

const heads = new WeakMap<FlatPage, Map<number, readonly string[]>>();

/** What the head of its column calls an amount in a row of a table: `Price excl. VAT`; empty elsewhere. */
export function columnOf(page: FlatPage, { index }: FlatElement, row: FlatElement): string {
  if (row.tag !== 'tr') return '';
  const cell = [...upwards(page, index, 8)].find(({ tag, parent }) => (tag === 'td' || tag === 'th') && parent === row.index);
  if (!cell) return '';
  const text = headsOver(page, row)[cellsOf(page, row).findIndex((one) => one.index === cell.index)] ?? '';
  return /\d/.test(text) ? '' : text;
}

/** The heads of the columns of the table that a row stands in; none where its rows have other cells than its head. */
function headsOver(page: FlatPage, row: FlatElement): readonly string[] {
  const table = [...upwards(page, row.parent, 3)].find(({ tag }) => tag === 'table');
  if (!table) return [];
  const known = heads.get(page) ?? new Map<number, readonly string[]>();
  heads.set(page, known);
  const found = known.get(table.index) ?? headsOf(page, table);
  known.set(table.index, found);
  return found.length === cellsOf(page, row).length ? found : [];
}

function headsOf(page: FlatPage, table: FlatElement): readonly string[] {
  const first = page.elements.slice(table.index, table.end).find(({ tag }) => tag === 'tr');
  const cells = first ? cellsOf(page, first) : [];
  return cells.length > 1 && cells.every(({ tag }) => tag === 'th') ? cells.map((cell) => textOf(page, cell, MAX_HEAD + 1)).map((text) => (text.length > MAX_HEAD ? '' : text)) : [];
}

function cellsOf(page: FlatPage, row: FlatElement): FlatElement[] {
  const cells: FlatElement[] = [];
  let at = row.index + 1;
  while (at < row.end && cells.length < MAX_COLUMNS) {
    const cell = page.elements[at];
    if (!cell) break;
    if (cell.tag === 'td' || cell.tag === 'th') cells.push(cell);
    at = cell.end;
  }
  return cells;
}
