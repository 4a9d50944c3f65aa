import {
  ANY_OFF, BUY, CAP, CARD, COUPON, CUT, FIRST_ORDER, GAP, GIVEN, MEMBER_WORD, MONEY_CUT, NEAR, NEWCOMER, NO_GIFT, OFF, PERCENT_CUT, PERCENT_OFF, PROGRAMME, REACH, SHIP, TAKE, THINGS, THRESHOLD, UP,
} from './en-words.ts';
import { AMOUNTS, SEVERAL } from './en-pieces.ts';
import { about, say, type Wording } from './grammar.ts';

/** Texts with numbers that are no promotion: stock, sales, ranks, costs, services, notes of what is saved. */
const NOTHING: readonly Wording[] = [
  say('nothing', 'no (?:coupon|code|promo code|voucher)s? (?:is |are )?(?:needed|required|necessary)|\\d{1,3} ?% (?:more|extra|bigger) (?:free|filling|content)|free (?:shipping|delivery) (?:is )?(?:not|un)[^.]{0,20}'),
  say('nothing', '(?:can ?not|can\'t|may not|not) (?:be )?(?:combined?|valid|stack(?:ed|able)?|used|applicable|available|eligible)[^.]{0,60}|excludes? [^.]{0,40}|exclusions apply|terms (?:&|and) conditions[^.]{0,20}|t&cs? apply'),
  say('nothing', '(?:final |your )?price (?:after|with) (?:coupon|discount)s?:? {money}'),
  say('nothing', '(?:only|just|last|hurry,?) \\d{1,4} (?:items? |units? )?(?:left|remaining|available|in stock)[^.]{0,40}'),
  say('nothing', '[\\d.,]+[km]?\\+? (?:bought|sold|ordered|purchased|people|viewed|watching|in carts?)[^.]{0,40}'),
  say('nothing', '(?:best|top)[ -]?(?:seller|selling|rated)[^.]{0,40}|#\\d+ in [^.]{0,40}|amazon\'s choice|overall pick'),
  say('nothing', `(?<!(?:free|complimentary)(?: \\p{L}{2,12})? )${SHIP}(?: cost| fee| charge)?s?(?: is| now| only| just| from)*:? {money}|(?<![\\d.])(?!.0(?:\\.00)? )\\+? ?{money} (?:(?:standard |estimated |flat[- ]rate )?${SHIP})(?! (?:off|discount))`),
  say('nothing', `(?!.0(?:\\.00)? )${ANY_OFF} (?:(?:on|your|all|standard|express|next[- ]day|home|uk) ){0,3}${SHIP}(?: (?:costs?|fees?|charges?))?(?!\\p{L})`),
  say('nothing', 'save(?:d|s)?:? {money} ?\\(\\d{1,3}(?:\\.\\d+)? ?%(?: off)?\\)|you save:? ?(?:{money}|\\d{1,3}%)[^.]{0,12}'),
  say('nothing', '^\\(?-?\\d{1,3}% off\\)$|(?<![\\p{L}\\d])\\d{1,3} ?%? ?(?:-|to) ?\\d{1,3} ?% off[^.+]{0,60}'),
  say('nothing', '(?:price match|money[- ]back|satisfaction|lowest price) guarantee[^.]{0,20}|\\d{1,3}[- ]day (?:free )?returns?|free (?:\\d{1,3}[- ]day )?returns?(?! ?[&+])|(?:or )?best offer|%\\p{L}+%'),
  say('nothing', '\\d{1,3}(?:\\.\\d+)? ?% (?:positive|cotton|polyester|wool|silk|organic|natural|recommend|pure|real|recycled|satisf|of |charged|money|cocoa|accura|linen|leather|nylon|acrylic|viscose)[^.]{0,30}'),
  say('nothing', 'non-?members?[^.]{0,30}'),
  say('nothing', '(?:gift (?:wrap(?:ping)?|receipt|message)|free (?:gift wrap|cancellation|trial|estimate)s?)[^.]{0,20}'),
  say('nothing', '(?:ships?|arrives?|delivery|delivered|dispatched) (?:in|within|by|from) [^.\\p{Sc}%]{0,24}'),
];

