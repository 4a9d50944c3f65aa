import { add, type Candidates } from '../../read/candidates.ts';
import { embeddedStates, objectsIn } from '../../read/json/state.ts';
import { isObject } from '../../read/json/value.ts';
import { CNY, StateReader } from '../fields.ts';
import type { StatePage } from '../platform.ts';
import { addWare, isWare } from './ware.ts';

/** `pageConfig.product` of legacy pages, which holds no price, and the ware object of current ones. Gives the SKU id. */
export function readState({ scripts, page }: StatePage, into: Candidates): string | undefined {
  let id: string | undefined;
  for (const { name, value } of embeddedStates(scripts, /skuid|wareInfoReadMap|pageConfigVO/i)) {
    for (const { node, path } of objectsIn(value, 1_000)) {
      if (isWare(node)) id ??= addWare(node, `${name}.${path}`, page, into);
      else if (isObject(node['product']) || node['skuid'] !== undefined) {
        const state = new StateReader(node, into, 'embedded-state', name);
        const own = state.text('product.skuid', 'skuid');
        if (own === undefined || id !== undefined) continue;
        id = own;
        state.field('title', 'product.name', 'name');
        add(into, 'sku', own, 0.93, state.from('skuid', own));
        if (CNY) add(into, 'currency', CNY, 0.9, state.from('platform', 'CNY'));
      }
    }
  }
  return id;
}
