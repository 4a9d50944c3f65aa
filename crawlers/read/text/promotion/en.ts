import {
  ANY_OFF, BUY, CARD, COUPON, CUT, FIRST_ORDER, GAP, MEMBER_WORD, MONEY_CUT, MONEY_OFF, NEAR, NEWCOMER, NO_GIFT, OFF, PERCENT_CUT, PERCENT_OFF, PROGRAMME, REACH, SHIP, TAKE, THINGS, THRESHOLD, UP,
} from './en-words.ts';
import { say, type Wording } from './grammar.ts';

/** Texts with numbers that are no promotion: stock, sales, ranks, costs, services, notes of what is saved. */
const NOTHING: readonly Wording[] = [
  say('nothing', 'no (?:coupon|code|promo code|voucher)s? (?:is |are )?(?:needed|required|necessary)|\\d{1,3} ?% (?:more|extra|bigger) (?:free|filling|content)|free (?:shipping|delivery) (?:is )?(?:not|un)[^.]{0,20}'),
  say('nothing', '(?:can ?not|can\'t|may not|not) (?:be )?(?:combined?|valid|stack(?:ed|able)?|used|applicable|available|eligible)[^.]{0,60}|excludes? [^.]{0,40}|exclusions apply|terms (?:&|and) conditions[^.]{0,20}|t&cs? apply'),
  say('nothing', '(?:final |your )?price (?:after|with) (?:coupon|discount)s?:? {money}'),
  say('nothing', '(?:only|just|last|hurry,?) \\d{1,4} (?:items? |units? )?(?:left|remaining|available|in stock)[^.]{0,40}'),
  say('nothing', '[\\d.,]+[km]?\\+? (?:bought|sold|ordered|purchased|people|viewed|watching|in carts?)[^.]{0,40}'),
  say('nothing', '(?:best|top)[ -]?(?:seller|selling|rated)[^.]{0,40}|#\\d+ in [^.]{0,40}|amazon\'s choice|overall pick'),
  say('nothing', `(?<!(?:free|complimentary)(?: \\p{L}{2,12})? )${SHIP}(?: cost| fee| charge)?s?:? {money}|(?<![\\d.])(?!.0(?:\\.00)? )\\+? ?{money} (?:(?:standard |estimated |flat[- ]rate )?${SHIP})(?! (?:off|discount))`),
  say('nothing', 'save(?:d|s)?:? {money} ?\\(\\d{1,3}(?:\\.\\d+)? ?%(?: off)?\\)|you save:? ?(?:{money}|\\d{1,3}%)[^.]{0,12}'),
  say('nothing', '^\\(?-?\\d{1,3}% off\\)$|(?<![\\p{L}\\d])\\d{1,3} ?%? ?(?:-|to) ?\\d{1,3} ?% off[^.+]{0,60}'),
  say('nothing', '(?:price match|money[- ]back|satisfaction|lowest price) guarantee[^.]{0,20}|\\d{1,3}[- ]day (?:free )?returns?|free (?:\\d{1,3}[- ]day )?returns?(?! ?[&+])|(?:or )?best offer|%\\p{L}+%'),
  say('nothing', '\\d{1,3}(?:\\.\\d+)? ?% (?:positive|cotton|polyester|wool|silk|organic|natural|recommend|pure|real|recycled|satisf|of |charged|money|cocoa|accura|linen|leather|nylon|acrylic|viscose)[^.]{0,30}'),
  say('nothing', '(?:gift (?:wrap(?:ping)?|receipt|message)|free (?:gift wrap|cancellation|trial|estimate)s?)[^.]{0,20}'),
  say('nothing', '(?:ships?|arrives?|delivery|delivered|dispatched) (?:in|within|by|from) [^.$€£%]{0,24}'),
];