const REPEATED: readonly Wording[] = [
  say('subscribe_save', 'subscribe(?: ?(?:&|and) ?save)?(?: price)?(?::| for| at|) {priceMinor}(?! (?:off|discount))'),
  say('subscribe_save', '(?:auto[- ]?ship|subscri(?:be|ption|ber))(?: ?(?:&|and) ?save)? price:? {priceMinor}'),
  say('subscribe_save', `${PERCENT_OFF}${GAP}(?:with|via|on|when you) (?:your )?(?:first )?(?:auto[- ]?ship|subscribe|subscription|auto[- ]?delivery)(?: ?(?:&|and) ?save)?`),
  say('subscribe_save', '{priceMinor} (?:with|on|when you) (?:a )?(?:subscri\\p{L}+|auto[- ]?ship)(?: ?(?:&|and) ?save)?(?: discount)?'),
  say('subscribe_save', `${ANY_OFF}${NEAR}(?:subscri\\p{L}+|auto[- ]?(?:ship|delivery|reorder|replenish\\p{L}*)|(?:repeat|recurring|scheduled|regular) (?:deliver(?:y|ies)|orders?))(?: ?(?:&|and) ?sav\\p{L}+)?(?: orders?| discount)?`),
  say('subscribe_save', `(?:first )?(?:subscri\\p{L}+|auto[- ]?(?:ship|delivery)|repeat deliver(?:y|ies))(?: orders?)?(?: (?:now|today))?(?: ?(?:&|and) ?save)?[:,]? ?(?:and |& |to |first (?:delivery|order) )?${ANY_OFF}(?: (?:on |off )?(?:your )?${FIRST_ORDER})?`),
  say('subscribe_save', `deliver(?:y|ed)? every [\\p{L}\\d -]{3,16},? ?(?:&|and|to) ?${ANY_OFF}`),
  say('subscribe_save', `subscri\\p{L}+ (?:for|to get|at|and get) ${ANY_OFF}`),
  say('subscribe_save', 'subscribe ?(?:&|and) ?save|auto[- ]?ship ?(?:&|and) ?save'),
];

const INSTALMENTS: readonly Wording[] = [
  say('installment', '(?:or |pay )?(?:in )?{periods} ?(?:x|×) ?(?:payments? of )?{amountMinor}(?: with no interest| interest[- ]free)?(?: (?:with|by|from) (?:klarna|affirm|afterpay|zip|clearpay|sezzle|paypal))?'),
  say('installment', '{amountMinor} ?(?:x|×|in|over) ?{periods}(?: (?:monthly |interest[- ]free |easy |equal )*(?:payments?|instal?lments?|months?))?'),
  say('installment', '(?:or |pay |split (?:it )?)*(?:in(?:to)? )?{periods} (?:easy |interest[- ]free |equal |monthly |weekly |fortnightly |bi-?weekly )*(?:payments?|instal?lments?)(?: (?:of|at) {amountMinor})?(?: (?:with|by|from) \\p{L}+)?'),
  say('installment', '{amountMinor} ?(?:/|per|a) ?mo(?:nth)?\\.?,? (?:for|x|×|over|with) {periods} ?(?:mos?\\.?|months?)(?: financing)?'),
  say('installment', '(?:from |as low as |starting at |only )?{amountMinor} ?(?:/|per|a) ?mo(?:nth)?\\.? (?:with|by|via|through|using) (?:klarna|affirm|afterpay|zip|paypal|financing)'),
  say('installment', '{periods} months? (?:special |promotional |of )*(?:interest[- ]free|no interest|0% (?:apr|interest|financ(?:e|ing))|financing)'),
  say('installment', 'as low as {amountMinor} ?(?:/|per|a) ?mo(?:nth)?\\.?'),
  say('installment', '(?:from |only |just )?{amountMinor} ?(?:/|per|a) ?mo(?:nth)?\\.?,? (?:or|at|with) (?:0% (?:apr|interest|financ(?:e|ing))|no interest)'),
  say('installment', '(?:no[- ]cost |easy |standard )*emis?(?:(?: (?:options?|plans?|available|from|starts?|starting|at|of|only|just))*:? {amountMinor}(?: ?(?:/|per|a) ?mo(?:nth)?\\.?)?(?:,? (?:for|x|×) {periods} ?(?:mos?\\.?|months?))?|(?: options?)? available|(?= ?$))'),
  say('installment', 'pay over {periods} months?(?:[^.\\d\\p{Sc}]{0,6}(?:0% (?:apr|interest)|interest[- ]free|no interest))?'),
  say('installment', '(?:0% (?:apr|interest|financing)|no interest|interest[- ]free)[^.\\d]{0,20}(?:for )?{periods} (?:mos?\\.?|months?)'),
  say('installment', '(?:pay|buy now,? pay|split) (?:it )?(?:later )?in {periods}(?! ?(?:days?|minutes?))(?: (?:with|via|using) (?:klarna|affirm|afterpay|zip|clearpay|sezzle|paypal)(?!\\p{L}))?'),
  say('installment', '(?:buy now,? pay later|(?:pay (?:later )?with|with) (?:klarna|affirm|afterpay|zip))[^.%\\p{Sc}]{0,30}'),
];

