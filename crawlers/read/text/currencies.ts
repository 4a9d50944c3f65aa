/**
 * How currencies are written in shops. Data only; `currency.ts` reads it.
 *
 * A row: the forms, the currencies they can mean (the likeliest first), and `sure` when the first one may be taken
 * although nothing else on the page decides. Forms are compared in lower case unless `exact`.
 */
export interface CurrencyForms {
  readonly forms: readonly string[];
  readonly codes: readonly string[];
  readonly sure?: boolean;
  readonly exact?: boolean;
  /** The unit is this power of ten of the currency: -2 for pence and cents. */
  readonly power?: number;
  /** Also an everyday abbreviation: it counts only where something else decides the currency. */
  readonly weak?: boolean;
  /** Stands before its number only: behind one it is a measure (`L 1,299`, but 1.5 L). */
  readonly before?: boolean;
}

type Options = Pick<CurrencyForms, 'exact' | 'power' | 'weak' | 'before'>;

/** One form per `|`; one meaning. */
function one(code: string, forms: string, options: Options = {}): CurrencyForms {
  return { forms: forms.split('|'), codes: [code], sure: true, ...options };
}

/** The likeliest meaning is taken unless the page says otherwise. */
function first(codes: string, forms: string, options: Options = {}): CurrencyForms {
  return { forms: forms.split('|'), codes: codes.split(' '), sure: true, ...options };
}

/** No meaning is taken until the page decides. */
function open(codes: string, forms: string, options: Options = {}): CurrencyForms {
  return { forms: forms.split('|'), codes: codes.split(' '), ...options };
}

/** Codes in use today and those of the recent past that old pages still show. */
export const CODES: ReadonlySet<string> = new Set((
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK ' +
  'DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF ' +
  'KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP ' +
  'PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU ' +
  'UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
).split(' '));

/** Codes that are words in some language; they count only in capitals. */
export const WORD_CODES: ReadonlySet<string> = new Set('ALL AMD BAM BOB COP CUP CVE ERN GEL GIP LAK MAD MOP NAD PEN SOS STN TOP TRY'.split(' '));

/** Capitals matter. */
const EXACT = { exact: true } as const;

/** Colloquial or misspelt codes. */
const ALIAS_CODES: readonly CurrencyForms[] = [
  one('CNY', 'rmb|cnh'), one('GBP', 'stg|gbp£'), one('MXN', 'mxp'), one('RUB', 'rur'), one('TRY', 'ytl|trl'), one('PLN', 'zlotych'), one('TWD', 'ntd'), one('BYN', 'byr'),
  one('GHS', 'ghc'), one('ZMW', 'zmk'), one('AOA', 'kwz'), one('XAF', 'fcfa cemac'), one('ISK', 'íkr'), first('AED MAD', 'dhs|dhs.|dirham|dirhams'),
];

const DOLLARS: readonly CurrencyForms[] = [
  open('USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BMD BND BSD BZD CUP CVE DOP FJD GYD JMD KYD LRD MOP NAD NIO SBD SRD TOP TTD WST XCD', '$'),
  one('USD', 'us$|usd$|u$s|u$d|us dollar|us dollars|u.s. dollars|$us|$usd|美元|美金|米ドル'), open('USD CAD AUD NZD SGD HKD', 'dollar|dollars|ドル'),
  one('CAD', 'ca$|can$|cad$|cdn$|$ca|$cad|加元'), first('CAD NIO', 'c$'), one('AUD', 'au$|aud$|a$|$au|$aud|澳元'), one('NZD', 'nz$|nzd$|$nz|纽元'), one('HKD', 'hk$|hkd$|$hk|港币|港元|港幣'),
  first('SGD', 's$|sg$|sgd$|新币|新元'), first('TWD', 'nt$|ntd$|新台币|新臺幣|新台幣|台币|台幣|臺幣'), one('MXN', 'mx$|mex$|$mxn|$mx'), one('BRL', 'r$|brl$|reais'),
  one('ARS', 'ar$|ars$'), one('CLP', 'clp$|cl$'), one('COP', 'cop$|col$'), one('UYU', '$u|uy$'), one('DOP', 'rd$'), one('TTD', 'tt$'), one('JMD', 'j$|ja$|jmd$'), one('BZD', 'bz$'),
  one('BBD', 'bds$|bbd$'), one('XCD', 'ec$'), one('KYD', 'ci$|ky$'), one('GYD', 'gy$|g$'), one('LRD', 'ld$'), one('ZWL', 'zw$'), one('NAD', 'n$'), one('FJD', 'fj$'), one('SBD', 'si$'),
  one('WST', 'ws$'), one('TOP', 't$|to$'), one('MOP', 'mop$|patacas'), one('BND', 'b$'), first('BRL BND', 'br$'), one('BMD', 'bd$'), one('BSD', 'bs$'), one('SRD', 'sr$|srd$'), one('CVE', 'esc'),
];

