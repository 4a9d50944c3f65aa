import { remembered } from '../text/remembered.ts';

/** Class names that speak of a price. */
export const PRICE_MARK = /pric|preis|prix|precio|preco|prezzo|prijs|cena|amount|money|kaina|cijena|kosten|valor|jiage/;
/** … of one that is not to be paid: struck through, recommended, before. */
export const LIST_MARK = /(?:^|[\s_-])(?:old|was|rrp|anterior|antigo|ancien|vecchio|listino|alter|streich|eredeti|regi|gammel|gammal|ordinarie|ord|vanha|stara|puvodni|povodna|vechi|origin|org|mrp|maxprice|msrp|uvp|srp|strike|strikethrough|striked|crossed|cross|previous|prev|before|original|orig|retail|compare|compare-?at|recommended|reference|barred|from-?price|instead|statt|non-?sale|line-?through|antes|tachado|barre|oud|stara|was-?price|base-?price-?old)(?:$|[\s_-]|price|value)|old-?price|price-?old|oldprice|was-?price|(?<!(?:with|has|no|show)[-_])list-?price|listprice|rrp|msrp|ref-?price|strike|regular-?price-?(?:was|old)|price--?(?:compare|was|old|original|regular)|compare-?at|original-?price|price-?original|price-?before|standard-?price-?old|priceold|pricewas|crossed/;
/** … of a part of it, a saving, or a price of something else. */
export const OTHER_MARK = /sav(?:e|ing)|unit-?price|price-?(?:per|unit)|per-?(?:unit|kg|piece)|base-?price(?!-?value)|grundpreis|discount-?(?:amount|value|percent)|instal+|month|financ|ship|deliver|deposit|points|bonus|cashback|tier|coupon|voucher|threshold|tax-?(?:amount|value)|vat-?amount|warrant|insur|protection-?plan|attach-|accessor|add-?ons?(?![a-z])|price-?(?:range-?filter|filter|alert|guarantee|match|history)|min-?order|rent/;
/** … of one that not everybody pays. */
export const FOR_SOME_MARK = /(?:^|[\s_-])(?:members?|membership|club|loyalty|clubcard|bonus-?card|with-?card|subscri\w{1,10}|autoship|student|wholesale|dealer|reseller|b2b|opt(?:om|ovaya|ovaja)?|hurt(?:owa)?|mayorista|atacado|ingrosso|grosshandel|haendler)(?:$|[\s_-]|price)|vip-?price/;
/** … of the one to be paid now. */
export const NOW_MARK = /current|sale(?!s)|final|special|(?:^|[\s_-])(?:now|our|actual|new|reduced|today)|product-?price|price[-_]{0,2}(?:value|now|new|sale|final|current|amount|actual|main|big|large|discounted|promo|promotional)|offer-?price|buy-?box|selling/;
/** Class names that speak of stock. */
export const STOCK_MARK = /stock|availab|dispon|verfueg|verfugb|lager(?!-?(?:font|text))|inventory|lieferzeit|delivery-?(?:time|info|status)|sold-?out|zasoba|dost[ue]p|sklad|voorraad|magazz|magazyn|varasto|saatavuus|keszlet|raktar|(?:^|[\s_-])stoc(?:$|[\s_-])|estoque|existenc|nalichi|zaloga|zaliha|lagerstatus|saldo|soldout|zaiko|kucun/;
/** Class names of elements that hold a promotion's words. */
export const PROMOTION_MARK = /promo(?!t?ion-?price)|coupon|voucher|special-?offer|multi-?buy|deal-?(?:badge|text|label)|discount-?(?:text|label|info|badge)|campaign|youhui|huodong|manjian/;
/** Words of promotions that are plain enough to be looked for everywhere in the main part of a page. */
export const PROMOTION_WORD = /满\s?\d+(?:\.\d+)?\s?[元件]?.{0,6}[减折打送]|第[二三2-9]件.{0,4}[折半]|券后|领券|\bbuy \d+.{0,20}(?:get|save|pay)|\d for (?:[$€£]|\d)|% off (?:when|with|your|orders?|code)|with code [A-Z\d]{3,}/i;
/** Words that speak of stock in Latin letters, small ones: every text of a page is looked at, and without a flag that takes half as long. */
const STOCK_LATIN = new RegExp([
  'stock|stok|stoc(?: |$)|sold|unavail|availab|no longer|discontinued|retired|end[ -]of[ -]li|coming soon|reserved|out of th|out of it|pre[ -]?order|back[ -]?order|special order|made to order|(?:bidding|auction|listing|offer) (?:has |is )?(?:ended|closed|over)|publicaci[oó]n|an[uú]ncio (?:pausad|finali)|auktion|ench[eè]re|notif|wait(?:ing)?[ -]?list|alert me|(?:mail|text|tell) me when|mail when|check back|back soon|\\d left|last (?:one|few|items?)|almost gone|ready (?:to|for) (?:ship|disp)|dispatched|ships? (?:in|within|today|now)|order soon',
  'verkauft|reserviert|vergriffen|lager|lieferbar|lieferzeit|verf[üu]gbar|vorr[äa]tig|erh[äa]ltlich|bestellbar|vorbestell|bestand|benachrichtig|nicht mehr|nicht zur|restposten|nachgeliefert|wieder da|vorverkauf',
  'dispon|épuis|rupture|vendu$|précommand|réappro|réassort|plus que \\d|derni(?:er|ère)s? (?:art|pi|ex|prod)|prév(?:enir|enez)|m.(?:alerter|avertir)|alertez|victime d|réservé',
  'agotad|exist[eè]nc|quedan? |próximamente|preventa|av[ií]s[ea]|[uú]ltim|descatalog|reservar? ahora', 'esaurit|esauriment|terminat|avverti|prenotabil|prevendit|preordin|magazz|ordinabil|in arrivo|avvis|rimast', 'esgotad|estoque|resta[mr]|em breve|pré-venda|pronta entrega',
  'wyprzeda|przedsprzeda|przedpremier|znać|dost[ęe]pn|magazyn|na stanie|brak|powiadom|ostatni|zosta[łl]|wysy[łl]k', 'uitverkocht|voorraad|leverba|verkrijgba|op de hoogte|stuur m|reserve(?:ren|er nu)|laatste|nog (?:maar |slechts )?\\d|morgen in huis|beschikba|levertijd|assortiment|mail mij',
  'vyprod|sklad|dostup|koupit|posledn|zbýv|zostáv|hl[íi]d|stráž|predobjedn|předobjedn|vypredan|kúpiť|ihneď|ihned', 'slut|udsolgt|utsolgt|kvar$|tilbage|igjen|utgå|udgå|restordre|bevaka|meddela mig|besked|beskjed|varsle|tilg(?:j|æ)|tillgäng|kommer snart|få(?:tal)?(?: |$)|förbeställ|forudbest|forhåndsb|väntas in|skickas',
  'loppu|varasto|saatav|toimite|tilattav|jäljellä|ennakko|ilmoita|poistunut|tulossa', 'laos|otsas|saadaval|läbi müüd|viima', 'noliktav|pieejam|izpārd|paziņot|pēdēj', 'sandėl|išparduot|išpirkt|turime|prekyboje|paskutin|pranešti|liko',
  'elfogy|kifogy|raktár|készlet|kaphat|rendelh|elérh|utolsó|értesít|előrendel|kifutott|azonnal', 'epuizat|precom|ultim[eiu]|anun[tțţ]|lips[ăa]', 'rasproda|razproda|zalih|zalog|na stanju|na voljo|raspolož|dobavlj|obav|obvesti|zadnj|još samo|samo še',
  'tüken|temin ed|mevcut|haber ver|son \\d|ön sipari|satıştan', 'habis|kosong|tersedia|sisa \\d|tidak dijual|beri ?tahu|segera hadir|còn hàng',
].join('|'));
/** … and in other letters, those of Vietnamese among them. */
const STOCK_OTHER = /品切|在庫|入荷|売り?切|完売|予約|残り|取り?扱|販売|欠品|廃番|生産(?:[終完]了|中止)|発売|お届け|発送|出荷|ラスト ?\d|あと ?\d|準備中|受付終了|取り寄せ|[库庫]存|售[罄完磬]|[缺無无没断斷有现現][货貨]|[补補][货貨]|[预預][售購购订訂定]|下架|下柜|停[售产]|[抢搶卖賣][光完]|[销銷]售一空|到[货貨]|[剩余餘仅僅]\s?[余餘]?\s?\d|最[后後]\s?\d|即[将將]|敬[请請]期待|完售|已结束|失效|少量|[无無不]法?能?可?[购購][买買]|[暂暫][停不]|품절|재고|일시|매진|재입고|입고|판매|구매|단종|예약|솔드아웃|마지막\s?\d|마감|남은|출시|налич|распрод|продан|законч|предзаказ|недоступ|отсутств|поступлен|снят|[ву] продаже|больше не|склад|остал(?:о|а)сь|заканчив|последн|ожида|скоро|неналич|ограничен|изчерпан|уведоми|наявн|закінч|відсутн|розпродан|передзамов|знят|очіку|останн|залишил|повідом|εξαντλ|διαθ[έε]σιμ|απ[όο]θεμα|ετοιμοπαρ|ειδοπο|ενημ[έε]ρωσ|τελευτα|προσωριν|προπαραγγ|περιορισμ|hết|còn hàng|sẵn hàng|chỉ còn|ngừng|báo (?:cho|khi)|đặt (?:hàng )?trước|cháy hàng|готов|หมด|สินค้า|พร้อมส่ง|สต[็๊]?อก|เหลือ|พรีออเดอร์|สั่งจอง|แจ้งเตือน|אזל|מלאי|נמכר|זמין|עדכנו?|נותר|יחידות|نف[ذد]|متوفر|متاح|مخزون|الكمية|عند|محدودة|آخر|موجود|تمام شد|स्टॉक|उपलब्ध/i;
/** Letters beyond the Latin ones of Europe. */
const BEYOND_LATIN = /[\u0250-\u1fff\u2070-\uffff]/;

