/** Words of list pages in the languages of the shops. Data only. */

/** A badge with exactly these words marks an advertisement. */
export const SPONSORED: ReadonlySet<string> = new Set('sponsored|ad|ads|advertisement|sponsored ad|sponsored product|promoted listing|paid placement|promoted|featured ad|anzeige|gesponsert|gesponserte anzeige|sponsorisé|sponsorisée|annonce|publicité|patrocinado|patrocinada|anuncio|anúncio|publicidad|sponsorizzato|annuncio|sponsorowane|reklama|promowane|gesponsord|advertentie|广告|推广|掌柜热卖|廣告|贊助|スポンサー|広告|pr|광고|реклама|sponsrad|annons|sponsoreret|annoncering|sponzorované|sponsorlu|được tài trợ|mainos'.split('|'));
/** The start of a label of an advertisement that names who pays. */
export const SPONSORED_START = /^(?:sponsored by|ad by|ads by|promoted by|sponsored ad [-–]|anzeige von|gesponsert von|gesponserte anzeige [-–]|sponsorisé par|publicité de|patrocinado por|sponsorizzato da|sponsorowane przez|gesponsord door|annuncio sponsorizzato [-–])/iu;
/** An address that counts clicks on advertisements. */
export const AD_URL = /\/sspa\/click|click\.simba|\/aclk\?|doubleclick|criteo|adclick|\/ads?\/click|sponsored=(?:1|true)/i;
export const SPONSORED_MARK = /(?:^|[\s_-])(?:adholder|sponsored(?:-?(?:label|badge|item|product|tag|flag))?|is-?ad|ad-?(?:badge|label|flag|tag|marker)|promoted|p-promo-flag|advertised)(?:$|[\s_-])/i;

/** The link to the next page. */
export const NEXT = /^(?:next(?: page)?|»|›|>|→|>>|weiter|nächste(?: seite)?|vor|suivante?|page suivante|siguiente|próxim[ao]|página siguiente|seguinte|successiv[oa]|avanti|pagina successiva|następna|dalej|następna strona|volgende(?: pagina)?|下一页|下一頁|下页|次へ|次のページ|次|다음|далее|следующая|вперёд|nästa|næste|neste|další|seuraava|sonraki|tiếp)\s*[»›>→]?$/iu;
/** A button that adds the next items to the list. */
export const MORE = /^(?:(?:load|show|view|see|discover) (?:\d+ )?more|more (?:results|products|items)|mehr (?:laden|anzeigen|produkte|artikel)|weitere (?:laden|artikel|produkte|ergebnisse)|(?:voir|afficher|charger) (?:plus|la suite)|(?:cargar|ver|mostrar) más|(?:carregar|ver|mostrar) mais|(?:carica|mostra|vedi) (?:altri|altro|di più)|(?:pokaż|załaduj|zobacz) więcej|(?:meer (?:laden|producten)|toon meer)|加载更多|查看更多|載入更多|もっと(?:見る|表示)|더 ?보기|показать ещ[её]|загрузить ещ[её]|visa fler|(?:vis|se|last inn) flere|näytä lisää|načíst další|zobrazit další|daha fazla)/iu;
export const NEXT_MARK = /(?:^|[\s_-])(?:next|pn-next|pagination[-_]?next|s-pagination-next|pager__next|arrow-next|page-next)(?:$|[\s_-])/i;