/** A number of points, with the name of their programme: `500 bonus points`, `100 Scene+ PTS`. */
const POINTS = '{points} ?(?:[\\p{L}+\']{2,12} ){0,2}?(?:points|pts?\\.?|coins)(?!\\p{L})(?! of)';
const GIVEN_BACK: readonly Wording[] = [
  say('points', '(?:extra |save )?{percentOff}% (?:off )?(?:with|in|back in) (?:coins|points|rewards?)'),
  say('points', `(?:redeem|use|spend|exchange) ${POINTS} (?:for|to get|to save|=|and get) {offMinor}(?: ?${OFF})?`),
  say('points', `(?:spend|orders? (?:of|over)|purchases? (?:of|over))[^.\\p{Sc}\\d%\\u0001]{0,14}? ?${THRESHOLD}${NEAR}(?:earn|collect|get|receive) ${UP}${POINTS}`),
  say('points', `(?:${BUY})(?: any)? {minQty}${THINGS},?(?: and| to)? (?:earn|collect|get|receive) ${UP}${POINTS}`),
  say('points', `(?:earn |collect |get |receive |\\+ ?)?${UP}${POINTS} (?:when you (?:buy|purchase)|if you buy|when buying|with (?:any |every )?|for (?:any |every )?)(?: any)? ?{minQty}(?! ?[\\p{Sc}%])${THINGS}`),
  say('points', `(?:earn |collect |get |receive |\\+ ?)?${UP}${POINTS}${NEAR}(?:when you spend|(?:on|with|for) (?:orders?|purchases?|every|each)(?: (?:of|over))?|(?:with )?(?:an? )?(?:min(?:imum)?\\.? )?spend)${NEAR} ${THRESHOLD}`),
  say('points', `(?:earn|collect|get|receive|\\+) ?(?:(?:an?|extra) )*${UP}${POINTS}(?: ?\\(\\d{1,2}%\\))?`),
  say('points', '^(?:[\\p{L}+\']{2,12} ){1,3}{points} ?(?:points|pts)$'),
  say('points', '{points} (?:bonus|reward|rewards|loyalty|extra|nectar|clubcard|avios) (?:points|pts?|coins)'),
  say('points', '(?<![\\p{L}\\d] ){points} ?(?:points|pts?\\.?|coins)(?: ?\\(\\d{1,2}%\\)|(?= ?(?:$|[,;+|&])))'),
  say('points', '(?:earn )?{percentOff}% (?:back in )?rewards?'),
  say('points', `(?:earn|get|receive) ${UP}{offMinor} in (?:[\\p{L}]{1,12} )?(?:rewards?|points|credit|cash)`),
  say('points', '(?:\\d(?:x|×)|double|triple|quadruple) (?:the )?(?:\\p{L}+ )?(?:points|rewards|coins)'),
  say('cashback', `(?:${TAKE}|earn|spend)? ?(?:{thresholdMinor})(?: or more| or over|\\+)?${NEAR}(?:${TAKE}|earn) ${UP}(?:an? )?{offMinor} ${GIVEN}`),
  say('cashback', `{offMinor} (?:[\\p{L}']{1,16} ){0,2}(?:(?:e-?)?gift ?card|credit|back) (?:when you (?:buy|purchase|order)|with (?:the |any )?purchase of) (?:any )?{minQty}(?! ?[\\p{Sc}%])`),
  say('cashback', `(?:${BUY}) {minQty}${THINGS},? (?:and )?(?:get|receive|earn) (?:an? )?{offMinor} (?:[\\p{L}']{1,16} ){0,2}(?:gift ?card|back|credit)`),
  say('cashback', `(?:${TAKE} |earn |free )?${CUT} (?:(?:de |di |von |van )?cash ?back|(?:mail-?in |manufacturer )?rebate by mail|mail-?in rebate|back(?: in cash| as [^.]{0,20})?|(?:[\\p{L}']{1,16} ){0,2}(?:(?:e-?)?gift ?card|cash|bucks|store credit|promotional credit|prepaid card)(?: by mail(?:-in rebate)?)?)(?!\\p{L})${CAP}(?:${GAP}(?:${REACH}|for|with(?: an?| your| any)?) (?:every )?${THRESHOLD}(?: purchase| order)?)?(?: with (?:this |the )?purchase(?: of {minQty}(?! ?[\\p{Sc}%]))?)?`),
  say('cashback', `mail-?in rebate(?: of|:)? ${MONEY_CUT}`),
  say('cashback', `(?:claim |get )?cash ?back:? ?(?:(?:of|de|di|von|van|do) )?(?:${CUT})${CAP}`),
  say('cashback', 'cash ?back|mail-?in rebate'),
  say('direct_reduction', `${ANY_OFF}[^.;|\\d%\\u0001]{0,30}trad(?:e|ing)[- ]?(?:in|up)s?(?: (?:credit|value|bonus|your [\\p{L} ]{1,24}))?`, { implies: { condition: 'trade-in' } }),
  say('direct_reduction', `trad(?:e|ing)[- ]?in${GAP}${ANY_OFF}`, { implies: { condition: 'trade-in' } }),
];