const REPEATED: readonly Wording[] = [
  say('subscribe_save', 'subscribe(?: ?(?:&|and) ?save)?(?: price)?(?::| for| at|) {priceMinor}(?! (?:off|discount))'),
  say('subscribe_save', '(?:auto-?ship|subscri(?:be|ption|ber))(?: ?(?:&|and) ?save)? price:? {priceMinor}'),
  say('subscribe_save', `${PERCENT_OFF}${GAP}(?:with|via|on|when you) (?:your )?(?:first )?(?:auto-?ship|subscribe|subscription|auto-?delivery)(?: ?(?:&|and) ?save)?`),
  say('subscribe_save', '{priceMinor} (?:with|on|when you) (?:a )?(?:subscri\\p{L}+|auto-?ship)(?: ?(?:&|and) ?save)?(?: discount)?'),
  say('subscribe_save', `${ANY_OFF}${NEAR}(?:subscri\\p{L}+|auto-?(?:ship|delivery|reorder|replenish\\p{L}*)|(?:repeat|recurring|scheduled|regular) (?:deliver(?:y|ies)|orders?))(?: ?(?:&|and) ?sav\\p{L}+)?(?: orders?| discount)?`),
  say('subscribe_save', `(?:first )?(?:subscri\\p{L}+|auto-?(?:ship|delivery)|repeat deliver(?:y|ies))(?: orders?)?(?: (?:now|today))?(?: ?(?:&|and) ?save)?[:,]? ?(?:and |to |first (?:delivery|order) )?${ANY_OFF}(?: (?:on |off )?(?:your )?${FIRST_ORDER})?`),
  say('subscribe_save', 'subscribe ?(?:&|and) ?save|auto-?ship ?(?:&|and) ?save'),
];

const INSTALMENTS: readonly Wording[] = [
  say('installment', '(?:or |pay )?(?:in )?{periods} ?(?:x|×) ?(?:payments? of )?{amountMinor}(?: with no interest| interest[- ]free)?'),
  say('installment', '{amountMinor} ?(?:x|×|in|over) ?{periods}(?: (?:monthly |interest[- ]free |easy |equal )*(?:payments?|instal?lments?|months?))?'),
  say('installment', '(?:or |pay |split (?:it )?)*(?:in(?:to)? )?{periods} (?:easy |interest[- ]free |equal |monthly |weekly |fortnightly |bi-?weekly )*(?:payments?|instal?lments?)(?: (?:of|at) {amountMinor})?(?: (?:with|by|from) \\p{L}+)?'),
  say('installment', '{amountMinor} ?(?:/|per|a) ?mo(?:nth)?\\.?,? (?:for|x|×|over|with) {periods} ?(?:mos?\\.?|months?)(?: financing)?'),
  say('installment', '(?:from |as low as |starting at |only )?{amountMinor} ?(?:/|per|a) ?mo(?:nth)?\\.? (?:with|by|via|through|using) (?:klarna|affirm|afterpay|zip|paypal|financing)'),
  say('installment', '{periods} months? (?:special |promotional |of )*(?:interest[- ]free|no interest|0% (?:apr|interest)|financing)'),
  say('installment', '(?:0% (?:apr|interest|financing)|no interest|interest[- ]free)[^.\\d]{0,20}(?:for )?{periods} (?:mos?\\.?|months?)'),
  say('installment', '(?:pay|buy now,? pay|split) (?:it )?(?:later )?in {periods}(?! ?(?:days?|minutes?))'),
  say('installment', '(?:buy now,? pay later|(?:pay (?:later )?with|with) (?:klarna|affirm|afterpay|zip))[^.%$€£]{0,30}'),
];

