import { expect, test } from 'vitest';
import type { Match } from '../../model/advice.ts';
import { brand, factId, listingId, type Sku, type SourceId } from '../../model/ids.ts';
import { ONE_TO_ONE, packRatioText } from '../../model/pack.ts';
import { matchListings, withoutEvidence, type ListingIdentity } from '../../recommendations/matching/match.ts';
import { canonicalUrl } from '../../recommendations/matching/url.ts';
import { aProduct } from './support.ts';

const id = listingId(brand<SourceId>('shop'), '1');
const listing = (over: Partial<ListingIdentity> = {}): ListingIdentity => ({ listingId: id, url: 'https://shop.example/p/1', ...over });
const product = aProduct({ rivalUrls: ['https://www.shop.example/p/1/?utm_source=mail#reviews'], attributes: { EAN: '4006381333931', Brand: 'Stabilo', MPN: '1041/11' } });
const states = (matches: readonly Match[]): string[] => matches.map((match) => `${match.sku} ${match.state} ${packRatioText(match.packRatio)} ${match.why}`);

test('a rival URL of the product confirms, whatever its tracking', () => expect(states(matchListings([product], [listing()]))).toEqual(['BOTTLE confirmed 1 rival_url']));
test('an address that leads there confirms too', () => expect(states(matchListings([product], [listing({ url: 'https://shop.example/canonical', alsoAt: ['http://shop.example/p/1'] })]))).toEqual(['BOTTLE confirmed 1 rival_url']));
test('equal GTINs confirm, written with 13 or 14 digits', () => expect(states(matchListings([product], [listing({ url: 'https://other.example', gtin: '04006381333931' })]))).toEqual(['BOTTLE confirmed 1 gtin']));
test('a GTIN with a wrong check digit says nothing', () => expect(matchListings([aProduct({ attributes: { ean: '4006381333930' } })], [listing({ gtin: '04006381333930' })])).toEqual([]));
test('brand and number are only a proposal', () => expect(states(matchListings([product], [listing({ url: 'https://other.example', brand: 'STABILO ', mpn: '1041-11' })]))).toEqual(['BOTTLE proposed 1 brand_and_mpn']));
test('the SKU at the target confirms', () => expect(states(matchListings([aProduct()], [listing({ skus: [brand<Sku>('BOTTLE')] })]))).toEqual(['BOTTLE confirmed 1 target_sku']));
test('an unknown SKU, a brand alone or a short number say nothing', () => expect(matchListings([product], [listing({ url: 'https://other.example', skus: [brand<Sku>('OTHER')], brand: 'Stabilo', mpn: '10' })])).toEqual([]));

const before = (over: Partial<Match>): Match => ({ id: factId('match', id, product.sku), sku: product.sku, listingId: id, packRatio: ONE_TO_ONE, state: 'proposed', why: 'brand_and_mpn', ...over });
const byMaker = listing({ url: 'https://other.example', brand: 'Stabilo', mpn: '1041/11' });
const decidedAt = new Date(0);

test('a proposal is confirmed by surer evidence, with the pack ratio that it had; of what is as it was nothing is made anew', () => {
  expect(states(matchListings([product], [listing()], [before({ packRatio: { ours: 6, theirs: 1 } })]))).toEqual(['BOTTLE confirmed 6 rival_url']);
  const confirmed = before({ state: 'confirmed', why: 'rival_url' });
  expect(matchListings([product], [listing()], [confirmed])[0]).toBe(confirmed);
});

test('what the operator decided stays, whatever speaks for or against it', () => {
  const rejected = before({ state: 'rejected', decidedAt });
  const confirmed = before({ state: 'confirmed', packRatio: { ours: 1, theirs: 6 }, decidedAt });
  for (const decided of [rejected, confirmed]) {
    for (const one of [listing(), byMaker]) expect(matchListings([product], [one], [decided])).toEqual([decided]);
    expect(withoutEvidence([aProduct()], [listing()], [decided])).toEqual([]);
  }
});

test('a match for which nothing speaks any more is over; one for which only brand and number still do is proposed anew', () => {
  const confirmed = before({ state: 'confirmed', why: 'rival_url' });
  expect(withoutEvidence([product], [listing()], [confirmed])).toEqual([]);
  expect(withoutEvidence([aProduct()], [listing({ skus: [product.sku] })], [confirmed])).toEqual([]);
  expect(withoutEvidence([aProduct()], [listing()], [confirmed])).toEqual([confirmed]);
  expect(withoutEvidence([product], [byMaker], [confirmed])).toEqual([confirmed]);
  expect(withoutEvidence([product], [byMaker], [before({})])).toEqual([]);
});

test.each([
  ['HTTP://WWW.Shop.example:80/a/?b=2&a=1&utm_medium=x#top', 'shop.example/a?a=1&b=2'], ['https://item.taobao.com/item.htm?spm=a1z10&id=680012345601', 'item.taobao.com/item.htm?id=680012345601'],
  ['https://shop.example', 'shop.example'], ['ftp://shop.example/a', undefined], ['not a url', undefined],
])('%s is %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));