const SIGNS: readonly CurrencyForms[] = [
  one('EUR', '€|euro|euros|eur.|eu€|евро|evro|ευρώ|欧元|歐元|ユーロ|유로'), first('GBP EGP GIP', 'pound', { weak: true }), first('GBP EGP GIP FKP SHP SSP SYP LBP SDG', '£'), first('GBP EGP GIP', 'pounds|quid|英镑|英鎊|ポンド'), one('GBP', 'gb£|uk£'), first('GBP ITL', '₤'), one('EGP', 'e£|l.e.|ج.م|جنيه|جنيه مصري'),
  one('LBP', 'l.l.|ل.ل|l£|£l|£lb'), one('SYP', 's£|ل.س|£s'), one('SDG', 'ج.س|ج.س.'), one('SSP', 'ss£'), one('FKP', 'fk£'), one('SHP', 'sh£'),
  open('CNY JPY', '¥|円¥'), first('CNY TWD HKD', '元|圆|块|塊|圓|yuan'), one('CNY', 'cn¥|rmb¥|人民币|人民幣|元人民币'), one('JPY', 'jp¥|円|yen|日元|日圆|日圓|엔'), first('KRW KPW', '₩'), one('KRW', '원|won|韩元|韓元|ウォン'), one('KPW', '북한 원'),
  one('INR', '₹|inr.|rupee'), first('INR PKR LKR NPR MUR SCR', 'rs|rs.|₨|re.|rupees|रु|रु.|रू|रू.|ரூ'), one('LKR', 'රු|රු.|slrs|slr'), one('NPR', 'नेरू|npr.'), one('MUR', 'rs mu'), one('BDT', '৳|tk|tk.|taka'), one('PKR', 'روپے|pkr.'),
  first('RUB BYN', 'p.'), one('RUB', '₽|pуб|rub.|rubles|roubles'), first('RUB BYN', 'руб|руб.|рублей|рубля|рубль|р.|р'), one('BYN', 'бел. руб|бел.руб.|б.р.'), first('BYN ETB', 'br'), one('UAH', '₴|грн|грн.|гривень|гривен|hrn|uah.'), one('KZT', '₸|тг|тг.|тенге|tenge'),
  one('KGS', 'сом|с.|⃀'), one('TJS', 'сомони|смн|somoni'), one('UZS', "so'm|s'|сум|сўм"), one('AMD', '֏|դր|դր.|драм|dram'), one('GEL', '₾|ლ|lari|лари'), one('AZN', '₼|манат|manat'), one('TMT', 'tmt.'), one('MNT', '₮|төг|tögrög'),
  one('BGN', 'лв|лв.|лева|лев|lv|lv.|leva'), first('RON MDL', 'lei|leu|ron.'), one('RSD', 'din', { weak: true }), one('RSD', 'дин|дин.|din.|rsd.|динара|dinara'), one('MKD', 'ден|ден.|денари'), one('HRK', 'kn|kuna'), one('ALL', 'lek|lekë|lekë.|leke'),
  one('CZK', 'kč|kc|kč.|,- kč|korun|korun českých'), one('PLN', 'zł|zl|zł.|złotych|złote|злотых'), one('HUF', 'Ft|Ft.|FT|HUF.', EXACT), one('HUF', 'forint'), one('CHF', 'sfr|sfr.|fr.|fr|chf.|franken|francs suisses'), first('TRY', '₺|tl|tl.|türk lirası|lira|lirası'),
  open('SEK NOK DKK ISK', 'kr|kr.|kronor|kroner|krónur|krona|krone|:-'), open('NOK DKK SEK EUR CHF CZK', ',-|,--|.-|.--', { weak: true }), one('SEK', 'skr'), one('NOK', 'nkr'), one('DKK', 'dkr'), one('ISK', 'ikr'),
  one('ILS', '₪|nis|ש"ח|ש״ח|שח|shekel|shekels|שקל|שקלים'), one('SAR', '﷼s|ر.س|ر.س.|ر. س|ريال سعودي|sar.'), open('IRR SAR QAR OMR YER', '﷼|ريال|ریال|rial|riyal'), one('QAR', 'ر.ق|ريال قطري'), one('OMR', 'ر.ع|ر.ع.|ريال عماني'), one('YER', 'ر.ي|ر.ي.|ريال يمني'),
  one('AED', 'د.إ|درهم|درهم إماراتي|د.إ.'), one('MAD', 'د.م|د.م.|درهم مغربي|dhm'), one('KWD', 'د.ك|دينار كويتي|د.ك.'), one('BHD', 'د.ب|.د.ب|دينار بحريني|د.ب.'), one('JOD', 'د.ا|دينار أردني|د.أ'), one('IQD', 'ع.د|د.ع|د.ع.|دينار عراقي'),
  one('TND', 'د.ت|tnd.|دينار تونسي|د.ت.'), one('DZD', 'د.ج|دج|دينار جزائري|د.ج.'), one('LYD', 'ل.د|د.ل|دينار ليبي|د.ل.'), open('JOD KWD BHD IQD TND DZD LYD', 'دينار|dinar'), one('MRU', 'أوقية'),
  one('VND', '₫|đ|vnđ|vnd.|đồng|dong'), one('THB', '฿|บาท|baht|thb.'), one('IDR', 'rp|rp.|rupiah'), one('MYR', 'rm|ringgit'), first('PHP CUP', '₱'), one('PHP', 'php.|peso filipino|piso'), one('KHR', '៛|riel'), one('LAK', '₭|ກີບ'), one('MMK', 'Ks|K.', EXACT), one('MMK', 'kyat'), one('BTN', 'Nu.', EXACT),
  one('MVR', 'rf.|mvr.|rufiyaa'), one('AFN', '؋|afs|افغانی'), one('ZAR', 'R', EXACT), one('ZAR', 'rand'), one('NGN', '₦|naira'), one('GHS', 'gh₵|₵|gh¢|cedi|cedis'), one('KES', 'ksh|ksh.|kshs|kes.|/='), one('UGX', 'ush|ushs|shs'), one('TZS', 'tsh|tshs|tzs.'),
  one('ETB', 'ብር|birr'), one('RWF', 'frw|rwf.|rf rw'), one('BIF', 'fbu'), one('GNF', 'gfr|gnf.'), one('DJF', 'fdj'), open('XOF XAF', 'cfa|fcfa|f cfa|francs cfa|franc cfa|f.cfa|xof/xaf'), one('XPF', 'xpf.|f cfp|fcfp|cfp'), one('MGA', 'ariary'),
  one('MZN', 'metical|meticais|mts'), one('AOA', 'kz|kwanza'), one('ZMW', 'kwacha'), one('ZMW', 'Kw', EXACT), first('BWP RUB PHP', 'P', EXACT), one('SZL', 'emalangeni'), one('LSL', 'maloti'), one('GMD', 'dalasi'), one('SOS', 'sh.so.|ssh'), one('ERN', 'nfk|nkf'),
  one('STN', 'dobra'), one('SLE', 'leone|Le', EXACT), one('PEN', 's/|s/.|soles|sol'), first('BOB VES', 'bs|bs.'), one('BOB', 'bolivianos'), one('VES', 'bs.s|bs.f|bsf|bs.d|bolívares|bolivares|bs d'), one('PYG', '₲|gs|gs.|guaraníes|guaranies'), one('CRC', '₡|colones|colón'), one('GTQ', 'Q|Q.', EXACT),
  one('GTQ', 'quetzal|quetzales'), one('HNL', 'L.|Lps.|lps', EXACT), one('PAB', 'b/.|b/|balboa'), one('NIO', 'córdobas'), one('HTG', 'gourdes|gourde'), open('MXN ARS CLP COP UYU DOP CUP PHP', 'pesos|peso'), one('PGK', 'kina'), one('VUV', 'vt|vatu'), one('AWG', 'afl|afl.|ƒ'), one('ANG', 'naƒ|nafl|ang.'),
];

