import { describe, expect, it } from 'vitest';
import { diffListing } from '../../../alerts/changes/listing.ts';
import { absent, known, type Candidate } from '../../../model/reading.ts';
import type { ListingFields, Price } from '../../../model/listing.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { at, details, EVIDENCE, history, is, lastChanges, listingVersion, offer, price, ranking } from './support.ts';

describe('price', () => {
  it('tells a fall with both prices, the share, the versions and the evidence', () => {
    const [change] = lastChanges({ price: is(price(10_000)), title: is('Lamp') }, { price: is(price(8_000)), title: is('Lamp') });
    expect(change).toMatchObject({
      detail: { kind: 'price', from: price(10_000), to: price(8_000), percent: -20 }, fromVersion: 'ver_1', toVersion: 'ver_2', title: 'Lamp',
      url: 'https://shop.example/p1', evidence: EVIDENCE, archive: 'ab'.repeat(32), crawlId: 'crl_2', at: at(2),
    });
  });

  it('makes nothing of the first version', () => {
    expect(lastChanges({ price: is(price(100)) })).toEqual([]);
  });

  it('does not compare a page price with a coupon price, but each with its own last', () => {
    const page = (minor: number) => ({ price: is(price(minor)) });
    const coupon = { price: is(price(9_000, 'conditional')) };
    expect(lastChanges(page(10_000), coupon)).toEqual([]);
    expect(lastChanges(page(10_000), coupon, page(10_000))).toEqual([]);
    expect(details(lastChanges(page(10_000), coupon, page(8_000)))).toMatchObject([{ kind: 'price', from: price(10_000), to: price(8_000) }]);
  });

  it('never takes a deposit for a price', () => {
    expect(lastChanges({ price: is(price(1_000, 'deposit')) }, { price: is(price(2_000, 'deposit')) })).toEqual([]);
  });

  it('compares a range with a range, the high end too', () => {
    const range = (low: number, high: number) => ({ price: is({ ...price(low, 'range'), max: price(high).money }) });
    expect(details(lastChanges(range(1_000, 2_000), range(1_000, 3_000)))).toMatchObject([{ kind: 'price', percent: 50 }]);
    expect(lastChanges(range(1_000, 2_000), { price: is(price(1_500)) })).toEqual([]);
  });

  it('compares over versions in which the price was unknown', () => {
    const all = history({ price: is(price(1_000)) }, { title: is('Lamp') }, { price: is(price(900)) });
    expect(all.map((diff) => diff.changes.length)).toEqual([0, 0, 1]);
    expect(all[2]?.changes[0]).toMatchObject({ fromVersion: 'ver_1', toVersion: 'ver_3' });
  });

  it('does not compare the prices of two sellers, also not over a version without a price', () => {
    const by = (name: string) => ({ seller: is({ name }) });
    expect(details(lastChanges({ ...by('A'), price: is(price(1_000)) }, { ...by('B'), price: is(price(900)) }))).toEqual([
      { kind: 'seller', from: { name: 'A' }, to: { name: 'B' }, fromPrice: price(1_000), toPrice: price(900) },
    ]);
    expect(lastChanges({ ...by('A'), price: is(price(1_000)) }, by('B'), { ...by('B'), price: is(price(900)) })).toEqual([]);
    expect(lastChanges({ ...by('A'), price: is(price(1_000)) }, { ...by(' a '), price: is(price(900)) })).toHaveLength(1);
  });

  it('compares what a page asks that names nobody who sells with no seller\'s price; one that missed the name hides no move', () => {
    const by = (name: string | null, minor: number, more: Partial<ListingFields> = {}) => ({ seller: name === null ? absent<never>(EVIDENCE) : is({ name }), price: is(price(minor)), ...more });
    const kinds = (...states: readonly Partial<ListingFields>[]): readonly string[] => lastChanges(...states).map(({ detail }) => detail.kind);
    expect(kinds(by('A', 1_000), by(null, 900))).toEqual(['seller']);
    expect(kinds(by('A', 1_000), by(null, 900), by(null, 800))).toEqual(['price']);
    expect(kinds(by('A', 1_000), by(null, 1_000), by('B', 900))).toEqual(['seller']);
    expect(kinds(by(null, 1_000), by('A', 900))).toEqual(['seller']);
    expect(kinds(by('A', 1_000), by(null, 1_000), by('A', 1_000))).toEqual(['seller']);
    expect(details(lastChanges(by('A', 1_000), by(null, 1_000), { price: is(price(990)) }, by('A', 900)))).toMatchObject([{ kind: 'price', from: price(1_000), to: price(900) }, { kind: 'seller' }]);
    expect(kinds(by('A', 1_000, { availability: is('in_stock') }), by(null, 900, { availability: is('out_of_stock') }))).toEqual(['stock', 'seller']);
    expect(kinds(by('A', 1_000), { price: is(price(900)) })).toEqual(['price']);
  });

  it('forgets list price and variants of the other seller too; whether it can be bought is asked of whoever sells it', () => {
    const by = (name: string) => ({ seller: is({ name }) });
    const all = { listPrice: is(price(2_000, 'list')), availability: is('in_stock' as const), offers: is([offer('s', 1_000)]) };
    const other = { listPrice: is(price(1_900, 'list')), availability: is('out_of_stock' as const), offers: is([offer('s', 900)]) };
    const kinds = (...states: readonly Partial<ListingFields>[]): readonly string[] => history(...states).flatMap((diff) => diff.changes.map(({ detail }) => detail.kind));
    expect(kinds({ ...by('A'), ...all }, { ...by('B'), ...other })).toEqual(['stock', 'seller']);
    expect(kinds({ ...by('A'), ...all }, by('B'), { ...by('B'), ...other })).toEqual(['seller', 'stock']);
  });

  it('does not compare the prices of two preselected variants', () => {
    const showing = (sku: string, minor: number) => ({ price: is(price(minor)), offers: is([offer('s', 1_000, { selected: sku === 's' }), offer('l', 2_000, { selected: sku === 'l' })]) });
    expect(lastChanges(showing('s', 1_000), showing('l', 2_000))).toEqual([]);
  });
});

