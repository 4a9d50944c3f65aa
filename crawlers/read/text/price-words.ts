import { UNIT as MEASURE } from './units.ts';

/**
 * Words around amounts, in the languages of the shops that are watched. Data only; `price.ts` reads it. `before` is
 * looked for in the words between the previous amount and this one, `after` only at the very start of what follows.
 * Latin and Cyrillic words match whole words; the others anywhere.
 */

/** What an amount is when it is not the price to pay. */
export const KIND_HINTS = ['list', 'past', 'saving', 'deposit', 'conditional', 'shipping', 'threshold', 'instalment', 'excluding_tax'] as const;
export type KindHint = (typeof KIND_HINTS)[number];

/** No number ends the words before the amount: in "save 20% £59.99" and "减50 ¥199" the saving is the number between. */
const NO_NUMBER = '(?!(?:\\D{0,12}\\d[\\d.,]{0,9}){1,3}[ %％折元)\\].!]{0,4}$)';

interface Words {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** Whole words of alphabetic scripts, and words of scripts without spaces. */
function words(latin: string, other: string): string {
  return `(?<![\\p{L}\\d])(?:${latin})(?![\\p{L}])${other === '' ? '' : `|${other}`}`;
}
function pair(before: [string, string], after: [string, string], tail = ''): Words {
  return { before: new RegExp(`(?:${words(...before)})${tail}`, 'iu'), after: new RegExp(`^[\\s(*]{0,3}(?:${after[0]}${after[0] && after[1] ? '|' : ''}${after[1]})`, 'iu') };
}

/** Behind an amount: what is still to be spent until nothing is to be paid for the delivery (`£5 away from free delivery`, `noch 12,50 € bis zum kostenlosen Versand`). */
const TO_FREE_SHIPPING = '(?:more |away |left |or more )?(?:to|for|from|until|till|and) (?:(?:get|unlock|qualify for|reach|enjoy|earn|go for|your|receive) ){0,2}free (?:[a-z]+ )?(?:shipping|delivery|postage)|bis (?:zum|zur) (?:kostenlosen?|gratis|kostenfreien?|versandkostenfreien?)[ -](?:versand|lieferung)|pour (?:bénéficier de |profiter de |obtenir )?la livraison (?:gratuite|offerte)|para (?:el |tu |conseguir |obtener )*envío gratis|para (?:ganhar |ter )?(?:o )?frete grátis|(?:per|alla) (?:la |ottenere la )?spedizione gratuita|do darmowej (?:dostawy|wysyłki)|(?:tot|voor) (?:de )?gratis (?:verzending|bezorging)|do dopravy zdarma|till (?:fri|gratis) frakt|до бесплатной доставки';

/** "Lowest price" behind an amount, in the languages that must show one beside a reduction. */
const LOWEST = 'niedrigster (?:gesamt)?preis|(?:best|tiefst)preis der letzten|prix le plus bas|prezzo più basso|precio más bajo|preço mais baixo|laagste prijs|najniższa cena|nejnižší cena|najnižšia cena|lägsta pris|laveste pris|alin hinta|cel mai mic preț|най-ниска цена';

export const KIND_WORDS: Readonly<Record<KindHint, Words>> = {
  list: pair([
    'was|were|reduced from|rrp|r\\.r\\.p\\.?|mrp|m\\.r\\.p\\.?|msrp|srp|list(?: price)?|retail(?: price)?|reg(?:ular(?:ly)?|\\.)?(?: price)?|formerly|ordinarily|orig(?:inal(?:ly)?|\\.)?(?: price)?|old price|previous(?:ly)?|before|usual(?:ly)?(?: price)?|u\\.p\\.|compare(?:d)? at|instead of|typical(?:ly)?(?: price)?|strikethrough|normal(?:ly)?(?: fiyat)?|'
    + 'uvp|ovh\\.?|empf(?:ohlener|\\.) (?:verkaufs|ladenver\\p{L}*)?-?preis|(?:unverbindliche )?preisempfehlung|statt|vorher|bisher(?:iger)?(?: preis)?|(?:vorherig|früher)er preis|katalogpreis|ladenpreis|alter preis|listenpreis|ursprünglich(?:er preis)?|regulärer preis|unverb\\. preisempf\\.?|normalpreis|streichpreis|'
    + 'au lieu de|avant|prix (?:de vente )?(?:conseillé|recommandé|indicatif)|prix public|prix barré|prix habituel|prix initial|ancien prix|prix (?:précédent|catalogue)|prix de référence|prix d\'origine|'
    + 'antes|precio anterior|precio original|precio recomendado|pvp(?:r)?|precio de lista|precio normal|precio habitual|pvp recomendado|precio (?:de venta )?(?:recomendado|sugerido)|'
    + 'prezzo di listino|prezzo (?:di vendita )?(?:consigliato|suggerito)|prezzo originale|prezzo (?:predefinito|regolare|intero|iniziale|precedente)|invece di|anziché|prima|prezzo pieno|listino|'
    + 'de:|preço original|preço (?:sugerido|recomendado)|preço antigo|preço (?:normal|regular|habitual)|preço de lista|era|por apenas de|pvpr|preço anterior|'
    + 'było|cena regularna|(?:sugerowana|zalecana) cena(?: detaliczna)?|cena katalogowa|stara cena|poprzednia cena|pierwotna cena|zamiast|cena przed|'
    + '(?:consumenten)?adviesprijs|aanbevolen (?:verkoop)?prijs|i\\.?p\\.?v\\.?|in plaats van|(?<!termijnen )van|was nu|normale prijs|oude prijs|vorige prijs|vanafprijs oud|'
    + 'sebelumnya|harga (?:awal|asli|lama)|pôvodne|було|běžná cena|původní cena|původně|doporučená cena|bežná cena|pôvodná cena|ord\\.?(?:inarie)?(?: ?pris)?|rek\\.?(?:ommenderat)? ?pris|tidigare(?: pris)?|før(?:pris)?|vejl\\.? pris|veil\\.? pris|norm\\.(?: ?hinta)?|'
    + 'старая цена|рекомендованная цена|цена без скидки|был[оа]?|вместо|обычная цена|стара ціна|стара цена|eski fiyat|liste fiyatı|preț vechi|prp|régi ár|eredeti ár|αρχική τιμή|giá gốc|giá cũ|'
    // Woo shops say it in a sentence: "Den ursprungliga priset var: …".
    + 'ursprungliga priset|oprindelige pris|opprinnelig pris|alkuperäinen hinta|prețul inițial|первоначальная цена|початкова ціна|orijinal fiyat|המחיר המקורי|'
    // … and those of Shopify have these words for people who hear the page.
    + 'normaler preis|prix normal|precio regular|normalpris|vanlig pris|normaalihinta|harga (?:normal|coret)|giá (?:thông thường|niêm yết)|normál ár|preț (?:obișnuit|normal)|κανονική τιμή|редовна цена|звичайна ціна|redovna cijena|redna cena|tavahind|parastā cena|įprasta kaina|comp(?:\\.|arable)? value|'
    + '(?:reduziert|gesenkt) von|rebajado de|ridotto da|réduit de|före|förr|istället för|i stedet for|místo|namísto|namiesto|în loc de|umj?esto|namesto|замість|αντί(?: για)?|thay vì|במקום|بدل(?:ا|اً)? من',
    '原价|定价|建議(?:零)?售價|市[場场]?[售]?[價价]|专柜价|吊牌价|划线价|官方价|日常价|门市价|优惠前|建议零售价|参考价|原價|市價|定價|建議售價|定価|通常価格|参考価格|希望小売価格|元の価格|원래 가격|정상가|السعر الأصلي|過去価格|정가|소비자가|판매가격|السعر السابق|السعر العادي|قبل|(?:จาก|ราคา)?ปกติ',
  ], ['(?:helyett|yerine|sijaan|list price|rrp|uvp|msrp|mrp|pvpr?|adviesprijs)(?!\\p{L})', '']),
  // The lowest price of the last 30 days, which a shop of the EU must show beside a reduction: neither to pay nor struck through.
  past: pair([
    'lowest price (?:in|of|over|within|during) .{0,25}|\\d{2}[- ]tage[- ](?:best|tiefst|niedrigst)preis|(?:best|tiefst)preis der letzten .{0,12}|prix le plus bas (?:sur )?\\d{2} (?:derniers )?jours|laatste laagste prijs|dernier prix le plus bas|último precio más bajo|ultimo prezzo più basso|30[- ]day low(?:est price)?|niedrigster (?:gesamt)?preis (?:der|in den|seit).{0,25}|letzter niedrigster preis|prix le plus bas (?:des|sur|au cours|pratiqué).{0,30}|prezzo più basso .{0,35}|precio más bajo .{0,35}|laagste prijs .{0,30}|nejnižší cena .{0,30}|najnižšia cena .{0,30}|lägsta pris .{0,30}|laveste pris .{0,30}|alin hinta .{0,30}|cel mai mic preț .{0,30}|preço mais baixo .{0,30}|най-ниска цена .{0,30}|najniższa cena .{0,40}|menor preço (?:em|dos|nos) .{0,25}|(?:az )?(?:elmúlt|utolsó) \\d{2} nap legalacsonyabb ára|son \\d{2} gün(?:ün|de(?:ki)?) en düşük fiyatı?|(?:минимальная цена|самая низкая цена|мінімальна ціна|найнижча ціна) за .{0,25}|χαμηλότερη τιμή .{0,30}|najniža cijena .{0,30}|najnižja cena .{0,30}|madalaim hind .{0,30}|zemākā cena .{0,30}|mažiausia kaina .{0,30}|giá thấp nhất .{0,30}|harga terendah .{0,30}',
    '\\d{2} ?(?:日間?|天|일)(?:内|內|間|간)?(?:の|历史|歷史)? ?(?:最低価格|最安値|最低[价價]|최저가)',
  ], [`(?:30[- ]day low|lowest price in|${LOWEST})(?!\\p{L})`, '\\d{2} ?(?:日間?|天|일)(?:内|內|間|간)?(?:の|历史|歷史)? ?(?:最低価格|最安値|最低[价價]|최저가)']),
  saving: pair([
    // A share stands for itself: "20 % Rabatt 79,00 €" names what is left to pay.
    '(?<![%％] {0,2}(?:d[ei] |d\')?)(?:kupon(?= ?[-−])|price (?:drop|cut)(?: of)?(?! ?!)|save|saves|saved|saving(?:s)?|you save|discount(?: of)?|(?<!% ?)off|minus|extra|spar(?:e|en|st|nis)?|sie sparen|ersparnis|rabatt|rabat|nachlass|gespart|économi(?:e|sez|es)|remise(?: de)?|réduction(?: de)?|'
    + 'ahorra(?:s|ste)?|ahorro|descuento(?: de)?|risparmi(?:a|o)?|sconto(?: di)?|economize|poupe|poupança|desconto(?: de)?|oszczędzasz|oszczędź|zniżka|taniej o|bespaar|korting|je bespaart|ušetříte|sleva|zľava|spara|du sparar|'
    + 'скидка|экономия|выгода|знижка|економія|отстъпка|спестявате|indirim|kazanç|reducere|alennus|economisești|economii|kedvezmény|megtakarítás|ušetríte|ušteda|ušteđujete|prihranek|säästä(?:t|d)?|besparelse|κερδίζετε|έκπτωση|όφελος|giảm|tiết kiệm|hemat|jimat|diskon(?: hingga)?|potongan|avslag)|cash ?back(?: of)?|(?:rabatt|discount|remise|descuento|sconto|korting|desconto|zniżka|sleva)(?= ?:)',
    '立减|直降|节省|省|减|返[还现利]?|券|優惠券|抵|折扣(?!后?价)|下殺|現折|値引き?|割引|(?<!% ?|[a-z])OFF(?![a-z])|お得|(?<![%％] ?)할인|쿠폰|적립|خصم|وفر',
  ], ['(?:off|offerts|rembours(?:é|ement)\\p{L}{0,2}|erstattet|rimborsat[oi]|reembols\\p{L}{1,4}|zwrotu|saved|discount|d\'économies?|de ahorro|di risparmio|de economia|gespart|rabatt|de réduction|de remise|de descuento|di sconto|de desconto|taniej|korting|zniżki|rebate|cash ?back|coupon|kedvezmény|indirim|kupon|reducere|alennus|rabat|avslag|slevy|zľavy|скидк[аи]|знижк[аи]|отстъпка|popusta?|έκπτωση)(?!\\p{L})', '券|优惠券|OFF(?![a-z])|引き|お得|割引|(?:쿠폰 ?)?할인|적립|포인트|ポイント(?:還元|進呈|獲得)|積分'], NO_NUMBER),
  deposit: pair(['deposit|down payment|anzahlung|pfand|consigne|acompte|arrhes|caution|anticipo|acconto|caparra|sinal|entrada|zaliczka|kaucja|aanbetaling|statiegeld|záloha|pant|depósito|reservation fee|dont|éco-?part(?:icipation|\\.)?|[eé]cotaxe?|eco-?contribut(?:ion|o)|recupel|auvibel', '定金|订金|訂金|押金|首付|手付金|内金|예약금'],
    ['(?:(?:de )?consigne|statiegeld|kaucji|pant|deposit|down|anzahlung|pfand|d\'éco-?part\\p{L}*|(?:de )?recupel)(?!\\p{L})', '定金|订金']),
  conditional: pair([
    '(?:any )?\\d{1,2} (?:for|für|pour|voor|per|za|dla|för|для|за)(?: only| nur)?(?=[^\\p{L}\\d]{0,4}$)|with (?:coupon|code|card|subscription|prime|membership)|coupon price|(?:members?(?:hip)?|club ?card|loyalty|nectar)(?: price)?|(?:cena|preço|precio|prix|prezzo|preis) (?:dla|para|pour|per|für) (?:klubowicz|członk|membr|miembr|soci|sóci|assinant|adhérent|mitglied)\\p{L}*|subscribe(?: (?:&|and) save)?|auto-?ship|after coupon|prime|club price|mit gutschein|mitglieder(?:preis)?|spar-abo|leden(?:prijs|voordeel)|medlemspris|jäsenhinta|klubová cena|prix (?:adhérent|membre|fidélité)|precio (?:socio|club)|con cupón|prezzo soci|com cupom|(?:family|club)[- ](?:preis|price|prix|pris|prijs|hinta|cena)|sepette(?: özel)?|üyelere özel|üye fiyatı|klubár|tagoknak|τιμή μέλους|harga (?:member|anggota)|giá thành viên|(?:preț|prețul) (?:pentru membri|cu card(?:ul)?)|цена (?:по карте|для (?:членов|участников))(?: клуба)?|(?:с|по) карт(?:ой|е)(?: клуба)?|ціна (?:за карткою|для учасників)|clube|no pix|à vista|klub',
    '券后|到手|(?:满减|立减|优惠|补贴)后(?:价|约)*|会员|會員|plus价|vip价|国补|补贴价|拼团|拼单|新人|首单|粉丝价|学生价|クーポン適用|会員価格|実質(?:価格)?|쿠폰 ?적용|회원가|최대 ?혜택가|카드 ?(?:할인|혜택)가',
  ], ['(?:club ?card|nectar|loyalty|members?(?:hip)?|club|coupon)(?: price)?(?!\\p{L})|(?:for|pour les|für|para|voor) (?:members|membres|mitglieder|socios|leden)|(?:avec|con|mit|met|z|s|с) (?:la |ta |de |der )?(?:carte|carta|tarjeta|karte|bonuskaart|kaart|kartą|kódem|kódom|картой|code|código|codice|kodem)|with (?:club ?card|nectar|card|coupon|code|subscribe|subscription|prime|membership)|when you|mit gutschein|no pix|à vista|per (?:più|prime)', '券后|クーポン']),
  shipping: pair([
    'shipping|delivery|postage|p ?& ?p|freight|(?:gratis)?versand(?:kosten)?|gratislieferung|versandkostenfrei(?:e[rn]?)?|portofrei(?:e[rn]?)?|lieferung|livraison|frais de port|port|envío|gastos de envío|spedizione|frete|envio|portes|dostaw[ay]|wysyłk[ai]|przesyłk[ai]|verzending|verzendkosten|bezorgkosten|doprava|poštovné|frakt|fragt|доставка|kargo(?: ücreti)?|livrare|toimitus(?:kulut|maksu)?|szállítás(?:i díj)?|μεταφορικά|(?:έξοδα )?αποστολ(?:ή|ής)|dostava|toimetus|ongkir|ongkos kirim|biaya (?:kirim|pengiriman)|phí (?:vận chuyển|ship|giao hàng)',
    '运费|邮费|快递|運費|宅配|取貨|郵寄|送料|배송(?:비|료|정보)|택배비|الشحن',
  ], ['(?:(?:flat[- ]rate|standard|express|next[- ]day|economy|estimated) )?(?:shipping|delivery|postage|p ?& ?p|versand(?:kosten)?|(?:de )?frais (?:de (?:port|livraison)|d\'(?:envoi|expédition))|de livraison|de port|(?:de )?gastos de envío|(?:di )?spese di spedizione|de envío|di spedizione|de frete|de envio|wysyłka|dostawa|verzending|verzendkosten|frakt|fragt|doprava|poštovné|toimitus|toimituskulut|szállítás|kargo|livrare|transport|доставка|dostava|μεταφορικά)(?!\\p{L})', '运费|邮费|送料|배송비']),
  threshold: pair([
    'starting (?:price|bid)|opening bid|reserve price|start(?:preis|gebot)|mise à prix|orders? (?:over|above|of)|over|above|spend|more than|(?:under|below|less than|unter|moins de|menos de|meno di|onder|poniżej)(?=[^\\p{L}\\d]{0,4}$)|min(?:imum|\\.)?(?: order)?|when you (?:buy|spend)|on orders|ab einem (?:bestellwert|einkaufswert)(?: von)?|mindestbestellwert|bestellwert|dès l\'achat de|dès .{0,15}d\'achats?|à partir de .{0,20}d\'achat|por compras superiores a|pedidos superiores a|a partire da .{0,10}di spesa|acima de|compras a partir de|powyżej|od kwoty|vanaf een bestelling|boven|besteding|nad|över|over kr|при заказе от|свыше|peste|άνω των|πάνω από|yli',
    '满|滿|起拍|以上で|以上购|あと',
  ], ['(?:or more|and up|bestellwert|einkaufswert|(?:ve )?üzer(?:i|inde|ine)|felett|fölött|i więcej|y más|et plus|e oltre|und mehr|en hoger|och uppåt|\\+(?! ?(?:vat|tax|gst|iva|mwst|tva|btw|dph|shipping|delivery|postage|p ?& ?p|versand|porto|livraison|envío|spedizione|verzend|frakt|fragt|dostawa|frete|税|£|€|\\$))|and over|of (?:items|eligible|qualifying)|minimum|d\'achat|di spesa|de compra|' + TO_FREE_SHIPPING + ')(?!\\p{L})', '以上|이상'], NO_NUMBER),
  instalment: pair([
    '(?:\\d{1,2} ?(?:x|×)(?: (?:de|von|da))?(?=[^\\p{L}\\d]{0,4}$)|\\d{1,2} (?:interest-free )?(?:payments?|instal(?:l)?ments?) of|\\d{1,2} (?:monatliche )?raten|payments? of|instal(?:l)?ments?(?: of)?|pay in \\d|afterpay|klarna|(?:no[ -]cost )?emis?(?: (?:options?|starts?|starting|from|at|of)){0,3}|rate(?:n)?(?: von)?|monatsrate|mensualités?(?: de)?|\\d{1,2} ?fois|\\d{1,2} (?:meses|mensualidades|pagos|cuotas|plazos|msi) (?:sin inter[eé]s(?:es)? |fij[ao]s |iguales )?de|cuotas de|plazos de|rate da|parcelas de|em até|ou \\d{1,2}|rat[ay]|\\d{1,2} rat(?: po)?|(?:\\d{1,2} )?termijnen van|(?:\\d{1,2} )?delbetalningar (?:om|på|à)|splátky|erioksi|taksit|(?:\\d{1,2} )?(?:(?:άτοκες|έντοκες) )?δόσεις(?: των| από)?|вноски по|(?:részlet|splátek|splátok|obroka|rata|prestações|avdrag|rater|cicilan)(?: (?:po|de|på|à|x))?|платеж(?:ів|ей|[аіи])? по|erää|trả góp)',
    '\\d{1,2} ?期(?![间間])|分期|每期|期免息|月供|分割払い|월 할부|할부|(?:دفعات|أقساط|قسط)(?: (?:شهرية |متساوية )?بقيمة)?|ผ่อน|תשלומים(?: של)?',
  ], ['(?:x \\d{1,2}|× ?\\d{1,2}|sem juros|zinslos)(?!\\p{L})', '/期|每期']),
  excluding_tax: pair([
    'ex(?:cl?)?(?:uding|\\.)? ?(?:vat|tax|gst)|without tax|ex tax|zzgl\\.? (?:mwst|ust)|netto(?:preis)?|ohne mwst|hors taxes?|ht|sin iva|iva no incl(?:uido)?|senza iva|iva esclusa|sem iva|bez podatku|netto|bez vat|excl\\.? btw|exclusief btw|bez dph|ekskl\\.? moms|exkl\\.? moms|без ндс|без пдв|kdv hariç|fără tva|nettó|χωρίς φπα|χωρις φπα|unit tax',
    '(?:税抜き?|税別|本体)(?:価格)?|未税|不含税|未稅|부가세 별도',
  ], ['(?:ex(?:cl?)?(?:uding|\\.)? ?(?:vat|tax|gst)|\\+ ?(?:vat|tax|gst|iva|mwst|tva|btw|dph)|plus (?:vat|tax)|zzgl\\.? ?(?:\\d{1,2} ?% ?)?(?:mwst|ust)|netto|ht|h\\.t\\.|hors|sin iva|senza iva|bez dph|bez vat|excl|exkl|ekskl|без ндс)(?![\\p{L}])', '\\(?税抜|\\(?税別|\\+ ?税|不含税']),
};

/** Whether shipping is in the price: "excl. shipping", "zzgl. Versand", 送料無料. A sum behind "plus shipping" is that of the shipping. */
export const SHIPPING_TOLD = /(?<!\p{L})(?:(?:exkl|excl|exclu|inkl|incl|ohne|without|hors|sans|sin|senza|bez|zonder|sem|utan|uten|uden)\p{L}*\.?|(?:zzgl|zuzüglich|plus|\+)\.?(?=[^\d]{0,40}$)) {0,2}(?:(?:of|de|les|di|frais|costes|costos|gastos|spese|kosztów) ){0,3}(?:shipping|delivery|postage|versand|verzend|livraison|port|envío|spedizione|dostawy|frakt|fragt|frete)\p{L}*|送料(?:無料|込み?|別(?!途)|別途(?! ?[\d¥]))|배송비 ?(?:무료|별도|포함)|무료 ?배송|包邮|免运费/giu;

/** "now", "sale price": the amount to pay, whatever else stands there. */
export const NOW_WORDS = new RegExp(words(
  'now|auf(?=[^\\p{L}\\d]{0,3}$)|sale(?: price)?|special(?: price)?|our price|your price|only|today|deal price|current(?: price)?|price|final price|jetzt|nur|aktionspreis|angebotspreis|sonderpreis|neuer preis|preis|maintenant|seulement|prix|prix promo|nouveau prix|ahora|solo|precio|precio oferta|oferta|ora|adesso|prezzo|prezzo scontato|agora|por|apenas|preço|preço promocional|teraz|cena|cena promocyjna|tylko|nu|voor|nu voor|actieprijs|prijs|akční cena|nyní|naše cena|nu endast|pris|tilbud|cейчас|сейчас|цена|новая цена|ціна|fiyat|preț|ár|akciós ár|τιμή|giá',
  '现价|(?<!零)售[价價]|促销价|活动价|秒杀价|特价|惊爆价|优惠价|现在|仅|現價|特價|販売価格|セール価格|特価|価格|現在価格|판매가|할인가|السعر',
), 'iu');

/** A price that replaces a higher one. */
export const REDUCED_WORDS = new RegExp(`(?:${words('sale(?: price)?|special price|deal(?: price)?|now|aktionspreis|angebotspreis|sonderpreis|jetzt|prix promo|precio oferta|prezzo scontato|preço promocional|cena promocyjna|actieprijs|akční cena', '促销价|活动价|秒杀价|特价|惊爆价|优惠价|折后价|折扣价|现价|特價|現價|セール価格|特価|할인가')})[ :]*$`, 'iu');

/** Before the amount: it is the least of several. */
export const FROM_BEFORE = new RegExp(`(?:${words('from|starting(?: at| from)?|starts at|as low as|ab|schon ab|à partir de|a partir de|dès|desde|da|a partire da|vanaf|od|již od|už od|från|fra|alkaen|от|від|începând de la|de la|από|a partir|mulai|chỉ từ|từ', '起价|最低|低至')})[ :]*$`, 'iu');
export const FROM_AFTER = /^ ?(?:\(?税込み?\)? ?)?(?:起|から|~(?! ?(?:[¥$€£]|\d[\d.,]*(?! ?[\d.,개명건회])))|부터|\+(?! ?[\p{L}\d\p{Sc}])|and up|& up|'den başlayan|-tól|-től|alkaen|upwards)/iu;

/** What is paid for by the piece or the measure; stays and persons as well. */
const UNIT = `(?:${MEASURE}|mm|meters?|persona?|pers|personne|personen?|nights?|nacht|nuit|noche|notte|packs?|glas|flaschen?|bottles?|bouteilles?|botellas?|bottigli[ae]|garrafas?|set|box)`;
/** Behind the amount: it is for a measure, not for the article as sold. */
export const PER_UNIT_AFTER = new RegExp(`^[ )*起]{0,2}(?:/ ?(?:\\d{1,4} ?)?(?:${UNIT})(?!\\p{L})|(?:per|pro|par|por|al|je|la|za|pr\\.?|за|το|ανά|başına) (?:\\d{1,4} ?)?(?:${UNIT})(?!\\p{L})|each(?!\\p{L})|ea\\.?(?!\\p{L})|(?:l'|(?:le|la|il|lo|el|das|der|die|de|het) )(?:${UNIT})(?!\\p{L})|/ ?(?:件|个|台|只|瓶|箱|盒|份|支|双|条|袋|斤|公斤|千克|克|米|套|組|入|本|個|枚|袋|平米|㎡|人)|每(?:件|个|台|瓶|斤))`, 'iu');
export const PER_UNIT_BEFORE = new RegExp(words(`unit price|price per (?:${UNIT})|grundpreis|\\d{1,4}(?:[.,]\\d{1,3})? ?${UNIT} ?=|precio por (?:${UNIT})|prix au (?:${UNIT})|prezzo al (?:${UNIT})|jämförpris|cena za (?:${UNIT})|цена за (?:${UNIT})|τιμή (?:κιλού|λίτρου|μονάδας|τεμαχίου|ανά (?:${UNIT}))|kilosu|litresi|birim fiyatı?|egységár|vertailuhinta|preț (?:unitar|pe (?:${UNIT}))|cena jednostkowa|jednotková cena|enhedspris|enhetspris|jedinična cijena`, `单价|单位价|単価|あたり|当たり|当り|[개장병팩매]당|\\d ?${UNIT}당|每 ?(?:\\d{1,4} ?)?${UNIT}[ :约]*$`), 'iu');
/** Behind the amount: it is paid again and again. */
export const RECURRING_AFTER = /^[ *]{0,2}(?:(?:\/|per|a|each|every|pro|par|por|al|im|ao|za|om|i) ?(?:mo(?:nth|nat|is|s)?|mth|mes(?:e)?|mês|maand|miesiąc|mies|měsíc|måned|månad|mån|md|mnd|yr|year|jahr|an|ans|año|anno|ano|rok|jaar|år|week|wk|woche|semaine|semana|settimana|day|tag|jour|día|quarter|мес|месяц|год)\.?(?!\p{L})|monthly|monatlich|mtl\.?|mensuel(?:s|les?)?|mensual(?:es)?|mensili|mensais|miesięcznie|p\.?m\.|p\.?a\.|yearly|annually|jährlich|\/(?:月|年|周|天|日)|每月|每年|\/mies)/iu;
export const RECURRING_BEFORE = new RegExp(words('monthly|per month|monatlich(?:e rate)?|mtl\\.?|mensualité|al mes|mensili', '月額|年額|每月|月费|월'), 'iu');

/** Between two amounts: from the one to the other. */
export const RANGE_JOIN = /^(?:\s*\((?:税[込抜]み?|inc(?:l\.?)? ?(?:vat|gst|tax)|inkl\.? ?mwst\.?|ttc|含税)\))?[\s:]*(?:-|~|to|bis|bis zu|hasta|fino a|until|à|a|al|até|do|tot|till|til|до|και|至|到|から|まで|between|…|\.\.\.)[\s:]*$/iu;

/** Before the first of two amounts, and between them: `between £10 and £20`. */
export const BETWEEN_BEFORE = new RegExp(words('between|zwischen|entre|tra|fra|między|tussen|mezi|mellan|mellem|между|між', '') + '[ :]*$', 'iu');
export const BETWEEN_JOIN = /^ ?(?:and|und|et|y|e|a|en|i|och|og|и|та) ?$/iu;

/** Nothing to pay for the delivery: an amount behind it is the one from which that holds. */
export const FREE_SHIPPING = new RegExp(words('free|gratis(?:versand|lieferung)?|kostenlos(?:e[rn]?)?|versandkostenfrei(?:e[rn]?)?|gratuit\\p{L}{0,2}|offerte?|grátis|darmow\\p{L}{1,3}|zdarma|zadarmo|ilmai[ns]\\p{L}{1,3}|fri|δωρεάν|besplatn\\p{L}{1,3}|brezplačn\\p{L}{1,3}|tasuta|бесплатн\\p{L}{1,3}|безкоштовн\\p{L}{1,3}|ücretsiz|gratuită|ingyenes|miễn phí', '免运费|包邮|免運|無料|무료'), 'iu');

/** With the taxes. */
export const TAXED_AFTER = /^[\s(*]{0,3}(?:inc(?:l(?:uding|usive|\.)?|\.)? ?(?:of )?(?:all )?(?:vat|tax(?:es)?|gst|moms|iva|btw|mva|dph|ust|mwst)|inkl\.? ?(?:\d{1,2} ?% ?)?(?:mwst|ust|moms|mva)|ttc|t\.t\.c|brutto|(?:con )?iva (?:incl|inc)|s dph|vč\. dph|z vat|税込|税込み|含税|含稅)/iu;
export const TAXED_BEFORE = /(?:税込み?|税込価格|含税价?|含稅|inc\.? vat|incl\.? vat|inkl\. mwst\.?|ttc)[\s:]{0,3}$/iu;

/** The whole text says that nothing is to be paid. */
export const FREE_WORDS: ReadonlySet<string> = new Set('free|free!|gratis|kostenlos|umsonst|gratuit|gratuito|grátis|gratuita|za darmo|darmowe|zdarma|zadarmo|ilmainen|бесплатно|безкоштовно|ücretsiz|miễn phí|免费|免費|無料|무료|مجاني|offert|omaggio'.split('|'));

/** Behind a number: it is a measure, a time, a share or a model, no money. */
export const NOT_MONEY_AFTER = /^-(?:packs?|pieces?|pcs?|sets?|fold|way|in-1|years?|days?|months?|inch|person|ply|er-pack|teilig|tlg|pezzi|piezas|pièces)(?![\p{L}\d])|^ ?(?:%|‰|％|°|"|折|割|倍|ft|cm|mm|km|m|m²|m2|kg|gr?|mg|lbs?|oz|ml|cl|dl|l|ltr|inch(?:es)?|in|gb|tb|mb|kb|ghz|mhz|hz|w|kw|kwh|v|mah|dpi|px|fps|pcs|pieces|stück|items?|reviews?|ratings?|sold|days?|tage|jours|días|giorni|dias|dni|dagen|hours?|hrs?|stunden|heures|min(?:utes|uten)?|sec(?:onds)?|years?|jahre|ans|años|anni|anos|lat|jaar|weeks?|months?|monate|mois|meses|mesi|stars?|sternen?|étoiles|estrellas|stelle|estrelas|gwiazdek|sterren|points?|punkte|pts?|x|sizes|colou?rs|options|variants|styles|results|mp|megapixels?|rpm|psi|lm|lumens?|wh|m?btc|eth|usd[tc]|xrp|bnb|doge|ltc|xmr|sats?|satoshis?|bitcoins?|ether|(?:out )?of \d+|(?:von|sur|su|de|av|z|na|van(?: de)?) (?:5|10))(?![\p{L}\d])|^ ?(?:件|个|人|名|天|日|年|月|号|時|小时|分|秒|点|款|条评|评论|期|斤|千克|公斤|克|毫升|升|ポイント|個|点|回|歳|개|명|일|년|월|시간|점|قسط|أقساط|دفعات|عدد)/iu;
/** A month's name: numbers without currency beside it are a date. */
export const MONTH = /(?<!\p{L})(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|février|mar(?:ch|s)?|märz|apr(?:il)?|avril|may|mai|june?|juin|juni|july?|juillet|juli|aug(?:ust)?|août|sept?(?:ember|embre)?|oct(?:ober|obre)?|oktober|nov(?:ember|embre)?|dec(?:ember)?|dezember|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|octubre|noviembre|diciembre)(?!\p{L})/iu;