const CODE = '(?:promo(?:tion(?:al)?)? |discount |coupon |voucher |the |offer )*code(?: is| required)?:? ?"?{code}"?';
const SHIPPING: readonly Wording[] = [
  say('free_shipping', `(?:free|complimentary) (?:[\\p{L}\\d-]{1,12} ){0,3}(?:${SHIP})(?:[^.\\p{Sc}\\d\\u0001]{0,20}?(?:${REACH}) ${THRESHOLD})?(?:,? ?(?:with|using|use))? ${CODE}`),
  say('free_shipping', `${CODE} (?:for|to get|and get) free (?:[\\p{L}\\d-]{1,12} ){0,3}(?:${SHIP})`),
  say('free_shipping', `free (?:[\\p{L}-]{1,12} ){0,2}(?:${SHIP}) (?:on|for|when you buy) (?:any )?{minQty}(?: ?\\+| or more| items?| units?)+`),
  say('free_shipping', `(?:free|complimentary) (?:[\\p{L}\\d-]{1,12} ){0,3}(?:${SHIP}|ship) (?:on|for|with) (?:your |the )?${FIRST_ORDER}`, { audience: 'new customers' }),
  say('free_shipping', `(?:orders?|purchases?|spend|buy|baskets?|carts?)[^.;|\\p{Sc}%\\d\\u0001]{0,24} ?${THRESHOLD}${GAP}(?:ships? (?:for )?free|free (?:[\\p{L}\\d-]{1,12} ){0,2}(?:${SHIP}))`),
  say('free_shipping', '(?:ships?|shipped|delivered) (?:for )?free (?:on|for|with) (?:an? |your |any |all )?{thresholdMinor}\\+? (?:orders?|purchases?|minimum)'),
  say('free_shipping', `free (?:${SHIP})[^\\p{Sc}|\\u0001]{0,30} on {thresholdMinor} of (?:[\\p{L}]+ )?items`),
  say('free_shipping', `${THRESHOLD} (?:for |gets? |= ?)?free (?:[\\p{L}-]{1,12} ){0,2}(?:${SHIP})`),
  say('free_shipping', `(?:free|complimentary) (?:(?:[\\p{L}-]{1,12}|\\d[- ]day|\\d-\\d day) ){0,3}?(?:${SHIP}|ship)(?! (?:on|for|with) (?:your )?first)(?: ?(?:&|and|\\+) ?(?:free )?returns?)?(?: eligible)?(?:[^.\\p{Sc}\\d+\\u0001]{0,40}?(?:${REACH}|with(?: an?)?)|:)? ${THRESHOLD}`),
  say('free_shipping', `(?:free|complimentary) (?:(?:[\\p{L}-]{1,12}|\\d[- ]day|\\d-\\d day) ){0,3}?(?:${SHIP}|ship)(?!\\p{L})(?: ?(?:&|and|\\+) ?(?:free )?returns?)?(?: eligible)?(?: (?:with prime|worldwide|on (?:every|all|any) (?:purchases?|orders?)|today))?`),
  say('free_shipping', `(?:(?:ships?|shipped) (?:for )?free|\\p{Sc}0(?:\\.00)? (?:shipping|delivery)|shipping included|(?:${SHIP}) (?:is )?(?:free|included)|no (?:${SHIP}) (?:fees?|costs?|charges?)|zero delivery fee)(?: (?:on |for |with )?(?:orders? )?(?:${REACH}) ${THRESHOLD})?`),
];

