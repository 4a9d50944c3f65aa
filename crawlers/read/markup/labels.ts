/** What a label in front of a text says the text is. */
export type Labelled = 'sku' | 'mpn' | 'gtin' | 'brand' | 'stock' | 'condition' | 'seller';

/** `Nr.`, `no`, `#`, `code` … behind the thing that is numbered. */
const NUMBER = '(?:no|nr|num|number|nummer|numero|número|numéro|id|code|kood|kods|kodas|kod|kód|codice|código|cod|#|№)\\.?';
/** Such a word alone: what it numbers may be anything. */
const BARE_NUMBER = '(?:nr\\.?|n[°º]\\.?|№)';
/** The thing itself, where a number behind it is the shop's own. */
const THING = 'item|product|article|articolo|artículo|articulo|artikel|artikkel|art|artigo|produkt|produit|producto|prodotto|produto|produs|produktu|towaru|termék|produkta|style|stock|catalog(?:ue)?|cat|order|web|bestell|vare|tuote|tuotteen|toote|preces|prekės|sku';

/** Labels by what they stand for; each whole, in small letters, without colon. Order decides: `model number` before `number`. */
const LABELS: readonly (readonly [Labelled, readonly string[]])[] = [
  ['gtin', ['(?:ean|gtin|upc|isbn|jan)(?:[ -]?(?:8|10|12|13|14))?(?:[ -]?(?:code|nummer|nr\\.?|number|kod|kód))?', 'barcode', 'bar code', 'código de barras', 'codice a barre', 'code[- ]barres', '条形码', '条码', '商品条码', 'janコード', '국제표준바코드']],
  ['mpn', [
    'mpn', 'p\\/?n', `(?:item )?model(?:l|o|e|en)?(?:[ -]?${NUMBER})?`, 'modello', 'modelo', 'modèle', `(?:manufacturer(?:['’]?s)?|mfr|mfg|vendor|oem)\\.?(?: (?:part|product))? ${NUMBER}`, `part ${NUMBER}`, 'herstellernummer', 'hersteller-?(?:artikel)?(?:nr|nummer)\\.?',
    'référence (?:du )?(?:fabricant|constructeur)', 'referencia (?:del )?fabricante', 'codice produttore', 'kod producenta', 'fabrikantcode', 'kód výrobce', '型号', '商品型号', '型番', '型號', '모델명', '모델', 'модель',
  ]],
  ['brand', [
    'brand(?: name)?', 'marke', 'marca', 'marchio', 'marque', 'merk', 'marka', 'merke', 'märke', 'mærke', 'varumärke', 'varemerke', 'kaubamärk', 'zīmols', 'ražotājs', 'gamintojas', 'prekės ženklas', 'prekinis ženklas', 'značka', 'výrobca', 'výrobce',
    'producent', 'producător', 'gyártó', 'márka', 'tuotemerkki', 'valmistaja', 'fabricante', 'fabricant', 'fabrikant', 'produttore', 'tootja', 'hersteller', 'manufacturer',
    'марка', 'brend', 'proizvođač', 'thương hiệu', 'nhãn hiệu', 'แบรนด์', 'ยี่ห้อ', 'מותג', 'יצרן', 'الماركة', 'العلامة التجارية', 'μάρκα', 'κατασκευαστής', '브랜드', '브랜드명', '제조사', 'бренд', 'производитель', 'торговая марка', 'メーカー', 'ブランド', '品牌', '商品品牌', '品牌名[称稱]', '生产厂家',
  ]],
  ['stock', [
    '(?:stock )?availability(?: status)?', 'in stock', 'stock(?: (?:status|level|quantity))?', 'available', 'verfügbarkeit', 'verfügbar', 'lager(?:stand|status|bestand)', 'auf lager', 'disponibilité', 'en stock', 'disponibilidad', 'existencias', 'disponibilità', 'disponibilidade', 'estoque',
    'dostępność', 'stan magazynowy', 'dostupnos[tť]', 'skladem', 'skladom', 'beschikbaarheid', 'op voorraad', 'voorraad', 'lagersaldo', 'lagerstatus', 'i lager', 'på lager', 'saatavuus', 'varastossa', 'наличие', 'в наличии', 'наявність', 'в наявності', 'наличност', 'elérhetőség', 'készlet(?:en)?', 'raktáron', 'disponibilitate', 'în stoc', 'διαθεσιμότητα', 'stok durumu',
    '在庫(?:状況|数)?', '[库庫]存(?:状态|狀態|数量)?', '是否有[货貨]', '재고(?:\\s?여부)?',
  ]],
  ['condition', [
    '(?:item |product )?condition', '(?:artikel)?zustand', 'état(?: du produit| de l.article)?', 'estado(?: del (?:producto|artículo)| do (?:produto|item|artigo))?', 'condizion[ei](?: (?:del prodotto|dell.oggetto))?', 'condição', 'stan(?: produktu)?', 'staat', 'conditie', 'skick', 'tilstand', 'kunto',
    'stav(?: zboží| tovaru)?', 'állapot', 'stare(?: produs)?', 'состояние', 'стан', '商品の状態', '成色', '新旧程度', '新舊程度', '商品狀況', '상품 ?상태', 'durum',
  ]],
  ['seller', [
    'sold by', '(?:dispatche[sd]|ships?|shipped|delivered|fulfilled)(?: from)? (?:and|&) sold by', '(?:sold|dispatched|shipped) (?:and|&) (?:sold|dispatched|shipped|fulfilled) by', 'seller', 'merchant', 'verkauft (?:von|durch)', 'verkauf (?:und versand )?durch', 'verkäufer', 'händler', 'vendu(?: et expédié)? par', 'vendeur', 'vendido(?: e entregue| y enviado)? por', 'vendedor', 'venduto(?: e spedito)? da', 'venditore',
    'sprzedawca', 'sprzedawane przez', 'verkocht (?:door|en (?:verzonden|bezorgd) door)', 'verkoper', 'säljare', 'sælger', 'selger', 'myyjä', 'prodejce', 'predajca', 'eladó', 'vândut de', 'vânzător', 'satıcı', 'продавец', 'продавець', 'πωλητής', '卖家', '賣家', '店铺', '店鋪', '销售方', '出品者', '販売元', '販売者', '판매자', '판매처',
  ]],
  ['sku', [
    `(?:${THING})[\\s.-]*${NUMBER}`, 'item', 'sku', 'product sku', 'plu', 'asin', 'tcin', 'dpci', 'web ?id', 'skuid',
    'artikel-?(?:nr|nummer|code)\\.?', 'art\\.?[ -]?nr\\.?', 'bestell-?(?:nr|nummer)\\.?', 'produkt-?(?:nr|nummer|kod|id)\\.?', 'produktcode', 'vare-?(?:nr|nummer)\\.?', 'tuote(?:numero|koodi|nro)\\.?', 'tootekood', 'produktkood',
    'réf\\.?(?: produit| article)?', 'ref\\.?', 'reference', 'référence(?: produit| article)?', 'referencia(?: del producto)?', 'referência', 'riferimento', 'rif\\.?', 'code(?: article| produit)', 'codice(?: articolo| prodotto)?',
    '(?:código|codigo|cód\\.?|cod\\.?)(?: (?:de |do |del )?(?:produto|producto|item|artículo|artigo|produs|articolo|prodotto))?', 'kód(?: produktu| zboží| tovaru)?', '(?:kod|indeks|symbol|nr) (?:produktu|towaru|katalogowy)', 'nr kat\\.?', 'id (?:do |del |di )?(?:produto|producto|prodotto|produit|produktu)', 'identificativo', 'katalogové číslo', 'objednací číslo', 'cikkszám', 'termékkód', 'kodas', 'kods', 'kood', BARE_NUMBER,
    'артикул', 'арт\\.?', 'код(?: товара| товару)?', 'kataloški broj', 'šifra(?: izdelka| proizvoda)?', 'ürün kodu', 'stok kodu', 'κωδικός(?: προϊόντος)?', 'mã (?:sp|sản phẩm)',
    '货号', '商品货号', '商品编号', '商品编码', '商品編號', '貨號', '商品貨號', '品番', '商品番号', '商品コード', '商品管理番号', '品號', '상품번호', '상품코드', '제품번호', '제품코드',
  ]],
];
const PATTERNS = LABELS.map(([kind, labels]) => ({ kind, pattern: new RegExp(`^(?:${labels.join('|')})\\s*[:：#]?$`, 'iu') }));

