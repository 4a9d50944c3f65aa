import type { Json, JsonObject } from './value.ts';

const MAX_DEPTH = 200;
const MAX_VALUES = 400_000;
const CLOSES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };
const BARE = /[\w$.+-]/;
/** Wrapping that stands around JSON in scripts. */
const NOISE = ['<!--', '-->', '<![CDATA[', ']]>', '//<![CDATA[', '//]]>'];

/** Reads JSON with the mistakes people make. One pass, no backtracking, bounded depth and number of values. */
export class TolerantParser {
  readonly #text: string;
  readonly #names: ReadonlyMap<string, Json>;
  #at = 0;
  #values = 0;

  constructor(text: string, names: ReadonlyMap<string, Json> = new Map()) {
    this.#text = text;
    this.#names = names;
  }

  /** All values that stand one after the other. */
  all(): Json[] {
    const values: Json[] = [];
    while (values.length < 1_000) {
      this.#skip();
      while (this.#at < this.#text.length && !'{["'.includes(this.#char())) {
        this.#at += 1;
        this.#skip();
      }
      if (this.#at >= this.#text.length) break;
      const value = this.#value(0);
      if (value !== undefined) values.push(value);
    }
    return values;
  }

  #char(): string {
    return this.#text.charAt(this.#at);
  }

  #value(depth: number): Json | undefined {
    this.#values += 1;
    if (depth > MAX_DEPTH || this.#values > MAX_VALUES) {
      this.#at = this.#text.length;
      return undefined;
    }
    const char = this.#char();
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#list(depth);
    if (char === '"' || char === "'" || char === '`') return this.#string(char);
    return this.#bare();
  }

  #object(depth: number): JsonObject {
    const entries: [string, Json][] = [];
    this.#at += 1;
    while (this.#more('}')) {
      const quote = this.#char();
      const key = quote === '"' || quote === "'" ? this.#string(quote) : this.#word();
      this.#skip();
      if (this.#char() !== ':') {
        if (key === '') this.#at += 1;
        continue;
      }
      this.#at += 1;
      this.#skip();
      const value = this.#value(depth + 1);
      if (value !== undefined) entries.push([key, value]);
    }
    return Object.fromEntries(entries);
  }

  #list(depth: number): Json[] {
    const items: Json[] = [];
    this.#at += 1;
    while (this.#more(']')) {
      const before = this.#at;
      const value = this.#value(depth + 1);
      if (value !== undefined) items.push(value);
      if (this.#at === before) this.#at += 1;
    }
    return items;
  }

  /** True when another element follows; steps over commas, and over the closing bracket when it is there. */
  #more(close: string): boolean {
    this.#skip();
    while (this.#char() === ',' || this.#char() === ';') {
      this.#at += 1;
      this.#skip();
    }
    if (this.#at >= this.#text.length) return false;
    const char = this.#char();
    if (char === close) {
      this.#at += 1;
      return false;
    }
    // A bracket of the other kind closes what was never closed.
    return char !== '}' && char !== ']';
  }

  #string(quote: string): string {
    let out = '';
    let from = this.#at + 1;
    for (let i = from; i < this.#text.length; i += 1) {
      const char = this.#text.charAt(i);
      if (char === '\\') {
        out += this.#text.slice(from, i);
        const [decoded, length] = this.#escape(i + 1);
        out += decoded;
        i += length;
        from = i + 1;
      } else if (char === quote && this.#endsString(i + 1)) {
        this.#at = i + 1;
        return out + this.#text.slice(from, i);
      }
    }
    const rest = this.#text.slice(from);
    this.#at = this.#text.length;
    return out + rest;
  }

  /** A quote ends a string only where the grammar could go on; others stand inside the text. */
  #endsString(after: number): boolean {
    let i = after;
    const last = Math.min(this.#text.length, after + 100);
    while (i < last && /\s/.test(this.#text.charAt(i))) i += 1;
    return i >= this.#text.length || ',:}]/;<)'.includes(this.#text.charAt(i));
  }

  #escape(at: number): readonly [string, number] {
    const char = this.#text.charAt(at);
    const digits = char === 'u' ? 4 : char === 'x' ? 2 : 0;
    if (digits > 0) {
      const hex = this.#text.slice(at + 1, at + 1 + digits);
      if (/^[\da-f]+$/i.test(hex) && hex.length === digits) return [String.fromCharCode(Number.parseInt(hex, 16)), digits + 1];
      return [char, 1];
    }
    return [CLOSES[char] ?? char, 1];
  }

  #word(): string {
    const from = this.#at;
    while (this.#at < this.#text.length && BARE.test(this.#char())) this.#at += 1;
    return this.#text.slice(from, this.#at);
  }

  /** A number, true, false, null – or script, which counts as null and is stepped over up to the next comma or bracket. */
  #bare(): Json | undefined {
    const word = this.#word();
    this.#skip();
    if (',}]:;'.includes(this.#char()) || this.#at >= this.#text.length) {
      if (word === 'true') return true;
      if (word === 'false') return false;
      if (word === '') return undefined;
      if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word)) return /\d{16,}/.test(word) ? word : Number(word);
      return this.#names.get(word) ?? null;
    }
    let open = 0;
    while (this.#at < this.#text.length) {
      const char = this.#char();
      if (open === 0 && ',}]'.includes(char)) break;
      if ('([{'.includes(char)) open += 1;
      else if (')]}'.includes(char)) open -= 1;
      this.#at += 1;
    }
    return null;
  }

  /** Steps over blanks, comments and the wrapping of scripts. */
  #skip(): void {
    for (;;) {
      while (this.#at < this.#text.length && this.#text.charCodeAt(this.#at) <= 32) this.#at += 1;
      const char = this.#char();
      if (char === '\u00a0' || char === '\ufeff') {
        this.#at += 1;
        continue;
      }
      if (char !== '/' && char !== '<' && char !== '-' && char !== ']') return;
      if (!this.#comment()) return;
    }
  }

  #comment(): boolean {
    const noise = NOISE.find((mark) => this.#text.startsWith(mark, this.#at));
    if (noise !== undefined) {
      this.#at += noise.length;
      return true;
    }
    const end = this.#text.startsWith('//', this.#at) ? '\n' : this.#text.startsWith('/*', this.#at) ? '*/' : undefined;
    if (end === undefined) return false;
    const found = this.#text.indexOf(end, this.#at + 2);
    this.#at = found === -1 ? this.#text.length : found + end.length;
    return true;
  }
}