const GIVEN_BACK: readonly Wording[] = [
  say('points', '(?:extra |save )?{percentOff}% (?:off )?(?:with|in|back in) (?:coins|points|rewards?)'),
  say('points', `(?:earn|collect|get|receive|\\+) ?(?:(?:an?|extra) )*${UP}{points} ?(?:(?:bonus|reward|rewards|loyalty|extra|nectar|clubcard|avios|member) )*(?:points|pts?|coins)(?! of)(?: ?\\(\\d{1,2}%\\))?`),
  say('points', '{points} (?:bonus|reward|rewards|loyalty|extra|nectar|clubcard|avios) (?:points|pts?|coins)'),
  say('points', '(?<![\\p{L}\\d] ){points} ?(?:points|pts?\\.?|coins)(?: ?\\(\\d{1,2}%\\)|(?= ?(?:$|[,;+|&])))'),
  say('points', '(?:earn )?{percentOff}% (?:back in )?rewards?'),
  say('points', '(?:\\d(?:x|×)|double|triple|quadruple) (?:the )?(?:\\p{L}+ )?(?:points|rewards|coins)'),
  say('cashback', `(?:${TAKE}|earn|spend)? ?(?:{thresholdMinor})(?: or more| or over|\\+)?${NEAR}(?:${TAKE}|earn) ${UP}(?:an? )?{offMinor} (?:[\\p{L}']{1,16} ){0,2}(?:back|cash ?back|gift ?card|credit|rebate by mail)`),
  say('cashback', `(?:${BUY}) {minQty}${THINGS},? (?:and )?(?:get|receive|earn) (?:an? )?{offMinor} (?:[\\p{L}']{1,16} ){0,2}(?:gift ?card|back|credit)`),
  say('cashback', `(?:${TAKE} |earn |free )?${CUT} (?:(?:de |di |von |van )?cash ?back|(?:mail-?in |manufacturer )?rebate by mail|mail-?in rebate|back(?: in cash| as [^.]{0,20})?|(?:[\\p{L}']{1,16} ){0,2}(?:(?:e-?)?gift ?card|cash|bucks|store credit|promotional credit|prepaid card)(?: by mail(?:-in rebate)?)?)(?!\\p{L})(?:${GAP}(?:${REACH}|for) (?:every )?${THRESHOLD})?(?: with (?:this |the )?purchase(?: of {minQty}(?! ?[$€£%]))?)?`),
  say('cashback', `mail-?in rebate(?: of|:)? ${MONEY_CUT}`),
  say('cashback', `(?:claim |get )?cash ?back:? ?(?:of )?(?:${CUT})`),
  say('cashback', 'cash ?back|mail-?in rebate'),
  say('direct_reduction', `${ANY_OFF}[^.;|\\d%\\u0001]{0,30}trad(?:e|ing)[- ]?(?:in|up)s?(?: (?:credit|value|bonus|your [\\p{L} ]{1,24}))?`, { implies: { condition: 'trade-in' } }),
  say('direct_reduction', `trad(?:e|ing)[- ]?in${GAP}${ANY_OFF}`, { implies: { condition: 'trade-in' } }),
];

const SHIPPING: readonly Wording[] = [
  say('free_shipping', `(?:free|complimentary) (?:[\\p{L}\\d-]{1,12} ){0,3}(?:${SHIP}|ship) (?:on|for|with) (?:your |the )?${FIRST_ORDER}`, { audience: 'new customers' }),
  say('free_shipping', `(?:orders?|purchases?|spend|buy|baskets?|carts?)[^.;|$€£%\\d\\u0001]{0,24} ?${THRESHOLD}${GAP}(?:ships? (?:for )?free|free (?:[\\p{L}\\d-]{1,12} ){0,2}(?:${SHIP}))`),
  say('free_shipping', `free (?:${SHIP})[^$€£|\\u0001]{0,30} on {thresholdMinor} of (?:[\\p{L}]+ )?items`),
  say('free_shipping', `${THRESHOLD} (?:for |gets? |= ?)?free (?:[\\p{L}-]{1,12} ){0,2}(?:${SHIP})`),
  say('free_shipping', `(?:free|complimentary) (?:(?:[\\p{L}-]{1,12}|\\d[- ]day|\\d-\\d day) ){0,3}?(?:${SHIP}|ship)(?! (?:on|for|with) (?:your )?first)(?: ?(?:&|and|\\+) ?(?:free )?returns?)?(?: eligible)?(?:[^.$€£\\d+\\u0001]{0,40}?(?:${REACH}|with(?: an?)?)|:)? ${THRESHOLD}`),
  say('free_shipping', `(?:free|complimentary) (?:(?:[\\p{L}-]{1,12}|\\d[- ]day|\\d-\\d day) ){0,3}?(?:${SHIP}|ship)(?!\\p{L})(?: ?(?:&|and|\\+) ?(?:free )?returns?)?(?: eligible)?(?: (?:with prime|worldwide|on (?:every|all|any) (?:purchases?|orders?)|today))?`),
  say('free_shipping', `(?:(?:ships?|shipped) (?:for )?free|[$€£]0(?:\\.00)? (?:shipping|delivery)|shipping included|(?:${SHIP}) (?:is )?(?:free|included)|no (?:${SHIP}) (?:fees?|costs?|charges?)|zero delivery fee)(?: (?:on |for |with )?(?:orders? )?(?:${REACH}) ${THRESHOLD})?`),
];

