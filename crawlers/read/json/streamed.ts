import { cutBalanced } from './cut.ts';
import { parseJson } from './parse.ts';
import { isList, type Json } from './value.ts';

const MAX_STREAMED = 4_000_000;
/** How an app begins a piece that it streams. */
const PIECE = /self\.__next_f\.push\(\s*(?=\[1,)/;

/** The objects and lists in the pieces of an app that streams (`self.__next_f.push([1,"…"])`), of the rows that `wanted` finds something in. */
export function* streamedStates(scripts: readonly { readonly body: string }[], wanted: RegExp): Generator<Json> {
  let text = '';
  for (const { body } of scripts) {
    const match = body.includes('__next_f') ? PIECE.exec(body) : null;
    if (!match || text.length > MAX_STREAMED) continue;
    const piece = parseJson(body.slice(match.index + match[0].length).replace(/\)\s*;?\s*$/, ''));
    if (isList(piece) && typeof piece[1] === 'string') text += piece[1];
  }
  for (const row of text.split(/\n(?=[0-9a-f]{1,6}:)/)) {
    const from = row.search(/[[{]/);
    if (from < 0 || !wanted.test(row)) continue;
    const cut = cutBalanced(row, from);
    const value = cut === undefined ? undefined : parseJson(cut);
    if (value !== undefined) yield value;
  }
}