/** A way to pay, behind what it takes off. */
const BY_CARD = ` (?:instantly )?(?:when you (?:use|pay with|pay by)|when paying (?:with|by)|with|using|by paying with|for paying with|upon approval for|on|via) (?:your |the |a |an |our |any |all )?(?:[\\p{L}.+'-]{1,20} ){0,4}${CARD}(?: payments?)?`;
const PEOPLE: readonly Wording[] = [
  say('new_user', `(?:sign(?:ing)?[- ]?up|newsletter|mailing list|email list)[^.%\\p{Sc}\\d\\u0001]{0,30}?${ANY_OFF}(?: (?:on |off )?(?:your |their )?${FIRST_ORDER})?(?:${NEAR}(?:code|with):? ?(?:code:? ?)?"?{code}"?)?`, { audience: 'new customers' }),
  say('new_user', `(?:use|enter|apply|with|code) (?:code:? )?"?{code}"?(?: at checkout)?,? (?:for|to get|and get|to save|to take) ${ANY_OFF}(?: (?:on|off|for))?(?: (?:your|the|a|their|my))? ${FIRST_ORDER}`, { audience: 'new customers' }),
  say('new_user', `${ANY_OFF}(?: (?:on|off|for))?(?: (?:your|the|a|their|my))?(?: qualifying)? ${FIRST_ORDER}(?: (?:of|over|above) ${THRESHOLD})?(?:${NEAR}(?:code|with):? ?(?:code:? ?)?"?{code}"?)?`, { audience: 'new customers' }),
  say('new_user', `${NEWCOMER}${GAP}${ANY_OFF}(?: (?:on|off) (?:your |their )?${FIRST_ORDER}| (?:(?:on )?orders? (?:of|over) |over )?${THRESHOLD})?`, { audience: 'new customers' }),
  say('new_user', `${ANY_OFF} (?:when you|if you|for|by|as you) (?:sign(?:ing)?[- ]?up|join(?:ing)? (?:our|the) (?:newsletter|mailing list|email list)|subscrib(?:e|ing) to (?:our|the) (?:newsletter|emails?))`, { audience: 'new customers' }),
  say('new_user', `${ANY_OFF}${NEAR}(?:for|to) ${NEWCOMER}`, { audience: 'new customers' }),
  say('new_user', `${FIRST_ORDER}[:,?!-]? ?${ANY_OFF}(?:${NEAR}(?:code|with):? ?(?:code:? ?)?"?{code}"?)?`, { audience: 'new customers' }),
  say('new_user', `(?:welcome|sign-?up|newcomer|new (?:user|customer|member)) (?:only |special )?(?:offer|deal|bonus|gift|discount|coupon)(?:[:,-]? ?(?:of )?${ANY_OFF})?`, { audience: 'new customers' }),
  say('fixed_price', `(?:prime |club |loyalty |nectar )?${MEMBER_WORD} (?:pay|price:?|get (?:it|this) for)(?: of| is)? ?(?:only |just )?{priceMinor}`, { audience: 'members' }),
  say('fixed_price', `(?:prime |club |loyalty |nectar |vip |plus )?${MEMBER_WORD}(?:[- ]only)?: ?{priceMinor}(?! ?(?:off|discount|back|savings?))`, { audience: 'members' }),
  say('fixed_price', '(?:clubcard|nectar|prime|loyalty card|club card|club|loyalty|my \\p{L}+|vip|rewards? card|card) price:? ?(?:of )?{priceMinor}', { audience: 'members' }),
  say('fixed_price', `(?<!for |for only |for just |save |saving ){priceMinor} (?:(?:for|with) (?:a |your )?(?:prime |club |loyalty |nectar )?(?:${MEMBER_WORD}|(?:club|loyalty|rewards?) card|nectar|clubcard)|(?:clubcard|nectar|prime|loyalty|members?|vip|club) price)`, { audience: 'members' }),
  say('member', `(?:join|with|get) ${PROGRAMME}[^.\\d\\p{Sc}\\u0001]{0,16}?(?:to |and )?${TAKE} ${CUT}(?: ?${OFF})?`, { audience: 'members' }),
  say('member', `(?:with|for) ${PROGRAMME}(?: ${MEMBER_WORD})?[:,-]? ${CUT}(?: ?${OFF})?`, { audience: 'members' }),
  say('fixed_price', '{priceMinor} with (?:your |the |a |our )?(?:club|loyalty|store|rewards?|bonus|savings|shopper) card', { audience: 'members' }),
  say('member', `(?:for )?(?:${PROGRAMME} )?${MEMBER_WORD}(?:[- ](?:only|exclusive)s?)?(?: (?:deal|offer|price|discount)s?)?[:,-]? ?(?:to )?(?:${TAKE}:? |: ?)?${CUT}(?: ?${OFF})?`, { audience: 'members' }),
  say('member', `(?:exclusive )?${PROGRAMME}[- ](?:members?[- ])?(?:exclusive|only|big deal|deal|offer|early access)s?(?: (?:deal|offer|price)s?)?(?:[:,-] ?${ANY_OFF})?`, { audience: 'members' }),
  say('member', `(?:sign in|log in|join)[^.\\d\\p{Sc}]{0,24}(?:to |and )${TAKE} ${CUT}`, { audience: 'members' }),
  say('member', `save (?:extra )?(?:with|for) ${PROGRAMME}`, { audience: 'members' }),
  say('member', '(?:members?|club)(?:s\'|\'s)?[- ](?:exclusive|only|price|deal|offer)s?(?: deal| offer| price)?', { audience: 'members' }),
  say('direct_reduction', `(?:students?|teachers?|military|seniors?|nurses?|key workers?)(?: discounts?)?${NEAR}${ANY_OFF}`, { audience: 'students' }),
  say('direct_reduction', `${ANY_OFF} (?:for )?(?:students?|teachers?|military|seniors?|nurses?|key workers?)(?: discount| members)?`, { audience: 'students' }),
  ...[`${TAKE}:? ${CUT}(?: ?${OFF})?`, `${CUT} ?${OFF}`, PERCENT_CUT].flatMap((off) => [`${off}${CAP}(?: [\\p{L}]{2,12}){0,3}?${BY_CARD}`, `${off}${BY_CARD}${CAP}`]).map((pattern) => say('payment_reduction', pattern, { layer: 'payment' })),
  say('payment_reduction', `(?:pay (?:with|by|using|via)|use|^) ?(?:your |the |a |any )?(?:[\\p{L}-]{1,20} ){0,3}${CARD}${NEAR}${ANY_OFF}`, { layer: 'payment' }),
];

