import { labelKind } from '../markup/labels.ts';
import type { Searched } from './against.ts';

/** How a text that names an article number may begin; only such texts are looked at closely. */
const BEGINS = />\s{0,40}((?:sku|item|art|product|prod|r[eé]f|c[oó]d|k[oó]d|style|stock|catal|order|web|bestell|vare|tuote|toote|plu|asin|indeks|symbol|nr |арт|код|货号|商品|品番|品號|貨號|상품|제품)[^<>]{0,60})/g;
/** Characters behind a label in which its number stands, markup included. */
const REACH = 600;

/** True when a number stands on the page under a name for article numbers, and none of `known` is there. */
export function showsOtherNumber({ text }: Searched, known: readonly string[]): boolean {
  const numbers = known.map(folded);
  for (const match of text.matchAll(BEGINS)) {
    const words = match[1] ?? '';
    const label = words.split(/[:：#]/, 1)[0]?.trim() ?? '';
    const bare = /^(.{2,30}?)\s+\S*\d\S*$/.exec(label)?.[1] ?? label;
    if (labelKind(label) !== 'sku' && labelKind(bare) !== 'sku') continue;
    const behind = text.slice(match.index + 1, match.index + REACH).replaceAll(/<[^<>]{0,400}>/g, ' ').slice(0, 140);
    if (/\d/.test(behind) && !numbers.some((number) => folded(behind).includes(number))) return true;
  }
  return false;
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
