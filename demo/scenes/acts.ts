import type { BazaarItem } from '../shops/bazaar/state.ts';
import type { Fault } from '../shops/fault.ts';
import type { HongyunItem } from '../shops/hongyun/state.ts';
import type { KumoItem } from '../shops/kumo/shop.ts';
import type { Product, Variant } from '../shops/northwind/state.ts';
import type { ShopName, World } from '../shops/world.ts';

/* Pure steps that scenes are made of: each gives a new world. */

/** Changes one product of northwind. Throws when the shop has no such product: a scene with a wrong name tests nothing. */
export function product(world: World, handle: string, change: (product: Product) => Product): World {
  return { ...world, northwind: { ...world.northwind, products: replaced(world.northwind.products, (one) => one.handle === handle, change, handle) } };
}

/** Changes the first variant of a product: the one its page shows. */
export function variant(world: World, handle: string, patch: Partial<Variant>): World {
  return product(world, handle, (one) => ({ ...one, variants: [{ ...one.variants[0], ...patch }, ...one.variants.slice(1)] }));
}

/** Changes one article of hongyun. */
export function article(world: World, id: string, patch: Partial<HongyunItem> | ((item: HongyunItem) => Partial<HongyunItem>)): World {
  const change = (item: HongyunItem): HongyunItem => ({ ...item, ...(typeof patch === 'function' ? patch(item) : patch) });
  return { ...world, hongyun: { ...world.hongyun, items: replaced(world.hongyun.items, (one) => one.id === id, change, id) } };
}

/** Changes one article of kumo. */
export function goods(world: World, id: string, patch: Partial<KumoItem>): World {
  return { ...world, kumo: { ...world.kumo, items: replaced(world.kumo.items, (one) => one.id === id, (one) => ({ ...one, ...patch }), id) } };
}

/** Changes one article of bazaar. */
export function bazaarItem(world: World, id: string, patch: Partial<BazaarItem>): World {
  return { ...world, bazaar: { ...world.bazaar, items: replaced(world.bazaar.items, (one) => one.id === id, (one) => ({ ...one, ...patch }), id) } };
}

/** Gives a shop exactly these faults; none ends all. */
export function faults(world: World, shop: ShopName, ...list: readonly Fault[]): World {
  return { ...world, [shop]: { ...world[shop], faults: list } };
}

/** The world as it is: for scenes in which only the answers of a server differ. */
export function same(world: World): World {
  return world;
}

function replaced<T>(all: readonly T[], wanted: (one: T) => boolean, change: (one: T) => T, name: string): readonly T[] {
  if (!all.some(wanted)) throw new Error(`the demo has nothing called "${name}"`);
  return all.map((one) => (wanted(one) ? change(one) : one));
}
