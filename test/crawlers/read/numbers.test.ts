import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { LABEL, labelKind } from '../../../crawlers/read/markup/labels.ts';
import { listing, page, product } from './pages.ts';

const HEAD = '<h1>Cordless drill 18V</h1><p class="price">€119.00</p>';

describe('article numbers', () => {
  it.each([
    'SKU', 'Item #', 'Item no.:', 'Item Number', 'Product code', 'Art.-Nr.', 'Artikelnummer', 'Bestell-Nr.:', 'Réf.', 'Référence produit', 'Código do produto', 'Cód.:', 'Cod. produs', 'Codice articolo', 'Kod produktu', 'Indeks towaru',
    'Kód zboží', 'Varenr.', 'Tuotenumero', 'Tootekood', 'Артикул', 'Код товара', '货号', '商品编号', '商品コード', '品番', '상품번호', 'Style #', 'Web ID', 'Ürün kodu',
  ])('"%s" names the shop\'s own number', (label) => {
    expect(labelKind(label)).toBe('sku');
    expect(LABEL.test(label)).toBe(true);
  });

  it.each([['Model', 'mpn'], ['Item model number', 'mpn'], ['Manufacturer part number', 'mpn'], ['Herstellernummer', 'mpn'], ['型号', 'mpn'], ['EAN', 'gtin'], ['条形码', 'gtin'], ['Marke', 'brand'], ['品牌', 'brand']] as const)('"%s" names something else', (label, kind) => {
    expect(labelKind(label)).toBe(kind);
  });

  it.each(['Designer', 'Artist', 'Item in cart', 'Codes and offers', 'Reference customers', 'Style guide'])('"%s" is no such label', (label) => {
    expect(labelKind(label)).toBeUndefined();
  });

  it('the number shown under its name goes before another one in the data', () => {
    const { fields } = listing(page(product({}, { sku: '10206131' }), `${HEAD}<dl><dt>Product code:</dt><dd>287807</dd></dl>`));
    expect(valueOf(fields.sku)).toBe('287807');
    expect(fields.sku).toMatchObject({ losers: [{ value: '10206131' }] });
  });

  it('several labels may stand in one text, their numbers in brackets', () => {
    const { fields } = listing(page(undefined, `${HEAD}<p>Varenr.: [24512506] | Producent: Acme | Model-nr.: 720145-03 | EAN: 5707770601929</p>`));
    expect([fields.sku, fields.brand, fields.mpn, fields.gtin].map((one) => valueOf(one))).toEqual(['24512506', 'Acme', '720145-03', '05707770601929']);
  });

  it('a long number behind a bare word for numbers is the shop\'s own, a short one may be anything', () => {
    expect(valueOf(listing(page(undefined, `${HEAD}<p>Nr 262708</p>`)).fields.sku)).toBe('262708');
    expect(valueOf(listing(page(undefined, `${HEAD}<p><span>Nr</span> <b>262708</b></p>`)).fields.sku)).toBe('262708');
    expect(valueOf(listing(page(undefined, `${HEAD}<p>P/N: 912-V532-037</p>`)).fields.mpn)).toBe('912-V532-037');
    expect(valueOf(listing(page(undefined, `${HEAD}<span class="sku">CD-18</span>`)).fields.sku)).toBe('CD-18');
    expect(listing(page(undefined, `${HEAD}<span class="sku">Only online</span>`)).fields.sku.state).toBe('unknown');
    expect(listing(page(undefined, `${HEAD}<p>Nr. 12</p><p>№ 2024</p>`)).fields.sku.state).toBe('unknown');
  });

  it('several shown numbers are of parts: the data decide', () => {
    const { fields } = listing(page(product({}, { sku: 'SET-9' }), `${HEAD}<p>Article no.: 111.22</p><p>Article no.: 333.44</p>`));
    expect(valueOf(fields.sku)).toBe('SET-9');
  });

  it('a number among other articles is not this one\'s', () => {
    const { fields } = listing(page(product(), `${HEAD}<div class="related-products"><p>SKU: XX-1</p></div>`));
    expect(valueOf(fields.sku)).toBe('CD-18');
  });

  it.each([['/p/oflek-3410048.php', '3410048'], ['/p/drill-P237908842', '237908842'], ['/dp/B0DWDDNK1Q', 'B0DWDDNK1Q']])('the number of the address serves where nothing else does: %s', (path, number) => {
    expect(valueOf(listing(page(undefined, HEAD), { url: `https://shop.example${path}` }).fields.sku)).toBe(number);
  });
});
