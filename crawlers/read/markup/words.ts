/** Class names that speak of a price. */
export const PRICE_MARK = /pric|preis|prix|precio|preco|prezzo|prijs|cena|amount|money|kaina|cijena|kosten|valor|jiage/;
/** … of one that is not to be paid: struck through, recommended, before. */
export const LIST_MARK = /(?:^|[\s_-])(?:old|was|list|rrp|msrp|uvp|srp|strike|strikethrough|striked|crossed|cross|previous|prev|before|original|orig|retail|compare|compare-?at|recommended|reference|barred|from-?price|instead|statt|non-?sale|line-?through|antes|tachado|barre|oud|stara|was-?price|base-?price-?old)(?:$|[\s_-]|price|value)|old-?price|price-?old|oldprice|was-?price|list-?price|listprice|rrp|msrp|strike|regular-?price-?(?:was|old)|price--?(?:compare|was|old|original|regular)|compare-?at|original-?price|price-?original|price-?before|standard-?price-?old|priceold|pricewas|crossed/;
/** … of a part of it, a saving, or a price of something else. */
export const OTHER_MARK = /sav(?:e|ing)|unit-?price|price-?(?:per|unit)|per-?(?:unit|kg|piece)|base-?price(?!-?value)|grundpreis|discount-?(?:amount|value|percent)|instal+|month|financ|ship|deliver|deposit|points|bonus|cashback|tier|coupon|voucher|threshold|tax-?(?:amount|value)|vat-?amount|price-?(?:range-?filter|filter|alert|guarantee|match|history)|min-?order|rent/;
/** … of one that not everybody pays. */
export const FOR_SOME_MARK = /(?:^|[\s_-])(?:members?|membership|club|loyalty|clubcard|bonus-?card|with-?card|subscri\w{1,10}|autoship|student)(?:$|[\s_-]|price)|vip-?price/;
/** … of the one to be paid now. */
export const NOW_MARK = /current|sale(?!s)|final|special|(?:^|[\s_-])(?:now|our|actual|new|reduced|today)|product-?price|price-?(?:value|now|new|sale|final|current|amount|actual|main|big)|offer-?price|buy-?box|selling/;
/** Class names that speak of stock. */
export const STOCK_MARK = /stock|availab|dispon|verfueg|verfugb|lager|inventory|lieferzeit|delivery-?(?:time|info|status)|sold-?out|zasoba|dostup|sklad|voorraad|magazz/;
/** Class names of elements that hold a promotion's words. */
export const PROMOTION_MARK = /promo(?!t?ion-?price)|coupon|voucher|special-?offer|multi-?buy|deal-?(?:badge|text|label)|discount-?(?:text|label|info|badge)|campaign|youhui|huodong|manjian/;
/** Words of promotions that are plain enough to be looked for everywhere in the main part of a page. */
export const PROMOTION_WORD = /满\s?\d+(?:\.\d+)?\s?[元件]?.{0,6}[减折打送]|第[二三2-9]件.{0,4}[折半]|券后|领券|\bbuy \d+.{0,20}(?:get|save|pay)|\d for (?:[$€£]|\d)|% off (?:when|with|your|orders?|code)|with code [A-Z\d]{3,}/i;
/** Words that speak of stock; only texts with one of them are looked at closely. */
export const STOCK_WORD = /stock|sold|availab|ausverkauft|vergriffen|lager|lieferbar|verf[üu]gbar|dispon|épuis|rupture|agotad|exist[eè]nc|esaurit|esgotad|indispon|uitverkocht|voorraad|leverbaar|wyprzeda|dost[ęe]pn|niedost|magazyn|品切|在庫|入荷|売り切|予約|售罄|售完|缺货|缺貨|无货|無貨|有货|有貨|现货|現貨|下架|预售|預購|预订|补货|pre-?order|back-?order|vyprod|sklad|stoc |stoc$|în stoc|품절|재고|일시|налич|распродан|предзаказ|slut|udsolgt|utsolgt|loppu|laos|otsas|no longer|discontinued|coming soon|noliktav|pieejam|elfogyott|raktár|εξαντλ|διαθέσιμ|stokta|tükendi/i;
/** Words on the button that puts an article into the cart. */
export const BUY_WORD = /add to (?:cart|bag|basket|trolley)|buy (?:it )?now|in den (?:waren|einkaufs)korb|jetzt kaufen|ajouter au panier|acheter|añadir a(?: la cesta|l carrito)|agregar al carrito|comprar|aggiungi al carrello|acquista|adicionar (?:ao carrinho|à sacola)|do koszyka|in (?:winkel(?:wagen|mand(?:je)?)|mijn winkel)|加入购物车|加入購物車|立即购买|立即購買|カートに入れる|買い物かご|장바구니|구매하기|do košíku|do košíka|kosárba|adaug[ăa] [îi]n co[sș]|lägg i (?:varukorg|kundvagn)|læg i kurv|legg i handlekurv|lisa (?:ostu)?korvi|ielikt|pirkt|pridėti|pirkti|в корзину|купить|sepete ekle|lisää ostoskoriin|osta nyt|放[入進进](?:購物車|购物车)|加[到进進](?:購物車|购物车)|直接購買|我要購買|立刻購買|カゴに入れる|購入する|今すぐ(?:買う|購入)|u košaricu|v košarico|купи|количката|στο καλάθι|thêm vào giỏ|mua ngay|tambah(?:kan)? ke keranjang|beli sekarang|satın al|a la bolsa|no carrinho|à sacola|aan winkelwagen|toevoegen aan|j'achète|in die einkaufstasche|kjøp nå|handlekurv|kup teraz|koupit|hinzufügen|أضف إلى السلة/i;
/** Class names of an element that holds the brand alone. */
export const BRAND_MARK = /(?:^|[\s_-])(?:brand|brands|manufacturer|marke|marca|marque|merk|vendor|hersteller|producer|producent|znacka|designer)(?:$|[\s_]|-{0,2}_{0,2}(?:name|title|link|text|logo|image|img|label|value))/;
/** An address that leads to everything of one brand. */
export const BRAND_LINK = /\/(?:brands?|marken?|hersteller|manufacturers?|marcas?|marques?|merken?|marche|marchi|producer|producent|vendors?|designers?|znack[ay]|tootjad?|varumarken?|pinpai)\/[^/?#]{2,60}\/?(?:[?#]|$)|[?&](?:brand|manufacturer|marca|marke|hersteller)=[^&]{2,60}/i;
/** Names of elements that put an article into the cart, in whatever language they are labelled. */
export const BUY_MARK = /(?:add|adding)[-_]?to[-_]?(?:shopping[-_]?)?(?:cart|bag|basket|trolley)|(?:^|[\s_-])buy[-_]?(?:now|button|btn)|(?:btn|button)[-_]{0,2}(?:buy|addtocart|add[-_]cart|cart[-_]add)(?:$|[\s_-])|cart[-_]?add(?:$|[\s_-])|product[-_]form__submit|panier[-_]?ajout|ajout[-_]?panier|warenkorb[-_]?(?:button|btn|add)|(?:^|[\s_-])(?:do[-_]kosz|koszyk[-_]?dodaj)/;
/** An amount with a sign or code beside it, in short text. */
export const MONEY_TEXT = /(?:[$¢€£¥￥₹₩₽₺₫฿₪₴₦₱]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|BRL|CNY|JPY|INR|KRW|AUD|CAD|ARS|CLP|RUB|TRY|AED|SAR|KWD|RM|Rs)\b|\b(?:z[łl]|Kč|kr|lei|Ft|лв|руб)(?![\p{L}])|[元円圆원]|(?<![\d.,])\d{1,2}(?:\.\d)?p(?![\p{L}\d]))/iu;
