/** Codes of currencies that stand beside amounts. */
const CODES = 'EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|CNY|RMB|JPY|INR|BRL|HUF|RON|BGN|RSD|UAH|RUB|KZT|TRY|ILS|AED|SAR|QAR|KWD|BHD|OMR|EGP|JOD|MAD|IDR|MYR|SGD|PHP|THB|VND|HKD|TWD|KRW|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|GHS|PKR|BDT|LKR|ISK|UGX|TZS|GEL|AZN|UZS|UYU|BOB|PYG|TND|DZD|XOF|XAF';
/** Names of currencies behind their amounts; pounds weigh, and to have won is no currency. */
const WORDS = 'euros?|dollars?|yuan|renminbi|rupees|rou?bles?|dirhams?|reais|pesos|francs|zlotys?|złot(?:ych|e|y)|tomans?|ri[ya]als?|dinars?|kron(?:or|er|ur)|forint|ringgit|rupiah';
/** Signs and words of currencies as they stand beside digits, before them and behind. */
export const MONEY = new RegExp(`(?:\\p{Sc}|\\b(?:${CODES}|R[sS]|RM|Rp|Kr|kr|Bs|Gs|[KUT][Ss]h|Dhs?|DH|F?CFA)(?![A-Za-z])\\.?|GH₵|S/\\.?|zł|Kč|元|円|원|руб|грн) ?\\d|\\d ?(?:,-)? ?(?:\\p{Sc}|(?:${CODES}|kr|zł|Kč|Ft|лв|руб|lei|TL|KM|DH|F?CFA|грн|сом|тг|${WORDS})(?!\\p{L})|元|円|원|تومان|ریال|ر\\.س|د\\.إ|ج\\.م)`, 'u');
/** Sums that are spoken of. */
export const SUM = /\d ?(?:million|billion|millionen|milliarden|mio|mrd|milliards?|millones|milhões|milioni|miliardi|mln|mld|bn)(?!\p{L})/iu;
/** A currency that stands in an element of its own, beside its number. */
export const LONE_SIGN = /^\s*(?:(?:US|CA|AU|NZ|HK|NT|R|S) ?)?\p{Sc}\s*$|^\s*(?:EUR|USD|GBP|CHF|CAD|AUD|PLN|SEK|NOK|DKK|CZK|zł|[Kk]r\.?|Kč|Rs\.?|Rp|RM|RON|HUF|TRY|TL|AED|SAR|[Ll]ei|Ft|лв\.?|грн\.?|元|円|원|руб\.?|تومان|ریال|ر\.س\.?|د\.إ\.?|ج\.م\.?|درهم|ريال|جنيه)\s*$/u;
/** An amount that carries a currency of its own. */
export const SIGNED = new RegExp(`\\p{Sc}|(?<!\\p{L})(?:${CODES}|${WORDS}|[KUT][Ss]h|GH₵|F?CFA|Dhs?|DH|Lei|KM|Gs\\.?|Bs\\.?|Rs|RM|Rp|S\\/|kr|zł|Kč|Ft|лв|руб|lei|TL|грн|R\\$)(?!\\p{L})|[元円원]|تومان|ریال|ر\\.س|د\\.إ|ج\\.م|\\d[.,] ?[-–—](?!\\d)`, 'iu');