const COUPONS: readonly Wording[] = [
  say('member', `${ANY_OFF} (?:with|for) (?:(?:[\\p{L}]+ )?(?:${PROGRAMME}(?: ${MEMBER_WORD})?)|(?:(?:the |our |all )?[\\p{L}']{1,16} ){0,3}?${MEMBER_WORD})(?! ?(?:card|visa))`, { audience: 'members' }),
  say('coupon', `${ANY_OFF}(?:${GAP}(?:${REACH}) |(?: on| over)? )${THRESHOLD}[^.;\\p{Sc}%\\d\\u0001]{0,24}?(?:with|using|use|apply|enter|,|-|:)? ?${CODE}`),
  say('coupon', `${ANY_OFF}${GAP}(?:${REACH}) ${THRESHOLD} with (?:an? |this |digital |the )*${COUPON}`),
  say('coupon', `${ANY_OFF}[^.%\\p{Sc}\\d\\u0001]{0,40}?(?:[ :,(-]|[.!] ?(?:(?:just |now )?(?:use|enter|apply|with) )?)${CODE}`),
  say('coupon', `(?:use|apply|enter|with|using|add)? ?${CODE}[^.\\p{Sc}%\\d\\u0001]{0,30}?${ANY_OFF}(?:[^.\\p{Sc}%\\d\\u0001]{0,20}?(?:${REACH}) ${THRESHOLD})?`),
  say('coupon', `clip (?:it |this |the coupon )?(?:to|and|&) ${ANY_OFF}`),
  say('coupon', `(?:clip|apply|redeem|with|use|get|claim|collect|this|an?|store|shop|seller)* ?(?:${COUPON}):? ?(?:price:? ?)?(?:for |of |to |worth |saves? )?${ANY_OFF}(?:(?:${GAP}(?:${REACH})| ?/| )? ${THRESHOLD})?`),
  say('coupon', `(?:(?:clip|apply|redeem|use|get|claim|collect|with) )*(?:(?:an?|this|the|your) )*${ANY_OFF}(?: (?:store|shop|seller|digital|e|instant|online|in-store|app|special|exclusive|clippable|on-page))* ?(?:${COUPON})(?: (?:applied|automatically|discount))*(?: at checkout)?(?:${GAP}(?:${REACH}) ${THRESHOLD})?`),
  say('coupon', `${ANY_OFF} (?:with|when you (?:apply|clip|use|redeem|add|claim)|using|after)(?: (?:an?|this|the|store|seller|shop|your|digital|on-page|clipping))* ?(?:${COUPON})(?: price)?`),
  say('coupon', `${ANY_OFF}[^.%\\p{Sc}\\d\\u0001]{0,30}?(?:[.!,;:|·] ?| )(?:use|enter|apply):? (?=[\\p{L}-]{0,19}\\d)"?{code}"?`),
  say('coupon', `${ANY_OFF}[^.%\\p{Sc}\\d\\u0001]{0,30}? (?:with|using) (?=[\\p{L}-]{0,19}\\d)"?{code}"?(?= ?(?:$|[.,;!|)]))`),
  say('coupon', `(?:use|enter|apply) (?=[\\p{L}-]{0,19}\\d)"?{code}"?,? (?:for|to get|and get|to save|to take|at checkout for) ${ANY_OFF}`),
  say('coupon', `(?:tick|check) (?:the |this )?(?:box|coupon|voucher)[^.%\\p{Sc}\\d\\u0001]{0,12}? ${ANY_OFF}`),
  say('coupon', `(?:use|apply|enter|with)? ?${CODE}`),
];