/** The page says that nothing was found. */
export const EMPTY = new RegExp([
  'no (?:search )?(?:results?|products?|items?|matches|exact matches)(?: (?:were|was|have been))? (?:found|available|match\\p{L}*|for)', 'we (?:couldn\'t|could not|didn\'t|can\'t) find (?:any|what)', '(?:did not|didn\'t|does not) match any (?:products|items|results)', 'your search (?:for .{0,60} )?(?:did not|returned (?:no|0)|found no|yielded no)', '(?<!\\d)0 (?:results?|products?|items?)(?: found| for)', 'nothing (?:was )?(?:found|matched)', 'there are no products',
  '没有找到|没找到|未找到|找不到(?:相关|与|符合)|抱歉,?没有|无搜索结果|暂无(?:商品|结果|相关)|沒有找到|找不到(?:相關|符合)|無搜尋結果|查無', '(?:見つかりません|一致する商品は|該当する(?:商品|結果)(?:は|が)(?:あり|ござい|見つかり)ません|検索結果(?:は|が)?0件|0件の)', '검색 ?결과가 없|상품이 없습니다', 'keine (?:ergebnisse|treffer|produkte|artikel)(?: gefunden| für)?|(?<!\\d)0 (?:ergebnisse|treffer)|leider (?:nichts|keine)[^.]{0,30}gefunden|nichts gefunden',
  'aucun (?:résultat|produit|article)|n\'a (?:rien donné|donné aucun)|(?<!\\d)0 (?:résultats?|produits?)|nous n\'avons (?:rien |pas )?trouvé', 'no (?:hay|se (?:han )?encontr(?:aron|ado)|encontramos|hemos encontrado)[^.]{0,20}(?:resultados|productos|artículos)|sin resultados|no (?:ha|han) (?:dado|producido) resultados|no produjo resultados|(?<!\\d)0 resultados', 'nenhum (?:resultado|produto|item)|não (?:encontramos|foram encontrados|há)[^.]{0,20}(?:resultados|produtos)|sem resultados', 'nessun (?:risultato|prodotto|articolo)|non ha (?:prodotto|dato) (?:alcun )?risultat|non (?:abbiamo|ci sono|sono stati)[^.]{0,20}(?:risultati|prodotti)|(?<!\\d)0 risultati',
  'brak (?:wyników|produktów|ofert)|nie znaleziono|nie znaleźliśmy|(?<!\\d)0 wyników', 'geen (?:resultaten|producten|artikelen)|(?<!\\d)0 resultaten|niets gevonden', 'ничего не найдено|нет результатов|товаров не найдено|inga (?:resultat|träffar|produkter)|ingen (?:resultater|produkter)|žádné (?:výsledky|produkty)|nebyly nalezeny|sonuç bulunamadı|không tìm thấy',
].join('|'), 'iu');

