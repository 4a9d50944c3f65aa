/** Parts that English wordings are put together from, as regular expression sources. */

/** Words between two parts of one rule: no number, no money, nothing that is already understood, no end of a sentence. */
export const GAP = '[^.;|\\p{Sc}\\d%\\u0001]{0,40}?';
/** The same within a few words. */
export const NEAR = '[^.;|\\p{Sc}\\d%\\u0001]{0,16}?';
export const UP = '(?<upTo>up ?to |as (?:much|high) as |max(?:imum)?\\.? |at most |até |hasta (?:un )?)?';
const EXTRA = '(?:(?:an?|the|your|our|extra|additional|another|instant|instantly|further|flat|total|of|by|just|with|exclusive|special|whopping|at|least) ){0,5}';
/** The same behind "up to". */
const MORE = EXTRA.replace('{0,5}', '{0,2}');
/** "10 %" or "$5", with the words that go before: "up to an extra". */
export const CUT = `${EXTRA}${UP}${MORE}-?(?:{percentOff} ?%|{offMinor})\\+?`;
export const PERCENT_CUT = `${EXTRA}${UP}${MORE}-?{percentOff} ?%\\+?`;
export const MONEY_CUT = `${EXTRA}${UP}${MORE}-?{offMinor}`;
export const OFF = '(?:instant |sitewide |storewide |in |worth of )?(?:off|discount(?:ed)?|rebates?|reductions?|cheaper|less|reduced|savings?)(?!\\p{L}| peak)';
export const TAKE = '(?:saves?|saving|gets?|takes?|enjoys?|receives?|claim|grab|score|unlock|redeem)';
/** The most that a share takes off: "up to £20", "capped at $5". */
export const CAP = '(?:,? ?\\(?(?:up ?to|max(?:imum)?\\.?(?: discount| savings?)?(?: of)?|capped at|cap(?: of)?):? {capMinor}\\)?)?';
/** "save 10%", "10% off", "get 10% off". */
export const PERCENT_OFF = `(?:${TAKE}:? )?${PERCENT_CUT}(?: ?${OFF})?`;
export const MONEY_OFF = `(?:${TAKE}:? )?${MONEY_CUT}(?: ?${OFF})?`;
export const ANY_OFF = `(?:${TAKE}:? )?${CUT}(?: ?${OFF}${CAP})?`;
const OR_MORE = '(?: ?\\+| or (?:more|over|above|greater)| and (?:up|above|over|more)| min(?:imum)?\\.?(?: spend| order| purchase)?| spent?| you spend)*';
/** An amount to reach. */
export const THRESHOLD = `{thresholdMinor}${OR_MORE}`;
/** The words that make the amount behind them one to reach. */
export const REACH = '(?:over|above|of|from|on|exceeding|exceeds?|than|least|min(?:imum)?\\.?|spend(?:ing)?|spent|worth|qualifying)(?: (?:of|over|above|spend|order|orders|purchase|basket|cart|value|total|at least|more than|all|any|every|a|your|:))*:?';
/** What is counted, behind the number: "select items", "or more bottles", "item(s)". Never a time. */
export const THINGS = '(?: ?\\+| or more| and more)?(?: (?!months?\\b|days?\\b|weeks?\\b|hours?\\b|years?\\b|minutes?\\b|for\\b|get\\b|gets\\b|save\\b|and\\b|at\\b|to\\b|off\\b|receive\\b|take\\b|pay\\b|with\\b|of the\\b)[\\p{L}\'&-]{1,16}){0,4}(?:\\(s\\))?(?: or more| and more)?';
export const BUY = '(?:buy|buys|buying|purchase|purchasing|order|ordering|add|pick|choose|select|bundle|mix(?: (?:&|and) match:?)?)';
/** Before a number of pieces. */
export const ANY = '(?: any| at least| a minimum of| min\\.?)?';
export const COUPON = '(?:coupon|voucher|promo(?:tion)?(?:al)? code|discount code)s?';
export const SHIP = '(?:shipping|delivery|postage|p&p|shipment)';
/** What stands for money that is given back: `$10 gift card`, `$10 ExtraBucks Rewards`, `€5 voucher`. */
export const GIVEN = '(?:[\\p{L}\']{1,16} ){0,2}(?:back|cash ?back|(?:e-?)?gift ?cards?|credit|rebate by mail|rewards?|\\p{L}{0,12}bucks|\\p{L}{3,12} cash)(?!\\p{L})';
/** A card or another way to pay. */
export const CARD = '(?:(?:credit |debit |store |gift |rewards? )?cards?|redcard|visa|mastercard|paypal|apple pay|google pay|amazon pay|shop pay|klarna|amex|american express|bank transfer|upi|wallet|crypto)';
/** Programmes with a name of their own. */
export const PROGRAMME = '(?<member>prime|w\\+|walmart\\+|plus|club|vip|loyalty|rewards?|gold|nectar|clubcard|premium|insider|circle|advantage)';
export const MEMBER_WORD = '(?:members?(?:hip)?|cardholders?|subscribers|insiders|account holders|vips)';
/** Who buys for the first time. */
export const NEWCOMER = '(?:new|first[- ]time|1st[- ]time) (?:app |online )?(?:shoppers?|customers?|users?|buyers?|members?|subscribers?|clients?|sign-?ups?)';
export const FIRST_ORDER = '(?:first|1st|next 1st|initial) (?:[\\p{L}-]{1,12} )?(?:orders?|purchases?|shop)';
/** Goods that "free" before them does not make a gift of. */
export const NO_GIFT = '(?!(?:wi-?fi|parking|accounts?|apps?|updates?|advice|calls?|registration|support|issues|(?:store|curbside|in-store|local) (?:pick-?up|delivery|collection)|shipping|shipped|delivery|postage|returns?|cancell?ation|size|trial|installation|standard|express|next|same|home|gift wrap|downloads?|estimate|quote|from|of|to|for|and|or|with|on|in|when|pickup|collection|click|uk|us|worldwide|international|ground|\\d\\p{L}*)(?!\\p{L}))';
