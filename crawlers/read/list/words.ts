/** Words of list pages in the languages of the shops. Data only. */

/** A badge with exactly these words marks an advertisement. */
export const SPONSORED: ReadonlySet<string> = new Set('sponsored|ad|ads|advertisement|promoted|featured ad|anzeige|gesponsert|gesponserte anzeige|sponsorisé|sponsorisée|annonce|publicité|patrocinado|patrocinada|anuncio|anúncio|publicidad|sponsorizzato|annuncio|sponsorowane|reklama|promowane|gesponsord|advertentie|广告|推广|掌柜热卖|廣告|贊助|スポンサー|広告|pr|광고|реклама|sponsrad|annons|sponsoreret|annoncering|sponzorované|sponsorlu|được tài trợ|mainos'.split('|'));
export const SPONSORED_MARK = /(?:^|[\s_-])(?:adholder|sponsored(?:-?(?:label|badge|item|product|tag|flag))?|is-?ad|ad-?(?:badge|label|flag|tag|marker)|promoted|p-promo-flag|advertised)(?:$|[\s_-])/i;

/** The link to the next page. */
export const NEXT = /^(?:next(?: page)?|»|›|>|→|>>|weiter|nächste(?: seite)?|vor|suivante?|page suivante|siguiente|próxim[ao]|página siguiente|seguinte|successiv[oa]|avanti|pagina successiva|następna|dalej|następna strona|volgende(?: pagina)?|下一页|下一頁|下页|次へ|次のページ|次|다음|далее|следующая|вперёд|nästa|næste|neste|další|seuraava|sonraki|tiếp)\s*[»›>→]?$/iu;
export const NEXT_MARK = /(?:^|[\s_-])(?:next|pn-next|pagination[-_]?next|s-pagination-next|pager__next|arrow-next|page-next)(?:$|[\s_-])/i;

/** The page says that nothing was found. */
export const EMPTY = new RegExp([
  'no (?:search )?(?:results?|products?|items?|matches|exact matches)(?: (?:were|was|have been))? (?:found|available|match\\p{L}*|for)', 'we (?:couldn\'t|could not|didn\'t|can\'t) find (?:any|what)', '(?:did not|didn\'t|does not) match any (?:products|items|results)', 'your search (?:for .{0,60} )?(?:did not|returned (?:no|0)|found no|yielded no)', '(?<!\\d)0 (?:results?|products?|items?)(?: found| for)', 'nothing (?:was )?(?:found|matched)', 'there are no products',
  '没有找到|没找到|未找到|找不到(?:相关|与|符合)|抱歉,?没有|无搜索结果|暂无(?:商品|结果|相关)|沒有找到|找不到(?:相關|符合)|無搜尋結果|查無', '(?:見つかりません|一致する商品は|該当する(?:商品|結果)(?:は|が)(?:あり|ござい|見つかり)ません|検索結果(?:は|が)?0件|0件の)', '검색 ?결과가 없|상품이 없습니다', 'keine (?:ergebnisse|treffer|produkte|artikel)(?: gefunden| für)?|(?<!\\d)0 (?:ergebnisse|treffer)|leider (?:nichts|keine)[^.]{0,30}gefunden|nichts gefunden',
  'aucun (?:résultat|produit|article)|(?<!\\d)0 (?:résultats?|produits?)|nous n\'avons (?:rien |pas )?trouvé', 'no (?:hay|se (?:han )?encontr(?:aron|ado)|encontramos|hemos encontrado)[^.]{0,20}(?:resultados|productos|artículos)|sin resultados|(?<!\\d)0 resultados', 'nenhum (?:resultado|produto|item)|não (?:encontramos|foram encontrados|há)[^.]{0,20}(?:resultados|produtos)|sem resultados', 'nessun (?:risultato|prodotto|articolo)|non (?:abbiamo|ci sono|sono stati)[^.]{0,20}(?:risultati|prodotti)|(?<!\\d)0 risultati',
  'brak (?:wyników|produktów|ofert)|nie znaleziono|nie znaleźliśmy|(?<!\\d)0 wyników', 'geen (?:resultaten|producten|artikelen)|(?<!\\d)0 resultaten|niets gevonden', 'ничего не найдено|нет результатов|товаров не найдено|inga (?:resultat|träffar|produkter)|ingen (?:resultater|produkter)|žádné (?:výsledky|produkty)|nebyly nalezeny|sonuç bulunamadı|không tìm thấy',
].join('|'), 'iu');

