import type { AttributeEdit } from '../../model/change.ts';
import { SAME, sameWay, settled, type Compare } from './compare.ts';
import { aroundDifference, normalText, shorten } from './text.ts';

const MOST = 30;
const LONGEST_NAME = 100;
const LONGEST_VALUE = 200;
/** Lines of a table that move by themselves and have fields of their own where they matter. */
const MOVES_BY_ITSELF = /\b(?:rank|ranking|bestseller|best ?sellers|reviews?|ratings?|stock|price|sold|views)\b|bewertung|bestseller-rang|排名|评价|评分|销量|库存|浏览|价格/i;

/** The table of features, line by line. Another order, white space and upper or lower case of names are no difference. */
export const compareAttributes: Compare = ({ before, after }) => {
  const [old, now] = [settled(before.attributes), settled(after.attributes)];
  if (!old || !now || (old.value && now.value && !sameWay(before.attributes, after.attributes))) return SAME;
  const [was, is] = [byName(old.value ?? {}), byName(now.value ?? {})];
  const edits = [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((key) => editOf(was.get(key), is.get(key)));
  if (edits.length === 0) return SAME;
  return { differences: [{ detail: { kind: 'attributes', edits: edits.slice(0, MOST), more: Math.max(0, edits.length - MOST) }, evidence: now.evidence }] };
};

interface Line {
  readonly name: string;
  readonly value: string;
}

function byName(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, Line> {
  const lines = Object.entries(attributes).map(([name, value]): Line => ({ name: normalText(name), value: normalText(value) }));
  const steady = lines.filter(({ name, value }) => name !== '' && value !== '' && !MOVES_BY_ITSELF.test(name));
  return new Map(steady.map((line) => [line.name.toLowerCase().replace(/[\s:：]+$/u, ''), line]));
}

function editOf(was: Line | undefined, is: Line | undefined): readonly AttributeEdit[] {
  if (was?.value === is?.value) return [];
  const name = shorten((is ?? was)?.name ?? '', LONGEST_NAME);
  if (was && is) return [{ name, ...aroundDifference(was.value, is.value, LONGEST_VALUE) }];
  return [{ name, from: was ? shorten(was.value, LONGEST_VALUE) : null, to: is ? shorten(is.value, LONGEST_VALUE) : null }];
}