/** A way to pay, behind what it takes off. */
const BY_CARD = ` (?:instantly )?(?:when you (?:use|pay with|pay by)|when paying (?:with|by)|with|using|by paying with|for paying with|upon approval for|on|via) (?:your |the |a |an |our |any |all )?(?:[\\p{L}.+-]{1,20} ){0,4}${CARD}(?: payments?)?`;
const PEOPLE: readonly Wording[] = [
  say('new_user', `${ANY_OFF}(?: (?:on|off|for))?(?: (?:your|the|a|their|my))?(?: qualifying)? ${FIRST_ORDER}(?: (?:of|over|above) ${THRESHOLD})?(?:${NEAR}(?:code|with):? ?(?:code:? ?)?"?{code}"?)?`, { audience: 'new customers' }),
  say('new_user', `${NEWCOMER}${GAP}${ANY_OFF}(?: (?:on|off) (?:your |their )?${FIRST_ORDER})?`, { audience: 'new customers' }),
  say('new_user', `${ANY_OFF}${NEAR}(?:for|to) ${NEWCOMER}`, { audience: 'new customers' }),
  say('new_user', `${FIRST_ORDER}[:,-]? ?${ANY_OFF}`, { audience: 'new customers' }),
  say('new_user', `(?:welcome|sign-?up|newcomer|new (?:user|customer|member)) (?:only |special )?(?:offer|deal|bonus|gift|discount|coupon)(?:[:,-]? ?(?:of )?${ANY_OFF})?`, { audience: 'new customers' }),
  say('fixed_price', `(?:prime |club |loyalty |nectar )?${MEMBER_WORD} (?:pay|price:?|get (?:it|this) for)(?: of| is)? ?(?:only |just )?{priceMinor}`, { audience: 'members' }),
  say('fixed_price', '(?:clubcard|nectar|prime|loyalty card|club card|loyalty|my \\p{L}+|vip|rewards? card|card) price:? ?(?:of )?{priceMinor}', { audience: 'members' }),
  say('fixed_price', `(?<!for |for only |for just |save |saving ){priceMinor} (?:(?:for|with) (?:a |your )?(?:prime |club |loyalty |nectar )?(?:${MEMBER_WORD}|(?:club|loyalty|rewards?) card|nectar|clubcard)|(?:clubcard|nectar|prime|loyalty|members?|vip|club) price)`, { audience: 'members' }),
  say('member', `(?:join|with|get) ${PROGRAMME}[^.\\d$€£\\u0001]{0,16}?(?:to |and )?${TAKE} ${CUT}(?: ?${OFF})?`, { audience: 'members' }),
  say('member', `(?:for )?(?:${PROGRAMME} )?${MEMBER_WORD}(?:[- ](?:only|exclusive)s?)?(?: (?:deal|offer|price|discount)s?)?[:,-]? ?(?:to )?(?:${TAKE}:? |: ?)?${CUT}(?: ?${OFF})?`, { audience: 'members' }),
  say('member', `(?:exclusive )?${PROGRAMME}[- ](?:members?[- ])?(?:exclusive|only|big deal|deal|offer|early access)s?(?: (?:deal|offer|price)s?)?(?:[:,-] ?${ANY_OFF})?`, { audience: 'members' }),
  say('member', `(?:sign in|log in|join)[^.\\d$€£]{0,24}(?:to |and )${TAKE} ${CUT}`, { audience: 'members' }),
  say('member', `save (?:extra )?(?:with|for) ${PROGRAMME}`, { audience: 'members' }),
  say('member', '(?:members?|club)(?:s\'|\'s)?[- ](?:exclusive|only|price|deal|offer)s?(?: deal| offer| price)?', { audience: 'members' }),
  say('direct_reduction', `(?:students?|teachers?|military|seniors?|nurses?|key workers?)(?: discounts?)?${NEAR}${ANY_OFF}`, { audience: 'students' }),
  say('direct_reduction', `${ANY_OFF} (?:for )?(?:students?|teachers?|military|seniors?|nurses?|key workers?)(?: discount| members)?`, { audience: 'students' }),
  ...[`${TAKE}:? ${CUT}(?: ?${OFF})?`, `${CUT} ?${OFF}`, PERCENT_CUT].map((off) => say('payment_reduction', `${off}${BY_CARD}`, { layer: 'payment' })),
  say('payment_reduction', `(?:pay (?:with|by|using|via)|use|^) ?(?:your |the |a |any )?(?:[\\p{L}-]{1,20} ){0,3}${CARD}${NEAR}${ANY_OFF}`, { layer: 'payment' }),
];