const EXTRAS: readonly Wording[] = [
  say('presale_deposit', '(?:pre-?order |reservation )?deposit(?: of|:| is)? ?(?:only |just )?{depositMinor}'),
  say('presale_deposit', '(?:pay |reserve (?:now |yours )?(?:with|for) )?(?:an? |just |only )*{depositMinor} (?:pre-?order |reservation |refundable )?deposit(?: today)?'),
  say('presale_deposit', 'pre-?order deposit'),
  say('gift', `(?:spend|orders? (?:over|above|of)|buy)[^.\\p{Sc}%\\d\\u0001]{0,12} ?${THRESHOLD}${NEAR}(?:get|receive|and|for|:) ?(?:an? |your )?free ${NO_GIFT}[\\p{L}-]{1,20}(?: [\\p{L}-]{1,20}){0,3}`),
  say('gift', `(?:receive |get |choose )?(?:an? |your )?(?:free |bonus |complimentary ){1,2}(?:\\d{1,2}[- ]?(?:piece|pc|pcs)\\.? )?${NO_GIFT}[\\p{L}-]{1,20}(?: (?!with|on|when|over)[\\p{L}-]{1,20}){0,3} (?:with|on|when|for|over)${NEAR}(?:${REACH})? ?${THRESHOLD}`),
  say('gift', `(?:receive |get |^)(?:an? |your )?free ${NO_GIFT}[\\p{L}-]{1,20}(?: (?!with|on|when)[\\p{L}-]{1,20}){0,3} (?:with (?:any |every |(?:the |a )?purchase of )?|when you (?:buy|purchase|order) (?:any )?){minQty}${THINGS}(?: of \\p{L}+)?(?! ?[\\p{Sc}%])`),
  say('gift', `(?:buy|purchase|order) (?:any )?{minQty}${THINGS},? (?:and )?(?:to )?(?:get|receive) (?:an? |your )?free ${NO_GIFT}[\\p{L}-]{1,20}(?: [\\p{L}-]{1,20}){0,2}`),
  say('gift', `(?:^|[:!-] |receive |get |with |includes? |plus |\\+ ?|& ?|and |your )(?:an? )?free ${NO_GIFT}[\\p{L}-]{3,20}(?: [\\p{L}-]{1,20}){0,4}`),
  say('gift', `{freeQty} free ${NO_GIFT}[\\p{L}-]{3,20}(?: [\\p{L}-]{1,20}){0,4}`),
  say('gift', '\\d{1,2} (?:months?|weeks?|days?) (?:of )?free [\\p{L}+]{3,20}(?: [\\p{L}+]{1,20}){0,2}'),
  say('gift', `(?:free |bonus )?gifts? with (?:(?:an?|any|every|your) )?(?:min(?:imum)?\\.? (?:spend|purchase|order)|purchases?|orders?|spend(?:ing)?)(?: of| over| above)? ${THRESHOLD}`),
  say('gift', '(?:free |bonus )?gifts?(?: is| are)? (?:with (?:every |any |your )?(?:purchase|order)s?|included|with it)|bonus gift'),
  say('exchange_purchase', 'add (?:an? |this |the |on )?[\\p{L} -]{2,30} for (?:only |just |an? extra )?{addMinor}'),
  say('exchange_purchase', 'add[- ]on (?:items?|deals?|offers?|specials?)(?:(?: (?:from|at|for|only|just))*:? {addMinor})?'),
];