/** Labels in front of article numbers and brands. */
export const LABEL = new RegExp(`^(?:${LABELS.flatMap(([, labels]) => labels).join('|')})\\s*[:：#]?$`, 'iu');

const BARE_LABEL = new RegExp(`^${BARE_NUMBER}\\s*[:：#]?$`, 'iu');

/** True for a label that says of what follows only that it is a number: of an article when it is a long one. */
export function isBareLabel(label: string): boolean {
  return BARE_LABEL.test(label.trim());
}

/** What a label names; undefined for a text that is none. */
export function labelKind(label: string): Labelled | undefined {
  const text = label.trim();
  return PATTERNS.find(({ pattern }) => pattern.test(text))?.kind;
}

/** Who sells, in a sentence that goes on to who sends: `Sold by Acme and fulfilled by Bmart`. */
const SOLD_BY = /^((?:(?:dispatched|dispatches|ships?|shipped|fulfilled|delivered) (?:from )?(?:and|&) )?sold (?:(?:and|&) (?:dispatched|shipped|fulfilled|delivered) )?by|verkauft (?:von|durch)|verkauf (?:und versand )?durch|vendu (?:et expédié )?par|vendido (?:e entregue |y enviado )?por|venduto (?:e spedito )?da|sprzedawane przez|verkocht (?:en (?:verzonden|bezorgd) )?door)\s+([^\s:：].{1,58}?)(?:\s+(?:and|und|et|y|e|i|en)\s.{3,80})?[.,]?$/i;