const SEVERAL: readonly Wording[] = [
  say('buy_x_get_y', `(?:${BUY}|take) (?:any )?{buy}${THINGS}[,:]? ?(?:and |& )?(?:get|receive|take|have) (?:the |any )?{get}${THINGS}(?:,? ?(?:at|for))? ?${PERCENT_CUT} ?(?:off|discount)`),
  say('buy_x_get_y', `(?:${BUY}|take) (?:any )?{buy}${THINGS}[,:]? ?(?:and |& )?(?:get|receive|take|have) (?:the |an? )?(?:next |cheapest )?(?:\\d(?:st|nd|rd|th)|another|other|next)${THINGS}(?:,? ?(?:at|for))? ?${PERCENT_CUT} ?(?:off|discount)`, { implies: { get: 1 } }),
  say('buy_x_get_y', `(?:${BUY}|take) (?:any )?{buy}${THINGS}[,:]? ?(?:and |& )?(?:get|receive|take|have) (?:the |any |a |an )?{get}${THINGS}(?:,? ?for)? ?free`, { implies: { percentOff: 100 } }),
  say('buy_x_get_y', `(?:${BUY}|take) (?:any )?{buy}${THINGS}[,:]? ?(?:and |& )?(?:get|receive|take|have) (?:the |an? )?(?:\\d(?:st|nd|rd|th)|another|other|next|cheapest)${THINGS}(?:,? ?for)? ?free`, { implies: { get: 1, percentOff: 100 } }),
  say('buy_x_get_y', `get {get}${THINGS} free (?:when you (?:buy|purchase|order)|with every|for every|if you buy) (?:any )?{buy}${THINGS}`, { implies: { percentOff: 100 } }),
  say('buy_x_get_y', '\\bbogo:? {percentOff} ?% off', { implies: { buy: 1, get: 1 } }),
  say('buy_x_get_y', '\\bb{buy}g{get}(?: free|f)?(?![\\p{L}\\d])', { implies: { percentOff: 100 } }),
  say('buy_x_get_y', '\\bbogof?(?: free)?(?!\\p{L})', { implies: { buy: 1, get: 1, percentOff: 100 } }),
  say('buy_x_get_y', '{buy} ?\\+ ?{get} free', { implies: { percentOff: 100 } }),
  say('buy_x_pay_y', `(?:${BUY}|take|get) (?:any )?{buy}${THINGS},? (?:and )?(?:only )?pay (?:only |just )?(?:for )?(?:only |just )?{pay}(?! ?[%$€£])`),
  say('buy_x_pay_y', '^(?=[2-9] ?x ?[1-9](?!\\d)){buy} ?x ?{pay}(?=$| (?:su|en|on|auf|sur|em|na|op) )'),
  say('buy_x_pay_y', '(?:any |get )?{buy}(?: [\\p{L}]{1,16})? for the (?:price|cost) of {pay}'),
  say('buy_x_pay_y', '(?:any )?{buy}[ -]for[ -]{pay}(?= ?(?:$|[.,!;:|)](?!\\d)|on |mix|across|all |cheapest|when |in store|online|offer|deal|sale|promotion))'),
  say('multibuy_price', `(?:${BUY} |get |any |mix (?:&|and) match:? )*{qty}${THINGS}(?:[ -]?(?:for|@|at|=)-? ?|/(?=[$€£]))(?:only |just |a total of )?{totalMinor}(?! (?:off|each|discount|back))(?: clubcard price| nectar price)?`),
  say('nth_discount', `(?:get )?(?:the |your |a )?{nth}(?:nd|rd|th|st)${THINGS}(?: is| at| for)*[ :]?${PERCENT_CUT} ?(?:off|discount)`),
  say('nth_discount', `(?:get )?(?:the |your |a )?{nth}(?:nd|rd|th|st)${THINGS}(?: is| for)* free(?! ?(?:${SHIP}))`, { implies: { payRatio: 0 } }),
  say('nth_discount', `${PERCENT_CUT} ?off (?:on |of )?(?:the |your |a |any |every )?{nth}(?:nd|rd|th|st)(?! order| purchase$)${THINGS}`),
  say('nth_price', `(?:get )?(?:the |your |a )?{nth}(?:nd|rd|th|st)${THINGS}(?: is| for| at)* (?:only |just )?{priceMinor}(?! off)`),
  say('purchase_limit', '(?:limit(?:ed to)?|max(?:imum)?(?: of)?|up to|only)?:? ?(?:of )?{maxQty}(?: [\\p{L}]{1,12})?(?: max(?:imum)?)?(?: allowed)? (?:per|each|for each|a) (?:customer|order|household|person|buyer|account|transaction|shopper|client|guest)'),
  say('purchase_limit', '(?:purchase |order |quantity |buying )?limit(?: of|:)? {maxQty}(?= ?(?:$|[.,;)|]|(?:items?|units?|pcs|pieces)\\b))'),
  say('purchase_limit', 'max(?:imum)?\\.? (?:order |purchase )?(?:quantity|qty\\.?|order)(?: of|:)? ?{maxQty}'),
  say('purchase_limit', 'min(?:imum)?\\.? (?:order|purchase|quantity|qty\\.?)(?: quantity| qty)?(?: of|:)? ?{minQty}(?: ?(?:pcs|pieces|units|items))?(?!\\d| ?[%$€£])'),
];