describe('a suspicious jump', () => {
  const jump = { version: listingVersion(2, { price: is(price(1_000)), title: is('New') }) };
  const { baseline } = diffListing({ version: listingVersion(1, { price: is(price(10_000)), title: is('Old') }), confirmed: false });

  it('holds the whole version until it is seen again', () => {
    const held = diffListing({ ...jump, baseline, confirmed: false });
    expect(held.held).toBe('the price went from 100.00 USD to 10.00 USD: exactly 10 times less: a comma in the wrong place');
    expect(held.changes).toEqual([]);
    expect(held.baseline).toBe(baseline);
    expect(details(diffListing({ ...jump, baseline, confirmed: true }).changes).map((detail) => detail.kind).toSorted()).toEqual(['price', 'title']);
  });

  it('is another currency too, and a price of zero', () => {
    const euro = listingVersion(2, { price: is(price(10_000, 'page', 'EUR')) });
    expect(diffListing({ version: euro, baseline, confirmed: false }).held).toContain('another currency');
    expect(diffListing({ version: euro, baseline, confirmed: true }).changes).toEqual([]);
    expect(diffListing({ version: listingVersion(2, { price: is(price(0)) }), baseline, confirmed: false }).held).toContain('0.00 USD');
    const free = diffListing({ version: listingVersion(1, { price: is(price(0)) }), confirmed: false });
    expect(diffListing({ version: listingVersion(2, { price: is(price(99)) }), baseline: free.baseline, confirmed: false }).held).toMatch(/^the price went from 0\.00 USD to 0\.99 USD, further than/);
  });

  it('is seen in a variant', () => {
    const first = diffListing({ version: listingVersion(1, { offers: is([offer('s', 1_000)]) }), confirmed: false });
    expect(diffListing({ version: listingVersion(2, { offers: is([offer('s', 100_000)]) }), baseline: first.baseline, confirmed: false }).held).toContain('price of s');
  });

  it('is another price that is only guessed from the text, where data named it so far', () => {
    const guessed = (minor: number, losers?: readonly Candidate<Price>[]) => listingVersion(2, { price: known(price(minor), { method: 'text', place: 'span.price', raw: '$9' }, 0.7, losers) });
    const held = diffListing({ version: guessed(9_000), baseline, confirmed: false });
    expect(held).toMatchObject({ held: 'the price went from 100.00 USD (json-ld) to 90.00 USD (text), read in another way than before', changes: [] });
    expect(diffListing({ version: guessed(9_000), baseline, confirmed: true }).changes).toHaveLength(1);
    expect(diffListing({ version: guessed(10_000), baseline, confirmed: false }).held).toBeUndefined();
    // The data are still there and only behind the page, as on the first day of a sale.
    expect(diffListing({ version: guessed(9_000, [{ value: price(10_000), confidence: 0.9, evidence: EVIDENCE }]), baseline, confirmed: false }).changes).toHaveLength(1);
  });

  it('is not half price', () => {
    expect(diffListing({ version: listingVersion(2, { price: is(price(5_000)) }), baseline, confirmed: false }).held).toBeUndefined();
    expect(diffListing({ version: listingVersion(2, { price: is(price(4_700)) }), baseline, confirmed: false }).held).toContain('further than prices of this source go at once');
  });

  it('is no fall below the price that the page strikes through, also where it stood there all along', () => {
    const listed = diffListing({ version: listingVersion(1, { price: is(price(10_000)), listPrice: is(price(10_000, 'list')) }), confirmed: false });
    const fallen = (minor: number) => diffListing({ version: listingVersion(2, { price: is(price(minor)), listPrice: is(price(10_000, 'list')) }), baseline: listed.baseline, confirmed: false });
    expect(details(fallen(4_600).changes)).toMatchObject([{ kind: 'price', percent: -54 }]);
    expect(fallen(1_000).held).toContain('a comma in the wrong place');
  });
});

