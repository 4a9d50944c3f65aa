import { escapeHtml, html, json, text, type Answer } from '../answer.ts';
import { megaMenu, styles, trackingScripts } from '../bulk.ts';
import type { Fault } from '../fault.ts';
import type { Shop, Visit } from '../server.ts';

/** An article of the shop. Yen have no minor unit. */
export interface KumoItem {
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  readonly yen: number;
  readonly inStock: boolean;
}

export interface KumoState {
  readonly items: readonly KumoItem[];
  readonly faults: readonly Fault[];
}

export const TEAPOT = 'km-1042';
export const LANTERN = 'km-2087';

/** The shop on its first day. */
export function openKumo(): KumoState {
  return {
    items: [
      { id: TEAPOT, title: '南部鉄器 急須 0.6L 黒', brand: '雲工房', yen: 12_800, inStock: true },
      { id: LANTERN, title: 'LEDランタン 充電式 1000ルーメン', brand: '雲工房', yen: 5_480, inStock: true },
    ],
    faults: [],
  };
}

/** A shop in JPY whose pages are empty shells: the price is fetched from `/api/items/<id>` by the page's script and drawn then. */
export function kumo(state: () => KumoState): Shop {
  return { faults: () => state().faults, render: (visit) => answer(state(), visit) };
}

function answer(state: KumoState, { path }: Visit): Answer | undefined {
  if (path === '/robots.txt') return text('User-agent: *\nDisallow: /cart\n');
  if (path === '/assets/app.js') return text(APP, 'text/javascript; charset=utf-8');
  const [, section, id, api] = path.split('/');
  const item = state.items.find((one) => one.id === (section === 'api' ? api : id));
  if (!item) return undefined;
  if (section === 'goods') return html(shell(item));
  if (section === 'api' && id === 'items') return json({ id: item.id, name: item.title, brand: item.brand, price: item.yen, tax: 'included', stock: item.inStock ? 12 : 0, points: Math.floor(item.yen / 100) });
  return undefined;
}

const DEPARTMENTS = ['キッチン', '食器', '照明', '寝具', '収納', 'アウトドア'];
const SECTIONS = ['新着', 'ランキング', 'セール', '1,000円以下', 'ギフト', '送料無料', '限定', 'アウトレット'];

function shell(item: KumoItem): string {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>${escapeHtml(item.title)} | 雲商店</title>${styles(200)}${trackingScripts(40)}</head>
<body><header><a href="/">雲商店</a>${megaMenu(DEPARTMENTS, SECTIONS, (d, s) => `/c/${encodeURIComponent(d)}/${encodeURIComponent(s)}`)}</header>
<p class="notice">5,000円以上のお買い上げで送料無料（通常 550円）</p>
<div id="app" data-item="${item.id}"><div class="skeleton"></div><div class="skeleton"></div></div>
<footer>© 雲商店 表示価格はすべて税込です。</footer><script src="/assets/app.js" defer></script></body></html>`;
}

/** The page's script: fetches the article, draws it, and adds the structured data that search engines see after rendering. */
const APP = `(async () => {
  const root = document.getElementById('app');
  const answer = await fetch('/api/items/' + root.dataset.item);
  if (!answer.ok) { root.textContent = '読み込めませんでした'; return; }
  const item = await answer.json();
  const yen = item.price.toLocaleString('ja-JP');
  const block = document.createElement('section');
  block.className = 'goods';
  block.innerHTML = '<h1 class="goods-name"></h1><p class="goods-price"><span class="price">¥' + yen + '</span><small>（税込）</small></p>'
    + '<p class="goods-points">' + item.points + 'ポイント(1%)</p><p class="goods-stock">' + (item.stock > 0 ? '在庫あり' : '在庫切れ') + '</p>'
    + '<button ' + (item.stock > 0 ? '' : 'disabled') + '>カートに入れる</button><p class="goods-installment">3回払いなら月々 ¥' + Math.ceil(item.price / 3).toLocaleString('ja-JP') + '</p>';
  block.querySelector('h1').textContent = item.name;
  root.replaceChildren(block);
  const data = document.createElement('script');
  data.type = 'application/ld+json';
  data.textContent = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name: item.name, sku: item.id, brand: { '@type': 'Brand', name: item.brand },
    offers: { '@type': 'Offer', price: item.price, priceCurrency: 'JPY', availability: 'https://schema.org/' + (item.stock > 0 ? 'InStock' : 'OutOfStock') } });
  document.head.append(data);
})();
`;