/** Short forms that are everyday words in small letters. */
const CAPITALS: readonly CurrencyForms[] = [
  first('MAD AED', 'DH', EXACT), one('EGP', 'LE', EXACT), one('LBP', 'LL', EXACT), one('KGS', 'SOM', EXACT), one('BAM', 'KM', EXACT), one('SAR', 'SR', EXACT), one('QAR', 'QR', EXACT), one('OMR', 'RO', EXACT), one('YER', 'YR', EXACT), one('KWD', 'KD', EXACT), one('BHD', 'BD', EXACT), one('JOD', 'JD', EXACT), one('IQD', 'ID', EXACT), one('TND', 'DT', EXACT), one('DZD', 'DA', EXACT), one('LYD', 'LD', EXACT), one('MRU', 'UM', EXACT), first('MVR RWF', 'RF', EXACT), one('BIF', 'FIB', EXACT), one('GNF', 'FG', EXACT), one('KMF', 'CF', EXACT), one('MGA', 'AR|Ar', EXACT), one('MZN', 'MT|MTN|MTn', EXACT), one('ZMW', 'ZK', EXACT), one('MWK', 'MK', EXACT), first('CDF KMF', 'FC', EXACT), one('STN', 'DB', EXACT), one('BAM', 'КМ', EXACT),
  open('HNL LSL', 'L', { exact: true, weak: true, before: true }), open('ZMW PGK MMK', 'K', { exact: true, weak: true, before: true }),
];

