import { describe, expect, it } from 'vitest';
import { judgeView, type JudgedView } from '../../../alerts/changes/judgement/view.ts';
import { diffListing } from '../../../alerts/changes/listing.ts';
import { brand } from '../../../model/ids.ts';
import type { ListingFields } from '../../../model/listing.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { absent, known, unknown, type Method } from '../../../model/reading.ts';
import type { VersionDocument } from '../../../storage/documents.ts';
import { details, EVIDENCE, history, is, lastChanges, listingVersion, price } from './support.ts';

/* A page that shows its price alone has no list price and no promotion: the first sale begins, and the last one ends. */

const OFFER: Promotion = { label: 'Buy 2, get 1 free', mechanic: 'buy_x_get_y', layer: 'product', params: { buy: 2, get: 1, percentOff: 100 } };
const by = (method: Method) => ({ price: known(price(10_000), { ...EVIDENCE, method }) });
/** The page was looked at, and nothing on it spoke of them. */
const alone = (method: Method = 'json-ld'): Partial<ListingFields> => ({ ...by(method), listPrice: unknown('not_found'), promotions: unknown('not_found') });
const sale = (method: Method = 'json-ld'): Partial<ListingFields> => ({ ...by(method), listPrice: is(price(12_500, 'list')), promotions: is([OFFER]) });
const kinds = (...states: readonly Partial<ListingFields>[]): readonly string[] => details(lastChanges(...states)).map(({ kind }) => kind).filter((kind) => kind !== 'to_pay').toSorted();

describe('a price that stands alone', () => {
  it('is followed by the first sale, and follows the last one', () => {
    expect(kinds(alone(), sale())).toEqual(['list_price', 'promotion_started']);
    expect(kinds(sale(), alone())).toEqual(['list_price', 'promotion_ended']);
    expect(details(lastChanges(sale(), alone()))).toContainEqual({ kind: 'list_price', from: price(12_500, 'list'), to: null });
    expect(lastChanges(sale(), alone()).find(({ detail }) => detail.kind === 'list_price')?.evidence).toEqual({ method: 'json-ld', place: `nothing beside ${EVIDENCE.place}`, raw: EVIDENCE.raw });
    expect(history(alone(), sale(), alone(), sale()).map(({ changes }) => changes.length)).toEqual([0, 3, 3, 3]);
  });

  it('is seen twice before it ends a sale that it is all the news of: a page read once without its words ends nothing', () => {
    const view = (seq: number, state: Partial<ListingFields>): VersionDocument => listingVersion(seq, state);
    const { baseline } = diffListing({ version: view(1, sale()), confirmed: true });
    const judged = (versions: readonly VersionDocument[], crawl: number) => judgeView({ versions, crawlId: brand(`crl_${crawl}`), baseline });
    const first = judged([view(2, alone())], 2);
    const suspicion = first.judged[0]?.suspicion;
    if (!suspicion) throw new Error('nothing was held');
    const held: VersionDocument = { ...view(2, alone()), diff: 'held', suspicion };
    const told = ({ changes, judged: all }: JudgedView) => [changes.map(({ detail }) => detail.kind).filter((kind) => kind !== 'to_pay').toSorted(), all.map(({ became }) => became)];
    expect(told(first)).toEqual([[], ['held']]);
    expect(told(judged([held], 3))).toEqual([['list_price', 'promotion_ended'], ['confirmed']]);
    expect(told(judged([held, view(3, sale())], 3))).toEqual([[], ['dropped']]);
    expect(told(judged([held, view(3, { ...alone(), title: is('Lamp') })], 3))).toEqual([['list_price', 'promotion_ended'], ['confirmed']]);
    expect(told(judged([view(2, { ...alone(), availability: is('out_of_stock'), price: known(price(12_500), EVIDENCE) })], 2))).toEqual([['list_price', 'price', 'promotion_ended'], []]);
  });

  it('says nothing where the price was read in another way, until it was twice', () => {
    expect(kinds(sale(), alone('text'))).toEqual([]);
    expect(kinds(sale(), alone('text'), alone('text'))).toEqual(['list_price', 'promotion_ended']);
  });

  it('is told from a page that says in words that there is none, whatever the words', () => {
    const said = absent<never>({ ...EVIDENCE, place: 'nothing beside the price' });
    expect(kinds(sale(), { ...alone('text'), listPrice: said, promotions: said })).toEqual(['list_price', 'promotion_ended']);
  });

  it('says nothing where no price was read, where the kind of page does not carry them, or an API leaves them out', () => {
    expect(kinds(sale(), { ...alone(), price: unknown('not_found') })).toEqual([]);
    expect(kinds(sale(), { ...alone(), listPrice: unknown('not_read'), promotions: unknown('not_read') })).toEqual([]);
    expect(kinds(sale(), { ...alone(), listPrice: unknown('not_found', 'no amount above the price') , promotions: unknown('ambiguous') })).toEqual([]);
    expect(kinds(sale('api'), alone('api'))).toEqual([]);
  });
});
