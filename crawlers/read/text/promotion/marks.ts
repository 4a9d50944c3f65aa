import type { Mechanic, Scope } from '../../../../model/promotion.ts';

const CLAIM = /领|抢券|叠券|\b(?:clip|claim|redeem|activate|apply|enter|use code)|with code|gutscheincode|\bcode\b|クーポン(?:獲得|取得)/iu;
const AUTOMATIC = /自动|無需|无需领|automatic|no code (?:needed|required|necessary)|automatisch/iu;

/**
 * Whether the buyer has to do something first: coupons are claimed unless the words say that they apply by themselves.
 * @param words the part of the label that states the rule
 */
export function claimOf(mechanic: Mechanic, words: string): boolean | undefined {
  if (AUTOMATIC.test(words)) return false;
  return mechanic === 'coupon' || CLAIM.test(words) ? true : undefined;
}

const SCOPES: readonly (readonly [Scope, RegExp])[] = [
  ['partial', /部分|指定|仅限?(?:[^\d，,]{1,4})(?:款|色|码)|限(?:[^\d，,]{1,4})(?:款|色|码)|some (?:sizes|colou?rs|styles)|select(?:ed)? (?:styles|sizes|colou?rs|variants|options)|ausgewählte (?:größen|farben|varianten)|certaines? (?:tailles|couleurs)|tallas seleccionadas|一部(?:商品|サイズ|カラー)/iu],
  ['cross_shop', /跨店|全网|平台满减|cross[- ]shop|across (?:sellers|shops|stores)/iu],
  ['shop', /全店|全场|店铺|本店|同店|site-?wide|store-?wide|entire (?:shop|store|order|purchase)|from this seller|auf alles|sur tout le site|en toda la tienda|su tutto il sito|全品|店内/iu],
];

/** What the label says the offer is for: some variants only, the shop's goods together, or those of several shops. Undefined when it does not say. */
export function scopeOf(text: string): Scope | undefined {
  return SCOPES.find(([, words]) => words.test(text))?.[0];
}

const QUOTA = /前 ?(?<first>\d{1,6}(?:\.\d)?万?) ?(?:名|件|份|人|单|位|个|瓶|盒)|前 ?(?<bare>\d{3,6}|\d{1,4}万)(?=第|半价)|限量(?:秒杀|抢购|供应|发售)? ?(?<made>\d{1,6}(?:\.\d)?万?) ?(?:件|份|名|套|台|个)|限 ?(?<lot>\d{3,6}|\d{1,4}万) ?(?:件|份|名|套|台)|first (?<people>\d{1,6}) (?:customers|orders|buyers|shoppers|people|units)|limited to (?:the first )?(?<units>\d{2,6}) (?:units|pieces|orders|customers)(?! per)|先着 ?(?<early>\d{1,6}) ?名/giu;

/** How many get it at all (前3000名, 前4万件, 限1500份, "first 100 customers"), with the place of the words. 万 is 10,000. */
export function quotasOf(text: string): readonly { readonly at: number; readonly quota: number }[] {
  return [...text.matchAll(QUOTA)].slice(0, 10).flatMap((match) => {
    const raw = Object.values(match.groups ?? {}).find((value) => value !== undefined);
    const quota = raw === undefined ? Number.NaN : raw.endsWith('万') ? Math.round(Number(raw.slice(0, -1)) * 10_000) : Number(raw);
    return Number.isSafeInteger(quota) && quota > 0 ? [{ at: match.index, quota }] : [];
  });
}

const OFFER = /(?<!\p{L})(?:offers?|deals?|sale|promos?|promotions?|discounts?|saves?|savings?|coupons?|vouchers?|bonus|rewards?|specials?|clearance|angebote?|\p{L}{0,20}(?:rabatt|aktion|angebot)\p{L}*|gutschein\p{L}*|sparen?|offres?|remises?|réductions?|soldes|ofertas?|descuentos?|rebajas?|promoci[oó]n(?:es)?|offert[ae]|scont[oi]|promozion[ei]|descontos?|promoç(?:ão|ões)|promocj[aei]|rabaty?|zniżk[ai]|okazja|aanbieding(?:en)?|korting\p{L}*|actie)(?!\p{L})|优惠|活动|促销|特惠|折扣|补贴|立省|特价|[减满券赠返][^\p{L}]?\d|\d ?[减券返折]|キャンペーン|セール|割引|特典|お得|クーポン/iu;

/** True for words that speak of an offer, with a number or a percentage in them. Long texts are descriptions. */
export function soundsLikePromotion(text: string): boolean {
  return text.length <= 160 && /\d/.test(text) && OFFER.test(text);
}