const CENTS = { power: -2 } as const;

/** Parts of a currency. */
const PARTS: readonly CurrencyForms[] = [
  one('GBP', 'p', { exact: true, power: -2 }), one('GBP', 'pence|penny|便士', CENTS), one('GBP', 'GBX|GBp|GBx', { exact: true, power: -2 }), one('GBP', 'gbx', CENTS),
  open('USD CAD AUD NZD EUR SGD HKD ZAR MXN', '¢|cent|cents|美分|セント', CENTS), open('EUR USD CAD AUD NZD', 'Cent|Cents|eurocent|eurocents|centesimi|centimes|cts|cts.', { exact: true, power: -2 }),
  open('EUR AUD NZD ZAR USD CAD', 'c', { exact: true, power: -2, weak: true }), open('EUR CHF', 'ct|ct.', { power: -2, weak: true }), one('CHF', 'rappen', CENTS), open('MYR IDR', 'sen', { power: -2, weak: true }),
  open('BRL MXN ARS COP CLP PHP EUR', 'centavos|centavo|céntimos|cêntimos', CENTS), first('SEK NOK DKK', 'öre', CENTS), open('NOK DKK SEK', 'øre', CENTS), one('PLN', 'groszy|grosze|grosz', CENTS), open('PLN CZK', 'gr|gr.', { power: -2, weak: true }),
  one('CZK', 'haléřů|haléře|haléř', CENTS), one('HUF', 'fillér', CENTS), one('RON', 'bani', CENTS), one('BGN', 'стотинки|ст.', CENTS), first('RUB BYN', 'копеек|копейки|копейка|коп|коп.', CENTS), one('UAH', 'копійок|копійки', CENTS),
  one('TRY', 'kuruş|krş', CENTS), one('INR', 'paise|paisa|पैसे', CENTS), one('ILS', 'אגורות|agorot', CENTS), one('SAR', 'هللة|halala|halalas', CENTS), open('AED KWD BHD JOD', 'فلس|fils', CENTS), one('CNY', '角', { power: -1 }),
];

/** Money without an ISO 4217 code: ten Iranian rials. */
const NO_CODE: readonly CurrencyForms[] = [{ forms: ['تومان', 'toman', 'tomans', 'irt'], codes: [] }];

