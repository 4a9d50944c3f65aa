import type { Zone } from './regions.ts';

/** A row of a table or list of properties. */
export interface SpecRow {
  readonly label: string;
  readonly value: string;
  readonly zone: Zone;
}

const MAX_ROWS = 150;
const LABEL_LENGTH = 60;
const VALUE_LENGTH = 200;
/** A property has a few values at most; a heading over more of them is one of a menu. */
const MOST_VALUES = 4;

/** Collects `<th>…<td>…`, `<td>…<td>…` and `<dt>…<dd>…<dd>…` while a page streams by; rows of three and more cells are no properties. */
export class SpecRows {
  readonly #rows: SpecRow[] = [];
  #cells: string[] = [];
  /** Heads among the cells of the row: two of them are the heading of the table. */
  #heads = 0;
  #term = '';
  #values: string[] = [];
  #zone: Zone | undefined;

  /** Those of the page so far. */
  get rows(): readonly SpecRow[] {
    this.#endTerm();
    return this.#rows;
  }

  open(tag: string): void {
    if (tag === 'tr') this.#beginRow();
    else if (tag === 'dl' || tag === 'dt') this.#endTerm();
  }

  close(tag: string, text: string, zone: Zone): void {
    if (tag === 'td' || tag === 'th') {
      this.#cells.push(text);
      if (tag === 'th') this.#heads += 1;
    }
    else if (tag === 'dt') this.#term = text;
    else if (tag === 'dd') {
      this.#values.push(text.trim());
      this.#zone ??= zone;
    } else if (tag === 'dl') this.#endTerm();
    else if (tag === 'tr') {
      if (this.#cells.length === 2 && this.#heads < 2) this.#add(this.#cells[0] ?? '', this.#cells[1] ?? '', zone);
      this.#beginRow();
    }
  }

  #beginRow(): void {
    this.#cells = [];
    this.#heads = 0;
  }

  /** All values of a term are one property: the first alone would be a half truth. */
  #endTerm(): void {
    const values = this.#values.filter((value) => value !== '');
    if (this.#zone && values.length <= MOST_VALUES) this.#add(this.#term, values.join(', '), this.#zone);
    this.#term = '';
    this.#values = [];
    this.#zone = undefined;
  }

  #add(name: string, text: string, zone: Zone): void {
    const label = name.trim().replace(/\s*[:：]$/, '');
    const value = text.trim();
    if (label === '' || value === '' || label.length > LABEL_LENGTH || value.length > VALUE_LENGTH || this.#rows.length >= MAX_ROWS) return;
    this.#rows.push({ label, value, zone });
  }
}