describe('offers', () => {
  it('tells the shown variant once, the others by their SKU', () => {
    const state = (s: number, l: number) => ({ price: is(price(s)), availability: is('in_stock' as const), offers: is([offer('s', s, { selected: true }), offer('l', l)]) });
    expect(details(lastChanges(state(1_000, 2_000), state(900, 1_800)))).toMatchObject([
      { kind: 'price', to: price(900) }, { kind: 'price', offerSku: 'l', to: price(1_800) },
    ]);
  });

  it('tells a reduction of all sizes alike once, and those that differ by their SKU', () => {
    const sale = (all: number, l: number) => ({ price: is(price(all)), availability: is('in_stock' as const), offers: is([offer('s', all), offer('m', all), offer('xl', all), offer('l', l)]) });
    expect(details(lastChanges(sale(1_000, 2_000), sale(900, 1_700)))).toEqual([
      { kind: 'price', from: price(1_000), to: price(900), percent: -10 }, { kind: 'price', offerSku: 'l', from: price(2_000), to: price(1_700), percent: -15 },
    ]);
  });

  it('tells stock per variant, and the only variant as the page itself', () => {
    const out = { availability: 'out_of_stock' } as const;
    expect(details(lastChanges({ offers: is([offer('s', 1), offer('l', 2)]) }, { offers: is([offer('s', 1, out), offer('l', 2)]) })))
      .toEqual([{ kind: 'stock', offerSku: 's', from: 'in_stock', to: 'out_of_stock' }]);
    expect(details(lastChanges({ availability: is('in_stock'), offers: is([offer('s', 1)]) }, { availability: is('out_of_stock'), offers: is([offer('s', 1, out)]) })))
      .toEqual([{ kind: 'stock', from: 'in_stock', to: 'out_of_stock' }]);
  });

  it('compares variants only in prices of one kind', () => {
    expect(lastChanges({ offers: is([offer('s', 100)]) }, { offers: is([offer('s', 90, { price: price(90, 'conditional') })]) })).toEqual([]);
  });

  it('remembers what a page does not say of a variant, and makes nothing of variants that come and go', () => {
    const silent = { sku: 's', options: {} };
    expect(details(lastChanges({ offers: is([offer('s', 100)]) }, { offers: is([silent]) }, { offers: is([offer('s', 90)]) }))).toMatchObject([{ kind: 'price', from: price(100) }]);
    expect(lastChanges({ offers: is([offer('s', 100)]) }, { offers: is([offer('m', 100)]) })).toEqual([]);
  });
});

describe('list price and stock', () => {
  it('tells a list price that begins and ends', () => {
    const none = { listPrice: absent<never>(EVIDENCE) };
    const some = { listPrice: is(price(2_000, 'list')) };
    expect(details(lastChanges(none, some))).toEqual([{ kind: 'list_price', from: null, to: price(2_000, 'list') }]);
    expect(details(lastChanges(some, none))).toEqual([{ kind: 'list_price', from: price(2_000, 'list'), to: null }]);
    expect(lastChanges(some, {})).toEqual([]);
    expect(lastChanges(none, none)).toEqual([]);
  });

  it('tells sold out and back', () => {
    const all = history({ availability: is('in_stock') }, { availability: is('out_of_stock') }, {}, { availability: is('in_stock') });
    expect(all.flatMap((diff) => details(diff.changes))).toEqual([
      { kind: 'stock', from: 'in_stock', to: 'out_of_stock' }, { kind: 'stock', from: 'out_of_stock', to: 'in_stock' },
    ]);
  });
});