/** The names in other languages than English, as they follow a number. */
const NAMES: readonly CurrencyForms[] = [
  one('EUR', 'euroa|eura|evra|evri|evrov|eurot|eiro|eurai|eurų|евра|يورو|یورو|אירו|ยูโร|euroja'), open('USD CAD AUD NZD SGD HKD', 'dólar|dólares|dollari|dolar|dolary|dolarów|dolarů|dolárov|доллар|доллара|долларов|доларів|دولار|דולר|ดอลลาร์|đô la'),
  one('USD', 'دولار أمريكي|долларов сша|đô la mỹ'), first('INR PKR LKR NPR', 'रुपये|रुपए|रुपया|ரூபாய்|రూపాయలు|روپیہ'), one('NPR', 'रूपैयाँ'), one('BDT', 'টাকা'), one('UAH', 'гривні|гривня|гривень україни'), one('PLN', 'złotego|zlotys|złotys'),
  one('CZK', 'koruny|koruna českých'), one('RSD', 'динар'), one('MKD', 'денар'), one('BAM', 'konvertibilnih maraka|maraka|марака'), one('CHF', 'francs|franchi|franchi svizzeri'), one('UZS', "so'mi"), one('KZT', 'теңге'), one('MNT', 'төгрөг'), one('AMD', 'դրամ'), one('GEL', 'ლარი'), one('AZN', 'manatı'),
  one('MMK', 'ကျပ်'), one('KHR', 'រៀល'), one('LBP', 'جنيه لبناني|ليرة لبنانية|ليرة'), one('IRR', 'ریال ایران'), one('KRW', '대한민국 원'), one('KES', 'shilingi'),
];

/** `Canadian dollars`, `pesos mexicanos`: the land beside the name, before it in English and the Germanic languages, behind it in Romance ones. */
const NAMES_OF_LANDS: readonly CurrencyForms[] = (
  'USD:us dollars,american dollars,dólares estadounidenses,dólares americanos,dollars américains,us-dollar CAD:canadian dollars,dollars canadiens,dólares canadienses,dólares canadenses AUD:australian dollars,dollars australiens,dólares australianos NZD:new zealand dollars ' +
  'SGD:singapore dollars,新加坡元 HKD:hong kong dollars TWD:taiwan dollars,new taiwan dollars MXN:mexican pesos,pesos mexicanos ARS:argentine pesos,pesos argentinos CLP:chilean pesos,pesos chilenos COP:colombian pesos,pesos colombianos UYU:uruguayan pesos,pesos uruguayos ' +
  'DOP:dominican pesos,pesos dominicanos PHP:philippine pesos GBP:british pounds,pounds sterling,livres sterling,libras esterlinas EGP:egyptian pounds LBP:lebanese pounds INR:indian rupees PKR:pakistani rupees,pakistan rupees LKR:sri lankan rupees NPR:nepalese rupees ' +
  'CHF:swiss francs,schweizer franken JPY:japanese yen CNY:chinese yuan KRW:south korean won,korean won ZAR:south african rand BRL:brazilian reals,reais brasileiros PEN:soles peruanos TRY:turkish lira,turkish liras RUB:russian rubles,российских рублей,российского рубля BYN:белорусских рублей,белорусского рубля ' +
  'SEK:swedish kronor,swedish krona,svenska kronor NOK:norwegian kroner,norwegian krone,norske kroner DKK:danish kroner,danish krone,danske kroner ISK:icelandic króna,íslenskar krónur,íslenskra króna CZK:czech koruna,české koruny PLN:polish zloty,polish zlotys,polskich złotych HUF:hungarian forint,magyar forint ' +
  'SAR:saudi riyals,saudi riyal QAR:qatari riyals OMR:omani rials AED:uae dirhams MAD:moroccan dirhams,dirhams marocains,درهم مغربي KWD:kuwaiti dinars BHD:bahraini dinars JOD:jordanian dinars IQD:iraqi dinars TND:tunisian dinars,dinars tunisiens DZD:algerian dinars,dinars algériens ' +
  'THB:thai baht IDR:indonesian rupiah MYR:malaysian ringgit VND:vietnamese dong NGN:nigerian naira GHS:ghanaian cedis KES:kenyan shillings UGX:ugandan shillings TZS:tanzanian shillings XOF:west african cfa francs XAF:central african cfa francs'
).replace(/([A-Z]{3}):/g, '\n$1:').split('\n').flatMap((row) => (row === '' ? [] : [one(row.slice(0, 3), row.slice(4).trim().replaceAll(',', '|'))]));

/** All ways to write a currency. */
export const CURRENCY_FORMS: readonly CurrencyForms[] = [...DOLLARS, ...SIGNS, ...CAPITALS, ...ALIAS_CODES, ...PARTS, ...NO_CODE, ...NAMES, ...NAMES_OF_LANDS];