/** How many there are in all: the number is the first group that matched. */
export const TOTAL: readonly RegExp[] = [
  /(?:of|out of)(?: over| about| approximately| more than)? ([\d.,' ]{1,12}\d?\+?) (?:results?|products?|items?|matches)/iu, /(?:von|sur|de|di|z|van|av)(?: (?:mehr als|plus de|más de|oltre|mais de|ponad|meer dan))? ([\d.,' ]{1,12}\d?) (?:ergebnisse\p{L}?|produkten?|artikeln?|treffern?|résultats?|produits?|articles?|resultados?|productos?|artículos?|produtos?|itens|risultati|prodotti|articoli|wyników|produktów|ofert|resultaten|producten|artikelen|träffar|produkter)/iu,
  /共 ?(?:有|找到|搜索到)? ?(?:约|約|超过)? ?([\d.,]{1,12}万?\+?) ?(?:件|个|個|条|款|项|筆)/u, /(?:全|検索結果:?|約|以上の検索結果のうち|のうち) ?([\d.,]{1,12}) ?(?:件|商品|点)|([\d.,]{1,12}) ?件(?:以上)?(?:中|の結果|がヒット|の商品|見つかりました)/u, /총 ?([\d.,]{1,12}) ?개/u,
  /(?:^|[\s(>:])([\d.,' ]{0,11}\d\+?) (?:results?|products?(?: found)?|items?(?: found)?|matches|ergebnisse|treffer|produkte|artikel|résultats?|produits?|articles?|resultados?|productos?|artículos?|produtos?|risultati|prodotti|articoli|wyników|wyniki|produktów|resultaten|producten|artikelen|träffar|produkter|товар\p{L}{0,3}|výsledků|produktů)(?!\p{L})/iu,
];

/** Parts of a page whose links and prices are no list. */
export const NO_LIST = /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|mega-?menu|footer|header|breadcrumbs?|mini-?cart|cart-?drawer|cookie|newsletter|facets?|filters?|refinements?)(?:$|[\s_-])/i;
/** Lists beside the list: they count less. */
export const SIDE_LIST = /related|recommend|also-?(?:bought|viewed|like)|recent(?:ly)?-?(?:viewed|searched)|upsell|cross-?sell|similar|suggest|inspired|trending|carousel|slider|swiper|slick/i;
/** Links that are not the item. */
export const NOT_ITEM_LINK = /add[-_]?to[-_]?(?:cart|bag|wish)|\.(?:jpe?g|png|webp|gif|svg|pdf|zip|mp4)(?:[?#]|$)|password|forgot|\/(?:privacy|terms|faq|impressum|agb|policy|policies|blog|news|stores?-?finder)(?:[/?#.]|$)|\/(?:cart|basket|checkout|wishlist|wish|compare|login|signin|register|account|help|contact|reviews?|feedback|seller|store|shop|brand|brands|marke|marque|cart\.php)(?:[/?#]|$)|customerreviews|#(?:reviews?|rating|customer|comment)|product-reviews|[?&](?:add|action)=/i;
/** Title prefixes that are no part of it. */
export const TITLE_PREFIX = /^(?:new listing|neues angebot|nouvelle annonce|nuevo anuncio|nuova inserzione|nueva publicación|sponsored|anzeige|gesponsert|patrocinado|sponsorisé|sponsorizzato|广告|广告 ?)[:\s]*/iu;
export const TITLE_SUFFIX = /\s*(?:opens in a new window or tab|wird in neuem fenster oder tab geöffnet|s'ouvre dans une nouvelle fenêtre ou un nouvel onglet)\.?$/iu;

/** Names of elements that hold a price, a struck price, a title, a rating, a count of reviews. */
export const PRICE_MARK = /price|preis|prix|precio|prezzo|pre[cç]o|cena|prijs|pris\b|hinta|amount|money|a-offscreen|cost\b|kaina|цена|tarif/i;
export const STRUCK_MARK = /(?:^|[\s_-])(?:old|was|list|strike(?:d|through)?|struck|original|regular|rrp|uvp|msrp|before|compare|crossed|full|base|previous|retail|standard|reference|normal|initial)(?:$|[\s_-]|price|preis)|oldprice|price-?old|wasprice|listprice|strikethrough|price--?(?:old|was|compare|crossed|regular|original)/i;
export const SALE_MARK = /sale|special|current|now|final|offer|promo|discounted|our|new|actual|selling|reduced|aktion/i;
export const TITLE_MARK = /(?:^|[\s_-])(?:title|name|product-?name|product-?title|heading|headline|bezeichnung|nom|nombre|titre|titulo|nome|nazwa|naam|desc)(?:$|[\s_-])|title|productname/i;
export const RATING_MARK = /rating|stars?\b|star-|bewertung|review|note|valoraci|avalia|ocena|评分|score/i;
/** Attributes that hold the product's id, the surest first. */
export const ID_ATTRIBUTES: readonly string[] = ['data-asin', 'data-sku', 'data-product-id', 'data-productid', 'data-product-sku', 'data-item-id', 'data-itemid', 'data-listing-id', 'data-listingid', 'data-nid', 'data-pid', 'data-goods-id', 'data-articleid', 'data-article-id', 'data-product', 'data-id-product', 'data-id'];
