import type { Availability } from '../../../../model/listing.ts';

/** schema.org ItemAvailability and the codes of other feeds, without the address, in small letters. */
export const CODES: Readonly<Record<string, Availability>> = {
  instock: 'in_stock', instoreonly: 'in_stock', onlineonly: 'in_stock', limitedavailability: 'low', preorder: 'preorder', presale: 'preorder', backorder: 'out_of_stock', backordered: 'out_of_stock', madetoorder: 'in_stock',
  reserved: 'out_of_stock', outofstock: 'out_of_stock', soldout: 'out_of_stock', discontinued: 'delisted', retired: 'delisted', limitedstock: 'low', lowstock: 'low', lowinventory: 'low', available: 'in_stock', unavailable: 'out_of_stock',
  availablefororder: 'in_stock', oos: 'out_of_stock', pending: 'out_of_stock', true: 'in_stock', false: 'out_of_stock', yes: 'in_stock', no: 'out_of_stock', onbackorder: 'out_of_stock', 'in stock': 'in_stock',
};
