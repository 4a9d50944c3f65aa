/** One item that a page shows, as a reader of the page would write it down. */
export interface Ware {
  readonly id: string;
  readonly title: string;
  /** Plain decimal; absent when the page shows none for it. */
  readonly price?: string;
  readonly list?: string;
  readonly ad?: boolean;
}

/** A page with its truth. kind: a list with items, a list that says it has none, or no list at all. */
export interface ListPage {
  readonly name: string;
  readonly url: string;
  readonly kind: 'list' | 'empty' | 'other';
  readonly html: string;
  readonly items: readonly Ware[];
  /** null: the page has none; undefined: not looked at. */
  readonly next?: string | null;
  readonly total?: number | null;
}

/** The text of each item behind the other. */
export function each<T>(items: readonly T[], make: (item: T, index: number) => string): string {
  return items.map(make).join('\n');
}

/** Items with running ids, titles and prices: `count` of them, every third reduced. */
export function wares(count: number, options: { readonly id?: (n: number) => string; readonly title?: (n: number) => string; readonly price?: (n: number) => number; readonly reduced?: boolean } = {}): Ware[] {
  return Array.from({ length: count }, (_, i) => {
    const n = i + 1;
    const price = options.price?.(n) ?? 7 + n * 3.37 + 0.02;
    const reduced = (options.reduced ?? true) && n % 3 === 0;
    return { id: options.id?.(n) ?? String(4_100_000 + n * 137), title: options.title?.(n) ?? NAMES[i % NAMES.length]?.replace('#', String(n)) ?? '', price: price.toFixed(2), ...(reduced && { list: (price * 1.4).toFixed(2) }) };
  });
}

const NAMES = ['Walnut bread board # cm', 'Enamel mug # cl blue', 'Linen towel set of #', 'Copper kettle # l', 'Beech rolling pin no #', 'Stoneware bowl # rim', 'Cast iron pan # cm', 'Glass jar with cork # ml'];

/** `12.5` as `12,50`; thousands with points. */
export function comma(price: string | undefined): string {
  const [whole = '0', cents = '00'] = Number(price ?? 0).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

/** `whole` and `cents` of a price. */
export function split(price: string | undefined): readonly [string, string] {
  const [whole = '', cents = ''] = (price ?? '').split('.');
  return [whole, cents];
}

/** A shop's page around its content: menu with tiles, breadcrumb, footer. */
export function frame(body: string, options: { readonly lang?: string; readonly title?: string; readonly head?: string; readonly heading?: string } = {}): string {
  return `<!doctype html><html lang="${options.lang ?? 'en'}"><head><meta charset="utf-8"><title>${options.title ?? 'Shop'}</title>${options.head ?? ''}</head><body>
<header class="site-header"><a href="/" class="logo"><img src="/logo.svg" alt="Shop"></a><form action="/search"><input name="q"></form><a href="/account">Account</a><a href="/cart" class="mini-cart">Cart <span>0</span></a>
<nav class="main-nav"><ul>${[1, 2, 3, 4, 5, 6].map((n) => `<li class="nav-item"><a href="/c/department-${n}">Department ${n}</a><div class="mega-menu">${[1, 2, 3].map((m) => `<a class="tile" href="/c/department-${n}/part-${m}"><img src="/t${n}${m}.jpg" alt=""><span>Part ${n}.${m} from 5</span></a>`).join('')}</div></li>`).join('')}</ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> / <a href="/c/department-1">Department 1</a></div>${options.heading === undefined ? '' : `<h1>${options.heading}</h1>`}
${body}
<footer class="site-footer"><div class="col"><h4>Help</h4><ul><li><a href="/help/delivery">Delivery</a></li><li><a href="/help/returns">Returns</a></li><li><a href="/terms">Terms</a></li></ul></div><div class="col"><p>Free delivery over 50</p></div></footer></body></html>`;
}