const CODE = '(?:promo(?:tion(?:al)?)? |discount |coupon |voucher |the |offer )*code(?: is| required)?:? ?"?{code}"?';
const COUPONS: readonly Wording[] = [
  say('member', `${ANY_OFF} (?:with|for) (?:(?:[\\p{L}]+ )?(?:${PROGRAMME}(?: ${MEMBER_WORD})?)|${MEMBER_WORD})(?! ?(?:card|visa))`, { audience: 'members' }),
  say('coupon', `${ANY_OFF}(?:${GAP}(?:${REACH}) |(?: on| over)? )${THRESHOLD}[^.;$€£%\\d\\u0001]{0,24}?(?:with|using|use|apply|enter|,|-|:)? ?${CODE}`),
  say('coupon', `${ANY_OFF}${GAP}(?:${REACH}) ${THRESHOLD} with (?:an? |this |digital |the )*${COUPON}`),
  say('coupon', `${ANY_OFF}[^.%$€£\\d\\u0001]{0,40}?[ :,(-]${CODE}`),
  say('coupon', `(?:use|apply|enter|with|using|add)? ?${CODE}[^.$€£%\\d\\u0001]{0,30}?${ANY_OFF}(?:[^.$€£%\\d\\u0001]{0,20}?(?:${REACH}) ${THRESHOLD})?`),
  say('coupon', `(?:clip|apply|redeem|with|use|get|claim|collect|this|an?|store|shop|seller)* ?(?:${COUPON}):? ?(?:price:? ?)?(?:for |of |to |worth |saves? )?${ANY_OFF}(?:(?:${GAP}(?:${REACH})| ?/| )? ${THRESHOLD})?`),
  say('coupon', `(?:(?:clip|apply|redeem|use|get|claim|collect|with) )*(?:(?:an?|this|the|your) )*${ANY_OFF}(?: (?:store|shop|seller|digital|e))* ?(?:${COUPON})(?: (?:applied|automatically|discount))*(?: at checkout)?(?:${GAP}(?:${REACH}) ${THRESHOLD})?`),
  say('coupon', `${ANY_OFF} (?:with|when you (?:apply|clip|use|redeem|add|claim)|using|after)(?: (?:an?|this|the|store|seller|shop|your|digital|on-page|clipping))* ?(?:${COUPON})(?: price)?`),
  say('coupon', `(?:use|apply|enter|with)? ?${CODE}`),
];

const EXTRAS: readonly Wording[] = [
  say('presale_deposit', '(?:pre-?order |reservation )?deposit(?: of|:| is)? ?(?:only |just )?{depositMinor}'),
  say('presale_deposit', '(?:pay |reserve (?:now |yours )?(?:with|for) )?(?:an? |just |only )*{depositMinor} (?:pre-?order |reservation |refundable )?deposit(?: today)?'),
  say('presale_deposit', 'pre-?order deposit'),
  say('gift', `(?:spend|orders? (?:over|above|of)|buy)[^.$€£%\\d\\u0001]{0,12} ?${THRESHOLD}${NEAR}(?:get|receive|and|for|:) ?(?:an? |your )?free ${NO_GIFT}[\\p{L}-]{1,20}(?: [\\p{L}-]{1,20}){0,3}`),
  say('gift', `(?:receive |get |choose )?(?:an? |your )?(?:free |bonus |complimentary ){1,2}${NO_GIFT}[\\p{L}-]{1,20}(?: (?!with|on|when|over)[\\p{L}-]{1,20}){0,3} (?:with|on|when|for|over)${NEAR}(?:${REACH})? ?${THRESHOLD}`),
  say('gift', `(?:receive |get |^)(?:an? |your )?free ${NO_GIFT}[\\p{L}-]{1,20}(?: (?!with|on|when)[\\p{L}-]{1,20}){0,3} (?:with (?:any |every |(?:the |a )?purchase of )?|when you (?:buy|purchase|order) (?:any )?){minQty}${THINGS}(?: of \\p{L}+)?(?! ?[$€£%])`),
  say('gift', `(?:buy|purchase|order) (?:any )?{minQty}${THINGS},? (?:and )?(?:to )?(?:get|receive) (?:an? |your )?free ${NO_GIFT}[\\p{L}-]{1,20}(?: [\\p{L}-]{1,20}){0,2}`),
  say('gift', `(?:^|receive |get |with |includes? |plus |\\+ ?|& ?|and |your )(?:an? )?free ${NO_GIFT}[\\p{L}-]{3,20}(?: [\\p{L}-]{1,20}){0,4}`),
  say('gift', `{freeQty} free ${NO_GIFT}[\\p{L}-]{3,20}(?: [\\p{L}-]{1,20}){0,4}`),
  say('gift', '(?:free |bonus )?gifts?(?: is| are)? (?:with (?:every |any |your )?(?:purchase|order)s?|included|with it)|bonus gift'),
  say('exchange_purchase', 'add (?:an? |this |the |on )?[\\p{L} -]{2,30} for (?:only |just |an? extra )?{addMinor}'),
  say('exchange_purchase', 'add[- ]on items?'),
];