describe('promotions', () => {
  const off: Promotion = { label: '满300减50', mechanic: 'full_reduction', layer: 'shop', params: { thresholdMinor: 30_000, offMinor: 5_000 }, endsAt: at(100) };
  const none = { promotions: absent<never>(EVIDENCE) };

  it('starts and ends by mechanic, numbers, layer and audience, whatever the words', () => {
    expect(details(lastChanges(none, { promotions: is([off]) }))).toEqual([{ kind: 'promotion_started', promotion: off }]);
    expect(details(lastChanges({ promotions: is([off]) }, none))).toEqual([{ kind: 'promotion_ended', promotion: off }]);
    expect(lastChanges({ promotions: is([off]) }, { promotions: is([{ ...off, label: '每单满300减50' }]) })).toEqual([]);
    expect(lastChanges({ promotions: is([off]) }, { promotions: is([{ ...off, layer: 'platform' }]) })).toHaveLength(2);
  });

  it('are proven by their own words when they begin, by what is left when they end', () => {
    const second: Promotion = { label: '满2件打9折', mechanic: 'unrecognised', layer: 'shop', params: {} };
    const proof = (before: Partial<ListingFields>, after: Partial<ListingFields>): readonly unknown[] => lastChanges(before, after).map((change) => change.evidence?.raw);
    expect(proof({ promotions: is([second]) }, { promotions: is([second, off]) })).toEqual(['满300减50']);
    expect(proof({ promotions: is([second, off]) }, { promotions: is([second]) })).toEqual(['满2件打9折']);
    expect(proof({ promotions: is([off]) }, none)).toEqual([EVIDENCE.raw]);
  });

  it('does not end when promotions could not be read', () => {
    expect(history({ promotions: is([off]) }, {}, { promotions: is([off]) }).flatMap((diff) => diff.changes)).toEqual([]);
  });

  it('is extended by another end, not by the seconds of a countdown, also when they add up', () => {
    const until = (ms: number) => ({ promotions: is([{ ...off, endsAt: new Date(at(100).getTime() + ms) }]) });
    expect(details(lastChanges(until(0), until(86_400_000)))).toMatchObject([{ kind: 'promotion_extended', endedAt: at(100) }]);
    expect(history(until(0), until(400_000), until(500_000)).flatMap((diff) => diff.changes)).toEqual([]);
    expect(lastChanges(until(0), { promotions: is([{ label: off.label, mechanic: off.mechanic, layer: off.layer, params: off.params }]) }, until(86_400_000))).toHaveLength(1);
  });

  it('that was not understood is known by its words', () => {
    const words = (label: string) => ({ promotions: is<readonly Promotion[]>([{ label, mechanic: 'unrecognised', layer: 'shop', params: {} }]) });
    expect(lastChanges(words('Mega &amp; more'), words('mega  & More'))).toEqual([]);
    expect(details(lastChanges(words('one'), words('two'))).map((detail) => detail.kind).toSorted()).toEqual(['promotion_ended', 'promotion_started']);
  });
});