/** The label at the start of a text and what follows it: `SKU: 4711`. `Item No. 4711` needs no colon when what follows is one word with a digit. */
export function labelledIn(text: string): { readonly label: string; readonly value: string } | undefined {
  const [, by, who] = SOLD_BY.exec(text) ?? [];
  if (by !== undefined && who !== undefined) return { label: by, value: who };
  const colon = text.search(/[:：#]/);
  const bare = colon < 0 && text.length <= 60 && /\d/.test(text) ? /^(.{2,30}?)\s+([\p{L}\d][\p{L}\d._/-]*\d[\p{L}\d._/-]*)$/u.exec(text) : null;
  if (!bare && (colon <= 1 || colon > 30)) return undefined;
  const label = bare?.[1] ?? text.slice(0, colon);
  const value = bare?.[2] ?? text.slice(colon + 1).replace(/^[\s:：#]+/, '');
  return value !== '' && value.length <= 60 && LABEL.test(label) ? { label, value } : undefined;
}

/** Words of a label in front of a number. */
const MOST_WORDS = 3;

/** A name without the article's number that stands behind it under its label: `Arc lamp SKU: 4711`. */
export function withoutNumber(name: string): string {
  const labelled = /^(.{2,300}?)\s*[:：]\s*\S{2,40}$/u.exec(name)?.[1];
  if (labelled === undefined) return name;
  const words = labelled.split(/\s+/);
  for (let count = MOST_WORDS; count > 0; count -= 1) {
    const kind = words.length > count ? labelKind(words.slice(-count).join(' ')) : undefined;
    if (kind === 'sku' || kind === 'gtin') return words.slice(0, -count).join(' ');
  }
  return name;
}
