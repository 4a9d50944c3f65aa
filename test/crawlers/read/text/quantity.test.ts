import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../../../crawlers/read/text/quantity.ts';

describe('how many pieces there are', () => {
  it.each([
    ['Only 2 left in stock.', 2], ['In stock (3 available)', 3], ['12 in stock', 12], ['1,204 available', 1204], ['Hurry, only 4 items left!', 4], ['Nur noch 3 Stück auf Lager', 3], ['Noch 5 Stück', 5], ['Plus que 2 exemplaires', 2], ['3 articles en stock', 3],
    ['¡Sólo quedan 4!', 4], ['Restam apenas 7 unidades', 7], ['3 disponibili', 3], ['Zostało 2 szt.', 2], ['nog 4 op voorraad', 4], ['仅剩5件', 5], ['库存：32件', 32], ['残り3点', 3], ['在庫数：8', 8], ['남은 수량: 6개', 6], ['осталось 3 шт', 3],
  ])('%s', (text, wanted) => {
    expect(parseQuantity(text)).toBe(wanted);
  });

  it.each([
    'In stock', 'More than 10 available', '10+ available', '999+ in stock', 'mehr als 5 auf Lager', 'plus de 10 en stock', '库存999+', '在庫あり', 'Delivery in 2 days', 'ships in 24 hours', '2 sizes available', '5 available colours', 'iPhone 12 in stock', 'Size 42 in stock',
    'Galaxy S24 available', '3 stores in stock near you', 'Model T-3 in stock today', '仅剩3天', '库存50%',
  ])('%s says no number of pieces', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it('any text is answered at once, with a whole number or none', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('only', 'noch', '12', '1.000', 'pieces', 'left', 'in stock', 'plus que', '(', '仅剩', '件', ' ', '库存')).map((parts) => parts.join(' ')), (text) => {
      const count = parseQuantity(text);
      expect(count === undefined || (Number.isInteger(count) && count >= 0)).toBe(true);
    }));
  });
});
