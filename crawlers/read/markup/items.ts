import { isList, type Json } from '../json/value.ts';
import { plainText } from './entities.ts';

/** A node being built, in the shape of JSON-LD, so that one reader serves JSON-LD, microdata and RDFa. */
type Node = Record<string, Json>;

interface Open {
  readonly depth: number;
  /** The node this element begins, if any. */
  readonly item?: Node;
  readonly into?: Node;
  readonly names: readonly string[];
  /** What the next node inside is to the one around it, where RDFa says so ahead: `<div rel="offers"><div typeof="Offer">`. */
  readonly ahead?: readonly string[];
  readonly parts: string[];
  length: number;
  /** Words of the first picture inside: a brand is often given by its logo alone. */
  alt?: string;
}

const MAX_ITEMS = 3_000;
const MAX_TEXT = 5_000;
const FROM_LINK = new Set(['a', 'link', 'area']);
const FROM_SOURCE = new Set(['img', 'audio', 'video', 'source', 'iframe', 'embed']);
/** What a logo may stand for. */
const BY_LOGO = new Set(['brand', 'manufacturer']);
/** What links say of themselves in HTML, which is nothing of an item. */
const LINK_TYPES = new Set(['nofollow', 'noopener', 'noreferrer', 'bookmark', 'tag', 'author', 'license', 'next', 'prev', 'external', 'canonical', 'stylesheet', 'search', 'help']);
/** GoodRelations' names for what schema.org calls otherwise. */
const OLD_NAMES: Readonly<Record<string, string>> = { hasCurrencyValue: 'price', hasCurrency: 'priceCurrency', hasPriceSpecification: 'priceSpecification', hasStockKeepingUnit: 'sku' };

/** Builds the items of microdata (`itemscope`) or RDFa Lite (`typeof`) while a page streams by. */
export class ItemBuilder {
  readonly roots: Node[] = [];
  readonly #kind: 'microdata' | 'rdfa';
  readonly #open: Open[] = [];
  #count = 0;

  constructor(kind: 'microdata' | 'rdfa') {
    this.#kind = kind;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    const micro = this.#kind === 'microdata';
    if (tag === 'img' && attributes['alt']) for (const open of this.#open) if (open.into) open.alt ??= attributes['alt'].slice(0, 200);
    const names = this.#names(micro ? attributes['itemprop'] : attributes['property']);
    const begins = micro ? attributes['itemscope'] !== undefined : attributes['typeof'] !== undefined;
    const related = micro || names.length > 0 ? [] : this.#names(attributes['rel']).filter((name) => !LINK_TYPES.has(name));
    if (names.length === 0 && related.length === 0 && !begins) return;
    const around = this.#open.findLast((open) => open.item ?? open.ahead);
    const parent = (around?.item ? around : this.#open.findLast((open) => open.item))?.item;
    if (begins && this.#count < MAX_ITEMS) {
      this.#begin(names.length > 0 ? names : related.length > 0 ? related : around?.ahead ?? [], (micro ? attributes['itemtype'] : attributes['typeof']) ?? '', micro ? attributes['itemid'] : attributes['resource'], parent, depth);
      return;
    }
    if (!parent) return;
    if (related.length > 0) return this.#relate(related, tag === 'link' ? attributes['href'] : attributes['resource'], parent, depth);
    const value = tag === 'img' && names.some((name) => BY_LOGO.has(name)) ? attributes['alt'] ?? '' : valueOf(tag, attributes);
    if (value === undefined) this.#open.push({ depth, into: parent, names, parts: [], length: 0 });
    else for (const name of names) put(parent, name, plainText(value, MAX_TEXT));
  }

  text(text: string): void {
    for (const open of this.#open) {
      if (!open.into || open.length >= MAX_TEXT) continue;
      open.parts.push(text);
      open.length += text.length;
    }
  }

  close(depth: number): void {
    while ((this.#open.at(-1)?.depth ?? -1) >= depth) {
      const done = this.#open.pop();
      if (!done?.into) continue;
      const text = plainText(done.parts.join(''), MAX_TEXT);
      for (const name of done.names) put(done.into, name, text === '' && BY_LOGO.has(name) ? plainText(done.alt ?? '', 200) : text);
    }
  }

  /** Relations of RDFa: to something of its own address, or to what begins inside. */
  #relate(related: readonly string[], to: string | undefined, parent: Node, depth: number): void {
    if (to === undefined) this.#open.push({ depth, names: [], ahead: related, parts: [], length: 0 });
    else for (const name of related) put(parent, name, plainText(to, MAX_TEXT));
  }

  #begin(names: readonly string[], type: string, id: string | undefined, parent: Node | undefined, depth: number): void {
    this.#count += 1;
    const types = type.split(/\s+/).filter(Boolean).map((one) => one.replace(/^.*[/:#]/, ''));
    const item: Node = { '@type': types };
    if (id) item['@id'] = id;
    if (parent && names.length > 0) for (const name of names) put(parent, name, item);
    else this.roots.push(item);
    this.#open.push({ depth, item, names: [], parts: [], length: 0 });
  }

  #names(text: string | undefined): string[] {
    if (!text) return [];
    return text.split(/\s+/).filter((name) => name !== '' && (this.#kind === 'microdata' || /^(?:(?:schema|s|v|gr):|https?:\/\/schema\.org\/)?[a-z]\w*$/i.test(name)))
      .map((name) => name.replace(/^.*[/:]/, '')).map((name) => OLD_NAMES[name] ?? name);
  }
}

function valueOf(tag: string, attributes: Readonly<Record<string, string>>): string | undefined {
  const content = attributes['content'];
  if (content !== undefined && (content !== '' || tag === 'meta')) return content;
  if (tag === 'meta') return '';
  if (FROM_LINK.has(tag) && attributes['href'] !== undefined && tag === 'link') return attributes['href'];
  if (FROM_SOURCE.has(tag)) return attributes['src'] ?? attributes['data-src'] ?? '';
  if (tag === 'time' && attributes['datetime']) return attributes['datetime'];
  if ((tag === 'data' || tag === 'meter' || tag === 'input') && attributes['value'] !== undefined) return attributes['value'];
  return undefined;
}

function put(node: Node, name: string, value: Json): void {
  if (value === '' || name === '__proto__') return;
  const before = node[name];
  if (before === undefined) node[name] = value;
  else if (isList(before)) {
    if (before.length < 500) node[name] = [...before, value];
  } else node[name] = [before, value];
}
