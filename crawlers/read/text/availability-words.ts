import type { Availability } from '../../../model/listing.ts';

/**
 * How shops say whether something can be bought, by language. Data only. Phrases are regular expression sources over
 * lower-case text; alphabetic ones match whole words. Order of the states is the order they are tried in: the more
 * definite ones win, so that "sold out – notify me when available" is out of stock.
 */
export const PHRASES: readonly { readonly state: Availability; readonly language: string; readonly phrases: readonly string[] }[] = [
  { state: 'delisted', language: 'zh', phrases: ['已下架', '商品下架', '该商品已下柜', '下柜', '宝贝不存在', '商品已失效', '已失效', '停售', '停产'] },
  { state: 'delisted', language: 'en', phrases: ['discontinued', 'no longer (?:sold|produced|made|listed)', 'product has been retired', 'this listing (?:was|has) ended', 'retired product'] },
  { state: 'delisted', language: 'de', phrases: ['wird nicht mehr (?:hergestellt|produziert|angeboten)', 'nicht mehr im sortiment', 'auslaufartikel ausverkauft', 'eingestellt'] },
  { state: 'delisted', language: 'ja', phrases: ['販売終了', '取扱い?終了', '生産終了', '廃番'] },
  { state: 'delisted', language: 'fr', phrases: ['produit arrêté', 'n\'est plus commercialisé', 'plus fabriqué'] },
  { state: 'delisted', language: 'es', phrases: ['descatalogado', 'producto discontinuado'] },
  { state: 'delisted', language: 'it', phrases: ['fuori produzione', 'non più in vendita', 'fuori catalogo'] },
  { state: 'delisted', language: 'pt', phrases: ['fora de linha', 'produto descontinuado', 'descontinuado'] },
  { state: 'delisted', language: 'pl', phrases: ['wycofan[ye] ze sprzedaży', 'produkt wycofany'] },
  { state: 'delisted', language: 'nl', phrases: ['uit het assortiment', 'niet meer leverbaar', 'niet langer verkrijgbaar'] },

  { state: 'preorder', language: 'en', phrases: ['pre-?\\s?order(?:s| now)?', 'available for pre-?order', 'pre-?sale'] },
  { state: 'preorder', language: 'zh', phrases: ['预售', '预定', '預售', '預購', '预购'] },
  { state: 'preorder', language: 'ja', phrases: ['予約受付中', '予約商品', 'ご?予約(?:する|販売)'] },
  { state: 'preorder', language: 'de', phrases: ['jetzt vorbestellen', 'vorbestellbar', 'vorbestellen', 'vorverkauf'] },
  { state: 'preorder', language: 'fr', phrases: ['précommande(?:r|z)?', 'en précommande'] },
  { state: 'preorder', language: 'es', phrases: ['reserva(?:r)? ahora', 'preventa', 'en preventa', 'preordena(?:r)?'] },
  { state: 'preorder', language: 'it', phrases: ['preordina', 'prenotabile', 'preordine'] },
  { state: 'preorder', language: 'pt', phrases: ['pré-venda', 'pré-encomenda'] },
  { state: 'preorder', language: 'pl', phrases: ['przedsprzedaż', 'zamówienie przedpremierowe'] },
  { state: 'preorder', language: 'nl', phrases: ['pre-?order nu', 'nu reserveren'] },
  { state: 'preorder', language: 'other', phrases: ['předobjednávka', 'förbeställ(?:ning)?', 'forudbestil', 'предзаказ', 'ön sipariş', '예약\\s?(?:판매|구매)', 'ennakkotilaus'] },

  { state: 'out_of_stock', language: 'en', phrases: [
    'out[ -]of[ -]stock', 'oos', 'sold[ -]?out', 'currently unavailable', 'temporarily unavailable', '(?:is|are|currently|now)? ?unavailable', 'not available(?! for (?:pick|collect|in-store))', 'no longer (?:available|in stock)',
    'not (?:currently |presently )?in stock', '(?:isn\'?t|aren\'?t) (?:currently )?(?:in stock|available)', 'isnt (?:in stock|available)', 'awaiting (?:stock|restock)', 'back[ -]?ordered', '(?:on|available for) back[ -]?order', 'more on order',
    'as soon as (?:stock|it|this)[^.]{0,30} (?:is )?(?:available|back)', '(?:notify|e?-?mail|tell|alert) me (?:when|once|if)', 'notify when', 'when (?:it|this|the)[^.]{0,30}(?:back in stock|available(?: to order)?)', 'when available', 'back in stock (?:soon|notification|alert)',
    '(?:will|to) be back in stock', 'if this item will be back', 'no (?:featured )?offers available', 'no tickets available', 'coming soon', 'join (?:the )?wait(?:ing)?[ -]?list', 'out-of-stock', 'stock:? ?0', '0 (?:in stock|left|available)', 'none left', 'all gone', 'sorry,? (?:this|we)[^.]{0,40}(?:gone|unavailable)', 'discontinued and unavailable', 'temporarily sold out',
  ] },
  { state: 'out_of_stock', language: 'zh', phrases: ['缺货', '无货', '售罄', '售完', '已?抢光', '卖光', '卖完', '已售空', '暂无(?:库存|货|报价)', '库存不足', '库存:?：?0(?!\\d)', '到货通知', '补货中', '缺貨', '無貨', '無庫存', '售完', '已售完', '補貨中', '貨到通知', '暫無庫存', '完售', '暂不(?:支持)?(?:销售|购买)', '已结束', '已领完', '商品已售'] },
  { state: 'out_of_stock', language: 'ja', phrases: ['在庫切れ', '在庫なし', '在庫がありません', '在庫は?ございません', '品切れ?', '売り?切れ', '売切', '完売', '入荷(?:待ち|お知らせ|通知|未定)', '現在お取り?扱いできません', '現在在庫', '再入荷', 'sold ?out', '販売していません', '欠品'] },
  { state: 'out_of_stock', language: 'ko', phrases: ['품절', '재고\\s?없음', '일시\\s?품절', '재입고\\s?알림', '판매\\s?(?:종료|중지)', '구매\\s?불가'] },
  { state: 'out_of_stock', language: 'de', phrases: [
    'ausverkauft', 'vergriffen', 'nicht (?:mehr )?(?:auf lager|lagernd|lieferbar|verfügbar|vorrätig|erhältlich|bestellbar|an lager|zur verfügung)', 'zur ?zeit nicht[^.]{0,20}', 'derzeit nicht[^.]{0,30}', 'momentan nicht[^.]{0,30}', 'leider nicht[^.]{0,30}', 'bald wieder (?:verfügbar|da|lieferbar|erhältlich)',
    'benachrichtig(?:en|ung)[^.]{0,20}', '(?:e-?mail|info),? (?:wenn|sobald) (?:verfügbar|lieferbar)', 'vorbestellung ist bald möglich', 'lagerbestand:? ?0', 'online nicht verfügbar', 'ausgelaufen', 'restlos verkauft', 'auf die warteliste',
  ] },
  { state: 'out_of_stock', language: 'fr', phrases: ['(?:en )?rupture(?: de stock)?', 'épuisée?s?', 'indisponible', 'non disponible', 'plus (?:disponible|en stock)', '(?:n\'est|pas)[^.]{0,20}(?:pas )?disponible', 'victime de (?:son|leur) succès', 'm\'alerter', 'prévenez-moi', 'm\'avertir', 'aucune offre[^.]{0,20}', 'hors stock', 'stock épuisé', 'bientôt (?:de retour|disponible)', 'vendue?s? ?!?'] },
  { state: 'out_of_stock', language: 'es', phrases: ['agotad[oa]s?', 'sin (?:stock|existencias|inventario)', 'fuera de (?:stock|existencias)', 'no (?:está )?disponible', 'no hay (?:stock|existencias|unidades)', 'no quedan', 'av[ií]s(?:ame|adme|arme)[^.]{0,20}', 'notif[ií](?:ca|que)(?:me|r)[^.]{0,20}', 'próximamente', 'temporalmente (?:agotado|no disponible)', 'no tenemos stock'] },
  { state: 'out_of_stock', language: 'it', phrases: ['esaurit[oaie]', 'non (?:è )?(?:più )?disponibil[ei]', 'terminat[oa]', 'non in magazzino', 'avvis(?:ami|atemi)[^.]{0,20}', 'momentaneamente non', 'attualmente non', 'in arrivo', 'sold ?out', 'non ordinabile', 'scorte esaurite', 'disponibilità:? ?0'] },
  { state: 'out_of_stock', language: 'pt', phrases: ['esgotad[oa]s?', 'indisponíve(?:l|is)', 'não (?:está )?disponíve(?:l|is)', 'sem (?:estoque|stock)', 'fora de (?:estoque|stock)', 'avise?-me[^.]{0,20}', 'produto em falta', 'notifique-me', 'em breve', 'acabou'] },
  { state: 'out_of_stock', language: 'pl', phrases: ['brak (?:na stanie|w magazynie|towaru|produktu)', 'niedostępn[yae]', 'wyprzedan[yae]', 'chwilowo niedostępn[yae]', 'powiadom (?:mnie|o dostępności)[^.]{0,20}', 'produkt wyprzedany', 'nie ma w magazynie', 'tymczasowo brak', 'wyczerpan[ye]', '^brak$', 'obecnie niedostępn[ye]'] },
  { state: 'out_of_stock', language: 'nl', phrases: ['uitverkocht', 'niet (?:op|meer op|in) voorraad', 'niet (?:meer )?(?:beschikbaar|leverbaar|verkrijgbaar)', 'tijdelijk uitverkocht', 'houd me op de hoogte', 'momenteel niet', 'binnenkort (?:weer )?(?:verkrijgbaar|leverbaar|verwacht)', 'geen voorraad', 'mail mij[^.]{0,20}'] },
  { state: 'out_of_stock', language: 'other', phrases: [
    'vyprodáno', 'není skladem', 'nedostupn[ýéá]', 'vypredané', 'nie je na sklade', 'nie je možné[^.]{0,20} kúpiť', 'není možné[^.]{0,20} koupit', 'nelze[^.]{0,20} koupit', 'momentálně nedostupn[ýé]', 'hlídat dostupnost', 'slut i lager', 'slutsåld', 'ej i lager', 'finns ej', 'inte i lager', 'tillfälligt slut', 'udsolgt', 'ikke på lager', 'utsolgt', 'loppuunmyyty', 'ei (?:varastossa|saatavilla)',
    'tükendi', 'mevcut değil', 'stokta yok', 'stok(?:ta)? (?:habis|kosong)', 'stok varian ini habis', 'tidak (?:dijual|tersedia)', 'habis terjual', 'hết hàng', 'tạm hết hàng', 'สินค้าหมด', 'нет в наличии', 'распродан[оы]?', 'закончил(?:ся|ась|ось|ись)', 'недоступ(?:ен|на|но)', 'отсутствует', 'сообщить о поступлении', 'немає в наявності', 'няма в наличност', 'изчерпан[оа]?',
    'elfogyott', 'nincs (?:készleten|raktáron)', 'nem (?:kapható|rendelhető|elérhető)', 'stoc epuizat', 'indisponibil', 'nu este (?:în|pe) stoc', 'nav pieejams', 'nav noliktavā', 'izpārdots', 'išparduota', 'nėra sandėlyje', 'läbi müüdud', 'ei ole laos', 'razprodano', 'ni na zalogi', 'rasprodano', 'nema na (?:stanju|zalihi)', 'εξαντλήθηκε', 'εξαντλημέν[οη]', 'μη διαθέσιμο', 'אזל (?:מ?ה?מלאי)', 'לא במלאי', 'نفذ(?:ت)? (?:من المخزون|الكمية)?', 'نفدت? الكمية', 'غير متوفر', 'غير متاح', 'أخبرني عندما يتوفر', 'ناموجود',
  ] },

  { state: 'low', language: 'en', phrases: ['only \\d{1,3}(?: items?| units?| pieces?)? (?:left|remaining|available|in stock|more)', '\\d{1,2} (?:left|remaining)', 'just \\d{1,3} left', 'last (?:few|one|items?|pieces?|chance|\\d{1,2})', 'low (?:in )?stock', 'limited (?:stock|availability|quantit(?:y|ies)|supply)', 'few (?:left|remaining|items left)', 'almost (?:gone|sold out)', 'nearly (?:gone|sold out)', 'selling (?:out )?fast', 'hurry'] },
  { state: 'low', language: 'zh', phrases: ['仅剩', '仅余', '只剩', '最后\\s?\\d', '库存紧张', '即将售罄', '僅剩', '庫存緊張', '剩余?\\s?\\d{1,2}\\s?件'] },
  { state: 'low', language: 'ja', phrases: ['残り\\s?\\d', '残りわずか', '在庫わずか', '残りあと', '在庫少'] },
  { state: 'low', language: 'de', phrases: ['nur noch (?:\\d{1,3}|wenige)', 'noch \\d{1,2} (?:stück|auf lager|verfügbar)', 'wenige (?:verfügbar|auf lager|stück)', 'geringer bestand', 'letzte (?:stücke|exemplare|artikel)', 'fast ausverkauft'] },
  { state: 'low', language: 'fr', phrases: ['plus que \\d{1,3}', 'il (?:n\'en|ne) reste (?:plus )?que', 'stock (?:faible|limité)', 'derni(?:ers|ères) (?:pièces|articles|exemplaires)', 'bientôt épuisé', 'dernière pièce', 'quantité limitée'] },
  { state: 'low', language: 'es', phrases: ['(?:solo|sólo) queda(?:n|\\()? ?\\d{0,3}', 'últimas? (?:unidades?|piezas?)', 'pocas unidades', 'quedan? \\d{1,2}', 'casi agotado', 'poco stock'] },
  { state: 'low', language: 'it', phrases: ['(?:solo|soltanto) \\d{1,3}(?: pezzi)? (?:rimasti|disponibili|rimast[oie])', 'ultim[ie] (?:\\d{1,2} )?(?:pezzi|disponibil\\p{L}{1,4})', 'disponibilità (?:limitata|immediata: solo \\d)', 'quasi esaurito', 'ultimo pezzo', 'pochi pezzi', '(?:solo|ne restano) \\d{1,3}'] },
  { state: 'low', language: 'pt', phrases: ['(?:só|apenas|somente) (?:resta[m]? )?\\d{1,3}', 'últimas? (?:unidades?|peças?)', 'poucas unidades', 'restam \\d{1,2}', 'estoque baixo'] },
  { state: 'low', language: 'pl', phrases: ['(?:tylko|zostało|ostatni[ea]?|pozostało)(?: już)?(?: tylko)? \\d{1,3}', 'ostatnie sztuki', 'mała ilość', 'ostatnia sztuka', 'na wyczerpaniu'] },
  { state: 'low', language: 'nl', phrases: ['nog (?:maar|slechts) \\d{1,3}', 'bijna uitverkocht', 'laatste (?:stuks|exemplaren|\\d)', 'beperkte voorraad', 'op=op', 'nog \\d{1,2} op voorraad'] },
  { state: 'low', language: 'other', phrases: ['poslední kus(?:y)?', 'få kvar', 'endast \\d{1,2} kvar', 'kun \\d{1,2} tilbage', 'осталось (?:всего )?\\d', 'заканчивается', 'son \\d{1,2} (?:ürün|adet)', '마지막\\s?\\d', '품절\\s?임박', 'chỉ còn \\d'] },

  { state: 'in_stock', language: 'en', phrases: ['in[ -]?stock', 'instock', '(?<!(?:delivery|shipping|pick-?up|collection|financing|finance|payment|instalments?|gift wrap(?:ping)?) )available(?: now| online| to ship| for (?:delivery|order|pickup|collection))?', 'in store only', 'ships? (?:today|now|within|in \\d)', 'ready to ship', 'usually (?:ships|dispatched)', 'add(?:ed)? to (?:cart|bag|basket|trolley)', 'buy (?:it )?now', 'dispatched (?:within|in)', 'special order', 'made to order', 'order now', 'delivery (?:by|within|tomorrow)'] },
  { state: 'in_stock', language: 'zh', phrases: ['现货', '有货', '有庫存', '有库存', '現貨', '有貨', '库存充足', '加入购物车', '立即购买', '加入購物車', '立即購買', '马上抢', '立即抢购', '库存:?：?\\s?[1-9]'] },
  { state: 'in_stock', language: 'ja', phrases: ['在庫あり', '在庫有り?', '在庫がございます', 'カートに(?:入れる|追加)', '今すぐ(?:買う|購入)', '即日(?:出荷|発送)', '通常\\d{1,2}'] },
  { state: 'in_stock', language: 'ko', phrases: ['재고\\s?있음', '장바구니\\s?(?:담기|에 담기)', '바로\\s?구매', '구매\\s?가능'] },
  { state: 'in_stock', language: 'de', phrases: ['auf lager', 'vorrätig', 'sofort (?:lieferbar|verfügbar|versandfertig)', 'lieferbar', 'verfügbar', 'in den warenkorb', 'lagernd', 'an lager', 'jetzt kaufen', 'versandfertig in', 'lieferzeit:? ?(?:ca\\.? )?\\d', 'erhältlich'] },
  { state: 'in_stock', language: 'fr', phrases: ['en stock', 'disponible', 'ajouter au panier', 'expédié sous', 'acheter maintenant', 'livrable', 'disponibilité immédiate'] },
  { state: 'in_stock', language: 'es', phrases: ['en stock', 'disponible', 'en existencias', 'añadir (?:al carrito|a la cesta)', 'agregar al carrito', 'comprar ahora', 'hay stock', 'entrega inmediata', 'hay existencias'] },
  { state: 'in_stock', language: 'it', phrases: ['disponibil[ei](?: subito)?', 'disponibilità immediata', 'in magazzino', 'aggiungi al carrello', 'acquista ora', 'pronta consegna', 'spedito in'] },
  { state: 'in_stock', language: 'pt', phrases: ['em (?:estoque|stock)', 'disponível', 'adicionar ao carrinho', 'comprar agora', 'pronta entrega', 'disponíveis'] },
  { state: 'in_stock', language: 'pl', phrases: ['w magazynie', 'dostępn[yae]', 'na stanie', 'do koszyka', 'dodaj do koszyka', 'wysyłka w', 'kup teraz', 'od ręki'] },
  { state: 'in_stock', language: 'nl', phrases: ['op voorraad', 'leverbaar', 'in winkel(?:wagen|mand|mandje)', 'direct leverbaar', 'vandaag besteld', 'morgen in huis', 'beschikbaar'] },
  { state: 'in_stock', language: 'other', phrases: ['skladem', 'na sklade', 'do košíku', 'do košíka', 'i lager', 'finns i lager', 'på lager', 'læg i kurv', 'varastossa', 'в наличии', 'есть в наличии', 'в корзину', 'в наявності', 'raktáron', 'készleten', 'în stoc', 'pe stoc', 'stokta', 'sepete ekle', 'còn hàng', 'tersedia', 'pieejams', 'ir noliktavā', 'yra sandėlyje', 'laos olemas', 'na zalogi', 'na stanju', 'διαθέσιμο', 'במלאי', 'متوفر', 'в наличност', 'มีสินค้า'] },
];

