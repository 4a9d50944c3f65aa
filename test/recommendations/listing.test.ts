import { expect, test } from 'vitest';
import { brand, listingId, type SourceId, type VersionId } from '../../model/ids.ts';
import { recommendListing, type ListingInput, type RivalListing } from '../../recommendations/listing/recommend.ts';
import { titleWords } from '../../recommendations/listing/words.ts';
import { aProduct, listingSettings, now } from './support.ts';

function rival(no: number, title: string, over: Partial<RivalListing> = {}): RivalListing {
  const sourceId = brand<SourceId>(`shop-${no}`);
  return { listingId: listingId(sourceId, String(no)), versionId: brand<VersionId>(`ver_${no}`), sourceId, url: `https://shop-${no}.example/p`, title, ...over };
}
const advise = (rivals: readonly RivalListing[], over: Partial<ListingInput> = {}): ReturnType<typeof recommendListing> =>
  recommendListing({ product: aProduct(), rivals, settings: listingSettings(), ownSellers: ['Alder & Pine', 'www.alder.example'], previous: [], language: 'en', now, ...over });

test('names the words that enough rivals have in their titles and ours lacks', () => {
  const found = advise([rival(1, 'Frostline Leakproof Insulated Bottle 750ml BPA Free'), rival(2, 'HydraPeak leakproof steel bottle, BPA free'), rival(3, 'Nordvik Steel Flask')]);
  expect(found.map((one) => one.advice)).toEqual([{ kind: 'add_keywords', keywords: ['leakproof', 'bpa', 'steel'] }]);
  expect(found[0]?.reason).toContain('leakproof, bpa, steel');
  expect(found[0]?.inputs.filter((input) => input.name === 'rival_title')).toHaveLength(3);
});

test('leaves out brands, sellers, units, numbers, selling words, and what keywords or attributes already say', () => {
  const rivals = [1, 2].map((no) => rival(no, 'Frostline 2026 New Hot Deal Steel Bottles 750 ml 25oz wide mouth', { brand: 'Frostline' }));
  expect(advise(rivals, { product: aProduct({ keywords: ['wide mouth'], attributes: { Material: 'steel' } }) })).toEqual([]);
});

test('counts a seller once, however many listings it has', () => {
  const twice = [1, 2].map((no) => rival(no, 'Leakproof bottle', { sourceId: brand<SourceId>('bazaar'), seller: 'Frostline Direct' }));
  expect(advise(twice)).toEqual([]);
  expect(advise([...twice, rival(3, 'Leakproof bottle', { sourceId: brand<SourceId>('bazaar'), seller: 'Nordvik' })])).toHaveLength(1);
});

test.each([['by its seller', { seller: 'alder & pine ' }], ['by its host', { url: 'https://alder.example/p/1' }]])('takes our own listing for no rival: %s', (_, own) => {
  expect(advise([rival(1, 'Leakproof bottle'), rival(2, 'Leakproof bottle', own)])).toEqual([]);
});

test('cuts Chinese titles into words and speaks Chinese', () => {
  const product = aProduct({ title: '松木保温杯500ml' });
  const [found] = advise([rival(1, '鸿运316不锈钢保温杯大容量家用水杯', { brand: '鸿运' }), rival(2, '云溪家用保温杯 不锈钢 2026新款')], { product, language: 'zh-CN' });
  expect(found?.advice).toEqual({ kind: 'add_keywords', keywords: ['不锈钢', '家用'] });
  expect(found?.reason).toBe('最多有2家竞品的标题包含您标题中没有的词：不锈钢、家用。');
});

test('finds trade words that the dictionary lacks, and no chance neighbours', () => {
  const rivals = [rival(1, '鸿运保温杯男士便携水杯'), rival(2, '云溪便携保温杯男女学生'), rival(3, '松风保温杯男便携茶杯')];
  const [found] = advise(rivals, { product: aProduct({ title: '松木保温杯' }) });
  expect(found?.advice).toEqual({ kind: 'add_keywords', keywords: ['便携'] });
});

test('counts images only where ours are counted', () => {
  const rivals = [rival(1, 'x', { images: 9 }), rival(2, 'x', { images: 6 }), rival(3, 'x')];
  expect(advise(rivals, { product: aProduct({ images: 3 }) }).map((one) => one.advice)).toEqual([{ kind: 'add_images', have: 3, rivalsHave: 6 }]);
  expect(advise(rivals, { product: aProduct({ images: 6 }) })).toEqual([]);
  expect(advise(rivals)).toEqual([]);
});

test('names attributes only where ours are known, as the rivals write them', () => {
  const rivals = [rival(1, 'x', { attributes: { Material: 'Steel', 'Lid type': 'Screw' } }), rival(2, 'x', { attributes: { 'material ': 'steel', 'Lid Type': 'Flip' } })];
  expect(advise(rivals, { product: aProduct({ attributes: { material: 'steel' } }) }).map((one) => one.advice)).toEqual([{ kind: 'add_attributes', attributes: ['Lid type'] }]);
  expect(advise(rivals)).toEqual([]);
});

test('one rival is no market', () => expect(advise([rival(1, 'Leakproof bottle', { images: 20 })], { product: aProduct({ images: 1 }) })).toEqual([]));

test('what stands already keeps its id; after it was dismissed it is not repeated', () => {
  const rivals = [rival(1, 'Leakproof bottle'), rival(2, 'Leakproof flask')];
  const [first] = advise(rivals);
  expect(first).toBeDefined();
  expect(advise(rivals, { previous: first ? [first] : [], now: new Date(now.getTime() + 1_000) })).toEqual([first]);
  expect(advise(rivals, { previous: first ? [{ ...first, state: 'dismissed' }] : [] })).toEqual([]);
});

test('a hostile title costs bounded time', () => expect(titleWords('a̶'.repeat(200_000)).length).toBeLessThan(400));
