import { expect, test } from 'vitest';
import type { Match } from '../../model/advice.ts';
import { brand, listingId, type Sku, type SourceId } from '../../model/ids.ts';
import { matchListings, withoutEvidence, type ListingIdentity } from '../../recommendations/matching/match.ts';
import { canonicalUrl } from '../../recommendations/matching/url.ts';
import { aProduct } from './support.ts';

const id = listingId(brand<SourceId>('shop'), '1');
const listing = (over: Partial<ListingIdentity> = {}): ListingIdentity => ({ listingId: id, url: 'https://shop.example/p/1', ...over });
const product = aProduct({ rivalUrls: ['https://www.shop.example/p/1/?utm_source=mail#reviews'], attributes: { EAN: '4006381333931', Brand: 'Stabilo', MPN: '1041/11' } });
const states = (matches: readonly Match[]): string[] => matches.map((match) => `${match.sku} ${match.state} ${match.packRatio}`);

test('a rival URL of the product confirms, whatever its tracking', () => expect(states(matchListings([product], [listing()]))).toEqual(['BOTTLE confirmed 1']));
test('an address that leads there confirms too', () => expect(states(matchListings([product], [listing({ url: 'https://shop.example/canonical', alsoAt: ['http://shop.example/p/1'] })]))).toEqual(['BOTTLE confirmed 1']));
test('equal GTINs confirm, written with 13 or 14 digits', () => expect(states(matchListings([product], [listing({ url: 'https://other.example', gtin: '04006381333931' })]))).toEqual(['BOTTLE confirmed 1']));
test('a GTIN with a wrong check digit says nothing', () => expect(matchListings([aProduct({ attributes: { ean: '4006381333930' } })], [listing({ gtin: '04006381333930' })])).toEqual([]));
test('brand and number are only a proposal', () => expect(states(matchListings([product], [listing({ url: 'https://other.example', brand: 'STABILO ', mpn: '1041-11' })]))).toEqual(['BOTTLE proposed 1']));
test('the SKU at the target confirms', () => expect(states(matchListings([aProduct()], [listing({ skus: [brand<Sku>('BOTTLE')] })]))).toEqual(['BOTTLE confirmed 1']));
test('an unknown SKU, a brand alone or a short number say nothing', () => expect(matchListings([product], [listing({ url: 'https://other.example', skus: [brand<Sku>('OTHER')], brand: 'Stabilo', mpn: '10' })])).toEqual([]));

test('what a person decided stays; a proposal may be confirmed', () => {
  const before = (state: Match['state'], packRatio = 1): Match[] => [{ sku: product.sku, listingId: id, packRatio, state }];
  expect(states(matchListings([product], [listing()], before('rejected')))).toEqual(['BOTTLE rejected 1']);
  expect(states(matchListings([product], [listing()], before('proposed', 6)))).toEqual(['BOTTLE confirmed 6']);
});

test('a match for which nothing speaks any more is over; what a person rejected stays rejected', () => {
  const before = (state: Match['state']): Match[] => [{ sku: product.sku, listingId: id, packRatio: 1, state }];
  expect(withoutEvidence([product], [listing()], before('confirmed'))).toEqual([]);
  expect(withoutEvidence([aProduct()], [listing({ skus: [product.sku] })], before('confirmed'))).toEqual([]);
  expect(withoutEvidence([aProduct()], [listing()], before('confirmed'))).toEqual(before('confirmed'));
  expect(withoutEvidence([aProduct()], [listing()], before('rejected'))).toEqual([]);
});

test.each([
  ['HTTP://WWW.Shop.example:80/a/?b=2&a=1&utm_medium=x#top', 'shop.example/a?a=1&b=2'], ['https://item.taobao.com/item.htm?spm=a1z10&id=680012345601', 'item.taobao.com/item.htm?id=680012345601'],
  ['https://shop.example', 'shop.example'], ['ftp://shop.example/a', undefined], ['not a url', undefined],
])('%s is %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));
