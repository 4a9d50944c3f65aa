import type { PageContext } from '../context.ts';

/** Signs between an article's name and what shops put beside it; between letters of Asia they stand without blanks. */
const BETWEEN = /\s*[|｜¦»«•]\s*|\s+(?:[-–—·:~>]|::)\s+|:\s+|(?<=[\p{Lo}】）」\]])\s*[-–—_－]\s*(?=[\p{L}【])/gu;
/** Words that end in the shop's name: `Lamp by Acme`, `Lampe bei Acme`. */
const SOLD_BY = /^(.{3,400}?)\s+(?:by|at|from|on|@|bei|auf|bij|hos|på|chez|sur|en|su|da|em|na|w|v|în|в|на|у)\s+(\S.{1,40})$/iu;
/** What asks to buy before a name that ends in the shop's. */
const BUY = /^(?:buy|shop|order|kaufe?n?|köp|køb|kjøp|kup|koop|acheter|achetez|comprar?|compra|acquista|osta|koupit|kúpiť|купить|купити)\s+/i;
/** Words that shops put behind their own name, each alone. */
const SHOP_WORD = /^(?:online|[ew]?-?shop|store|outlet|market|official|site|website|oficial|officiel|ufficiale|sklep|webshop|loja|tienda|boutique|brasil|méxico|españa|italia|france|deutschland|polska|canada|australia|india|japan|global|com|net|org|de|fr|it|es|nl|pl|cz|sk|se|no|dk|fi|at|ch|be|pt|br|uk|usa?|eu|ie|gr|ro|bg|hu|ru|ua|tr|jp|cn|kr|in|au|nz|ca|mx|ar|cl|co|za|il|ae|test|example)[.!®™]?$/i;
/** Parts of a host that name nobody. */
const NOBODY = /^(?:www\d?|m|mobile|shop|store|eshop|web|com?|org|net|test|example|localhost|\d+)$/;
/** Shorter names are begun by too many words. */
const LEAST_LOOSE = 4;

/** Letters and digits alone, without accents, so that `Hračkárna.cz` is `hrackarna.cz`. */
function folded(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** How the shop calls itself in the page's head and its host, folded. */
function shopNames({ head, url }: PageContext): { readonly stated: readonly string[]; readonly names: ReadonlySet<string> } {
  const stated = ['og:site_name', 'application-name', 'og:site', 'al:ios:app_name'].flatMap((key) => folded(head.meta.get(key) ?? '') || []);
  const labels = url.hostname.replace(/^www\d?\./, '').split('.');
  const named = labels.slice(0, -1).filter((label) => label.length >= 3 && !NOBODY.test(label)).map(folded);
  return { stated, names: new Set([...stated, ...named, folded(labels.join('')), folded(labels.slice(-2).join(''))]) };
}

/** What templates call every page of an article. */
const ANY_PAGE = /^(?:the )?(?:(?:product|produkt|artikel|article|item|goods)[\s_-]{0,2}(?:details?|detail ?page|page|seite|view|info(?:rmation)?s?|ansicht)|(?:product|produkt|item|details?|untitled(?: document)?|document)|(?:fiche|page|détails?(?: du)?) (?:produit|article)|(?:detalles?|ficha|página)(?: del?)? (?:producto|artículo)|(?:dettagli?o?|scheda)(?: del)? prodotto|detalhes?(?: do)? produto|szczegóły produktu|productpagina|detail produktu|(?:商品|产品|產品|宝贝)(?:详情|詳情|详细|信息|介绍|页|頁)页?|製品情報|商品(?:詳細|情報|ページ)|상품 ?(?:상세|정보)|карточка товара|sản phẩm|chi tiết sản phẩm)$/iu;

/** True for words that are on the page of any article: they name none. */
export function isAnyPage(text: string): boolean {
  return ANY_PAGE.test(text.trim());
}

/** True for the shop's own name and nothing else, as its head or host has it: `Acme`, `Acme.de`, `Acme Store`. */
export function isShopName(text: string, page: PageContext): boolean {
  return isNamed(text, shopNames(page).names);
}

function isNamed(text: string, names: ReadonlySet<string>): boolean {
  const words = text.trim().replace(/^(?:the|den|der|de|le|la|el|il)\s+/i, '').split(/\s+|(?<=\p{L})\.(?=\p{L})/u);
  if (words.length > 8) return false;
  return words.some((_, i) => names.has(folded(words.slice(0, i + 1).join(''))) && words.slice(i + 1).every((word) => SHOP_WORD.test(word)));
}

/**
 * A title without the shop's name, and without what stands behind that: `Lamp | Acme | Free delivery`, `Acme: Lamp`, `Lamp by Acme`.
 * The shop is known by what the page's head says and by its host; where neither names it the title stays whole.
 */
export function withoutShop(title: string, page: PageContext): string {
  const { stated, names } = shopNames(page);
  const parts = partsOf(title);
  const isLast = (text: string): boolean => stated.some((name) => folded(text).includes(name)) || [...names].some((name) => name.length >= LEAST_LOOSE && folded(text).startsWith(name));
  let [first, last] = [0, parts.length - 1];
  const text = (index: number): string => title.slice(...(parts[index] ?? [0, 0]));
  while (first < last && isNamed(text(first), names)) first += 1;
  for (let i = first + 1; i <= last; i += 1) if (isNamed(text(i), names) || (i === last && isLast(text(i)))) last = i - 1;
  const name = title.slice(parts[first]?.[0], parts[last]?.[1]).trim();
  const sold = SOLD_BY.exec(name);
  return sold?.[1] !== undefined && sold[2] !== undefined && isNamed(sold[2], names) ? sold[1].replace(BUY, '') : name;
}

/** Where the parts of a title begin and end. */
function partsOf(title: string): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  for (const { index, 0: sign } of title.matchAll(BETWEEN)) {
    if (index > from) parts.push([from, index]);
    from = index + sign.length;
  }
  if (from < title.length) parts.push([from, title.length]);
  return parts;
}