describe('words, pictures and ratings', () => {
  it('takes spaces, entities and full-width letters for no edit', () => {
    expect(lastChanges({ title: is('Desk&nbsp;lamp &amp; bulb') }, { title: is(' Desk lamp ＆ bulb') })).toEqual([]);
    expect(details(lastChanges({ title: is('Desk lamp') }, { title: is('Desk lamp 2') }))).toEqual([{ kind: 'title', from: 'Desk lamp', to: 'Desk lamp 2' }]);
  });

  it('carries of a long description the passage that differs', () => {
    const [detail] = details(lastChanges({ description: is(`${'a '.repeat(5_000)}old`) }, { description: is(`${'a '.repeat(5_000)}new`) }));
    expect(detail).toMatchObject({ kind: 'description', from: expect.stringMatching(/^….*old$/), to: expect.stringMatching(/^….*new$/) });
  });

  it.each([
    ['https://cdn.example/a_800x.jpg?v=1', 'https://cdn.example/a_400x400_crop_center.jpg?v=2&width=300'],
    ['https://img.example/x.jpg_430x430q90.jpg_.webp', 'https://gw.example/x.jpg'],
    ['https://img10.example/n1/s450x450_jfs/t1/b.jpg', 'https://img14.example/n0/jfs/t1/b.jpg!q70.jpg'],
    ['https://m.example/71abc._AC_SL1500_.jpg', 'https://m.example/71abc.jpg'],
    ['https://w.example/up/c-300x300.png', 'https://w.example/up/c.png'],
  ])('takes %s and %s for one picture', (a, b) => {
    expect(lastChanges({ images: is([a]) }, { images: is([b]) })).toEqual([]);
  });

  it('tells pictures added, removed and another main one, not another order', () => {
    const [a, b, c] = ['https://i.example/a.jpg', 'https://i.example/b.jpg', 'https://i.example/c.jpg?id=3'] as const;
    expect(lastChanges({ images: is([a, b, c]) }, { images: is([a, c, b]) })).toEqual([]);
    expect(details(lastChanges({ images: is([a, b]) }, { images: is([b, a]) }))).toEqual([{ kind: 'images', added: [], removed: [], mainChanged: true }]);
    expect(details(lastChanges({ images: is([a, b]) }, { images: is([a, c]) }))).toEqual([{ kind: 'images', added: [c], removed: [b], mainChanged: false }]);
  });

  it('tells how ratings fall on the stars from two points of a hundred, as counts or shares, and a slide of small steps', () => {
    const mix = (stars: readonly number[], unit: 'count' | 'percent' = 'percent') => ({ starMix: is({ stars, unit }) });
    expect(details(lastChanges(mix([5, 5, 10, 20, 60]), mix([8, 5, 10, 20, 57])))).toMatchObject([{ kind: 'star_mix', to: { stars: [8, 5, 10, 20, 57] } }]);
    expect(lastChanges(mix([5, 5, 10, 20, 60]), mix([6, 5, 10, 20, 59]), mix([7, 5, 10, 20, 58]))).toHaveLength(1);
    expect(lastChanges(mix([50, 50, 100, 200, 600], 'count'), mix([51, 50, 101, 202, 606], 'count'))).toEqual([]);
    expect(lastChanges(mix([5, 5, 10, 20, 60]), { starMix: known({ stars: [9, 5, 10, 20, 56], unit: 'percent' }, { ...EVIDENCE, method: 'text' }) })).toEqual([]);
  });

  it('tells a rating from a tenth of a star, on any scale, and a slide of small steps', () => {
    const stars = (value: number, scale = 5) => ({ rating: is({ value, scale }) });
    expect(lastChanges(stars(4.5), stars(4.55))).toEqual([]);
    expect(lastChanges(stars(4.5), stars(90, 100))).toEqual([]);
    expect(lastChanges(stars(4.5), stars(4.4))).toHaveLength(1);
    expect(history(stars(4.5), stars(4.45), stars(4.41), stars(4.38)).map((diff) => diff.changes.length)).toEqual([0, 0, 0, 1]);
  });

  it('compares counts as shops write them', () => {
    const count = (value: number, lowerBound = false) => ({ reviewCount: is({ value, lowerBound }) });
    expect(lastChanges(count(100_000, true), count(100_000, true))).toEqual([]);
    expect(lastChanges(count(100_000, true), count(120_000))).toEqual([]);
    expect(lastChanges(count(120_000), count(100_000, true), count(120_000))).toEqual([]);
    expect(lastChanges(count(100_000, true), count(120_000), count(130_000))).toHaveLength(1);
    expect(lastChanges(count(120_000), count(100_000, true), count(130_000))).toHaveLength(1);
    expect(lastChanges(count(100_000, true), count(200_000, true))).toHaveLength(1);
    expect(lastChanges(count(10), count(9))).toHaveLength(1);
    expect(lastChanges(count(100_000, true), count(90_000))).toHaveLength(1);
  });
});

it('takes a version that is not newer than the baseline for nothing', () => {
  const [, second] = history({ price: is(price(100)) }, { price: is(price(90)) });
  expect(diffListing({ version: listingVersion(2, { price: is(price(90)) }), ...(second ? { baseline: second.baseline } : {}), confirmed: true })).toEqual({ changes: [], baseline: second?.baseline });
});

it('refuses a version of another kind', () => {
  expect(() => diffListing({ version: ranking(1, ['a']), confirmed: false })).toThrow('version ver_1 is of a ranking, not of a listing');
});