/** How many there are in all: the number is the first group that matched. */
export const TOTAL: readonly RegExp[] = [
  /(?:of|von|sur|de|di|z|van) ([\d.,']{1,12}) \(\d{1,6} (?:pages?|seiten?|páginas?|pagine|stron\p{L}*|pagina)/iu,
  /\d ?(?:-|–|bis|to|à|a|do|tot) ?\d[\d.,]* ?(?:of|von|sur|de|di|z|van|av|af|из|из всего|\/)(?: over| about)? ([\d.,' ]{1,12}\d?)(?: ?(?:results?|items?|products?|ergebnisse\p{L}?|artikel\p{L}?|produkt\p{L}*|résultats?|produits?|articles?|resultados?|productos?|produtos?|risultati|prodotti|wyników|produktów|resultaten|producten|träffar))?\s*$/iu, /検索結果 ?([\d,]{1,12}) ?以上/u,
  /(?:of|out of)(?: over| about| approximately| more than)? ([\d.,' ]{1,12}\d?\+?) (?:results?|products?|items?|matches)/iu, /(?:von|sur|de|di|z|van|av)(?: (?:mehr als|plus de|más de|oltre|mais de|ponad|meer dan))? ([\d.,' ]{1,12}\d?) (?:ergebnisse\p{L}?|produkten?|artikeln?|treffern?|résultats?|produits?|articles?|resultados?|productos?|artículos?|produtos?|itens|risultati|prodotti|articoli|wyników|produktów|ofert|resultaten|producten|artikelen|träffar|produkter)/iu,
  /(?:共|总计|總計|合计) ?(?:有|找到|搜索到)? ?(?:约|約|超过)? ?([\d.,]{1,12}万?\+?) ?(?:件|个|個|条|款|项|筆)/u, /(?:全|検索結果:?|約|以上の検索結果のうち|のうち) ?([\d.,]{1,12}) ?(?:件|商品|点)|([\d.,]{1,12}) ?件(?:以上)?(?:中|の結果|がヒット|の商品|見つかりました)/u, /총 ?([\d.,]{1,12}) ?개/u,
  /(?:^|[\s(>:])([\d.,' ]{0,11}\d\+?) (?:(?:relevant |search |matching )?results?|products?(?: found)?|items?(?: found)?|styles?(?: found)?|listings|hits|offers|ofert|anuncios|rezultate|produse|sonuç|ürün|találat|termék|tulosta|tuotetta|výsledků|anúncios|annonces|inserate|angebote|matches|관련 상품|ergebnisse|treffer|produkte|artikel|résultats?|produits?|articles?|resultados?|productos?|artículos?|produtos?|risultati|prodotti|articoli|wyników|wyniki|produktów|resultaten|producten|artikelen|träffar|produkter|товар\p{L}{0,3}|výsledků|produktů)(?!\p{L})/iu,
];

/** Parts of a page whose links and prices are no list. */
export const NO_LIST = /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|mega-?menu|footer|header|breadcrumbs?|mini-?cart|cart-?drawer|cookie|newsletter|facets?|filters?|refinements?|autocomplete|typeahead|fly-?out|drop-?down|drawer|off-?canvas|modal|pop-?up)(?:$|[\s_-])/i;
/** Lists beside the list: they count less. */
export const SIDE_LIST = /related|recommend|also-?(?:bought|viewed|like)|recent(?:ly)?-?(?:viewed|searched)|upsell|cross-?sell|similar|suggest|inspired|trending|carousel|slider|swiper|slick/i;
/** Names of what is moved sideways. */
export const STRIP = /(?:^|[\s_-])(?:carousel|slider|swiper|slick|splide|glide|owl|flickity|embla|marquee)/i;
/** Names of what never is the list, even where it is all there is. */
export const BESIDE_NAME = /related|recommend|also-?(?:bought|viewed|like)|recently-?(?:viewed|searched)|last-?(?:seen|viewed)|up-?sells?\b|cross-?sell|similar|complementary|accessories|cart[-_]?items?\b|mini-?cart/i;
/** A heading over what never is the list. */
export const BESIDE_HEADING = new RegExp([
  'recently (?:viewed|bought|purchased|seen)|also (?:bought|viewed|like|liked|interested)|you (?:may|might|could|\'ll|will)(?: also)? (?:also |like|love|be interested)|customers who|people who|frequently bought|bought together|recommend(?:ed|ations)|inspired by|similar (?:items|products)|related (?:items|products|searches)|more (?:like this|items to (?:consider|explore)|from (?:this )?(?:brand|seller|shop|collection))|goes (?:well )?with|pairs (?:well )?with|complete (?:the|your) (?:look|set|outfit)|your (?:browsing|recent|viewed)|keep shopping|pick(?:s|ed) (?:up where|for you)|just for you|sponsored products related|shop the look|others (?:also|bought|viewed)|more to (?:explore|love|discover)|explore more|still interested|accessories for|last (?:viewed|seen)',
  'zuletzt (?:angesehen|gesehen|gekauft)|kunden,? (?:die|kauften|haben)|auch (?:gekauft|angesehen|interessant|gefallen|interessieren)|(?:könnte|dürfte|passt|passend).{0,30}(?:gefallen|interessieren|dazu)|passend dazu|empfehlung|empfohlen|für (?:dich|sie) (?:empfohlen|ausgewählt)|ähnliche (?:artikel|produkte)|häufig zusammen|wird oft|das könnte|weitere (?:artikel|produkte) (?:von|aus)|andere (?:kunden|kauften|suchten)|unsere lieblinge|inspiriert',
  'vus? récemment|récemment (?:vus?|consultés?)|derniers (?:articles|produits) (?:vus|consultés)|(?:ont|avez) (?:aussi|également)|(?:vous )?(?:aimerez|pourriez)|recommand|produits? (?:similaires|associés|liés)|articles similaires|achetés ensemble|dans la même catégorie|complétez',
  'vistos? (?:recientemente|por última vez)|visto recientemente|también (?:te|les|compraron|vieron|podría)|(?:te|le) (?:puede|podría) (?:interesar|gustar)|recomenda(?:d|cion)|productos (?:relacionados|similares)|comprados juntos|completa (?:el|tu)',
  'vistos recentemente|(?:também|tambem) (?:compraram|viram|pode)|(?:pode|talvez) (?:também )?(?:gostar|interessar)|recomendad|produtos (?:relacionados|similares|semelhantes)|quem (?:viu|comprou)|compre junto',
  'visti di recente|visualizzati di recente|(?:hanno|potrebbe) (?:anche|interessar|piacer)|ti potrebbe|consigliat|raccomandat|prodotti (?:correlati|simili)|acquistati insieme|completa il',
  'ostatnio (?:oglądane|przeglądane)|(?:inni )?klienci|kupili (?:także|również)|może (?:ci|cię|zainteresować)|(?:polecane|polecamy|rekomendowane)(?: dla| produkty)?|podobne (?:produkty|oferty)|często kupowane',
  'onlangs (?:bekeken|gekocht)|recent bekeken|laatst bekeken|ook (?:gekocht|bekeken|interessant|leuk)|anderen (?:bekeken|kochten)|(?:aanbevolen|aanraders?|aanbeveling)|vergelijkbare|gerelateerde|vaak samen',
  '最近(?:浏览|看过|查看|瀏覽|チェック|閲覧)|浏览(?:了|过|记录|历史)|(?:还|又|也)(?:浏览|看|买|購買|喜欢)了?|猜你喜欢|为(?:你|您)推荐|相关(?:推荐|商品)|相似|同类推荐|看了又看|买了又买|推荐(?:商品|单品)?$|商品精选|掌柜热卖|热卖推荐|搭配|猜您|店铺推荐|よく(?:一緒|いっしょ)|(?:この商品|これ)を(?:買|見|チェック)|関連(?:商品|する)|おすすめ|閲覧履歴|類似|함께|추천|최근 본|비슷한',
  'вы (?:смотрели|недавно)|недавно|с этим|похожие|рекоменд|также|senast visade|liknande|naposledy|podobné|mohlo by|doporuč|son (?:baktıklar|gezd)|benzer|önerilen',
].join('|'), 'iu');
/** A heading over what may be beside the list: it is, where a list stands without it. */
export const PROMOTED_HEADING = /^(?:our |shop |this week's |top )?(?:best ?-?sell(?:ers|ing)|most popular|popular|trending|new (?:arrivals|in)|featured|hot|top rated|top picks|special offers|on sale|deals|bestseller|meistverkauft|beliebt|neuheiten|topseller|angebote|meilleures ventes|nouveautés|populaires?|más vendidos|novedades|destacados|mais vendidos|novidades|destaques|più venduti|novità|in evidenza|bestsellery|nowości|promocje|bestverkocht|populair|nieuw|热销|新品|热门|特价|人気|新着|ランキング|베스트|신상품)/iu;
/** Links that are not the item. */
export const NOT_ITEM_LINK = /add[-_]?to[-_]?(?:cart|bag|wish)|\.(?:jpe?g|png|webp|gif|svg|pdf|zip|mp4)(?:[?#]|$)|password|forgot|\/(?:privacy|terms|faq|impressum|agb|policy|policies|blog|blogs|news|stores?-?finder|offer-listing)(?:[/?#.]|$)|\/(?:cart|basket|checkout|wishlist|wish|compare|login|signin|register|account|help|contact|reviews?|feedback|cart\.php)(?:[/?#]|$)|customerreviews|#(?:reviews?|rating|customer|comment)|product-reviews|[?&](?:add|add-to-cart|action)=/i;
/** Links to sellers, brands, categories and promotions: an item's own only where it has no other. */
export const WEAK_LINK = /\/(?:seller|sellers|stores?|shops?|brand|brands|marke|marken|marque|marques|marca|autho?r|promotions?|promo|campaign|offers?|tag|tags|collections?|categor(?:y|ies|ia|ie)|kategorie|search)\/[^/?#]*\/?(?:[?#]|$)|\/\/(?:mall|shop|store)\w*\.|[?&](?:field-)?(?:author|brand|seller|seller_id|user_number_id|rh|me)=|view_shop|comment_point|on_comment|quick-?view/i;

/** An address that is an article's: a number, or a path that says so. */
export const ARTICLE_URL = /\d{5}|[/_-]\d{4}(?:\.html?|\/)?(?:[?#]|$)|\/(?:products?|items?|dp|itm|p|ip|goods|listing|produkte?|produits?|producto|prodotto|produto|detail)[/_-]|-p-?\d+|[?&](?:id|pid|sku|product_id|goods_id)=/i;
/** An address of a story, and words at the foot of one. */
export const STORY_URL = /\/(?:blogs?|news|journal|magazine?|magazin|stor(?:y|ies)|articles?|posts?|recipes?|rezepte?|recettes|ratgeber|guides?|conseils|press|events?|jobs|careers|stores?|filialen|our-shops|locations?|tag|author|kategorie|category|categories)\//i;
export const STORY = /read more|continue reading|\d+ min(?:ute)?s? read|weiterlesen|mehr lesen|lire la suite|en savoir plus|leer más|leia mais|leggi (?:tutto|di più)|czytaj (?:więcej|dalej)|lees (?:meer|verder)|阅读全文|閱讀更多|続きを読む|더 읽기|читать далее|opening hours|öffnungszeiten|horaires|horario|directions|get directions|anfahrt|apply now|jetzt bewerben/iu;
/** A button that puts an item in the basket. */
export const BUY = /add to (?:cart|bag|basket|trolley)|buy (?:it )?now|in den (?:warenkorb|einkaufswagen|korb)|jetzt kaufen|(?:ajouter|mettre) (?:au|dans) (?:le )?panier|acheter|(?:añadir|agregar) (?:al|a la) (?:carrito|cesta|bolsa)|comprar|adicionar ao (?:carrinho|cesto)|aggiungi al carrello|acquista ora|(?:dodaj|do) (?:do )?koszyka|kup teraz|in (?:mijn )?winkel(?:wagen|mand)(?:je)?|in winkelmandje|bestellen|加入购物车|立即购买|加入購物車|カートに(?:入れる|追加)|かごに|今すぐ買う|장바구니|구매하기|в корзину|купить|lägg i (?:varukorg|kundvagn)|læg i kurv|legg i (?:handlekurv|kurv)|do košíku|koupit|sepete ekle|thêm vào giỏ/iu;
/** Names of blocks that are articles for sale. */
export const PRODUCT_MARK = /product|produkt|produit|goods|article-?(?:tile|card|item)|item-?card|listing-?card|offer-?(?:card|item)|\bsku\b/i;
/** Names of numbers that are no prices. */
export const COUNT_MARK = /rating|review|stars?\b|count|qty|quantity|stock|sold|sales-?(?:num|count)|realsales|comment|commit|score|discount|percent|saving|unit-?(?:price)?\b.*unit|size|badge/i;
/** Names of amounts that are not the price: shipping, bonus, promotion. */
export const ASIDE_MARK = /shipping|delivery|postage|versand|coupon|voucher|promo(?:tion)?(?:-?(?:text|label|badge|tag|message|words))|badge|points|bonus|cash-?back|saving|save\b|discount|instal|klarna|financ|unit-?price|price-?(?:per-?)?unit|per-?unit|price-?reference|base-?price|basispreis|grundpreis|reference|plus-?price|price-?plus|member|loyalty|club|deposit|pfand|secondary|omnibus|lowest|30-?days?|cheapest|variant|swatch/i;
/** A text that speaks of another offer of the item: a used one. */
export const OTHER_OFFER = /\b(?:ab|from|dès|desde|da|vanaf|od) \d{1,4} (?:stück|stk|flaschen|pieces|pcs|units|bottles|unités|bouteilles|unidades|pezzi|stuks|szt)|\b(?:varianten|variants?|other (?:sizes|colou?rs|options)|andere (?:größen|varianten)|open[- ]box|used|refurbished|renewed|pre-owned|gebraucht\p{L}*|generalüberholt|d'occasion|occasion|reconditionné\p{L}*|segunda mano|usados?|usato|ricondizionat\p{L}|usad[oa]s|używan\p{L}+|tweedehands|refurbished)\b|二手|中古|중고|buying choices|sellers|weitere angebote|andere verkäufer|autres vendeurs|lowest price|letzter niedrigster|niedrigster preis|bester 30|30[- ](?:tage|days?|jours|dni|dagen)|prix le plus bas|najniższa cena|precio más bajo|prezzo più basso|plus会员|vip price/iu;

/** Title prefixes that are no part of it. */
export const TITLE_PREFIX = /^(?:상품명 ?(?=:)|商品名称? ?(?=[:：])|品名 ?(?=[:：])|new listing|neues angebot|nouvelle annonce|nuevo anuncio|nuova inserzione|nueva publicación|sponsored|anzeige|gesponsert|patrocinado|sponsorisé|sponsorizzato|广告|广告 ?)[:：\s]*/iu;
export const TITLE_SUFFIX = /\s*(?:opens in a new window or tab|wird in neuem fenster oder tab geöffnet|s'ouvre dans une nouvelle fenêtre ou un nouvel onglet)\.?$/iu;

/** Names of elements that hold a price, a struck price, a title, a rating, a count of reviews. */
export const PRICE_MARK = /price|preis|prix|precio|prezzo|pre[cç]o|cena|prijs|pris\b|hinta|amount|money|a-offscreen|cost\b|kaina|цена|tarif/i;
/** A price that another one replaces, by its name. */
export const STRUCK_MARK = /(?:^|[\s_-])(?:original|regular|full|base|standard|normal|initial)(?:$|[\s_-]|price|preis)|price-*(?:regular|original)|(?:^|[\s_-])(?:old|was|strike(?:d|through)?|strikethrough|struck|rrp|uvp|msrp|mrp|before|compare(?:-at)?|crossed|previous|retail|del|line-through|non-sale)(?:$|[\s_-]|price|preis)|old-?price|price-?(?:old|was|before|pre)\b|was-?price|list-?price|price-?list\b|market-?price|strikethrough|price-*(?:old|was|compare|crossed|strike)|(?:compare|crossed|strike|original|before)[-_]?(?:at)?[-_]?(?:price|preis)|pre_price|prix-?barre|streichpreis|precio-?(?:antes|anterior|tachado)|\blist-price/i;
export const SALE_MARK = /sale|special|current|final|discounted|selling|reduced|aktion|actual|(?:^|[\s_-])(?:now|new|offer|promo|our|ins)(?:$|[\s_-]?(?:price|preis|prix))/i;
export const TITLE_MARK = /(?:^|[\s_-])(?:title|name|product-?name|product-?title|heading|headline|bezeichnung|nom|nombre|titre|titulo|nome|nazwa|naam|desc)(?:$|[\s_-])|title|productname/i;
/** Names of texts that are no titles although they stand where titles do. */
export const NO_TITLE_MARK = /price|preis|prix|precio|prezzo|(?:^|[\s_-])(?:ratings?|reviews?|stars?|brand|marke|marque|seller|store|shop|badges?|labels?|flag|subtitle|sub-title|delivery|shipping|discount|promo|category|quick|wish|compare|swatch|unit|tooltip)(?:$|[\s_-])/i;
export const RATING_MARK = /rating|stars?\b|star-|bewertung|review|note|valoraci|avalia|ocena|评分|score/i;
/** Attributes that hold the product's id, the surest first. */
export const ID_ATTRIBUTES: readonly string[] = ['data-asin', 'data-sku', 'data-product-id', 'data-productid', 'data-product-sku', 'data-item-id', 'data-itemid', 'data-listing-id', 'data-listingid', 'data-nid', 'data-pid', 'data-goods-id', 'data-articleid', 'data-article-id', 'data-product-number', 'data-articlecode', 'data-sku-id', 'data-entity-id', 'data-product', 'data-id-product', 'data-id'];

/** Addresses of a page about one product, of a list (surely, perhaps), of a basket. */
export const PRODUCT_URL = /\/(?:dp|gp\/product|itm|products?|p|pd|ip|item|artikel|produkt|produit|producto|prodotto|produto|product-page|offer)\/(?!(?:list|index|search|category|all)(?:[./?]|$))[^/?#]*[\w-]{3,}|item\.htm|[?&](?:id|goods_id|itemid|product_id)=\d{5,}|[-_]p-?\d{3,}(?:\.html?)?(?:$|[?#])|\/\d{6,14}\.html$/i;
export const LIST_URL = /\/(?:search|suche|sch|recherche|buscar|busca|ricerca|szukaj|zoeken|catalogsearch|category|categories|categoria|kategorie|kategoria|catalog|browse|bestsellers|zgbs|listing)(?:[/?.]|$)|\/collections\/(?![^?]*\/products\/)|\/s\?|[?&](?:q|k|query|keyword|keywords|search|search_query|searchterm|text|_nkw|key|wd)=/i;
export const LIST_PATH = /\/(?:s|c|l|b|list|shop|sale|brand)(?:\/|$)/i;
export const BASKET_URL = /\/(?:cart|basket|bag|checkout|warenkorb|panier|carrito|cesta|carrello|carrinho|koszyk|winkelwagen|winkelmand|gouwuche|wishlist|merkliste|shopping-?(?:cart|bag))(?:\.\w{2,5})?\/?$/i;
export const BASKET_HEADING = /^(?:your |my |shopping |mein |ihr |dein |mon |votre |mi |tu |il tuo |meu |seu |twój |je |uw )?(?:shopping )?(?:cart|basket|bag|checkout|warenkorb|einkaufswagen|panier|carrito|cesta|carrello|carrinho|koszyk|winkelwagen|winkelmandje|购物车|購物車|カート|장바구니|wish ?list|wunschliste)(?: \(?\d*.{0,12})?$/iu;
