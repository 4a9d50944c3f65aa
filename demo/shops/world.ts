import { bazaar } from './bazaar/shop.ts';
import { openBazaar } from './bazaar/opening.ts';
import type { BazaarState } from './bazaar/state.ts';
import { hongyun } from './hongyun/shop.ts';
import { openHongyun } from './hongyun/catalogue.ts';
import type { HongyunState } from './hongyun/state.ts';
import { kumo, openKumo, type KumoState } from './kumo/shop.ts';
import { northwind } from './northwind/shop.ts';
import { openNorthwind } from './northwind/catalogue.ts';
import type { NorthwindState } from './northwind/state.ts';
import { startShop, type RunningShop } from './server.ts';

/** All shops at one moment: one value, changed only by making another one. */
export interface World {
  readonly northwind: NorthwindState;
  readonly hongyun: HongyunState;
  readonly kumo: KumoState;
  readonly bazaar: BazaarState;
}

export type ShopName = keyof World;
export const SHOP_NAMES = ['northwind', 'hongyun', 'kumo', 'bazaar'] as const satisfies readonly ShopName[];

/** The shops on their first day. */
export function openWorld(): World {
  return { northwind: openNorthwind(), hongyun: openHongyun(), kumo: openKumo(), bazaar: openBazaar() };
}

export interface RunningWorld {
  readonly shops: Readonly<Record<ShopName, RunningShop>>;
  /** What the shops show now. */
  readonly world: () => World;
  /** Moves the shops on: the next request sees the new world. */
  readonly show: (world: World) => void;
  readonly close: () => Promise<void>;
}

/** Starts every shop on a port of its own, showing `first`. */
export async function startWorld(first: World = openWorld()): Promise<RunningWorld> {
  let world = first;
  const shops = {
    northwind: await startShop(northwind(() => world.northwind)), hongyun: await startShop(hongyun(() => world.hongyun)),
    kumo: await startShop(kumo(() => world.kumo)), bazaar: await startShop(bazaar(() => world.bazaar)),
  };
  return {
    shops, world: () => world,
    show: (next) => {
      world = next;
    },
    close: async () => {
      await Promise.all(SHOP_NAMES.map((name) => shops[name].close()));
    },
  };
}
