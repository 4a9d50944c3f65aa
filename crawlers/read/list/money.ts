/** A price in running text: a currency beside digits. */
const CODES = 'EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|CNY|RMB|JPY|INR|BRL|HUF|RON|BGN|RSD|UAH|RUB|KZT|TRY|ILS|AED|SAR|QAR|KWD|BHD|OMR|EGP|JOD|MAD|IDR|MYR|SGD|PHP|THB|VND|HKD|TWD|KRW|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|GHS|PKR|BDT|LKR|ISK|UGX|TZS|GEL|AZN|UZS|UYU|BOB|PYG|TND|DZD|XOF|XAF';
/** Signs and words of currencies as they stand beside digits, before them and behind. */
export const MONEY = new RegExp(`(?:[$€£¥￥＄￡₹₽₩₺₫฿₪₴₸₱₦৳₡₲]|\\b(?:${CODES}|Rs|RM|Rp|Kr|kr|Bs|Gs|[KUT][Ss]h|Dhs?|DH|F?CFA)(?![A-Za-z])\\.?|GH₵|S/\\.?|zł|Kč|元|円|원|руб|грн) ?\\d|\\d ?(?:,-)? ?(?:[$€£¥₹₽₩₺₫฿₪₴₸₱₦৳]|(?:${CODES}|kr|zł|Kč|Ft|лв|руб|lei|TL|KM|DH|F?CFA|грн|сом|тг)(?!\\p{L})|元|円|원|تومان|ریال|ر\\.س|د\\.إ|ج\\.م)`, 'u');
/** Sums that are spoken of. */
export const SUM = /\d ?(?:million|billion|millionen|milliarden|mio|mrd|milliards?|millones|milhões|milioni|miliardi|mln|mld|bn)(?!\p{L})/iu;
/** A currency that stands in an element of its own, beside its number. */
export const LONE_SIGN = /^\s*(?:(?:US|CA|AU|NZ|HK|NT|R|S) ?)?[$€£¥￥₹₽₩₺₫฿₪₴]\s*$|^\s*(?:EUR|USD|GBP|CHF|CAD|AUD|PLN|SEK|NOK|DKK|CZK|zł|[Kk]r\.?|Kč|Rs\.?|Rp|RM|RON|HUF|TRY|TL|AED|SAR|[Ll]ei|Ft|лв\.?|грн\.?|元|円|원|руб\.?|تومان|ریال|ر\.س\.?|د\.إ\.?|ج\.م\.?|درهم|ريال|جنيه)\s*$/u;