/** schema.org ItemAvailability and the codes of other feeds, without the address, in small letters. */
export const CODES: Readonly<Record<string, Availability>> = {
  instock: 'in_stock', instoreonly: 'in_stock', onlineonly: 'in_stock', limitedavailability: 'low', preorder: 'preorder', presale: 'preorder', backorder: 'out_of_stock', backordered: 'out_of_stock', madetoorder: 'in_stock',
  reserved: 'out_of_stock', outofstock: 'out_of_stock', soldout: 'out_of_stock', discontinued: 'delisted', retired: 'delisted', limitedstock: 'low', lowstock: 'low', lowinventory: 'low', available: 'in_stock', unavailable: 'out_of_stock',
  availablefororder: 'in_stock', oos: 'out_of_stock', pending: 'out_of_stock', true: 'in_stock', false: 'out_of_stock', yes: 'in_stock', no: 'out_of_stock', onbackorder: 'out_of_stock', 'in stock': 'in_stock',
};

/** "not sold out", "nicht ausverkauft", 未售罄: turns out of stock into in stock. */
export const NEGATION_BEFORE = /(?:\bnot(?: yet)?|n't|\bnever|\bnicht|\bnoch nicht|\bpas(?: encore)?|\bno (?:está|se ha)|\bnon (?:è|ancora)|\bnão (?:está)?|\bnie(?: jest)?|\bniet(?: meer)?|\bbefore (?:it'?s|they'?re)|\bbevor|\buntil|\bif|\bwhen|\bfalls|\bwenn|未|尚未|没有|如|若|沒有|ない)\s*$/iu;