/** The currency of a country, by the top level domain of its shops. */
export const COUNTRY_CURRENCY: Readonly<Record<string, string>> = Object.fromEntries((
  'us:USD ca:CAD au:AUD nz:NZD sg:SGD hk:HKD tw:TWD mx:MXN ar:ARS cl:CLP co:COP uy:UYU cn:CNY jp:JPY se:SEK no:NOK dk:DKK is:ISK gb:GBP uk:GBP in:INR pk:PKR lk:LKR np:NPR mu:MUR ' +
  'by:BYN ru:RUB ua:UAH kz:KZT ro:RON md:MDL ir:IRR sa:SAR qa:QAR om:OMR ye:YER kw:KWD bh:BHD jo:JOD iq:IQD tn:TND dz:DZD ly:LYD ae:AED ma:MAD eg:EGP br:BRL pe:PEN bo:BOB ve:VES ' +
  'cr:CRC gt:GTQ hn:HNL pa:PAB ni:NIO do:DOP cu:CUP ph:PHP my:MYR id:IDR th:THB vn:VND kr:KRW za:ZAR ng:NGN ke:KES gh:GHS et:ETB ch:CHF li:CHF pl:PLN cz:CZK hu:HUF bg:EUR tr:TRY il:ILS ' +
  'mo:MOP de:EUR at:EUR fr:EUR es:EUR it:EUR nl:EUR be:EUR pt:EUR ie:EUR fi:EUR gr:EUR sk:EUR si:EUR ee:EUR lv:EUR lt:EUR lu:EUR mt:EUR cy:EUR hr:EUR ' +
  'sn:XOF ci:XOF ml:XOF bj:XOF tg:XOF bf:XOF ne:XOF cm:XAF ga:XAF cg:XAF td:XAF bn:BND tt:TTD jm:JMD fj:FJD rs:RSD ba:BAM mk:MKD al:ALL ge:GEL am:AMD az:AZN uz:UZS kg:KGS mn:MNT bd:BDT kh:KHR mm:MMK lb:LBP ug:UGX tz:TZS rw:RWF mz:MZN zm:ZMW bw:BWP mg:MGA ' +
  'sr:SRD bz:BZD bb:BBD gy:GYD py:PYG sv:USD ec:USD pr:USD bm:BMD bs:BSD ky:KYD'
).split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)]));

/** The currency a language alone speaks for: languages of one country only. */
export const LANGUAGE_CURRENCY: Readonly<Record<string, string>> = {
  zh: 'CNY', ja: 'JPY', sv: 'SEK', nb: 'NOK', nn: 'NOK', no: 'NOK', da: 'DKK', is: 'ISK', ko: 'KRW', vi: 'VND', th: 'THB', uk: 'UAH', ru: 'RUB', be: 'BYN', ro: 'RON', fa: 'IRR', 'zh-hant': 'TWD',
  tr: 'TRY', pl: 'PLN', cs: 'CZK', hu: 'HUF', kk: 'KZT', uz: 'UZS', ka: 'GEL', hy: 'AMD', az: 'AZN', mn: 'MNT', he: 'ILS', hi: 'INR', ne: 'NPR', si: 'LKR', ur: 'PKR', my: 'MMK',
};

/** Languages of several countries, most of which pay in euros: that decides only what a cent is. */
export const EURO_LANGUAGES: ReadonlySet<string> = new Set(['de', 'fr', 'it', 'es', 'nl', 'pt', 'fi', 'el', 'sk', 'sl', 'et', 'lv', 'lt', 'hr']);

/** Marketplaces on .com that sell in one currency. */
export const HOST_CURRENCY: readonly (readonly [host: RegExp, code: string])[] = [
  [/(?:^|\.)(?:taobao|tmall|jd|pinduoduo|yangkeduo|1688|suning|dangdang|vip|kaola|xiaohongshu)\.com$/i, 'CNY'], [/(?:^|\.)(?:amazon|ebay|walmart|target|bestbuy|homedepot|lowes|costco|wayfair|newegg|macys|nordstrom)\.com$/i, 'USD'], [/(?:^|\.)(?:rakuten\.co\.jp|zozo\.jp|mercari\.com)$/i, 'JPY'], [/(?:^|\.)(?:flipkart|myntra|ajio)\.com$/i, 'INR'], [/(?:^|\.)(?:coupang|gmarket|11st)\.(?:com|co\.kr)$/i, 'KRW'],
];

/** The currency of a marketplace by its host; undefined for any other host. */
export function currencyOfHost(host: string): string | undefined {
  return HOST_CURRENCY.find(([pattern]) => pattern.test(host))?.[1];
}
