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

/** Collects `<th>…<td>…`, `<td>…<td>…` and `<dt>…<dd>…` while a page streams by; rows of three and more cells are no properties. */
export class SpecRows {
  readonly rows: SpecRow[] = [];
  #cells: string[] = [];
  #term = '';

  open(tag: string): void {
    if (tag === 'tr') this.#cells = [];
    else if (tag === 'dl') this.#term = '';
  }

  close(tag: string, text: string, zone: Zone): void {
    if (tag === 'td' || tag === 'th') this.#cells.push(text);
    else if (tag === 'dt') this.#term = text;
    else if (tag === 'dd') {
      this.#add(this.#term, text, zone);
      this.#term = '';
    } else if (tag === 'tr') {
      if (this.#cells.length === 2) this.#add(this.#cells[0] ?? '', this.#cells[1] ?? '', zone);
      this.#cells = [];
    }
  }

  #add(name: string, text: string, zone: Zone): void {
    const label = name.trim().replace(/\s*[:：]$/, '');
    const value = text.trim();
    if (label === '' || value === '' || label.length > LABEL_LENGTH || value.length > VALUE_LENGTH || this.rows.length >= MAX_ROWS) return;
    this.rows.push({ label, value, zone });
  }
}
