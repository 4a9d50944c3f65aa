import { say, type Wording } from './grammar.ts';

/** 구매 시, 구매하면, 이상 …: what stands between a condition and what it gives. */
const WHEN = '(?: ?(?:이상|부터))?(?: ?(?:구매|주문|결제|담으면|선택|사면|사시면))?(?: ?(?:시|하면|할 때|이면|고객))?,? ?';
const OFF = ' ?(?:추가 ?)?(?:즉시 ?)?(?:할인|세일|특가|OFF|DC|디씨)';
const UNIT = '(?:개|장|팩|병|봉|켤레|세트|박스|매|권|종)';

/** Korean wordings, special before general; 두 번째 is 2번째 by now. Sources: Coupang, 11st, Gmarket, Naver, convenience stores. */
export const KOREAN: readonly Wording[] = [
  say('nothing', '(?:배송비|운임) ?:? ?{money}|{money} ?배송비'),
  say('nothing', '(?:재고|남은 ?수량|잔여)[^,]{0,4}\\d+ ?개|\\d+ ?개 ?(?:남음|남았|판매)[^,]{0,6}|(?:(?:누적|총) ?(?:판매|구매)|판매량?) ?[\\d,.]+만? ?(?:개|건)?(?: ?(?:이상|돌파))?|구매 ?[\\d,.]+만? ?(?:개|건)(?: ?(?:이상|돌파))?(?! ?(?:구매|시|하면|부터|할인))|리뷰 ?[\\d,]+|베스트[^,]{0,10}|\\d+위'),
  say('subscribe_save', '정기 ?(?:배송|구독)[^,\\d]{0,10}?(?<upTo>최대 )?(?:{percentOff} ?%|{offMinor})(?: ?(?:추가 ?)?할인)?'),
  say('subscribe_save', '정기 ?(?:배송|구독)'),
  say('installment', '(?<upTo>최대 )?{periods} ?개월 ?무이자(?: ?할부)?'),
  say('installment', '무이자 ?(?:할부 ?)?(?<upTo>최대 )?{periods} ?개월'),
  say('points', '(?<upTo>최대 )?(?:적립금 ?|포인트 ?)?{points} ?(?:포인트|P|p)(?![a-z])(?: ?(?:적립|지급|증정|추가 ?적립))?'),
  say('points', '(?<upTo>최대 )?(?:적립 ?)?{percentOff} ?% ?(?:포인트 ?)?적립'),
  say('points', '(?<upTo>최대 )?{offMinor} ?(?:적립금? ?)?적립'),
  say('cashback', '(?<upTo>최대 )?(?:{percentOff} ?%|{offMinor}) ?(?:캐시백|페이백|환급)'),
  say('free_shipping', '{thresholdMinor}(?: ?(?:이상|초과))?(?: ?(?:구매|주문|결제))?(?: ?(?:시|하면))?,? ?(?:무료 ?배송|배송비? ?무료)'),
  say('free_shipping', '{minQty} ?' + UNIT + ' ?이상(?: ?구매)?(?: ?시)? ?(?:무료 ?배송|배송비? ?무료)'),
  say('free_shipping', '(?:전 ?상품 ?)?(?:무료 ?배송|배송비? ?무료|무배)'),
  say('new_user', '(?:신규|첫 ?(?:구매|주문)|첫구매|신규 ?(?:회원|가입|고객))(?: ?(?:회원|가입|고객|구매|시|하면))*,? ?(?:최대 )?(?:{percentOff} ?%|{offMinor})(?: ?(?:즉시 ?)?(?:할인|쿠폰)(?: ?(?:쿠폰|지급|증정))?)?', { audience: 'new customers' }),
  say('member', '(?<member>와우|멤버십|회원|VIP|유료 ?회원)(?: ?(?:회원|전용|한정|추가|특별))*,? ?(?:{percentOff} ?%|{offMinor})' + OFF, { audience: 'members' }),
  say('fixed_price', '(?<member>와우|멤버십|회원)(?: ?전용)? ?(?:할인 ?)?가:? ?{priceMinor}', { audience: 'members' }),
  say('payment_reduction', '(?:[가-힣]{1,6} ?)?(?:카드|페이|계좌)(?: ?(?:결제|청구|즉시|추가))*(?: ?(?:시|하면))?,? ?(?:할인 ?)?(?<upTo>최대 )?(?:{percentOff} ?%|{offMinor})(?: ?(?:청구 ?)?할인)?'),
  say('nth_discount', '{nth} ?번째 ?(?:상품|제품|구매)?(?:은|는|부터)? ?(?:반값|50 ?% ?할인)', { implies: { payRatio: 0.5 } }),
  say('nth_discount', '{nth} ?번째 ?(?:상품|제품|구매)?(?:은|는|부터)? ?{percentOff} ?%' + OFF),
  say('nth_discount', '{nth} ?번째 ?(?:상품|제품|구매)?(?:은|는)? ?무료', { implies: { payRatio: 0 } }),
  say('buy_x_get_y', '(?<![\\d.,%]){buy} ?\\+ ?{get}(?! ?(?:등급|[\\d%]))(?: ?(?:행사|증정|이벤트|상품|기획|특가))?', { implies: { percentOff: 100 } }),
  say('buy_x_get_y', '{buy} ?' + UNIT + WHEN + '{get} ?' + UNIT + ' ?(?:더|추가 ?증정|무료|증정|덤)', { implies: { percentOff: 100 } }),
  say('qty_discount', '{minQty} ?' + UNIT + WHEN + '(?<upTo>최대 )?{percentOff} ?%' + OFF),
  say('qty_reduction', '{minQty} ?' + UNIT + WHEN + '(?<upTo>최대 )?{offMinor}' + OFF),
  say('multibuy_price', '(?:골라 ?담기 ?)?{qty} ?' + UNIT + '(?:에| =|:)? ?{totalMinor}(?! ?(?:할인|쿠폰|적립))'),
  say('coupon', '{thresholdMinor} ?이상' + WHEN + '{offMinor}' + OFF + ' ?쿠폰'),
  say('full_reduction', '{thresholdMinor}' + WHEN + '(?<upTo>최대 )?{offMinor}' + OFF),
  say('full_discount', '{thresholdMinor}' + WHEN + '(?<upTo>최대 )?{percentOff} ?%' + OFF),
  say('coupon', '(?<upTo>최대 )?(?:{percentOff} ?%|{offMinor})(?: ?(?:할인|중복|추가|장바구니|상품))* ?쿠폰(?: ?(?:적용|받기|증정|지급|다운))?'),
  say('coupon', '쿠폰(?: ?(?:적용|사용|할인))?(?: ?시)?:? ?(?<upTo>최대 )?(?:{percentOff} ?%|{offMinor})(?: ?할인)?'),
  say('flash_sale', '타임 ?(?:세일|딜|특가)|오늘의 ?(?:특가|딜)|오늘만(?: 이 ?가격)?|한정 ?특가|번개 ?특가|핫딜|깜짝 ?(?:세일|특가)|골드박스|하루 ?특가'),
  say('gift', '사은품(?: ?(?:증정|제공))?|(?:구매|주문) ?(?:시|고객)[^,\\d]{0,10}증정|증정 ?(?:이벤트|행사)'),
  say('purchase_limit', '(?:1인당?|인당|고객당|ID당|1회) ?(?:최대 ?)?{maxQty} ?' + UNIT + '(?: ?(?:한정|까지|제한|구매 ?가능))?'),
  say('purchase_limit', '최대 ?(?:구매 ?)?{maxQty} ?' + UNIT + ' ?(?:까지|구매)'),
  say('purchase_limit', '최소 ?(?:구매|주문)(?: ?수량)?:? ?{minQty} ?' + UNIT),
  say('fixed_price', '(?:특가|할인가|행사가|이벤트가|균일가):? ?{priceMinor}'),
  say('direct_reduction', '(?<upTo>최대 )?(?:즉시 ?할인 ?|할인 ?)?(?:{percentOff} ?%|{offMinor})' + OFF),
  say('direct_reduction', '(?:즉시 ?)?할인:? ?(?<upTo>최대 )?(?:{percentOff} ?%|{offMinor})'),
  say('direct_reduction', '반값(?: ?(?:할인|특가|세일))?', { implies: { payRatio: 0.5 } }),
];
