import { ADVICE_SCENES } from './advice.ts';
import { LEARNT_SCENES } from './learnt.ts';
import { LISTING_SCENES } from './listings.ts';
import { MARKETPLACE_SCENES } from './marketplace.ts';
import { OFFER_SCENES } from './offers.ts';
import { OFFICE_SCENES } from './office.ts';
import { PRICE_SCENES } from './prices.ts';
import { RECEIVER_SCENES } from './receivers.ts';
import { SALE_SCENES } from './sales.ts';
import type { Scene } from './scene.ts';
import { TROUBLE_SCENES } from './trouble.ts';

/** The whole play, in order. The first scene shows the shops as they open. */
export const SCENES: readonly Scene[] = [...PRICE_SCENES, ...OFFER_SCENES, ...LISTING_SCENES, ...MARKETPLACE_SCENES, ...TROUBLE_SCENES, ...ADVICE_SCENES, ...RECEIVER_SCENES, ...OFFICE_SCENES, ...SALE_SCENES, ...LEARNT_SCENES];
