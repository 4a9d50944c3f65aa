import type { PriceKind } from '../../../model/listing.ts';
import type { Amount } from '../../read/candidates.ts';
import { isObject, type Json } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { fen, yuan } from '../fields.ts';

/** Kind of price by its title: the role comes from the words, never from the position. */
export function kindOfTitle(title: string | undefined): PriceKind {
  if (title === undefined) return 'page';
  if (/定金|订金|預付|预付/.test(title)) return 'deposit';
  if (/券后|到手|折后|补贴|补后|会员|88VIP|新人|预估|凑单|拼团|领券/.test(title)) return /预估/.test(title) ? 'estimated' : 'conditional';
  if (/专柜价|原价|市场价|划线|吊牌|建议零售/.test(title)) return 'list';
  return 'page';
}

/** A price object `{priceText, priceMoney (fen), priceTitle, priceDesc "起"}`: the fen where given, else the text. */
export function priceOfNode(node: Json | undefined): Amount | undefined {
  if (!isObject(node)) return undefined;
  const kind = kindOfTitle(textOf(node['priceTitle'] ?? node['title']));
  const text = textOf(node['priceText'] ?? node['price'], 40);
  const isRange = /-|~|起/.test(`${text ?? ''}${textOf(node['priceDesc']) ?? ''}`);
  const exact = isRange ? undefined : fen(node['priceMoney'] ?? node['priceCent'], kind);
  const amount = exact ?? yuan(text, kind);
  return amount && isRange && amount.kind === 'page' ? { ...amount, kind: 'range' } : amount;
}
