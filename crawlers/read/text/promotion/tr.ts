import { say, type Wording } from './grammar.ts';

const OFF = '(?:indirim(?:li|i)?|daha az)';
const OVER = '(?: ?(?:ve )?(?:üzeri(?:nde|ne)?|ve üstü|üstü))(?: (?:alışverişler(?:de|e|inize)?|siparişler(?:de|e|inizde)?|sepet(?:te|lerde)?))?';
const UPTO = "(?<upTo>(?:'?[ae] )?varan )?";
const tr = (...[mechanic, pattern, more]: Parameters<typeof say>): Wording => say(mechanic, pattern, { ...more, language: 'tr' });

/** Turkish wordings, special before general: what is given stands last. "%20" is "20%" by now. Sources: Trendyol, Hepsiburada, n11. */
export const TURKISH: readonly Wording[] = [
  tr('nothing', '(?:kargo|teslimat)(?: ücreti| bedeli)?:? {money}|son \\d{1,3} (?:ürün|adet)[^.]{0,12}|[\\d.,]+(?:\\+|B)? (?:adet |kişi )?(?:satıldı|favoriledi|inceledi|değerlendirme)[^.]{0,12}|en çok satan[^.]{0,12}'),
  tr('installment', '(?:peşin fiyatına |vade farksız )?{periods} taksit(?:[^\\d.]{0,8}{amountMinor})?'),
  tr('free_shipping', `{thresholdMinor}${OVER},? ?(?:kargo bedava|ücretsiz kargo|bedava kargo|kargo ücretsiz)`),
  tr('free_shipping', '(?:kargo bedava|ücretsiz kargo|bedava kargo|kargo ücretsiz|ücretsiz teslimat)'),
  tr('new_user', `(?:ilk (?:alışveriş|sipariş)\\p{L}*|yeni (?:üye|müşteri)\\p{L}*)[^.\\d]{0,14}(?:{percentOff} ?%|{offMinor})(?: ${OFF})?`, { audience: 'new customers' }),
  tr('buy_x_pay_y', '{buy} al,? {pay} öde'),
  tr('buy_x_get_y', '{buy} alana {get} (?:bedava|hediye|ücretsiz)', { implies: { percentOff: 100 } }),
  tr('nth_discount', `{nth}\\.? (?:ürün|ürüne|adet|adede)[^.\\d]{0,4} ?{percentOff} ?%(?: ${OFF})?`),
  tr('qty_discount', `{minQty} (?:ürüne|adede|ürün|adet)(?: ve üzeri(?:ne)?)?(?: alana)?,? ?{percentOff} ?%(?: ${OFF})?`),
  tr('full_reduction', `{thresholdMinor}${OVER}[^.\\d]{0,10}{offMinor}(?: ${OFF})?`),
  tr('full_discount', `{thresholdMinor}${OVER}[^.\\d]{0,10}{percentOff} ?%(?: ${OFF})?`),
  tr('coupon', `(?:{percentOff} ?%|{offMinor})(?: ${OFF})? ?kupon\\p{L}*`),
  tr('coupon', `"?{code}"? (?:kodu(?:yla| ile)?|kodunu)[^.\\d]{0,16}(?:{percentOff} ?%|{offMinor})(?: ${OFF})?`),
  tr('flash_sale', 'flaş (?:ürün|indirim)\\p{L}*|günün fırsat\\p{L}*|süper fırsat|bugüne özel'),
  tr('gift', 'hediyeli|hediye (?:ürün|paketi)'),
  tr('direct_reduction', `(?:sepette |anında |net |ekstra )*{percentOff} ?%${UPTO} ?${OFF}`),
  tr('direct_reduction', `(?:sepette |anında |net |ekstra )*{offMinor}${UPTO} ?${OFF}`),
];

const WORDS = /indirim|kargo|taksit|bedava|hediye|kupon|sepette|alana|öde(?!\p{L})|fırsat|ücretsiz/iu;

/** Words that only Turkish shops use. */
export function speaksTurkish(text: string): boolean {
  return WORDS.test(text);
}