const AMOUNTS: readonly Wording[] = [
  say('qty_discount', `(?:${BUY}|get|any|take)(?: any)? {minQty}${THINGS}[,:;-]* ?(?:and |to |& |for |- )?${PERCENT_OFF}`),
  say('qty_discount', `${PERCENT_OFF}(?:${GAP} |,? )(?:on|when you (?:buy|order|purchase|add)|when (?:buying|purchasing|ordering)|if you buy|for|off|of|with|any|when|buy) (?:you buy )?(?:any |every |at least )?{minQty}(?! ?(?:st|nd|rd|th|months?|days?|weeks?|hours?|years?)\\b)${THINGS}(?![\\d.]*\\d| ?[$€£%])`),
  say('qty_discount', `(?:${TAKE}:? )?${PERCENT_CUT} ?${OFF} {minQty}(?! ?(?:st|nd|rd|th|months?|days?|weeks?|hours?|years?)\\b)(?:${THINGS})(?![\\d.]*\\d| ?[$€£%])`),
  say('qty_discount', `(?:save )?${PERCENT_CUT} when you buy (?:more|multiple)`),
  say('qty_discount', `{minQty} ?(?:\\+|\\+? ?(?:items|units|pcs|pieces|packs|bottles)(?: or more|\\+)?)[:,-]? ?${PERCENT_OFF}`),
  say('fixed_price', '(?<!save |get |of ){priceMinor} each (?:when you buy|if you buy|for) {minQty}(?: or more|\\+)?'),
  say('qty_reduction', `(?:${BUY}|get|any|take)(?: any)? {minQty}${THINGS}[,:;-]* ?(?:and |to |& |for |- )?(?:save|get|receive|take|enjoy) ${MONEY_CUT}(?: ?off| discount)?`),
  say('qty_reduction', `(?:${BUY}|get|any|take)(?: any)? {minQty}${THINGS}[,:;-]* ?(?:and |to |& |for |- )?${MONEY_CUT} (?:off|discount)`),
  say('qty_reduction', `${MONEY_OFF}(?:${GAP} |,? )(?:on|when you (?:buy|order|purchase)|when (?:buying|purchasing|ordering)|if you buy|for|off|with|any) (?:any |every |at least )?{minQty}(?! ?(?:st|nd|rd|th|months?|days?|weeks?|hours?|years?)\\b)${THINGS}(?![\\d.]*\\d| ?[$€£%])`),
  say('every_full_reduction', `(?:for )?(?:every|each|per)[^.$€£\\d\\u0001]{0,10} ?${THRESHOLD}[,:]?${NEAR}${MONEY_OFF}`, { implies: { repeat: true } }),
  say('every_full_reduction', `${MONEY_OFF} (?:for |on |with )?(?:every|each|per)[^.$€£\\d\\u0001]{0,10} ?${THRESHOLD}`, { implies: { repeat: true } }),
  say('full_reduction', `(?:${TAKE}:? )?${MONEY_CUT} ?${OFF},? ?(?:${GAP}[ (]?(?:${REACH}) ?)?(?:all |your )?(?:orders? |purchases? )?\\(?${THRESHOLD}\\)?`),
  say('full_reduction', `${TAKE}:? ${MONEY_CUT}(?: (?:on|for|off))?${GAP}[ (](?:${REACH}) ${THRESHOLD}\\)?`),
  say('full_reduction', `${MONEY_CUT}(?: on)? (?:when you spend|when spending|on orders|on purchases|with a spend)[^.;|$€£%\\d\\u0001]{0,16} ?${THRESHOLD}`),
  say('full_reduction', `(?:spend|buy|orders?|purchases?|baskets?)[^.$€£%\\d\\u0001]{0,14}? ?${THRESHOLD}[,:;-]?${GAP}(?:${TAKE}) ${MONEY_CUT}(?: ?${OFF})?`),
  say('full_reduction', `(?:spend|buy|orders?|purchases?|baskets?)[^.$€£%\\d\\u0001]{0,14}? ?${THRESHOLD}[,:;-]?${GAP}${MONEY_CUT} ${OFF}`),
  say('full_discount', `(?:spend|buy|orders?|purchases?|baskets?)[^.$€£%\\d\\u0001]{0,14}? ?${THRESHOLD}[,:;-]?${GAP}${PERCENT_OFF}`),
  say('full_discount', `${PERCENT_OFF}${GAP}[ (](?:${REACH}) ${THRESHOLD}\\)?`),
  say('full_discount', `${PERCENT_CUT} ?${OFF} {thresholdMinor}(?: ?\\+| or (?:more|over))`),
];

