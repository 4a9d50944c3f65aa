import { html, json, text, uncachedHtml, type Answer } from '../answer.ts';
import { encodeGbk } from '../gbk.ts';
import { picture } from '../picture.ts';
import type { Shop, Visit } from '../server.ts';
import { reviewPage } from './data.ts';
import { itemPage } from './page.ts';
import type { HongyunState } from './state.ts';

/**
 * A Chinese marketplace-like shop in CNY: product pages at `/item.htm?id=` with their state object in a script (amounts in 分 and in
 * 元), reviews as JSON at `/rate/list.json?itemId=&page=`, one page in GBK, pictures below `/img/`. Pages differ on every view and carry no validators.
 */
export function hongyun(state: () => HongyunState): Shop {
  return { faults: () => state().faults, render: (visit) => answer(state(), visit) };
}

function answer(state: HongyunState, visit: Visit): Answer | undefined {
  const { path, query, view } = visit;
  if (path === '/robots.txt') return text('User-agent: *\nDisallow: /cart\nDisallow: /member/\n');
  if (path === '/') return html(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>鸿运</title></head><body>${state.items.map((item) => `<a href="/item.htm?id=${item.id}">${item.title}</a>`).join('')}</body></html>`);
  if (path.startsWith('/img/')) return picture(path);
  const item = state.items.find((one) => one.id === (query.get('id') ?? query.get('itemId')));
  if (!item) return undefined;
  if (path === '/rate/list.json') return json(reviewPage(item, Math.max(1, Number(query.get('page') ?? '1') || 1)));
  if (path !== '/item.htm') return undefined;
  const page = itemPage(state, item, view);
  // The header of the old part names no charset: only the page's own meta element does.
  return item.gbk ? { status: 200, type: 'text/html', body: encodeGbk(page), validators: false } : uncachedHtml(page);
}
