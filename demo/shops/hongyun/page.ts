import { escapeHtml, scriptJson } from '../answer.ts';
import { megaMenu, paragraphs, styles, trackingScripts } from '../bulk.ts';
import { pageState } from './data.ts';
import type { HongyunItem, HongyunState } from './state.ts';

const DEPARTMENTS = ['家居日用', '厨房电器', '餐饮用具', '收纳整理', '个护清洁', '母婴', '户外', '办公'];
const SECTIONS = ['新品首发', '热卖榜', '9.9包邮', '满199减20', '会员专享', '送礼', '清仓', '大牌闪购', '以旧换新', '凑单专区'];
const SERVICE = ['全场满88元包邮，偏远地区除外。', '支持7天无理由退货，运费险已赠送。', '晒单返5元红包，数量有限。', '店铺新客立减5元，领券满199减20。', '6期免息约¥21.5/期起，支持花呗分期。', '假一赔十，正品保证，极速退款。'];

const yuan = (fen: number): string => (fen / 100).toFixed(2);

function priceArea(item: HongyunItem): string {
  const list = `<div class="line-price">专柜价 <del>￥${yuan(item.listFen)}</del></div>`;
  if (item.presale) {
    return `<div class="presale"><span class="tag">预售</span><div class="deposit">定金 <em>￥${yuan(item.presale.depositFen)}</em> 可抵 ￥${yuan(item.presale.worthFen)}</div><div class="full">预售价 <em class="price">￥${yuan(item.priceFen)}</em></div></div>${list}`;
  }
  if (item.couponFen !== null) {
    return `<div class="highlight">券后 <em>￥${yuan(item.couponFen)}</em></div><div class="before">优惠前 <span class="price">￥${yuan(item.priceFen)}</span></div>${list}`;
  }
  return `<div class="highlight"><em class="price">￥${yuan(item.priceFen)}</em></div>${list}`;
}

function related(state: HongyunState, item: HongyunItem): string {
  const cards = state.items.filter((other) => other.id !== item.id).map((other) => `<li><a href="/item.htm?id=${other.id}"><img src="${other.images[0] ?? ''}" alt=""><span>${escapeHtml(other.title)}</span><b>￥${yuan(other.priceFen)}</b><i>${other.monthlySales}人付款</i></a></li>`);
  return `<section class="recommend"><h3>看了又看</h3><ul>${cards.join('')}</ul></section>`;
}

/** A product page: the state object in a script, and the same figures in the page. `view` makes each view a little different. */
export function itemPage(state: HongyunState, item: HongyunItem, view: number): string {
  const context = { appData: null, loaderData: { home: { data: { res: pageState(item), traceId: `213e${(view * 48_271 % 99_999_989).toString(16)}` } } } };
  const promotions = item.promotions.map((label) => `<span class="coupon-label">${escapeHtml(label)}</span>`).join('');
  const stock = item.quantity === 0 ? '<div class="stock">商品已卖光</div><button disabled>已售罄</button>' : `<div class="stock">有货</div><button>${item.presale ? '支付定金' : '立即购买'}</button><button>加入购物车</button>`;
  const attributes = Object.entries(item.attributes).map(([name, value]) => `<li title="${escapeHtml(value)}">${escapeHtml(name)}: ${escapeHtml(value)}</li>`).join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="${item.gbk ? 'gbk' : 'utf-8'}"><title>${escapeHtml(item.title)}-鸿运</title><meta name="keywords" content="${escapeHtml(item.title)}">
${styles(180)}${trackingScripts(60, view)}</head>
<body><div id="header"><a href="/">鸿运</a><form action="/search"><input name="q" placeholder="搜索宝贝"></form><a href="/cart">购物车 <b>0</b> 合计 ￥0.00</a>${megaMenu(DEPARTMENTS, SECTIONS, (d, s) => `/list?cat=${encodeURIComponent(d)}&sub=${encodeURIComponent(s)}`)}</div>
<div id="root"><div class="gallery">${item.images.map((src) => `<img src="${src}" alt="">`).join('')}</div>
<div class="main"><h1 class="mainTitle">${escapeHtml(item.title)}</h1><div class="salesDesc">月销 ${item.monthlySales}</div><div class="priceWrap">${priceArea(item)}</div>
<div class="promotion">优惠 ${promotions}</div><div class="freight">快递: 免运费</div>${stock}</div>
<ul class="attributes">${attributes}</ul><div class="service">${paragraphs(SERVICE, 5)}</div></div>
${related(state, item)}
<script>!(function () {var a = window.__ICE_APP_CONTEXT__ || {};var b = ${scriptJson(context)};for (var k in a) {b[k] = a[k]}window.__ICE_APP_CONTEXT__=b;})();</script>
</body></html>`;
}