const OFFERS: readonly Wording[] = [
  say('flash_sale', '(?:lightning|limited[- ]time|flash|early[- ]bird|today\'?s|daily|doorbuster|\\d{1,2}[- ]hour|weekend|cyber (?:monday|week)|black friday|prime day|midnight|hourly|time[- ]limited|spotlight|singles\'? day)(?: \\p{L}+)?? (?:deals?|offers?|sale|promotions?|price|event)|(?:deal|offer) of the (?:day|week|month)|flash ?sale'),
  say('bundle_price', '(?:combo|bundle|meal deal|bundle price|set price|bundle deal|(?:set|pair) of (?:both|all|two|\\d))(?: (?:for|only|price|is))*:? ?(?:only |just )?{priceMinor}'),
  say('bundle_price', '(?:buy|get|choose) [^.$€£%\\d\\u0001]{0,10}\\d? ?[^.$€£%\\d\\u0001]{3,40} and [^.$€£%\\d\\u0001]{2,30} for {priceMinor}'),
  say('bundle_price', '(?:buy|get|frequently bought) (?:it |them |both |these |all )*together(?: (?:for|at|price))?:? ?{priceMinor}'),
  say('fixed_price', '(?:^|now |today )(?:only|just) {priceMinor}(?= ?(?:$|[.,!;|]))'),
  say('fixed_price', '(?:deal|promo(?:tional)?|offer|flash|sale|special|clearance|introductory|intro|event|outlet|today\'s) price:? ?(?:of |only |just )?{priceMinor}'),
];

const CUTS: readonly Wording[] = [
  say('direct_reduction', `(?:(?:after|clearance|sale|price drop|today|instant(?:ly)?):? )*(?:${TAKE}:? )?${CUT} ?${OFF}(?: (?:promotion|available|applied))*`),
  say('direct_reduction', `(?:reduced|discount(?:ed)?|savings?|price (?:cut|drop)|instant savings|rebate|marked down|slashed|reduction)(?: by| of|:)? ${CUT}`),
  say('coupon', '^save (?:an? )?(?:extra )?{percentOff} ?%$'),
  say('direct_reduction', `(?:saves?|saving)s? (?:an? )?(?:extra |additional )*(?<upTo>up to )(?:{percentOff} ?%|{offMinor})`),
  say('direct_reduction', `(?:saves?|saving) (?:an? )?(?:(?:extra|additional|further|another) )(?:{percentOff} ?%|{offMinor})`),
  say('direct_reduction', 'saves? (?:an? )?(?:instant )?{percentOff} ?%'),
  say('coupon', `(?:save (?:extra )?with |with |clip |apply )(?:the |a |this )?(?:on-page )?coupon|${COUPON} available|store coupon`),
];

/** English wordings, special before general; number words are digits and "half price" is 50% off by now. Sources: Amazon, eBay, AliExpress, Walmart, grocers, fashion shops. */
export const ENGLISH: readonly Wording[] = [...NOTHING, ...REPEATED, ...INSTALMENTS, ...GIVEN_BACK, ...SHIPPING, ...PEOPLE, ...SEVERAL, ...COUPONS, ...EXTRAS, ...AMOUNTS, ...OFFERS];
/** Plain reductions, after the special wordings of all languages that write with Latin letters. */
export const ENGLISH_LAST: readonly Wording[] = CUTS;