/** Letters that become others when made small: `İ`, and the signs for kelvin and ångström. */
const OTHERS_SMALL = /[\u0130\u212a\u212b]/g;

/** Whether a text may speak of stock; what it says is decided by `parseAvailability`. */
export const speaksOfStock = remembered((text) => STOCK_LATIN.test(text.replaceAll(OTHERS_SMALL, '_').toLowerCase()) || (BEYOND_LATIN.test(text) && STOCK_OTHER.test(text)));

/** Words on the button that puts an article into the cart, wherever in its text. */
export const BUY_WORD = new RegExp([
  'add to (?:(?:your|my|shopping) )?(?:shopping )?(?:cart|bag|basket|trolley)|buy (?:it )?now|in den (?:waren|einkaufs)(?:korb|wagen)|zum warenkorb|jetzt (?:kaufen|bestellen)|in die einkaufstasche|hinzufügen',
  'ajouter (?:au|à mon) panier|acheter|j\'achète|añadir a(?: la (?:cesta|bolsa)|l carr(?:ito|o))|agregar al? ?(?:carrito|carro)|comprar|a la bolsa|lo quiero|aggiungi al(?:la)? (?:carrello|borsa)|acquista|compra (?:ora|subito)|adicionar (?:ao (?:carrinho|cesto)|à (?:sacola|cesta))|no carrinho|à sacola',
  'do koszyka|kup teraz|in (?:winkel(?:wagen|mand(?:je)?)|mijn (?:winkel)?(?:mand(?:je)?|wagen)|mijn winkel)|voeg toe aan|aan winkelwagen|toevoegen aan|do košíku|do košíka|koupit|kúpiť|kosárba|a kosárhoz|adaug[ăa][tțţ]?i? [îi]n co[sșş]|cump[ăa]r[ăa] acum',
  'lägg i (?:varukorg|kundvagn)|köp nu|læg i (?:indkøbs)?kurv|tilføj til (?:indkøbs)?kurv|køb nu|legg i handlekurv|handlekurv|kjøp nå|lisää (?:ostos)?koriin|osta nyt|lisa (?:ostu)?korvi|ielikt|pievienot grozam|pirkt|pridėti|pirkti|į krepšelį',
  'u (?:košaricu|korpu)|v košarico|sepete ekle|satın al|hemen al|tambah(?:kan)? ke (?:keranjang|troli)|masukkan (?:ke )?keranjang|beli (?:sekarang|langsung)|thêm vào giỏ|mua ngay|chọn mua',
  'в корзину|купи(?:ть|ти) (?:сейчас|зараз|в (?:1|один) кл[иі]к)|(?:до|у|в) кошика?|количката|στο καλ[άα]θι|αγορ[άα] τώρα',
  '加入购物[车袋]|加入購物[車袋]|放[入進进](?:購物[車袋]|购物[车袋])|加[到進进](?:購物車|购物车)|[立马馬][即刻上][購购][買买]|[馬马]上[買买抢搶]|立即抢购|直接[購购][買买]|我要購買|カートに(?:入れる|追加)|カゴに入れる|買い物かご|購入(?:する|手続き)|今すぐ(?:買う|購入)|장바구니|구매하기|구입하기|바로\\s?구매|주문하기',
  '(?:ใส่|ลงใน|ลง)(?:ตะกร้า|รถเข็น)|ซื้อ(?:เลย|ทันที)|הוס(?:ף|פה|יפו) ל(?:סל|עגלה)|קנ(?:ה|ו|י) עכשיו|[أا]ضف (?:إ|ا)لى (?:ال)?(?:سلة|عربة)|إضافة (?:(?:إ|ا)لى (?:ال)?|لل)(?:سلة|عربة)|اشتري? الآن|افزودن به سبد|कार्ट में|अभी खरीदें',
].join('|'), 'i');
/** All of the words on a button that sells, or asks for the size first; the same words elsewhere are menus and headings. */
export const BUY_ALONE = /^(?:(?:please )?(?:select|choose|pick) (?:an? |your )?(?:size|colou?r|options?|variant)s?|(?:bitte )?(?:größe|farbe|variante) (?:aus)?wählen|(?:choisir|sélectionner) (?:une|la|votre|ma) (?:taille|couleur|option)|(?:selecciona|elige|elegir|seleccionar) (?:una |tu |la )?(?:talla|opción)|(?:seleziona|scegli) (?:la |una |la tua )?taglia|(?:selecione|escolha) (?:o |um |seu )?tamanho|wybierz rozmiar|(?:kies|selecteer) (?:een |je )?maat|välj storlek|vælg størrelse|velg størrelse|valitse koko|выбер(?:ите|ать) размер|请?选择(?:尺码|规格|颜色)|サイズを選択(?:する)?|(?:사이즈|옵션) ?선택|place (?:a )?bid|plaats (?:een )?bod|bieden|bid now|(?:book|reserve)(?: (?:now|online|tickets?))?|(?:get|buy) tickets?|order (?:now|online|today|(?:via|on|by|through) whatsapp)|(?:jetzt |tickets? )?(?:buchen|bestellen)|réserver|prenota(?: ora)?|zarezerwuj|(?:contact|message) (?:the )?seller|make an offer|jetzt bieten|verkäufer kontaktieren|(?:enchérir|contacter le vendeur)|pujar|(?:contactar|chatear con) (?:al |el )?vendedor|add|voeg toe|toevoegen|ajouter|añadir|agregar|aggiungi|adicionar|dodaj|přidat|pridať|lägg till|legg til|tilføj|lisää|hozzáad|добавить|додати|buy|purchase|order(?: now)?|shop now|pre-?order(?: now)?|kaufen|bestellen|acheter|commander|comprar|pedir|compra|acquista|ordina|encomendar|kup|kupuj|kupić|zamów|osta|tilaa|köp|handla|beställ|køb|bestil|kjøp|bestill|kúpiť|koupit|objednat|objednať|vásárlás|megveszem|cump[ăa]r[ăa]|comand[ăa]|kupi|naruči|naroči|αγορ[άα](?:σ[έε] το)?|παραγγελ[ίι]α|купить|заказать|купити|замовити|купи|поръчай|beli|mua|đặt (?:hàng|mua)|ซื้อ|สั่งซื้อ|קנה|קנייה|הזמן|شراء|اطلب(?: الآن)?|خرید|购买|購買|下单|下單|立即結帳|立即结算|购入|購入|注文する|구매|주문|구입|खरीदें)[!.]?$/i;
/** All of the words on a button that writes to somebody who offers one thing: the offer stands. */
export const CONTACT_ALONE = /^(?:reply|contact|show (?:phone|number|contact)|(?:send (?:a )?)?message|(?:nachricht|mail) (?:schreiben|senden)|anbieter kontaktieren|(?:envoyer un )?message|contacter|(?:enviar )?mensaje|contactar|(?:invia )?messaggio|contatta|(?:enviar )?mensagem|(?:stuur (?:een )?)?bericht|napisz(?: wiadomość)?|(?:показать|показати) (?:телефон|номер)|написать|聊一聊|我想要|立即咨询)[!.]?$/i;
/** The words of a button that sells, writes to who sells, or says that nothing is left. */
export function isOfSale(text: string): boolean {
  const alone = text.trim();
  return BUY_WORD.test(text) || BUY_ALONE.test(alone) || CONTACT_ALONE.test(alone) || speaksOfStock(text);
}
/** A heading behind which a page shows other articles. */
export const OTHERS_HEADING = new RegExp([
  '^(?:(?:you|customers?|people|others|shoppers) (?:may|might|will|who|also|bought|viewed)|related (?:products|items)|similar (?:sponsored )?(?:products|items|styles)|similar [a-z]+$|compare (?:with )?(?:similar|other)|(?:products?|items?) (?:related to|you may|similar)|(?:\\d{1,2} )?other (?:products|items) in|customers,? who|complete (?:the|your) (?:look|set|outfit)|shop the (?:look|set)|(?:frequently|often) bought|bought together|recommended|recommendations|more (?:from|like|items|to love)|recently viewed|pairs? well|goes (?:well )?with|best ?sellers|trending|inspired by|sponsored|explore more|(?:see|shop|view|explore|try) (?:these|similar|alternatives|our other)|alternatives|top picks|popular (?:products|items|now)|featured products',
  '(?:wird|werden) (?:oft|häufig)|das könnte|ähnliche|(?:andere )?kunden,? (?:die|kauften|kaufen|haben|interessierten)|häufig zusammen|passend dazu|zuletzt|dazu passt|empfehlungen|weitere (?:produkte|artikel)|mehr von|vous aimerez|produits (?:similaires|associés|liés)|nos suggestions|articles similaires|(?:\\d{1,2} )?autres produits|souvent achetés|les clients (?:ayant|ont|qui)|également|complétez|también te|productos (?:relacionados|similares)|te puede|(?:los )?clientes que|quienes|completa (?:tu|el)|ti potrebbe|potrebbe (?:piacerti|interessarti)|prodotti (?:correlati|simili)|completa il|você também|voc[eê] pode|quem (?:viu|comprou)|produtos (?:relacionados|similares|semelhantes)',
  'mo[żz]e ci|podobne|inni kupili|klienci|polecane|polecamy|gerelateerd|vergelijkbare|anderen|andere (?:klanten|bekeken)|vaak samen|aanbevolen|misschien|mohlo by|podobné|související|zákazníci|liknande|relaterade|andra köpte|passar till|lignende|andre købte|relaterte|samankaltais|muut ostivat|hasonló|ezt is|produse (?:similare|recomandate)|похожие|с этим товаром|рекомендуем|схожі|benzer|birlikte|sản phẩm (?:tương tự|liên quan)|produk (?:serupa|terkait|lainnya|yang)|(?:anda )?mungkin (?:anda )?(?:juga )?(?:suka|tertarik)',
  '関連|おすすめ|この商品を|あわせて|猜你|相关|相似|看了|推荐|為你推薦|相關|你可能|함께|추천|비슷한|منتجات)',
].join('|'), 'i');
/** Class names of an element that holds the name of an article. */
export const TITLE_MARK = /(?:^|[\s_-])(?:product|goods|item|prod|pdp|article|artikel|produkt|produit|producto|prodotto)s?[\w-]{0,40}?(?<!sub[-_]?|section[-_]?|tab[-_]?|group[-_]?|brand[-_]?|category[-_]?|related[-_]?)(?:title|name|heading)s?(?:$|\s)/;
/** Class names of an element that holds the brand alone. */
export const BRAND_MARK = /(?:^|[\s_-])(?:brand|brands|product-?brand(?:-?name)?|manufacturer|marke|marca|marque|merk|vendor|hersteller|producer|producent|znacka|designer)(?:$|[\s_]|-{0,2}_{0,2}(?:name|title|link|text|logo|image|img|label|value))/;
/** Class names of an element that holds who sells the article, and not much more. */
export const SELLER_MARK = /(?:^|[\s_-])(?:seller|merchant)(?:$|\s|[-_]{1,2}(?:(?:info|header|details?|profile|shop|store)[-_]{1,2})*(?:name|title|link|username)(?:$|[\s_-]))/;
/** Class names of an element that holds the shop's own number of the article. */
export const SKU_MARK = /(?:^|\s)(?:(?:product|item|article|variant)[-_]{1,2})?(?:sku|article-?number|artikelnummer)(?:[-_]{1,2}(?:value|number|code|id|text))?(?:$|\s)/;
/** An address that leads to everything of one brand. */
export const BRAND_LINK = /\/(?:brands?|marken?|hersteller|manufacturers?|marcas?|marques?|merken?|marche|marchi|producer|producent|vendors?|designers?|znack[ay]|tootjad?|varumarken?|pinpai|marka|markalar|v[yý]rob(?:ce|cov?i[aá]?)|fabric?ant(?:e?s)?|fabrikant(?:en)?|producenci|produttor[ei]|gyartok?|valmistajat?|proizvoditeli?|brend[yi]?|thuong-hieu|shop-by-brand)\/[^/?#]{2,60}(?:\/(?:items|index|all|products?|shop)[^/?#]{0,12})?\/?(?:[?#]|$)|\/brand[-_](?!new|stor|out|list|index|all|director|page|shop|deals?|sale|week)[a-z][^/?#]{1,60}\/?(?:[?#]|$)|[a-z]{2}(?<!our|own|top|new|all|the|house)[-~]brand\/?(?:[?#]|$)|\/manufacturers_id\/\d|[?&](?:\w{1,12}_)?(?:brand|vendor|manufacturers?(?:_id)?|marca|marke|hersteller)=[^&]{2,60}/i;
/** A link that says that everything of one brand is behind it. */
const BRAND_STORE = /^(?:(?:visit|shop) the \S.{0,40} store|besuche(?:n sie)? den \S.{0,40}[- ]store|visite[rz]? la boutique \S.{1,40}|visita (?:la tienda|lo store) d[ei] \S.{1,40}|visite a loja \S.{1,40}|bezoek de \S.{0,40}[- ]store|odwiedź sklep \S.{1,40}|\S.{0,40}のストアを表示)$/i;
/** Between an article's name and who made it … */
const MADE_BY = /^(?:(?:made |designed )?by|von|par|por|da|di|door|av|af|od|przez)$/i;
/** … where that links to more of the maker: `by <a href="/collections/acme">Acme</a>`. */
const MAKER_LINK = /\/(?:collections|brands?|designers?|makers?|vendors?|artisans?)\//i;
/** True for the text of a link that names the brand by its words or the one before, whatever its address. */
export function linksToMaker(text: string, link: string, previous: string): boolean {
  return link !== '' && text.length <= 60 && (BRAND_STORE.test(text) || (MADE_BY.test(previous) && MAKER_LINK.test(link)));
}
/** Words for reviews and ratings, of which a text with a number says how many there are. */
export const REVIEW_WORD = /(?<!p)review|ratings?(?!\p{L})|bewertung|rezension|(?<!\p{L})avis(?!\p{L})|opini|valoraci|reseñ|recension|avalia|classifica[cç]|ocen|beoordeling|omdöme|отзыв|оцен|відгук|评[价论]|評[價論]|レビュー|クチコミ|件の評価|리뷰|상품평|후기|yorum|değerlendirme|értékelés|vélemén|recenz|hodnocen|hodnoten|anmeldelse|arvostelu|đánh giá|ulasan|penilaian|κριτικ|(?<!\p{L})votes?(?!\p{L})/iu;
/** Names of elements that put an article into the cart, in whatever language they are labelled. */
export const BUY_MARK = /(?:add|adding)[-_]?to[-_]?(?:shopping[-_]?)?(?:cart|bag|basket|trolley)|(?:^|[\s_-])buy[-_]?(?:now|button|btn)|(?:btn|button)[-_]{0,2}(?:buy|addtocart|add[-_]cart|cart[-_]add)(?:$|[\s_-])|cart[-_]?add(?:$|[\s_-])|product[-_]form__submit|panier[-_]?ajout|ajout[-_]?panier|warenkorb[-_]?(?:button|btn|add)|(?:^|[\s_-])(?:do[-_]kosz|koszyk[-_]?dodaj)/;
/** A digit as shops write it: full-width ones in Japan, those of Arabic and Persian. */
export const DIGIT = /[\d０-９٠-٩۰-۹]/;
/** An amount with a sign or code beside it, in short text. */
export const MONEY_TEXT = /(?:[\p{Sc}￥]|\d[.,:] ?[-–—](?!\d)|\b(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|BRL|CNY|JPY|INR|KRW|AUD|NZD|CAD|SGD|HKD|TWD|MYR|IDR|THB|PHP|VND|MXN|ARS|CLP|COP|PEN|RUB|UAH|BGN|ISK|TRY|ILS|AED|SAR|QAR|OMR|BHD|KWD|JOD|EGP|MAD|ZAR|KES|NGN|PKR|BDT|LKR|KZT|FCFA|RM|Rs|Rp)\b|\b(?:z[łl]|Kč|kr|lei|Ft)(?![\p{L}])|\bR[ps]\.? ?\d|\d ?(?:TL|DH|DT|KM|din|đ)(?![\p{L}\d])|\b(?:R ?|RM|Rs|EUR|USD|GBP|CHF|CNY|INR|AUD|NZD|CAD|SGD|HKD|MYR|THB|PHP|MXN|AED|SAR|QAR|ZAR|KES)\d[\d ,]{0,9}\.\d{2}(?!\d)|\bKSh ?\d|S\/\.? ?\d|^R \d{1,3}(?:[ ,]?\d{3}){0,3}(?:\.\d{2})?$|(?<!\p{L})(?:лв|руб|грн|тг|ден|дин|р\.)(?!\p{L})|[元円圆圓원]|บาท|ر\.? ?س|د\.? ?[إكمبت]|ج\.? ?م|ر\.? ?[قع]|درهم|ريال|دينار|جنيه|تومان|ریال|රු|(?<![\d.,])\d{1,2}(?:\.\d)?p(?![\p{L}\d]))/iu;
