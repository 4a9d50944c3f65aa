import type { Candidates } from '../../read/candidates.ts';
import { embeddedStates, objectsIn } from '../../read/json/state.ts';
import { isObject } from '../../read/json/value.ts';
import type { StatePage } from '../platform.ts';
import { addGoods } from './goods.ts';

/** `window.rawData` → `store.initDataObj.goods`. Gives the goods id. */
export function readState({ scripts, page }: StatePage, into: Candidates): string | undefined {
  for (const { name, value } of embeddedStates(scripts, /goodsID|goodsName/)) {
    for (const { node, path } of objectsIn(value, 1_000)) {
      if (isObject(node['goods']) && node['goods']['goodsName'] !== undefined) return addGoods(node, `${name}.${path}`, page, into);
    }
  }
  return undefined;
}