const OFFERS: readonly Wording[] = [
  say('flash_sale', '(?:lightning|limited[- ]time|flash|early[- ]bird|today\'?s|daily|doorbuster|\\d{1,2}[- ]hour|weekend|cyber (?:monday|week)|black friday|prime day|midnight|hourly|time[- ]limited|spotlight|singles\'? day)(?: \\p{L}+)?? (?:deals?|offers?|sale|promotions?|price|event)|(?:deal|offer) of the (?:day|week|month)|flash ?sale'),
  say('bundle_price', '(?:combo|bundle|meal deal|bundle price|set price|bundle deal|(?:set|pair) of (?:both|all|two|\\d))(?: (?:for|only|price|is))*:? ?(?:only |just )?{priceMinor}'),
  say('bundle_price', '(?:only |just )?{priceMinor} (?:meal deal|combo(?: meal| deal)?|bundle(?: deal| price)?)(?! (?:savings?|discount|off))(?!\\p{L})'),
  say('bundle_price', '(?:buy|get|choose) [^.\\p{Sc}%\\d\\u0001]{0,10}\\d? ?[^.\\p{Sc}%\\d\\u0001]{3,40} and [^.\\p{Sc}%\\d\\u0001]{2,30} for {priceMinor}'),
  say('bundle_price', '(?:buy|get|frequently bought) (?:it |them |both |these |all )*together(?: (?:for|at|price))?:? ?{priceMinor}'),
  say('fixed_price', '(?:^|now |today )(?:only|just) {priceMinor}(?= ?(?:$|[.,!;|]))'),
  say('fixed_price', '(?:deal|promo(?:tional)?|offer|flash|sale|special|clearance|introductory|intro|event|outlet|today\'s) price:? ?(?:of |only |just )?{priceMinor}'),
];

const CUTS: readonly Wording[] = [
  say('direct_reduction', `(?:(?:after|clearance|sale|price drop|today|instant(?:ly)?):? )*(?:${TAKE}:? )?${CUT} ?${OFF}${CAP}(?: (?:promotion|available|applied))*`),
  say('direct_reduction', `(?:reduced|discount(?:ed)?|savings?|price (?:cut|drop|lowered|dropped|slashed)|instant savings|rebate|marked down|slashed|reduction)(?: by| of|:)? ${CUT}`),
  say('coupon', '^save (?:an? )?(?:extra )?{percentOff} ?%$'),
  say('direct_reduction', `(?:saves?|saving)s? (?:an? )?(?:extra |additional )*(?<upTo>up to )(?:{percentOff} ?%|{offMinor})`),
  say('direct_reduction', `(?:saves?|saving) (?:an? )?(?:(?:extra|additional|further|another) )(?:{percentOff} ?%|{offMinor})`),
  say('direct_reduction', 'saves? (?:an? )?(?:instant )?{percentOff} ?%'),
  say('direct_reduction', 'saves? {offMinor} (?:instantly|today|now|at checkout|in (?:cart|basket|bag))'),
  say('direct_reduction', '(?:price (?:drop|cut)|rollback|reduced|special offer|deal)[:!,-]{0,2} ?save {offMinor}'),
  say('coupon', `(?:save (?:extra )?with |with |clip |apply )(?:the |a |this )?(?:on-page )?coupon|${COUPON} available|store coupon`),
];

/** English wordings, special before general; number words are digits and "half price" is 50% off by now. Sources: Amazon, eBay, AliExpress, Walmart, grocers, fashion shops. */
export const ENGLISH: readonly Wording[] = [
  ...NOTHING, ...about(/subscri|auto[- ]?(?:ship|deliver|reorder|replenish)|repeat|recurring|scheduled|regular|deliver/i, REPEATED),
  ...about(/pay|emi|month|mo\b|interest|apr|instal|financ|\d ?[x×]|[x×] ?\d|in \d|over \d|klarna|affirm|afterpay|zip/i, INSTALMENTS), ...about(/point|pts?\b|coin|reward|back|rebate|card|bucks|cash|credit|trad/i, GIVEN_BACK),
  ...about(/ship|deliver|postage|p&p/i, SHIPPING), ...about(/new|first|1st|initial|welcome|sign|member|cardholder|subscriber|prime|w\+|walmart|plus|club|vip|loyalty|reward|gold|nectar|premium|insider|circle|advantage|card|join|log in|student|teacher|military|senior|nurse|key worker|pay|with|using|amex|american express|visa|upi|wallet|crypto|bank|klarna|app|newsletter|email/i, PEOPLE),
  ...SEVERAL, ...COUPONS, ...about(/deposit|free|gift|bonus|complimentary|add/i, EXTRAS), ...AMOUNTS, ...OFFERS,
];
/** Plain reductions, after the special wordings of all languages that write with Latin letters. */
export const ENGLISH_LAST: readonly Wording[] = CUTS;
