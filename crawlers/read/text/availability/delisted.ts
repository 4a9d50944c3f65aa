import type { Said } from './said.ts';

/** How shops say that they do not sell something any more. */
export const DELISTED: readonly Said[] = [
  { language: 'zh', phrases: ['商品(?:已)?过期', '(?:商品|宝贝)?(?:已)?不存在', '已绝版', '商品(?:已)?(?:删除|停售)', '已停产', '下架', '已经?下架', '商品下架', '该商品已下柜', '下柜', '宝贝不存在', '商品已失效', '已失效', '不再(?:销售|出售|售卖)', '停售', '停产', '停止销售', '停止銷售', '已停售', '已絕版'] },
  { language: 'en', phrases: ['end[ -]of[ -](?:life|line)', '^(?:eol|obsolete)$', '(?:product|item|part|model) (?:is )?obsolete', 'no longer (?:manufactured|stocked|carried|offered|in production|in our range|part of our range)', '(?:product|item|article|set|model) (?:is |has been |was )?(?:retired|withdrawn|delisted)', 'withdrawn from sale', 'removed from (?:sale|our range)', 'listing (?:has been |was )?(?:removed|deleted|deactivated)', 'not (?:being )?(?:made|produced|sold) any ?more', 'discontinued', 'no longer (?:sold|produced|made|listed|for sale|on sale)', 'product has been retired', 'this listing (?:was|has) ended', 'retired product'] },
  { language: 'de', phrases: ['ausgelistet', '(?:produktion|verkauf) (?:wurde )?eingestellt', 'aus dem (?:sortiment|programm)', 'wird nicht mehr (?:hergestellt|produziert|angeboten|verkauft)', 'nicht mehr im (?:sortiment|verkauf|angebot)', 'auslaufartikel ausverkauft', 'eingestellt', 'abgekündigt'] },
  { language: 'ja', phrases: ['廃盤', '生産(?:完了|中止)', '製造(?:中止|終了)', '取り?扱い?中止', '販売を?終了', '取り?扱い?終了', '生産終了', '廃番', '受付終了'] },
  { language: 'fr', phrases: ['fin de (?:série|vie|commercialisation)', 'arrêt de (?:production|commercialisation|fabrication)', 'retiré(?:e)? (?:de la vente|du catalogue)', 'ne se fabrique plus', '(?:plus|non) commercialisée?', 'produit arrêté', 'n\'est plus (?:commercialisé|en vente|vendue?)', 'plus fabriqué', 'produit discontinué'] },
  { language: 'es', phrases: ['descontinuad[oa]', 'producto retirado', 'fuera de catálogo', 'retirado de la venta', 'descatalogado', 'ya no (?:se vende|está a la venta|se fabrica)', 'producto discontinuado'] },
  { language: 'it', phrases: ['discontinuat[oa]', 'non (?:è )?più (?:prodott|commercializzat|in produzion)\\p{L}', 'ritirat[oa] (?:dal commercio|dalla vendita)', 'fuori produzione', 'non più in vendita', 'fuori catalogo'] },
  { language: 'pt', phrases: ['produto retirado', 'não é mais (?:vendid|fabricad|comercializad)[oa]', 'saiu de linha', 'fora de linha', '(?:não está|já não está) (?:mais )?à venda', 'produto descontinuado', 'descontinuado'] },
  { language: 'pl', phrases: ['wycofan[yea] z (?:oferty|produkcji|asortymentu)', 'produkcja zakończona', 'zakończon[oa] (?:sprzedaż|produkcj[aę]|produkcji)', 'wycofan[ye] ze sprzedaży', 'produkt wycofany', '(?:już )?nie jest (?:już )?w sprzedaży'] },
  { language: 'nl', phrases: ['stopgezet', 'uit productie', '(?:artikel|product) (?:is )?vervallen', 'wordt niet meer (?:geproduceerd|gemaakt)', 'uit het assortiment', 'niet meer (?:leverbaar|te koop|verkocht)', 'niet langer (?:verkrijgbaar|te koop)'] },
  { language: 'ko', phrases: ['단종', '판매\\s?종료', '생산\\s?중단'] },
  { language: 'sv', phrases: ['säljs inte längre', 'har utgått', 'utgått', 'utgången', 'utgår ur sortimentet'] },
  { language: 'da', phrases: ['sælges ikke længere', 'udgår', 'udgået'] },
  { language: 'fi', phrases: ['ei enää myynnissä', 'poistuva tuote', 'poistunut (?:tuote|valikoimasta|tuotannosta)'] },
  { language: 'cs', phrases: ['(?:prodej|výroba) skonči\\p{L}', 'vyřazen[oaý]? z (?:nabídky|prodeje)', '(?:již )?se nevyrábí', 'prodej (?:byl )?ukončen', 'ukončen(?:ý|á)? (?:prodej|výroba)', 'již (?:se )?neprodáváme'] },
  { language: 'sk', phrases: ['predaj (?:bol )?ukončený', 'ukončený predaj'] },
  { language: 'hu', phrases: ['már nem (?:gyárt|forgalmaz|kapható)\\p{L}*', 'megszűnt', 'kifutott', 'megszűnt termék'] },
  { language: 'ru', phrases: ['прекращен[оаы]? (?:продажа|производство|выпуск)', 'товар в архиве', 'архивный товар', 'снят[оаы]? с (?:производства|продажи)', 'больше не (?:прода[её]тся|производится|выпускается)'] },
  { language: 'uk', phrases: ['знят(?:о|ий|а|і) з (?:виробництва|продажу)'] },
  { language: 'tr', phrases: ['üretimden kal(?:ktı|dırıldı)', 'üretimi? (?:durdu|sonlandı)\\p{L}*', 'satıştan kaldırıl\\p{L}*'] },
  { language: 'vi', phrases: ['ngừng (?:kinh doanh|bán|sản xuất)'] },
  { language: 'nb', phrases: ['selges ikke lenger', 'utgått'] },
  { language: 'ro', phrases: ['(?:scos|retras) (?:din|de la) v[âa]nzare', 'produs (?:retras|[îi]ntrerupt)'] },
];
