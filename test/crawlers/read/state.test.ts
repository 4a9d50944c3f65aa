import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const stock = (more: Record<string, unknown>, body = '') => valueOf(listing(page(undefined, `<h1>Cordless drill 18V</h1><p class="price">€119.00</p>${body}<script>window.__STATE__ = ${JSON.stringify({ page: { product: { id: '12345', name: 'Cordless drill 18V', sku: 'CD-18', price: 119, ...more } } })};</script>`)).fields.availability);

describe('stock in a shop\'s own data', () => {
  it.each<[Record<string, unknown>, string | undefined]>([
    [{ inStock: true }, 'in_stock'], [{ inStock: false }, 'out_of_stock'], [{ available: 'false' }, 'out_of_stock'], [{ soldOut: true }, 'out_of_stock'], [{ isSoldOut: false }, 'in_stock'], [{ availability: 'OUT_OF_STOCK' }, 'out_of_stock'],
    [{ stockStatus: 'IN_STOCK' }, 'in_stock'], [{ stock: { status: 'x' } }, undefined], [{ stock: 0 }, 'out_of_stock'], [{ inventory_quantity: 12 }, 'in_stock'], [{ availability: { code: 'PreOrder' } }, 'preorder'], [{ stock: 'yes please' }, undefined],
    [{ outOfStock: true, inStock: true }, 'out_of_stock'],
  ])('%j', (more, wanted) => {
    expect(stock(more)).toBe(wanted);
  });

  it('words on the page that say sold out go before it', () => {
    expect(stock({ inStock: true }, '<p class="stock-status">Sold out</p>')).not.toBe('in_stock');
  });

  it('another article\'s stock is not this one\'s', () => {
    expect(stock({ related: [{ id: '9', name: 'Garden hose', price: 5, inStock: false }] })).toBeUndefined();
  });
});
